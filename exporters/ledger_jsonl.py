"""The ledgers as JSON Lines: one object a passage and line, UTF-8, with keys that stay (docs/formats.md)."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, BinaryIO

from exporters.identity import guid, moment
from exporters.progress import Progress, Tick
from exporters.report import Report, ReportLabel, ReportPassage, ReportSource
from exporters.wholes import context, label_paths


def write(report: Report, stream: BinaryIO, tick: Tick) -> None:
    """Write a line for every passage, by kind, document and place; `tick` counts passages."""
    progress = Progress(tick, sum(map(report.count, report.kinds)))
    sources = {source.document_id: source for source in report.sources}
    documents = {id_: _document(report, source) for id_, source in sources.items()}
    paths = label_paths(report)
    for kind in report.kinds:
        for passage in progress.over(report.of_kind(kind)):
            record = _passage(report, passage, sources[passage.document_id].text)
            record["labels"] = [_label(path) for path in paths.get(passage.id, ())]
            record["fields"] = {name: _value(value) for name, value in passage.fields.items()}
            record["document"] = documents[passage.document_id]
            stream.write(line(record))


def line(record: dict[str, Any]) -> bytes:
    """A record as a line; half of a surrogate pair, which UTF-8 cannot hold, becomes its escape in JSON."""
    return json.dumps(record, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _passage(report: Report, passage: ReportPassage, text: str) -> dict[str, Any]:
    prefix, suffix = context(text, passage)
    return {
        "uid": str(guid(report.project, "passage", passage.id)),
        "id": passage.id,
        "kind": passage.kind,
        "start": passage.start,
        "end": passage.end,
        "quote": passage.quote,
        "prefix": prefix,
        "suffix": suffix,
        "paragraph": passage.paragraph,
        "page": passage.page,
        "state": passage.state,
        "note": passage.note,
        "author": passage.author,
        "created": moment(passage.created),
        "changed": moment(passage.changed),
    }


def _document(report: Report, source: ReportSource) -> dict[str, Any]:
    properties = {name: _value(value) for name, value in source.properties.items()}
    document = next(document for document in report.documents if document.id == source.document_id)
    return {
        "uid": str(guid(report.project, "document", source.document_id)),
        "id": source.document_id,
        **properties,
        "source_name": document.source_name,
        "media_type": source.media_type,
        "sha256": source.sha256,
        "length": len(source.text),
        "project": report.project,
    }


def _label(path: Sequence[ReportLabel]) -> dict[str, Any]:
    return {"name": path[-1].name, "path": [label.name for label in path], "colour": path[-1].colour}


def _value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
