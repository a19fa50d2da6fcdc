"""A real document, where it lies beside the repository."""

from pathlib import Path

import pytest

from importers import read

pytestmark = pytest.mark.shared


def test_the_document_agrees_with_its_pdf(shared: Path) -> None:
    found = sorted((shared / "real").glob("2026*.docx"))
    if not found:
        pytest.skip("the pair is not there")
    document = read(found[0]).document
    kinds = [block.kind for block in document.blocks]
    assert (document.title, kinds.count("title"), kinds.count("heading"), len(kinds)) == (
        "2026年中央一号文件",
        1,
        6,
        37,
    )
    other = read(found[0].with_suffix(".pdf")).document
    assert {line for line in document.text.split("\n") if line not in other.text} == set()
