"""Tables of words as files."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from exporters import word_table
from exporters.problems import FolderMissing

HEADINGS = ["文档", "次数", "每万字"]
ROWS = [["=HYPERLINK(1)", 3, 2.5], ["计划", 1, None]]


def test_numbers_are_plain_and_formulas_guarded_in_csv(tmp_path: Path) -> None:
    word_table.write(tmp_path / "词.csv", "词频", HEADINGS, ROWS)
    data = (tmp_path / "词.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
    assert rows == [HEADINGS, ["'=HYPERLINK(1)", "3", "2.5"], ["计划", "1", ""]]


def test_a_sheet_keeps_numbers_as_numbers_and_text_as_text(tmp_path: Path) -> None:
    word_table.write(tmp_path / "词.xlsx", "词频", HEADINGS, ROWS)
    sheet = load_workbook(tmp_path / "词.xlsx").active
    assert sheet is not None and sheet.title == "词频" and sheet.freeze_panes == "A2"
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [HEADINGS, *ROWS]
    assert sheet["A2"].data_type == "s"
    assert sheet.auto_filter.ref == "A1:C3"


@pytest.mark.parametrize("name", ["词.csv", "词.xlsx"])
def test_an_empty_table_has_its_headings(tmp_path: Path, name: str) -> None:
    word_table.write(tmp_path / name, "词频", HEADINGS, [])
    assert (tmp_path / name).stat().st_size > 0


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        word_table.write(tmp_path / "no" / "词.csv", "词频", HEADINGS, ROWS)
