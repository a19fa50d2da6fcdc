"""The whole window, by real keys and clicks, on a real project."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

import importers
from db import passages
from db.kinds import KINDS
from db.store import Store
from desktop.main_window import MainWindow
from desktop.settings import Memory, Settings, load
from desktop.work import Turns
from tests.desktop.conftest import PLAN
from workbench import verbs

WORDS = "规模以上工业增加值增长7%左右"
START = PLAN.index(WORDS)


def select(window: MainWindow, words: str = WORDS) -> None:
    start = PLAN.index(words)
    window.desk.reading.pane.select(start, start + len(words))


def press(qtbot: QtBot, window: MainWindow, keys: str) -> None:
    """Press one of the window's own shortcuts, as far as it can be pressed now."""
    action = next(a for a in window.commands.by_id.values() if keys in [k.toString() for k in a.shortcuts()])
    assert action.isEnabled(), f"{keys} does nothing now"
    pane = window.desk.reading.pane
    pane.setFocus()
    combination = action.shortcuts()[[k.toString() for k in action.shortcuts()].index(keys)][0]
    qtbot.keyClick(pane, combination.key(), combination.keyboardModifiers())
    inspector_follows(qtbot, window)


def inspector_follows(qtbot: QtBot, window: MainWindow) -> None:
    """Wait for what comes behind the painting of the pane."""
    qtbot.waitUntil(lambda: window.desk.inspector.ids() == window.tagging.ids)


def compose(widget: QWidget, words: str) -> None:
    """Type Chinese, as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def click(qtbot: QtBot, window: MainWindow, passage_id: int) -> None:
    """Click a passage and wait for the inspector to show it."""
    window.desk.reading.pane.click_passage([passage_id])
    qtbot.waitUntil(lambda: window.desk.inspector.ids() == [passage_id])


def kinds_of(window: MainWindow, document_id: int = 1) -> list[str]:
    return [span.kind for span in window.workspace.spans(document_id)]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_selection_and_a_key_make_a_passage_with_its_fields_read(
    window: MainWindow, qtbot: QtBot, kind: object
) -> None:
    select(window)
    press(qtbot, window, kind.key)
    (span,) = [span for span in window.workspace.spans(1) if span.start == START]
    assert (span.end, span.kind) == (START + len(WORDS), kind.name)
    assert window.desk.reading.pane.focus.id == span.id
    assert window.desk.reading.pane.selection() is None
    qtbot.waitUntil(lambda: window.desk.inspector.ids() == [span.id])


def test_a_tagged_target_shows_its_value_in_the_inspector_and_its_row_in_the_ledger(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.desk.ledgers.show_tab("target")
    select(window)
    press(qtbot, window, "2")
    qtbot.waitUntil(lambda: len(window.desk.inspector.passages) == 1)
    (passage,) = window.desk.inspector.passages
    assert (passage.detail.indicator, passage.detail.value, passage.detail.unit) == (
        "规模以上工业增加值",
        7.0,
        "%",
    )
    qtbot.waitUntil(lambda: len(window.desk.ledgers.page.model.rows) == 3)
    assert "Targets  3" in window.desk.ledgers.tabs.tabText(1)


def test_without_a_selection_the_keys_of_the_kinds_do_nothing(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.desk.reading.pane
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_1)
    assert kinds_of(window) == ["target"]


def test_digits_typed_in_a_field_stay_in_the_field(window: MainWindow, qtbot: QtBot) -> None:
    select(window)
    field = window.desk.library.filter_field
    field.setFocus()
    qtbot.keyClicks(field, "2031")
    assert field.text() == "2031"
    assert kinds_of(window) == ["target"]


def test_undo_takes_back_and_redo_does_again_with_the_step_named_in_the_menu(
    window: MainWindow, qtbot: QtBot
) -> None:
    select(window)
    press(qtbot, window, "1")
    qtbot.waitUntil(lambda: window.commands["undo"].text() == "&Undo: tag")
    press(qtbot, window, "Ctrl+Z")
    assert kinds_of(window) == ["target"]
    assert window.tagging.ids == []
    qtbot.waitUntil(lambda: window.commands["redo"].text() == "&Redo: tag")
    press(qtbot, window, "Ctrl+Shift+Z")
    assert kinds_of(window) == ["task", "target"]


def test_a_passage_clicked_can_be_made_another_kind_moved_and_untagged_by_keys(
    window: MainWindow, qtbot: QtBot
) -> None:
    (span,) = window.workspace.spans(1)
    click(qtbot, window, span.id)
    press(qtbot, window, "Ctrl+3")
    press(qtbot, window, "Alt+Right")
    (changed,) = window.workspace.spans(1)
    assert (changed.id, changed.kind, changed.end) == (span.id, "policy", span.end + 1)
    press(qtbot, window, "Del")
    assert window.workspace.spans(1) == []
    assert not window.commands["untag"].isEnabled()


def test_a_row_of_a_ledger_leads_to_its_passage_and_back(window: MainWindow, qtbot: QtBot) -> None:
    ledgers = window.desk.ledgers
    ledgers.show_tab("policy")
    ledgers.page.view.setFocus()
    ledgers.page.view.selectRow(0)
    qtbot.keyClick(ledgers.page.view, Qt.Key.Key_Return)
    (policy,) = [span for span in window.workspace.spans(2) if span.kind == "policy"]
    assert window.desk.reading.document_id == 2
    assert window.desk.reading.pane.focus.id == policy.id
    ledgers.show_tab("target")
    press(qtbot, window, "Ctrl+L")
    assert (ledgers.tab, ledgers.selected()) == ("policy", [policy.id])


def test_a_field_edited_in_the_inspector_is_stored_at_once(window: MainWindow, qtbot: QtBot) -> None:
    (span,) = window.workspace.spans(1)
    click(qtbot, window, span.id)
    window.desk.inspector.note.setPlainText("与上年口径一致")
    window.desk.inspector.confirm()
    with window.workspace.store.read() as session:
        from db import passages

        assert passages.get(session, span.id).note == "与上年口径一致"
    qtbot.waitUntil(lambda: "All changes saved" in window.status.saved.text())


def test_a_passage_under_the_mouse_is_told_with_its_note(window: MainWindow) -> None:
    (span,) = window.workspace.spans(1)
    window.workspace.do(verbs.set_field, [span.id], "note", "与上年口径一致")
    assert window.desk.reading.pane.note_of(span.id) == "与上年口径一致"
    window.workspace.do(verbs.untag, [span.id])
    assert window.desk.reading.pane.note_of(span.id) == ""


def test_a_label_made_in_the_picker_is_put_on_the_passage(window: MainWindow, qtbot: QtBot) -> None:
    (span,) = window.workspace.spans(1)
    click(qtbot, window, span.id)
    picker = window.desk.inspector.picker
    compose(picker.line, "高企")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    shown = window.desk.inspector.passages
    qtbot.waitUntil(lambda: window.desk.inspector.passages is not shown)
    (passage,) = window.desk.inspector.passages
    assert [label.name for label in passage.labels] == ["高企"]


def test_all_documents_are_searched_while_one_types_and_hits_light_up(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(qtbot, window, "Ctrl+Shift+F")
    compose(window.search_field, "数字工厂")
    qtbot.waitUntil(lambda: window.desk.ledgers.tab == "search")
    assert len(window.desk.ledgers.page.model.rows) == 80
    assert len(window.desk.reading.pane.marks.hits.intervals) == 40
    window.search_field.clear()
    assert len(window.desk.reading.pane.marks.hits.intervals) == 0


def test_removing_a_document_empties_its_pane_and_undo_brings_it_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.desk.library.choose([1])
    window.desk.library.view.setFocus()
    qtbot.keyClick(window.desk.library.view, Qt.Key.Key_Delete)
    assert window.desk.reading.document_id is None
    assert [row.id for row in window.workspace.shelf()] == [2]
    window.workspace.undo()
    qtbot.waitUntil(lambda: window.desk.library.model.count() == 2)


def test_delete_in_the_library_never_untags(window: MainWindow, qtbot: QtBot) -> None:
    (span,) = window.workspace.spans(1)
    click(qtbot, window, span.id)
    window.desk.library.view.setFocus()
    qtbot.keyClick(window.desk.library.view, Qt.Key.Key_Delete)
    assert window.workspace.spans(1) == [span]


def test_what_stood_open_stands_open_again(window: MainWindow, project: Path, qtbot: QtBot) -> None:
    window.desk.reading.open_beside(2)
    window.commands["linked"].trigger()
    window.commands["ledgers"].trigger()
    window.close()
    again = MainWindow(Settings(theme="light"), load(Memory), "en")
    qtbot.addWidget(again)
    again.show()
    again.begin(None)
    qtbot.waitUntil(lambda: again.furnished)
    assert again.workspace.store.path == project
    assert again.desk.reading.shown_ids() == [1, 2]
    assert again.desk.reading.linked and again.commands["linked"].isChecked()
    assert again.desk.ledgers.isHidden() and not again.commands["ledgers"].isChecked()
    again.close()


def test_a_project_open_elsewhere_is_read_only_and_says_who_has_it(
    bare_window: MainWindow, project: Path
) -> None:
    with Store.open(project, author="李强") as other:
        assert bare_window.opening.open(project)
        bare_window.desk.reading.open(1)
        select(bare_window)
        assert bare_window.banner.isVisible()
        assert "has had this project open since" in bare_window.banner.words.text()
        assert not bare_window.commands["tag_task"].isEnabled()
        assert other.read_only is False


def test_a_file_that_is_no_project_is_told_in_a_sentence_and_the_open_one_stays(
    window: MainWindow, tmp_path: Path
) -> None:
    wrong = tmp_path / "notes.cezhu"
    wrong.write_text("not a database")
    assert not window.opening.open(wrong)
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert "notes.cezhu" in box.text()
    assert window.workspace.is_open
    box.close()


def test_files_dropped_on_the_window_come_up_in_the_import_dialog(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dropped: list[Path] = []
    monkeypatch.setattr(window.shelving, "import_files", dropped.extend)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "计划.txt"))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    assert dropped == [tmp_path / "计划.txt"]


def test_settings_taken_are_kept_and_worn_at_once(window: MainWindow) -> None:
    window.preferences.take(Settings(author="李强", theme="dark", reading_points=18))
    assert window.theme.dark
    assert window.desk.reading.pane.theme.dark
    assert window.workspace.store.author == "李强"
    assert load(Settings).reading_points == 18


def test_closing_the_project_leads_back_to_the_start_page(window: MainWindow, project: Path) -> None:
    window.workspace.close()
    assert window.pages.currentWidget() is window.start_page
    assert [line.toolTip() for line in window.start_page.recent] == [str(project)]
    assert not window.commands["import"].isEnabled()


def test_a_row_chosen_in_the_ledger_shows_its_passage_and_keeps_the_keys(
    window: MainWindow, qtbot: QtBot
) -> None:
    with window.workspace.store.step("tag") as session:
        far = passages.tag(session, 1, len(PLAN) - 40, len(PLAN) - 30, "task")
    pane, view = window.desk.reading.pane, window.desk.ledgers.pages["task"].view
    window.desk.ledgers.refresh()
    window.desk.show_ledger("task")
    assert pane.verticalScrollBar().value() == 0
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center()
    )
    assert window.tagging.ids == [far]
    assert pane.verticalScrollBar().value() > 0
    assert view.hasFocus()


def test_a_tagged_passage_shows_its_row_in_the_ledger_of_its_kind(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.ledgers.show_tab("policy")
    select(window)
    press(qtbot, window, "2")
    assert window.desk.ledgers.tab == "target"
    qtbot.waitUntil(lambda: window.desk.ledgers.selected() == window.tagging.ids)
    assert window.desk.reading.pane.hasFocus()


def test_undo_of_a_removal_brings_the_document_back_into_its_pane(window: MainWindow) -> None:
    window.desk.library.choose([1])
    window.commands["remove"].trigger()
    assert window.desk.reading.shown_ids() == []
    assert "Ctrl+Z" in window.status.currentMessage()
    window.workspace.undo()
    assert window.desk.reading.shown_ids() == [1]


def test_delete_in_the_inspector_leaves_the_passage_tagged(window: MainWindow, qtbot: QtBot) -> None:
    (span,) = window.workspace.spans(1)
    click(qtbot, window, span.id)
    button = window.desk.inspector.switch.buttons["target"]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Delete)
    assert kinds_of(window) == ["target"]


def test_tab_goes_through_the_inspector_in_the_order_it_is_read(window: MainWindow, qtbot: QtBot) -> None:
    (span,) = window.workspace.spans(1)
    click(qtbot, window, span.id)
    inspector = window.desk.inspector
    qtbot.waitUntil(lambda: inspector.form.isVisible())
    inspector.switch.buttons["target"].setFocus()
    passed = []
    for _ in range(len(inspector.form.editors) + 3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())
    assert passed == [*inspector.form.editors.values(), inspector.state, inspector.note, inspector.add_label]


def test_what_is_imported_where_nothing_is_open_stands_side_by_side(
    bare_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert bare_window.opening.create(tmp_path / "空.cezhu")
    invitation = bare_window.desk.reading.active.invitation
    assert invitation.text().startswith("Import") and not invitation.button.isHidden()
    paths = [tmp_path / f"{year}.txt" for year in (2031, 2032, 2033)]
    for path in paths:
        path.write_text(PLAN.replace("2031", path.stem), encoding="utf-8")
    bare_window.shelving.add([importers.read(path) for path in paths])
    qtbot.waitUntil(lambda: len(bare_window.desk.reading.shown_ids()) == 2)
    years = {row.id: row.reference_year for row in bare_window.workspace.shelf()}
    assert [years[each] for each in bare_window.desk.reading.shown_ids()] == [2032, 2033]
    assert bare_window.focusWidget() is bare_window.desk.reading.pane
    bare_window.desk.reading.split()
    assert bare_window.desk.reading.active.invitation.text().startswith("Choose")


def test_one_document_imported_where_nothing_is_open_is_the_one_shown(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.desk.reading.clear()
    path = tmp_path / "2029.txt"
    path.write_text(PLAN.replace("2031", "2029"), encoding="utf-8")
    window.shelving.add([importers.read(path)])
    qtbot.waitUntil(lambda: window.desk.reading.shown_ids() == [3])
    assert window.desk.library.chosen() == [3]


def test_four_panes_take_their_room_from_library_and_inspector_and_give_it_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1600, 900)
    window.desk.reading.set_count(4)
    qtbot.waitUntil(lambda: min(frame.width() for frame in window.desk.reading.frames) >= 320)
    assert window.desk.library.isHidden()
    window.desk.reading.set_count(2)
    assert not window.desk.library.isHidden()


def test_another_language_waits_for_what_is_being_worked_on(window: MainWindow, qtbot: QtBot) -> None:
    asked = []
    window.language_changed.connect(lambda: asked.append(True))
    window.works.add(Turns([lambda: None] * 100_000, window, "Importing", "{left} of {total} are left."))
    window.preferences.take(Settings(language="zh_CN"))
    assert asked == []
    assert "when Cezhu is started again" in window.status.currentMessage()
    window.works.cancel()
    qtbot.waitUntil(lambda: not window.works.busy)
    window.preferences.take(Settings(language="en"))
    assert asked == [True]
