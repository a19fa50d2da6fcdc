"""Passages as W3C Web Annotations: JSON-LD, one collection with all annotations on its one page.

After the Web Annotation Data Model (W3C Recommendation, 23 February 2017). Its text selectors must count
Unicode code points, "not code units" (sections 4.2.4 and 4.2.5), as the project does; `end` is the first
character after the passage. Positions are those in the document's text. A document has no address, so its
source is a `urn:uuid` that stays the same from export to export.

A reader of annotations drops properties it does not know; so the typed fields are no properties of their own
but the value of one body, as JSON, beside another body that says them in words.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, BinaryIO

from db.kinds import KINDS
from exporters.identity import PROGRAM, guid, moment
from exporters.progress import Progress, Tick
from exporters.report import Report, ReportLabel, ReportPassage, ReportSource
from exporters.wholes import context, label_paths, said

TERMS = "http://www.w3.org/ns/anno.jsonld"


def write(report: Report, stream: BinaryIO, tick: Tick) -> None:
    """Write the collection, one annotation after the other; `tick` counts passages."""
    progress = Progress(tick, sum(map(report.count, report.kinds)))
    sources = {source.document_id: source for source in report.sources}
    paths = label_paths(report)
    before, between, after = _frame(report)
    stream.write(before)
    for kind in report.kinds:
        for passage in progress.over(report.of_kind(kind)):
            source, labels = sources[passage.document_id], paths.get(passage.id, ())
            stream.write(between + _json(_annotation(report, passage, source, labels)))
            between = b",\n"
    stream.write(after)


def _frame(report: Report) -> tuple[bytes, bytes, bytes]:
    """The collection around its annotations: what stands before all, before the first, and after the last."""
    total, page = sum(map(report.count, report.kinds)), _urn(report.project, "page")
    collection = {
        "@context": TERMS,
        "id": _urn(report.project, "annotations"),
        "type": "AnnotationCollection",
        "label": report.title,
        **_by("creator", report.author),
        "generator": {"id": _urn("program"), "type": "Software", "name": PROGRAM},
        "total": total,
    }
    if not total:
        return _json(collection) + b"\n", b"", b""
    first = _json({"id": page, "type": "AnnotationPage", "startIndex": 0})
    before = _json({**collection, "last": page})[:-1] + b', "first": ' + first[:-1]
    return before, b', "items": [\n', b"\n]}}\n"


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _annotation(
    report: Report, passage: ReportPassage, source: ReportSource, labels: Sequence[Sequence[ReportLabel]]
) -> dict[str, Any]:
    moments = {"created": moment(passage.created), "modified": moment(passage.changed)}
    return {
        "id": _urn(report.project, "passage", passage.id),
        "type": "Annotation",
        "motivation": "tagging",
        **_by("creator", passage.author),
        **{name: value for name, value in moments.items() if value},
        "body": list(_bodies(report, passage, source, labels)),
        "target": {
            "type": "SpecificResource",
            "source": {
                "id": _urn(report.project, "document", passage.document_id),
                "type": "Text",
                "format": "text/plain",
                "label": report.document(passage).title,
            },
            "selector": list(_selectors(passage, source.text)),
        },
    }


def _bodies(
    report: Report, passage: ReportPassage, source: ReportSource, labels: Sequence[Sequence[ReportLabel]]
) -> Iterator[dict[str, Any]]:
    language = report.language
    yield _body("tagging", KINDS[passage.kind].heading(language), language=language)
    for path in labels:
        yield _body("tagging", "/".join(label.name for label in path))
    values = {name: value for name, value in passage.fields.items() if value is not None}
    dated = {n: value.isoformat() if isinstance(value, date) else value for n, value in values.items()}
    record = {"kind": passage.kind, "fields": dated, "sha256": source.sha256}
    yield _body("describing", json.dumps(record, ensure_ascii=False), "application/json")
    if values:
        yield _body("describing", said(passage, language), language=language)
    if passage.note:
        yield _body("commenting", passage.note)


def _body(purpose: str, value: str, format_: str = "text/plain", **more: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": format_, **more}


def _selectors(passage: ReportPassage, text: str) -> Iterator[dict[str, Any]]:
    prefix, suffix = context(text, passage)
    yield {"type": "TextQuoteSelector", "exact": passage.quote, "prefix": prefix, "suffix": suffix}
    yield {"type": "TextPositionSelector", "start": passage.start, "end": passage.end}


def _by(role: str, name: str) -> dict[str, Any]:
    return {role: {"id": _urn("user", name), "type": "Person", "name": name}} if name else {}


def _urn(*path: object) -> str:
    return guid(*path).urn
