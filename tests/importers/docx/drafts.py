"""Drafts of small documents, as the tests ask for them."""

from importers.docx import read
from importers.format import Draft, Options
from tests.importers.word_files import packed


def drafted(body: str, keep_line_breaks: bool = False, **parts: str) -> Draft:
    return read(packed(body, **parts), "方案.docx", Options(keep_line_breaks=keep_line_breaks))


def texts(body: str, **parts: str) -> list[str]:
    return [piece.text for piece in drafted(body, **parts).pieces]


def kinds(body: str, **parts: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in drafted(body, **parts).pieces]
