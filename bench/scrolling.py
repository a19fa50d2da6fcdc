"""scroll: one page further in a document with 10,000 passages, against the bare text widget."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractScrollArea

from bench.material import LENGTH, blocks, places
from bench.measure import Result, alternate
from bench.screen import application, painted, plain_text, shown
from db.passages import Span
from desktop.document_pane import DocumentPane
from desktop.theme import reading_font

PASSAGES = 10_000
PAGES = 40


def measure() -> Iterator[Result]:
    application()
    text, stretches = blocks()
    pane, bare = DocumentPane(), plain_text(reading_font("", 13))
    spans = [Span(number, *place, "confirmed") for number, place in enumerate(places(stretches, PASSAGES), 1)]
    pane.show_document(1, text, stretches, spans)
    bare.setPlainText(text)
    shown(pane)
    shown(bare)
    medians = alternate(lambda run: page_down(pane, run), lambda run: page_down(bare, run), runs=PAGES)
    yield Result("scroll", f"a page among {PASSAGES:,} passages in {LENGTH:,} characters", *medians, goal=1.5)


def page_down(area: QAbstractScrollArea, page: int) -> float:
    """Goes to a page from the top, and times the painting of that page alone."""
    bar = area.verticalScrollBar()
    return painted(area, lambda: bar.setValue(page * bar.pageStep()))
