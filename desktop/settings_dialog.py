"""The settings page, built from the fields of Settings by their shapes."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from itertools import groupby
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QFontDatabase, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.dialog_parts import MARGIN, align, answers, form, hint, lay_out, section
from desktop.settings import Settings, Shape
from desktop.whole import Whole

WIDTH, LONG = 240, 320
"""Pixels of an editor that needs no more, and of one for words."""


def said(text: str) -> str:
    """A word of the settings in the language of the window."""
    return QCoreApplication.translate("Setting", text)


class Choice(QComboBox):
    """One of several values. Turning the wheel over it changes nothing."""

    def __init__(self, values: list[tuple[str, str]], value: str) -> None:
        super().__init__()
        for each, words in values:
            self.addItem(words, each)
        self.setCurrentIndex(max(self.findData(value), 0))
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def value(self) -> str:
        return str(self.currentData())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Words(QLineEdit):
    def value(self) -> str:
        return self.text().strip()


class Flag(QCheckBox):
    def value(self) -> bool:
        return self.isChecked()


Editor = Choice | Words | Flag | Whole


def _choice(shape: Shape, value: str) -> Choice:
    return Choice([(option.value, said(option.text)) for option in shape.options], value)


def _text(shape: Shape, value: str) -> Words:
    editor = Words(value)
    editor.setMinimumWidth(LONG)
    return editor


def _whole(shape: Shape, value: int) -> Whole:
    editor = Whole(shape.least, shape.most, value)
    editor.setFixedWidth(WIDTH // 2)
    return editor


def _flag(shape: Shape, value: bool) -> Flag:
    editor = Flag(said(shape.text))
    editor.setChecked(value)
    return editor


def _font(shape: Shape, value: str) -> Choice:
    """The families with Chinese characters, each in its own look; none stands for the program's choice."""
    known = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    families = sorted({*known, value} - {""})
    automatic = QCoreApplication.translate("SettingsDialog", "Automatic")
    editor = Choice([("", automatic), *((family, family) for family in families)], value)
    for place, family in enumerate(families, 1):
        editor.setItemData(place, QFont(family), Qt.ItemDataRole.FontRole)
    return editor


EDITORS: dict[str, Callable[[Shape, Any], Editor]] = {
    "choice": _choice,
    "text": _text,
    "whole": _whole,
    "flag": _flag,
    "font": _font,
}


class SettingsDialog(QDialog):
    """Shows settings by group; `settings` gives them as edited."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings_dialog")
        self.setWindowTitle(self.tr("Settings"))
        self._settings = settings
        self.editors: dict[str, Editor] = {}
        content = QVBoxLayout()
        content.setSpacing(8)
        forms = list(self._add_groups(content))
        align(*forms)
        content.addStretch(1)
        buttons, _ = answers(self, self.tr("OK"), self.tr("Cancel"))
        lay_out(self, content, buttons)

    def settings(self) -> Settings:
        """The settings as they are edited; those given stay as they were."""
        values: dict[str, Any] = {name: editor.value() for name, editor in self.editors.items()}
        return replace(self._settings, **values)

    def _add_groups(self, content: QVBoxLayout) -> Iterator[QFormLayout]:
        """A form a group, under the group's name."""
        shaped = [(field.name, field.metadata["shape"]) for field in fields(self._settings)]
        for group, settings in groupby(shaped, lambda setting: setting[1].group):
            if content.count():
                content.addSpacing(MARGIN - 4)
            content.addWidget(section(said(group)))
            lines = form()
            for name, shape in settings:
                self._add_line(lines, name, shape)
            content.addLayout(lines)
            yield lines

    def _add_line(self, lines: QFormLayout, name: str, shape: Shape) -> None:
        editor = self.editors[name] = EDITORS[shape.form](shape, getattr(self._settings, name))
        editor.setObjectName(name)
        label = QLabel() if shape.form == "flag" else QLabel(said(shape.text))
        label.setBuddy(editor)
        if not shape.hint:
            lines.addRow(label, editor)
            return
        remark = hint(said(shape.hint))
        remark.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(editor)
        column.addWidget(remark)
        lines.addRow(label, column)
