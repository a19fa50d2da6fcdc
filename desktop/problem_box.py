"""Telling the analyst what went wrong: a sentence in the language of the window, details behind a button."""

import sys
import traceback
from collections.abc import Sequence
from types import TracebackType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from db.kinds import Field
from db.problems import Problem, told
from desktop.language import spoken

REASONS = (
    QT_TRANSLATE_NOOP("Reason", "Permission denied"),
    QT_TRANSLATE_NOOP("Reason", "No space left on device"),
    QT_TRANSLATE_NOOP("Reason", "Read-only file system"),
    QT_TRANSLATE_NOOP("Reason", "Input/output error"),
    QT_TRANSLATE_NOOP("Reason", "File name too long"),
    QT_TRANSLATE_NOOP("Reason", "No such file or directory"),
    QT_TRANSLATE_NOOP("Reason", "disk I/O error"),
    QT_TRANSLATE_NOOP("Reason", "database or disk is full"),
    QT_TRANSLATE_NOOP("Reason", "database disk image is malformed"),
    QT_TRANSLATE_NOOP("Reason", "unable to open database file"),
    QT_TRANSLATE_NOOP("Reason", "attempt to write a readonly database"),
)
"""What the system and SQLite give as reasons, always in English; others are told as they come."""


def sentence(error: BaseException) -> str:
    """What to tell about an error: a problem's own sentence, looked up in the catalogue, or a general one.

    Of an error that nobody expected its first line: what a library goes on to say is for the details.
    """
    if isinstance(error, Problem):
        values = {name: _said(name, value) for name, value in error.values.items()}
        return QCoreApplication.translate("Problem", error.sentence).format(**values)
    return QCoreApplication.translate(
        "ProblemBox",
        "Something went wrong inside Cezhu: {error}. All changes made before are saved; you can go on.",
    ).format(error=str(error).partition("\n")[0] or type(error).__name__)


def _said(name: str, value: object) -> object:
    if isinstance(value, Field):
        return value.heading(spoken())
    return _reason(value) if name == "reason" else value


def _reason(value: object) -> str:
    return QCoreApplication.translate("Reason", str(told(value)))


class ProblemBox(QMessageBox):
    """One problem, or several of the same work, each a sentence."""

    def __init__(self, errors: Sequence[BaseException], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("ProblemBox", "Cezhu"))
        self.setIcon(QMessageBox.Icon.Warning)
        self.setText("\n\n".join(dict.fromkeys(map(sentence, errors))))
        unexpected = [error for error in errors if not isinstance(error, Problem)]
        if unexpected:
            self.setDetailedText("\n".join(map(_details, unexpected)))


class LastResort(QObject):
    """Shows what no code expected, in place of a silent end or a closed console."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        sys.excepthook = self.show

    def show(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            ProblemBox([error], self._window).open()


def _details(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))
