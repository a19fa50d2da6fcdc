"""The ledgers: where passages stand, what they say, in which order."""

from datetime import date

from db import documents, labels, ledgers, passages
from db.kinds import KINDS, Target
from db.store import Store
from tests.db.invented import document, tag


def test_a_row_shows_where_a_passage_stands_and_what_it_says(store: Store) -> None:
    detail = Target(indicator="工业增加值", comparator="≈", value=7.0, unit="%", period_to=date(2031, 12, 31))
    passage = tag(store, "增长7%左右", detail=detail, note="年度")
    with store.step("label") as session:
        for name in ("增速", "工业"):
            labels.put(session, labels.add(session, name, "#aa3300").id, [passage.id])
    with store.read() as session:
        (row,) = ledgers.rows(session, "target")
    assert (row.document, row.paragraph, row.quote) == ("青禾市工业局2031年工作计划", 2, "增长7%左右")
    assert (row.labels, row.note, row.author, row.state) == (("增速", "工业"), "年度", "王敏", "confirmed")
    values = dict(zip((field.name for field in KINDS["target"].fields), row.fields, strict=True))
    assert values["value"] == 7.0 and values["period_to"] == date(2031, 12, 31) and values["upper"] is None
    assert row.changed == passage.changed


def test_rows_stand_in_the_order_of_the_documents_and_their_text(store: Store) -> None:
    for words, document_id in (("7.4%", 2), ("120家", 1), ("增长7%", 1)):
        tag(store, words, document_id=document_id)
    with store.read() as session:
        rows = ledgers.rows(session, "target")
        assert [row.quote for row in rows] == ["增长7%", "120家", "7.4%"]
        assert [row.quote for row in ledgers.rows(session, "target", [2])] == ["7.4%"]
        assert ledgers.rows(session, "target", []) == []
        assert ledgers.rows(session, "task") == []


def test_every_kind_has_its_ledger(store: Store) -> None:
    for kind in KINDS:
        tag(store, "数字工厂", kind)
    with store.read() as session:
        assert [len(ledgers.rows(session, kind)[0].fields) for kind in KINDS] == [
            len(kind.fields) for kind in KINDS.values()
        ]


def test_a_passage_outside_of_all_blocks_has_no_paragraph(store: Store) -> None:
    unparted = document("未分段的文字")
    unparted.blocks = []
    with store.step("import") as session:
        passages.tag(session, documents.add(session, unparted, b"").id, 0, 3, "task")
    with store.read() as session:
        assert ledgers.rows(session, "task")[0].paragraph is None


def test_what_is_in_the_trash_shows_nowhere(store: Store) -> None:
    tag(store, "增长7%")
    with store.step("trash") as session:
        documents.trash(session, [1])
    with store.read() as session:
        assert ledgers.rows(session, "target") == []
        assert [shelved.id for shelved in documents.shelf(session)] == [2]
    store.undo()
    with store.read() as session:
        assert len(ledgers.rows(session, "target")) == 1


def test_a_passage_stands_in_a_document_and_a_paragraph(store: Store) -> None:
    passage = tag(store, "智能制造")
    with store.read() as session:
        ((title, number),) = ledgers.places(session, [passage.id]).values()
        (row,) = ledgers.rows(session, "target")
        starts = documents.paragraphs(session, passage.document_id)
    assert (title, number) == (row.document, row.paragraph)
    assert number == [number for start, number in starts if start <= passage.start][-1]


def test_ids_come_by_document_without_open_suggestions_and_lead_to_the_rows(store: Store) -> None:
    first, second = tag(store, "120家"), tag(store, "7.4%", document_id=2)
    tag(store, "增长7%", state="suggested")
    with store.read() as session:
        ids = ledgers.ids(session, "target")
        assert ids == {1: [first.id], 2: [second.id]}
        assert ledgers.ids(session, "target", [2]) == {2: [second.id]}
        rows = ledgers.rows_by_id(session, "target", [second.id, 999])
    assert {id_: row.quote for id_, row in rows.items()} == {second.id: "7.4%"}
