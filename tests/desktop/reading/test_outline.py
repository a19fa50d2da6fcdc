"""The outline beside the text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.desktop.pages import document, shown


@pytest.fixture
def pane(qtbot):
    parts = [("title", "工作要点")]
    for part in ("总体要求", "重点任务", "保障措施"):
        parts.append(("heading", part, {"level": 1}))
        for at in range(3):
            parts.append(("heading", f"{part}之{at}", {"level": 2}))
            parts.append(("paragraph", "推动产业升级，" * 80))
    pane = shown(qtbot, *document(*parts), size=(900, 600))
    pane.toggle_outline()
    return pane


def current(pane):
    return pane.outline.tree.currentIndex().data()


def rows(model, parent=None):
    parent = parent or model.index(-1, -1)
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def test_headings_stand_below_those_of_a_higher_level(pane):
    model = pane.outline.tree.model()
    assert rows(model) == ["工作要点"]
    title = model.index(0, 0)
    assert rows(model, title) == ["总体要求", "重点任务", "保障措施"]
    assert rows(model, model.index(1, 0, title)) == ["重点任务之0", "重点任务之1", "重点任务之2"]


def test_the_heading_being_read_is_marked_while_scrolling(pane):
    assert current(pane) == "工作要点"
    pane.scroll_to(pane.flow.text.index("重点任务之1"), 0)
    assert current(pane) == "重点任务之1"
    pane.set_scroll_fraction(0)
    assert current(pane) == "工作要点"


def test_typing_filters_and_enter_goes_there(pane):
    pane.outline.filter.insert("措施之2")
    assert current(pane) == "保障措施之2"
    QTest.keyClick(pane.outline.filter, Qt.Key.Key_Return)
    offset = pane.flow.text.index("保障措施之2")
    assert 0 <= pane.flow.line_top(offset) - pane.to_flow(0) < 100
    assert pane.chosen.caret == offset


def test_arrows_move_from_the_filter(pane):
    QTest.keyClick(pane.outline.filter, Qt.Key.Key_Down)
    assert current(pane) == "总体要求"


def test_a_click_goes_there(pane):
    tree = pane.outline.tree
    index = tree.model().index(2, 0, tree.model().index(0, 0))
    place, plain = tree.visualRect(index).center(), Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, plain, place)
    assert pane.chosen.caret == pane.flow.text.index("保障措施")


def test_escape_closes_and_gives_the_room_back(pane):
    assert pane.viewport().x() > 200
    QTest.keyClick(pane.outline.filter, Qt.Key.Key_Escape)
    assert pane.outline.isHidden()
    assert pane.viewport().x() == 0
    assert pane.hasFocus()
