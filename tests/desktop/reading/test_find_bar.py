"""Finding words in a pane by the bar at its foot."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.desktop.pages import document, quoted, shown

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def pane(qtbot):
    parts = [
        ("paragraph", f"第{at}段：规上工业增加值，ＧＤＰ与GDP。" + "推动产业升级，" * 20) for at in range(30)
    ]
    return shown(qtbot, *document(*parts))


def find(pane, words):
    QTest.keyClick(pane, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    pane.find_bar.query.clear()
    pane.find_bar.query.insert(words)


def seen(pane, interval):
    top = pane.flow.line_top(interval[0]) - pane.to_flow(0)
    return 0 <= top < pane.viewport().height()


def test_hits_are_counted_and_the_first_is_shown(pane):
    find(pane, "gdp")
    assert pane.find_bar.count.text() == "1/60"
    assert pane.marks.hits.current == (12, 15)


def test_enter_goes_on_and_shift_enter_back(pane):
    find(pane, "第")
    query = pane.find_bar.query
    for _ in range(12):
        QTest.keyClick(query, Qt.Key.Key_Return)
    assert pane.find_bar.count.text() == "13/30"
    assert seen(pane, pane.marks.hits.current)
    QTest.keyClick(query, Qt.Key.Key_Return, SHIFT)
    QTest.keyClick(query, Qt.Key.Key_F3, SHIFT)
    assert pane.find_bar.count.text() == "11/30"
    QTest.keyClick(query, Qt.Key.Key_F3)
    assert pane.find_bar.count.text() == "12/30"


def test_words_that_are_not_there_are_said_to_be_absent(pane):
    find(pane, "乡村")
    assert pane.find_bar.count.text() == "No hits"
    QTest.keyClick(pane.find_bar.query, Qt.Key.Key_Return)
    assert pane.marks.hits.current is None


def test_escape_closes_the_bar_and_leaves_the_hit_selected(pane, qtbot):
    find(pane, "增加值")
    QTest.keyClick(pane.find_bar.query, Qt.Key.Key_Escape)
    assert pane.find_bar.isHidden()
    assert quoted(pane) == "增加值"
    assert pane.marks.hits.intervals == []
    assert pane.viewport().height() == pane.height()


def test_what_is_selected_becomes_the_query(pane):
    start = pane.flow.text.index("产业升级")
    pane.select(start, start + 4)
    pane.show_find()
    assert pane.find_bar.query.text() == "产业升级"
    assert pane.marks.hits.current == (start, start + 4)


def test_another_document_is_searched_anew(pane):
    find(pane, "产业")
    pane.show_document(2, *document(("paragraph", "产业链")), ())
    assert pane.find_bar.count.text() == "1/1"


def test_the_bar_takes_no_text_away(pane):
    find(pane, "gdp")
    assert pane.find_bar.y() >= pane.viewport().geometry().bottom()
