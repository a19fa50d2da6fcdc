"""What was read, tagged and still waits: noted while one reads, shown beside the text and in the library."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.library_model import COVERED
from desktop.main_window import MainWindow
from desktop.overview import EDGE
from desktop.reading_record import ReadingRecord
from workbench import suggesting


def test_stretches_read_are_merged_and_measured() -> None:
    record = ReadingRecord()
    assert record.add(1, 0, 10) and record.add(1, 20, 30) and record.add(1, 8, 20)
    assert record.of(1) == [(0, 30)]
    assert not record.add(1, 5, 25)
    assert not record.add(1, 7, 7)
    assert (record.percent(1, 40), record.percent(2, 40), record.percent(3, 0)) == (75, 0, 0)


def test_what_was_read_comes_back_from_plain_values() -> None:
    record, other = ReadingRecord(), ReadingRecord()
    record.add(3, 4, 9)
    other.restore(record.state())
    assert other.of(3) == [(4, 9)]


def test_what_a_pane_showed_for_a_while_was_read(window: MainWindow, qtbot: QtBot) -> None:
    coverage = window.refresh.coverage
    coverage.note()
    ((start, end),) = coverage.record.of(1)
    assert start == 0 < end < window.desk.reading.pane.flow.row_of(10**6) + 10**4
    window.desk.reading.pane.set_scroll_fraction(1.0)
    coverage.note()
    assert coverage.record.of(1)[-1][1] > end


def test_the_library_tells_how_far_a_document_is(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.do(suggesting.suggest, [1])
    model = window.desk.library.model
    qtbot.waitUntil(lambda: (model.covered(1) or (0, 0, 0))[2] > 0)
    covered = model.index_of(1).data(COVERED)
    assert covered.tagged == 1
    told = model.index_of(1).data(Qt.ItemDataRole.ToolTipRole)
    assert f"{covered.paragraphs} paragraphs: 1 tagged" in told
    assert "0 % read" in told


def test_the_bar_beside_the_text_shows_passages_and_leads_to_them(window: MainWindow, qtbot: QtBot) -> None:
    frame = window.desk.reading.active
    bar = frame.overview
    frame.overview.draw()
    inks = {bar.grab().toImage().pixelColor(EDGE + 7, y).name() for y in range(bar.height())}
    assert QColor(window.theme.target.ink).name() in inks
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(4, bar.height() - 4))
    assert frame.pane.scroll_fraction() > 0.8


def test_an_empty_pane_has_no_bar(window: MainWindow) -> None:
    window.desk.reading.close_pane()
    assert not window.desk.reading.active.overview.isVisible()
