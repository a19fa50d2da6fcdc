"""Working in a ledger: sorting, filtering, editing in place, batches."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from desktop.ledger_panel import LedgerPanel
from desktop.ledger_view import LedgerView

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class Passage(NamedTuple):
    """A row as the store gives it."""

    id: int
    document_id: int
    document: str
    paragraph: int | None
    start: int
    end: int
    quote: str
    state: str
    note: str
    labels: tuple[str, ...]
    author: str
    changed: datetime
    fields: tuple[Any, ...]


def target(number: int, indicator: str, value: float | None, **other: Any) -> Passage:
    shown = {"comparator": ">", "upper": None, "unit": "家", "direction": None, "nature": "planned"}
    shown |= {"period_from": None, "period_to": None} | other.pop("fields", {})
    fields = (indicator, shown["comparator"], value, *list(shown.values())[1:])
    columns = {"state": "confirmed", "note": "", "labels": (), "document": "云泽市2023年工作要点"} | other
    return Passage(
        id=number,
        document_id=1,
        paragraph=number,
        start=number * 10,
        end=number * 10 + 8,
        quote=f"{indicator}超过{value}",
        author="林",
        changed=datetime(2024, 5, 1),
        fields=fields,
        **columns,
    )


ROWS = [
    target(1, "培育企业", 80_000.0, fields={"period_to": date(2023, 12, 31)}),
    target(2, "技改项目", None, state="suggested"),
    target(3, "新增投资", 9.0, labels=("数字化", "绿色"), fields={"period_to": date(2025, 12, 31)}),
    target(4, "减排比例", 1200.0, document="云泽市2022年总结", fields={"nature": "actual"}),
    target(5, "培育园区", None, note="待核实"),
]


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[LedgerPanel]:
    panel = LedgerPanel("en")
    qtbot.addWidget(panel)
    panel.resize(1400, 320)
    panel.rows_requested.connect(lambda kind, _open: panel.set_rows(kind, ROWS if kind == "target" else []))
    panel.show()
    panel.show_tab("target")
    yield panel


@pytest.fixture
def view(panel: LedgerPanel) -> LedgerView:
    return panel.page.view


@pytest.fixture
def edits(panel: LedgerPanel) -> list[tuple[Any, ...]]:
    heard: list[tuple[Any, ...]] = []
    panel.field_change_requested.connect(lambda *change: heard.append(change))
    return heard


def place(view: LedgerView, name: str) -> int:
    return [column.field.name for column in view.ledger.columns].index(name)


def shown(view: LedgerView) -> list[int]:
    return [row.id for row in view.ledger.shown]


def point_at(view: LedgerView, passage: int, name: str) -> QPoint:
    row = view.ledger.place_of(passage)
    assert row is not None
    return view.visualRect(view.ledger.index(row, place(view, name))).center()


def click(
    qtbot: QtBot, view: LedgerView, passage: int, name: str, keys: Any = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, point_at(view, passage, name))


def editor(view: LedgerView) -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None and found is not view, "no cell is being edited"
    return found


def press_heading(qtbot: QtBot, view: LedgerView, name: str) -> None:
    head, column = view.head, place(view, name)
    spot = QPoint(head.sectionViewportPosition(column) + 12, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_typing_over_a_number_cell_asks_for_the_plain_number(
    qtbot: QtBot, panel: LedgerPanel, view: LedgerView, edits: list[Any]
) -> None:
    jumps: list[Any] = []
    panel.reveal_requested.connect(lambda *place: jumps.append(place))
    click(qtbot, view, 3, "value")
    qtbot.keyClick(view, Key.Key_8)
    editor(view).insert("万")
    qtbot.keyClick(editor(view), Key.Key_Return)
    qtbot.waitUntil(lambda: bool(edits))
    assert (edits, jumps) == ([([3], "value", 80_000.0)], [])


def test_escape_leaves_a_cell_as_it_was(qtbot: QtBot, view: LedgerView, edits: list[Any]) -> None:
    click(qtbot, view, 1, "value")
    qtbot.keyClick(view, Key.Key_F2)
    qtbot.keyClick(editor(view), Key.Key_9)
    qtbot.keyClick(editor(view), Key.Key_Escape)
    QApplication.processEvents()
    assert edits == []
    assert view.ledger.index(0, place(view, "value")).data() == "80,000"


def test_opening_a_cell_and_confirming_it_unchanged_asks_for_nothing(
    qtbot: QtBot, view: LedgerView, edits: list[Any]
) -> None:
    view.selectAll()
    for name in ("value", "indicator", "period_to", "note"):
        view.selectionModel().setCurrentIndex(
            view.ledger.index(0, place(view, name)), view.selectionModel().SelectionFlag.NoUpdate
        )
        qtbot.keyClick(view, Key.Key_F2)
        qtbot.keyClick(editor(view), Key.Key_Return)
        QApplication.processEvents()
    assert edits == []


def test_a_cell_stays_open_on_words_that_make_no_number(
    qtbot: QtBot, view: LedgerView, edits: list[Any]
) -> None:
    click(qtbot, view, 1, "value")
    qtbot.keyClick(view, Key.Key_F2)
    qtbot.keyClicks(editor(view), "many")
    qtbot.keyClick(editor(view), Key.Key_Return)
    QApplication.processEvents()
    assert editor(view).text() == "many"
    assert edits == []


def test_numbers_sort_as_numbers_with_empty_cells_last_both_ways(qtbot: QtBot, view: LedgerView) -> None:
    press_heading(qtbot, view, "value")
    assert shown(view) == [3, 4, 1, 2, 5]
    press_heading(qtbot, view, "value")
    assert shown(view) == [1, 4, 3, 2, 5]
    press_heading(qtbot, view, "value")
    assert shown(view) == [1, 2, 3, 4, 5]


def test_dates_and_choices_sort_in_their_own_order(view: LedgerView) -> None:
    view.ledger.sort(place(view, "period_to"), Qt.SortOrder.DescendingOrder)
    assert shown(view) == [3, 1, 2, 4, 5]
    view.ledger.sort(place(view, "nature"))
    assert shown(view) == [1, 2, 3, 5, 4]


def test_the_filter_looks_into_all_columns_for_all_words(
    qtbot: QtBot, panel: LedgerPanel, view: LedgerView
) -> None:
    for words, ids in [
        ("培育", [1, 5]),
        ("培育 核实", [5]),
        ("suggested", [2]),
        ("８０，０００", [1]),
        ("不存在", []),
    ]:
        panel.filter_field.setText(words)
        assert shown(view) == ids
    assert panel.page.message.text() == "No row meets the filter."
    qtbot.mouseClick(panel.page.lift, Qt.MouseButton.LeftButton)
    assert len(shown(view)) == 5


@pytest.mark.parametrize(
    ("name", "words", "ids"),
    [
        ("value", ">=1200", [1, 4]),
        ("value", "5..8万", [1, 3, 4]),
        ("value", "<8万", [3, 4]),
        ("period_to", "2023", [1]),
        ("period_to", ">2023", [3]),
        ("period_to", "<=2025-12", [1, 3]),
        ("indicator", "培育", [1, 5]),
    ],
)
def test_a_column_is_filtered_by_words_or_bounds(
    view: LedgerView, name: str, words: str, ids: list[int]
) -> None:
    assert view.head.type_filter(place(view, name), words)
    assert shown(view) == ids


def test_bounds_that_cannot_be_read_leave_the_rows(view: LedgerView) -> None:
    assert not view.head.type_filter(place(view, "value"), "many")
    assert len(shown(view)) == 5


def test_choices_and_labels_are_filtered_by_ticking_them_in_the_menu(view: LedgerView) -> None:
    menu = view.head.menu_of(place(view, "labels"))
    ticks = {action.text(): action for action in menu.actions() if action.isCheckable()}
    assert list(ticks) == ["数字化\t1", "绿色\t1", "(empty)\t4"]
    ticks["绿色\t1"].trigger()
    assert shown(view) == [3]
    view.head.lift(place(view, "labels"))
    view.head.tick_filter(place(view, "nature"), "actual", True)
    assert shown(view) == [4]


def test_a_batch_edit_after_a_filter_touches_only_selected_rows(
    qtbot: QtBot, panel: LedgerPanel, view: LedgerView, edits: list[Any]
) -> None:
    panel.filter_field.setText("2023年工作要点")
    click(qtbot, view, 1, "unit")
    click(qtbot, view, 3, "unit", CONTROL)
    assert panel.selected() == [1, 3]
    qtbot.keyClick(view, Key.Key_F2)
    editor(view).selectAll()
    editor(view).insert("个")
    qtbot.keyClick(editor(view), Key.Key_Return)
    qtbot.waitUntil(lambda: bool(edits))
    assert edits == [([1, 3], "unit", "个")]


def test_a_choice_is_edited_with_its_own_list(qtbot: QtBot, view: LedgerView, edits: list[Any]) -> None:
    click(qtbot, view, 2, "state")
    qtbot.keyClick(view, Key.Key_F2)
    qtbot.keyClick(editor(view), Key.Key_Down)
    qtbot.waitUntil(lambda: bool(edits))
    assert edits == [([2], "state", "confirmed")]


def test_selection_order_and_filter_survive_a_reload(panel: LedgerPanel, view: LedgerView) -> None:
    view.head.setSortIndicator(place(view, "value"), Qt.SortOrder.DescendingOrder)
    view.head.tick_filter(place(view, "nature"), "planned", True)
    view.select_keys([3, 5])
    heard: list[Any] = []
    panel.selection_changed.connect(heard.append)
    panel.set_rows("target", [*ROWS[1:], target(9, "新的指标", 5e6)])
    assert shown(view) == [9, 3, 2, 5]
    assert (panel.selected(), heard) == ([3, 5], [])


def test_the_same_rows_with_other_values_keep_an_open_editor(
    qtbot: QtBot, panel: LedgerPanel, view: LedgerView
) -> None:
    click(qtbot, view, 1, "indicator")
    qtbot.keyClick(view, Key.Key_F2)
    qtbot.keyClicks(editor(view), "abc")
    panel.set_rows("target", [row._replace(note="核") for row in ROWS])
    assert editor(view).text() == "abc"
    assert view.ledger.index(0, place(view, "note")).data() == "核"


def test_delete_asks_to_untag_the_selected_rows(qtbot: QtBot, panel: LedgerPanel, view: LedgerView) -> None:
    view.select_keys([2, 4])
    with qtbot.waitSignal(panel.untag_requested) as heard:
        qtbot.keyClick(view, Key.Key_Delete)
    assert heard.args == [[2, 4]]


def test_nothing_is_changed_in_a_project_open_for_reading(
    qtbot: QtBot, panel: LedgerPanel, view: LedgerView, edits: list[Any]
) -> None:
    panel.set_read_only(True)
    asked: list[Any] = []
    panel.untag_requested.connect(asked.append)
    click(qtbot, view, 1, "value")
    qtbot.keyClick(view, Key.Key_F2)
    qtbot.keyClick(view, Key.Key_Delete)
    assert QApplication.focusWidget() is view
    assert asked == edits == []


def test_enter_jumps_to_the_passage_and_ctrl_enter_beside(
    qtbot: QtBot, panel: LedgerPanel, view: LedgerView
) -> None:
    heard: list[Any] = []
    panel.reveal_requested.connect(lambda *place: heard.append(place))
    click(qtbot, view, 4, "value")
    qtbot.keyClick(view, Key.Key_Return)
    qtbot.keyClick(view, Key.Key_Return, CONTROL)
    assert heard == [(1, 40, 48, 4, False), (1, 40, 48, 4, True)]


def test_a_double_click_jumps_where_a_cell_cannot_be_edited(
    qtbot: QtBot, panel: LedgerPanel, view: LedgerView
) -> None:
    heard: list[Any] = []
    panel.reveal_requested.connect(lambda *place: heard.append(place[3]))
    view.setColumnHidden(place(view, "upper"), True)
    view.scrollTo(view.ledger.index(0, place(view, "quote")))
    for name in ("indicator", "quote"):
        spot = point_at(view, 3, name)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert heard == [3]


def test_rows_are_copied_with_plain_numbers_for_a_spreadsheet(qtbot: QtBot, view: LedgerView) -> None:
    view.restore_state({"columns": ["value", "indicator"]})
    for column in view.ledger.columns:
        view.setColumnHidden(
            place(view, column.field.name), column.field.name not in ("value", "indicator", "note")
        )
    view.select_keys([1, 5])
    qtbot.keyClick(view, Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "80000\t培育企业\t\n\t培育园区\t待核实"


def test_a_passage_is_found_in_its_ledger_and_only_that_one_is_loaded(qtbot: QtBot) -> None:
    panel = LedgerPanel("zh")
    qtbot.addWidget(panel)
    asked: list[Any] = []
    panel.rows_requested.connect(lambda *what: asked.append(what))
    panel.refresh()
    panel.select_passage(3, "target")
    assert asked == [("task", False), ("target", False)]
    panel.set_rows("target", ROWS)
    assert panel.selected() == [3]
    assert panel.tabs.tabText(1).split() == ["目标", "5"]


def test_a_tab_counts_what_is_told_of_all_documents_and_the_rows_of_open_ones(qtbot: QtBot) -> None:
    panel = LedgerPanel("zh")
    qtbot.addWidget(panel)
    panel.set_counts({"target": 4})
    panel.set_rows("target", ROWS)
    assert panel.tabs.tabText(1).split() == ["目标", "4"]
    qtbot.mouseClick(panel.scope.buttons["open"], Qt.MouseButton.LeftButton)
    panel.set_rows("target", ROWS[:2])
    assert panel.tabs.tabText(1).split() == ["目标", "2"]


def test_the_scope_asks_for_the_rows_of_open_documents(qtbot: QtBot, panel: LedgerPanel) -> None:
    with qtbot.waitSignal(panel.rows_requested) as heard:
        qtbot.mouseClick(panel.scope.buttons["open"], Qt.MouseButton.LeftButton)
    assert heard.args == ["target", True]


def test_columns_widths_and_order_are_remembered_by_name(
    qtbot: QtBot, panel: LedgerPanel, view: LedgerView
) -> None:
    view.head.moveSection(view.head.visualIndex(place(view, "value")), 0)
    view.setColumnWidth(place(view, "unit"), 123)
    view.head.show_column(place(view, "note"), False)
    view.head.setSortIndicator(place(view, "value"), Qt.SortOrder.DescendingOrder)
    other = LedgerPanel("en")
    qtbot.addWidget(other)
    other.restore_state(panel.save_state())
    assert other.tab == "target"
    assert other.save_state() == panel.save_state()
    other.set_rows("target", ROWS)
    assert shown(other.page.view) == [1, 4, 3, 2, 5]
    assert other.page.view.head.logicalIndex(0) == place(view, "value")


@pytest.fixture
def window(qtbot: QtBot, panel: LedgerPanel) -> Iterator[tuple[QMainWindow, list[str]]]:
    """The panel in a window whose shortcuts are keys that mean something in a ledger too."""
    window, heard = QMainWindow(), []
    qtbot.addWidget(window)
    window.setCentralWidget(panel)
    for keys in ("1", "Del", "Ctrl+C", "Ctrl+Z", "Ctrl+Return"):
        QShortcut(QKeySequence(keys), window, lambda keys=keys: heard.append(keys))
    with qtbot.waitActive(window):
        window.show()
    yield window, heard
    window.takeCentralWidget()


def test_keys_typed_in_a_ledger_are_not_taken_for_commands_of_the_window(
    qtbot: QtBot, panel: LedgerPanel, view: LedgerView, window: tuple[QMainWindow, list[str]]
) -> None:
    click(qtbot, view, 3, "value")
    qtbot.keyClick(view, Key.Key_Delete)
    qtbot.keyClick(view, Key.Key_C, CONTROL)
    qtbot.keyClick(view, Key.Key_Return, CONTROL)
    qtbot.keyClick(view, Key.Key_1)
    assert window[1] == []
    assert editor(view).text() == "1"


def test_undo_is_the_windows_unless_words_are_being_typed(
    qtbot: QtBot, view: LedgerView, window: tuple[QMainWindow, list[str]]
) -> None:
    click(qtbot, view, 3, "indicator")
    qtbot.keyClick(view, Key.Key_F2)
    qtbot.keyClick(editor(view), Key.Key_Z, CONTROL)
    assert window[1] == ["Ctrl+Z"]
    qtbot.keyClicks(editor(view), "abc")
    qtbot.keyClick(editor(view), Key.Key_Z, CONTROL)
    assert window[1] == ["Ctrl+Z"]


def test_ticking_a_value_leaves_the_menu_open(qtbot: QtBot, view: LedgerView) -> None:
    menu = view.head.menu_of(place(view, "labels"))
    menu.popup(QPoint(0, 0))
    ticks = [action for action in menu.actions() if action.isCheckable()]
    for tick, ids in ((ticks[0], [3]), (ticks[2], [1, 2, 3, 4, 5])):
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(tick).center())
        assert shown(view) == ids
    assert menu.isVisible()
    menu.close()
