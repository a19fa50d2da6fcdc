"""The workbook's formulas, as LibreOffice computes them."""

import itertools
import shutil
import subprocess
import warnings
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from exporters import write
from exporters.report import TRACE_STATES, Report, ReportTrace
from tests.exporters.invented import REPORT, passage

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="not installed: soffice")

YEAR = {"period_from": date(2031, 1, 1), "period_to": date(2031, 12, 31)}
PROMISED = {"nature": "planned", **YEAR}
LATE, SOON = date.today() - timedelta(days=3), date.today() + timedelta(days=3)
TARGETS = (
    passage(21, 1, "target", "增长7%", 2100, indicator="增加值", value=7.0, unit="%", **PROMISED),
    passage(22, 2, "target", "增长7.7%", 2200, value=7.7, unit="%", nature="actual", **YEAR),
    passage(23, 1, "target", "收入130亿元", 2300, value=13e9, unit="元", **PROMISED),
    passage(24, 2, "target", "收入117亿元", 2400, value=11.7e9, unit="元", nature="actual", **YEAR),
    passage(25, 1, "target", "新增120家", 2500, value=120.0, unit="家", **PROMISED),
    passage(26, 2, "target", "新增一批", 2600, unit="批", nature="actual", **YEAR),
    passage(27, 1, "target", "增长零", 2700, value=0.0, unit="%", **PROMISED),
    passage(28, 1, "target", "增长8%", 2800, value=8.0, unit="%", **PROMISED),
)
TASKS = (
    passage(31, 1, "task", "甲", 3100, lead="市工业局", due_to=LATE, status="under_way"),
    passage(32, 1, "task", "乙", 3200, lead="市财政局、市工业局", due_to=LATE, status="done"),
    passage(33, 1, "task", "丙", 3300, lead="市工业局办公室", due_to=SOON),
)
TRACED = replace(
    REPORT,
    passages=(*TARGETS, *TASKS),
    traces=(
        ReportTrace(21, 22, "exceeded", 0.7),
        ReportTrace(23, 24, "missed", -1.3e9),
        ReportTrace(25, 26, "changed_scope"),
        ReportTrace(27, None, "not_reported"),
        ReportTrace(28, None, "open"),
    ),
)

Rows = Callable[[str], list[dict[str, Any]]]


def computed(report: Report, folder: Path, edit: Callable[[Workbook], None] = lambda book: None) -> Workbook:
    """The workbook of a report as LibreOffice saves it, every formula computed."""
    path = folder / "sheet.xlsx"
    write(report, path)
    book = load_workbook(path)
    edit(book)
    book.save(path)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = ["soffice", "--headless", profile, "--convert-to", "xlsx", "--outdir", folder / "saved", path]
    subprocess.run(office, check=True, capture_output=True, timeout=110)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".* extension is not supported")
        return load_workbook(folder / "saved" / path.name, data_only=True)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """With a target's number edited after the export: the tracker must follow."""

    def edit(book: Workbook) -> None:
        targets = book["目标"]
        heads = [cell.value for cell in targets[1]]
        (row,) = (row for row in targets.iter_rows(min_row=2) if row[heads.index("编号")].value == 25)
        row[heads.index("数值")].value = 150

    return computed(TRACED, tmp_path_factory.mktemp("formulas"), edit)


def rows(book: Workbook, title: str) -> list[dict[str, Any]]:
    heads, *body = book[title].iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in body if any(row)]


def test_no_formula_fails(book: Workbook) -> None:
    errors = [
        f"{s.title}!{c.coordinate}" for s in book.worksheets for row in s for c in row if c.data_type == "e"
    ]
    assert errors == []


def test_the_tracker_computes_gap_and_completion(book: Workbook) -> None:
    grown, earned, _firms, zero, _open = rows(book, "目标追踪")
    assert (grown["承诺值"], grown["报告值"], grown["年度"], grown["追踪结论"]) == (7, 7.7, 2031, "超额完成")
    assert grown["差额"] == pytest.approx(0.7)
    assert grown["完成率"] == pytest.approx(1.1)
    assert (earned["承诺值"], earned["差额"]) == (13e9, pytest.approx(-1.3e9))
    assert earned["完成率"] == pytest.approx(0.9)
    assert (zero["承诺值"], zero["报告值"] or None, zero["完成率"] or None) == (0, None, None)


def test_the_tracker_follows_the_ledger_and_compares_no_different_units(book: Workbook) -> None:
    firms = rows(book, "目标追踪")[2]
    assert firms["承诺值"] == 150
    assert [firms[head] or None for head in ("报告值", "差额", "完成率")] == [None, None, None]


def test_the_summary_counts_the_other_sheets(book: Workbook) -> None:
    cells = [
        [value for value in row if value is not None] for row in book["概览"].iter_rows(values_only=True)
    ]
    names, figures = next(pair for pair in itertools.pairwise(cells) if "承诺兑现率" in pair[0])
    assert dict(zip(names, figures, strict=True)) == {
        "文档": 2, "目标": 8, "任务": 3, "政策": 0, "承诺兑现率": 0.25, "未见报告": 1, "逾期任务": 1,
    }  # fmt: skip
    counted = {row[0]: row[1:] for row in cells if len(row) > 1}
    assert [counted[choice.zh] for choice in TRACE_STATES] == [[1], [0], [0], [1], [1], [1], [1]]
    assert counted["2031"] == [5, 3]
    assert (counted["推进中"], counted["已完成"], counted["未填"]) == ([1], [1], [1])
    assert (counted["市工业局"], counted["市财政局"], counted["市工业局办公室"]) == ([2], [1], [1])
    assert counted["2031年青禾市工业工作要点"] == [5, 3, 0]


def test_documents_count_their_passages(book: Workbook) -> None:
    assert [(row["目标"], row["任务"], row["政策"]) for row in rows(book, "文档")] == [(5, 3, 0), (3, 0, 0)]


def test_rows_lead_to_their_sources_and_back(book: Workbook) -> None:
    assert {row["出处"] for row in rows(book, "目标")} == {"查看"}
    sources = rows(book, "来源")
    assert {row["台账"] for row in sources} == {"查看"}
    assert [row["编号"] for row in sources][:2] == [21, 23]


HOSTILE = ["=1+1", "a'b\"c", "*", "<>甲", "甲&乙", "?", "长" * 300]


@pytest.mark.parametrize("texts", [HOSTILE])
def test_names_that_formulas_take_for_something_else_break_nothing(texts: list[str], tmp_path: Path) -> None:
    tasks = tuple(passage(n, 1, "task", text, n * 10, lead=text) for n, text in enumerate(texts, 1))
    titled = tuple(replace(REPORT.documents[0], id=n, title=text) for n, text in enumerate(texts, 1))
    odd = computed(replace(REPORT, documents=titled, passages=tasks), tmp_path)
    assert [row["任务"] for row in rows(odd, "文档")] == [len(texts), *[0] * (len(texts) - 1)]
    test_no_formula_fails(odd)


def test_what_formulas_give_is_written_with_them(tmp_path: Path) -> None:
    """For viewers that compute nothing: the same as LibreOffice computes."""
    write(TRACED, tmp_path / "kept.xlsx")
    kept = load_workbook(tmp_path / "kept.xlsx", data_only=True)
    formulas = load_workbook(tmp_path / "kept.xlsx")
    anew = computed(TRACED, tmp_path)
    places = [
        (sheet.title, cell.coordinate)
        for sheet in formulas.worksheets
        for row in sheet
        for cell in row
        if cell.data_type == "f"
    ]
    assert len(places) > 70
    for title, place in places:
        found, expected = kept[title][place].value, anew[title][place].value
        same = found == pytest.approx(expected) if isinstance(expected, int | float) else found == expected
        assert same, (title, place, formulas[title][place].value, found, expected)
