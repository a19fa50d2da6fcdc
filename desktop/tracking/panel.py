"""The panel year on year: tracker, timeline, policy register and comparison, a tab each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.icons import icon
from desktop.panel_head import small_button
from desktop.tab_line import TabLine
from desktop.theme import LIGHT, Theme
from desktop.tracking import keyboard
from desktop.tracking.comparison_view import ComparisonView
from desktop.tracking.register_view import RegisterView
from desktop.tracking.timeline_view import TimelineView
from desktop.tracking.tracker_view import TrackerView
from desktop.tracking.tracking import TABS


class TrackingPanel(QFrame):
    """Stands where the ledgers do, in their place; only the tab in sight is filled."""

    tab_changed = Signal(str)
    close_requested = Signal()
    refresh_requested = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.setObjectName("tracking_panel")
        self.setMinimumHeight(200)
        self.theme = LIGHT
        self.tracker, self.timeline = TrackerView(language), TimelineView(language)
        self.register, self.comparison = RegisterView(language), ComparisonView(language)
        self.views: dict[str, QWidget] = {name: getattr(self, name) for name in TABS}
        names = (self.tr("Tracker"), self.tr("Timeline"), self.tr("Policy register"), self.tr("Comparison"))
        self.tabs = TabLine("ledger_tabs")
        self.tabs.setUsesScrollButtons(False)
        for name in names:
            self.tabs.addTab(name)
        self.news = QLabel()
        self.news.setObjectName("head_count")
        self.refresh = QPushButton(self.tr("Refresh"))
        self.refresh.clicked.connect(lambda: self.refresh_requested.emit())
        self.refresh.hide()
        self.close_action = QAction(self.tr("Back to the ledgers"), self)
        self.close_action.triggered.connect(lambda: self.close_requested.emit())
        self._lay_out()
        self.tabs.currentChanged.connect(self._turn)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(4, 2, 8, 2)
        bar.setSpacing(8)
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        bar.addWidget(self.news)
        bar.addWidget(self.refresh)
        bar.addWidget(small_button(self.close_action))
        self.stack = QStackedWidget()
        for view in self.views.values():
            self.stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.stack, 1)

    @property
    def tab(self) -> str:
        """The name of the tab in sight."""
        return TABS[self.tabs.currentIndex()]

    def show_tab(self, name: str) -> None:
        self.tabs.setCurrentIndex(TABS.index(name))

    def tell(self, words: str) -> None:
        """Say beside the tabs what is under way."""
        self.refresh.hide()
        self.news.setText(words)

    def offer_refresh(self) -> None:
        """Say that what is shown is not the newest."""
        self.news.setText(self.tr("The project has changed."))
        self.refresh.show()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.close_action.setIcon(icon("close", theme))
        for view in (self.tracker, self.timeline, self.register, self.comparison):
            view.set_theme(theme)

    def set_read_only(self, read_only: bool) -> None:
        self.tracker.set_read_only(read_only)
        self.register.set_read_only(read_only)
        self.timeline.set_read_only(read_only)

    def event(self, event: QEvent) -> bool:
        """Keep letters from the window: there they change passages of the document."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(keyboard.types(event))
            return event.isAccepted()
        return super().event(event)

    def _turn(self, place: int) -> None:
        view = self.views[TABS[place]]
        keyboard.turn(self.stack, view, view)
        self.tab_changed.emit(self.tab)
