"""The real pages beside the repository."""

from datetime import date
from pathlib import Path

import pytest

import importers

pytestmark = pytest.mark.shared


def test_a_page_with_a_false_charset_is_read_as_the_page_itself(shared: Path) -> None:
    lying, honest = (next((shared / "real").glob(f"*{mark}.html")) for mark in ("2018-126", "5355837"))
    one, other = importers.read(lying).document, importers.read(honest).document
    assert (one.text, len(one.blocks)) == (other.text, len(other.blocks))


def test_properties_from_the_table_above_the_text(shared: Path) -> None:
    found = importers.read(next((shared / "real").glob("*5350734.html"))).document
    assert (found.issuer, found.number) == ("国务院办公厅", "国办发〔2018〕121号")
    assert (found.issued, found.published) == (date(2018, 12, 11), date(2018, 12, 21))
    assert (found.text[:6], found.text[-9:]) == ("国务院办公厅", "\n（此件公开发布）")


def test_the_table_of_the_annex_is_whole(shared: Path) -> None:
    found = importers.read(next((shared / "real").glob("*5355837.html"))).document
    cells = [block for block in found.blocks if block.kind == "cell"]
    numbers = [found.text[cell.start : cell.end] for cell in cells if cell.column == 0 and cell.row]
    assert [number for number in numbers if number.isdigit()] == [
        str(i)
        for i in (*range(1, 15), *range(21, 24))  # six were not made public
    ]
    assert {cell.column_span for cell in cells} == {1, 5}
    assert "扫一扫" not in found.text
