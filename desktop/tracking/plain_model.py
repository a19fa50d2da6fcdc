"""Rows whose state says nothing about whether they are confirmed."""

from typing import Any

from PySide6.QtCore import Qt

from desktop.ledger_model import Index, LedgerModel


class PlainModel(LedgerModel):
    """A ledger all of whose rows stand in the same ink."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return None if role == Qt.ItemDataRole.ForegroundRole else super().data(index, role)
