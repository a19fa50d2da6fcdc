"""An edited target sheet comes back in the window: read, compared, ticked, taken over as one step."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

import exporters
from db import ledgers
from db.ledgers import Row
from db.store import Store
from desktop.main_window import MainWindow
from desktop.problem_box import ProblemBox
from desktop.return_dialog import ReturnDialog
from desktop.return_tree import CELL, FIELD, HERE, THERE, WHAT
from tests.desktop.dialogs import LEFT
from workbench import verbs
from workbench.gather import gather

Key = Qt.Key
WAIT = 20_000
Edit = Callable[[Any], None]


def column(sheet: Any, heading: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == heading)


@pytest.fixture
def back(window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Exports the sheet, edits it, and brings it back by the command."""
    path = tmp_path / "目标表.xlsx"

    def bring(edit: Edit, here: Callable[[], object] = lambda: None) -> ReturnDialog:
        exporters.write(gather(window.workspace.store, form="target_sheet"), path)
        book = load_workbook(path)
        edit(book)
        book.save(path)
        here()
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(path), ""))
        window.commands["bring_back"].trigger()
        qtbot.waitUntil(lambda: bool(window.findChildren(ReturnDialog)), timeout=WAIT)
        (dialog,) = window.findChildren(ReturnDialog)
        return dialog

    return bring


def ledger_of(window: MainWindow, kind: str) -> list[Row]:
    with window.workspace.store.read() as session:
        return ledgers.rows(session, kind)


def notes(window: MainWindow) -> list[str]:
    return [row.note for row in ledger_of(window, "target")]


def note_both(book: Any) -> None:
    sheet = book["目标"]
    for row in (2, 3):
        sheet.cell(row, column(sheet, "备注")).value = f"第{row}行"


def label_new(book: Any) -> None:
    sheet = book["目标"]
    sheet.cell(2, column(sheet, "标签")).value = "督查、重点"


def test_labels_to_be_made_are_told_beside_the_value(back: Callable[..., ReturnDialog]) -> None:
    dialog = back(label_new)
    line = dialog.tree.topLevelItem(0).child(0)
    assert line.text(THERE) == "督查、重点  (new labels: 督查、重点)"
    dialog.reject()


def test_what_changed_in_the_sheet_is_taken_over_as_one_step(
    window: MainWindow, qtbot: QtBot, back: Callable[..., ReturnDialog]
) -> None:
    before = notes(window)
    dialog = back(note_both)
    assert dialog.told.text() == "2 of 2 differences ticked."
    group = dialog.tree.topLevelItem(0)
    assert group.text(WHAT) == "Changed in the sheet  2"
    shown = [group.child(0).text(place) for place in (WHAT, FIELD, HERE, THERE)]
    assert shown == ["新增高新技术企业120家", "Note", "–", "第2行"]
    assert group.child(0).text(CELL).startswith("目标!")
    qtbot.mouseClick(dialog.take, LEFT)
    assert sorted(notes(window)) == ["第2行", "第3行"]
    told = "2 differences taken over from 目标表.xlsx; Undo takes it all back."
    assert window.status.currentMessage() == told
    window.commands["undo"].trigger()
    assert notes(window) == before


def test_a_line_and_a_group_are_unticked_by_keys_and_clicks(
    window: MainWindow, qtbot: QtBot, back: Callable[..., ReturnDialog]
) -> None:
    dialog = back(note_both)
    tree = dialog.tree
    qtbot.keyClick(tree, Key.Key_Space)  # the group
    assert (dialog.chosen(), dialog.take.isEnabled()) == ([], False)
    rect = tree.visualItemRect(tree.topLevelItem(0).child(1))
    qtbot.mouseClick(tree.viewport(), LEFT, pos=QPoint(rect.left() + 10, rect.center().y()))
    assert [difference.there for difference in dialog.chosen()] == ["第3行"]
    qtbot.keyClick(dialog, Key.Key_Return)
    assert sorted(notes(window)) == ["", "第3行"]


def test_conflicts_and_removed_rows_wait_to_be_ticked(
    window: MainWindow, qtbot: QtBot, back: Callable[..., ReturnDialog]
) -> None:
    ids = [row.id for row in ledger_of(window, "target")]

    def edit(book: Any) -> None:
        note_both(book)
        policies = book["政策"]
        policies.delete_rows(2)
        policies.tables.clear()

    dialog = back(edit, lambda: window.workspace.do(verbs.set_field, ids, "note", "这边"))
    titles = [dialog.tree.topLevelItem(row).text(WHAT) for row in range(dialog.tree.topLevelItemCount())]
    assert titles == [
        "Changed on both sides: ticked, the sheet wins  2",
        "Rows removed from the sheet: ticked, their passages are untagged  1",
    ]
    assert (dialog.chosen(), dialog.take.isEnabled()) == ([], False)
    qtbot.keyClick(dialog.tree, Key.Key_End)
    qtbot.keyClick(dialog.tree, Key.Key_Space)
    qtbot.mouseClick(dialog.take, LEFT)
    assert ledger_of(window, "policy") == []
    assert set(notes(window)) == {"这边"}


def test_what_cannot_be_read_is_told(
    window: MainWindow, qtbot: QtBot, back: Callable[..., ReturnDialog]
) -> None:
    def edit(book: Any) -> None:
        sheet = book["目标"]
        sheet.cell(2, column(sheet, "数值")).value = "很多"

    dialog = back(edit)
    assert dialog.nothing.isVisible()
    (told,) = [dialog.remarks.item(row).text() for row in range(dialog.remarks.count())]
    assert "“很多” is no number; it was left out." in told
    assert not dialog.take.isEnabled()


def test_a_sheet_of_another_project_is_refused(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    with Store.create(tmp_path / "other.cezhu") as store:
        exporters.write(gather(store, form="target_sheet"), path)
    window.returning.read(path)
    qtbot.waitUntil(lambda: bool(window.findChildren(ProblemBox)), timeout=WAIT)
    (box,) = window.findChildren(ProblemBox)
    assert box.text().startswith("other.xlsx was exported from another project; nothing was changed.")
    box.close()


def test_a_file_that_is_no_workbook_is_refused(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "note.xlsx"
    path.write_text("nothing", "utf-8")
    window.returning.read(path)
    qtbot.waitUntil(lambda: bool(window.findChildren(ProblemBox)), timeout=WAIT)
    (box,) = window.findChildren(ProblemBox)
    assert box.text().startswith("note.xlsx could not be read as an Excel workbook")
    box.close()
    assert window.findChildren(ReturnDialog) == []
