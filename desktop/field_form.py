"""The form of a kind's fields, built from their declarations."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QStringListModel, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from db.kinds import KINDS, Detail, Field, Kind
from desktop.field_editors import ChoiceEditor, LineEditor, editor_of
from desktop.field_values import LABELS, NOTE, STATE
from desktop.text_area import TextArea

WRAPS_FROM = 20
"""Fields usually this wide, in full-width characters, are edited over several lines."""

MARK = 12
"""Pixels kept behind the names of fields for the dot of those set by hand."""
SMALL = 0.88
"""Of the font: the size of second words."""

Editor = LineEditor | ChoiceEditor | TextArea


class Heading(QLabel):
    """The name of a field; a dot behind it marks what was set by hand."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.marked = False

    def mark(self, marked: bool) -> None:
        self.marked = marked
        self.setToolTip(self.tr("Set by hand: no later reading changes it.") if marked else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.marked:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().color(QPalette.ColorRole.Link))
            right = self.fontMetrics().horizontalAdvance(self.text()) + 7
            painter.drawEllipse(QPointF(min(right, self.width() - 3), self.height() / 2), 2.5, 2.5)
            painter.end()


class FormGrid(QWidget):
    """Headings on the left, what they head on the right, all left edges in one line."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(1, 1)

    def fill(self, lines: Iterable[tuple[str, QWidget]]) -> list[Heading]:
        """Show these lines, in place of others; the labels of their headings."""
        while (item := self.grid.takeAt(0)) and (old := item.widget()):
            old.setParent(None)
        self.grid.setColumnMinimumWidth(0, self._widest_heading())
        return [self._add(row, text, part) for row, (text, part) in enumerate(lines)]

    def _widest_heading(self) -> int:
        """Room for any field of any kind, so that forms stand in one line and keep it."""
        fields = [STATE, NOTE, LABELS, *(field for kind in KINDS.values() for field in kind.fields)]
        measure = self.fontMetrics().horizontalAdvance
        return max(measure(field.heading(self.language)) for field in fields) + MARK

    def _add(self, row: int, text: str, part: QWidget) -> Heading:
        heading = Heading(text)
        heading.setBuddy(part)
        heading.setFixedHeight(QLineEdit().sizeHint().height())
        self.grid.addWidget(heading, row, 0, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(part, row, 1)
        return heading


class FieldForm(FormGrid):
    """One line a field: its name, its editor and, small below it, the words it was read from."""

    changed = Signal(str, object)
    """A field's name and its new value."""

    def __init__(self, kind: Kind, language: str, names: QStringListModel) -> None:
        super().__init__(language)
        self.kind = kind
        self.editors: dict[str, Editor] = {}
        self.words: dict[str, QLabel] = {}
        headings = self.fill((field.heading(language), self._line(field, names)) for field in kind.fields)
        self.headings = dict(zip(self.editors, headings, strict=True))

    def _line(self, field: Field, names: QStringListModel) -> QWidget:
        editor, words = field_editor(field, self.language, names), quiet_label()
        editor.confirmed.connect(lambda value, name=field.name: self.changed.emit(name, value))
        small = words.font()
        small.setPointSizeF(small.pointSizeF() * SMALL)
        words.setFont(small)
        words.setWordWrap(True)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.editors[field.name], self.words[field.name] = editor, words
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(editor)
        column.addWidget(words)
        return line

    def show_details(self, details: Sequence[Detail], same: bool) -> None:
        """Show the values of one or more details; `same` ones as before keep what is being typed."""
        for field in self.kind.fields:
            editor = self.editors[field.name]
            values = [getattr(detail, field.name) for detail in details]
            several = any(value != values[0] for value in values)
            show = editor.hold if same and editor.modified() else editor.set_value
            show(values[0], several)
            self._show_words(field, details)
            self.headings[field.name].mark(any(field.name in detail.touched for detail in details))

    def _show_words(self, field: Field, details: Sequence[Detail]) -> None:
        read_from = details[0].words.get(field.name, "") if len(details) == 1 else ""
        value = field.shown(getattr(details[0], field.name), self.language)
        said = bool(read_from) and read_from not in (value, value.replace(",", ""))
        label = self.words[field.name]
        label.setText(self.tr("from “{words}”").format(words=read_from.replace("\n", " ")) if said else "")
        label.setToolTip(read_from)
        label.setVisible(said)

    def confirm(self) -> None:
        for editor in self.editors.values():
            editor.confirm()


def field_editor(field: Field, language: str, names: QStringListModel) -> Editor:
    """An editor for a form: of several lines where the field is usually long."""
    if field.form == "text" and field.width >= WRAPS_FROM:
        return TextArea(field, language, least=1, most=6, breaks=False)
    return editor_of(field, language, names)


def quiet_label(text: str = "") -> QLabel:
    """Second words, in the muted ink."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
