"""The library as a Qt model: documents grouped by the year they report on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QItemSelection,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from desktop import quality
from desktop.folding import folded
from desktop.stretches import stretches

if TYPE_CHECKING:
    from db.documents import Shelved
    from db.suggestions import Covered

Index = QModelIndex | QPersistentModelIndex

DOCUMENT_IDS = "application/x-cezhu-documents"
"""What is dragged out of the library: a JSON list of document ids."""

ROW = Qt.ItemDataRole.UserRole
"""The Shelved row of a document's index; None for a year's."""
YEAR = Qt.ItemDataRole.UserRole + 1
"""The year of a group's index (0: none is known); None for a document's."""

COVERED = Qt.ItemDataRole.UserRole + 2
"""How far a document is worked through: a Covered, or None where that is not known."""

TOP = 0


class LibraryModel(QAbstractItemModel):
    """Two levels, years over documents. A document's index carries its year's place, counted from 1."""

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[Shelved] = ()
        self.covered: Callable[[int], Covered | None] = lambda _id: None
        """How far a document is worked through; asked of those that are seen."""
        self.read: Callable[[int, int], int] = lambda _id, _length: 0
        """How much of a document of a certain length was read, in percent."""
        self._wanted = ""
        self._groups: list[tuple[int, list[Shelved]]] = []
        self._places: dict[int, tuple[int, int]] = {}
        """By document, the places of its year and of its line there."""

    def show(self, rows: Sequence[Shelved]) -> None:
        """Show these documents instead; the model is reset only where others are shown, or elsewhere."""
        self._all = rows
        self._arrange()

    def filter(self, words: str) -> None:
        """Keep the documents in whose title, issuer, number, year or file name every word occurs."""
        self._wanted = words
        self._arrange()

    def _arrange(self) -> None:
        wanted = folded(self._wanted).split()
        groups: dict[int, list[Shelved]] = {}
        for row in self._all:
            if all(word in _searched(row) for word in wanted):
                groups.setdefault(row.reference_year or 0, []).append(row)
        in_order = sorted(groups.items(), key=lambda group: group[0] or 9999)
        if _ids(in_order) == _ids(self._groups):
            self._groups = in_order
            self._tell_changed()
            return
        self.beginResetModel()
        self._groups = in_order
        self._places = {
            row.id: (place, line) for place, (_, rows) in enumerate(in_order) for line, row in enumerate(rows)
        }
        self.endResetModel()

    def _tell_changed(self) -> None:
        for place, (_, rows) in enumerate(self._groups, 1):
            self.dataChanged.emit(self.createIndex(0, 0, place), self.createIndex(len(rows) - 1, 0, place))

    def count(self) -> int:
        """How many documents are shown."""
        return len(self._places)

    def index_of(self, document_id: int) -> QModelIndex:
        """The index of a document; an invalid one where it is not shown."""
        if document_id not in self._places:
            return QModelIndex()
        place, line = self._places[document_id]
        return self.createIndex(line, 0, place + 1)

    def ids(self, selection: QItemSelection) -> list[int]:
        """The documents of a selection, from top to bottom."""
        ranges = ((found.parent().row(), found.top(), found.bottom()) for found in selection.toList())
        return [
            row.id
            for place, top, bottom in sorted(ranges)
            if place >= 0
            for row in self._groups[place][1][top : bottom + 1]
        ]

    def selection(self, ids: Iterable[int]) -> QItemSelection:
        """A selection of these documents, as far as they are shown."""
        selection = QItemSelection()
        known = sorted(self._places[id_] for id_ in set(ids) & self._places.keys())
        for place, some in groupby(known, key=itemgetter(0)):
            for first, last in stretches(line for _, line in some):
                selection.select(self.createIndex(first, 0, place + 1), self.createIndex(last, 0, place + 1))
        return selection

    def index(self, line: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(line, column, parent):
            return QModelIndex()
        return self.createIndex(line, column, parent.row() + 1 if parent.isValid() else TOP)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        place = int(index.internalId()) if index.isValid() else TOP
        return QModelIndex() if place == TOP else self.createIndex(place - 1, 0, TOP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()][1]) if parent.internalId() == TOP else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = int(index.internalId())
        if place == TOP:
            return self._of_year(self._groups[index.row()][0], role)
        row = self._groups[place - 1][1][index.row()]
        if role == COVERED:
            return self.covered(row.id)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (_told(row), self._progress(row))))
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        return row if role == ROW else None

    def _progress(self, row: Shelved) -> str:
        """How far a document is worked through, in words."""
        if (covered := self.covered(row.id)) is None:
            return ""
        words = self.tr(
            "{paragraphs} paragraphs: {tagged} tagged, {waiting} with suggestions only · {read} % read"
        )
        figures = {name: f"{figure:,}" for name, figure in covered._asdict().items()}
        return words.format(**figures, read=self.read(row.id, row.length))

    def _of_year(self, year: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(year) if year else self.tr("No year")
        return year if role == YEAR else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.internalId() == TOP:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [DOCUMENT_IDS]

    def mimeData(self, indexes: Iterable[Index]) -> QMimeData:
        data = QMimeData()
        ids = [index.data(ROW).id for index in indexes if index.data(ROW)]
        data.setData(DOCUMENT_IDS, json.dumps(ids).encode())
        return data


def dragged_ids(data: QMimeData) -> list[int]:
    """The documents dragged out of the library; none for any other drag."""
    return list(json.loads(bytes(data.data(DOCUMENT_IDS).data()))) if data.hasFormat(DOCUMENT_IDS) else []


def _ids(groups: Sequence[tuple[int, list[Shelved]]]) -> list[tuple[int, list[int]]]:
    return [(year, [row.id for row in rows]) for year, rows in groups]


def _told(row: Shelved) -> str:
    how = QCoreApplication.translate(
        "LibraryModel", "Double click opens it; the middle button opens it beside."
    )
    notes = quality.notes(row.quality, row.length)
    return "\n".join(filter(None, (row.title, row.issuer, row.number, row.source_name, *notes, how)))


def _searched(row: Shelved) -> str:
    known = (row.title, row.issuer, row.number, row.source_name, row.reference_year)
    return folded(" ".join(str(part) for part in known if part))
