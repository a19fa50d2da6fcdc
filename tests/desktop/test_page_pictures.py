"""The pictures of pages: painted when they are seen, sharp, kept within bounds, told where they cannot be."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

import importers.pdf
from desktop.main_window import MainWindow
from desktop.pages import tiles as tiling
from desktop.pages.paper import PRINTED
from desktop.pages.pictures import Pictures
from desktop.pages.tiles import SIDE, Kept, Tile, tiles
from tests.desktop.printed import TARGET, booklet, imported, shown, whole
from tests.importers.pdf.paper import Sheet, pdf, wrapped

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def pictures(qtbot: QtBot) -> Pictures:
    made = Pictures()
    yield made
    made.stop()


def test_only_the_tiles_that_are_seen_are_wanted_and_they_cover_it() -> None:
    size = QSize(2500, 3500)
    found = list(tiles(1, 0, size, QRect(1000, 1000, 100, 100)))
    assert [(tile.column, tile.row) for tile in found] == [(0, 0), (1, 0), (0, 1), (1, 1)]
    everything = list(tiles(1, 0, size, QRect(-5, -5, 9000, 9000)))
    assert sum(tile.place.width() * tile.place.height() for tile in everything) == 2500 * 3500
    assert list(tiles(1, 0, size, QRect(0, 3500, 100, 100))) == []


def test_tiles_are_kept_up_to_the_limit_and_the_one_not_looked_at_for_longest_goes() -> None:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    kept = Kept(limit=3 * image.sizeInBytes())
    made = [Tile(1, page, 64, 64, 0, 0) for page in range(4)]
    for tile in made[:3]:
        kept.put(tile, image)
    kept.get(made[0])
    kept.put(made[3], image)
    assert [kept.get(tile) is not None for tile in made] == [True, False, True, True]
    assert kept.bytes == 3 * image.sizeInBytes()
    kept.drop(lambda tile: tile.book == 1)
    assert kept.bytes == 0


def test_the_files_that_have_pages_are_those_of_the_importer_that_keeps_places() -> None:
    assert importers.pdf.FORMAT.media_type in PRINTED


def test_all_pictures_together_stay_below_256_megabytes() -> None:
    assert tiling.LIMIT == 256 * 1024 * 1024


def test_tiles_join_to_the_picture_of_the_whole_page(pictures: Pictures, qtbot: QtBot) -> None:
    width, height = 1600, 2263
    whole_page = list(tiles(1, 0, QSize(width, height), QRect(0, 0, width, height)))
    with qtbot.waitSignal(pictures.opened):
        book = pictures.open(booklet())
    pictures.want(book, whole_page)
    qtbot.waitUntil(lambda: all(pictures.get(tile) for tile in whole_page))
    inked = [
        (tile.column * SIDE + x, tile.row * SIDE + y)
        for tile in whole_page
        for x in range(0, tile.place.width(), 3)
        for y in range(0, tile.place.height(), 3)
        if QColor(pictures.get(tile).pixel(x, y)).lightness() < 128
    ]
    scale = width / 595
    assert inked
    assert min(y for _, y in inked) == pytest.approx(80 * scale, abs=12)
    assert max(x for x, _ in inked) == pytest.approx((80 + 34 * 12) * scale, abs=40)


def test_a_page_that_was_scrolled_past_is_not_painted(pictures: Pictures, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pictures.opened):
        book = pictures.open(booklet(6))
    past = [Tile(book, page, 900, 1273, 0, row) for page in range(4) for row in range(2)]
    last = Tile(book, 5, 900, 1273, 0, 0)
    pictures.want(book, past)
    pictures.want(book, [last])
    qtbot.waitUntil(lambda: pictures.get(last) is not None)
    assert sum(pictures.get(tile) is not None for tile in past) <= 1


def test_a_slow_page_is_given_up_as_soon_as_it_is_not_seen(pictures: Pictures, qtbot: QtBot) -> None:
    threads = set(threading.enumerate())
    slow = Sheet(marks=["0.5 g 10 10 m 500 800 l 300 20 l f"] * 100_000)
    with qtbot.waitSignal(pictures.opened):
        book = pictures.open(pdf(slow, Sheet()))
    minutes, moment = (Tile(book, page, 900, 1273, 0, 0) for page in (0, 1))
    pictures.want(book, [minutes])
    qtbot.wait(100)
    pictures.want(book, [moment])
    qtbot.waitUntil(lambda: pictures.get(moment) is not None)
    assert pictures.get(minutes) is None
    pictures.want(book, [minutes])
    qtbot.wait(100)
    pictures.stop()
    assert set(threading.enumerate()) <= threads


def test_only_pages_near_those_seen_are_ever_painted(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.resize(1200, 900)
    pane = shown(window, imported(window, booklet(40), tmp_path), qtbot)
    painted = set()
    pane.pictures.came.connect(lambda tile: painted.add(tile.page))
    pane.set_scroll_fraction(0.5)
    qtbot.waitUntil(lambda: whole(pane))
    seen = pane.seen_rows()
    assert painted <= set(range(seen.start - 2, seen.stop + 3))


def test_after_a_zoom_the_blurred_picture_stands_until_the_sharp_one_comes(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    pane = shown(window, imported(window, booklet(), tmp_path), qtbot)
    pane.viewport().grab()
    pane.set_zoom(140)
    image = pane.viewport().grab().toImage()
    assert not whole(pane)
    dark = sum(
        image.pixelColor(x, y).lightness() < 140
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )
    assert dark > 20
    qtbot.waitUntil(lambda: whole(pane))


def test_a_page_that_cannot_be_painted_is_told(pictures: Pictures, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pictures.opened):
        book = pictures.open(booklet())
    with qtbot.waitSignal(pictures.spoilt) as told:
        pictures.want(book, [Tile(book, 7, 600, 850, 0, 0)])
    assert told.args == [book, 7]


def test_closing_a_document_lets_go_of_its_pictures(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    pane = shown(window, imported(window, booklet(2), tmp_path), qtbot)
    kept = pane.pictures.kept
    assert kept.bytes > 0
    window.desk.reading.open(1)
    assert kept.bytes == 0


def test_closing_a_pane_lets_go_of_its_pictures(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    document_id = imported(window, booklet(2), tmp_path)
    window.desk.reading.split()
    kept = shown(window, document_id, qtbot).pictures.kept
    assert kept.bytes > 0
    window.desk.reading.close_pane()
    assert kept.bytes == 0


def test_the_program_ends_while_pages_are_being_painted() -> None:
    program = """
from PySide6.QtWidgets import QApplication
from desktop.pages.pictures import Pictures
from desktop.pages.tiles import Tile
from tests.desktop.printed import booklet
app = QApplication([])
pictures = Pictures()
pictures.opened.connect(lambda book, sizes: (pictures.want(book, wanted(book)), app.quit()))
def wanted(book):
    return [Tile(book, page, 4000, 5600, 0, row) for page in range(20) for row in range(5)]
pictures.open(booklet(20))
app.exec()
print("ended")
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr.replace("\n", "")) == (0, "ended\n", "")


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_places_of_words_lie_on_their_print_however_the_page_is_turned(
    turned: int, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    sheet = Sheet(turned=turned)
    sheet.lines(120, 200, wrapped(TARGET, 25))
    window.resize(1400, 1000)
    window.desk.ledgers.hide()
    pane = shown(window, imported(window, pdf(sheet), tmp_path), qtbot)
    image = pane.viewport().grab().toImage()
    lines = [place.translated(pane.left, -pane.to_flow(0)) for place in pane.flow.lines(0)]
    page = pane.leaf_place(0).adjusted(2, 2, -2, -2) & pane.viewport().rect()
    inked = [
        QPointF(x, y)
        for x in range(page.left(), page.right(), 2)
        for y in range(page.top(), page.bottom(), 2)
        if image.pixelColor(x, y).lightness() < 120
    ]
    on_lines = sum(any(line.adjusted(-2, -2, 2, 2).contains(spot) for line in lines) for spot in inked)
    assert len(inked) > 50
    assert on_lines >= 0.97 * len(inked)
