"""Cells of a ledger that are edited in place."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QObject, QStringListModel, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.field_editors import ChoiceEditor, LineEditor, editor_of
from desktop.ledger_model import Index, LedgerModel


class CellDelegate(QStyledItemDelegate):
    """Opens the field's own editor in a cell."""

    def __init__(
        self,
        model: LedgerModel,
        names: QStringListModel,
        apply: Callable[[Index, Any], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.ledger, self.names, self.apply = model, names, apply

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = self.ledger.columns[index.column()].field
        editor = editor_of(field, self.ledger.language, self.names, parent)
        editor.setAutoFillBackground(True)
        if isinstance(editor, ChoiceEditor):
            editor.confirmed.connect(lambda _value: self._finish(editor))
        return editor

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, LineEditor | ChoiceEditor)
        show = editor.hold if editor.modified() else editor.set_value
        show(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, LineEditor | ChoiceEditor)
        if isinstance(editor, ChoiceEditor) or editor.readable():
            self.apply(index, editor.value())
