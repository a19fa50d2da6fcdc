"""Fills the panel year on year from the store, and carries out what is decided there.

Promises are shown as they are stored, and again when they have followed what changed. All else that takes
long is worked out beside the window on plain values. It is done again by itself when passages or documents
have changed, where that is quick; else the panel offers to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.asking import Asking
from desktop.desk import Desk
from desktop.theme import LIGHT, Theme
from desktop.tracking.decisions import Decisions
from desktop.tracking.following import Following
from desktop.work import LongWork, Tick, Work
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from db.store import Store
    from desktop.tracking.compared import Asked, Compared
    from desktop.tracking.panel import TrackingPanel
    from desktop.tracking.promises import Promises
    from workbench.policy_register import Named, RegisterRow
    from workbench.tracker import Place, Tracked

LATER = 400
"""Milliseconds after the last change until the panel follows."""
TALL = 0.5
"""Share of the desk's height the panel is given at least."""
TABS = ("tracker", "timeline", "register", "comparison")
TRACKED = TABS[:2]
"""The tabs that show tracked promises."""


class Beside(NamedTuple):
    """A stretch of a document."""

    document_id: int
    start: int
    end: int
    passage_id: None = None


class Tracking(QObject):
    """Brings the panel in when it is first asked for."""

    working = Signal(LongWork)
    """Long work is to be done."""
    export_requested = Signal()
    told = Signal(str)
    """A notice for the analyst."""

    panel: TrackingPanel | None = None

    def __init__(self, workspace: Workspace, desk: Desk, language: str, window: QWidget) -> None:
        super().__init__(window)
        self.workspace, self.desk, self.language, self.window = workspace, desk, language, window
        self.theme = LIGHT
        self.following = Following(workspace, self)
        self.following.working.connect(self.working)
        self.following.begun.connect(self._tell)
        self.following.ended.connect(self._show_followed)
        self.decisions = Decisions(workspace, desk, language, window, self.following.ready)
        self.decisions.told.connect(self.told)
        self._stale: set[str] = set()
        self._under_way: set[str] = set()
        self._pair: tuple[int, int] | None = None
        self._promises: Promises | None = None
        self._ledgers_were = True
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self._follow)
        workspace.saved.connect(lambda _back: self._mark())
        workspace.opened.connect(self._begin)
        workspace.closed.connect(self.put_away)
        desk.reading.active_changed.connect(self._follow_panes)
        desk.ledgers.installEventFilter(self)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the commands of the tabs do."""
        return {**{name: partial(self.show, name) for name in TABS}, "suggest_links": self.suggest_links}

    @property
    def busy(self) -> bool:
        """Whether something is being worked out."""
        return bool(self._under_way) or self.following.busy

    def show(self, name: str) -> None:
        """Show a tab in the place of the ledgers, or put the panel away where it is in sight already."""
        panel = self._panel()
        keyboard = QApplication.focusWidget()
        if panel.isVisible() and panel.tab == name and keyboard and panel.isAncestorOf(keyboard):
            self.put_away()
        else:
            self._bring(panel, name)

    def _bring(self, panel: TrackingPanel, name: str) -> None:
        if not panel.isVisible():
            self._make_room(panel)
        panel.show_tab(name)
        self._fill()
        panel.views[name].setFocus()

    def suggest_links(self) -> None:
        """Store what the tracker proposes as suggested links, which passages then show in the inspector."""
        self._bring(self._panel(), "tracker")
        self.following.ready(self._suggest_links)

    def _suggest_links(self) -> None:
        if self._promises is not None:
            self.told.emit(self.decisions.suggest(self._promises.joined()))

    def put_away(self) -> None:
        """Hide the panel; the ledgers stand in its place again where they did before."""
        if self.panel is not None and not self.panel.isHidden():
            self.panel.hide()
            if self._ledgers_were:
                self.desk.shown_changed.emit("ledgers", True)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        if self.panel is not None:
            self.panel.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ledgers that are shown take their place back."""
        if event.type() == QEvent.Type.Show and self.panel is not None:
            self.panel.hide()
        return super().eventFilter(watched, event)

    def _panel(self) -> TrackingPanel:
        if self.panel is None:
            from desktop.tracking.panel import TrackingPanel

            self.panel = TrackingPanel(self.language)
            self.panel.hide()
            self.desk.rows.addWidget(self.panel)
            self._stale = set(TABS)
            self.panel.set_theme(self.theme)
            self._connect(self.panel)
        return self.panel

    def _connect(self, panel: TrackingPanel) -> None:
        from workbench import naming

        panel.tab_changed.connect(lambda _tab: self._fill())
        panel.close_requested.connect(self.put_away)
        panel.refresh_requested.connect(self._fill)
        tracker, timeline, register = panel.tracker, panel.timeline, panel.register
        for view in (tracker, timeline, register):
            view.show_requested.connect(self.show_places)
        tracker.confirm_requested.connect(self.decisions.confirm)
        tracker.refuse_requested.connect(self.decisions.refuse)
        tracker.judge_requested.connect(self.decisions.judge)
        tracker.choose_requested.connect(self.decisions.choose)
        for decided in (tracker.confirm_requested, tracker.refuse_requested, tracker.judge_requested):
            decided.connect(lambda *_: self._fill())
        tracker.timeline_requested.connect(self._show_timeline)
        tracker.export_requested.connect(self.export_requested)
        timeline.saving_failed.connect(self.workspace.failed)
        for kind, names in (("policy", register), ("indicator", timeline)):
            names.merge_requested.connect(partial(self.workspace.do, naming.merge, kind))
            names.split_requested.connect(partial(self.workspace.do, naming.split, kind))
        panel.comparison.show_requested.connect(self._show_compared)

    def _make_room(self, panel: TrackingPanel) -> None:
        """Take the place of the ledgers, and half of the height where they had less."""
        top, *lower = self.desk.rows.sizes()
        self._ledgers_were = not self.desk.ledgers.isHidden()
        self.desk.shown_changed.emit("ledgers", False)
        panel.show()
        panel.set_read_only(not self.workspace.writable)
        whole = top + sum(lower)
        height = max(max(lower), round(whole * TALL))
        self.desk.rows.setSizes([whole - height, height, height])

    def show_places(self, left: Place | Named | Beside, right: Place | Beside | None) -> None:
        """Show a quote, or a promise on the left and its report on the right."""
        from desktop.tracking import beside

        beside.show(self.desk.reading, left, right)
        if left.passage_id is not None:
            self.desk.reading.passage_clicked.emit(left.passage_id)

    def _show_compared(self, row: Compared) -> None:
        if self._pair is not None:
            a, b = self._pair
            left, right = Beside(a, row.a_start, row.a_end), Beside(b, row.b_start, row.b_end)
            self.show_places(left, right)

    def _show_timeline(self, row: Tracked) -> None:
        panel = self._panel()
        panel.show_tab("timeline")
        panel.timeline.show_indicator(row)
        panel.timeline.setFocus()

    def _begin(self) -> None:
        """Another project: its documents are read for the first time, however long that takes."""
        self._promises, self._pair = None, None
        self._mark()

    def _mark(self) -> None:
        """What is shown may be of yesterday."""
        if self.panel is not None:
            self._stale = set(self.panel.views)
            self._later.start()

    def _follow(self) -> None:
        """Fill the tab in sight anew, or offer to where it takes long."""
        if self.panel is None or not self.panel.isVisible() or not self.workspace.is_open:
            return
        if self.panel.tab in TRACKED:
            self._follow_promises(self.panel)
        elif self.panel.tab == "comparison" or self.following.is_quick():
            self._fill()
        elif self.panel.tab in self._stale:
            self.panel.offer_refresh()

    def _follow_panes(self) -> None:
        if self.panel is not None and self.panel.isVisible() and self.panel.tab == "comparison":
            self._later.start()

    def _fill(self) -> None:
        """Fill the tab in sight, where it is not as the project is."""
        panel = self._panel()
        if not self.workspace.is_open:
            return
        if panel.tab == "comparison":
            self._compare(panel)
        elif panel.tab in TRACKED:
            self._show_promises(panel)
            self.following.follow()
        elif panel.tab in self._stale and panel.tab not in self._under_way:
            self.following.ready(partial(self._register, panel))

    def _show_promises(self, panel: TrackingPanel) -> None:
        """Show the promises in the tab in sight as they are stored, where they may be other ones."""
        from desktop.tracking.promises import Promises

        if panel.tab in self._stale:
            self._stale.discard(panel.tab)
            self._promises = self._promises or Promises(self.workspace.store)
            if panel.tab == "tracker":
                panel.tracker.show_promises(self._promises, self.following.is_done)
            else:
                panel.timeline.show_promises(self._promises)

    def _follow_promises(self, panel: TrackingPanel) -> None:
        """Show promises when they have followed what changed, where that is quick; else as stored."""
        if self.following.due and self.following.is_quick():
            self.following.follow()
            return
        self._show_promises(panel)
        if self.following.due and not self.following.busy:
            panel.offer_refresh()

    def _show_followed(self, done: bool) -> None:
        """What is stored of promises is the newest, or as far as it came."""
        if self.panel is None:
            return
        self._stale |= set(TRACKED)
        self.panel.tell("")
        if self.workspace.is_open and self.panel.isVisible() and self.panel.tab in TRACKED:
            self._show_promises(self.panel)
        if not done:
            self.panel.offer_refresh()
        elif self.following.due:
            self._later.start()

    def _tell(self, words: str) -> None:
        if self.panel is not None:
            self.panel.tell(words)

    def _register(self, panel: TrackingPanel) -> None:
        from workbench import policy_register

        if "register" not in self._stale - self._under_way:
            return
        asking = Asking(self.workspace, self)

        def call(tick: Tick) -> tuple[list[RegisterRow], dict[str, str]]:
            material = policy_register.load(asking.through(tick), tick)
            return policy_register.made(material), material.aliases

        def show(found: tuple[list[RegisterRow], dict[str, str]]) -> None:
            panel.register.show_rows(*found)

        asking.setParent(self._work(("register",), call, show, self.tr("Reading the policies")))

    def _compare(self, panel: TrackingPanel) -> None:
        from desktop.tracking import compared
        from workbench import comparing

        pair = self._documents()
        if pair is None:
            self._pair = None
            panel.comparison.clear(False)
        elif "comparison" not in self._under_way and (pair != self._pair or "comparison" in self._stale):
            if pair != self._pair:
                panel.comparison.clear(True)
            self._pair = pair
            store = self.workspace.store
            a, b = (comparing.text(store, id_) for id_ in pair)
            asked = compared.Asked(a, b, *comparing.set_tasks(store, *pair))
            self._work(
                ("comparison",),
                lambda _tick: compared.work_out(asked),
                lambda found: self._show_comparison(panel, pair, asked, found),
                self.tr("Comparing two documents"),
            )

    def _show_comparison(
        self, panel: TrackingPanel, pair: tuple[int, int], asked: Asked, found: tuple[Any, Any]
    ) -> None:
        from desktop.tracking import compared
        from workbench import comparing

        if pair == self._documents():
            alignment, tasks = found
            comparison = comparing.summary(self.workspace.store, *pair, alignment)
            panel.comparison.show_comparison(
                (comparison.a_title, comparison.b_title),
                comparison.counts,
                compared.rows(comparison, asked, tasks),
            )
        else:
            self._later.start()

    def _documents(self) -> tuple[int, int] | None:
        """The two documents in the first panes that show different ones."""
        shown = list(dict.fromkeys(self.desk.reading.shown_ids()))
        return (shown[0], shown[1]) if len(shown) > 1 else None

    def _work(
        self,
        tabs: Sequence[str],
        call: Callable[[Tick], Any],
        show: Callable[[Any], object],
        words: str,
    ) -> Work:
        """Work something out beside the window, and show it in tabs; their project may be gone by then."""
        store = self.workspace.store
        self._stale -= set(tabs)
        self._under_way |= set(tabs)
        self._panel().tell(words)
        work = Work(call, self, words, self.tr("The view was not filled."))
        work.done.connect(lambda value: self._take(tabs, store, show, value))
        for end in (work.failed, work.stopped):
            end.connect(lambda *_told: self._give_up(tabs))
        self.working.emit(work)
        return work

    def _take(self, tabs: Sequence[str], store: Store, show: Callable[[Any], object], value: Any) -> None:
        self._end(tabs)
        if self.workspace.is_open and self.workspace.store is store:
            show(value)

    def _end(self, tabs: Sequence[str]) -> None:
        self._under_way -= set(tabs)
        self._panel().tell("")
        if self._stale & set(tabs):
            self._later.start()

    def _give_up(self, tabs: Sequence[str]) -> None:
        """The work was stopped or failed: it may be asked for again."""
        self._end(tabs)
        self._stale |= set(tabs)
        self._later.stop()
        self._panel().offer_refresh()
