"""Text in pictures, recognised: by an engine made up here, and by the real one where it is installed."""

from difflib import SequenceMatcher
from types import SimpleNamespace
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from importers import Options, recognises_pictures
from importers.format import Draft
from importers.pdf import read as read_pdf
from importers.pdf import recognising
from tests.importers.pdf.invented import FIRST, SECOND
from tests.importers.pdf.paper import A4, Sheet, pdf, wrapped
from tests.importers.pdf.test_pictures import filled, scanned

SCALE = recognising.DPI / recognising.POINTS


def seen(*lines: tuple[float, float, str, float]) -> Any:
    """What the engine gives: corners in pixels, words and sureness of lines (left, top, words, sureness)."""
    boxes = [
        [(left * SCALE, top * SCALE), (right, top * SCALE), (right, down), (left * SCALE, down)]
        for left, top, words, _ in lines
        for right, down in [((left + 12 * len(words)) * SCALE, (top + 12) * SCALE)]
    ]
    texts, scores = [line[2] for line in lines], [line[3] for line in lines]
    return SimpleNamespace(boxes=boxes or None, txts=texts or None, scores=scores or None)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Answers for the pages to come."""
    answers: list[Any] = []
    monkeypatch.setattr(recognising, "_looked_at", lambda _bitmap: answers.pop(0))
    return answers


def read(*pages: Sheet) -> Draft:
    return read_pdf(pdf(*pages), "扫描.pdf", Options(recognise=True))


def test_a_scanned_page_becomes_text_in_paragraphs_and_says_so(engine: list[Any]) -> None:
    lines = wrapped(FIRST, 34, indent="") + wrapped(SECOND, 34, indent="")
    engine.append(
        seen(*((80, 80 + 20 * i, line, 0.99) for i, line in enumerate(lines)), (300, 700, "印", 0.2))
    )
    found = read(filled(scanned()))
    assert "".join(piece.text for piece in found.pieces) == FIRST + SECOND
    assert found.quality == {"pages": 1, "recognised_pages": 1}
    assert found.facts["recognised"] == [1]


def test_progress_is_told_after_each_page(engine: list[Any]) -> None:
    engine += [seen((80, 80, FIRST[:20], 0.99)), seen((80, 80, SECOND[:20], 0.99))]
    told: list[int] = []
    options = Options(recognise=True, progress=lambda: told.append(len(engine)))
    read_pdf(pdf(filled(scanned()), filled(scanned())), "扫描.pdf", options)
    assert told == [1, 0]


def test_what_is_recognised_has_its_place_on_the_page(engine: list[Any]) -> None:
    engine.append(seen((80, 80, "一、总体要求", 0.99), (80, 110, FIRST[:20], 0.99)))
    found = read(filled(scanned()))
    assert found.places is not None
    (spot,) = found.places.spots(0, 2)
    assert (spot.page, round(spot.left / 65535 * A4[0]), round(spot.top / 65535 * A4[1])) == (1, 80, 81)
    assert spot.right - spot.left == pytest.approx(24 / A4[0] * 65535, rel=0.02)


def test_a_picture_among_text_gives_way_to_its_words_and_the_text_stays(engine: list[Any]) -> None:
    sheet = Sheet()
    y = sheet.lines(80, 80, wrapped(FIRST, 34))
    sheet.picture(80, y + 10, 500, y + 210, scanned())
    sheet.lines(80, y + 230, wrapped(SECOND, 34))
    engine.append(seen((100, 82, "正文不重复", 0.99), (200, y + 60, "专栏1　重点工程", 0.98)))
    found = read(sheet)
    assert [piece.text for piece in found.pieces] == [FIRST, "专栏1重点工程", SECOND]


def test_a_picture_without_words_stays_marked(engine: list[Any]) -> None:
    engine.append(seen())
    found = read(filled(scanned()))
    assert [piece.text for piece in found.pieces] == ["[picture, page 1]"]
    assert found.quality["pages_without_text"] == 1


def test_pages_of_text_are_not_looked_at_again(engine: list[Any]) -> None:
    sheet = Sheet()
    sheet.lines(80, 80, wrapped(FIRST, 34))
    assert [piece.text for piece in read(sheet).pieces] == [FIRST]


@pytest.mark.skipif(not recognises_pictures(), reason="the extra for recognising text is not installed")
def test_the_real_engine_reads_a_page_that_was_painted() -> None:
    sheet = Sheet()
    sheet.lines(80, 80, wrapped(FIRST, 30), 14, 22)
    with PdfDocument(pdf(sheet)) as document:
        bitmap = document[0].render(scale=3, grayscale=True)
        rows, stride = bytes(bitmap.buffer), bitmap.stride
        pixels = [rows[y * stride : y * stride + bitmap.width] for y in range(bitmap.height)]
    found = read(filled(pixels))
    words = "".join(piece.text for piece in found.pieces)
    assert SequenceMatcher(None, words, FIRST).ratio() > 0.9
