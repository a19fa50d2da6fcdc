"""What a report knows of itself: order, counts, sources, rows."""

from dataclasses import replace

import pytest

from exporters.report import ReportDocument, columns
from tests.exporters.invented import ENGLISH, PLAN, REPORT


def test_passages_come_by_document_as_listed_and_then_by_place() -> None:
    assert [p.id for p in REPORT.of_kind("target")] == [2, 3, 1]
    turned = replace(REPORT, documents=REPORT.documents[::-1])
    assert [p.id for p in turned.of_kind("target")] == [1, 2, 3]


def test_of_two_passages_that_start_together_the_longer_comes_first() -> None:
    short = REPORT.of_kind("target")[0]
    long = replace(short, id=99, end=short.end + 10)
    assert [p.id for p in replace(REPORT, passages=(short, long)).of_kind("target")] == [99, 2]


def test_counts_are_those_of_the_passages_it_holds() -> None:
    assert [REPORT.count(kind) for kind in REPORT.kinds] == [3, 4, 4]
    assert REPORT.count("policy", PLAN) == 2


def test_a_kind_left_out_has_no_passages() -> None:
    assert replace(REPORT, kinds=("task",)).of_kind("target") == ()


def test_sources_name_each_document_once_with_its_paragraphs() -> None:
    policies = REPORT.of_kind("policy")
    assert REPORT.source(policies[0]) == "《2031年青禾市工业工作要点》第10段"
    assert (
        REPORT.source(*policies[:3])
        == "《2031年青禾市工业工作要点》第10、11段；《2031年青禾市工业工作总结》第12段"
    )
    assert ENGLISH.source(*policies[:2]) == "《2031年青禾市工业工作要点》, para. 10, 11"


def test_a_passage_outside_of_numbered_paragraphs_is_cited_by_its_document() -> None:
    nowhere = replace(REPORT.of_kind("task")[0], paragraph=None)
    assert REPORT.source(nowhere) == "《2031年青禾市工业工作要点》"


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("工作要点", "《工作要点》"),
        ("《工作要点》", "《工作要点》"),
        ("关于印发《方案》的通知", "《关于印发〈方案〉的通知》"),
        ("《方案》和《办法》", "《〈方案〉和〈办法〉》"),
    ],
)
def test_a_title_stands_in_one_pair_of_title_marks(title: str, named: str) -> None:
    assert ReportDocument(1, title).named == named


def test_a_row_has_a_value_for_every_column() -> None:
    for passage in REPORT.passages:
        row = dict(zip([c.name for c in columns(passage.kind)], REPORT.row(passage), strict=True))
        assert row["quote"] == passage.quote
        assert row["id"] == passage.id
        assert row["document"] == REPORT.document(passage).title
        assert {name: row[name] for name in passage.fields} == passage.fields
