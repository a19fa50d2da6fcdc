"""The measures, on the real documents that may lie beside the repository."""

import re
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from importers import Options, docx, pdf
from importers.format import Draft, Piece
from importers.pdf.repair import repaired

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def files(shared: Path) -> list[Path]:
    return sorted((shared / "real").glob("*.pdf"))


def draft(path: Path) -> Draft:
    return pdf.read(path.read_bytes(), path.name, Options())


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def ends(pieces: list[Piece]) -> set[int]:
    """Where paragraphs end, in characters that are no white space."""
    found, length = set(), 0
    for piece in pieces:
        length += len(bare(piece.text))
        found.add(length)
    return found


def test_a_pdf_and_the_word_file_of_the_same_document_agree(files: list[Path]) -> None:
    pairs = [(path, path.with_suffix(".docx")) for path in files if path.with_suffix(".docx").exists()]
    assert pairs
    for printed_, written in pairs:
        one, other = draft(printed_).pieces, docx.read(written.read_bytes(), written.name, Options()).pieces
        texts = ["".join(bare(piece.text) for piece in pieces) for pieces in (one, other)]
        assert SequenceMatcher(None, *texts, autojunk=False).ratio() >= 0.999
        assert len(ends(one) & ends(other)) >= 0.95 * max(len(ends(one)), len(ends(other)))


def test_no_character_is_lost(files: list[Path]) -> None:
    for path in files:
        found = draft(path)
        document = PdfDocument(path)
        raw = Counter(bare(repaired("".join(page.get_textpage().get_text_range() for page in document))))
        read = Counter(bare("".join(piece.text for piece in found.pieces)))
        for line in found.facts.get("running_lines", []):
            read += Counter({character: count * len(document) for character, count in Counter(line).items()})
        first, last = found.facts.get("page_numbers", (1, 0))
        read += Counter("".join(map(str, range(first, last + 1))))
        assert (raw - read).total() <= 0.001 * raw.total(), path.name
