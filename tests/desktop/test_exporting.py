"""Exports in the window: seen beforehand, checked, written; asked for again when they were not written."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop import settings
from desktop.export_dialog import ExportDialog
from desktop.main_window import MainWindow
from desktop.problem_box import ProblemBox
from desktop.questions_page import QUESTION
from desktop.settings import Memory
from importers import office
from tests.desktop.dialogs import LEFT, click_box

Key = Qt.Key
WAIT = 10_000


def asked(window: MainWindow, form: str = "briefing") -> ExportDialog:
    """The dialog that the command of a form opens."""
    window.commands[form].trigger()
    return dialog(window)


def dialog(window: MainWindow) -> ExportDialog:
    (found,) = [each for each in window.findChildren(ExportDialog) if each.isVisible()]
    return found


def written(window: MainWindow, qtbot: QtBot) -> QMessageBox:
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=WAIT)
    (box,) = window.findChildren(QMessageBox)
    return box


def test_where_the_usual_folder_is_not_there_the_report_is_proposed_beside_the_project(
    window: MainWindow, project: Path, qtbot: QtBot
) -> None:
    window.memory.folder = str(project.parent / "Documents")
    ask = asked(window)
    assert Path(ask.path.text()).parent == project.parent
    assert (ask.take.isEnabled(), ask.told.text()) == (True, ask.contents.told())
    qtbot.keyClick(ask.contents.title, Key.Key_Return)
    written(window, qtbot).close()
    assert list(project.parent.glob("*.docx"))


def test_reports_of_the_sample_are_not_proposed_among_the_settings(
    window: MainWindow, home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    window.opening.open(window.workspace.store.path.rename(home / "示例.cezhu"))
    window.memory.folder = str(tmp_path / "Documents")
    ask = asked(window)
    assert Path(ask.path.text()).parent == tmp_path
    assert ask.take.isEnabled()


def test_the_preview_follows_the_parts(window: MainWindow, qtbot: QtBot) -> None:
    ask = asked(window)
    browser = ask.preview.browser
    qtbot.waitUntil(lambda: "总体情况" in browser.toPlainText(), timeout=WAIT)
    assert "新增高新技术企业" in browser.toPlainText()
    ask.tabs.setCurrentIndex(1)
    qtbot.keyClick(ask.options.parts, Key.Key_Down)
    qtbot.keyClick(ask.options.parts, Key.Key_Space)  # no summary
    qtbot.waitUntil(lambda: "总体情况" not in browser.toPlainText(), timeout=WAIT)
    assert "一、目标" in browser.toPlainText()


def test_the_preview_of_a_sheet_shows_the_columns_chosen(window: MainWindow, qtbot: QtBot) -> None:
    ask = asked(window, "target_sheet")
    browser = ask.preview.browser
    qtbot.waitUntil(lambda: "指标" in browser.toPlainText(), timeout=WAIT)
    assert "120" in browser.toPlainText()
    ask.tabs.setCurrentIndex(1)
    qtbot.keyClick(ask.options.columns, Key.Key_Space)
    qtbot.waitUntil(lambda: "指标" not in browser.toPlainText(), timeout=WAIT)
    qtbot.keyClick(ask.options.sheets, Key.Key_End)
    qtbot.waitUntil(lambda: "来源" in browser.toPlainText(), timeout=WAIT)


def test_a_mistake_in_a_template_is_told_in_the_preview(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    own = docx.Document()
    own.add_paragraph("{{ titel }}")
    own.save(str(tmp_path / "own.docx"))
    ask = asked(window)
    ask.options.use_template(tmp_path / "own.docx")
    browser = ask.preview.browser
    qtbot.waitUntil(lambda: "own.docx" in browser.toPlainText(), timeout=WAIT)
    assert "paragraph 1: {{ titel }} is unknown, perhaps {{ title }} is meant" in browser.toPlainText()


@pytest.mark.skipif(office.find() is None, reason="LibreOffice is not installed")
def test_true_pages_are_painted(window: MainWindow, qtbot: QtBot) -> None:
    ask = asked(window)
    ask.preview.tabs.setCurrentIndex(1)
    pages = ask.preview.pages
    qtbot.waitUntil(lambda: len(pages.pages) > 0, timeout=60_000)
    first = pages.pages[0]
    qtbot.waitUntil(lambda: len(colours(first.pixmap().toImage())) > 3, timeout=WAIT)
    ask.reject()


def colours(image) -> set[int]:
    across, down = range(0, image.width(), 5), range(0, image.height(), 5)
    return {image.pixel(x, y) for x in across for y in down}


def test_without_libreoffice_it_is_said_what_to_install(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "find", lambda: None)
    ask = asked(window)
    ask.preview.tabs.setCurrentIndex(1)
    told = ask.preview.pages.told
    qtbot.waitUntil(lambda: "Install LibreOffice" in told.text(), timeout=WAIT)


def test_a_question_leads_to_its_passage_and_the_dialog_comes_back_as_it_was(
    window: MainWindow, qtbot: QtBot
) -> None:
    bare = window.workspace.tag(2, 0, 6, "target")
    assert bare is not None
    ask = asked(window)
    ask.contents.title.setText("Mine")
    click_box(qtbot, ask.contents.kinds["policy"])
    qtbot.waitUntil(lambda: ask.questions.list.count() > 0, timeout=WAIT)
    lines = [ask.questions.list.item(row) for row in range(ask.questions.list.count())]
    line = next(line for line in lines if line.data(QUESTION) == (2, bare))
    assert "“青禾市工业局” is a target without a figure." in [line.text() for line in lines]
    assert ask.asked.text() == f"An editor would ask: {len(lines)}"
    assert ask.tabs.tabText(2) == f"Check  {len(lines)}"
    qtbot.mouseClick(ask.asked, LEFT)
    ask.questions.list.scrollToItem(line)
    place = ask.questions.list.visualItemRect(line).center()
    qtbot.mouseClick(ask.questions.list.viewport(), LEFT, pos=place)
    assert not ask.isVisible()
    assert window.desk.reading.document_id == 2
    assert window.tagging.ids == [bare]
    assert window.status.currentMessage() == "Export Word briefing again, and the dialog is as you left it."
    again = asked(window)
    assert (again.contents.title.text(), again.contents.chosen_kinds()) == ("Mine", ("target", "task"))
    qtbot.keyClick(again, Key.Key_Escape)
    assert asked(window).contents.title.text() == "政策目标任务简报"


def test_a_report_that_was_not_written_is_asked_for_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_values: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    ask = asked(window)
    ask.contents.title.setText("Mine")
    ask.options.lines["office"].setText("Office")
    ask.path.setText(str(tmp_path / "a.docx"))
    with monkeypatch.context() as disk:
        disk.setattr("exporters.briefing_docx.write", full)
        qtbot.mouseClick(ask.take, LEFT)
        qtbot.waitUntil(lambda: bool(window.findChildren(ProblemBox)), timeout=WAIT)
    (box,) = window.findChildren(ProblemBox)
    assert box.text().startswith("a.docx was not written")
    box.close()
    again = dialog(window)
    assert again.contents.title.text() == "Mine"
    assert again.request().path == tmp_path / "a.docx"
    assert again.options.options().office == "Office"
    qtbot.mouseClick(again.take, LEFT)
    qtbot.waitUntil((tmp_path / "a.docx").exists, timeout=WAIT)


def test_what_is_chosen_goes_into_the_file_and_is_remembered(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    ask = asked(window)
    ask.options.lines["office"].setText("工业局办公室")
    ask.options.parts.tick_all(False)
    qtbot.keyClick(ask.options.parts, Key.Key_Space)
    qtbot.keyClick(ask.contents.language, Key.Key_E)
    ask.path.setText(str(tmp_path / "a.docx"))
    qtbot.mouseClick(ask.take, LEFT)
    written(window, qtbot).close()
    texts = [paragraph.text for paragraph in docx.Document(str(tmp_path / "a.docx")).paragraphs]
    assert any("Contents" in text for text in texts)
    assert not any("Summary" in text for text in texts)
    settings.save(window.memory)
    window.memory.exports = settings.load(Memory).exports
    again = asked(window)
    assert (again.contents.chosen_language(), again.options.options().office) == ("en", "工业局办公室")
    assert again.options.options().parts == ("contents",)
