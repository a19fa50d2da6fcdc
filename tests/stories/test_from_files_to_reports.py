"""An analyst's day without the window: files in, passages tagged, undone after reopening, reports out."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from db import documents, labels, passages
from db.models import Document
from db.store import Store
from exporters import Cancelled
from importers import Options
from workbench import verbs
from workbench.sample import SAMPLES


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "p.cezhu", author="李敏") as store:
        yield store


def imported(store: Store, *paths: Path) -> list[Document]:
    outcomes = [outcome for _, outcome in verbs.import_files(store, paths, Options())]
    assert all(isinstance(outcome, Document) for outcome in outcomes), outcomes
    return [outcome for outcome in outcomes if isinstance(outcome, Document)]


def text_of(store: Store, document_id: int) -> str:
    with store.read() as session:
        return documents.text(session, document_id)[0]


def tag(store: Store, document_id: int, words: str, kind: str) -> int:
    start = text_of(store, document_id).index(words)
    return verbs.tag(store, document_id, start, start + len(words), kind)


def test_two_years_are_read_tagged_and_handed_in(store: Store, tmp_path: Path) -> None:
    plan, report = imported(store, *sorted(SAMPLES.glob("*.docx")))
    assert (plan.reference_year, report.reference_year) == (2022, 2023)
    tag(store, plan.id, "工业投资增长12%以上", "target")
    tag(store, report.id, "工业投资增长9.6%", "target")
    task = tag(store, plan.id, "一是", "task")
    verbs.set_field(store, [task], "lead", "市工业和信息化局")
    tag(store, plan.id, "《云泽市“十四五”制造业高质量发展规划》", "policy")

    verbs.export(verbs.gather(store, title="两年对照"), tmp_path / "简报.docx")
    verbs.export(verbs.gather(store), tmp_path / "目标表.xlsx")

    words = "\n".join(
        element.text or "" for element in docx.Document(str(tmp_path / "简报.docx")).element.iter()
    )
    for expected in (
        "两年对照",
        plan.title,
        report.title,
        "工业投资",
        "市工业和信息化局",
        "制造业高质量发展规划",
    ):
        assert expected in words
    sheet = openpyxl.load_workbook(tmp_path / "目标表.xlsx")["目标"]
    rows = list(sheet.iter_rows(values_only=True))
    columns = {heading: place for place, heading in enumerate(rows[0])}
    assert [row[columns["数值"]] for row in rows[1:]] == [12, 9.6]
    assert rows[1][columns["原文"]] == "工业投资增长12%以上"
    assert rows[1][columns["性质"]] == "计划"


def test_everything_is_undone_after_the_project_was_closed(store: Store) -> None:
    (plan,) = imported(store, sorted(SAMPLES.glob("*.docx"))[0])
    target = tag(store, plan.id, "工业投资增长12%以上", "target")
    verbs.set_field(store, [target], "value", 13.0)
    label = verbs.add_label(store, "投资", "#2a5bd0")
    verbs.put_label(store, label.id, [target])
    verbs.set_property(store, plan.id, "issuer", "云泽市工信局")
    verbs.trash(store, [plan.id])
    store.close()
    with Store.open(store.path) as again:
        with again.read() as session:
            assert documents.shelf(session) == []
        undone = [changed.verb for _ in range(6) if (changed := again.undo())]
        assert undone == ["remove document", "set property", "put label", "add label", "set field", "tag"]
        with again.read() as session:
            assert [row.title for row in documents.shelf(session)] == [plan.title]
            assert passages.spans(session, plan.id) == [] and labels.tree(session) == []
        while again.redo():
            pass
        with again.read() as session:
            assert passages.get(session, target).target.value == 13.0
            assert documents.shelf(session) == []


def test_the_newspaper_text_of_a_sample_is_known_to_be_its_word_file_again(store: Store) -> None:
    """Wrapped at 34 columns and letter-spaced here and there, it re-flows to the very same words."""
    (plan,) = imported(store, sorted(SAMPLES.glob("*.docx"))[0])
    ((_, told),) = verbs.import_files(store, sorted(SAMPLES.glob("*.txt"))[:1], Options())
    assert isinstance(told, verbs.KnownText) and plan.title in str(told)


@pytest.mark.shared
def test_the_customers_two_documents_go_the_same_way(store: Store, shared: Path, tmp_path: Path) -> None:
    news, column = imported(store, *sorted((shared / "seeds").glob("*.txt")))
    target = tag(store, news.id, "全国专精特新中小企业超过8万家", "target")
    tag(store, news.id, "《中小企业促进法》", "policy")
    tag(store, column.id, "一是着力减轻企业负担。", "task")
    with store.read() as session:
        found = passages.get(session, target).target
    assert (found.value, found.unit, found.comparator, found.period_to) == (
        80000,
        "家",
        ">",
        date(2023, 12, 31),
    )
    for document in (news, column):
        assert not re.search(r"[\u4e00-\u9fff] [\u4e00-\u9fff\d]", text_of(store, document.id))
    verbs.export(verbs.gather(store), tmp_path / "目标表.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "目标表.xlsx")["目标"]
    assert 80000 in [cell.value for cell in sheet[2]]
    assert verbs.check(store) == []


def test_an_export_stopped_midway_leaves_the_old_file_whole(store: Store, tmp_path: Path) -> None:
    (plan,) = imported(store, sorted(SAMPLES.glob("*.docx"))[0])
    tag(store, plan.id, "工业投资增长12%以上", "target")
    sheet = tmp_path / "reports" / "目标表.xlsx"
    sheet.parent.mkdir()
    verbs.export(verbs.gather(store), sheet)
    before = sheet.read_bytes()

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        verbs.export(verbs.gather(store), sheet, tick=stop)
    assert sheet.read_bytes() == before
    assert list(sheet.parent.iterdir()) == [sheet]
