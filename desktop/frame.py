"""The frame of the window: all that is painted at the first moment.

Neither the store nor the panels are needed for it; `desktop/main_window.py` brings them in behind it.
"""

import base64

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import theme as themes
from desktop.actions import Actions
from desktop.banner import Banner
from desktop.search_field import SearchField
from desktop.settings import Memory, Settings
from desktop.start_page import StartPage
from desktop.status_line import StatusLine
from desktop.toolbar import Toolbar
from desktop.window_keys import WindowKeys

SIZE = QSize(1600, 1000)
DECORATION = QSize(0, 40)
"""What a desktop puts around a window: its title bar."""


class Frame(QMainWindow):
    """Menus, toolbar, the start page or an empty one, and the status line; all still without effect."""

    painted = Signal()
    """The window was painted for the first time, and what was painted is on the screen."""

    def __init__(self, settings: Settings, memory: Memory, language: str) -> None:
        """`language` is "zh" or "en": that of the names of kinds and fields."""
        themes.prepare(themes.chosen(settings.theme))
        super().__init__()
        self.settings, self.memory, self.language = settings, memory, language
        self.commands, self.keys = Actions(self), WindowKeys(self)
        self.search_field = SearchField()
        self.banner = Banner()
        self.status = StatusLine()
        self.start_page = StartPage(
            (
                (self.commands["sample"], "sample", self.tr("Two years of an invented city, tagged")),
                (self.commands["new"], "new", self.tr("An empty project, kept in one file")),
                (self.commands["open"], "open", self.tr("A project from your disk")),
            )
        )
        self._painted = False
        self._lay_out()
        self.resize(SIZE.boundedTo(self.screen().availableSize() - DECORATION))
        self.restoreGeometry(QByteArray(base64.b64decode(memory.geometry)))
        self.change_theme()

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Cezhu"))
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.commands.fill_menus(self.menuBar())
        self.toolbar = Toolbar(self.commands, self.search_field)
        self.addToolBar(self.toolbar)
        self.setStatusBar(self.status)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start_page)
        self.blank = QFrame()
        self.blank.setObjectName("blank")
        self.pages.addWidget(self.blank)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(body)
        self.start_page.show_recent(self.memory.recent)
        if self.settings.reopen and self.memory.recent:
            self.pages.setCurrentWidget(self.blank)
        self.commands.enable(())
        self.start_page.cards[0].setFocus()

    def change_theme(self) -> None:
        """Put on the theme of the settings, or of the system."""
        self.theme = themes.chosen(self.settings.theme)
        themes.prepare(self.theme)
        self.setStyleSheet(themes.style_sheet(self.theme))
        self.dress()

    def dress(self) -> None:
        """Let every part draw itself in the theme."""
        for part in (self.commands, self.banner, self.search_field, self.start_page):
            part.set_theme(self.theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self.commands["import"].isEnabled():
            event.acceptProposedAction()
