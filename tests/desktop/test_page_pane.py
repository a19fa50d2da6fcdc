"""What an analyst does on the pages of a document: read, select, tag, find, go back to the text."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.document_pane import DocumentPane
from desktop.main_window import MainWindow
from desktop.page_pane import DIMMED, PagePane
from desktop.pages.problems import PagesDamaged
from desktop.theme import LIGHT
from tests.desktop.pages import click, clicks, drag
from tests.desktop.printed import LEFT, RIGHT, TARGET, after, before, booklet, imported, shown, whole
from tests.importers.pdf.locked import locked
from tests.importers.pdf.paper import Sheet, wrapped
from workbench import suggesting

WORDS = "规模以上工业增加值增长6.5%左右"


@pytest.fixture
def document_id(window: MainWindow, tmp_path: Path) -> int:
    window.desk.ledgers.hide()
    window.resize(1600, 1000)
    return imported(window, booklet(8), tmp_path)


@pytest.fixture
def pane(window: MainWindow, document_id: int, qtbot: QtBot) -> PagePane:
    return shown(window, document_id, qtbot)


def quoted(pane: PagePane) -> str:
    start, end = pane.selection() or (0, 0)
    return pane.flow.text[start:end]


def select_by_mouse(pane: PagePane, words: str) -> int:
    """Drag over words; where they start."""
    start = pane.flow.text.index(words)
    drag(pane, before(pane, start), after(pane, start + len(words)))
    return start


def picture(pane: PagePane) -> QImage:
    return pane.viewport().grab().toImage()


def colour(pane: PagePane, image: QImage, offset: int) -> QColor:
    """What lies just under the upper edge of what is tinted of a character."""
    (piece,) = pane.flow.pieces(offset, offset + 1, pane.seen_rows())
    y = piece.top - pane.to_flow(0) + 1
    return image.pixelColor(round(pane.left + (piece.left + piece.right) / 2), round(y))


def test_words_dragged_over_on_the_page_become_a_target_in_the_store_and_in_both_panes(
    window: MainWindow, pane: PagePane, document_id: int, qtbot: QtBot
) -> None:
    select_by_mouse(pane, WORDS)
    assert quoted(pane) == WORDS
    window.desk.reading.split()
    window.desk.reading.open(document_id)
    window.desk.reading.activate(window.desk.reading.frames[0])
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_2)
    (span,) = window.workspace.spans(document_id)
    assert (span.kind, pane.flow.text[span.start : span.end]) == ("target", WORDS)
    assert window.desk.reading.active.overview.spans() == [span]
    page, text = (frame.pane for frame in window.desk.reading.frames)
    assert page is pane
    assert isinstance(text, DocumentPane)
    assert page.marks.spans.all == text.marks.spans.all == [span]
    assert page.focus.id == text.focus.id == span.id
    assert window.tagging.ids == [span.id]


def test_a_passage_on_the_page_is_tinted_under_the_print_in_the_colour_of_its_kind(
    window: MainWindow, pane: PagePane, qtbot: QtBot
) -> None:
    start = select_by_mouse(pane, WORDS)
    white = colour(pane, picture(pane), start - 2)
    qtbot.keyClick(pane, Qt.Key.Key_2)
    click(pane, QPoint(3, 3))
    pane.leave()
    window.tagging.leave()
    image = picture(pane)
    assert white == QColor(Qt.GlobalColor.white)
    assert colour(pane, image, start + 3) == QColor(LIGHT.target.tint)


def test_a_passage_is_clicked_hovered_changed_by_keys_and_untagged(
    window: MainWindow, pane: PagePane, document_id: int, qtbot: QtBot
) -> None:
    start = select_by_mouse(pane, WORDS)
    qtbot.keyClick(pane, Qt.Key.Key_1)
    (span,) = window.workspace.spans(document_id)
    click(pane, before(pane, pane.flow.text.index("云岭市")))
    assert pane.focus.id is None
    with qtbot.waitSignal(pane.passage_hovered) as hovered:
        QTest.mouseMove(pane.viewport(), before(pane, start + 4))
    assert hovered.args == [span.id]
    assert pane.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor
    click(pane, before(pane, start + 4))
    assert window.tagging.ids == [span.id]
    qtbot.keyClick(pane, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert [one.kind for one in pane.marks.spans.all] == ["policy"]
    qtbot.keyClick(pane, Qt.Key.Key_Delete)
    assert window.workspace.spans(document_id) == pane.marks.spans.all == []


def test_the_ends_of_a_passage_are_moved_by_mouse_and_by_key(
    window: MainWindow, pane: PagePane, document_id: int, qtbot: QtBot
) -> None:
    start = select_by_mouse(pane, WORDS)
    qtbot.keyClick(pane, Qt.Key.Key_2)
    handles = pane.focus.handles()
    assert handles is not None
    drag(pane, handles.end.center().toPoint(), after(pane, start + 9))
    (span,) = window.workspace.spans(document_id)
    assert (span.start, span.end) == (start, start + 9)
    qtbot.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    (span,) = window.workspace.spans(document_id)
    assert span.end == start + 10


def test_a_double_click_selects_the_word_a_triple_click_the_sentence(pane: PagePane) -> None:
    start = pane.flow.text.index("基站")
    clicks(pane, before(pane, start), 2)
    assert quoted(pane) == "基站"
    clicks(pane, before(pane, start), 3)
    assert quoted(pane) == TARGET


def test_a_selection_over_two_columns_follows_the_order_of_reading(pane: PagePane, qtbot: QtBot) -> None:
    text = pane.flow.text
    start, end = text.index("保障要素供给"), text.index("产学研协同创新")
    assert start < end, "the left column comes first"
    pane.scroll_to(start, 100)
    qtbot.waitUntil(lambda: whole(pane))
    drag(pane, before(pane, text.rindex("拓展市场")), after(pane, text.rindex("拓展市场") + 4))
    assert quoted(pane) == "拓展市场"
    last = text.rindex("保障要素供给")
    pane.scroll_to(last, 300)
    drag(pane, before(pane, last), after(pane, last + 6))
    assert quoted(pane) == "保障要素供给"
    first = text.index(RIGHT[:6])
    pane.chosen.place(last)
    pane.chosen.extend(first + 6)
    assert text[last : first + 6].replace("\n", "").endswith(RIGHT[:6])
    assert LEFT[:6] not in text[last : first + 6]


def test_right_of_a_short_last_line_the_mouse_still_points_at_it(pane: PagePane) -> None:
    end = pane.flow.text.index(TARGET[-6:]) + 6
    beside = after(pane, end) + QPoint(3 * pane.em, 0)
    assert pane.offset_at(QPointF(beside)) == end
    assert not pane.is_on_words(QPointF(beside))


def test_arrows_move_over_lines_and_extend_the_selection(pane: PagePane, qtbot: QtBot) -> None:
    start = pane.flow.text.index(WORDS)
    click(pane, before(pane, start))
    qtbot.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert quoted(pane) == WORDS[0]
    qtbot.keyClick(pane, Qt.Key.Key_Home)
    qtbot.keyClick(pane, Qt.Key.Key_Down)
    assert pane.flow.caret(pane.chosen.caret).top() > pane.flow.caret(start).top()


def test_text_and_pages_show_the_same_place_there_and_back(
    window: MainWindow, document_id: int, qtbot: QtBot
) -> None:
    reading = window.desk.reading
    reading.open(document_id)
    text = reading.pane
    start = text.flow.text.index("第3部分")
    text.select(start, start + 4)
    text.scroll_to(start, 40)
    window.commands["page"].trigger()
    qtbot.waitUntil(lambda: isinstance(reading.pane, PagePane) and whole(reading.pane))
    assert 0 < reading.pane.flow.line_top(start) - reading.pane.to_flow(0) < 200
    assert reading.pane.selection() == (start, start + 4)
    assert 3 in reading.pane.seen_rows()
    window.commands["page"].trigger()
    assert reading.pane is text
    assert text.selection() == (start, start + 4)
    assert 0 < text.flow.line_top(start) - text.to_flow(0) < 200


def test_a_passage_tagged_on_the_page_is_there_when_the_text_is_shown_again(
    window: MainWindow, pane: PagePane, qtbot: QtBot
) -> None:
    select_by_mouse(pane, WORDS)
    qtbot.keyClick(pane, Qt.Key.Key_2)
    window.commands["page"].trigger()
    text = window.desk.reading.pane
    assert isinstance(text, DocumentPane)
    assert [span.kind for span in text.marks.spans.all] == ["target"]
    assert text.focus.id == text.marks.spans.all[0].id


def test_a_row_of_the_ledger_is_revealed_on_the_page(
    window: MainWindow, pane: PagePane, document_id: int, qtbot: QtBot
) -> None:
    start = pane.flow.text.index("第3部分")
    window.tagging.reveal(document_id, start, start + 4, None, False)
    assert window.desk.reading.pane is pane
    assert pane.marks.flash == (start, start + 4)
    top = pane.flow.line_top(start) - pane.to_flow(0)
    assert 0 < top < pane.viewport().height() / 2


def test_a_place_asked_for_before_the_pages_are_there_is_shown_when_they_are(
    window: MainWindow, pane: PagePane, document_id: int, qtbot: QtBot
) -> None:
    reading = window.desk.reading
    reading.open(document_id)
    assert not pane.flow.rows
    start = pane.flow.text.index("第5部分")
    reading.show_place(document_id, start, start + 4)
    qtbot.waitUntil(lambda: whole(pane))
    assert 5 in pane.seen_rows()


def test_what_lies_beside_the_seen_part_of_a_wide_page_is_brought_in(
    window: MainWindow, pane: PagePane, document_id: int
) -> None:
    pane.set_zoom(300)
    end = pane.flow.text.index(TARGET[-6:])
    pane.horizontalScrollBar().setValue(0)
    pane.show_interval(end, end + 5)
    assert 0 <= pane.in_viewport(pane.flow.caret(end)).x() < pane.viewport().width()
    wide = max(range(len(TARGET)), key=lambda at: pane.flow.caret(pane.flow.text.index(TARGET) + at).x())
    pane.show_interval(pane.flow.text.index(TARGET) + wide, end + 6)
    assert pane.horizontalScrollBar().value() > 0


def test_text_and_pages_side_by_side_scroll_to_the_same_words(
    window: MainWindow, pane: PagePane, document_id: int, qtbot: QtBot
) -> None:
    reading = window.desk.reading
    reading.split()
    reading.open(document_id)
    reading.set_linked(True)
    text = reading.pane
    text.scroll_to(text.flow.text.index("第3部分"), 0)
    assert pane.flow.row_of(pane.first_offset()) == 3
    pane.scroll_to(pane.flow.text.index(RIGHT), 0)
    assert abs(text.first_offset() - pane.first_offset()) < 120


def test_hits_of_a_search_and_of_the_find_bar_are_lit_on_the_page(
    window: MainWindow, pane: PagePane, document_id: int, qtbot: QtBot
) -> None:
    start = pane.flow.text.index("基站")
    window.desk.reading.show_hits({document_id: [(start, start + 2)]})
    assert colour(pane, picture(pane), start) == QColor(LIGHT.found)
    pane.show_find()
    pane.find_bar.query.setText("第3部分")
    found = pane.flow.text.index("第3部分")
    assert pane.marks.hits.current == (found, found + 4)
    assert 3 in pane.seen_rows()


def test_the_wheel_with_ctrl_zooms_at_the_mouse_and_zero_fits_the_width(
    window: MainWindow, pane: PagePane, qtbot: QtBot
) -> None:
    fitting = pane.flow.width
    assert fitting <= pane.viewport().width() < fitting + 60
    offset = pane.flow.text.index(WORDS)
    under = QPointF(before(pane, offset))
    for _ in range(6):
        turn(pane, under)
    assert pane.zoom == 160
    assert pane.flow.width == pytest.approx(1.6 * fitting, abs=2)
    assert abs(before(pane, offset).y() - under.y()) < pane.em
    assert abs(before(pane, offset).x() - under.x()) < pane.em
    qtbot.waitUntil(lambda: whole(pane))
    window.commands["zoom_reset"].trigger()
    assert pane.flow.width == fitting


def turn(pane: PagePane, point: QPointF) -> None:
    """Turn the wheel by a notch, with Ctrl held."""
    event = QWheelEvent(
        point,
        QPointF(pane.viewport().mapToGlobal(point)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.viewport(), event)


def test_zero_a_second_time_fits_what_is_printed_and_a_third_time_the_page(
    window: MainWindow, pane: PagePane
) -> None:
    window.commands["zoom_reset"].trigger()
    first = pane.in_viewport(pane.flow.caret(pane.flow.text.index("落实云岭市")))
    assert pane.zoom > 110
    assert 0 < first.x() < 4 * pane.em
    window.commands["zoom_reset"].trigger()
    assert pane.zoom == 100


def test_what_is_printed_fills_a_pane_too_narrow_for_whole_pages_until_somebody_zooms(
    window: MainWindow, pane: PagePane, qtbot: QtBot
) -> None:
    words = pane.flow.text.index("落实云岭市")
    assert pane.zoom == 100
    window.desk.reading.set_count(3)
    assert pane.zoom > 110
    assert 0 < pane.in_viewport(pane.flow.caret(words)).x() < 4 * pane.em
    window.desk.reading.set_count(1)
    assert pane.zoom == 100
    window.commands["zoom_in"].trigger()
    chosen = pane.zoom
    window.desk.reading.set_count(3)
    assert pane.zoom == chosen


def test_the_find_bar_stands_above_the_scroll_bar_of_pages_wider_than_the_pane(
    window: MainWindow, pane: PagePane, qtbot: QtBot
) -> None:
    pane.show_find()
    low = pane.find_bar.geometry().bottom()
    pane.set_zoom(200)
    assert pane.horizontalScrollBar().isVisible()
    assert pane.find_bar.geometry().bottom() == low - pane.horizontalScrollBar().height()
    pane.set_zoom(100)
    assert pane.find_bar.geometry().bottom() == low


def test_the_menu_of_a_place_on_the_page_is_that_of_its_passages(
    window: MainWindow, pane: PagePane, document_id: int, qtbot: QtBot
) -> None:
    start = select_by_mouse(pane, WORDS)
    qtbot.keyClick(pane, Qt.Key.Key_2)
    (span,) = window.workspace.spans(document_id)
    place = before(pane, start + 3)
    with qtbot.waitSignal(pane.context_menu_requested) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, pane.viewport().mapToGlobal(place))
        QApplication.sendEvent(pane.viewport(), event)
    assert asked.args[1] == [span.id]
    for menu in window.findChildren(QMenu):
        menu.close()


def test_in_the_dark_theme_the_paper_is_dimmed_and_the_print_stays_dark(
    window: MainWindow, pane: PagePane
) -> None:
    window.settings.theme = "dark"
    window.change_theme()
    image = picture(pane)
    assert image.pixelColor(pane.leaf_place(0).center().x(), pane.leaf_place(0).top() + 8) == DIMMED


def test_a_document_without_pages_offers_none_and_says_so(window: MainWindow, qtbot: QtBot) -> None:
    reading = window.desk.reading
    assert not reading.active.page_button.isVisible()
    window.commands["page"].trigger()
    assert isinstance(reading.pane, DocumentPane)
    assert window.status.currentMessage() == "This document has no pages to show: it is text only."


def test_the_button_of_a_pane_turns_to_the_pages_and_back(
    window: MainWindow, document_id: int, qtbot: QtBot
) -> None:
    frame = window.desk.reading.active
    window.desk.reading.open(document_id)
    assert frame.page_button.isVisible()
    qtbot.mouseClick(frame.page_button, Qt.MouseButton.LeftButton)
    assert frame.shows_page
    assert frame.page_action.isChecked()
    qtbot.mouseClick(frame.page_button, Qt.MouseButton.LeftButton)
    assert not frame.shows_page
    assert not frame.page_action.isChecked()


def test_what_is_shown_as_pages_is_shown_so_again(
    window: MainWindow, pane: PagePane, document_id: int, qtbot: QtBot
) -> None:
    pane.set_zoom(150)
    pane.set_scroll_fraction(0.5)
    kept = window.desk.reading.state()
    window.desk.reading.clear()
    assert isinstance(window.desk.reading.pane, DocumentPane)
    window.desk.reading.restore(kept, [1, 2, document_id])
    again = window.desk.reading.pane
    assert isinstance(again, PagePane)
    qtbot.waitUntil(lambda: whole(again))
    assert again.zoom == 150
    assert again.scroll_fraction() == pytest.approx(0.5, abs=0.02)


def test_what_follows_the_width_of_its_pane_does_so_when_shown_again(
    window: MainWindow, pane: PagePane, document_id: int, qtbot: QtBot
) -> None:
    kept = window.desk.reading.state()
    pane.set_zoom(150)
    window.desk.reading.restore(kept, [1, 2, document_id])
    again = window.desk.reading.pane
    assert isinstance(again, PagePane)
    qtbot.waitUntil(lambda: whole(again))
    assert again.zoom == 100
    window.desk.reading.set_count(3)
    assert again.zoom > 110


def test_pages_imported_without_places_are_shown_and_say_that_the_text_is_for_tagging(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    document_id = imported(window, booklet(2), tmp_path, places=False)
    pane = shown(window, document_id, qtbot)
    frame = window.desk.reading.active
    assert frame.hint.isVisible()
    drag(pane, QPoint(80, 100), QPoint(200, 100))
    assert pane.selection() is None
    window.tagging.reveal(document_id, 3, 9, None, False)
    assert isinstance(window.desk.reading.pane, DocumentPane)
    assert not frame.hint.isVisible()


def test_a_locked_document_asks_for_its_password_once(
    window: MainWindow, tmp_path: Path, document_id: int, qtbot: QtBot
) -> None:
    sheet = Sheet()
    sheet.lines(80, 80, wrapped(TARGET, 34))
    reading = window.desk.reading
    reading.open(document_id)
    reading.turn_page()
    pane = reading.pane
    assert isinstance(pane, PagePane)
    assert pane.paper is not None
    secret = pane.paper._replace(data=locked(sheet, "geheim"))
    pane.show_document(document_id, pane.flow.text, pane.blocks, (), secret)
    qtbot.waitUntil(lambda: pane.lock.isVisible())
    assert pane.lock.password.isVisible()
    qtbot.keyClicks(pane.lock.password, "falsch")
    qtbot.keyClick(pane.lock.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open" in pane.lock.words.text())
    qtbot.keyClicks(pane.lock.password, "geheim")
    qtbot.mouseClick(pane.lock.give, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(pane.flow.rows) == 1)
    assert not pane.lock.isVisible()
    pane.show_document(document_id, pane.flow.text, pane.blocks, (), secret)
    qtbot.waitUntil(lambda: len(pane.flow.rows) == 1)
    assert not pane.lock.isVisible()


def test_a_damaged_original_is_told_in_the_pane_and_the_text_stays_usable(
    window: MainWindow, pane: PagePane, qtbot: QtBot
) -> None:
    assert pane.paper is not None
    pane.show_document(9, pane.flow.text, pane.blocks, (), pane.paper._replace(data=b"%PDF-1.4 half"))
    qtbot.waitUntil(lambda: pane.lock.isVisible())
    assert pane.lock.words.text() == PagesDamaged.sentence
    assert not pane.lock.form.isVisible()
    window.commands["page"].trigger()
    assert isinstance(window.desk.reading.pane, DocumentPane)
    assert window.desk.reading.pane.isVisible()


def test_pages_come_beside_the_text_at_the_same_place_and_both_scroll_together(
    window: MainWindow, document_id: int, qtbot: QtBot
) -> None:
    reading = window.desk.reading
    reading.open(document_id)
    reading.pane.scroll_to(reading.pane.flow.text.index("第3部分"), 40)
    window.commands["page_beside"].trigger()
    text, page = (frame.pane for frame in reading.frames)
    assert (type(text), type(page)) == (DocumentPane, PagePane)
    qtbot.waitUntil(lambda: whole(page))
    assert 3 in page.seen_rows()
    assert window.commands["linked"].isChecked()
    text.scroll_to(text.flow.text.index("第5部分"), 40)
    assert 5 in page.seen_rows()


def test_suggestions_on_pages_are_stepped_through_and_decided_by_keys(
    window: MainWindow, pane: PagePane, document_id: int, qtbot: QtBot
) -> None:
    window.workspace.do(suggesting.suggest, [document_id])
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_N)
    (first,) = window.tagging.ids
    shown_ones = window.suggesting.on_page()
    assert first in shown_ones
    window.refresh.coverage.note()
    assert window.refresh.coverage.record.of(document_id)[0][0] == 0
    qtbot.keyClick(pane, Qt.Key.Key_Return)
    states = {span.id: span.state for span in window.workspace.spans(document_id)}
    assert states[first] == "confirmed"
