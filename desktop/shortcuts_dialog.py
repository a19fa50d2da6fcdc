"""All commands with their keys, by menu."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.actions import bare, said, shown_keys
from desktop.commands import COMMANDS, MENUS
from desktop.dialog_parts import GAP, lay_out
from desktop.filter_field import FilterField
from desktop.folding import folded

Index = QModelIndex | QPersistentModelIndex

NAME, KEYS = 0, 1
"""Columns."""
LINE = QSize(0, 30)
PAD, CAP = 8, 22
"""Pixels beside the words on a key cap, and its height."""
SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class KeyCaps(QStyledItemDelegate):
    """Draws keys as caps from the right, one for each way to give the command."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        widths = (_width(option, keys) + PAD for keys in _ways(index))
        return QSize(sum(widths) + 2 * PAD, LINE.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = option.rect.right() - PAD
        for keys in reversed(_ways(index)):
            width = _width(option, keys)
            cap = QRect(right - width, option.rect.top() + (option.rect.height() - CAP) // 2, width, CAP)
            painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
            painter.setBrush(option.palette.color(QPalette.ColorRole.AlternateBase))
            painter.drawRoundedRect(cap, 4, 4)
            painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
            right = cap.left() - PAD
        painter.restore()


def _ways(index: Index) -> list[str]:
    return [keys for keys in str(index.data() or "").split(", ") if keys]


def _width(option: QStyleOptionViewItem, keys: str) -> int:
    return option.fontMetrics.horizontalAdvance(keys) + 2 * PAD


class ShortcutsDialog(QDialog):
    """A field that filters by words or keys, over the commands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts_dialog")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(520, 620)
        self.setMinimumSize(400, 320)
        self.field = FilterField()
        self.field.setPlaceholderText(self.tr("Filter by command or key"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._filter)
        self.list = _fresh_list()
        self._menus: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        for menu, commands in _by_menu():
            self._add_menu(menu, commands)
        self.list.expandAll()
        content = QVBoxLayout()
        content.setSpacing(GAP)
        content.addWidget(self.field)
        content.addWidget(self.list)
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        lay_out(self, content, buttons)
        self.field.setFocus()

    def shown(self) -> list[tuple[str, str]]:
        """The commands shown, each with its keys."""
        lines = [line for _, lines in self._menus for line in lines if not line.isHidden()]
        return [(line.text(NAME), line.text(KEYS)) for line in lines]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the list be scrolled by keys while one types in the field."""
        if event.key() in SCROLLING:
            self.list.setFocus()
            self.list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _add_menu(self, menu: str, commands: list[tuple[str, str]]) -> None:
        above = QTreeWidgetItem(self.list, [menu])
        above.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = QFont(self.list.font())
        font.setWeight(QFont.Weight.DemiBold)
        above.setFont(NAME, font)
        above.setSizeHint(NAME, LINE)
        lines = [QTreeWidgetItem(above, list(words)) for words in commands]
        for line in lines:
            line.setSizeHint(NAME, LINE)
        self._menus.append((above, lines))

    def _filter(self, typed: str) -> None:
        wanted = folded(typed).split()
        for above, lines in self._menus:
            for line in lines:
                words = folded(f"{above.text(NAME)} {line.text(NAME)} {line.text(KEYS)}")
                line.setHidden(not all(word in words for word in wanted))
            above.setHidden(all(line.isHidden() for line in lines))


def _by_menu() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each menu by its path, "View › Panes", with the texts and keys of its commands."""
    for path in MENUS:
        commands = [(bare(said(c.text)), shown_keys(c)) for c in COMMANDS if c.menu == path]
        yield " › ".join(bare(said(name)) for name in path.split("/")), commands


def _fresh_list() -> QTreeWidget:
    fresh = QTreeWidget()
    fresh.setColumnCount(2)
    fresh.setHeaderHidden(True)
    fresh.setRootIsDecorated(False)
    fresh.setItemsExpandable(False)
    fresh.setIndentation(12)
    fresh.setItemDelegateForColumn(KEYS, KeyCaps(fresh))
    fresh.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    fresh.header().setStretchLastSection(False)
    fresh.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
    fresh.header().setSectionResizeMode(KEYS, QHeaderView.ResizeMode.ResizeToContents)
    return fresh
