"""A target sheet read again: what was exported comes back as it was, whatever the values."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as some

from db.kinds import KINDS, Field
from exporters import returned_sheet, write
from exporters.report import ORDER, Report
from exporters.returned_problems import SheetUnreadable
from exporters.returned_values import as_read, names, same, value_of
from exporters.sheet_layout import PAGES, TargetSheet
from exporters.sheet_record import CHUNK, EDITABLE
from tests.exporters.invented import REPORT, passage, quoting

ANY_TEXT = some.text(some.characters(exclude_categories=[]), max_size=60)
BY_FORM: dict[str, some.SearchStrategy[Any]] = {
    "text": ANY_TEXT,
    "departments": ANY_TEXT,
    "number": some.floats(-1e300, 1e300),
    "date": some.dates(),
}


def values(field: Field) -> some.SearchStrategy[Any]:
    if field.choices:
        return some.none() | some.sampled_from([choice.value for choice in field.choices])
    return some.none() | BY_FORM[field.form]


def filled(kind: str) -> some.SearchStrategy[dict[str, Any]]:
    return some.fixed_dictionaries({field.name: values(field) for field in KINDS[kind].fields})


@settings(max_examples=25, phases=[Phase.explicit, Phase.generate])
@given(some.data(), some.sampled_from(ORDER), some.sampled_from(["zh", "en"]), ANY_TEXT)
def test_what_was_exported_comes_back(
    tmp_path_factory: pytest.TempPathFactory, data: Any, kind: str, language: str, note: str
) -> None:
    only = replace(passage(1, 1, kind, "甲", 0), fields=data.draw(filled(kind)), note=note)
    path = tmp_path_factory.mktemp("sheet") / "sheet.xlsx"
    write(replace(REPORT, passages=(only,), language=language), path)
    back = returned_sheet.read(path)
    (row,) = [row for row in back.rows if row.kind == kind]
    for field in EDITABLE[kind]:
        exported = as_read(field, back.record.lines[kind, 1].get(field.name))
        there = value_of(field, row.cell(field.name), row.cell("unit").text)
        assert same(field.form, there or None if field.form == "text" else there, exported), field.name


def written(report: Report, path: Path, options: TargetSheet | None = None) -> returned_sheet.ReturnedSheet:
    write(report, path, options=options)
    return returned_sheet.read(path)


def test_a_record_longer_than_a_cell_comes_back_whole(tmp_path: Path) -> None:
    back = written(quoting("长_x0041_" * 5_000), tmp_path / "sheet.xlsx")
    note = back.record.lines["target", 1]["note"]
    assert len(note) > CHUNK
    assert note.startswith("长_x0041_长")


def test_the_record_knows_project_language_and_sheets(tmp_path: Path) -> None:
    back = written(replace(REPORT, project="uid-1", kinds=("task",)), tmp_path / "sheet.xlsx")
    assert (back.record.project, back.record.language, back.record.kinds) == (
        "uid-1",
        "zh",
        ("task", "document"),
    )
    assert {kind for kind, _ in back.record.lines} == {"task", "document"}


def test_rows_know_their_places(tmp_path: Path) -> None:
    back = written(REPORT, tmp_path / "sheet.xlsx")
    first = next(row for row in back.rows if row.kind == "target")
    assert (first.place, first.cell("value").place) == ("目标!2", "目标!C2")
    assert back.remarks == ()


def test_columns_are_those_chosen_with_the_id_behind(tmp_path: Path) -> None:
    options = TargetSheet({"target": ("unit", "value", "unknown"), "policy": ("id", "name"), "task": ()})
    back = written(REPORT, tmp_path / "sheet.xlsx", options)
    assert back.columns["target"] == {"unit", "value", "id"}
    assert [field.name for field in options.fields(PAGES["target"])] == ["unit", "value", "id"]
    assert [field.name for field in options.fields(PAGES["policy"])] == ["id", "name"]
    assert options.fields(PAGES["task"]) == PAGES["task"].fields


def test_names_may_hold_what_stands_between_them() -> None:
    assert names("甲、乙, 丙；甲") == ("甲", "乙", "丙")
    assert names("企业、园区、投资", ["企业、园区", "投资"]) == ("企业、园区", "投资")
    assert names("") == ()


def test_days_before_the_calendar_of_excel_are_read_from_their_text(tmp_path: Path) -> None:
    old = passage(1, 1, "target", "甲", 0, period_to=date(1899, 12, 31))
    (row, _, _) = written(replace(REPORT, passages=(old,)), tmp_path / "sheet.xlsx").rows
    assert value_of(KINDS["target"].field("period_to"), row.cell("period_to")) == date(1899, 12, 31)


def test_a_swollen_workbook_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(returned_sheet, "LARGEST", 1_000_000)
    swollen = BytesIO()
    with ZipFile(swollen, "w", ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"\0" * 2_000_000)
    (tmp_path / "sheet.xlsx").write_bytes(swollen.getvalue())
    with pytest.raises(SheetUnreadable, match="2,000,000 B"):
        returned_sheet.read(tmp_path / "sheet.xlsx")
