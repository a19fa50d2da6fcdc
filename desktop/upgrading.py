"""An older project brought up to date behind a dialog that says so: a large one takes a minute."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QVBoxLayout, QWidget

from db.problems import Problem
from db.store import Store
from desktop.work import Tick, Work

WIDTH = 420
"""Pixels."""


class UpgradeDialog(QDialog):
    """Says what is waited for; it goes with the end of that alone."""

    def __init__(self, name: str, window: QWidget) -> None:
        super().__init__(window)
        self.setModal(True)
        self.setMinimumWidth(WIDTH)
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        self.setWindowTitle(self.tr("Open project"))
        words = QLabel(self.tr("Bringing “{name}” up to date…").format(name=name))
        kept = QLabel(self.tr("It comes from an older Cezhu. A copy of it as it was stays beside it."))
        kept.setWordWrap(True)
        bar = QProgressBar()
        bar.setRange(0, 0)
        column = QVBoxLayout(self)
        for part in (words, bar, kept):
            column.addWidget(part)

    def reject(self) -> None:
        """Half an upgrade is none: nothing can be cancelled."""


def bring_up_to_date(path: Path, window: QWidget) -> Problem | None:
    """Upgrade a project in a thread, while the window is painted but takes no input; what went wrong."""
    dialog, loop, wrong = UpgradeDialog(path.stem, window), QEventLoop(), list[Problem]()
    work = Work(partial(_upgrade, path), window)
    work.failed.connect(wrong.append)
    for end in (work.done, work.failed):
        end.connect(loop.quit)
    dialog.show()
    work.start()
    loop.exec()
    dialog.accept()
    dialog.deleteLater()
    return wrong[0] if wrong else None


def _upgrade(path: Path, _tick: Tick) -> None:
    Store.open(path).close()
