"""Typing in the editors of fields."""

from datetime import date

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from db.kinds import KINDS
from desktop.field_editors import ChoiceEditor, DateEditor, DepartmentsEditor, NumberEditor, editor_of
from desktop.field_values import NOTE, STATE
from desktop.text_area import TextArea

VALUE = KINDS["target"].field("value")
DUE = KINDS["task"].field("due_to")
LEAD = KINDS["task"].field("lead")
STATUS = KINDS["task"].field("status")
Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def number(qtbot: QtBot) -> NumberEditor:
    editor = NumberEditor(VALUE, "zh")
    qtbot.addWidget(editor)
    editor.show()
    editor.set_value(1200.0)
    editor.heard = []
    editor.confirmed.connect(editor.heard.append)
    return editor


def retype(qtbot: QtBot, editor: NumberEditor, words: str) -> None:
    editor.selectAll()
    qtbot.keyClick(editor, Key.Key_Backspace)
    for character in words:
        editor.insert(character)


def test_enter_confirms_a_typed_number_once_and_shows_it_grouped(qtbot: QtBot, number: NumberEditor) -> None:
    retype(qtbot, number, "8万")
    assert number.remark() == "= 80,000"
    qtbot.keyClick(number, Key.Key_Return)
    number.clearFocus()
    assert (number.heard, number.text(), number.remark()) == ([80_000.0], "80,000", "8万")


def test_escape_restores_the_number_and_says_nothing(qtbot: QtBot, number: NumberEditor) -> None:
    retype(qtbot, number, "5")
    qtbot.keyClick(number, Key.Key_Escape)
    qtbot.keyClick(number, Key.Key_Return)
    assert (number.heard, number.text()) == ([], "1,200")


def test_words_that_make_no_number_stay_and_are_not_confirmed(qtbot: QtBot, number: NumberEditor) -> None:
    retype(qtbot, number, "many")
    qtbot.keyClick(number, Key.Key_Return)
    assert (number.heard, number.text(), number.remark()) == ([], "many", "not a number")


def test_the_same_number_written_otherwise_is_no_change(qtbot: QtBot, number: NumberEditor) -> None:
    retype(qtbot, number, "1200")
    qtbot.keyClick(number, Key.Key_Return)
    assert (number.heard, number.text()) == ([], "1,200")


def test_emptying_a_line_confirms_no_value(qtbot: QtBot, number: NumberEditor) -> None:
    retype(qtbot, number, "")
    qtbot.keyClick(number, Key.Key_Return)
    assert number.heard == [None]


def test_several_values_give_way_only_to_what_is_typed(qtbot: QtBot, number: NumberEditor) -> None:
    number.set_value(None, several=True)
    assert (number.text(), number.placeholderText()) == ("", "several values")
    qtbot.keyClick(number, Key.Key_Return)
    retype(qtbot, number, "")
    number.clearFocus()
    assert number.heard == []
    retype(qtbot, number, "3")
    qtbot.keyClick(number, Key.Key_Return)
    assert number.heard == [3.0]


def test_a_day_is_picked_from_the_calendar(qtbot: QtBot) -> None:
    editor = DateEditor(DUE, "zh")
    qtbot.addWidget(editor)
    editor.show()
    editor.set_value(date(2023, 6, 30))
    editor.actions()[0].trigger()
    calendar = editor.findChild(QCalendarWidget)
    assert calendar.selectedDate().toPython() == date(2023, 6, 30)
    with qtbot.waitSignal(editor.confirmed) as heard:
        qtbot.keyClick(calendar.focusWidget() or calendar, Key.Key_Right)
        qtbot.keyClick(calendar.focusWidget() or calendar, Key.Key_Return)
    assert heard.args == [date(2023, 7, 1)]
    assert editor.text() == "2023-07-01"


def test_a_choice_is_announced_only_when_it_changes(qtbot: QtBot) -> None:
    editor = ChoiceEditor(STATUS, "zh")
    qtbot.addWidget(editor)
    heard: list[object] = []
    editor.confirmed.connect(heard.append)
    editor.set_value("open")
    editor.activated.emit(editor.currentIndex())
    qtbot.keyClick(editor, Key.Key_Down)
    qtbot.keyClick(editor, Key.Key_Home)
    assert heard == ["under_way", None]


def test_a_state_has_no_empty_choice(qtbot: QtBot) -> None:
    editor = ChoiceEditor(STATE, "en")
    qtbot.addWidget(editor)
    assert [editor.itemText(row) for row in range(editor.count())] == ["suggested", "confirmed", "rejected"]


@pytest.mark.parametrize(
    ("typed", "completed"),
    [("财政", "市财政局"), ("市工信局，财政", "市工信局、市财政局"), ("市工信局、", "市工信局、市科技局")],
)
def test_the_last_name_of_a_line_is_completed_from_a_list(qtbot: QtBot, typed: str, completed: str) -> None:
    editor = editor_of(LEAD, "zh", QStringListModel(["市科技局", "市财政局"]))
    assert isinstance(editor, DepartmentsEditor)
    qtbot.addWidget(editor)
    editor.set_value("县")
    with qtbot.waitActive(editor):
        editor.show()
    editor.setFocus()
    editor.selectAll()
    heard: list[object] = []
    editor.confirmed.connect(heard.append)
    for character in typed:
        QApplication.sendEvent(editor, QKeyEvent(QKeyEvent.Type.KeyPress, 0, NONE, character))
    popup = editor.completer().popup()
    assert popup and popup.isVisible()
    qtbot.keyClick(popup, Key.Key_Down)
    qtbot.keyClick(popup, Key.Key_Return)
    assert editor.text() == completed
    editor.clearFocus()
    assert heard == [completed]


def test_a_note_keeps_its_lines_and_is_confirmed_when_left(qtbot: QtBot) -> None:
    note = TextArea(NOTE, "zh", least=3, most=8, breaks=True)
    qtbot.addWidget(note)
    note.show()
    heard: list[object] = []
    note.confirmed.connect(heard.append)
    note.set_value("")
    note.clearFocus()
    qtbot.keyClicks(note, "one")
    qtbot.keyClick(note, Key.Key_Return)
    qtbot.keyClicks(note, "two")
    assert heard == []
    qtbot.keyClick(note, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    note.clearFocus()
    assert heard == ["one\ntwo"]


def test_enter_confirms_a_wrapped_field_and_escape_restores_it(qtbot: QtBot) -> None:
    area = TextArea(KINDS["task"].field("action"), "zh", least=1, most=5, breaks=False)
    qtbot.addWidget(area)
    area.show()
    heard: list[object] = []
    area.confirmed.connect(heard.append)
    area.set_value("old")
    qtbot.keyClicks(area, "new ")
    qtbot.keyClick(area, Key.Key_Return)
    qtbot.keyClicks(area, "x")
    qtbot.keyClick(area, Key.Key_Escape)
    assert (heard, area.toPlainText()) == (["new old"], "new old")


def test_an_area_grows_with_its_lines_up_to_its_most(qtbot: QtBot) -> None:
    area = TextArea(NOTE, "zh", least=1, most=4, breaks=True)
    qtbot.addWidget(area)
    area.show()
    heights = []
    for lines in (1, 3, 4, 9):
        area.set_value("\n".join("行" * lines))
        heights.append(area.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]
