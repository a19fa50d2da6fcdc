"""A target sheet goes out, is edited, and comes back."""

import pickle
import shutil
import subprocess
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import exporters
from db import documents, labels, ledgers, passages
from db.kinds import KINDS
from db.store import Store
from exporters import returned_problems as told
from exporters import returned_sheet
from exporters.sheet_layout import TargetSheet
from tests.db.invented import PLAN, REPORT, store_document, tag
from workbench import lexicon, returning
from workbench.commands_return import take_back
from workbench.gather import gather
from workbench.returned_rows import Difference

GROWTH, FIRMS, DONE, TASK, POLICY = 1, 2, 3, 4, 5
"""Ids of the passages."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A project of a plan (1) and a report (2) with passages of every kind."""
    with Store.create(tmp_path / "工业.cezhu", author="王敏") as store:
        for text in (PLAN, REPORT):
            store_document(store, text)
        of = KINDS["target"].detail
        year = {"period_from": date(2031, 1, 1), "period_to": date(2031, 12, 31)}
        growth = of(indicator="工业增加值", value=7.0, unit="%", comparator="≈", nature="planned", **year)
        tag(store, "增长7%左右", detail=growth, note="=1+1\n_x0041_")
        tag(
            store,
            "新增高新技术企业120家",
            detail=of(indicator="高新技术企业", value=120.0, unit="家", nature="planned"),
        )
        tag(
            store, "高新技术企业新增131家", document_id=2, detail=of(value=13.7e9, unit="元", nature="actual")
        )
        task = KINDS["task"].detail(
            action="建成𠮷林路数字工厂", lead="技改处, 市财政局", due_to=date(2031, 6, 30)
        )
        tag(store, "建成𠮷林路数字工厂", "task", detail=task)
        tag(store, "《青禾市智能制造行动方案》", "policy", detail=KINDS["policy"].detail(form="titled"))
        with store.step("label") as session:
            for name in ("企业、园区", "投资"):
                labels.add(session, name, "#336699")
            labels.put(session, 1, [GROWTH])
        yield store


@pytest.fixture
def sheet(store: Store, tmp_path: Path) -> Path:
    path = tmp_path / "目标表.xlsx"
    exporters.write(gather(store, form="target_sheet"), path)
    return path


@pytest.fixture(autouse=True)
def _unwarned() -> Iterator[None]:
    """What openpyxl itself says of parts it does not know, when these tests edit with it."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".* extension is not supported")
        yield


def edited(path: Path, edit: Callable[[Workbook], object]) -> Path:
    book = load_workbook(path)
    edit(book)
    book.save(path)
    return path


def column(sheet: Worksheet, heading: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == heading)


def cell(sheet: Worksheet, id_: int, heading: str) -> Any:
    ids = column(sheet, "编号")
    row = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, ids).value == id_)
    return sheet.cell(row, column(sheet, heading))


def put(path: Path, id_: int, heading: str, value: Any, title: str = "目标", shown: str = "") -> str:
    """Writes a value into the cell of a passage; its place."""
    book = load_workbook(path)
    changed = cell(book[title], id_, heading)
    changed.value = value
    changed.number_format = shown or changed.number_format
    book.save(path)
    return f"{title}!{changed.coordinate}"


def add_row(path: Path, title: str = "目标", **values: Any) -> None:
    def append(book: Workbook) -> None:
        row = book[title].max_row + 1
        for heading, value in values.items():
            book[title].cell(row, column(book[title], heading), value)

    edited(path, append)


def named(differences: tuple[Difference, ...] | list[Difference]) -> list[tuple[Any, ...]]:
    return [(d.change, d.id, d.field.name if d.field else None, d.there) for d in differences]


def field_of(store: Store, id_: int, name: str) -> Any:
    with store.read() as session:
        passage = passages.get(session, id_)
    return getattr(passage if name in ("note", "state") else passage.detail, name)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_unedited_sheet_has_no_difference(store: Store, tmp_path: Path, language: str) -> None:
    path = tmp_path / "sheet.xlsx"
    exporters.write(gather(store, form="target_sheet", language=language), path)
    compared = returning.compare(store, path)
    assert compared == returning.Comparison((), (), language)


def test_a_sheet_with_a_few_columns_has_no_difference_in_the_others(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "目标表.xlsx"
    options = TargetSheet({"target": ("value", "indicator"), "task": ("quote",)})
    exporters.write(gather(store, form="target_sheet"), path, options=options)
    assert [head.value for head in load_workbook(path)["目标"][1]] == ["数值", "指标", "编号"]
    assert returning.compare(store, path) == returning.Comparison((), ())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="not installed: soffice")
def test_an_unedited_sheet_has_no_difference_through_libreoffice(
    store: Store, sheet: Path, tmp_path: Path
) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    office = ["soffice", "--headless", profile, "--convert-to", "xlsx", "--outdir", tmp_path / "saved", sheet]
    subprocess.run(office, check=True, capture_output=True, timeout=110)
    saved = tmp_path / "saved" / sheet.name
    assert returning.compare(store, saved) == returning.Comparison((), ())
    put(saved, FIRMS, "数值", 150)
    assert named(returning.differences(store, saved)) == [("there", FIRMS, "value", 150.0)]
    computed = load_workbook(saved, data_only=True)
    errors = [c.coordinate for s in computed.worksheets for row in s for c in row if c.data_type == "e"]
    assert errors == []


def test_what_changed_there_is_taken_over_in_one_step(store: Store, sheet: Path) -> None:
    place = put(sheet, FIRMS, "数值", 150)
    put(sheet, FIRMS, "备注", "经复核")
    put(sheet, TASK, "进展", "已完成", "任务台账")
    put(sheet, POLICY, "状态", "已否决", "政策")
    found = returning.differences(store, sheet)
    assert (found[1].cell, found[1].exported, found[1].here, found[1].there) == (place, 120.0, 120.0, 150.0)
    assert found[1].quote == "新增高新技术企业120家"
    assert sorted(named(found), key=str) == [
        ("there", FIRMS, "note", "经复核"),
        ("there", FIRMS, "value", 150.0),
        ("there", TASK, "status", "done"),
        ("there", POLICY, "state", "rejected"),
    ]
    assert returning.apply(store, found) == 4
    assert [field_of(store, FIRMS, name) for name in ("value", "note")] == [150.0, "经复核"]
    assert (field_of(store, TASK, "status"), field_of(store, POLICY, "state")) == ("done", "rejected")
    assert returning.differences(store, sheet) == []
    undone = store.undo()
    assert undone is not None and undone.verb == "take back sheet"
    assert [field_of(store, FIRMS, name) for name in ("value", "note")] == [120.0, ""]


def test_only_what_is_chosen_is_taken_over(store: Store, sheet: Path) -> None:
    put(sheet, FIRMS, "数值", 150)
    put(sheet, GROWTH, "数值", 8)
    returning.apply(store, [d for d in returning.differences(store, sheet) if d.id == GROWTH])
    assert (field_of(store, GROWTH, "value"), field_of(store, FIRMS, "value")) == (8.0, 120.0)


def test_what_changed_in_the_project_is_told_from_a_conflict(store: Store, sheet: Path) -> None:
    put(sheet, GROWTH, "数值", 8)
    put(sheet, FIRMS, "单位", "户")
    with store.step("set field") as session:
        passages.set_field(session, [GROWTH], "value", 9.0)
        passages.set_field(session, [GROWTH], "note", "已核")
        passages.set_field(session, [FIRMS], "unit", "户")
    found = returning.differences(store, sheet)
    assert [(d.change, d.field and d.field.name, d.exported, d.here, d.there) for d in found] == [
        ("both", "value", 7.0, 9.0, 8.0),
        ("here", "note", "=1+1\n_x0041_", "已核", "=1+1\n_x0041_"),
    ]


def test_rows_sorted_columns_moved_renamed_and_added_do_no_harm(store: Store, sheet: Path) -> None:
    def rearrange(book: Workbook) -> None:
        targets = book["目标"]
        rows = [[c.value for c in row] for row in targets.iter_rows()]
        heads = rows[0]
        order = [*reversed(range(len(heads)))]
        moved = [[row[place] for place in order] for row in [heads, *reversed(rows[1:])]]
        targets.delete_rows(1, targets.max_row)
        targets.append(["各处室请于周五前反馈"])
        for number, row in enumerate(moved):
            targets.append([*row, "核对" if number == 0 else "是"])
            for written in targets[targets.max_row]:
                written.data_type = "s" if str(written.value).startswith("=1") else written.data_type
        targets.column_dimensions["C"].hidden = True
        targets.row_dimensions[3].hidden = True

    edited(sheet, rearrange)
    compared = returning.compare(store, sheet)
    assert compared.differences == ()
    (remark,) = compared.remarks
    assert isinstance(remark, told.ColumnUnknown) and "核对" in str(remark)


def test_a_renamed_heading_and_a_renamed_sheet_are_still_known(store: Store, sheet: Path) -> None:
    def rename(book: Workbook) -> None:
        targets = book["目标"]
        cell(targets, FIRMS, "数值").value = 150
        targets.cell(1, column(targets, "数值")).value = "目标值（修订）"
        targets.title = "目标修订"
        for name in book.defined_names.values():
            name.attr_text = name.attr_text.replace("'目标'!", "'目标修订'!").replace("目标!", "目标修订!")

    edited(sheet, rename)
    compared = returning.compare(store, sheet)
    assert named(compared.differences) == [("there", FIRMS, "value", 150.0)]
    assert compared.remarks == ()


@pytest.mark.parametrize(
    ("id_", "heading", "written", "shown", "value"),
    [
        (FIRMS, "数值", "1,200", "", 1200.0),
        (FIRMS, "数值", "1.2万", "", 12000.0),
        (FIRMS, "数值", "１.３亿家", "", 1.3e8),
        (FIRMS, "数值", "1 200 家", "", 1200.0),
        (GROWTH, "数值", "8%", "", 8.0),
        (GROWTH, "数值", 0.085, "0.0%", 8.5),
        (GROWTH, "时期止", "2032/6/30", "", date(2032, 6, 30)),
        (GROWTH, "时期止", "2032年6月", "", date(2032, 6, 30)),
        (GROWTH, "时期起", "2032年6月", "", date(2032, 6, 1)),
        (GROWTH, "时期止", 2032, "General", date(2032, 12, 31)),
        (GROWTH, "时期止", "2032年底", "", date(2032, 12, 31)),
        (GROWTH, "时期止", 20320630, "General", date(2032, 6, 30)),
        (GROWTH, "时期止", 48000, "General", date(2031, 6, 1)),
        (GROWTH, "时期止", datetime(2032, 6, 30, 12), "", date(2032, 6, 30)),
        (GROWTH, "比较", "≥", "", ">="),
        (GROWTH, "比较", " 不低于 ", "", ">="),
        (GROWTH, "性质", "ACTUAL", "", "actual"),
        (GROWTH, "指标", 5, "", "5"),
        (GROWTH, "指标", None, "", None),
        (GROWTH, "单位", "", "", None),
    ],
)  # fmt: skip
def test_cells_are_read_as_people_and_programs_write_them(
    store: Store, sheet: Path, id_: int, heading: str, written: Any, shown: str, value: Any
) -> None:
    put(sheet, id_, heading, written, shown=shown)
    differences = returning.differences(store, sheet)
    assert [difference.there for difference in differences] == [value]
    returning.apply(store, differences)
    assert returning.differences(store, sheet) == []


def test_a_value_written_another_way_is_no_difference(store: Store, sheet: Path) -> None:
    put(sheet, GROWTH, "数值", 0.07, shown="0%")
    assert returning.compare(store, sheet) == returning.Comparison((), ())


@pytest.mark.parametrize(
    ("heading", "written", "shown", "remark"),
    [
        ("数值", "大概", "", told.NoNumber),
        ("数值", True, "", told.NoNumber),
        ("数值", 0.5, "0%", told.NoPercentage),
        ("数值", "50%", "", told.NoPercentage),
        ("时期止", "年底", "", told.NoDate),
        ("时期止", "2032-02-30", "", told.NoDate),
        ("性质", "也许", "", told.NoChoice),
        ("状态", None, "", told.NoChoice),
        ("原文", "别的话", "", told.QuoteKept),
    ],
)
def test_what_says_nothing_is_told_by_its_cell_and_left_out(
    store: Store, sheet: Path, heading: str, written: Any, shown: str, remark: type
) -> None:
    place = put(sheet, FIRMS, heading, written, shown=shown)
    compared = returning.compare(store, sheet)
    assert compared.differences == ()
    assert [type(found) for found in compared.remarks] == [remark]
    assert str(compared.remarks[0]).startswith(place)


def test_a_number_that_is_none_is_told_in_words(store: Store, sheet: Path) -> None:
    put(sheet, FIRMS, "数值", "大概")
    assert str(returning.compare(store, sheet).remarks[0]) == "目标!C3: “大概” is no number; it was left out."


def test_labels_are_put_on_and_taken_off(store: Store, sheet: Path) -> None:
    put(sheet, GROWTH, "标签", None)
    put(sheet, FIRMS, "标签", "投资")
    returning.apply(store, returning.differences(store, sheet))
    with store.read() as session:
        on = {id_: [label.name for label in passages.get(session, id_).labels] for id_ in (GROWTH, FIRMS)}
    assert on == {GROWTH: [], FIRMS: ["投资"]}


def test_a_label_that_the_project_has_not_is_told_and_made_in_the_same_step(
    store: Store, sheet: Path
) -> None:
    put(sheet, GROWTH, "标签", "企业、园区、重点，督查")
    add_row(sheet, 文档="1", 原文="支持１５家企业", 标签="督查")
    known, new = returning.differences(store, sheet)
    assert (known.there, known.new_labels) == (("企业、园区", "重点", "督查"), ("重点", "督查"))
    assert new.new_labels == ("督查",)
    returning.apply(store, [known, new])
    with store.read() as session:
        assert [label.name for label in labels.tree(session)] == ["企业、园区", "投资", "重点", "督查"]
        named = {row.quote: set(row.labels) for row in ledgers.rows(session, "target") if row.labels}
    assert named == {"增长7%左右": {"企业、园区", "重点", "督查"}, "支持１５家企业": {"督查"}}
    store.undo()
    with store.read() as session:
        assert [label.name for label in labels.tree(session)] == ["企业、园区", "投资"]


def test_a_label_of_which_there_are_several_is_left_out(store: Store, sheet: Path) -> None:
    with store.step("label") as session:
        labels.add(session, "投资", "#336699", 1)
    place = put(sheet, FIRMS, "标签", "投资")
    compared = returning.compare(store, sheet)
    assert compared.differences == ()
    assert [str(remark) for remark in compared.remarks] == [
        f"{place}: there are several labels named “投资” in the project; it was left out."
    ]


def test_properties_of_documents_are_taken_over(store: Store, sheet: Path) -> None:
    put(sheet, 1, "发文机关", "青禾市工业局", "文档")
    put(sheet, 1, "年度", 2031, "文档")
    put(sheet, 2, "标题", None, "文档")
    compared = returning.compare(store, sheet)
    assert [type(remark) for remark in compared.remarks] == [told.TitleNeeded]
    returning.apply(store, compared.differences)
    with store.read() as session:
        plan = documents.shelf(session)[0]
    assert (plan.issuer, plan.reference_year) == ("青禾市工业局", 2031)


def test_a_removed_row_is_told_and_taken_over_only_by_choice(store: Store, sheet: Path) -> None:
    edited(sheet, lambda book: book["目标"].delete_rows(3))
    (removed,) = returning.differences(store, sheet)
    assert (removed.change, removed.id, removed.cell) == ("removed", FIRMS, "")
    assert removed.change not in returning.TAKEN
    returning.apply(store, [removed])
    with store.read() as session:
        assert passages.standing(session, [GROWTH, FIRMS]) == [GROWTH]
    store.undo()
    assert field_of(store, FIRMS, "value") == 120.0


def test_a_removed_sheet_removes_nothing(store: Store, sheet: Path) -> None:
    edited(sheet, lambda book: book.remove(book["目标"]))
    compared = returning.compare(store, sheet)
    assert compared.differences == ()
    assert [type(remark) for remark in compared.remarks] == [told.SheetAbsent]


def test_a_sheet_without_its_ids_is_left_out(store: Store, sheet: Path) -> None:
    edited(sheet, lambda book: book["目标"].delete_cols(column(book["目标"], "编号")))
    compared = returning.compare(store, sheet)
    assert compared.differences == ()
    assert [type(remark) for remark in compared.remarks] == [told.NoIds]


def test_a_new_row_is_tagged_where_its_quote_stands(store: Store, sheet: Path) -> None:
    title = "青禾市工业局2031年工作计划"
    add_row(sheet, 文档=f"《{title}》", 原文="支持１５家企业", 单位="户", 备注="补充", 标签="投资")
    (new,) = returning.differences(store, sheet)
    assert (new.change, new.id, new.cell, new.quote) == ("new", None, "目标!5", "支持１５家企业")
    returning.apply(store, [new])
    with store.read() as session:
        (added,) = [row for row in ledgers.rows(session, "target") if row.quote == "支持１５家企业"]
    values = dict(zip([f.name for f in KINDS["target"].fields], added.fields, strict=True))
    assert PLAN[added.start : added.end] == "支持１５家企业"
    assert (values["value"], values["unit"], added.note, added.labels) == (15.0, "户", "补充", ("投资",))
    compared = returning.compare(store, sheet)
    assert compared.differences == ()
    assert [type(remark) for remark in compared.remarks] == [told.RowKnown]
    store.undo()
    assert named(returning.differences(store, sheet)) == named([new])


@pytest.mark.parametrize(
    ("values", "remark"),
    [
        ({"文档": "1", "原文": "工业"}, told.QuoteRepeated),
        ({"文档": "1", "原文": "农业"}, told.QuoteNotFound),
        ({"文档": "别的文件", "原文": "工业"}, told.DocumentNotFound),
        ({"文档": "1"}, told.NoPlace),
        ({"指标": "合计"}, told.NoPlace),
        ({"编号": 77, "原文": "工业"}, told.IdUnknown),
        ({"编号": GROWTH, "原文": "增长7%左右"}, told.IdTwice),
    ],
)
def test_a_new_row_without_a_place_is_told(
    store: Store, sheet: Path, values: dict[str, Any], remark: type
) -> None:
    add_row(sheet, **values)
    compared = returning.compare(store, sheet)
    assert compared.differences == ()
    assert [type(found) for found in compared.remarks] == [remark]


def test_a_new_row_is_read_with_the_words_of_the_project(store: Store, sheet: Path) -> None:
    lexicon.add_term(store, "家企业", "unit")
    add_row(sheet, 文档="青禾市工业局2031年工作计划", 原文="支持１５家企业")
    returning.apply(store, returning.differences(store, sheet))
    with store.read() as session:
        units = {row.quote: row.fields[4] for row in ledgers.rows(session, "target")}
    assert units["支持１５家企业"] == "家企业"


def test_a_passage_removed_here_is_told_where_its_row_was_edited(store: Store, sheet: Path) -> None:
    put(sheet, FIRMS, "数值", 150)
    with store.step("untag") as session:
        passages.untag(session, [FIRMS, DONE])
    compared = returning.compare(store, sheet)
    assert compared.differences == ()
    assert [type(remark) for remark in compared.remarks] == [told.PassageGone]


def test_a_difference_of_a_passage_gone_meanwhile_is_passed_over(store: Store, sheet: Path) -> None:
    put(sheet, FIRMS, "数值", 150)
    found = returning.differences(store, sheet)
    with store.step("untag") as session:
        passages.untag(session, [FIRMS])
    returning.apply(store, found)
    assert returning.differences(store, sheet) == []


def test_a_workbook_of_another_project_is_refused(sheet: Path, tmp_path: Path) -> None:
    with (
        Store.create(tmp_path / "别的.cezhu") as other,
        pytest.raises(told.OtherProject, match="another project"),
    ):
        returning.compare(other, sheet)


def test_a_copy_of_the_project_takes_the_sheet_back(store: Store, sheet: Path, tmp_path: Path) -> None:
    store.close()
    shutil.copy(store.path, tmp_path / "副本.cezhu")
    with Store.open(tmp_path / "副本.cezhu") as copy:
        assert returning.differences(copy, sheet) == []


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def drop_record(path: Path) -> None:
    edited(path, lambda book: book.remove(book["cezhu"]))


def tamper(path: Path) -> None:
    def change(book: Workbook) -> None:
        row = book["cezhu"][2]
        row[0].value = str(row[0].value).replace("120", "121").replace("7.0", "8.0")

    edited(path, change)


def shorten(path: Path) -> None:
    edited(path, lambda book: book["cezhu"].delete_rows(2))


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (truncate, told.SheetUnreadable),
        (lambda path: path.write_bytes(b""), told.SheetUnreadable),
        (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 64), told.SheetSealed),
        (lambda path: path.unlink(), told.SheetMissing),
        (drop_record, told.NotATargetSheet),
        (tamper, told.RecordDamaged),
        (shorten, told.RecordDamaged),
    ],
)
def test_a_damaged_or_foreign_workbook_is_refused(
    store: Store, sheet: Path, spoil: Callable[[Path], object], problem: type[Exception]
) -> None:
    spoil(sheet)
    with pytest.raises(problem, match="nothing was changed"):
        returning.compare(store, sheet)


def returned(*arguments: object) -> str:
    done = CliRunner().invoke(take_back, [str(argument) for argument in arguments])
    assert done.exit_code == 0, done.output
    return str(done.output)


def test_the_command_line_lists_and_takes_back(store: Store, sheet: Path) -> None:
    put(sheet, FIRMS, "数值", 150)
    put(sheet, GROWTH, "数值", "大概")
    edited(sheet, lambda book: book["政策"].delete_rows(2))
    listed = returned(store.path, sheet)
    assert "there    目标!C3  数值: 120 → 150  “新增高新技术企业120家”" in listed
    assert "removed  5  “《青禾市智能制造行动方案》”" in listed
    assert "“大概” is no number" in listed
    assert "2 differences, 0 taken over" in listed
    store.close()
    assert "2 differences, 1 taken over" in returned(store.path, sheet, "--take", "there")
    with Store.look(store.path) as again:
        assert [d.change for d in returning.differences(again, sheet)] == ["removed"]


def test_reading_a_sheet_tells_how_far_it_is_and_can_be_stopped(store: Store, sheet: Path) -> None:
    told_: list[tuple[int, int]] = []
    add_row(sheet, 备注="新")
    returning.compare(store, sheet, lambda done, total: told_.append((done, total)))
    assert told_[0] == (0, 7) and told_[-1] == (7, 7)

    def stop(done: int, total: int) -> None:
        raise exporters.Cancelled

    with pytest.raises(exporters.Cancelled):
        returning.compare(store, sheet, stop)


def test_what_was_read_elsewhere_can_be_compared_here(store: Store, sheet: Path) -> None:
    put(sheet, FIRMS, "数值", "大概")
    put(sheet, GROWTH, "数值", 8)
    read = pickle.loads(pickle.dumps(returned_sheet.read(sheet)))
    assert [d.there for d in returning.compared(store, read).differences] == [8.0]


def test_a_formula_nobody_computed_is_told_and_empties_nothing(store: Store, sheet: Path) -> None:
    place = put(sheet, FIRMS, "数值", "=C2*2")
    put(sheet, FIRMS, "单位", None)
    compared = returning.compare(store, sheet)
    assert named(compared.differences) == [("there", FIRMS, "unit", None)]
    (remark,) = compared.remarks
    assert isinstance(remark, told.NotComputed) and str(remark).startswith(place)
