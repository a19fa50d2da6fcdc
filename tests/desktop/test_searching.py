"""Searching in the window, by real keys and clicks."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from db.search import Filters
from desktop import search_work, searching
from desktop.main_window import MainWindow
from desktop.search_documents import COUNT
from desktop.search_filters import SearchFilters
from desktop.search_help import SearchHelp
from desktop.search_hits import HitsModel
from desktop.search_saved import SavedSearches
from desktop.search_tagging import SearchTagging
from tests.desktop.test_window import compose, press
from workbench import verbs
from workbench.searching import Asked, save, saved


def look_for(qtbot: QtBot, window: MainWindow, words: str) -> None:
    window.resize(1800, 1000)
    qtbot.waitUntil(window.search_field.isVisible)
    press(qtbot, window, "Ctrl+Shift+F")
    window.search_field.clear()
    compose(window.search_field, words)
    qtbot.keyClick(window.search_field, Qt.Key.Key_Return)


def words_found(window: MainWindow) -> list[str]:
    return [hit.words for hit in window.desk.ledgers.results.model.shown]


def click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_hits_are_grouped_by_document_with_their_counts(window: MainWindow, qtbot: QtBot) -> None:
    look_for(qtbot, window, "数字工厂")
    results = window.desk.ledgers.results
    listed = results.documents.found
    assert [listed.index(row).data(COUNT) for row in range(listed.rowCount())] == ["80", "40", "40"]
    assert set(words_found(window)) == {"数字工厂"} and len(words_found(window)) == 80
    assert results.view.hasFocus() and results.view.isVisible()
    place = results.documents.visualRect(listed.index(2)).center()
    qtbot.mouseClick(results.documents.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert {hit.document_id for hit in results.model.shown} == {2}
    qtbot.keyClick(results.documents, Qt.Key.Key_Home)
    assert len(words_found(window)) == 80


def test_hits_are_fetched_as_they_come_into_sight(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "PORTION", 30)
    look_for(qtbot, window, "数字工厂")
    results = window.desk.ledgers.results
    assert len(words_found(window)) == 40
    assert window.desk.ledgers.counts["search"] == 80
    qtbot.keyClick(results.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(words_found(window)) == 80)
    assert not results.model.has_more


def test_hits_not_fetched_yet_are_filtered_too(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "PORTION", 30)
    look_for(qtbot, window, "数字工厂")
    qtbot.keyClicks(window.desk.ledgers.filter_field, "2032")
    qtbot.waitUntil(lambda: {hit.document_id for hit in window.desk.ledgers.results.model.shown} == {2})


def test_hits_are_sorted_behind_the_window_where_they_are_many(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "PORTION", 30)
    monkeypatch.setattr(HitsModel, "at_once", 10)
    look_for(qtbot, window, "数字工厂")
    results = window.desk.ledgers.results
    results.view.head.setSortIndicator(3, Qt.SortOrder.DescendingOrder)
    assert "hits fetched" in results.bar.told.text() and results.model.wants_all
    qtbot.waitUntil(lambda: [hit.document_id for hit in results.model.shown] == [2] * 40 + [1] * 40)
    assert results.bar.told.text() == "" and not results.model.has_more
    qtbot.keyClicks(window.desk.ledgers.filter_field, "2032")
    assert results.bar.told.text() == "Putting the hits in order…"
    qtbot.waitUntil(lambda: len(results.model.shown) == 40)
    results.view.head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    window.desk.ledgers.filter_field.clear()
    assert [hit.document_id for hit in results.model.shown] == [1] * 40 + [2] * 40


def test_the_filter_of_documents_offers_also_those_whose_hits_are_not_fetched(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "PORTION", 30)
    look_for(qtbot, window, "数字工厂")
    model = window.desk.ledgers.results.model
    assert {hit.document_id for hit in model.rows} == {1}
    assert sorted(model.values(3).values()) == [40, 40]


def test_a_project_that_is_closed_is_searched_no_further(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "AT_ONCE", 1)
    look_for(qtbot, window, "数字工厂")
    assert window.searching._uncounted
    window.workspace.close()
    qtbot.wait(20)
    assert not window.searching._turn.isActive()


def test_hits_of_a_project_are_not_listed_in_the_next_one(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    look_for(qtbot, window, "数字工厂")
    window.searching.ask(replace(window.searching.asked, filters=Filters(years=(2031, 2031))))
    assert window.opening.open(Path(shutil.copy(window.workspace.store.path, tmp_path / "其他.cezhu")))
    results = window.desk.ledgers.results
    assert (words_found(window), results.documents.found.rows, window.searching.asked) == ([], [], Asked())
    assert window.search_field.text() == ""


def test_a_document_chosen_while_others_are_counted_is_listed_alone(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "AT_ONCE", 1)
    look_for(qtbot, window, "数字工厂")
    assert window.searching._uncounted
    results = window.desk.ledgers.results
    results.documents.setCurrentIndex(results.documents.found.index(1))
    qtbot.waitUntil(lambda: not window.searching._uncounted)
    assert not results.model.has_more
    assert {hit.document_id for hit in results.model.shown} == {1}


def test_every_open_pane_lights_up_what_was_found(window: MainWindow, qtbot: QtBot) -> None:
    reading = window.desk.reading
    reading.open(1)
    reading.open_beside(2)
    look_for(qtbot, window, "7% OR 总结")
    lit = [
        [frame.pane.flow.text[a:b] for a, b in frame.pane.marks.hits.intervals] for frame in reading.frames
    ]
    assert lit == [["7%"], ["总结"]]


def test_a_jump_to_a_hit_can_be_gone_back_from(window: MainWindow, qtbot: QtBot) -> None:
    reading = window.desk.reading
    reading.open(1)
    look_for(qtbot, window, "总结")
    view = window.desk.ledgers.results.view
    view.selectRow(0)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert reading.document_id == 2
    press(qtbot, window, "Ctrl+[")
    assert reading.document_id == 1


def test_a_search_that_cannot_be_read_is_told_in_the_list(window: MainWindow, qtbot: QtBot) -> None:
    look_for(qtbot, window, '"数字工厂')
    assert "数字工厂" in window.desk.ledgers.results.message.text()
    assert words_found(window) == [] and not window.desk.ledgers.results.bar.export.isEnabled()


@pytest.mark.parametrize("words", ["没有这样的话", '"数字工厂'])
def test_a_search_without_hits_leaves_the_keyboard_in_the_field(
    window: MainWindow, qtbot: QtBot, words: str
) -> None:
    look_for(qtbot, window, words)
    assert window.search_field.hasFocus() and window.search_field.selectedText() == words
    compose(window.search_field, "总结")
    assert window.search_field.text() == "总结"
    qtbot.keyClick(window.search_field, Qt.Key.Key_Return)
    assert window.desk.ledgers.results.view.hasFocus()


def test_the_keyboard_goes_to_hits_counted_later_unless_one_types_on(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "AT_ONCE", 1)
    view = window.desk.ledgers.results.view
    look_for(qtbot, window, "总结")
    assert window.search_field.hasFocus()
    qtbot.waitUntil(view.hasFocus)
    assert words_found(window) == ["总结"]
    look_for(qtbot, window, "总结")
    compose(window.search_field, "年工作总结")
    qtbot.waitUntil(lambda: words_found(window) == ["年工作总结"])
    assert window.search_field.hasFocus()


@pytest.mark.parametrize("name", ["tracker", "timeline", "register", "comparison"])
@pytest.mark.parametrize("words", ["数字工厂", "没有这样的话", '"数字工厂'])
def test_what_a_search_found_takes_the_place_of_the_years(
    window: MainWindow, qtbot: QtBot, name: str, words: str
) -> None:
    window.commands[name].trigger()
    qtbot.waitUntil(lambda: not window.tracking.busy)
    assert not window.desk.ledgers.isVisible()
    look_for(qtbot, window, words)
    assert window.desk.ledgers.results.isVisible() and not window.tracking.panel.isVisible()
    assert window.commands["ledgers"].isChecked()


def test_hits_come_into_sight_while_one_types(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["tracker"].trigger()
    press(qtbot, window, "Ctrl+Shift+F")
    compose(window.search_field, "总结")
    qtbot.waitUntil(lambda: words_found(window) == ["总结"])
    assert window.desk.ledgers.results.isVisible() and window.search_field.hasFocus()


def test_filters_narrow_the_search_and_their_chips_lift_them(window: MainWindow, qtbot: QtBot) -> None:
    look_for(qtbot, window, "增长")
    results = window.desk.ledgers.results
    assert len(words_found(window)) == 2
    click(qtbot, results.bar.filters)
    (form,) = window.findChildren(SearchFilters)
    form.lines["years"].setFocus()
    qtbot.keyClicks(form.lines["years"], "20x2")
    qtbot.keyClick(form.lines["years"], Qt.Key.Key_Return)
    assert form.wrong.isVisibleTo(form) and len(words_found(window)) == 2
    form.lines["years"].clear()
    qtbot.keyClicks(form.lines["years"], "2032..")
    qtbot.keyClick(form.lines["years"], Qt.Key.Key_Return)
    assert [hit.document_id for hit in results.model.shown] == [2]
    chip = results.bar.chips["years"]
    assert chip.name == "2032.."
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.cross().center())
    assert len(words_found(window)) == 2


def test_filters_alone_list_passages(window: MainWindow, qtbot: QtBot) -> None:
    window.searching.ask(Asked(filters=Filters(kinds=frozenset({"target"}))))
    assert {hit.kind for hit in window.desk.ledgers.results.model.shown} == {"target"}
    click(qtbot, window.desk.ledgers.results.bar.place.buttons["notes"])
    assert words_found(window) == []


def test_a_search_is_saved_counted_and_asked_again(window: MainWindow, qtbot: QtBot) -> None:
    look_for(qtbot, window, "数字工厂")
    click(qtbot, window.desk.ledgers.results.bar.saved)
    (menu,) = window.findChildren(SavedSearches)
    menu.name.clear()
    qtbot.keyClicks(menu.name, "works")
    qtbot.keyClick(menu.name, Qt.Key.Key_Return)
    assert [row.name for row in saved(window.workspace.store)] == ["works"]
    qtbot.waitUntil(lambda: not window.findChildren(SavedSearches))
    look_for(qtbot, window, "总结")
    click(qtbot, window.desk.ledgers.results.bar.saved)
    (menu,) = window.findChildren(SavedSearches)
    qtbot.waitUntil(lambda: menu.entries[0][0].text() == "works\t80")
    menu.entries[0][0].trigger()
    menu.close()
    assert len(words_found(window)) == 80 and window.search_field.text() == "数字工厂"


def test_saved_searches_are_counted_no_further_when_their_menu_is_left(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[object] = []
    monkeypatch.setattr(search_work.searching, "count", lambda *asked: counted.append(asked) or {})
    save(window.workspace.store, "works", Asked("数字工厂"))
    window.search_work.show_saved()
    (menu,) = window.findChildren(SavedSearches)
    menu.close()
    window.workspace.close()
    qtbot.wait(20)
    assert counted == []


def test_all_hits_are_tagged_after_a_look(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_for(qtbot, window, "智能制造 -总结")
    click(qtbot, window.desk.ledgers.results.bar.tag)
    (dialog,) = window.findChildren(SearchTagging)
    click(qtbot, dialog.kind.buttons["policy"])
    click(qtbot, dialog.extent.buttons["hit"])
    assert not dialog.button.isEnabled()
    qtbot.waitUntil(dialog.button.isEnabled)
    count = len(dialog.stretches)
    dialog.list.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    before = len(window.workspace.spans(1)) + len(window.workspace.spans(2))
    assert dialog.button.text().endswith(str(count - 1))
    monkeypatch.setattr(search_work, "AT_ONCE", 7)
    click(qtbot, dialog.button)
    assert window.status.cancel.isVisible()
    qtbot.waitUntil(lambda: not window.works.busy)
    assert len(window.workspace.spans(1)) + len(window.workspace.spans(2)) == before + count - 1
    window.workspace.undo()
    assert len(window.workspace.spans(1)) + len(window.workspace.spans(2)) == before


def test_hits_are_written_to_excel(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "命中"), ""))
    look_for(qtbot, window, "数字工厂")
    click(qtbot, window.desk.ledgers.results.bar.export)
    assert window.status.cancel.isVisible()
    qtbot.waitUntil(lambda: not window.works.busy)
    assert load_workbook(tmp_path / "命中.xlsx").active.max_row == 81


def test_tagging_all_hits_that_is_cancelled_is_one_step_to_undo(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_work, "AT_ONCE", 3)
    look_for(qtbot, window, "数字工厂")
    before = len(window.workspace.spans(1))
    (*_, stretches) = window.search_work._stretches(window.searching.asked, "task", "hit")
    window.workspace.passages_changed.connect(lambda _changed: click(qtbot, window.status.cancel))
    window.search_work.tag(stretches, "task")
    qtbot.waitUntil(lambda: not window.works.busy)
    assert len(window.workspace.spans(stretches[0].document_id)) - before in (3, 2, 4)
    assert "one step to undo" in window.status.news.text()
    window.workspace.undo()
    assert len(window.workspace.spans(1)) == before


def test_writing_hits_that_is_cancelled_leaves_the_file_as_it_was(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "PORTION", 1)
    (tmp_path / "命中.xlsx").write_text("kept")
    look_for(qtbot, window, "数字工厂")
    window.search_work.export(tmp_path / "命中.xlsx")
    click(qtbot, window.status.cancel)
    qtbot.waitUntil(lambda: not window.works.busy)
    assert (tmp_path / "命中.xlsx").read_text() == "kept"
    assert [path.name for path in tmp_path.glob("*命中*")] == ["命中.xlsx"]


def test_the_sign_in_the_field_tells_what_can_be_typed(window: MainWindow, qtbot: QtBot) -> None:
    window.search_field.help.trigger()
    (told,) = window.search_field.findChildren(SearchHelp)
    assert told.isVisible()
    told.close()


def test_the_index_is_rebuilt_by_a_command(window: MainWindow, qtbot: QtBot) -> None:
    with window.workspace.store.step("break") as session:
        session.connection().exec_driver_sql("DELETE FROM search_lines")
    look_for(qtbot, window, "数字工厂")
    assert words_found(window) == []
    window.commands["reindex"].trigger()
    assert len(words_found(window)) == 80


def test_what_was_found_follows_the_project_without_coming_to_the_front(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.searching.ask(Asked(filters=Filters(kinds=frozenset({"target"}))))
    window.desk.ledgers.show_tab("task")
    before = len(words_found(window))
    window.workspace.tag(1, 0, 5, "target")
    qtbot.waitUntil(lambda: len(words_found(window)) == before + 1)
    window.workspace.do(verbs.trash, [1])
    qtbot.waitUntil(lambda: {hit.document_id for hit in window.desk.ledgers.results.model.shown} == {2})
    assert window.desk.ledgers.tab == "task"


@pytest.mark.parametrize(("selected", "typed"), [("数字工厂", "数字工厂"), ("，于6月底前", '"，于6月底前"')])
def test_selected_words_are_looked_for_as_they_stand(
    window: MainWindow, qtbot: QtBot, selected: str, typed: str
) -> None:
    window.desk.reading.open(1)
    start = window.desk.reading.pane.flow.text.index(selected)
    window.desk.reading.pane.select(start, start + len(selected))
    window.searching.begin()
    assert window.search_field.text() == typed
