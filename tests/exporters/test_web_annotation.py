"""What the Web Annotation Data Model says MUST be, and that the selectors find the words."""

import json
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest

from exporters import web_annotation
from exporters.report import Report
from tests.exporters.handed import BARE, ENGLISH, PLAN, REPORT_TEXT, WHOLE

IRI = re.compile(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
PURPOSES = {"tagging", "describing", "commenting"}
TERMS = {
    "@context", "id", "type", "label", "creator", "generator", "name", "total", "first", "last", "startIndex",
    "items", "motivation", "created", "modified", "body", "target", "purpose", "value", "format", "language",
    "source", "selector", "exact", "prefix", "suffix", "start", "end",
}  # fmt: skip
"""The terms of http://www.w3.org/ns/anno.jsonld that are used; a reader drops others silently."""


def collection(report: Report = WHOLE) -> dict[str, Any]:
    stream = BytesIO()
    web_annotation.write(report, stream, lambda done, total: None)
    found: dict[str, Any] = json.loads(stream.getvalue())
    return found


def annotations(report: Report = WHOLE) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = collection(report)["first"]["items"]
    return found


def bodies(annotation: dict[str, Any], purpose: str) -> list[str]:
    return [body["value"] for body in annotation["body"] if body["purpose"] == purpose]


def terms(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from terms(inner)


def test_the_collection_has_its_context_one_id_its_type_and_its_first_page() -> None:
    found = collection()
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert IRI.fullmatch(found["id"])
    assert found["type"] == "AnnotationCollection"
    assert found["total"] == len(found["first"]["items"]) == 8
    assert (found["first"]["type"], found["first"]["id"]) == ("AnnotationPage", found["last"])
    assert "@context" not in found["first"]


def test_every_annotation_has_one_id_of_its_own_its_type_and_a_target() -> None:
    found = annotations()
    assert len({annotation["id"] for annotation in found}) == len(found)
    for annotation in found:
        assert IRI.fullmatch(annotation["id"])
        assert annotation["type"] == "Annotation"
        assert IRI.fullmatch(annotation["target"]["source"]["id"])


def test_only_terms_of_the_standard_are_used() -> None:
    assert set(terms(collection())) <= TERMS


def test_every_body_is_a_text_with_one_value_and_a_purpose() -> None:
    for body in (body for annotation in annotations() for body in annotation["body"]):
        assert body["type"] == "TextualBody"
        assert isinstance(body["value"], str) and body["value"]
        assert body["purpose"] in PURPOSES


def test_positions_count_code_points_and_do_not_include_the_end() -> None:
    for annotation, passage in zip(annotations(), by_kind(), strict=True):
        quote, position = annotation["target"]["selector"]
        text = REPORT_TEXT if passage.document_id == 2 else PLAN
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert text[position["start"] : position["end"]] == quote["exact"] == passage.quote
        assert text[: position["start"]].endswith(quote["prefix"])
        assert text[position["end"] :].startswith(quote["suffix"])


def by_kind() -> list[Any]:
    return [passage for kind in WHOLE.kinds for passage in WHOLE.of_kind(kind)]


def test_times_are_in_utc() -> None:
    for annotation in annotations():
        assert MOMENT.fullmatch(annotation["created"]) and MOMENT.fullmatch(annotation["modified"])


def test_authors_are_persons_with_a_name_and_are_left_out_where_nobody_is_known() -> None:
    creators = [annotation.get("creator") for annotation in annotations()]
    assert creators.count(None) == 1
    assert {creator["name"] for creator in creators if creator} == {"王敏", "李工"}
    assert len({creator["id"] for creator in creators if creator}) == 2


def test_kind_labels_fields_and_note_are_bodies() -> None:
    found = {tuple(bodies(annotation, "tagging")) for annotation in annotations()}
    assert ("目标", "经济/企业") in found
    first = next(annotation for annotation in annotations() if bodies(annotation, "commenting"))
    assert bodies(first, "commenting") == ["去年为6.8%\n待核实"]
    typed, said = bodies(first, "describing")
    assert json.loads(typed) == {
        "kind": "target",
        "fields": {
            "indicator": "规模以上工业增加值",
            "comparator": "≈",
            "value": 7.0,
            "unit": "%",
            "nature": "planned",
            "period_to": "2031-12-31",
        },
        "sha256": "a" * 64,
    }
    assert "指标：规模以上工业增加值\n比较：约" in said


def test_words_follow_the_language_of_the_report() -> None:
    assert {bodies(annotation, "tagging")[0] for annotation in annotations(ENGLISH)} == {
        "Target",
        "Task",
        "Policy",
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_tagged_is_a_collection_without_pages(language: str) -> None:
    found = collection(BARE)
    assert found["total"] == 0
    assert "first" not in found and "last" not in found
