"""How each form of report is wanted: template, parts and columns, their order, and what is kept of them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.briefing_page import BriefingPage
from desktop.export_dialog import ExportDialog
from desktop.export_options import WORD, AnnotatedPage
from desktop.ordered_ticks import OrderedTicks
from desktop.report_source import ReportSource
from desktop.sheet_page import SheetPage
from desktop.workspace import Workspace
from exporters.annotated import Annotated
from exporters.briefing import CHOSEN, MODERN, OFFICIAL, PARTS, Briefing
from exporters.sheet_layout import PAGES, TargetSheet
from tests.desktop.dialogs import LEFT, click_box, shown
from tests.desktop.shelves import shelved

Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def source(workspace: Workspace) -> ReportSource:
    return ReportSource(workspace, "en", workspace)


@pytest.fixture
def briefing(qtbot: QtBot, source: ReportSource) -> BriefingPage:
    page = shown(qtbot, BriefingPage(source))
    page.resize(480, 700)
    return page


@pytest.fixture
def sheet(qtbot: QtBot, source: ReportSource) -> SheetPage:
    page = shown(qtbot, SheetPage(source))
    page.resize(480, 600)
    return page


def test_a_briefing_nobody_changed_is_the_usual_one(briefing: BriefingPage) -> None:
    assert briefing.options() == Briefing()


def test_parts_are_ticked_by_space_and_moved_by_keys(qtbot: QtBot, briefing: BriefingPage) -> None:
    parts = briefing.parts
    with qtbot.waitSignal(briefing.changed):
        qtbot.keyClick(parts, Key.Key_Space)
    qtbot.keyClick(parts, Key.Key_Down)
    qtbot.keyClick(parts, Key.Key_Down, ALT)
    assert briefing.options().parts == ("targets", "summary", *CHOSEN[3:])
    qtbot.keyClick(parts, Key.Key_Up, ALT)
    qtbot.keyClick(parts, Key.Key_Up, ALT)
    qtbot.keyClick(parts, Key.Key_Up, ALT)  # stays on top
    assert briefing.options().parts == ("summary", *CHOSEN[2:])


def test_parts_are_moved_by_clicks(qtbot: QtBot, briefing: BriefingPage) -> None:
    line = briefing.parts.topLevelItem(2)
    qtbot.mouseClick(
        briefing.parts.viewport(), LEFT, pos=briefing.parts.visualItemRect(line).center() + QPoint(20, 0)
    )
    qtbot.mouseClick(briefing.up, LEFT)
    qtbot.mouseClick(briefing.up, LEFT)
    assert briefing.options().parts[:3] == ("targets", "contents", "summary")
    qtbot.mouseClick(briefing.down, LEFT)
    assert briefing.options().parts[:3] == ("contents", "targets", "summary")


@pytest.mark.parametrize(
    ("line", "share", "order"),
    [
        (2, 0.8, ("b", "c", "a", "d")),
        (2, 0.2, ("b", "a", "c", "d")),
        (0, 0.8, ("a", "b", "c", "d")),
        (3, 2.0, ("b", "c", "d", "a")),
    ],
    ids=["behind", "before", "itself", "below all"],
)
def test_a_line_is_dropped_where_it_is_dragged(
    qtbot: QtBot, line: int, share: float, order: tuple[str, ...]
) -> None:
    ticks = shown(qtbot, OrderedTicks())
    ticks.fill({name: name for name in "abcd"}, "abcd")
    place = ticks.visualItemRect(ticks.topLevelItem(line))
    at = QPointF(30, place.top() + share * place.height())
    action, button, plain = (
        Qt.DropAction.MoveAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    ticks.dropEvent(QDropEvent(at, action, QMimeData(), button, plain))
    assert ticks.chosen() == order


def test_lines_and_choices_go_into_the_briefing(qtbot: QtBot, briefing: BriefingPage) -> None:
    qtbot.keyClicks(briefing.lines["name"], "Monthly ")
    qtbot.keyClicks(briefing.lines["issue"], "7")
    qtbot.keyClicks(briefing.lines["office"], "Office")
    qtbot.keyClick(briefing.sources, Key.Key_Down)
    qtbot.keyClick(briefing.tasks_by, Key.Key_Down)
    assert briefing.options() == Briefing(
        name="Monthly", issue="7", office="Office", sources="endnotes", tasks_by="number"
    )


def test_a_template_of_ones_own_is_chosen_and_remembered(
    qtbot: QtBot,
    briefing: BriefingPage,
    source: ReportSource,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = tmp_path / "ours.docx"
    own.write_bytes(MODERN.read_bytes())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(own), ""))
    qtbot.keyClick(briefing.template, Key.Key_End)
    briefing.template.activated.emit(briefing.template.currentIndex())
    assert (briefing.options().template, briefing.template.currentText()) == (own, "ours.docx")
    again = shown(qtbot, BriefingPage(source))
    again.recall(briefing.kept())
    assert again.options() == briefing.options()
    own.unlink()
    without = shown(qtbot, BriefingPage(source))
    without.recall(briefing.kept())
    assert without.options().template == OFFICIAL


def test_no_template_chosen_leaves_the_one_before(
    qtbot: QtBot, briefing: BriefingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: ("", ""))
    qtbot.keyClick(briefing.template, Key.Key_End)
    briefing.template.activated.emit(briefing.template.currentIndex())
    assert briefing.options().template == OFFICIAL
    assert briefing.template.currentText() == "Official (GB/T 9704)"


def test_a_preset_of_parts_is_kept_taken_and_removed_each_as_one_step(
    qtbot: QtBot, briefing: BriefingPage, source: ReportSource, workspace: Workspace
) -> None:
    assert not briefing.presets.kept.isEnabled()
    qtbot.keyClick(briefing.parts, Key.Key_Space)
    qtbot.keyClicks(briefing.presets.names, "Short")
    qtbot.keyClick(briefing.presets.names, Key.Key_Return)
    step = workspace.next_undo()
    assert step is not None and step.verb == "keep preset"
    other = shown(qtbot, BriefingPage(source))
    qtbot.keyClick(other.presets.names, Key.Key_Down)
    other.presets.names.activated.emit(0)
    assert other.options().parts == CHOSEN[1:]
    qtbot.mouseClick(other.presets.removed, LEFT)
    assert source.presets("parts") == []
    workspace.undo()
    assert [preset.name for preset in source.presets("parts")] == ["Short"]


def test_a_briefing_without_parts_cannot_be_written(
    qtbot: QtBot, source: ReportSource, tmp_path: Path
) -> None:
    dialog = shown(qtbot, ExportDialog("briefing", [shelved(1)], (), "", "zh", tmp_path, source))
    dialog.options.parts.tick_all(False)
    assert (dialog.told.text(), dialog.take.isEnabled()) == ("Tick at least one part.", False)


def test_columns_are_chosen_sheet_by_sheet(qtbot: QtBot, sheet: SheetPage) -> None:
    assert sheet.options() == TargetSheet()
    qtbot.keyClick(sheet.columns, Key.Key_Space)  # no indicator
    qtbot.keyClick(sheet.sheets, Key.Key_Down)
    qtbot.keyClick(sheet.sheets, Key.Key_Down)
    assert sheet.sheet == "task"
    qtbot.keyClick(sheet.columns, Key.Key_Down, ALT)
    chosen = sheet.options().columns
    usual = [field.name for field in PAGES["target"].fields][:-1]
    assert list(chosen) == ["target", "task"]
    assert list(chosen["target"]) == usual[1:]
    assert chosen["task"][:2] == (PAGES["task"].fields[1].name, PAGES["task"].fields[0].name)
    assert sheet.sheets.item(0).text() == "Targets  17/18"
    qtbot.mouseClick(sheet.links["usual"], LEFT)
    assert list(sheet.options().columns) == ["target"]


def test_a_preset_of_columns_brings_all_sheets_back(qtbot: QtBot, sheet: SheetPage) -> None:
    qtbot.keyClick(sheet.columns, Key.Key_Space)
    wanted = sheet.options()
    qtbot.keyClicks(sheet.presets.names, "For the bureau")
    qtbot.mouseClick(sheet.presets.kept, LEFT)
    qtbot.mouseClick(sheet.links["all"], LEFT)
    assert sheet.options() == TargetSheet()
    sheet.presets.names.activated.emit(0)
    assert sheet.options() == wanted


def test_what_was_remembered_of_another_version_is_passed_over(sheet: SheetPage) -> None:
    sheet.recall({"target": ["gone", "unit"], "task": [], "lost": ["x"]})
    assert sheet.options().columns == {"target": ("unit",)}


def test_a_sheet_without_columns_is_told(qtbot: QtBot, sheet: SheetPage) -> None:
    sheet.columns.tick_all(False)
    assert sheet.missing() == "Tick at least one column of the sheet “Targets”."


def test_comments_go_into_the_original_where_there_is_one(qtbot: QtBot, source: ReportSource) -> None:
    page = shown(qtbot, AnnotatedPage(source))
    page.show_documents([shelved(1, media_type=WORD)])
    click_box(qtbot, page.original)
    assert page.options() == Annotated(original=True)
    page.show_documents([shelved(1, media_type=WORD), shelved(2)])
    assert (page.options(), page.original.isEnabled()) == (Annotated(), False)
    assert page.kept() == {"original": True}


def test_every_part_has_a_line(briefing: BriefingPage) -> None:
    assert briefing.parts.topLevelItemCount() == len(PARTS)
