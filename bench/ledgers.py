"""ledger: 10,000 rows shown, sorted and filtered, against a table model over a plain list."""

from collections.abc import Iterator
from datetime import datetime
from random import Random
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QTableView

from bench.material import blocks, fields, places
from bench.measure import Result, Side, alternate
from bench.screen import application, painted, shown
from db.kinds import KINDS
from db.ledgers import Row
from desktop.ledger_columns import columns_of
from desktop.ledger_panel import LedgerPanel

ROWS = 10_000
SIZE = QSize(1500, 320)
KIND = KINDS["target"]
VALUE = [field.name for field in KIND.fields].index("value")
TYPED = (("园", "园区", "园区基"), ("技", "技术", "技术改"))
"""Words as they are typed, by turns."""


def measure() -> Iterator[Result]:
    application()
    panel, bare = LedgerPanel("zh"), Bare()
    table = QTableView()
    table.setModel(bare)
    panel.show_tab(KIND.name)
    shown(panel, SIZE)
    shown(table, SIZE)
    versions = [rows(seed) for seed in (5, 6)]
    plain = [[cells(row) for row in version] for version in versions]
    model, view = panel.page.model, panel.page.view

    def show(run: int) -> None:
        panel.set_rows(KIND.name, versions[run % 2])

    def show_bare(run: int) -> None:
        bare.set_rows(plain[run % 2])

    def type_words(run: int) -> None:
        for typed in TYPED[run % 2]:
            model.set_words(typed)

    def filtered(run: int) -> float:
        model.set_words("")
        show(run)
        return painted(view, lambda: type_words(run))

    def filtered_bare(run: int) -> float:
        show_bare(run)
        return painted(table, lambda: bare.filter(TYPED[run % 2]))

    sides: dict[str, tuple[Side, Side]] = {
        "shown": (
            lambda run: painted(view, lambda: show(run)),
            lambda run: painted(table, lambda: show_bare(run)),
        ),
        "sorted": (
            lambda run: painted(view, lambda: model.sort(VALUE, ORDERS[run % 2])),
            lambda run: painted(table, lambda: bare.sort(VALUE, ORDERS[run % 2])),
        ),
        "filtered": (filtered, filtered_bare),
    }
    for work, (ours, limit) in sides.items():
        yield Result("ledger", f"{ROWS:,} rows {work}", *alternate(ours, limit), goal=2.0)


ORDERS = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)


def rows(seed: int) -> list[Row]:
    """Invented targets as the store lists them."""
    text, stretches = blocks()
    dice = Random(seed)
    return [
        row(seed * ROWS + number, text[place.start : place.end], place.start, dice)
        for number, place in enumerate(places(stretches, ROWS, seed))
    ]


def row(passage_id: int, quote: str, start: int, dice: Random) -> Row:
    values = fields(KIND.name, quote, dice)
    return Row(
        passage_id,
        1,
        "2022年全市工业和信息化工作要点",
        1 + start // 240,
        start,
        start + len(quote),
        quote,
        "confirmed",
        "",
        ("工业运行",),
        "分析员",
        datetime(2023, 3, 1),
        tuple(values.get(field.name) for field in KIND.fields),
    )


def cells(row: Row) -> list[Any]:
    """The values of a row in the columns of the ledger."""
    return [column.value(row) for column in columns_of(KIND.name)]


class Bare(QAbstractTableModel):
    """The least a table needs: a list of rows, printed as they are."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[Any]] = []
        self.shown: list[list[Any]] = []

    def set_rows(self, rows: list[list[Any]]) -> None:
        self.rows = rows
        self.show(list(rows))

    def show(self, rows: list[list[Any]]) -> None:
        self.beginResetModel()
        self.shown = rows
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.show(sorted(self.shown, key=lambda row: row[column] or 0, reverse=order == ORDERS[1]))

    def filter(self, words: tuple[str, ...]) -> None:
        """Rows that contain a word, for each word as it is typed; their texts are made once."""
        texts = ["\n".join(map(str, row)) for row in self.rows]
        for word in words:
            self.show([row for row, text in zip(self.rows, texts, strict=True) if word in text])

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self.shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self.shown[0]) if self.shown else 0

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self.shown[index.row()][index.column()])
        return None
