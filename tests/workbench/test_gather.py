"""A report gathered from a real store."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import exporters
import importers
from db import documents, labels, passages
from db.kinds import KINDS
from db.store import Store
from tests.db.invented import PLAN, REPORT, store_document, tag
from workbench import verbs
from workbench.gather import gather


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A project of a plan (1) and a report (2) with passages of every kind and state."""
    with Store.create(tmp_path / "工业.cezhu", author="王敏") as store:
        for text in (PLAN, REPORT):
            store_document(store, text)
        target = KINDS["target"].detail(indicator="高新技术企业", value=131.0, unit="家")
        tag(store, "高新技术企业新增131家", document_id=2, detail=target)
        tag(store, "新增高新技术企业120家", note="去年的目标")
        tag(store, "《青禾市智能制造行动方案》", "policy")
        tag(store, "建成𠮷林路数字工厂", "task")
        tag(store, "支持１５家企业", state="suggested")
        tag(store, "规模以上工业企业用电量平稳", document_id=2, state="rejected")
        yield store


def test_all_confirmed_passages_are_gathered_in_reading_order(store: Store) -> None:
    report = gather(store)
    assert [p.quote for kind in report.kinds for p in report.of_kind(kind)] == [
        "新增高新技术企业120家",
        "高新技术企业新增131家",
        "建成𠮷林路数字工厂",
        "《青禾市智能制造行动方案》",
    ]
    assert [report.count(kind) for kind in report.kinds] == [2, 1, 1]


def test_a_passage_brings_its_fields_place_note_and_labels(store: Store) -> None:
    with store.step("label") as session:
        labels.put(session, labels.add(session, "企业", "#336699").id, [1])
    promised, reported = gather(store).of_kind("target")
    assert promised.note == "去年的目标"
    assert reported.fields == dict.fromkeys(f.name for f in KINDS["target"].fields) | {
        "indicator": "高新技术企业",
        "value": 131.0,
        "unit": "家",
    }
    assert (reported.labels, reported.author, reported.state) == (("企业",), "王敏", "confirmed")
    assert reported.paragraph == 2
    assert REPORT[reported.start : reported.end] == reported.quote


def test_times_are_those_of_the_reader(store: Store) -> None:
    with store.read() as session:
        stored = passages.get(session, 1).changed
    changed = gather(store).of_kind("target")[1].changed
    assert changed is not None
    assert changed.astimezone() == stored.replace(tzinfo=UTC, microsecond=0)
    assert abs((datetime.now() - changed).total_seconds()) < 60


def test_only_the_kinds_and_documents_asked_for_are_in_it(store: Store) -> None:
    report = gather(store, document_ids=[2], kinds=["policy", "target"])
    assert report.kinds == ("target", "policy")
    assert [p.quote for p in report.passages] == ["高新技术企业新增131家"]
    assert [d.title for d in report.documents] == ["青禾市工业局2031年工作总结"]


def test_documents_come_in_the_order_asked_for_each_once(store: Store) -> None:
    report = gather(store, document_ids=[2, 1, 2, 77])
    assert [d.id for d in report.documents] == [2, 1]
    assert report.of_kind("target")[0].document_id == 2


def test_documents_in_the_trash_are_left_out(store: Store) -> None:
    with store.step("remove document") as session:
        documents.trash(session, [1])
    report = gather(store, document_ids=[1, 2])
    assert [d.id for d in report.documents] == [2]
    assert {p.document_id for p in report.passages} == {2}


def test_title_scope_author_and_day_are_filled_in(store: Store) -> None:
    report = gather(store)
    assert report.title == "政策目标任务简报"
    assert report.subtitle == "依据《青禾市工业局2031年工作计划》《青禾市工业局2031年工作总结》整理"
    assert (report.author, report.made, report.language) == ("王敏", date.today(), "zh")
    assert gather(store, language="en", form="target_sheet").title == "Target sheet of policy documents"
    english = gather(store, [1], title="Targets", language="en")
    assert (english.title, english.subtitle) == ("Targets", "Drawn from 《青禾市工业局2031年工作计划》")


def test_of_many_documents_the_scope_names_two_and_counts_the_rest(store: Store) -> None:
    store_document(store, "青禾市财政局通知\n加大支持力度。")
    assert gather(store).subtitle.endswith("》等3件文档整理")
    assert gather(store, language="en").subtitle.endswith(" and 1 more")


def test_an_empty_project_makes_an_empty_report(tmp_path: Path) -> None:
    with Store.create(tmp_path / "空.cezhu") as store:
        report = gather(store)
    assert (report.documents, report.passages, report.subtitle) == ((), (), "")


@pytest.mark.parametrize("suffix", [exporter.suffix for exporter in exporters.EXPORTERS])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_was_gathered_can_be_written(store: Store, tmp_path: Path, suffix: str, language: str) -> None:
    path = tmp_path / f"报告{suffix}"
    form = exporters.exporter_for(path).name
    exporters.write(gather(store, language=language, form=form), path)
    assert path.stat().st_size > 500


def test_a_passage_of_a_document_with_pages_knows_its_page(store: Store) -> None:
    with store.step("import") as session:
        for block in documents.read(session, 1).blocks:
            block.page = 1 + block.ordinal
    paged = {passage.quote: passage.page for passage in gather(store).passages}
    assert paged["高新技术企业新增131家"] is None
    with store.read() as session:
        blocks = documents.read(session, 1).blocks
        start = documents.text(session, 1)[0].index("建成𠮷林路数字工厂")
    assert paged["建成𠮷林路数字工厂"] == next(b.page for b in blocks if b.start <= start < b.end)


def test_the_source_of_a_figure_in_a_table_tells_what_it_stands_beside_and_under(
    store: Store, tmp_path: Path
) -> None:
    sheet = tmp_path / "目标.csv"
    sheet.write_text("序号,指标,2031年,2032年\n1,绿化率,45%,46%\n2,公园数,118个,120个\n", "utf-8")
    document = verbs.import_new(store, importers.read(sheet))
    start = document.text.index("120个")
    verbs.tag(store, document.id, start, start + 4, "target")
    (figure,) = gather(store, [document.id], form="target_sheet").passages
    assert (figure.quote, figure.sentence) == ("120个", "公园数 · 2032年：120个")


def test_a_form_of_whole_documents_gets_texts_labels_and_the_times_of_passages(store: Store) -> None:
    with store.step("label") as session:
        top = labels.add(session, "经济", "#336699")
        inner = labels.add(session, "企业", "#993333", top.id)
        labels.add(session, "其他", "#339933")
        labels.put(session, inner.id, [1, 5])
        stored = passages.get(session, 1).created
    report = gather(store, form="refi_project")
    assert [source.text for source in report.sources] == [PLAN, REPORT]
    assert [block.number for block in report.sources[0].blocks] == [1, 2, 3, 4]
    assert report.sources[0].properties["title"] == report.documents[0].title
    tree = [(label.name, label.parent_id, label.passage_ids) for label in report.tree]
    assert tree == [
        ("经济", None, frozenset()),
        ("企业", top.id, frozenset({1})),  # 5 is only suggested
        ("其他", None, frozenset()),
    ]
    created = report.passage(1).created
    assert created is not None and created.astimezone() == stored.replace(tzinfo=UTC, microsecond=0)


def test_a_form_of_rows_gets_no_texts(store: Store) -> None:
    report = gather(store, form="csv_ledger")
    assert (report.sources, report.tree) == ((), ())
