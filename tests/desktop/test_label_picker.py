"""The tree of labels."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QToolButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from db.models import Label
from desktop.label_picker import COLOURS, LabelPicker

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
LABELS = [
    Label(id=1, name="数字化", colour=COLOURS[0], position=1),
    Label(id=2, name="绿色", colour=COLOURS[1], position=2),
    Label(id=3, name="智能制造", colour=COLOURS[2], position=1, parent_id=1),
]


@pytest.fixture
def picker(qtbot: QtBot) -> Iterator[LabelPicker]:
    picker = LabelPicker()
    qtbot.addWidget(picker)
    picker.resize(260, 320)
    picker.set_labels(LABELS)
    picker.set_passages([10, 11], {1: 2, 3: 1})
    picker.show()
    yield picker


@pytest.fixture
def asked(picker: LabelPicker) -> list[tuple[Any, ...]]:
    heard: list[tuple[Any, ...]] = []
    for name in ("put", "take", "add", "rename", "recolour", "move", "remove"):
        signal = getattr(picker, f"label_{name}_requested")
        signal.connect(lambda *values, name=name: heard.append((name, *values)))
    return heard


def item(picker: LabelPicker, name: str) -> QTreeWidgetItem:
    found = picker.tree.named(name)
    assert found
    return found


def click(qtbot: QtBot, picker: LabelPicker, name: str) -> None:
    spot = picker.tree.visualItemRect(item(picker, name)).center()
    qtbot.mouseClick(picker.tree.viewport(), LEFT, pos=spot)


def test_labels_are_ticked_as_far_as_the_passages_have_them(picker: LabelPicker) -> None:
    state = Qt.CheckState
    ticks = {item.text(0): item.checkState(0) for item in picker.tree.items()}
    assert ticks == {"数字化": state.Checked, "智能制造": state.PartiallyChecked, "绿色": state.Unchecked}
    assert item(picker, "智能制造").parent() is item(picker, "数字化")


def test_a_click_puts_a_label_on_all_passages_or_takes_it_off(
    qtbot: QtBot, picker: LabelPicker, asked: list[Any]
) -> None:
    for name in ("绿色", "智能制造", "数字化"):
        click(qtbot, picker, name)
    assert asked == [("put", 2, [10, 11]), ("put", 3, [10, 11]), ("take", 1, [10, 11])]


def test_typing_finds_labels_with_those_above_them(qtbot: QtBot, picker: LabelPicker) -> None:
    picker.line.setText("智能")
    assert [item.text(0) for item in picker.tree.items() if not item.isHidden()] == ["数字化", "智能制造"]


def test_enter_on_a_known_name_toggles_that_label(
    qtbot: QtBot, picker: LabelPicker, asked: list[Any]
) -> None:
    picker.line.setText(" 绿色 ")
    qtbot.keyClick(picker.line, Key.Key_Return)
    assert (asked, picker.line.text()) == ([("put", 2, [10, 11])], "")


def test_a_new_name_makes_a_label_in_a_fresh_colour_and_puts_it_on(
    qtbot: QtBot, picker: LabelPicker, asked: list[Any]
) -> None:
    qtbot.keyClicks(picker.line, "Energy")
    qtbot.keyClick(picker.line, Key.Key_Return)
    picker.set_labels([*LABELS, Label(id=9, name="Energy", colour=COLOURS[3], position=3)])
    picker.set_labels([*LABELS, Label(id=9, name="Energy", colour=COLOURS[3], position=3)])
    assert asked == [("add", "Energy", COLOURS[3], None), ("put", 9, [10, 11])]


def test_a_label_is_made_under_another_from_its_menu(
    qtbot: QtBot, picker: LabelPicker, asked: list[Any]
) -> None:
    menu = picker.menu_of(item(picker, "绿色"))
    next(action for action in menu.actions() if action.text() == "New label under it").trigger()
    qtbot.keyClicks(picker.line, "Water")
    qtbot.keyClick(picker.line, Key.Key_Return)
    assert asked == [("add", "Water", COLOURS[3], 2)]


def test_f2_renames_in_place_and_an_empty_name_is_refused(
    qtbot: QtBot, picker: LabelPicker, asked: list[Any]
) -> None:
    for typed in ("Green", " "):
        picker.tree.setCurrentItem(item(picker, "绿色"))
        qtbot.keyClick(picker.tree, Key.Key_F2)
        line = picker.tree.viewport().focusWidget() or picker.tree.focusWidget()
        qtbot.keyClick(line, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, Key.Key_Return)
        qtbot.wait(10)
    assert asked == [("rename", 2, "Green")]
    assert item(picker, "绿色")


def test_a_colour_is_chosen_from_the_menu(qtbot: QtBot, picker: LabelPicker, asked: list[Any]) -> None:
    menu = picker.menu_of(item(picker, "绿色"))
    swatches = menu.findChildren(QToolButton)
    assert len(swatches) == len(COLOURS)
    swatches[5].click()
    assert asked == [("recolour", 2, COLOURS[5])]


def test_delete_removes_the_label(qtbot: QtBot, picker: LabelPicker, asked: list[Any]) -> None:
    picker.tree.setCurrentItem(item(picker, "智能制造"))
    qtbot.keyClick(picker.tree, Key.Key_Delete)
    assert asked == [("remove", 3)]


def test_folded_labels_and_ticks_survive_a_reload(picker: LabelPicker) -> None:
    item(picker, "数字化").setExpanded(False)
    picker.set_labels([*LABELS, Label(id=9, name="能源", colour=COLOURS[3], position=3)])
    assert not item(picker, "数字化").isExpanded()
    assert item(picker, "数字化").checkState(0) == Qt.CheckState.Checked


def drop(picker: LabelPicker, name: str, spot: QPoint) -> None:
    """Drag a label to a spot of the tree."""
    picker.tree.setCurrentItem(item(picker, name))
    data = picker.tree.model().mimeData([picker.tree.currentIndex()])
    arguments = (Qt.DropAction.MoveAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    picker.tree.dragMoveEvent(QDragMoveEvent(spot, *arguments))
    picker.tree.dropEvent(QDropEvent(QPointF(spot), *arguments))


def test_a_label_dragged_onto_another_asks_to_stand_under_it(picker: LabelPicker, asked: list[Any]) -> None:
    drop(picker, "绿色", picker.tree.visualItemRect(item(picker, "智能制造")).center())
    drop(picker, "智能制造", QPoint(40, 290))
    drop(picker, "数字化", picker.tree.visualItemRect(item(picker, "智能制造")).center())
    assert asked == [("move", 2, 3), ("move", 3, None)]
