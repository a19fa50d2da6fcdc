"""The window of words, by real clicks and keys."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.words.window import WordsWindow
from desktop.words.word_work import WordWork
from tests.desktop.conftest import PLAN
from tests.desktop.test_window import compose
from workbench import lexicon, verbs, word_counts

LEFT = Qt.MouseButton.LeftButton


def words(window: MainWindow, qtbot: QtBot) -> WordsWindow:
    """The window of words, filled."""
    window.commands["words"].trigger()
    dialog = window.word_work.dialog
    assert dialog is not None
    settle(window.word_work, qtbot)
    return dialog


def settle(work: WordWork, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not work.busy, timeout=20_000)


def row_of(dialog: WordsWindow, word: str, tab: str = "frequency") -> int:
    return [row.word for row in dialog.tables[tab].words.shown].index(word)


def place(dialog: WordsWindow, word: str, tab: str = "frequency") -> QPoint:
    table = dialog.tables[tab]
    index = table.words.index(row_of(dialog, word, tab), table.words.columns.index(word_column(table)))
    table.scrollTo(index)
    return table.visualRect(index).center()


def word_column(table: object) -> object:
    return next(column for column in table.words.columns if column.field.name == "word")  # type: ignore[attr-defined]


def choose(dialog: WordsWindow, qtbot: QtBot, *chosen: str) -> None:
    control = Qt.KeyboardModifier.NoModifier
    for word in chosen:
        qtbot.mouseClick(dialog.frequency.viewport(), LEFT, control, place(dialog, word))
        control = Qt.KeyboardModifier.ControlModifier


def test_words_are_listed_with_counts_documents_and_relative_frequency(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = words(window, qtbot)
    row = dialog.frequency.words.shown[row_of(dialog, "数字")]
    assert (row.times, row.documents) == (80, 2)
    length = sum(source.length for source in word_counts.sources(window.workspace.store))
    assert row.rate == pytest.approx(80 * 10_000 / length)
    assert "2 documents" in dialog.told.text()
    assert window.isEnabled() and not dialog.isModal()


def test_typing_sifts_and_escape_clears_before_it_closes(window: MainWindow, qtbot: QtBot) -> None:
    dialog = words(window, qtbot)
    compose(dialog.filter, "数字")
    assert [row.word for row in dialog.frequency.words.shown] == ["数字"]
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Escape)
    assert dialog.isVisible() and len(dialog.frequency.words.shown) > 3
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_double_click_searches_the_word(window: MainWindow, qtbot: QtBot) -> None:
    dialog = words(window, qtbot)
    qtbot.mouseDClick(dialog.frequency.viewport(), LEFT, pos=place(dialog, "数字"))
    assert window.search_field.text() == "数字"
    assert sum(window.searching.counts.values()) == PLAN.count("数字") * 2


def test_enter_searches_the_word_too(window: MainWindow, qtbot: QtBot) -> None:
    dialog = words(window, qtbot)
    choose(dialog, qtbot, "工厂")
    qtbot.keyClick(dialog.frequency, Qt.Key.Key_Return)
    assert window.search_field.text() == "工厂"


def test_stop_words_leave_the_tables_in_one_step(window: MainWindow, qtbot: QtBot) -> None:
    dialog = words(window, qtbot)
    assert not dialog.stop.isEnabled()
    choose(dialog, qtbot, "数字", "工厂")
    qtbot.mouseClick(dialog.stop, LEFT)
    settle(window.word_work, qtbot)
    assert not {"数字", "工厂"} & {row.word for row in dialog.frequency.words.shown}
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: "数字" in [row.word for row in dialog.frequency.words.shown], timeout=20_000)
    assert lexicon.terms(window.workspace.store) == []


def test_a_term_of_the_lexicon_counts_whole(window: MainWindow, qtbot: QtBot) -> None:
    dialog = words(window, qtbot)
    choose(dialog, qtbot, "数字")
    roles = dialog.roles_menu()
    assert roles.actions()[0].text() == "Term"
    roles.actions()[0].trigger()
    assert [(term.word, term.role) for term in lexicon.terms(window.workspace.store)] == [("数字", "term")]
    window.workspace.do(lexicon.add_term, "数字工厂", "term")
    qtbot.waitUntil(lambda: "数字工厂" in [row.word for row in dialog.frequency.words.shown], timeout=20_000)
    assert dialog.frequency.words.shown[row_of(dialog, "数字工厂")].times == 80


def test_keywords_stand_by_document_and_follow_the_open_ones(window: MainWindow, qtbot: QtBot) -> None:
    dialog = words(window, qtbot)
    qtbot.mouseClick(dialog.tabs, LEFT, pos=dialog.tabs.tabRect(1).center())
    assert dialog.tab == "keywords"
    assert {row.document_id for row in dialog.keywords.words.shown} == {1, 2}
    qtbot.keyClick(dialog.scope, Qt.Key.Key_Down)
    settle(window.word_work, qtbot)
    assert {row.document_id for row in dialog.keywords.words.shown} == {1}
    ranks = [row.rank for row in dialog.keywords.words.shown]
    assert ranks == list(range(1, len(ranks) + 1)) and len(ranks) <= 20


def test_words_are_drawn_through_the_years_and_saved(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = words(window, qtbot)
    choose(dialog, qtbot, "数字", "工厂")
    qtbot.mouseClick(dialog.draw, LEFT)
    view = dialog.through_years
    assert dialog.tab == "through_years" and view.plot is not None
    assert [(row.word, row.year, row.times) for row in view.table.words.shown] == [
        (word, year, 40) for word in view.chosen() for year in (2031, 2032)
    ]
    assert len(view.plot.dots) == 2
    spot = view.plot.dots[0].points()[0]
    assert "2031" in view.plot._tell(0, 0, spot.data()) and "40 times" in view.plot._tell(0, 0, spot.data())
    for name in ("line.png", "line.svg"):
        view.save_as(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 1000


def test_up_to_five_typed_words_are_drawn(window: MainWindow, qtbot: QtBot) -> None:
    dialog = words(window, qtbot)
    dialog.show_tab("through_years")
    compose(dialog.through_years.words, "数字 工厂,牵头、行动 数字 方案 制造")
    qtbot.keyClick(dialog.through_years.words, Qt.Key.Key_Return)
    assert dialog.through_years.chosen() == ["数字", "工厂", "牵头", "行动", "方案"]
    assert len({row.word for row in dialog.through_years.table.words.shown}) == 5


def test_labels_stand_together_in_picture_and_table(window: MainWindow, qtbot: QtBot) -> None:
    space = window.workspace
    ids = [span.id for document in (1, 2) for span in space.spans(document)]
    for name in ("产业", "创新"):
        label = space.do(verbs.add_label, name, "#225588", None)
        space.do(verbs.put_label, getattr(label, "id", label), ids[:2])
    dialog = words(window, qtbot)
    dialog.show_tab("together")
    heat = dialog.together.heat
    assert heat.grid.counts == ((0, 2, 0), (0, 2, 0))
    spot = heat.cell(0, 1).center()
    QApplication.sendEvent(heat, QHelpEvent(QEvent.Type.ToolTip, spot, heat.mapToGlobal(spot)))
    assert QToolTip.text() == "产业 × Target: 2"
    qtbot.mouseClick(dialog.together.choice.buttons["labels"], LEFT)
    assert heat.grid.counts == ((2, 2), (2, 2))
    assert [tuple(row) for row in dialog.together.table.words.shown] == [("产业", "创新", 2)]


def test_without_labels_the_tab_says_so(window: MainWindow, qtbot: QtBot) -> None:
    dialog = words(window, qtbot)
    dialog.show_tab("together")
    assert dialog.together.empty.isVisible()
    assert not dialog.export.isEnabled()


def test_the_table_is_written_as_it_is_shown(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = words(window, qtbot)
    compose(dialog.filter, "数字")
    shown = dialog.frequency.words.shown
    dialog.save_as(tmp_path / "词.csv")
    dialog.save_as(tmp_path / "词.xlsx")
    rows = list(csv.reader((tmp_path / "词.csv").read_text("utf-8-sig").splitlines()))
    assert rows[0] == ["Word", "Times", "Documents", "Per 10,000"]
    assert [row[0] for row in rows[1:]] == [row.word for row in shown]
    sheet = load_workbook(tmp_path / "词.xlsx").active
    assert sheet is not None and sheet["A2"].value == shown[0].word and sheet["B2"].value == shown[0].times


def test_a_folder_that_is_not_there_is_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = words(window, qtbot)
    told: list[Exception] = []
    window.workspace.failed.disconnect()
    window.workspace.failed.connect(told.append)
    dialog.save_as(tmp_path / "no" / "词.csv")
    assert len(told) == 1


def test_the_window_goes_with_the_project(window: MainWindow, qtbot: QtBot) -> None:
    words(window, qtbot)
    window.commands["close_project"].trigger()
    assert window.word_work.dialog is None and window.word_work.known is None


def test_counting_can_be_cancelled_and_goes_on_when_asked_again(window: MainWindow, qtbot: QtBot) -> None:
    window.works.begun.connect(window.works.cancel)
    dialog = words(window, qtbot)
    assert "not counted to the end" in dialog.told.text()
    assert dialog.frequency.words.shown == []
    window.works.begun.disconnect(window.works.cancel)
    assert words(window, qtbot) is dialog
    assert "数字" in [row.word for row in dialog.frequency.words.shown]


def test_nothing_is_added_to_a_project_that_is_read_only(window: MainWindow, qtbot: QtBot) -> None:
    dialog = words(window, qtbot)
    dialog.set_writable(False)
    choose(dialog, qtbot, "数字")
    assert not dialog.stop.isEnabled() and not dialog.add.isEnabled()
    assert dialog.draw.isEnabled() and dialog.export.isEnabled()


def test_more_words_than_are_sorted_at_once_are_filtered_and_sorted_behind_the_window(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = words(window, qtbot)
    table = dialog.frequency
    model = table.words
    rows = [word_counts.WordRow(f"词{place}", place, 1, 0.0) for place in range(model.at_once + 1)]
    table.show_rows(rows)
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert model.is_arranging and model.shown is rows
    qtbot.waitUntil(lambda: model.shown[0] == rows[-1])
    dialog.filter.setText("词99")
    assert model.is_arranging
    qtbot.waitUntil(lambda: not model.is_arranging)
    assert len(model.shown) == 111 and model.shown[-1].word == "词99"
