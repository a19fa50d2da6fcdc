"""Reading, selecting and correcting passages in a pane, by real mouse and keys."""

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.reading.pointer import Pointer
from desktop.theme import DARK, LIGHT
from tests.desktop.pages import Span, click, clicks, document, drag, marked, point, quoted, shown

FIRST = "全市要坚持稳中求进，推动产业升级；到2024年底，培育专精特新企业60家以上。"
SECOND = "市工业和信息化局牵头，会同𠮷林路街道，年底前完成评估。各区县抓好落实。"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page():
    return document(
        ("title", "工作要点"),
        ("heading", "一、总体要求", {"level": 1}),
        ("paragraph", FIRST),
        ("paragraph", SECOND),
    )


@pytest.fixture
def long_page():
    parts = [("title", "工作要点")]
    for at in range(60):
        parts += [
            ("heading", f"第{at}部分", {"level": 1}),
            ("paragraph", FIRST * (1 + at % 5)),
            ("paragraph", SECOND),
        ]
    return document(*parts)


@pytest.fixture
def pane(qtbot, page):
    return shown(qtbot, *page)


def at(pane, words):
    return pane.flow.text.index(words)


def press(pane, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(pane, key, modifier)


def place_caret(pane, words):
    click(pane, point(pane, at(pane, words)))


def top_of(pane, offset):
    """Where the line of an offset stands in the viewport."""
    return pane.flow.line_top(offset) - pane.to_flow(0)


def test_a_double_click_selects_the_word(pane):
    clicks(pane, point(pane, at(pane, "产业") + 1), 2)
    assert quoted(pane) == "产业"


def test_behind_a_character_beyond_the_basic_plane_words_are_still_hit(pane):
    clicks(pane, point(pane, at(pane, "评估")), 2)
    assert quoted(pane) == "评估"
    clicks(pane, point(pane, at(pane, "𠮷")), 2)
    assert "𠮷" in quoted(pane)


def test_three_clicks_select_the_sentence_and_four_the_paragraph(pane):
    clicks(pane, point(pane, at(pane, "产业")), 3)
    assert quoted(pane) == "全市要坚持稳中求进，推动产业升级；"
    clicks(pane, point(pane, at(pane, "产业")), 4)
    assert quoted(pane) == FIRST


def test_a_click_in_the_left_margin_selects_the_paragraph(pane):
    where = point(pane, at(pane, "年底前"))
    click(pane, QPoint(10, where.y()))
    assert quoted(pane) == SECOND


def test_dragging_selects_across_paragraphs_and_tells(pane, qtbot):
    with qtbot.waitSignal(pane.selection_changed):
        drag(pane, point(pane, at(pane, "培育")), point(pane, at(pane, "牵头")))
    assert quoted(pane) == "培育专精特新企业60家以上。\n市工业和信息化局"


def test_dragging_backwards_selects_the_same(pane):
    drag(pane, point(pane, at(pane, "牵头")), point(pane, at(pane, "培育")))
    assert quoted(pane) == "培育专精特新企业60家以上。\n市工业和信息化局"


def test_holding_the_mouse_below_the_pane_scrolls_on(qtbot, long_page):
    pane = shown(qtbot, *long_page)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(pane.viewport(), left, Qt.KeyboardModifier.NoModifier, point(pane, at(pane, "全市")))
    QTest.mouseMove(pane.viewport(), QPoint(300, pane.viewport().height() + 200))
    qtbot.waitUntil(lambda: pane.verticalScrollBar().value() > 200)
    QTest.mouseRelease(pane.viewport(), left, Qt.KeyboardModifier.NoModifier, QPoint(300, 900))
    value = pane.verticalScrollBar().value()
    qtbot.wait(60)
    assert pane.verticalScrollBar().value() == value
    assert len(quoted(pane)) > 500


def test_shift_and_arrows_extend(pane):
    place_caret(pane, "产业")
    press(pane, Qt.Key.Key_Right, SHIFT)
    press(pane, Qt.Key.Key_Right, SHIFT)
    assert quoted(pane) == "产业"
    press(pane, Qt.Key.Key_Left, SHIFT)
    assert quoted(pane) == "产"


def test_a_shift_click_extends_to_it(pane):
    place_caret(pane, "推动")
    click(pane, point(pane, at(pane, "；")), SHIFT)
    assert quoted(pane) == "推动产业升级"


def test_control_shift_and_arrows_extend_by_words(pane):
    place_caret(pane, "产业")
    press(pane, Qt.Key.Key_Right, CONTROL | SHIFT)
    press(pane, Qt.Key.Key_Right, CONTROL | SHIFT)
    assert quoted(pane) == "产业升级"


def test_keys_widen_and_narrow(pane):
    place_caret(pane, "产业")
    seen = []
    for _ in range(4):
        press(pane, Qt.Key.Key_Up, CONTROL)
        seen.append(quoted(pane))
    assert seen == ["产业", "推动产业升级", "全市要坚持稳中求进，推动产业升级；", FIRST]
    press(pane, Qt.Key.Key_Down, CONTROL)
    assert quoted(pane) == seen[2]


def test_home_and_end_go_to_the_ends_of_the_line(pane):
    place_caret(pane, "会同")
    press(pane, Qt.Key.Key_Home)
    assert pane.chosen.caret == at(pane, SECOND)
    press(pane, Qt.Key.Key_End)
    box = pane.flow.lay(3).boxes[0]
    assert pane.chosen.caret == box.line_span(0)[1] - 1
    press(pane, Qt.Key.Key_End, CONTROL)
    assert pane.chosen.caret == len(pane.flow.text)
    press(pane, Qt.Key.Key_Home, CONTROL)
    assert pane.chosen.caret == 0


def test_down_and_up_keep_the_column_through_short_lines(pane):
    place_caret(pane, "培育")
    start = pane.chosen.caret
    for _ in range(2):
        press(pane, Qt.Key.Key_Up)
    assert pane.chosen.caret <= len("工作要点")
    for _ in range(2):
        press(pane, Qt.Key.Key_Down)
    assert pane.chosen.caret == start


def test_every_line_is_reached_by_the_down_key(pane):
    press(pane, Qt.Key.Key_Home, CONTROL)
    lines = set()
    for _ in range(12):
        lines.add(pane.flow.line_top(pane.chosen.caret))
        press(pane, Qt.Key.Key_Down)
    assert len(lines) == sum(pane.flow.lay(row).boxes[0].lines for row in range(4))
    assert pane.chosen.caret == len(pane.flow.text)


def test_paging_moves_the_caret_and_the_page(qtbot, long_page):
    pane = shown(qtbot, *long_page)
    for _ in range(3):
        press(pane, Qt.Key.Key_PageDown)
    assert pane.verticalScrollBar().value() > pane.viewport().height()
    assert 0 < top_of(pane, pane.chosen.caret) < pane.viewport().height()


def test_what_is_selected_is_copied(pane):
    pane.select(at(pane, "推动"), at(pane, "；"))
    press(pane, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "推动产业升级"
    press(pane, Qt.Key.Key_A, CONTROL)
    assert quoted(pane) == pane.flow.text


def test_a_click_focuses_the_innermost_passage_and_the_next_click_the_one_around_it(qtbot, page):
    spans = marked(page[0], FIRST, ("培育专精特新企业60家以上", "target"))
    pane = shown(qtbot, *page, spans)
    clicked = []
    pane.passage_clicked.connect(clicked.append)
    where = point(pane, at(pane, "企业"))
    for _ in range(3):
        click(pane, where)
    assert clicked == [2, 1, 2]
    assert pane.focus.id == 2


def test_a_click_beside_all_passages_takes_the_focus_away(qtbot, page):
    pane = shown(qtbot, *page, marked(page[0], "产业升级"))
    pane.focus_passage(1)
    with qtbot.waitSignal(pane.passage_left):
        place_caret(pane, "评估")
    assert pane.focus.id is None


def test_a_click_on_a_stripe_focuses_its_passage(qtbot, page):
    pane = shown(qtbot, *page, marked(page[0], "市工业和信息化局", ("会同", "target")))
    pane.grab()
    second = pane.flow.lay(3).markup.stripes[1]
    x = pane.column.right + 14 + 15 + 2
    y = pane.flow.top(3) + second.bottom - 3 - pane.to_flow(0)
    with qtbot.waitSignal(pane.passage_clicked) as told:
        click(pane, QPoint(x, round(y)))
    assert told.args == [2]


ENDS = [("end", "；", "推动产业升级"), ("start", "稳中", "稳中求进，推动产业")]


@pytest.mark.parametrize(("end", "to", "words"), ENDS)
def test_dragging_a_handle_moves_that_end(qtbot, page, end, to, words):
    pane = shown(qtbot, *page, marked(page[0], "推动产业"))
    pane.focus_passage(1)
    handles = pane.focus.handles()
    place = handles.start if end == "start" else handles.end
    with qtbot.waitSignal(pane.passage_ends_moved) as told:
        drag(pane, QPoint(round(place.x()), round(place.center().y())), point(pane, at(pane, to)))
    passage_id, start, stop = told.args
    assert (passage_id, pane.flow.text[start:stop]) == (1, words)
    assert pane.selection() is None


def test_a_handle_cannot_pass_the_other_end(qtbot, page):
    pane = shown(qtbot, *page, marked(page[0], "推动产业"))
    pane.focus_passage(1)
    place = pane.focus.handles().end
    with qtbot.waitSignal(pane.passage_ends_moved) as told:
        drag(pane, QPoint(round(place.x()), round(place.center().y())), point(pane, at(pane, "全市")))
    assert pane.flow.text[told.args[1] : told.args[2]] == "推"


def test_ends_move_by_character_and_by_word(qtbot, page):
    pane = shown(qtbot, *page, marked(page[0], "推动产业"))
    pane.focus_passage(1)
    moved = []
    pane.passage_ends_moved.connect(lambda id_, *ends: pane.update_spans([id_], [Span(id_, *ends)]))
    pane.passage_ends_moved.connect(lambda _id, start, end: moved.append(pane.flow.text[start:end]))
    for end, by, unit in (
        ("end", 1, "char"),
        ("end", -1, "word"),
        ("start", 1, "word"),
        ("start", -1, "char"),
    ):
        pane.move_end(end, by, unit)
    assert moved == ["推动产业升", "推动产业", "产业", "动产业"]


def test_a_step_goes_to_the_next_passage(qtbot, long_page):
    text, blocks = long_page
    far = text.index("第50部分")
    pane = shown(qtbot, text, blocks, [*marked(text, "产业升级"), Span(2, far, far + 3)])
    pane.step_passage(forward=True)
    assert pane.focus.id == 1
    pane.step_passage(forward=True)
    assert pane.focus.id == 2
    assert 0 < top_of(pane, far) < pane.viewport().height()
    pane.step_passage(forward=True)
    assert pane.focus.id == 2


def test_escape_clears_first_the_selection_then_the_focus(qtbot, page):
    pane = shown(qtbot, *page, marked(page[0], "产业升级"))
    pane.focus_passage(1)
    pane.select(3, 6)
    press(pane, Qt.Key.Key_Escape)
    assert pane.selection() is None and pane.focus.id == 1
    press(pane, Qt.Key.Key_Escape)
    assert pane.focus.id is None


def test_the_context_menu_knows_the_passages_under_it(qtbot, page):
    spans = marked(page[0], FIRST, ("产业升级", "target"))
    pane = shown(qtbot, *page, spans)
    where = point(pane, at(pane, "升级"))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, pane.viewport().mapToGlobal(where))
    with qtbot.waitSignal(pane.context_menu_requested) as told:
        QApplication.sendEvent(pane.viewport(), event)
    assert told.args[1] == [2, 1]
    assert pane.focus.id == 2


def test_the_passage_under_the_mouse_is_told(qtbot, page):
    pane = shown(qtbot, *page, marked(page[0], "产业升级"))
    told = []
    pane.passage_hovered.connect(told.append)
    QTest.mouseMove(pane.viewport(), point(pane, at(pane, "升级")))
    QTest.mouseMove(pane.viewport(), point(pane, at(pane, "评估")))
    assert told == [1, None]


def test_what_is_said_of_a_passage_is_its_kind_and_note(qtbot, page):
    pane = shown(qtbot, *page, marked(page[0], FIRST, ("产业升级", "target")))
    pane.note_of = {1: "分年度核对", 2: ""}.__getitem__
    pointer = Pointer(pane)
    assert pointer.words_about(QPointF(point(pane, at(pane, "升级")))) == "Target\nTask  分年度核对"
    assert pointer.words_about(QPointF(point(pane, at(pane, "评估")))) == ""


def test_what_is_only_suggested_is_said_to_be_so_and_scrolling_takes_it_away(qtbot, long_page):
    text, blocks = long_page
    pane = shown(qtbot, text, blocks, [Span(1, 2, 4, "policy", "suggested")])
    pointer = Pointer(pane)
    assert pointer.words_about(QPointF(point(pane, 3))) == "Policy, suggested"
    QToolTip.showText(pane.mapToGlobal(point(pane, 3)), "Policy, suggested", pane.viewport())
    pane.verticalScrollBar().setValue(200)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_the_kind_is_said_in_the_language_of_the_window(qtbot, page):
    pane = shown(qtbot, *page, marked(page[0], "产业升级"))
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Chinese))
    try:
        assert Pointer(pane).words_about(QPointF(point(pane, at(pane, "升级")))) == "任务"
    finally:
        QLocale.setDefault(before)


def test_a_click_makes_the_pane_active(qtbot, pane):
    with qtbot.waitSignal(pane.activated_pane):
        place_caret(pane, "产业")


def painted(pane):
    return pane.viewport().grab().toImage()


def has_colour(image, rectangle, colour):
    wanted = QColor(colour).rgb()
    ratio = image.devicePixelRatio()
    area = rectangle.toAlignedRect()
    return any(
        image.pixel(round(x * ratio), round(y * ratio)) == wanted
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    )


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_tints_lie_only_where_passages_are(qtbot, page, theme):
    pane = shown(qtbot, *page, marked(page[0], ("产业升级", "target")))
    pane.set_theme(theme)
    image = painted(pane)

    def tinted(words):
        place = pane.in_viewport(pane.flow.caret(at(pane, words)))
        return has_colour(image, place.adjusted(2, 0, pane.scale.em - 3, 0), theme.target.tint)

    assert tinted("产业") and tinted("升级")
    assert not tinted("推动") and not tinted("；到") and not tinted("评估")


def test_a_suggestion_has_no_tint(qtbot, page):
    pane = shown(qtbot, *page, marked(page[0], ("产业升级", "target", "suggested")))
    place = pane.in_viewport(pane.flow.caret(at(pane, "产业")))
    image = painted(pane)
    assert not has_colour(image, place.adjusted(0, 0, 60, 0), LIGHT.target.tint)


def test_one_more_passage_concerns_only_its_own_paragraph(qtbot, page):
    spans = marked(page[0], "产业升级", "评估")
    pane = shown(qtbot, *page, spans[:1])
    pane.grab()
    untouched, touched = pane.flow.lay(2).markup, pane.flow.lay(3).markup
    pane.update_spans([2], spans[1:])
    pane.grab()
    assert pane.flow.lay(2).markup is untouched
    assert pane.flow.lay(3).markup is not touched
    assert len(pane.flow.lay(3).markup.tints) == 1


def test_the_focus_ends_with_its_passage(qtbot, page):
    spans = marked(page[0], "产业升级", "评估")
    pane = shown(qtbot, *page, spans)
    pane.focus_passage(2)
    pane.update_spans([2], [])
    assert pane.focus.id is None


def test_zoom_sets_fewer_characters_in_a_line(pane):
    lines = pane.flow.lay(2).boxes[0].lines
    pane.set_zoom(200)
    assert pane.flow.lay(2).boxes[0].lines > lines
    pane.set_zoom(1000)
    assert pane.zoom == 300


def turn_wheel(pane, by):
    where = QPointF(100, 100)
    screen = QPointF(pane.viewport().mapToGlobal(where.toPoint()))
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(where, screen, QPoint(), QPoint(0, by), none, CONTROL, phase, False)
    QApplication.sendEvent(pane.viewport(), event)


def test_control_and_the_wheel_zoom_by_whole_notches(pane):
    turn_wheel(pane, 120)
    assert pane.zoom == 110
    for _ in range(4):
        turn_wheel(pane, -60)
    assert pane.zoom == 90


@pytest.mark.parametrize("change", ["resize", "zoom"])
def test_what_is_read_stays_at_the_top(qtbot, long_page, change):
    pane = shown(qtbot, *long_page)
    pane.scroll_to(at(pane, "第31部分"), 0)
    if change == "zoom":
        pane.set_zoom(150)
    else:
        pane.resize(480, 600)
        pane.resize(900, 500)
    assert abs(top_of(pane, at(pane, "第31部分"))) <= 2


def test_setting_what_is_out_of_sight_does_not_move_the_page(qtbot, long_page):
    pane = shown(qtbot, *long_page)
    pane.set_scroll_fraction(0.7)
    first = pane.first_offset()
    top = top_of(pane, first)
    qtbot.waitUntil(lambda: pane.flow.settled)
    assert top_of(pane, first) == top


def test_the_page_goes_where_it_is_told(qtbot, long_page):
    pane = shown(qtbot, *long_page)
    target = at(pane, "第45部分")
    pane.reveal(target, target + 4)
    assert 0 < top_of(pane, target) < pane.viewport().height() / 3
    assert pane.marks.flash == (target, target + 4)
    qtbot.waitUntil(lambda: pane.marks.flash_strength == 0, timeout=3000)


def test_a_share_of_the_way_comes_back(qtbot, long_page):
    pane = shown(qtbot, *long_page)
    qtbot.waitUntil(lambda: pane.flow.settled)
    with qtbot.waitSignal(pane.scrolled):
        pane.set_scroll_fraction(0.5)
    assert pane.scroll_fraction() == pytest.approx(0.5, abs=0.01)
    pane.set_scroll_fraction(1)
    assert top_of(pane, len(pane.flow.text)) < pane.viewport().height()


def test_headings_are_listed_with_their_levels(pane):
    assert pane.headings() == [(0, "工作要点", 0), (1, "一、总体要求", 5)]


def test_an_empty_pane_takes_keys_and_clicks(qtbot, pane):
    pane.clear()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_PageDown):
        press(pane, key, SHIFT)
    press(pane, Qt.Key.Key_Up, CONTROL)
    click(pane, QPoint(200, 200))
    clicks(pane, QPoint(200, 200), 2)
    pane.grab()
    assert pane.selection() is None
    assert pane.document_id is None


def test_a_wide_pane_offers_the_outline_and_takes_it_back_when_it_becomes_narrow(qtbot, long_page):
    pane = shown(qtbot, *long_page, size=(1000, 600))
    with qtbot.waitActive(pane):
        pane.activateWindow()
    pane.setFocus()
    pane.offer_outline()
    assert pane.outline.isVisible() and pane.hasFocus()
    pane.resize(500, 600)
    qtbot.waitUntil(pane.outline.isHidden)


def test_a_narrow_pane_or_a_page_of_few_headings_offers_none(qtbot, page, long_page):
    for content, width in ((long_page, 700), (page, 1000)):
        pane = shown(qtbot, *content, size=(width, 600))
        pane.offer_outline()
        assert pane.outline.isHidden()


@pytest.mark.parametrize("width", [330, 700])
def test_paragraph_numbers_of_three_digits_are_whole_in_a_narrow_pane_too(qtbot, long_page, width):
    pane = shown(qtbot, *long_page)
    pane.resize(width, 600)
    pane.set_scroll_fraction(1.0)
    margin = pane.viewport().grab().toImage()
    paper = margin.pixelColor(0, 0)

    def inked(x: int) -> bool:
        return any(margin.pixelColor(x, y) != paper for y in range(margin.height()))

    assert not inked(0)
    assert any(inked(x) for x in range(pane.column.left))
