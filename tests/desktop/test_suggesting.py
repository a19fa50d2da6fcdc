"""Suggestions in the window, by real keys and clicks."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.passages import Span
from desktop import suggesting as suggesting_window
from desktop.main_window import MainWindow
from desktop.suggestions_page import SUGGESTIONS
from tests.desktop.conftest import PLAN
from workbench import proposing, suggesting

KEY = Qt.Key


def spans(window: MainWindow, state: str, document_id: int = 1) -> list[Span]:
    return [span for span in window.workspace.spans(document_id) if span.state == state]


def suggest(window: MainWindow, qtbot: QtBot) -> list[Span]:
    """Have the plan read by the key, and wait until everything is stored and listed."""
    pane = window.desk.reading.pane
    pane.setFocus()
    qtbot.keyClick(pane, KEY.Key_G, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.tagging.ids))
    found = spans(window, "suggested")
    qtbot.waitUntil(lambda: len(page(window).model.rows) == len(found))
    return found


def page(window: MainWindow) -> QWidget:
    return window.desk.ledgers.suggestions


def press(window: MainWindow, qtbot: QtBot, key: Qt.Key, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(window.desk.reading.pane, key, modifier)
    qtbot.waitUntil(lambda: window.desk.inspector.ids() == window.tagging.ids)


def test_a_document_read_shows_its_suggestions_and_the_first_has_the_focus(
    window: MainWindow, qtbot: QtBot
) -> None:
    found = suggest(window, qtbot)
    assert {span.kind for span in found} == {"task", "target", "policy"}
    assert window.tagging.ids == [found[0].id]
    assert window.desk.ledgers.tab == SUGGESTIONS
    assert window.workspace.next_undo().verb == "suggest"
    qtbot.waitUntil(lambda: window.desk.inspector.card.isVisible())
    assert "% sure" in window.desk.inspector.card.words.text()
    assert window.desk.inspector.card.more.text()


def test_keys_go_to_the_next_and_back_confirm_and_reject(window: MainWindow, qtbot: QtBot) -> None:
    first, second, third, *_ = suggest(window, qtbot)
    press(window, qtbot, KEY.Key_N)
    press(window, qtbot, KEY.Key_N, shift=True)
    assert window.tagging.ids == [first.id]
    press(window, qtbot, KEY.Key_C)
    assert window.tagging.ids == [first.id]
    press(window, qtbot, KEY.Key_N)
    press(window, qtbot, KEY.Key_X)
    assert window.tagging.ids == [third.id]
    press(window, qtbot, KEY.Key_Return)
    assert {span.id for span in spans(window, "confirmed")} >= {first.id, third.id}
    assert [span.id for span in spans(window, "rejected")] == [second.id]


def test_each_decision_is_one_step_and_undone_by_itself(window: MainWindow, qtbot: QtBot) -> None:
    found = suggest(window, qtbot)
    press(window, qtbot, KEY.Key_Y)
    press(window, qtbot, KEY.Key_X)
    window.commands["undo"].trigger()
    assert spans(window, "rejected") == []
    window.commands["undo"].trigger()
    assert spans(window, "suggested") == found
    window.commands["undo"].trigger()
    assert spans(window, "suggested") == []


def test_what_was_rejected_does_not_come_back(window: MainWindow, qtbot: QtBot) -> None:
    found = suggest(window, qtbot)
    press(window, qtbot, KEY.Key_X)
    qtbot.keyClick(window.desk.reading.pane, KEY.Key_G, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "0 new" in window.status.currentMessage())
    assert len(spans(window, "suggested")) == len(found) - 1


def test_enter_in_the_ledger_confirms_the_selected_rows_and_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    found = suggest(window, qtbot)
    view = page(window).view
    window.commands["ledger_suggestions"].trigger()
    assert view.hasFocus()
    view.selectRow(0)
    qtbot.keyClick(view, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, KEY.Key_Return)
    qtbot.waitUntil(lambda: len(page(window).model.rows) == len(found) - 2)
    assert view.selected_keys() == [found[2].id]
    qtbot.keyClick(view, KEY.Key_Delete)
    qtbot.waitUntil(lambda: len(page(window).model.rows) == len(found) - 3)
    assert [span.id for span in spans(window, "rejected")] == [found[2].id]


def test_a_row_jumps_to_its_passage(window: MainWindow, qtbot: QtBot) -> None:
    suggest(window, qtbot)
    view = page(window).view
    window.commands["ledger_suggestions"].trigger()
    view.select_row(page(window).model.rows[-1].id)
    qtbot.waitUntil(lambda: window.desk.reading.pane.focus.id == page(window).model.rows[-1].id)
    assert window.desk.reading.pane.scroll_fraction() > 0.5


def test_all_above_a_sureness_are_confirmed_in_one_step(window: MainWindow, qtbot: QtBot) -> None:
    found = suggest(window, qtbot)
    bar = page(window).bar
    bar.least.setValue(96)
    wanted = set(page(window).above(96))
    assert 0 < len(wanted) < len(found)
    assert str(len(wanted)) in bar.above.text()
    qtbot.mouseClick(bar.above, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page(window).model.rows) == len(found) - len(wanted))
    window.commands["undo"].trigger()
    assert spans(window, "suggested") == found


def test_all_of_this_kind_and_what_is_shown_are_confirmed_in_one_step_each(
    window: MainWindow, qtbot: QtBot
) -> None:
    found = suggest(window, qtbot)
    (target,) = [span for span in found if span.kind == "target"][:1]
    window.tagging.click(target.id)
    window.commands["confirm_kind"].trigger()
    assert not [span for span in spans(window, "suggested") if span.kind == "target"]
    shown = window.suggesting.on_page()
    left = len(spans(window, "suggested"))
    assert 0 < len(shown) < left
    window.commands["confirm_page"].trigger()
    assert len(spans(window, "suggested")) == left - len(shown)


def test_sorted_by_sureness_the_surest_stands_first(window: MainWindow, qtbot: QtBot) -> None:
    suggest(window, qtbot)
    bar = page(window).bar
    qtbot.mouseClick(bar.order.buttons["sureness"], Qt.MouseButton.LeftButton)
    sure = [row.sureness for row in page(window).model.shown]
    assert sure == sorted(sure, reverse=True)
    qtbot.mouseClick(bar.order.buttons["place"], Qt.MouseButton.LeftButton)
    starts = [row.start for row in page(window).model.shown]
    assert starts == sorted(starts)


def test_the_inspector_confirms_by_a_click(window: MainWindow, qtbot: QtBot) -> None:
    found = suggest(window, qtbot)
    qtbot.waitUntil(lambda: window.desk.inspector.card.isVisible())
    qtbot.mouseClick(window.desk.inspector.card.confirm, Qt.MouseButton.LeftButton)
    assert found[0].id in {span.id for span in spans(window, "confirmed")}
    qtbot.waitUntil(lambda: not window.desk.inspector.card.isVisible())


def test_the_whole_project_is_read_in_one_step(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["suggest_all"].trigger()
    qtbot.waitUntil(lambda: bool(spans(window, "suggested", 2)))
    qtbot.waitUntil(lambda: "wait" in window.status.currentMessage())
    window.commands["undo"].trigger()
    assert spans(window, "suggested", 1) == spans(window, "suggested", 2) == []


def test_a_document_asked_for_while_another_is_read_takes_nothing_from_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.suggesting.read([1])
    window.suggesting.read([2])
    qtbot.waitUntil(lambda: bool(spans(window, "suggested", 2)))
    assert spans(window, "suggested", 1)


def test_several_numbers_in_a_selection_become_several_targets_by_enter(
    window: MainWindow, qtbot: QtBot
) -> None:
    pane = window.desk.reading.pane
    start = PLAN.index("规模以上")
    end = PLAN.index("120家") + len("120家")
    window.workspace.undo()
    pane.setFocus()
    pane.select(start, end)
    qtbot.keyClick(pane, KEY.Key_2)
    qtbot.waitUntil(lambda: window.desk.inspector.offer.isVisible())
    qtbot.keyClick(pane, KEY.Key_Return)
    made = [span for span in window.workspace.spans(1) if start <= span.start < end]
    assert {PLAN[span.start : span.end] for span in made} >= {"规模以上工业增加值增长7%左右"}
    assert window.workspace.next_undo().verb == "make several targets"
    assert not window.desk.inspector.offer.isVisible()


def test_one_number_is_offered_nothing(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.desk.reading.pane
    start = PLAN.index("规模以上")
    pane.setFocus()
    pane.select(start, start + len("规模以上工业增加值增长7%左右"))
    qtbot.keyClick(pane, KEY.Key_2)
    qtbot.waitUntil(lambda: len(window.desk.inspector.passages) == 1)
    qtbot.wait(60)
    assert not window.desk.inspector.offer.isVisible()


def test_a_cancelled_run_keeps_what_was_stored_and_says_so(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["suggest_all"].trigger()
    window.works.cancel()
    qtbot.waitUntil(lambda: "What was read before stays" in window.status.news.text())
    stored = spans(window, "suggested", 1) + spans(window, "suggested", 2)
    qtbot.wait(50)
    assert spans(window, "suggested", 1) + spans(window, "suggested", 2) == stored


def test_a_row_of_a_document_that_is_not_open_is_shown_by_space(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["suggest_all"].trigger()
    qtbot.waitUntil(lambda: "wait" in window.status.currentMessage())
    window.commands["ledger_suggestions"].trigger()
    view = page(window).view
    qtbot.waitUntil(lambda: page(window).model.rows[-1:] and page(window).model.rows[-1].document_id == 2)
    last = page(window).model.rows[-1]
    view.select_row(last.id)
    qtbot.keyClick(view, KEY.Key_Space)
    assert window.desk.reading.document_id == 2
    assert window.tagging.ids == [last.id]


def test_the_menu_confirms_all_of_a_kind_among_the_rows_shown(window: MainWindow, qtbot: QtBot) -> None:
    suggest(window, qtbot)
    menu = page(window).many_menu()
    policies, *_ = [action for action in menu.actions() if "policies" in action.text()]
    policies.trigger()
    assert {span.kind for span in spans(window, "suggested")} == {"task", "target"}
    assert window.workspace.next_undo().verb == "confirm suggestions"


def test_the_window_has_its_turn_between_two_documents_that_are_stored(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(proposing, "propose", lambda *_given: iter([(1, [])] * 20))
    monkeypatch.setattr(suggesting.Run, "keep", lambda *_given: heard.append("stored"))
    clock = QTimer(window, interval=0)
    clock.timeout.connect(lambda: heard.append("turn"))
    clock.start()
    window.suggesting.read([1])
    qtbot.waitUntil(lambda: heard.count("stored") == 20)
    clock.stop()
    assert ("stored", "stored") not in set(pairwise(heard))


def test_very_many_are_decided_on_in_turns_and_undone_as_one(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [span.id for span in suggest(window, qtbot)]
    monkeypatch.setattr(suggesting_window, "AT_ONCE", 3)
    turns: list[int] = []
    window.workspace.passages_changed.connect(lambda changed: turns.append(len(changed.passage_ids)))
    window.suggesting.set_state(found, "rejected")
    qtbot.waitUntil(lambda: len(spans(window, "rejected")) == len(found))
    assert sum(turns) == len(found) and max(turns) == 3
    qtbot.waitUntil(lambda: not window.status.progress.isVisible())
    window.workspace.undo()
    assert [span.id for span in spans(window, "suggested")] == found
    assert window.workspace.next_undo().verb == "suggest"
