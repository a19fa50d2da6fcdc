"""The panel year on year: tracker, timeline, register and comparison, by clicks and keys."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from db import documents, links, lists, passages, tracked
from db.store import Store
from db.tracked import Sieve
from desktop.main_window import MainWindow
from desktop.tracking.choosing import ChooseDialog
from desktop.tracking.panel import TrackingPanel
from tests.desktop.conftest import document
from workbench import retracing, trace_sources
from workbench.tracker import Tracked

LEFT, KEYS = Qt.MouseButton.LeftButton, Qt.Key
VALUE_ADDED = "规模以上工业增加值"
PLAN = (
    "青禾市工业局2031年工作计划\n一、主要目标\n2031年主要预期目标：规模以上工业增加值增长7%左右，"
    "新增高新技术企业120家，技术改造投资增长10%以上。\n由技改处牵头，于6月底前建成数字工厂。\n"
    "印发《青禾市智能制造行动方案》。\n"
)
REPORT = (
    "青禾市工业局2031年工作总结和2032年工作安排\n一、2031年工作回顾\n2031年，规模以上工业增加值增长7.4%，"
    "新增高新技术企业112家，技术改造投资增长12.5%。\n二、2032年工作安排\n"
    "2032年主要预期目标：规模以上工业增加值增长8%左右，新增高新技术企业130家。\n"
    "落实《青禾市智能制造行动方案》。\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Document 1 promises three things, document 2 reports them and promises two; nothing is tagged."""
    path = tmp_path / "逐年.cezhu"
    with Store.create(path, author="王敏") as store:
        for text, year in ((PLAN, 2031), (REPORT, 2032)):
            with store.step("import") as session:
                documents.add(session, document(text, year), text.encode())
    return path


@pytest.fixture
def panel(qtbot: QtBot, window: MainWindow) -> TrackingPanel:
    """The panel with the tracker filled, from the key that opens it."""
    qtbot.keyClick(window.desk.reading.pane, KEYS.Key_F12)
    return filled(qtbot, window)


def filled(qtbot: QtBot, window: MainWindow) -> TrackingPanel:
    """The panel once everything is worked out that was asked for."""
    panel = window.tracking.panel
    assert panel is not None
    qtbot.wait(450)
    qtbot.waitUntil(lambda: not window.tracking.busy)
    return panel


def show(qtbot: QtBot, window: MainWindow, name: str) -> TrackingPanel:
    window.commands[name].trigger()
    return filled(qtbot, window)


def stored(window: MainWindow) -> list[tuple[str, str | None]]:
    """State and verdict of the links in the store."""
    with window.workspace.store.read() as session:
        return [(link.state, link.verdict) for link in links.every(session)]


def tag(window: MainWindow, document_id: int, text: str, words: str) -> int:
    """Tag words as a target, have it in focus; its id."""
    start = text.index(words)
    passage_id = window.workspace.tag(document_id, start, start + len(words), "target")
    assert passage_id is not None
    window.tagging.focus([passage_id])
    return passage_id


def click_cell(qtbot: QtBot, panel: TrackingPanel, row: Tracked) -> None:
    grid = panel.tracker.grid
    place = grid.visualRect(grid.lines.place_of(row)).center()
    qtbot.mouseClick(grid.viewport(), LEFT, pos=place)


def promises(panel: TrackingPanel) -> list[Tracked]:
    """All promises that are stored."""
    return list(panel.tracker.promises.rows(Sieve())) if panel.tracker.promises else []


def promise(panel: TrackingPanel, indicator: str) -> Tracked:
    return next(row for row in promises(panel) if row.indicator == indicator and row.report)


def test_a_key_brings_the_tracker_in_the_place_of_the_ledgers(
    window: MainWindow, panel: TrackingPanel
) -> None:
    assert panel.isVisible() and panel.tab == "tracker"
    assert not window.desk.ledgers.isVisible()
    assert {row.indicator for row in promises(panel)} >= {VALUE_ADDED, "新增高新技术企业"}
    panel.close_action.trigger()
    assert window.desk.ledgers.isVisible() and not panel.isVisible()


@pytest.mark.parametrize("width", [1280, 1600])
def test_the_panel_leaves_the_window_as_wide_as_it_is(qtbot: QtBot, window: MainWindow, width: int) -> None:
    window.resize(width, 800)
    bar = show(qtbot, window, "tracker").tracker.bar
    assert window.width() == width
    for part in (bar.wanted, bar.words, bar.confirm_all, bar.export, bar.shape):
        assert part.geometry().right() < width
        assert part.width() >= part.minimumSizeHint().width()


def test_the_same_key_puts_the_tracker_away_again(
    qtbot: QtBot, window: MainWindow, panel: TrackingPanel
) -> None:
    assert panel.tracker.grid.hasFocus()
    qtbot.keyClick(panel.tracker.grid, KEYS.Key_F12)
    assert not panel.isVisible() and window.desk.ledgers.isVisible()


def keyboard() -> QWidget:
    """What gets the next key."""
    there = QApplication.focusWidget()
    assert there is not None
    return there


@pytest.mark.parametrize(
    ("name", "modifiers"),
    [
        ("tracker", Qt.KeyboardModifier.NoModifier),
        ("timeline", Qt.KeyboardModifier.ShiftModifier),
        ("register", Qt.KeyboardModifier.ControlModifier),
        ("comparison", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_a_view_has_the_keyboard_at_once_and_when_it_is_filled(
    qtbot: QtBot, window: MainWindow, name: str, modifiers: Qt.KeyboardModifier
) -> None:
    window.desk.reading.open_beside(2)
    pane = window.desk.reading.pane
    pane.setFocus()
    qtbot.keyClick(pane, KEYS.Key_F12, modifiers)
    panel = window.tracking.panel
    assert panel is not None and panel.views[name].isAncestorOf(keyboard())
    filled(qtbot, window)
    view = panel.views[name].focusProxy()
    assert keyboard() is view and view.isVisible()
    before = view.currentIndex()
    assert before.isValid()
    qtbot.keyClick(keyboard(), KEYS.Key_Down)
    assert keyboard() is view and view.currentIndex().row() == min(1, view.model().rowCount() - 1)
    qtbot.keyClick(keyboard(), KEYS.Key_Up)
    assert view.currentIndex() == before


def test_letters_are_about_the_trace_and_not_about_the_text(
    qtbot: QtBot, window: MainWindow, panel: TrackingPanel
) -> None:
    with window.workspace.store.step("suggest") as session:
        start = PLAN.index("由技改处牵头")
        waiting = passages.tag(session, 1, start, start + 6, "task", state="suggested")
    window.refresh.passages(window.workspace.store.last_change)
    window.tagging.focus([waiting])
    qtbot.waitUntil(window.commands["confirm_next"].isEnabled)
    qtbot.keyClick(keyboard(), KEYS.Key_X)
    qtbot.keyClick(keyboard(), KEYS.Key_Backspace)
    qtbot.keyClick(keyboard(), KEYS.Key_Y)
    assert stored(window) == [("confirmed", None)]
    filled(qtbot, window)
    qtbot.keyClick(keyboard(), KEYS.Key_N)
    filled(qtbot, window)
    assert stored(window) == [("rejected", None)]
    with window.workspace.store.read() as session:
        assert passages.get(session, waiting).state == "suggested"


def test_letters_work_in_the_list_too(qtbot: QtBot, window: MainWindow, panel: TrackingPanel) -> None:
    qtbot.mouseClick(panel.tracker.bar.shape.buttons["list"], LEFT)
    window.desk.reading.pane.setFocus()
    qtbot.keyClick(window.desk.reading.pane, KEYS.Key_F12)
    assert keyboard() is panel.tracker.list
    qtbot.keyClick(keyboard(), KEYS.Key_Y)
    assert stored(window) == [("confirmed", None)]


def test_the_timeline_of_a_promise_has_the_keyboard(
    qtbot: QtBot, window: MainWindow, panel: TrackingPanel
) -> None:
    exports: list[bool] = []
    window.commands["briefing"].triggered.disconnect()
    window.commands["briefing"].triggered.connect(lambda: exports.append(True))
    qtbot.keyClick(keyboard(), KEYS.Key_T)
    assert panel.tab == "timeline" and keyboard() is panel.timeline.names
    qtbot.keyClick(keyboard(), KEYS.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert exports == [True]
    qtbot.mouseClick(panel.tabs, LEFT, pos=panel.tabs.tabRect(2).center())
    assert panel.register.isAncestorOf(keyboard())


def test_tracking_that_is_cancelled_can_be_asked_for_again(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = threading.Event()
    bring_up_to_date = retracing.bring_up_to_date

    def patient(ask: Any, tick: Callable[[int, int], None]) -> int:
        stopped.wait(5)
        return bring_up_to_date(ask, tick)

    monkeypatch.setattr(retracing, "bring_up_to_date", patient)
    window.commands["tracker"].trigger()
    window.works.cancel()
    stopped.set()
    panel = filled(qtbot, window)
    assert promises(panel) == [] and panel.refresh.isVisible()
    qtbot.mouseClick(panel.refresh, LEFT)
    filled(qtbot, window)
    assert promises(panel) and not panel.refresh.isVisible()


def test_promises_are_shown_at_once_when_the_project_is_opened_again(
    qtbot: QtBot, window: MainWindow, project: Path, panel: TrackingPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = promises(panel)
    window.commands["close_project"].trigger()
    monkeypatch.setattr(trace_sources, "read", lambda own, source: pytest.fail("read again"))
    assert window.opening.open(project)
    window.commands["tracker"].trigger()
    assert panel.tracker.grid.lines.rowCount() > 0 and promises(panel) == before
    filled(qtbot, window)
    assert promises(panel) == before and not panel.refresh.isVisible()


def test_a_tag_is_followed_without_being_asked(
    qtbot: QtBot, window: MainWindow, panel: TrackingPanel
) -> None:
    tag(window, 1, PLAN, "技术改造投资增长10%以上")
    filled(qtbot, window)
    mine = [row for row in promises(panel) if row.promise.document_id == 1]
    assert [row.promise.quote for row in mine] == ["技术改造投资增长10%以上"]
    window.commands["undo"].trigger()
    filled(qtbot, window)
    assert VALUE_ADDED in {row.indicator for row in promises(panel) if row.promise.document_id == 1}


def test_promises_of_a_project_open_elsewhere_are_tracked_and_not_stored(
    qtbot: QtBot, bare_window: MainWindow, project: Path
) -> None:
    with Store.open(project) as elsewhere:
        assert bare_window.opening.open(project)
        assert not bare_window.workspace.writable
        panel = show(qtbot, bare_window, "tracker")
        assert VALUE_ADDED in {row.indicator for row in promises(panel)}
        with elsewhere.read() as session:
            assert tracked.tallies(session)["all"] == 0


def test_a_project_is_closed_while_its_promises_are_worked_out(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    going, closed = threading.Event(), threading.Event()
    bring_up_to_date = retracing.bring_up_to_date

    def late(ask: Any, tick: Callable[[int, int], None]) -> int:
        going.set()
        closed.wait(5)
        return bring_up_to_date(ask, tick)

    monkeypatch.setattr(retracing, "bring_up_to_date", late)
    window.commands["tracker"].trigger()
    assert going.wait(5)
    window.commands["close_project"].trigger()
    closed.set()
    qtbot.waitUntil(lambda: not window.tracking.busy)
    assert not window.workspace.is_open


def test_what_is_asked_of_a_project_is_done_though_the_one_before_is_still_being_left(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    going, leave = threading.Event(), threading.Event()
    bring_up_to_date = retracing.bring_up_to_date

    def late(ask: Any, tick: Callable[[int, int], None]) -> int:
        if not going.is_set():
            going.set()
            leave.wait(5)
        return bring_up_to_date(ask, tick)

    monkeypatch.setattr(retracing, "bring_up_to_date", late)
    window.commands["tracker"].trigger()
    assert going.wait(5)
    other = tmp_path / "其他.cezhu"
    with Store.create(other) as store, store.step("import") as session:
        documents.add(session, document(PLAN, 2031), PLAN.encode())
    assert window.opening.open(other)
    told: list[str] = []
    window.tracking.told.connect(told.append)
    window.commands["suggest_links"].trigger()
    leave.set()
    panel = filled(qtbot, window)
    assert promises(panel) and not panel.refresh.isVisible()
    assert told == ["0 links suggested"]


def test_links_are_suggested_where_the_tracker_is_and_it_stays(
    qtbot: QtBot, window: MainWindow, panel: TrackingPanel
) -> None:
    assert panel.isAncestorOf(keyboard())
    window.commands["suggest_links"].trigger()
    filled(qtbot, window)
    assert panel.isVisible()


def test_a_list_is_sorted_and_read_as_it_comes_into_sight(qtbot: QtBot, panel: TrackingPanel) -> None:
    view = panel.tracker.list
    qtbot.mouseClick(panel.tracker.bar.shape.buttons["list"], LEFT)
    place = [column.field.name for column in view.ledger.columns].index("promised")
    view.sortByColumn(place, Qt.SortOrder.DescendingOrder)
    values = [row.promise.value for row in view.ledger.shown]
    assert len(values) > 3 and values == sorted(values, reverse=True)


def test_what_is_traced_is_stored_as_suggested_links_and_confirmed_in_the_inspector(
    qtbot: QtBot, window: MainWindow
) -> None:
    promised = tag(window, 1, PLAN, "规模以上工业增加值增长7%左右")
    tag(window, 2, REPORT, "规模以上工业增加值增长7.4%")
    tag(window, 2, REPORT, "规模以上工业增加值增长8%左右")
    window.commands["suggest_links"].trigger()
    filled(qtbot, window)
    assert stored(window) == [("suggested", None)] * 2
    window.tagging.click(promised)
    window.tagging.show()
    line = window.desk.inspector.links.lines[0]
    qtbot.mouseClick(line.findChildren(QToolButton)[0], LEFT)
    assert sorted(stored(window)) == [("confirmed", None), ("suggested", None)]


def test_ledgers_that_are_asked_for_take_their_place_back(window: MainWindow, panel: TrackingPanel) -> None:
    window.commands["ledger_target"].trigger()
    assert window.desk.ledgers.isVisible() and not panel.isVisible()


def test_a_cell_shows_promise_and_report_side_by_side(
    qtbot: QtBot, window: MainWindow, panel: TrackingPanel
) -> None:
    row = promise(panel, VALUE_ADDED)
    click_cell(qtbot, panel, row)
    assert window.desk.reading.shown_ids() == [1, 2]
    assert panel.tracker.evidence.promise.quote.text == row.promise.quote
    assert row.report and panel.tracker.evidence.report.quote.text == row.report.quote
    assert panel.tracker.grid.hasFocus()


def test_confirming_tags_both_quotes_in_one_step_that_can_be_undone(
    qtbot: QtBot, window: MainWindow, panel: TrackingPanel
) -> None:
    before = sum(row.counts.get("target", 0) for row in window.workspace.shelf())
    click_cell(qtbot, panel, promise(panel, VALUE_ADDED))
    qtbot.keyClick(panel.tracker.grid, KEYS.Key_Y)
    assert stored(window) == [("confirmed", None)]
    assert sum(row.counts.get("target", 0) for row in window.workspace.shelf()) == before + 2
    filled(qtbot, window)
    assert promise(panel, VALUE_ADDED).link_state == "confirmed"
    window.commands["undo"].trigger()
    assert stored(window) == []
    assert sum(row.counts.get("target", 0) for row in window.workspace.shelf()) == before


def test_what_is_refused_is_no_longer_proposed(
    qtbot: QtBot, window: MainWindow, panel: TrackingPanel
) -> None:
    click_cell(qtbot, panel, promise(panel, VALUE_ADDED))
    qtbot.mouseClick(panel.tracker.evidence.refuse, LEFT)
    filled(qtbot, window)
    row = next(row for row in promises(panel) if row.indicator == VALUE_ADDED and row.year == 2031)
    assert row.report is None and row.state == "not_reported"


def test_an_analyst_judges_otherwise_and_says_why(
    qtbot: QtBot, window: MainWindow, panel: TrackingPanel
) -> None:
    click_cell(qtbot, panel, promise(panel, VALUE_ADDED))
    menu = panel.tracker.evidence.states_menu()
    next(action for action in menu.actions() if action.text() == "missed").trigger()
    (dialog,) = window.findChildren(QInputDialog)
    dialog.setTextValue("口径不同")
    dialog.accept()
    assert stored(window) == [("confirmed", "missed")]
    with window.workspace.store.read() as session:
        assert [link.note for link in links.every(session)] == ["口径不同"]
    filled(qtbot, window)
    row = promise(panel, VALUE_ADDED)
    assert row.state == "missed" and row.computed != "missed"
    assert "judged by an analyst" in panel.tracker.evidence.standing.text()


def test_all_sure_proposals_are_confirmed_in_one_step(
    qtbot: QtBot, window: MainWindow, panel: TrackingPanel
) -> None:
    tracker = panel.tracker
    assert tracker.promises is not None
    sure = tracker.promises.to_confirm(tracker.sure())
    assert len(sure) >= 2
    qtbot.mouseClick(panel.tracker.bar.confirm_all, LEFT)
    assert stored(window) == [("confirmed", None)] * len(sure)
    window.commands["undo"].trigger()
    assert stored(window) == []


def test_filters_narrow_the_table_and_the_list_alike(qtbot: QtBot, panel: TrackingPanel) -> None:
    bar, tracker = panel.tracker.bar, panel.tracker
    qtbot.mouseClick(bar.wanted.buttons["open"], LEFT)
    assert tracker.grid.lines.years == [2032]
    qtbot.mouseClick(bar.shape.buttons["list"], LEFT)
    assert {row.state for row in tracker.list.ledger.shown} == {"open"}
    bar.words.setText("增加值")
    assert tracker.table is tracker.list
    assert {row.indicator for row in tracker.list.ledger.shown} <= {VALUE_ADDED}
    bar.words.setText("没有这个指标")
    assert tracker.tables.currentWidget() is tracker.empty


def test_another_report_is_chosen_by_its_words(
    qtbot: QtBot, window: MainWindow, panel: TrackingPanel
) -> None:
    click_cell(qtbot, panel, promise(panel, VALUE_ADDED))
    qtbot.mouseClick(panel.tracker.evidence.choose, LEFT)
    (dialog,) = window.findChildren(ChooseDialog)
    assert dialog.likely[0][0].quote == "规模以上工业增加值增长7.4%"
    dialog.words.setText("高新技术企业")
    assert dialog.list.count() == 2
    qtbot.keyClick(dialog.words, KEYS.Key_Return)
    assert stored(window) == [("confirmed", None)]
    filled(qtbot, window)
    row = promise(panel, VALUE_ADDED)
    assert row.report and row.report.quote == "新增高新技术企业112家"


def test_a_target_is_reported_from_the_inspector(qtbot: QtBot, window: MainWindow) -> None:
    tag(window, 1, PLAN, "新增高新技术企业120家")
    window.tagging.show()
    offer = window.desk.inspector.links.choose
    assert offer.isVisibleTo(window.desk.inspector)
    offer.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(ChooseDialog)))
    (dialog,) = window.findChildren(ChooseDialog)
    dialog.accept()
    assert stored(window) == [("confirmed", None)]
    window.tagging.show()
    assert len(window.desk.inspector.links.lines) == 1


def test_a_passage_dragged_with_alt_onto_another_pane_is_linked(qtbot: QtBot, window: MainWindow) -> None:
    reading = window.desk.reading
    reading.set_count(2)
    reading.activate(reading.frames[1])
    reading.open(2)
    qtbot.wait(50)
    places = []
    quotes = ("新增高新技术企业120家", "新增高新技术企业112家")
    for frame, text, words in zip(reading.frames, (PLAN, REPORT), quotes, strict=True):
        tag(window, frame.document_id or 0, text, words)
        start = text.index(words) + 3
        frame.pane.show_interval(start, start + 1)
        place = frame.pane.in_viewport(frame.pane.flow.caret(start)).center().toPoint() + QPoint(3, 0)
        places.append((frame.pane.viewport(), place))
    (source, press), (target, release) = places
    alt = Qt.KeyboardModifier.AltModifier
    over = source.mapFromGlobal(target.mapToGlobal(release))
    QTest.mousePress(source, LEFT, alt, press)
    QTest.mouseMove(source, over)
    assert window.tracking.decisions.drag.mark.lands
    QTest.mouseRelease(source, LEFT, alt, over)
    assert stored(window) == [("confirmed", None)]
    assert not window.tracking.decisions.drag.mark.isVisible()


def test_the_timeline_plots_promised_and_reported_and_saves_them(
    qtbot: QtBot, window: MainWindow, panel: TrackingPanel, tmp_path: Path
) -> None:
    click_cell(qtbot, panel, promise(panel, VALUE_ADDED))
    qtbot.keyClick(panel.tracker.grid, KEYS.Key_T)
    assert panel.tab == "timeline"
    plot = panel.timeline.plot
    assert plot is not None and plot.name.startswith(VALUE_ADDED)
    marks = plot.series.marks
    assert {(mark.year, mark.value, mark.state) for mark in marks} >= {(2031, 7.0, "promised")}
    reported = next(dots for dots in plot.dots if dots.data["data"][0].value == 7.4)
    reported.sigClicked.emit(reported, reported.points(), None)
    assert window.desk.reading.document_id == 2
    for name in ("plot.png", "plot.svg"):
        panel.timeline.save_as(tmp_path / name)
    assert (tmp_path / "plot.png").read_bytes().startswith(b"\x89PNG")
    assert "<svg" in (tmp_path / "plot.svg").read_text(encoding="utf-8")


def test_a_picture_that_cannot_be_saved_is_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    panel = show(qtbot, window, "timeline")
    told: list[Exception] = []
    window.workspace.failed.disconnect()
    panel.timeline.saving_failed.connect(told.append)
    panel.timeline.save_as(tmp_path / "absent" / "plot.png")
    assert [type(problem).__name__ for problem in told] == ["PlotNotSaved"]


def test_two_names_of_an_indicator_become_one_line(qtbot: QtBot, window: MainWindow) -> None:
    timeline = show(qtbot, window, "timeline").timeline
    timeline.names.selectAll()
    names = timeline.merging.chosen()
    assert VALUE_ADDED in names and len(names) > 1
    menu = timeline.merging.menu()
    next(action for action in menu.actions() if action.text() == VALUE_ADDED).trigger()
    filled(qtbot, window)
    assert [line.indicator for line in timeline.lines] == [VALUE_ADDED]
    qtbot.mouseClick(timeline.merging.split, LEFT)
    filled(qtbot, window)
    assert len(timeline.lines) == len(names)


def test_no_heading_of_the_register_is_cut(qtbot: QtBot, window: MainWindow) -> None:
    head = show(qtbot, window, "register").register.tree.header()
    for column in range(head.count() - 1):
        assert head.sectionSize(column) >= head.sectionSizeHint(column)


def test_policies_open_into_mentions_that_jump(qtbot: QtBot, window: MainWindow) -> None:
    tree = show(qtbot, window, "register").register.tree
    item = next(
        item
        for place in range(tree.topLevelItemCount())
        if (item := tree.topLevelItem(place)) and item.text(0).startswith("青禾市智能制造行动方案")
    )
    tree.expandItem(item)
    mention = item.child(item.childCount() - 1)
    qtbot.mouseClick(tree.viewport(), LEFT, pos=tree.visualItemRect(item).center())
    assert item.childCount() == len(item.data(0, Qt.ItemDataRole.UserRole).mentions)
    tree.scrollToItem(mention)
    qtbot.mouseClick(tree.viewport(), LEFT, pos=tree.visualItemRect(mention).center())
    said = mention.data(0, Qt.ItemDataRole.UserRole)
    assert window.desk.reading.document_id == said.document_id


def test_two_names_of_a_policy_are_merged_and_split(qtbot: QtBot, window: MainWindow) -> None:
    with window.workspace.store.step("tag") as session:
        lists.merge(session, "policy", ["智造方案"], "青禾市智能制造行动方案")
    register = show(qtbot, window, "register").register
    register.tree.topLevelItem(0).setSelected(True)  # type: ignore[union-attr]
    assert not register.merging.merge.isEnabled() and register.merging.split.isEnabled()
    qtbot.mouseClick(register.merging.split, LEFT)
    with window.workspace.store.read() as session:
        assert lists.aliases(session, "policy") == {}
    register.merge_requested.emit(["甲方案", "乙方案"], "甲方案")
    with window.workspace.store.read() as session:
        assert lists.aliases(session, "policy") == {"乙方案": "甲方案"}


def test_two_documents_are_compared_in_figures_and_lists(qtbot: QtBot, window: MainWindow) -> None:
    assert not show(qtbot, window, "comparison").comparison.rows
    window.desk.reading.open_beside(2)
    view = filled(qtbot, window).comparison
    assert view.titles == (PLAN.partition("\n")[0], REPORT.partition("\n")[0])
    assert view.shares.counts["dropped"] >= 1
    qtbot.mouseClick(view.wanted.buttons["reworded"], LEFT)
    place = next(place for place, row in enumerate(view.model.shown) if "7.4%" in row.b)
    index = view.model.index(place, 1)
    qtbot.mouseClick(view.table.viewport(), LEFT, pos=view.table.visualRect(index).center())
    assert "7.4%" in view.words_of.text()
    qtbot.mouseClick(view.copy, LEFT)
    assert "7.4%" in QGuiApplication.clipboard().text()


def test_a_project_that_is_closed_leaves_the_panel_behind(window: MainWindow, panel: TrackingPanel) -> None:
    window.commands["close_project"].trigger()
    assert not panel.isVisible()
