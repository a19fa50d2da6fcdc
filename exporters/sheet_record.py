"""The record of what a target sheet was exported with: a hidden sheet that comes back with the workbook.

Each of its rows is a line of JSON, in as many cells as it needs. The first says of which project and when,
the last how many lines there were and their digest; between them stands one line for every passage and
document: its kind, its id, and its values as the sheet shows them.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from db.kinds import KINDS, Field
from exporters.progress import Progress
from exporters.report import DOCUMENT_FIELDS, KEEPING_FIELDS, Report
from exporters.sheet_text import fitting

VERSION = 1
CHUNK = 30_000
"""Characters a cell of the record holds, of the 32,767 a cell can hold."""

EDITABLE: dict[str, tuple[Field, ...]] = {
    **{kind: (*KINDS[kind].fields, *KEEPING_FIELDS[:3]) for kind in KINDS},
    "document": DOCUMENT_FIELDS[:7],
}
"""By kind of passage and for documents, what an editor may change in the sheet."""

Values = Mapping[str, Any]
"""By field, its value as the sheet shows it; a field without a value is not there."""


class NotRecorded(Exception):
    """The lines are no whole record."""


class Line(NamedTuple):
    """What one passage or document was exported with."""

    kind: str
    id: int
    values: Values


@dataclass(frozen=True)
class Record:
    """Where a sheet comes from and what it was exported with; `lines` by kind and id.

    `kinds` are those that have a sheet, also one without rows.
    """

    project: str
    exported: datetime
    language: str
    kinds: tuple[str, ...]
    lines: Mapping[tuple[str, int], Values]


def image(kind: str, values: Mapping[str, Any], language: str) -> Values:
    """The values of a passage or document as the sheet shows them, to be compared with what comes back."""
    shown = {field.name: _shown(values.get(field.name), language) for field in EDITABLE[kind]}
    return {name: value for name, value in shown.items() if value not in (None, "", [])}


def _shown(value: Any, language: str) -> Any:
    if isinstance(value, str):
        return fitting(value, language)
    if isinstance(value, tuple):
        return [fitting(name, language) for name in value]
    return value.isoformat() if isinstance(value, date) else value


def rows(report: Report, exported: datetime, progress: Progress) -> Iterator[list[str]]:
    """The rows of the record's sheet for a report; `progress` counts passages."""
    digest, count = hashlib.sha256(), 0
    head = {"cezhu": VERSION, "project": report.project, "language": report.language}
    kinds = (*report.kinds, "document")
    yield [_line({**head, "kinds": kinds, "exported": exported.isoformat(timespec="seconds")})]
    for line in _lines(report, progress):
        text = _line(line)
        digest.update(text.encode())
        count += 1
        yield [text[at : at + CHUNK] for at in range(0, len(text), CHUNK)]
    yield [_line({"lines": count, "sha256": digest.hexdigest()})]


def _lines(report: Report, progress: Progress) -> Iterator[Line]:
    for kind in report.kinds:
        for passage in progress.over(report.of_kind(kind)):
            kept = {"note": passage.note, "labels": passage.labels, "state": passage.state}
            yield Line(kind, passage.id, image(kind, {**passage.fields, **kept}, report.language))
    for document in report.documents:
        yield Line("document", document.id, image("document", vars(document), report.language))


def _line(value: Any) -> str:
    """One line of plain ASCII, in which nothing looks like an encoded character of a cell."""
    return json.dumps(value, separators=(",", ":")).replace("_x", "\\u005fx")


def read(lines: Iterable[str]) -> Record:
    """The record that stands in these lines. Raises NotRecorded where it is not whole."""
    try:
        head, *body, end = lines
        about, total = json.loads(head), json.loads(end)
        digest = hashlib.sha256("".join(body).encode()).hexdigest()
        if (len(body), digest, about["cezhu"]) != (total["lines"], total["sha256"], VERSION):
            raise NotRecorded
        exported = datetime.fromisoformat(about["exported"])
        known = {(kind, id_): values for kind, id_, values in map(json.loads, body)}
        return Record(about["project"], exported, about["language"], tuple(about["kinds"]), known)
    except (ValueError, KeyError, TypeError) as error:
        raise NotRecorded from error
