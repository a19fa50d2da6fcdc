"""Spreadsheets saved as text become tables."""

import csv
import re
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import importers
from db.models import Document
from importers.cells import delimiter, is_tabbed, table_pieces


def read(folder: Path, data: str, name: str = "目标.csv", encoding: str = "utf-8-sig") -> Document:
    (folder / name).write_bytes(data.encode(encoding))
    return importers.read(folder / name).document


def cells(document: Document) -> list[tuple[str, int, int, int, int]]:
    return [
        (document.text[block.start : block.end], block.row, block.column, block.row_span, block.column_span)
        for block in document.blocks
        if block.kind == "cell" and block.row is not None and block.column is not None
    ]


SHEET = """2026年主要目标表,,
指标,目标值,"牵头
单位"
增加值增速,"6%以上, 力争7%",经信局
一、绿色发展,,
绿化率,45.1%,="001"

注：目标值为预期性指标。,,
"""


def test_a_sheet_with_title_sections_and_notes(tmp_path: Path) -> None:
    found = read(tmp_path, SHEET)
    assert (found.title, found.reference_year, found.media_type) == ("2026年主要目标表", 2026, "text/csv")
    assert cells(found) == [
        ("指标", 0, 0, 1, 1),
        ("目标值", 0, 1, 1, 1),
        ("牵头单位", 0, 2, 1, 1),
        ("增加值增速", 1, 0, 1, 1),
        ("6%以上,力争7%", 1, 1, 1, 1),
        ("经信局", 1, 2, 1, 1),
        ("一、绿色发展", 2, 0, 1, 3),
        ("绿化率", 3, 0, 1, 1),
        ("45.1%", 3, 1, 1, 1),
        ("001", 3, 2, 1, 1),
    ]
    assert [block.kind for block in found.blocks if block.kind != "cell"] == ["title", "note"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-16"])
@pytest.mark.parametrize("mark", ["\t", ",", ";", "|"])
def test_any_delimiter_in_any_encoding(tmp_path: Path, mark: str, encoding: str) -> None:
    rows = [["指标", "2025年", "2026年"], ["工业增加值增速", "5%", "6%"], ["研发投入强度", "2.8%", "3%"]]
    found = read(tmp_path, "\r\n".join(mark.join(row) for row in rows), encoding=encoding)
    assert [text for text, *_ in cells(found)] == [text for row in rows for text in row]


def test_blanks_below_a_merged_first_column(tmp_path: Path) -> None:
    found = read(tmp_path, "类别,指标,值\n经济,增速,6%\n,投资,7%\n民生,就业,8\n")
    spans = [(text, rows) for text, _, column, rows, _ in cells(found) if column == 0]
    assert spans == [("类别", 1), ("经济", 2), ("民生", 1)]


def test_a_text_file_of_tabbed_lines_is_a_table(tmp_path: Path) -> None:
    found = read(tmp_path, "指标\t目标\n绿化率\t45.1%\n公园\t120个\n", "表.txt", "utf-16")
    assert [text for text, *_ in cells(found)] == ["指标", "目标", "绿化率", "45.1%", "公园", "120个"]


def test_a_text_with_a_tab_here_and_there_is_no_table() -> None:
    assert not is_tabbed("要点\n\t一、总体要求\n\t围绕产业升级。\n二、保障\n落实责任。\n甲\t乙\n")
    assert not is_tabbed("要点\n没有制表符。")
    assert not is_tabbed("\t一、总体要求\n\t围绕产业升级。\n\t二、保障\n\t落实责任。\n")
    assert not is_tabbed("")


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ('"十四五"规划,5', ['"十四五"规划', "5"]),
        ('落实"十四五"规划,5', ['落实"十四五"规划', "5"]),
        ('"落实""十四五""规划,做好收官",5', ['落实"十四五"规划,做好收官', "5"]),
        ('"落实"十四五"规划,做好收官","5"', ['落实"十四五"规划,做好收官', "5"]),
        ('"十四五"规划,"5"', ['"十四五"规划', "5"]),
        ('"十四五",""', ["十四五"]),
    ],
)
def test_quotes_around_a_cell_go_and_those_of_the_text_stay(
    tmp_path: Path, written: str, read_as: list[str]
) -> None:
    found = read(tmp_path, f"指标,值\n{written}\n绿化率,45%\n")
    assert [text for text, row, *_ in cells(found) if row == 1] == read_as


def test_a_quote_that_nothing_closes_swallows_no_row(tmp_path: Path) -> None:
    found = read(tmp_path, '指标,值\n"增速,6%\n绿化率,45%\n"公园,街道","12""个"\n')
    rows = [["指标", "值"], ['"增速', "6%"], ["绿化率", "45%"], ["公园,街道", '12"个']]
    assert [text for text, *_ in cells(found)] == [text for row in rows for text in row]


@given(st.lists(st.lists(st.text('甲1,"', min_size=1), min_size=2, max_size=3), min_size=1, max_size=4))
def test_what_a_spreadsheet_writes_is_read_as_it_was(rows: list[list[str]]) -> None:
    file = StringIO()
    csv.writer(file).writerows(rows)
    written = table_pieces(file.getvalue(), ",")
    assert [piece.text for piece in written] == [text for row in rows for text in row]


@given(st.text('甲乙1,"\r\n', max_size=40))
def test_however_quotes_stand_no_word_is_lost(text: str) -> None:
    words = "".join(piece.text for piece in table_pieces(text, ","))
    assert re.findall("[甲乙1]", words) == re.findall("[甲乙1]", text)


def test_lines_without_cells_are_paragraphs(tmp_path: Path) -> None:
    found = read(tmp_path, "只有一列\n没有表格\n")
    assert [block.kind for block in found.blocks if block.kind == "cell"] == []


def test_the_delimiter_is_the_mark_that_most_rows_share() -> None:
    assert delimiter("a;b;c\n1,5;2;3\n") == ";"
    assert delimiter("一列") == ","
