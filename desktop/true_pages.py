"""The pages of a report as LibreOffice would print it, painted under each other."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from db.problems import Problem
from desktop.counted import counted
from desktop.pages.pictures import Pictures
from desktop.pages.tiles import Tile, tiles
from exporters import Exporter, Tick, write

if TYPE_CHECKING:
    from exporters.report import Report

MOST = 40
"""Pages that are shown."""
GAP = 12
"""Pixels around a page."""


class PagesNeedOffice(Problem):
    sentence = (
        "True pages are made by LibreOffice, which is not installed; the report can be written without it. "
        "Install LibreOffice to see its pages here."
    )


class PagesNotMade(Problem):
    sentence = (
        "LibreOffice did not turn the report into pages; the report can be written all the same. "
        "Open it in Word or WPS to see its pages."
    )


def printed(report: Report, exporter: Exporter, options: Any, tick: Tick) -> bytes:
    """The pages of a report as PDF, for a thread. PagesNeedOffice, PagesNotMade, what writing raises."""
    from importers import office

    if office.find() is None:
        raise PagesNeedOffice
    with TemporaryDirectory(prefix="cezhu-", ignore_cleanup_errors=True) as folder:
        target = Path(folder) / f"report{exporter.suffix}"
        write(report, target, exporter.name, tick, options)
        data = target.read_bytes()
    try:
        return office.printed(data, exporter.suffix, target.name)
    except Problem as problem:
        raise PagesNotMade from problem


class TruePages(QScrollArea):
    """A sentence, or pages as wide as there is room."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self.setObjectName("true_pages")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pictures, self._book = pictures, 0
        self.pages: list[QLabel] = []
        self._sizes: list[QSize] = []
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        pictures.opened.connect(self._lay_pages)
        pictures.came.connect(self._paint)
        self.tell(self.tr("The pages are being made…"))

    def tell(self, words: str) -> None:
        """Show a sentence in place of pages."""
        self._close()
        self.told.setText(words)
        column = self._emptied()
        column.addWidget(self.told)

    def show_pages(self, data: bytes) -> None:
        """Show the pages of a PDF."""
        self._close()
        self._book = self._pictures.open(data)

    def _close(self) -> None:
        if self._book:
            self._pictures.close(self._book)
        self._book = 0

    def _emptied(self) -> QVBoxLayout:
        self.told.setParent(None)
        self.pages = []
        inside = QWidget()
        inside.setObjectName("true_pages_inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        self.setWidget(inside)
        return column

    def _lay_pages(self, book: int, sizes: tuple[tuple[float, float], ...]) -> None:
        if book != self._book:
            return
        column, ratio = self._emptied(), self.devicePixelRatioF()
        across = round((self.viewport().width() - 2 * GAP) * ratio)
        self._sizes = [QSize(across, round(across * high / wide)) for wide, high in sizes[:MOST]]
        for size in self._sizes:
            picture = QPixmap(size)
            picture.fill(Qt.GlobalColor.white)
            picture.setDevicePixelRatio(ratio)
            page = QLabel()
            page.setPixmap(picture)
            self.pages.append(page)
            column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        if len(sizes) > MOST:
            more = self.tr("and {pages} more").format(pages=counted(len(sizes) - MOST, "page"))
            column.addWidget(QLabel(more), 0, Qt.AlignmentFlag.AlignHCenter)
        wanted = [
            tile
            for number, size in enumerate(self._sizes)
            for tile in tiles(book, number, size, QRect(0, 0, size.width(), size.height()))
        ]
        self._pictures.want(book, wanted)

    def _paint(self, tile: Tile) -> None:
        image = self._pictures.get(tile)
        if tile.book != self._book or image is None or tile.page >= len(self.pages):
            return
        picture = self.pages[tile.page].pixmap()
        ratio = picture.devicePixelRatio()
        picture.setDevicePixelRatio(1)
        painter = QPainter(picture)
        painter.drawImage(tile.place.topLeft(), image)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        self.pages[tile.page].setPixmap(picture)
