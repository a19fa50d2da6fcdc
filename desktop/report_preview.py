"""What a report will look like, beside the choices that make it: at a glance, or as true pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from desktop.dialog_parts import hint
from desktop.latest import Latest
from desktop.problem_box import sentence
from desktop.report_source import ExportRequest, Gathered, ReportSource
from desktop.tab_line import TabLine
from desktop.true_pages import TruePages, printed
from desktop.work import Tick
from exporters import Exporter

if TYPE_CHECKING:
    from exporters.report import Report

SOON = 250
"""Milliseconds after a change."""
MARGIN = 28
GLANCE, PAGES = 0, 1

Glance = Callable[["Report"], str]
SHEET = """
h1 { font-size: 17pt; color: #b3261e; text-align: center }
h2 { font-size: 13pt } h3 { font-size: 11.5pt } h4, h5 { font-size: 10.5pt }
p { font-size: 10.5pt; line-height: 135%; margin-top: 3px; margin-bottom: 5px }
table { border-collapse: collapse } td { font-size: 9pt; border: 1px solid #c9ced6 } sup { color: #1f4e79 }
"""


class ReportPreview(QWidget):
    """Follows the choices a moment later, and works behind the window; what came too late is left out.

    `request` gives what is asked for now, `glance` what turns its report into HTML, whose lines are broken
    where there is no more room if it `wraps`.
    """

    def __init__(
        self,
        source: ReportSource,
        exporter: Exporter,
        request: Callable[[], ExportRequest],
        glance: Callable[[], Glance],
        wraps: bool,
    ) -> None:
        super().__init__()
        self._source, self._exporter, self._request, self._glance = source, exporter, request, glance
        self._latest = Latest(source.home, self)
        self._latest.done.connect(self._show)
        self._latest.failed.connect(self._tell)
        self.tabs = TabLine("tabs")
        self.tabs.addTab(self.tr("At a glance"))
        self.browser = QTextBrowser()
        self.browser.setObjectName("preview")
        self.browser.setOpenLinks(False)
        self.browser.setPlaceholderText(self.tr("The preview is being made…"))
        self.browser.document().setDocumentMargin(MARGIN)
        self.browser.document().setDefaultStyleSheet(SHEET)
        if wraps:
            self.browser.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        else:
            self.browser.setLineWrapMode(QTextBrowser.LineWrapMode.NoWrap)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.browser)
        self.pages: TruePages | None = None
        if source.pictures is not None:
            self.tabs.addTab(self.tr("True pages"))
            self.pages = TruePages(source.pictures)
            self.stack.addWidget(self.pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        self.cut = hint("")
        self.cut.hide()
        column.addWidget(self.cut)
        self._timer = QTimer(self, singleShot=True, interval=SOON)
        self._timer.timeout.connect(self.refresh)
        self.tabs.currentChanged.connect(self._turn)

    @property
    def busy(self) -> bool:
        """Whether what is shown is about to change."""
        return self._timer.isActive() or self._latest.busy

    def refresh_soon(self) -> None:
        """The choices changed."""
        self._timer.start()

    def tell_cut(self, shown: int, documents: int) -> None:
        """Say that only so many of the documents are shown, where these are not all."""
        words = self.tr("The first {shown} of {documents} documents are shown here; the report has them all.")
        self.cut.setText(words.format(shown=f"{shown:,}", documents=f"{documents:,}"))
        self.cut.setVisible(shown < documents)

    def stop(self) -> None:
        """The choices are made: show nothing any more."""
        self._timer.stop()
        self._latest.stop()

    def refresh(self) -> None:
        """Show what is asked for now, once what is being made has ended."""
        self._timer.stop()
        if self._source.is_open:
            self._latest.ask(self._call())

    def _call(self) -> Callable[[Tick], object]:
        request = self._request()
        found = self._source.report(request)
        if self.stack.currentIndex() == PAGES:
            return partial(_printed, found, self._exporter, request)
        return partial(_glanced, found, request.title, self._glance())

    def _turn(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        if place == PAGES and self.pages is not None:
            self.pages.tell(self.tr("The pages are being made…"))
        self.refresh()

    def _show(self, made: object) -> None:
        if isinstance(made, bytes) and self.pages is not None:
            self.pages.show_pages(made)
        elif isinstance(made, str):
            bar = self.browser.verticalScrollBar()
            place = bar.value()
            self.browser.setHtml(made)
            bar.setValue(place)

    def _tell(self, error: Exception) -> None:
        if self.stack.currentIndex() == PAGES and self.pages is not None:
            self.pages.tell(sentence(error))
        else:
            self.browser.setPlainText(sentence(error))


def _glanced(found: Gathered, title: str, glance: Glance, tick: Tick) -> str:
    return glance(found.whole(title, tick))


def _printed(found: Gathered, exporter: Exporter, request: ExportRequest, tick: Tick) -> bytes:
    return printed(found.whole(request.title, tick), exporter, request.options, tick)
