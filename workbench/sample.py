"""The sample project: two documents of an invented city's bureau, tagged as an analyst would tag them.

The documents, the labels and the passages are data in resources/samples; each passage names its quote, which
stands once in its document, and the values of its fields.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import importers
from analysis import fields
from db import documents, labels, links, passages, project_file
from db.kinds import KINDS, Detail
from db.models import Document
from db.store import Store
from exporters.progress import Tick

SAMPLES = Path(__file__).resolve().parent.parent / "resources" / "samples"
AUTHOR = "Cezhu"
LINKS = {"traces": "trace", "continues": "continues"}
"""How a passage's line names the earlier passage it is linked to → kind of the link."""

Line = dict[str, Any]


def build(path: Path, tick: Tick = lambda done, total: None) -> None:
    """Make the sample project at `path`, complete or not at all. Raises ProjectExists, FolderUnwritable.

    `tick(done, total)` is called on the way; what it raises passes on, and there is no project then.
    """
    if path.exists():
        raise project_file.ProjectExists(path=path)
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        project_file.remove(unfinished)
        fill(unfinished, tick)
        project_file.put(unfinished, path)
    except OSError as error:
        raise project_file.FolderUnwritable(folder=path.parent, reason=error) from error
    finally:
        with suppress(OSError):
            project_file.remove(unfinished)


def fill(path: Path, tick: Tick) -> None:
    """Make the project, with nothing to undo: what is in it was not done by who opens it."""
    files = sorted(SAMPLES.glob("*.docx"))
    with Store.create(path, author=AUTHOR) as store:
        with store.step("import") as session:
            for done, imported in enumerate(map(importers.read, files)):
                tick(done, len(files) + 1)
                documents.add(session, imported.document, imported.original)
        with store.step("tag") as session:
            tick(len(files), len(files) + 1)
            lines = list(read("passages"))
            ids = tag(session, lines)
            put_labels(session, lines, ids)
            join(session, lines, ids)
        store.forget_steps()


def read(name: str) -> Iterator[Line]:
    """The lines of one of the sample's files."""
    return map(json.loads, (SAMPLES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())


def tag(session: Any, lines: list[Line]) -> list[int]:
    """Tags all the lines' quotes; the ids of the passages, in order."""
    by_name = {
        Path(shelved.source_name).stem: documents.read(session, shelved.id)
        for shelved in documents.shelf(session)
    }
    return passages.tag_all(session, [row(by_name[line["document"]], line) for line in lines])


def row(document: Document, line: Line) -> dict[str, Any]:
    """The passage a line tells of, as `db.passages.tag_all` takes it."""
    start = document.text.index(line["quote"])
    end = start + len(line["quote"])
    return {
        "document_id": document.id,
        "start": start,
        "end": end,
        "kind": line["kind"],
        "note": line.get("note", ""),
        "detail": detail(document, start, end, line),
    }


def detail(document: Document, start: int, end: int, line: Line) -> Detail:
    """The fields as the line gives them, with the words they are read from."""
    kind = KINDS[line["kind"]]
    readings = fields.read(document.text, start, end, kind.name, document.reference_year)
    values = {name: stored(kind.field(name).form, value) for name, value in line["fields"].items()}
    words = {name: readings[name].words for name in values if name in readings}
    return kind.detail(**values, words=words)


def stored(form: str, value: Any) -> Any:
    return date.fromisoformat(value) if form == "date" else value


def put_labels(session: Any, lines: list[Line], ids: list[int]) -> None:
    """Makes the labels of the sample and puts them on the passages whose lines name them."""
    made: dict[str, int] = {}
    for label in read("labels"):
        above = made[label["under"]] if "under" in label else None
        made[label["name"]] = labels.add(session, label["name"], label["colour"], above).id
    for name, label_id in made.items():
        labels.put(
            session, label_id, [id_ for id_, line in zip(ids, lines, strict=True) if name in line["labels"]]
        )


def join(session: Any, lines: list[Line], ids: list[int]) -> None:
    """Links the passages whose lines name each other."""
    named = {line["id"]: id_ for id_, line in zip(ids, lines, strict=True) if "id" in line}
    for id_, line in zip(ids, lines, strict=True):
        for word, kind in LINKS.items():
            if word in line:
                links.join(session, named[line[word]], id_, kind)
