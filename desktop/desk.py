"""The four parts of an open project on one desk: library, panes, inspector, and the ledgers below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from desktop.library_panel import LibraryPanel
from desktop.reading_view import ReadingView
from desktop.theme import Theme

if TYPE_CHECKING:
    from db.documents import Shelved
    from desktop.inspector import Inspector
    from desktop.ledger_panel import LedgerPanel

COLUMNS = (264, 1010, 326)
ROWS = (650, 240)
PANE, CROWDED = 336, 3
"""The width a pane needs for sixteen characters a line, and the number of panes that are given it."""
"""Widths and heights of the parts in a window of 1600 × 1000, to begin with."""


class Desk(QWidget):
    """Lays the parts out, hides and shows them, and remembers their sizes.

    Documents can be read at once; inspector and ledgers come with `complete`, into the room kept for them.
    """

    shown_changed = Signal(str, bool)
    """A part shall be shown or hidden to make room."""

    inspector: Inspector
    ledgers: LedgerPanel
    _folded = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.library = LibraryPanel()
        self.reading = ReadingView()
        self.sides: dict[str, QWidget] = {"library": self.library, "inspector": _room(), "ledgers": _room()}
        """The parts that can be hidden, by the names of their commands."""
        self.columns = _splitter(
            Qt.Orientation.Horizontal, self.library, self.reading, self.sides["inspector"]
        )
        self.rows = _splitter(Qt.Orientation.Vertical, self.columns, self.sides["ledgers"])
        self.columns.setStretchFactor(1, 1)
        self.rows.setStretchFactor(0, 1)
        for part, width in ((self.library, 180), (self.reading, 300), (self.sides["inspector"], 240)):
            part.setMinimumWidth(width)
        self.sides["ledgers"].setMinimumHeight(120)
        self._sizes = {"columns": list(COLUMNS), "rows": list(ROWS)}
        """What a splitter out of sight does not know: it has not been laid out, or not since."""
        self._set_sizes(self._sizes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)
        self.reading.count_changed.connect(self.make_room)

    def show_imported(self, rows: Sequence[Shelved], ids: Sequence[int]) -> None:
        """Documents came: choose the first in the library, and open it where the active pane is empty.

        Where nothing is open, several are shown by the last two years of them. The keyboard goes to what is
        opened. `rows` are all documents.
        """
        self.library.fill(rows)
        self.library.choose(ids[:1])
        if len(ids) > 1 and not self.reading.shown_ids():
            self.reading.restore(side_by_side(row for row in rows if row.id in ids), ids)
        elif self.reading.document_id is None:
            self.reading.open(ids[0])
        else:
            return
        self.reading.pane.setFocus()

    def make_room(self) -> None:
        """Let inspector and library give way, as far as they can, to panes that would be too narrow.

        Where that is not enough the library is folded, until fewer panes need less.
        """
        panes = len(self.reading.frames)
        least = panes * PANE if panes >= CROWDED else 0
        if not self.isVisible() or sum(self.columns.sizes()) == 0:
            return
        if self._folded and sum(self.columns.sizes()) >= least + self._aside():
            self._fold(False)
        self._shrink(least)
        if self.columns.sizes()[1] < least and not self.library.isHidden():
            self._fold(True)
            self._shrink(least)

    def _aside(self) -> int:
        """What library and inspector take at least."""
        parts = (self.library, self.sides["inspector"])
        return sum(part.minimumWidth() for part in parts if part is self.library or not part.isHidden())

    def _fold(self, away: bool) -> None:
        self._folded = away
        self.shown_changed.emit("library", not away)

    def _shrink(self, least: int) -> None:
        library, reading, aside = self.columns.sizes()
        by_inspector = _spare(aside, self.sides["inspector"], least - reading)
        by_library = _spare(library, self.library, least - reading - by_inspector)
        if given := by_inspector + by_library:
            self.columns.setSizes([library - by_library, reading + given, aside - by_inspector])

    def show_documents(self, rows: Sequence[Shelved], panes: dict[str, Any]) -> None:
        """Fill the library, and have open in the panes what their state tells."""
        self.library.fill(rows)
        self.reading.restore(panes or side_by_side(rows), [row.id for row in rows])
        self.reading.pane.setFocus()

    def complete(self, language: str) -> None:
        """Bring in inspector and ledgers. `language`, "zh" or "en", names kinds and fields there."""
        from desktop.inspector import Inspector
        from desktop.ledger_panel import LedgerPanel

        self.inspector = Inspector(language)
        self.ledgers = LedgerPanel(language)
        sizes = self.sizes()
        for splitter, name, panel in (
            (self.columns, "inspector", self.inspector),
            (self.rows, "ledgers", self.ledgers),
        ):
            room = self.sides[name]
            panel.setMinimumSize(room.minimumSize())
            if room.isHidden():
                panel.hide()
            splitter.replaceWidget(splitter.indexOf(room), panel)
            self.sides[name] = panel
            room.deleteLater()
        self._set_sizes(sizes)

    def shows(self, name: str) -> Callable[[bool], None]:
        """What the command of a part calls."""
        return self.sides[name].setVisible

    def show_ledger(self, name: str) -> None:
        """Bring a ledger to the front, and the keyboard to it."""
        self.ledgers.show()
        self.ledgers.show_tab(name)
        self.ledgers.page.view.setFocus()

    def set_theme(self, theme: Theme) -> None:
        for part in (self.library, self.reading, self.inspector, self.ledgers):
            part.set_theme(theme)

    def set_read_only(self, read_only: bool) -> None:
        self.inspector.set_read_only(read_only)
        self.ledgers.set_read_only(read_only)

    def sizes(self) -> dict[str, list[int]]:
        """Widths and heights of the parts."""
        if self.isVisible():
            self._sizes = self._laid_out()
        return self._sizes

    def hideEvent(self, event: QHideEvent) -> None:
        self._sizes = self._laid_out()
        super().hideEvent(event)

    def _laid_out(self) -> dict[str, list[int]]:
        """What stands below the documents, ledgers or the panel year on year, counts as one."""
        top, *below = self.rows.sizes()
        return {"columns": self.columns.sizes(), "rows": [top, max(below)]}

    def state(self) -> dict[str, Any]:
        """Sizes and hidden parts, as plain values."""
        hidden = [name for name, part in self.sides.items() if part.isHidden()]
        return {**self.sizes(), "hidden": hidden}

    def restore(self, state: dict[str, Any]) -> None:
        """What `state` gave; what does not fit is passed over."""
        for name, known in self._sizes.items():
            kept = state.get(name, [])
            if len(kept) == len(known) and all(type(size) is int for size in kept) and any(kept):
                self._sizes[name] = kept
        self._set_sizes(self._sizes)
        for name, part in self.sides.items():
            part.setHidden(name in state.get("hidden", []))

    def _set_sizes(self, sizes: dict[str, list[int]]) -> None:
        self.columns.setSizes(sizes["columns"])
        self.rows.setSizes(sizes["rows"])


def side_by_side(rows: Iterable[Shelved]) -> dict[str, Any]:
    """What stands open in a project seen for the first time: the last two years, as a state of the panes."""
    in_order = sorted(rows, key=lambda row: (row.reference_year or 0, row.id))
    return {"panes": [{"document": row.id} for row in in_order[-2:]]}


def _spare(width: int, part: QWidget, wanted: int) -> int:
    """How much of what is wanted a part can give."""
    return max(0, min(wanted, width - part.minimumWidth()))


def _room() -> QFrame:
    """What stands where a panel will be."""
    room = QFrame()
    room.setObjectName("room")
    return room


def _splitter(orientation: Qt.Orientation, *parts: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for part in parts:
        splitter.addWidget(part)
    return splitter
