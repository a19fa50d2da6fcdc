"""Files on their way into the project: read, looked over, corrected, chosen."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from time import sleep
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop import import_options
from desktop.import_candidates import CANDIDATE, Candidate
from desktop.import_dialog import ImportDialog
from desktop.theme import LIGHT
from importers import Imported, Options, read, worker
from tests.desktop.dialogs import LEFT, click_box, shown, type_over
from tests.importers.pdf.locked import locked
from tests.importers.pdf.paper import A4, Sheet, pdf, wrapped
from tests.importers.pdf.test_pictures import scanned

Key = Qt.Key
NOTICE = "云岭市{number}年工作要点\n云工信〔{number}〕3号\n推动规模以上工业增加值增长5%，新增企业20家。\n"


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[ImportDialog]:
    with opened(qtbot, lambda sha256, text_sha256: None) as dialog:
        yield dialog


class opened:  # noqa: N801 - reads as a verb
    """A dialog on the screen, which leaves no reader behind."""

    def __init__(self, qtbot: QtBot, twin_of: Callable[[str, str], Any]) -> None:
        self.dialog = shown(qtbot, ImportDialog(LIGHT, twin_of))

    def __enter__(self) -> ImportDialog:
        return self.dialog

    def __exit__(self, *_error: object) -> None:
        self.dialog.done(0)
        assert multiprocessing.active_children() == []


def notice(folder: Path, number: int, encoding: str = "utf-8") -> Path:
    path = folder / f"{number}.txt"
    path.write_text(NOTICE.format(number=number), encoding)
    return path


def settled(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.reading.busy, timeout=20_000)


def rows(dialog: ImportDialog) -> list[Candidate]:
    return list(dialog.candidates)


def choose(dialog: ImportDialog, row: int) -> None:
    dialog.view.setCurrentIndex(dialog.candidates.index(row))


def tick(qtbot: QtBot, dialog: ImportDialog, row: int) -> None:
    """Click the box of a row."""
    place = dialog.view.visualRect(dialog.candidates.index(row)).topLeft()
    place += QPoint(22, 18)
    qtbot.mouseClick(dialog.view.viewport(), LEFT, pos=place)


def test_of_ten_files_two_broken_ones_are_told_and_eight_are_ready(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    paths = [notice(tmp_path, number) for number in range(2014, 2024)]
    paths[2].write_bytes(bytes(range(256)) * 4)
    paths[5].write_bytes(b"")
    dialog.read(paths)
    assert not dialog.take.isEnabled()
    settled(qtbot, dialog)
    assert dialog.count.text() == "To be imported: 8  ·  Not readable: 2"
    errors = [str(candidate.error) for candidate in rows(dialog) if candidate.error]
    assert [error.split(" is ")[0] for error in errors] == ["2016.txt", "2019.txt"]
    qtbot.keyClick(dialog.view, Key.Key_Return)
    assert dialog.result() == ImportDialog.DialogCode.Accepted
    assert [chosen.document.source_name for chosen in dialog.chosen()] == [
        path.name for path in paths if path.name not in ("2016.txt", "2019.txt")
    ]


def test_what_is_typed_over_a_proposal_is_imported_by_enter(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    dialog.read([notice(tmp_path, 2022), notice(tmp_path, 2023)])
    settled(qtbot, dialog)
    choose(dialog, 1)
    editors = dialog.form.properties.editors
    assert (editors["number"].words(), editors["reference_year"].words()) == ("云工信〔2023〕3号", "2023")
    type_over(qtbot, editors["title"], "云岭市要点")
    type_over(qtbot, editors["issued"], "2023-03-15")
    type_over(qtbot, editors["reference_year"], "2022")
    qtbot.keyClick(editors["reference_year"], Key.Key_Return)
    first, second = [chosen.document for chosen in dialog.chosen()]
    assert (first.title, first.reference_year) == ("云岭市2022年工作要点", 2022)
    assert (second.title, second.issued, second.reference_year) == ("云岭市要点", date(2023, 3, 15), 2022)
    assert not dialog.isVisible()


def test_enter_does_not_import_while_a_date_cannot_be_read(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    dialog.read([notice(tmp_path, 2022)])
    settled(qtbot, dialog)
    issued = dialog.form.properties.editors["issued"]
    type_over(qtbot, issued, "去年")
    qtbot.keyClick(issued, Key.Key_Return)
    assert dialog.isVisible()


def test_a_title_that_is_emptied_keeps_its_words(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    dialog.read([notice(tmp_path, 2022)])
    settled(qtbot, dialog)
    type_over(qtbot, dialog.form.properties.title, "")
    qtbot.keyClick(dialog.form.properties.title, Key.Key_Return)
    assert dialog.chosen()[0].document.title == "云岭市2022年工作要点"


def test_a_known_text_is_imported_only_where_it_is_ticked(qtbot: QtBot, tmp_path: Path) -> None:
    def twin_of(sha256: str, text_sha256: str) -> Any:
        known = read(tmp_path / "2021.txt").document
        return SimpleNamespace(title="旧要点", trashed=None) if known.text_sha256 == text_sha256 else None

    paths = [notice(tmp_path, 2021), notice(tmp_path, 2022)]
    with opened(qtbot, twin_of) as dialog:
        dialog.read(paths)
        settled(qtbot, dialog)
        assert rows(dialog)[0].known == "Already in the project as “旧要点”. Tick it to import it anyway."
        assert [chosen.document.source_name for chosen in dialog.chosen()] == ["2022.txt"]
        tick(qtbot, dialog, 0)
        choose(dialog, 1)
        qtbot.keyClick(dialog.view, Key.Key_Space)
        assert [chosen.document.source_name for chosen in dialog.chosen()] == ["2021.txt"]


def test_one_text_in_two_files_of_the_list_is_ticked_once(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(NOTICE.format(number=2021), "utf-16")
    dialog.read([notice(tmp_path, 2021), copy])
    settled(qtbot, dialog)
    assert rows(dialog)[1].known == "The same text as 2021.txt in this list. Tick it to import both."
    assert len(dialog.chosen()) == 1


def test_another_encoding_reads_the_file_again_and_edits_stay(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    dialog.read([notice(tmp_path, 2021, "gb18030")])
    settled(qtbot, dialog)
    form = dialog.form
    assert form.reading.encoding.currentText() == "Recognised: GB18030"
    type_over(qtbot, form.properties.editors["issuer"], "云岭市工信局")
    qtbot.keyClick(form.reading.encoding, Key.Key_U)  # UTF-8
    settled(qtbot, dialog)
    assert "is not written in utf-8" in form.message.text()
    assert form.reading.isVisible() and not form.properties.isVisible()
    qtbot.keyClick(form.reading.encoding, Key.Key_Home)
    settled(qtbot, dialog)
    assert form.beginning.toPlainText().startswith("云岭市2021年工作要点\n")
    assert dialog.chosen()[0].document.issuer == "云岭市工信局"


def test_line_breaks_are_kept_where_that_is_ticked(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    wrapped, words = tmp_path / "wrapped.txt", "全市工业经济平稳增长，规模以上工业增加值增速好于预期，" * 6
    lines = [words[start : start + 20] for start in range(0, len(words), 20)]
    wrapped.write_text("\n".join(lines) + "增速居全省前列。\n", "utf-8")
    dialog.read([wrapped])
    settled(qtbot, dialog)
    assert rows(dialog)[0].paragraphs == 1
    click_box(qtbot, dialog.form.reading.keep)
    settled(qtbot, dialog)
    assert rows(dialog)[0].paragraphs == len(lines)
    assert dialog.chosen()[0].document.keeps_line_breaks


def test_esc_while_reading_leaves_no_process(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    dialog.read([notice(tmp_path, number) for number in range(2000, 2040)])
    qtbot.waitUntil(lambda: bool(multiprocessing.active_children()))
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert (dialog.isVisible(), multiprocessing.active_children()) == (False, [])


def test_stopping_keeps_what_was_read_and_says_what_was_not(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_one_and_hang(
        paths: Sequence[Path], options: Options, tick: Callable[[int, int], None]
    ) -> Iterator[Imported]:
        yield read(paths[0], options)
        while True:
            tick(1, len(paths))
            sleep(0.01)

    with monkeypatch.context() as slow:
        slow.setattr(worker, "read_all", read_one_and_hang)
        dialog.read([notice(tmp_path, 2021), notice(tmp_path, 2022), notice(tmp_path, 2023)])
        qtbot.waitUntil(lambda: rows(dialog)[0].imported is not None)
        assert dialog.told.text() == "Reading 2 of 3"
        qtbot.mouseClick(dialog.stop, LEFT)
        settled(qtbot, dialog)
    assert [str(candidate.error or "") for candidate in rows(dialog)] == [
        "",
        "2022.txt was not read, because reading was stopped; nothing was imported. Add it once more.",
        "2023.txt was not read, because reading was stopped; nothing was imported. Add it once more.",
    ]
    assert dialog.take.isEnabled() and not dialog.progress.isVisible()
    dialog.read([tmp_path / "2022.txt", tmp_path / "2021.txt"])
    settled(qtbot, dialog)
    assert [bool(candidate.imported) for candidate in rows(dialog)] == [True, True, False]


def test_a_reader_that_cannot_start_is_told_at_every_file(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_values: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(worker, "read_all", refuse)
    dialog.read([notice(tmp_path, 2021), notice(tmp_path, 2022)])
    settled(qtbot, dialog)
    assert [str(candidate.error) for candidate in rows(dialog)] == ["no more processes"] * 2


def test_files_are_dropped_and_added(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(notice(tmp_path, 2021)))])
    copy, plain = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(9, 9), copy, dragged, LEFT, plain))
    asked: list[Any] = []

    def chosen(*values: Any) -> tuple[list[str], str]:
        asked.append(values)
        return [str(notice(tmp_path, 2022))], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", chosen)
    qtbot.mouseClick(dialog.add, LEFT)
    settled(qtbot, dialog)
    assert [imported.document.reference_year for imported in dialog.chosen()] == [2021, 2022]
    assert asked[0][2] == str(tmp_path) and "*.docx" in asked[0][3]


def test_rows_are_painted_in_every_state(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    dialog.read([notice(tmp_path, 2021), empty])
    waiting = dialog.view.grab().toImage()
    settled(qtbot, dialog)
    assert dialog.view.grab().toImage() != waiting
    view, model = dialog.view, dialog.candidates
    ready, failed = (view.visualRect(model.index(row)).height() for row in (0, 1))
    assert ready > 30 and failed > 30
    assert model.index(1).data(CANDIDATE).title() == "empty.txt"


def test_a_locked_file_asks_for_its_password(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    sheet = Sheet()
    sheet.lines(80, 80, wrapped("云岭市工业和信息化局推进产业升级，规模以上工业增加值增长7%。", 34))
    path.write_bytes(locked(sheet, "云岭"))
    dialog.read([path])
    settled(qtbot, dialog)
    form = dialog.form
    assert "locked by a password" in form.message.text()
    assert not form.reading.encoding.isVisible()
    for password, told in (("wrong", "does not open"), ("云岭", "")):
        form.reading.password.setText(password)
        qtbot.keyClick(form.reading.password, Key.Key_Return)
        settled(qtbot, dialog)
        assert told in form.message.text()
    assert form.beginning.toPlainText().startswith("云岭市工业和信息化局推进产业升级")


def test_pages_that_are_pictures_are_told_and_may_be_recognised_where_the_extra_is_there(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = Sheet()
    sheet.picture(0, 0, *A4, scanned())
    for name, there in (("without.pdf", False), ("with.pdf", True)):
        monkeypatch.setattr(import_options, "recognises_pictures", lambda there=there: there)
        path = tmp_path / name
        path.write_bytes(pdf(sheet) + name.encode())
        dialog.read([path])
        settled(qtbot, dialog)
        dialog.view.setCurrentIndex(dialog.candidates.index(dialog.candidates.rowCount() - 1))
        assert "Pages that are pictures of text: 1" in dialog.form.message.text()
        assert dialog.form.reading.recognise.isVisible() == there
    asked = []
    dialog.form.options_asked.connect(asked.append)
    click_box(qtbot, dialog.form.reading.recognise)
    assert asked[0].recognise
