"""The ledgers as CSV and as JSON Lines: what is written is what is read back."""

import csv
import json
from dataclasses import replace
from datetime import datetime
from io import BytesIO, StringIO
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters import ledger_csv, ledger_jsonl
from exporters.ledger_csv import GUARDED, guarded
from exporters.plain import number, plain
from exporters.report import Report
from exporters.sheet_text import FORMULA_STARTS
from tests.exporters.handed import AT, BARE, ENGLISH, PLAN, WHOLE


def written(module: ModuleType, report: Report) -> bytes:
    stream = BytesIO()
    module.write(report, stream, lambda done, total: None)
    return stream.getvalue()


def rows(report: Report) -> list[dict[str, str]]:
    text = written(ledger_csv, report).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def records(report: Report) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(ledger_jsonl, report).splitlines()]


def of_kind(kind: str, report: Report = WHOLE) -> Report:
    return replace(report, kinds=(kind,))


def test_excel_is_told_that_the_table_is_utf_8() -> None:
    assert written(ledger_csv, WHOLE).startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in written(ledger_csv, WHOLE)


def test_one_kind_has_the_columns_of_its_ledger() -> None:
    first, *_ = rows(of_kind("target"))
    assert list(first)[:4] == ["指标", "比较", "数值", "上限"]
    assert (first["指标"], first["比较"], first["数值"], first["时期止"]) == (
        "规模以上工业增加值",
        "约",
        "7",
        "2031-12-31",
    )
    assert (first["备注"], first["修改时间"], first["编号"]) == (
        "去年为6.8%\n待核实",
        "2032-03-01 09:30",
        "1",
    )


def test_several_kinds_stand_in_one_table_each_with_its_own_columns() -> None:
    found = rows(WHOLE)
    assert len(found) == 8
    assert {row["类别"] for row in found} == {"目标", "任务", "政策"}
    task = next(row for row in found if row["编号"] == "7")
    assert (task["任务·进展"], task["目标·数值"], task["原文"]) == ("推进中", "", "方案》，落实")


def test_headings_and_choices_follow_the_language() -> None:
    row = next(row for row in rows(ENGLISH) if row["Id"] == "7")
    assert (row["Kind"], row["Task·Status"]) == ("Task", "under way")


def test_large_numbers_are_written_in_full_and_negative_ones_unguarded() -> None:
    values = {row["编号"]: row["数值"] for row in rows(of_kind("target"))}
    assert values["2"] == "1370000000000"
    assert values["4"] == "-5"


def test_words_that_look_like_a_formula_stay_words() -> None:
    row = next(row for row in rows(WHOLE) if row["编号"] == "3")
    assert row["原文"].startswith("'=1+1<script>")
    assert next(row for row in rows(WHOLE) if row["编号"] == "6")["备注"] == "'@李工：核对"


def test_the_guard_covers_what_the_target_sheet_marks_as_text() -> None:
    assert set(FORMULA_STARTS) <= set(GUARDED)


@given(st.text())
def test_whoever_takes_the_guard_off_has_the_text_as_it_was(text: str) -> None:
    kept = guarded(text)
    assert not kept.startswith(tuple(start for start in GUARDED if start != "'"))
    assert (kept[1:] if kept.startswith("'") and kept[1:].startswith(GUARDED) else kept) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_reads_back_as_itself(value: float) -> None:
    assert float(number(value)) == value
    assert "e" not in number(value)


def test_values_as_programs_read_them() -> None:
    assert [plain(value) for value in (None, 3, 0.5, AT, AT.date(), "甲")] == [
        "",
        "3",
        "0.5",
        "2032-03-01 09:30",
        "2032-03-01",
        "甲",
    ]


def test_a_record_holds_a_passage_with_all_that_is_known_of_it() -> None:
    record = next(record for record in records(WHOLE) if record["id"] == 2)
    assert PLAN[record["start"] : record["end"]] == record["quote"] == "𠮷林路企业新增120家"
    assert PLAN.endswith(record["suffix"]) is False
    assert record["prefix"] + record["quote"] + record["suffix"] in PLAN
    assert record["fields"] == {"value": 1.37e12, "unit": "家"}
    assert record["labels"] == [{"name": "企业", "path": ["经济", "企业"], "colour": "#993333"}]
    assert record["document"]["sha256"] == "a" * 64
    assert record["document"]["issued"] == "2031-02-18"
    assert datetime.fromisoformat(record["changed"]).astimezone() == AT.astimezone()


def test_records_of_all_kinds_have_the_same_keys() -> None:
    assert len({tuple(record) for record in records(WHOLE)}) == 1


def test_a_passage_has_the_same_name_in_every_export_and_another_in_another_project() -> None:
    again = replace(WHOLE, title="又一次", made=AT.date())
    assert [r["uid"] for r in records(again)] == [r["uid"] for r in records(WHOLE)]
    other = replace(WHOLE, project="00000000-0000-4000-8000-000000000002")
    assert {r["uid"] for r in records(other)}.isdisjoint(r["uid"] for r in records(WHOLE))


@pytest.mark.parametrize("odd", ["\ud800半", "\x00\x1f", "行\u2028末", '"引号"\\'])
def test_any_character_stays_on_its_line(odd: str) -> None:
    changed = replace(WHOLE.passages[0], note=odd)
    report = replace(WHOLE, passages=(changed,))
    assert [record["note"] for record in records(report)] == [odd]


def test_nothing_tagged_is_a_table_of_headings_and_a_file_without_lines() -> None:
    assert rows(BARE) == []
    assert written(ledger_jsonl, BARE) == b""
