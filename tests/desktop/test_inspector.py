"""Reading and changing passages in the inspector."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.models import Label, Passage, Policy, Target, Task
from desktop.inspector import Inspector, Place
from desktop.links_list import Linked
from desktop.quote_box import LinkButton
from desktop.theme import DARK

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
MOMENT = datetime(2024, 5, 1, 8, 30)
GREEN = Label(id=1, name="绿色", colour="#2f9e6e", position=1)
DIGITAL = Label(id=2, name="数字化", colour="#3a82d6", position=2)


def passage(number: int, detail: Target | Task, labels: tuple[Label, ...] = (), **other: Any) -> Passage:
    kind = type(detail).__name__.lower()
    columns = {
        "note": "",
        "state": "confirmed",
        "author": "林",
        "origin": "analyst",
        "quote": f"原文{number}",
    }
    made = Passage(
        id=number,
        document_id=1,
        start=number * 10,
        end=number * 10 + 5,
        kind=kind,
        created=MOMENT,
        changed=MOMENT,
        **columns | other,
    )
    setattr(made, kind, detail)
    made.labels = list(labels)
    return made


def enterprises(**other: Any) -> Target:
    given = {
        "indicator": "中小企业",
        "value": 80_000.0,
        "unit": "家",
        "period_to": date(2023, 12, 31),
    } | other
    return Target(words={"value": "8万多家"}, touched=["unit"], **given)


PLACES = {number: Place("云泽市工作要点", number + 2) for number in range(1, 6)}


@pytest.fixture
def inspector(qtbot: QtBot) -> Iterator[Inspector]:
    inspector = Inspector("en")
    qtbot.addWidget(inspector)
    inspector.resize(340, 900)
    inspector.show()
    yield inspector


@pytest.fixture
def asked(inspector: Inspector) -> list[tuple[Any, ...]]:
    """Everything the inspector asks for."""
    heard: list[tuple[Any, ...]] = []
    for name in ("field_change", "kind_change", "untag", "reveal", "link_part"):
        getattr(inspector, f"{name}_requested").connect(
            lambda *values, name=name: heard.append((name, *values))
        )
    for name in ("put", "take", "add", "rename", "recolour", "move", "remove"):
        signal = getattr(inspector.picker, f"label_{name}_requested")
        signal.connect(lambda *values, name=name: heard.append((name, *values)))
    return heard


def show(inspector: Inspector, *passages: Passage) -> None:
    inspector.show_passages(passages, PLACES)
    QApplication.processEvents()


def editor(inspector: Inspector, name: str) -> Any:
    assert inspector.form
    return inspector.form.editors[name]


def type_over(qtbot: QtBot, line: QWidget, words: str) -> None:
    qtbot.mouseClick(line, LEFT)
    qtbot.keyClick(line, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line, Key.Key_Backspace)
    qtbot.keyClicks(line, words)


def test_a_passage_is_shown_with_its_fields_place_and_the_words_read(inspector: Inspector) -> None:
    show(inspector, passage(1, enterprises()))
    assert inspector.quote.text == "原文1"
    assert inspector.place.text() == "云泽市工作要点, paragraph 3"
    assert (editor(inspector, "value").text(), editor(inspector, "value").remark()) == ("80,000", "8万")
    assert inspector.form.words["value"].text() == "from “8万多家”"
    assert not inspector.form.words["indicator"].isVisible()
    assert [name for name, heading in inspector.form.headings.items() if heading.marked] == ["unit"]
    assert "林" in inspector.footer.text()


def test_looking_moving_through_and_leaving_asks_for_nothing(
    qtbot: QtBot, inspector: Inspector, asked: list[Any]
) -> None:
    show(inspector, passage(1, enterprises(), note="甲"))
    for part in [*inspector.form.editors.values(), inspector.note, inspector.state]:
        part.setFocus()
        for key in (
            (Key.Key_Tab, Key.Key_Escape) if part is inspector.note else (Key.Key_Return, Key.Key_Escape)
        ):
            qtbot.keyClick(part, key)
    show(inspector, passage(2, Task(action="摸底")))
    show(inspector, passage(1, enterprises()), passage(3, enterprises(value=1.0), (GREEN,)))
    inspector.confirm()
    inspector.set_language("zh")
    inspector.clear()
    assert asked == []


def test_a_typed_number_is_asked_for_once(qtbot: QtBot, inspector: Inspector, asked: list[Any]) -> None:
    show(inspector, passage(1, enterprises()))
    type_over(qtbot, editor(inspector, "value"), "90000")
    qtbot.keyClick(editor(inspector, "value"), Key.Key_Return)
    editor(inspector, "unit").setFocus()
    assert asked == [("field_change", [1], "value", 90_000.0)]


def test_what_was_being_typed_is_taken_when_another_passage_is_shown(
    qtbot: QtBot, inspector: Inspector, asked: list[Any]
) -> None:
    show(inspector, passage(1, enterprises()))
    type_over(qtbot, inspector.note, "check")
    show(inspector, passage(2, enterprises()))
    assert asked == [("field_change", [1], "note", "check")]
    assert inspector.note.toPlainText() == ""


def test_a_reload_of_the_same_passage_leaves_the_words_being_typed(
    qtbot: QtBot, inspector: Inspector, asked: list[Any]
) -> None:
    show(inspector, passage(1, enterprises()))
    type_over(qtbot, inspector.note, "half")
    show(inspector, passage(1, enterprises(value=5.0)))
    assert inspector.note.toPlainText() == "half"
    assert editor(inspector, "value").text() == "5"
    assert asked == []


def test_an_emptied_note_is_asked_for_as_empty_text(
    qtbot: QtBot, inspector: Inspector, asked: list[Any]
) -> None:
    show(inspector, passage(1, enterprises(), note="old"))
    type_over(qtbot, inspector.note, "")
    qtbot.keyClick(inspector.note, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == [("field_change", [1], "note", "")]


def test_several_passages_show_what_they_share_and_are_changed_together(
    qtbot: QtBot, inspector: Inspector, asked: list[Any]
) -> None:
    show(inspector, passage(1, enterprises()), passage(2, enterprises(value=5.0, nature="actual")))
    assert editor(inspector, "unit").text() == "家"
    assert editor(inspector, "value").placeholderText() == "several values"
    assert editor(inspector, "nature").currentIndex() == -1
    type_over(qtbot, editor(inspector, "value"), "7")
    qtbot.keyClick(editor(inspector, "value"), Key.Key_Return)
    assert asked == [("field_change", [1, 2], "value", 7.0)]


def test_passages_of_several_kinds_share_state_note_and_labels(inspector: Inspector) -> None:
    show(inspector, passage(1, enterprises()), passage(2, Task()))
    assert inspector.form is None
    assert not any(button.isChecked() for button in inspector.switch.buttons.values())
    assert inspector.state.value() == "confirmed"


def test_the_kind_is_changed_by_its_button_and_only_to_another(
    qtbot: QtBot, inspector: Inspector, asked: list[Any]
) -> None:
    show(inspector, passage(1, enterprises()))
    qtbot.mouseClick(inspector.switch.buttons["target"], LEFT)
    qtbot.mouseClick(inspector.switch.buttons["policy"], LEFT)
    assert asked == [("kind_change", [1], "policy")]


def test_a_suggestion_is_confirmed_in_its_list_of_states(
    qtbot: QtBot, inspector: Inspector, asked: list[Any]
) -> None:
    show(inspector, passage(1, enterprises(), state="suggested"))
    qtbot.keyClick(inspector.state, Key.Key_Down)
    assert asked == [("field_change", [1], "state", "confirmed")]


def test_the_place_jumps_to_the_passage(qtbot: QtBot, inspector: Inspector, asked: list[Any]) -> None:
    show(inspector, passage(1, enterprises()))
    qtbot.mouseClick(inspector.place, LEFT)
    assert asked == [("reveal", 1, 10, 15, 1, False)]


def test_a_long_quote_is_cut_until_it_is_expanded(qtbot: QtBot, inspector: Inspector) -> None:
    show(inspector, passage(1, enterprises(), quote="推动工业企业𠮷改造" * 30))
    short = inspector.quote.height()
    assert inspector.more.isVisible()
    inspector.grab()
    qtbot.mouseClick(inspector.more, LEFT)
    assert inspector.quote.height() > 2 * short
    show(inspector, passage(2, enterprises(), quote="短"))
    assert not inspector.more.isVisible()


def test_links_jump_to_the_other_passage_and_can_be_parted(
    qtbot: QtBot, inspector: Inspector, asked: list[Any]
) -> None:
    show(inspector, passage(1, enterprises()))
    inspector.set_links([Linked(7, "trace", 4, 2, 50, 60, "达到8.3万家", "云泽市报告")])
    QApplication.processEvents()
    qtbot.mouseClick(inspector.links.lines[0].findChild(LinkButton), LEFT)
    qtbot.mouseClick(inspector.links.lines[0].children()[-1], LEFT)
    assert asked == [("reveal", 2, 50, 60, 4, False), ("link_part", [7])]
    show(inspector, passage(2, enterprises()))
    assert inspector.links.lines == []


def test_labels_are_chips_that_are_taken_off_by_their_cross(
    qtbot: QtBot, inspector: Inspector, asked: list[Any]
) -> None:
    show(inspector, passage(1, enterprises(), (GREEN, DIGITAL)), passage(2, enterprises(), (DIGITAL,)))
    chips = inspector.chips.chips
    assert [(chip.name, chip.partly) for chip in chips.values()] == [("绿色", True), ("数字化", False)]
    qtbot.mouseClick(chips[1], LEFT, pos=QPoint(4, 10))
    qtbot.mouseClick(chips[1], LEFT, pos=chips[1].cross().center())
    qtbot.keyClick(chips[2], Key.Key_Delete)
    assert asked == [("take", 1, [1, 2]), ("take", 2, [1, 2])]


def test_nothing_can_be_changed_in_a_project_open_for_reading(inspector: Inspector) -> None:
    show(inspector, passage(1, enterprises(), (GREEN,)))
    inspector.set_read_only(True)
    show(inspector, passage(2, Task(), (GREEN,)))
    parts = [inspector.note, inspector.state, inspector.chips.chips[1], *inspector.form.editors.values()]
    assert not any(part.isEnabled() for part in parts)
    assert not inspector.untag.isEnabled()


def test_the_headings_follow_the_language(inspector: Inspector) -> None:
    show(inspector, passage(1, enterprises()))
    assert inspector.form.headings["indicator"].text() == "Indicator"
    inspector.set_language("zh")
    assert inspector.form.headings["indicator"].text() == "指标"
    assert inspector.switch.buttons["task"].text() == "任务  1"


def test_a_dark_theme_reaches_the_kind_and_the_quote(inspector: Inspector) -> None:
    show(inspector, passage(1, enterprises()))
    inspector.set_theme(DARK)
    assert inspector.quote.colour.name() == DARK.target.ink
    assert DARK.task.tint in inspector.switch.buttons["task"].styleSheet()


def test_words_that_make_no_value_keep_the_kind_until_they_are_settled(
    inspector: Inspector, asked: list[Any]
) -> None:
    show(inspector, passage(1, enterprises()))
    inspector.form.editors["value"].setText("许多")
    inspector.switch.buttons["task"].click()
    assert asked == []
    assert inspector.form.editors["value"].words() == "许多"
    assert inspector.switch.chosen == "target"


def test_fields_keep_their_place_below_quotes_of_any_length(inspector: Inspector) -> None:
    show(inspector, passage(1, enterprises(), quote="短"))
    short = inspector.quote.height()
    show(inspector, passage(2, enterprises(), quote="很长的一句话，" * 60))
    assert inspector.quote.height() == short


def test_a_long_name_stands_whole_in_its_editor(inspector: Inspector, qtbot: QtBot) -> None:
    show(
        inspector,
        passage(1, Policy(name="《云泽市先进制造业高质量发展若干政策措施》" * 2, words={}, touched=[])),
    )
    name = editor(inspector, "name")
    qtbot.waitUntil(name.isVisible)
    assert name.verticalScrollBar().maximum() == 0
    assert name.document().size().height() > 1
