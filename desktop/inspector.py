"""The selected passages: their words, kind and state, fields, note, labels and links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db.kinds import KINDS
from desktop.counted import counted
from desktop.field_editors import ChoiceEditor
from desktop.field_form import FieldForm, FormGrid, quiet_label
from desktop.field_values import LABELS, NOTE, STATE
from desktop.icons import icon
from desktop.label_chips import Chips
from desktop.label_picker import LabelPicker
from desktop.links_list import Linked, LinksList
from desktop.panel_head import PanelHead
from desktop.popups import open_below
from desktop.quote_box import LinkButton, QuoteBox
from desktop.segments import Segments
from desktop.suggestion_card import OfferCard, SuggestionCard
from desktop.text_area import TextArea
from desktop.theme import LIGHT, Theme
from desktop.typed import Typed

if TYPE_CHECKING:
    from db.glances import Glance
    from db.models import Label, Passage


class Place(NamedTuple):
    """Where a passage stands: the title of its document and the number of its paragraph."""

    document: str
    paragraph: int | None


class Inspector(QFrame):
    """One passage or several. Asks for changes by its signals and shows them when told again.

    Labels are put on, made and changed through `picker`, whose signals are wired like those here.
    """

    field_change_requested = Signal(list, str, object)
    """Ids of passages, the name of a field (or "note" or "state"), and its value."""
    kind_change_requested = Signal(list, str)
    state_change_requested = Signal(list, str)
    untag_requested = Signal(list)
    reveal_requested = Signal(int, int, int, object, bool)
    """Document, start, end, id of the passage, and whether beside."""
    link_part_requested = Signal(list)

    def __init__(self, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.language, self.theme, self.read_only = language, LIGHT, False
        self.passages: Sequence[Passage | Glance] = []
        self.places: Mapping[int, Place] = {}
        self.names = QStringListModel()
        self.form: FieldForm | None = None
        self._make_parts()
        self._lay_out()
        self._connect()
        self.set_language(language)

    def _make_parts(self) -> None:
        self.head = PanelHead("")
        self.untag = QAction(self)
        self.head.add(self.untag)
        self.hint = QLabel()
        self.hint.setObjectName("invitation")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        self.switch = Segments(list(KINDS))
        self.quote = QuoteBox()
        self.more = LinkButton(fixed=True)
        self.card, self.offer = SuggestionCard(), OfferCard()
        self.place = LinkButton()
        self.forms = QVBoxLayout()
        self.note = TextArea(NOTE, self.language, least=3, most=12, breaks=True)
        self.add_label = QToolButton()
        self.add_label.setObjectName("add_label")
        self.chips = Chips(self.add_label)
        self.links = LinksList()
        self.footer = quiet_label()
        self.footer.setWordWrap(True)
        self.picker = LabelPicker()
        self.picker.setParent(self, Qt.WindowType.Popup)
        self.state = ChoiceEditor(STATE, self.language)

    def _lay_out(self) -> None:
        self.common = FormGrid(self.language)
        body = QWidget()
        body.setObjectName("inspector_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.switch)
        column.addWidget(self.quote)
        below = QHBoxLayout()
        below.addWidget(self.place, 1)
        below.addWidget(self.more)
        column.addLayout(below)
        column.addWidget(self.card)
        column.addWidget(self.offer)
        column.addLayout(self.forms)
        column.addWidget(self.common)
        column.addWidget(self.links)
        column.addWidget(self.footer)
        column.addStretch(1)
        self.page = QScrollArea()
        self.page.setWidget(body)
        self.page.setWidgetResizable(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.hint)
        self.pages.addWidget(self.page)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(self.head)
        frame.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.untag.triggered.connect(lambda: self.untag_requested.emit(self.ids()))
        self.switch.asked.connect(self._ask_kind)
        self.note.confirmed.connect(lambda words: self._ask(NOTE.name, words or ""))
        self.card.decided.connect(lambda state: self.state_change_requested.emit(self.ids(), state))
        self.quote.elided.connect(self.more.setVisible)
        self.more.clicked.connect(self._expand)
        self.place.clicked.connect(self._reveal)
        self.chips.taken.connect(lambda label: self.picker.label_take_requested.emit(label, self.ids()))
        self.add_label.clicked.connect(self.open_picker)
        self.links.reveal_requested.connect(self.reveal_requested)
        self.links.part_requested.connect(self.link_part_requested)

    def ids(self) -> list[int]:
        """Of the passages shown."""
        return [passage.id for passage in self.passages]

    def show_passages(self, passages: Sequence[Passage | Glance], places: Mapping[int, Place]) -> None:
        """Show passages with their details and labels; words being typed stay where these are the same again.

        `places` tells where each stands, by its id.
        """
        same = [passage.id for passage in passages] == self.ids() and bool(passages)
        if not same:
            self.confirm()
            self.set_links([])
        self.passages, self.places = passages, places
        self.pages.setCurrentWidget(self.page if passages else self.hint)
        self.head.count.setText(f"{len(passages):,}" if len(passages) > 1 else "")
        self.untag.setEnabled(bool(passages) and not self.read_only)
        if passages:
            self._show_kind()
            self._show_words(same)
            self._show_fields(same)
            self._show_labels()
            self.card.show_passages(passages)
            self._settle()

    def _settle(self) -> None:
        """Lay everything out before it is painted: not first in the room of what stood here."""
        for _depth in range(2):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def clear(self) -> None:
        """Show that nothing is selected."""
        self.show_passages([], {})

    def settled(self) -> bool:
        """Take what is being typed. Words that cannot be read stay, with the keyboard in them: False."""
        self.confirm()
        editors = self.form.editors.values() if self.form else ()
        unread = next((each for each in editors if isinstance(each, Typed) and not each.readable()), None)
        if unread is not None:
            unread.setFocus()
        return unread is None

    def confirm(self) -> None:
        """Take what is being typed, as when leaving it."""
        self.note.confirm()
        if self.form:
            self.form.confirm()

    def set_labels(self, labels: Sequence[Label]) -> None:
        """All labels of the project, for the picker."""
        self.picker.set_labels(labels)

    def set_links(self, links: Sequence[Linked]) -> None:
        """The links of the passage shown."""
        self.links.show_links(links)
        target = next((p.detail for p in self.passages if p.kind == "target"), None)
        if target is not None and len(self.passages) == 1 and not self.read_only:
            self.links.offer(self.passages[0].id, getattr(target, "nature", None) or "planned")
        else:
            self.links.offer(0, None)

    def set_departments(self, names: Iterable[str]) -> None:
        """The names the editors complete."""
        self.names.setStringList(sorted(names))

    def set_read_only(self, read_only: bool) -> None:
        self.read_only = read_only
        for part in (self.switch, self.common, self.add_label, self.card):
            part.setEnabled(not read_only)
        if self.form:
            self.form.setEnabled(not read_only)
        self.untag.setEnabled(bool(self.passages) and not read_only)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.switch.dress(theme, {kind: (theme.kind(kind).ink, theme.kind(kind).tint) for kind in KINDS})
        self.untag.setIcon(icon("untag", theme))
        self.card.set_theme(theme)
        self.add_label.setIcon(icon("plus", theme))
        self._show_colour()

    def set_language(self, language: str) -> None:
        """Name everything in "zh" or "en"."""
        self.confirm()
        self.language = language
        self.head.name.setText(self.tr("Inspector"))
        self.untag.setText(self.tr("Untag"))
        self.add_label.setToolTip(self.tr("Put on a label"))
        self.hint.setText(
            self.tr("Select words in a document and press 1, 2 or 3 to tag a task, a target or a policy.")
        )
        self.switch.set_texts({kind.name: f"{kind.heading(language)}  {kind.key}" for kind in KINDS.values()})
        self.card.name()
        self._name_common()
        self.form = self._fresh_form(None)
        self.show_passages(self.passages, self.places)

    def open_picker(self) -> None:
        """The tree of labels below the chips."""
        self.picker.setFixedSize(max(self.chips.width(), 240), 320)
        open_below(self.picker, self.chips)
        self.picker.line.setFocus()

    def _name_common(self) -> None:
        """What passages of all kinds have: state, note and labels."""
        self.state = ChoiceEditor(STATE, self.language)
        self.state.confirmed.connect(lambda value: self._ask(STATE.name, value))
        self.common.language = self.language
        self.common.fill(
            (field.heading(self.language), part)
            for field, part in ((STATE, self.state), (NOTE, self.note), (LABELS, self.chips))
        )

    def _ask(self, name: str, value: Any) -> None:
        self.field_change_requested.emit(self.ids(), name, value)

    def _ask_kind(self, kind: str) -> None:
        if self.settled():
            self.kind_change_requested.emit(self.ids(), kind)
        else:
            self._show_kind()

    def _kind(self) -> str:
        kinds = {passage.kind for passage in self.passages}
        return kinds.pop() if len(kinds) == 1 else ""

    def _show_kind(self) -> None:
        self.switch.choose(self._kind())
        self._show_colour()

    def _show_colour(self) -> None:
        kind = self._kind()
        self.quote.set_colour(self.theme.kind(kind).ink if kind else self.theme.faint)

    def _show_words(self, same: bool) -> None:
        first = cast("Passage", self.passages[0])
        if not same:
            self.quote.set_expanded(False)
        self.quote.set_text(first.quote if len(self.passages) == 1 else self._several_words())
        self.more.setText(self.tr("Show less") if self.quote.expanded else self.tr("Show all"))
        self.place.setText(self._place_of(first))
        self.place.setVisible(len(self.passages) == 1)
        self.footer.setText(self._history_of(first) if len(self.passages) == 1 else "")
        self.links.setVisible(len(self.passages) == 1)

    def _several_words(self) -> str:
        documents = len({passage.document_id for passage in self.passages})
        text = self.tr("{passages} in {documents}. What you change is changed in all of them.")
        return text.format(
            passages=counted(len(self.passages), "passage"), documents=counted(documents, "document")
        )

    def _place_of(self, passage: Passage) -> str:
        place = self.places.get(passage.id, Place("", None))
        if place.paragraph is None:
            return place.document
        return self.tr("{document}, paragraph {number}").format(
            document=place.document, number=place.paragraph
        )

    def _history_of(self, passage: Passage) -> str:
        tagged = self.tr("Tagged {when}").format(when=local_time(passage.created))
        by = self.tr("by {author}").format(author=passage.author) if passage.author else ""
        changed = self.tr("changed {when}").format(when=local_time(passage.changed))
        rule = (
            self.tr("proposed by {rule}").format(rule=passage.origin) if passage.origin != "analyst" else ""
        )
        return " · ".join(filter(None, (f"{tagged} {by}".strip(), changed, rule)))

    def _show_fields(self, same: bool) -> None:
        kind = self._kind()
        if (self.form.kind.name if self.form else "") != kind:
            self.form = self._fresh_form(kind)
        if self.form:
            self.form.show_details([detail for p in self.passages if (detail := p.detail)], same)
        notes = [passage.note for passage in self.passages]
        show = self.note.hold if same and self.note.modified() else self.note.set_value
        show(notes[0], len(set(notes)) > 1)
        states = {passage.state for passage in self.passages}
        self.state.set_value(self.passages[0].state, len(states) > 1)

    def _fresh_form(self, kind: str | None) -> FieldForm | None:
        if self.form:
            self.forms.removeWidget(self.form)
            self.form.deleteLater()
        if not kind:
            return None
        form = FieldForm(KINDS[kind], self.language, self.names)
        form.setEnabled(not self.read_only)
        form.changed.connect(self._ask)
        self.forms.addWidget(form)
        form.show()
        self._chain([*self.switch.buttons.values(), *form.editors.values()])
        return form

    def _chain(self, first: Sequence[QWidget]) -> None:
        """Let Tab go on from these to what all kinds have, and only then to what leads elsewhere."""
        chain = [*first, self.state, self.note, self.add_label, self.place, self.more]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def event(self, event: QEvent) -> bool:
        """Keep Delete from the window: here it belongs to words, not to passages."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() == Qt.Key.Key_Delete and not event.modifiers())
            return event.isAccepted()
        return super().event(event)

    def _show_labels(self) -> None:
        having = Counter(label.id for passage in self.passages for label in passage.labels)
        labels = {label.id: label for passage in self.passages for label in passage.labels}
        self.chips.show_labels(
            (label.id, label.name, label.colour, having[label.id] < len(self.passages))
            for label in sorted(labels.values(), key=lambda label: (label.position, label.id))
        )
        self.picker.set_passages(self.ids(), having)

    def _expand(self) -> None:
        self.quote.set_expanded(not self.quote.expanded)
        self.more.setText(self.tr("Show less") if self.quote.expanded else self.tr("Show all"))

    def _reveal(self) -> None:
        passage = cast("Passage", self.passages[0])
        beside = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
        self.reveal_requested.emit(passage.document_id, passage.start, passage.end, passage.id, beside)


def local_time(moment: datetime) -> str:
    """A moment of the store, in UTC, as the analyst's clock showed it, to the minute."""
    return moment.replace(tzinfo=UTC).astimezone().strftime("%Y-%m-%d %H:%M")
