"""An analyst's day in the real window, painted off screen and driven by real clicks and keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import documents, passages
from db.store import Store
from desktop.export_dialog import ExportDialog
from desktop.import_dialog import ImportDialog
from desktop.main_window import MainWindow
from desktop.settings import Memory, Settings
from workbench import sample

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
Open = Callable[[], MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Starts the window as the program does, as often as asked, one after the other."""
    monkeypatch.setenv("CEZHU_HOME", str(tmp_path / "home"))
    opened: list[MainWindow] = []

    def start() -> MainWindow:
        for earlier in opened:
            earlier.close()
        window = MainWindow(Settings(author="李敏"), Memory(), "zh")
        window.resize(1600, 1000)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.furnish()
        opened.append(window)
        return window

    yield start
    for window in opened:
        window.close()
        qtbot.wait(1)
        window.deleteLater()


def dialog_of(window: MainWindow, kind: type) -> object:
    return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.dropEvent(
        QDropEvent(
            QPointF(800, 500),
            Qt.DropAction.CopyAction,
            data,
            LEFT,
            Qt.KeyboardModifier(0),
        )
    )


def select(window: MainWindow, words: str) -> None:
    """Select words as a mouse or keys would have; tests/desktop drives those themselves."""
    pane = window.desk.reading.pane
    start = pane.flow.text.index(words)
    pane.reveal(start, start + len(words))
    pane.select(start, start + len(words))
    pane.setFocus()


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)
    qtbot.waitUntil(lambda: window.desk.inspector.ids() == window.tagging.ids)


def stored(window: MainWindow) -> list[tuple[str, str]]:
    with window.workspace.store.read() as session:
        return [
            (span.kind, documents.text(session, row.id)[0][span.start : span.end])
            for row in documents.shelf(session)
            for span in passages.spans(session, row.id)
        ]


def test_from_dropped_files_to_both_reports(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    assert window.opening.create(tmp_path / "两年.cezhu")
    drop(window, *sorted(sample.SAMPLES.glob("*.docx")))
    dialog = dialog_of(window, ImportDialog)
    qtbot.waitUntil(lambda: not dialog.reading.busy, timeout=20_000)
    qtbot.mouseClick(dialog.take, LEFT)
    qtbot.waitUntil(lambda: len(window.workspace.shelf()) == 2, timeout=10_000)
    plan, report = window.workspace.shelf()
    with qtbot.waitActive(window):
        window.activateWindow()

    window.desk.reading.open(plan.id)
    window.desk.reading.open_beside(report.id)
    assert window.desk.reading.shown_ids() == [plan.id, report.id]
    select(window, "工业投资增长9.6%")
    press(qtbot, window, Key.Key_2)
    press(qtbot, window, Key.Key_F6)
    select(window, "工业投资增长12%以上")
    press(qtbot, window, Key.Key_2)
    select(window, "《云泽市“十四五”制造业高质量发展规划》")
    press(qtbot, window, Key.Key_3)
    assert stored(window) == [
        ("policy", "《云泽市“十四五”制造业高质量发展规划》"),
        ("target", "工业投资增长12%以上"),
        ("target", "工业投资增长9.6%"),
    ]
    assert window.desk.inspector.passages[0].policy.name == "云泽市“十四五”制造业高质量发展规划"

    for command, name in (("briefing", "简报.docx"), ("target_sheet", "目标表.xlsx")):
        window.commands[command].trigger()
        asked = dialog_of(window, ExportDialog)
        asked.path.setText(str(tmp_path / name))
        qtbot.mouseClick(asked.take, LEFT)
        qtbot.waitUntil(lambda name=name: (tmp_path / name).exists(), timeout=10_000)
        qtbot.wait(50)
    rows = list(openpyxl.load_workbook(tmp_path / "目标表.xlsx")["目标"].iter_rows(values_only=True))
    assert [row[rows[0].index("数值")] for row in rows[1:]] == [12, 9.6]
    briefing = docx.Document(str(tmp_path / "简报.docx"))
    words = "".join(node.text or "" for node in briefing.element.iter())
    assert "工业投资" in words and plan.title in words


def test_what_was_tagged_is_undone_in_a_window_opened_later(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    sample.build(tmp_path / "样例.cezhu")
    window = open_window()
    window.opening.open(tmp_path / "样例.cezhu")
    before = stored(window)
    window.desk.reading.open(window.workspace.shelf()[0].id)
    select(window, "坚持稳中求进工作总基调")
    press(qtbot, window, Key.Key_1)
    assert len(stored(window)) == len(before) + 1

    window = open_window()
    window.opening.open(tmp_path / "样例.cezhu")
    window.refresh.now()
    assert window.commands["undo"].isEnabled()
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert stored(window) == before
    press(qtbot, window, Key.Key_Z, CONTROL | SHIFT)
    assert len(stored(window)) == len(before) + 1


def test_a_second_window_on_the_same_file_reads_and_says_who_has_it(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    sample.build(tmp_path / "样例.cezhu")
    with Store.open(tmp_path / "样例.cezhu", author="王强"):
        window = open_window()
        window.opening.open(tmp_path / "样例.cezhu")
        assert not window.workspace.writable
        assert window.banner.isVisible() and window.banner.words.text()
        window.desk.reading.open(window.workspace.shelf()[0].id)
        select(window, "坚持稳中求进工作总基调")
        before = stored(window)
        press(qtbot, window, Key.Key_1)
        assert stored(window) == before


@pytest.mark.shared
def test_the_customers_two_documents_are_tagged_side_by_side(
    qtbot: QtBot, open_window: Open, shared: Path, tmp_path: Path
) -> None:
    window = open_window()
    window.opening.create(tmp_path / "工信.cezhu")
    drop(window, *sorted((shared / "seeds").glob("*.txt")))
    dialog = dialog_of(window, ImportDialog)
    qtbot.waitUntil(lambda: not dialog.reading.busy, timeout=20_000)
    qtbot.mouseClick(dialog.take, LEFT)
    qtbot.waitUntil(lambda: len(window.workspace.shelf()) == 2, timeout=10_000)
    with qtbot.waitActive(window):
        window.activateWindow()
    news, column = window.workspace.shelf()
    window.desk.reading.open(news.id)
    select(window, "全国专精特新中小企业超过8万家")
    press(qtbot, window, Key.Key_2)
    with window.workspace.store.read() as session:
        target = passages.get(session, window.tagging.ids[0]).target
    assert (target.value, target.unit, target.comparator) == (80000, "家", ">")
    window.desk.reading.open_beside(column.id)
    select(window, "一是着力减轻企业负担。")
    press(qtbot, window, Key.Key_1)
    assert {kind for kind, _ in stored(window)} == {"target", "task"}
    press(qtbot, window, Key.Key_Z, CONTROL)
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert stored(window) == []
