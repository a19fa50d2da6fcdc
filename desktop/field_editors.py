"""Editors of typed fields, for the inspector's form and for cells of the ledgers.

Every editor holds a value; Enter or leaving it confirms what was typed, Esc restores what was held.
`confirmed` carries the new value and is silent where nothing changed.
"""

import re
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from db.kinds import Field
from desktop import icons
from desktop.calendar_popup import Calendar
from desktop.field_values import BETWEEN_DEPARTMENTS, REQUIRED, Unreadable, chinese_reading, departments, read
from desktop.popups import open_below
from desktop.typed import ENTER, Typed


class Readable(QValidator):
    """Accepts words that can be read as a value of the field; so a cell stays open on others."""

    def __init__(self, editor: "LineEditor") -> None:
        super().__init__(editor)
        self.editor = editor

    def validate(self, words: str, position: int) -> tuple[QValidator.State, str, int]:
        try:
            read(self.editor.field, words)
        except Unreadable:
            return QValidator.State.Intermediate, words, position
        return QValidator.State.Acceptable, words, position


class LineEditor(QLineEdit, Typed):
    """A value in one line, with a remark in grey at the line's end."""

    confirmed = Signal(object)

    def __init__(self, field: Field, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.language = field, language
        self.setValidator(Readable(self))
        self.returnPressed.connect(self.confirm)

    def words(self) -> str:
        return self.text()

    def write(self, words: str) -> None:
        self.setText(words)
        self.setCursorPosition(0)
        self.setPlaceholderText(self.tr("several values") if self.several else "")

    def announce(self, value: Any) -> None:
        self.confirmed.emit(value)

    def remark(self) -> str:
        """What is said at the end of the line about the words in it."""
        return ""

    def event(self, event: QEvent) -> bool:
        return self.answers_shortcut(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.modified():
            self.restore()
            return
        super().keyPressEvent(event)
        if event.key() in ENTER:
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.confirm()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        remark, place = self.remark(), self._remark_place()
        room = place.width() - self.fontMetrics().horizontalAdvance(self.text()) - 16
        if not remark or self.fontMetrics().horizontalAdvance(remark) > room:
            return
        role = QPalette.ColorRole.PlaceholderText if self.readable() else QPalette.ColorRole.BrightText
        painter = QPainter(self)
        painter.setPen(self.palette().color(role))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, remark)
        painter.end()

    def _remark_place(self) -> QRect:
        return self.rect().adjusted(8, 0, -28 if self.actions() else -8, 0)


class NumberEditor(LineEditor):
    """A plain number; takes 8万, 2.6亿 and 1,200, and reads large ones back in 万 and 亿."""

    def remark(self) -> str:
        if not self.readable():
            return self.tr("not a number")
        value = self.value()
        if self.modified() and value is not None:
            return f"= {self.field.shown(value, self.language)}"
        return chinese_reading(value)


class DateEditor(LineEditor):
    """A day; takes 2023, 2023-12 and 2023-12-31, or one picked from a calendar."""

    def __init__(self, field: Field, language: str, parent: QWidget | None = None) -> None:
        super().__init__(field, language, parent)
        self.pick = self.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self.pick.setToolTip(self.tr("Pick a day"))
        self.pick.triggered.connect(self.open_calendar)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        self.pick.setIcon(icons.quiet("calendar", self))

    def remark(self) -> str:
        if not self.readable():
            return self.tr("not a date")
        shown = self.field.shown(self.value(), self.language)
        return f"= {shown}" if shown != self.text().strip() else ""

    def open_calendar(self) -> None:
        """A calendar below the line; a click or Enter on a day takes it."""
        calendar = Calendar(self, self.value() if self.readable() else None)
        calendar.taken.connect(self._pick)
        open_below(calendar, self)
        calendar.setFocus()

    def _pick(self, day: date) -> None:
        self.setText(day.isoformat())
        self.confirm()


class DepartmentsEditor(LineEditor):
    """Names of departments joined by 、; each is completed from those the project already knows."""

    def __init__(self, field: Field, language: str, parent: QWidget | None = None) -> None:
        super().__init__(field, language, parent)
        self.setCompleter(DepartmentCompleter(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter and Esc to the list of completions while it is open."""
        popup = self.completer().popup()
        if popup and popup.isVisible() and event.key() in (*ENTER, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def set_known(self, names: QStringListModel) -> None:
        self.completer().setModel(names)


class DepartmentCompleter(QCompleter):
    """Completes the last name of a line of names."""

    def __init__(self, editor: QLineEdit) -> None:
        super().__init__(editor)
        self.editor = editor
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        return [re.split(BETWEEN_DEPARTMENTS, path)[-1].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        before = re.split(BETWEEN_DEPARTMENTS, self.editor.text())[:-1]
        return "、".join([*departments("、".join(before)), str(index.data())])


class ChoiceEditor(QComboBox):
    """One of a field's choices, or none. Turning the wheel over it changes nothing."""

    confirmed = Signal(object)

    def __init__(self, field: Field, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.held: Any = None
        if field.name not in REQUIRED:
            self.addItem("", None)
        for choice in field.choices:
            self.addItem(field.shown(choice.value, language), choice.value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self.confirm)

    def value(self) -> Any:
        return self.currentData()

    def set_value(self, value: Any, several: bool = False) -> None:
        self.held = "" if several else value
        self.setPlaceholderText(self.tr("several values") if several else "")
        self.setCurrentIndex(-1 if several else self.findData(value))

    hold = set_value

    def modified(self) -> bool:
        return False

    def confirm(self) -> None:
        if self.currentIndex() >= 0 and self.value() != self.held:
            self.set_value(self.value())
            self.confirmed.emit(self.held)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


EDITORS: dict[str, type[LineEditor] | type[ChoiceEditor]] = {
    "text": LineEditor,
    "number": NumberEditor,
    "date": DateEditor,
    "choice": ChoiceEditor,
    "departments": DepartmentsEditor,
}


def editor_of(
    field: Field, language: str, names: QStringListModel, parent: QWidget | None = None
) -> LineEditor | ChoiceEditor:
    """The editor of a field's form; departments are completed from `names`."""
    editor = EDITORS[field.form](field, language, parent)
    if isinstance(editor, DepartmentsEditor):
        editor.set_known(names)
    return editor
