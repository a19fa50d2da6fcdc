"""The form of a document's properties, for documents on their way into the project and those in it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from db.kinds import Field
from desktop.dialog_parts import form
from desktop.field_editors import DateEditor, LineEditor
from desktop.text_area import TextArea
from desktop.typed import ENTER

TITLE = Field("title", "text", "标题", "Title", 36)
ISSUER = Field("issuer", "departments", "发文机关", "Issuer", 16)
NUMBER = Field("number", "text", "文号", "Number", 16)
ISSUED = Field("issued", "date", "成文日期", "Issued", 7)
PUBLISHED = Field("published", "date", "发布日期", "Published", 7)
ADDRESSEE = Field("addressee", "text", "主送机关", "Addressee", 16)
YEAR = Field("reference_year", "year", "年度", "Year", 5)

MOST_LINES = 3
"""Lines of a title that are shown at once."""


class YearEditor(LineEditor):
    """A year in four figures."""

    def remark(self) -> str:
        return "" if self.readable() else self.tr("not a year")


class TitleArea(TextArea):
    """A title over several lines that Enter leaves alone."""

    returnPressed = Signal()  # noqa: N815 - as QLineEdit calls it

    def __init__(self) -> None:
        super().__init__(TITLE, "en", least=1, most=MOST_LINES, breaks=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in ENTER:
            self.returnPressed.emit()


class PropertyForm(QWidget):
    """What identifies a document; a title that is emptied keeps its words."""

    changed = Signal(str, object)
    """A property's name and its new value."""
    entered = Signal()
    """Enter, after what was typed has been taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TitleArea()
        self.year = YearEditor(YEAR, "en")
        self.editors: dict[str, TextArea | LineEditor] = {
            TITLE.name: self.title,
            ISSUER.name: LineEditor(ISSUER, "en"),
            NUMBER.name: LineEditor(NUMBER, "en"),
            ISSUED.name: DateEditor(ISSUED, "en"),
            PUBLISHED.name: DateEditor(PUBLISHED, "en"),
            ADDRESSEE.name: LineEditor(ADDRESSEE, "en"),
            YEAR.name: self.year,
        }
        self.lines = form()
        for name, words in self._names().items():
            self.lines.addRow(words, self.editors[name])
        self.year.setToolTip(self.tr("The year the document speaks of as “this year”."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.lines)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for name, editor in self.editors.items():
            editor.confirmed.connect(lambda value, name=name: self._tell(name, value))
            editor.returnPressed.connect(self.entered)  # type: ignore[union-attr]

    def _names(self) -> dict[str, str]:
        return {
            TITLE.name: self.tr("Title"),
            ISSUER.name: self.tr("Issuer"),
            NUMBER.name: self.tr("Number"),
            ISSUED.name: self.tr("Issued on"),
            PUBLISHED.name: self.tr("Published on"),
            ADDRESSEE.name: self.tr("Addressee"),
            YEAR.name: self.tr("Reference year"),
        }

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show these values; what was being typed is given up."""
        self._title = values[TITLE.name]
        for name, editor in self.editors.items():
            editor.set_value(values[name])

    def confirm(self) -> bool:
        """Take what is being typed; what cannot be read gets the focus, and False is given."""
        for editor in self.editors.values():
            if not editor.readable():
                editor.setFocus()
                return False
            editor.confirm()
        return True

    def _tell(self, name: str, value: Any) -> None:
        if name == TITLE.name and not value:
            self.title.set_value(self._title)
            return
        if name == TITLE.name:
            self._title = value
        self.changed.emit(name, value)
