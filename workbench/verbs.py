"""The verbs: each joins an importer, an analysis or an exporter to the store in one transaction.

Window and command line call the same ones. Every verb that takes a store and changes it is one undoable step.
The window waits for this module: what reads words and files is imported by the verbs that need it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from db import anchors, documents, labels, links, passages, project_file, search, suggestions
from db.kinds import KINDS, Detail
from db.models import Document, Label, Link, Passage
from db.problems import Problem
from db.store import Store
from exporters import write as export
from workbench.gather import gather
from workbench.lexicon import words_of

if TYPE_CHECKING:
    from analysis.own_words import OwnWords
    from importers import Imported, Options

__all__ = ["export", "gather"]

Readings: TypeAlias = dict[str, tuple[Any, str]]
"""Field name → its value and the raw words it was read from."""


class KnownText(Problem):
    sentence = "the same text is in the project already as “{title}”; it was not imported again."


class KnownInTrash(KnownText):
    sentence = (
        "the same text is in the trash already as “{title}”; it was not imported again. Restore it there."
    )


class DocumentUnknown(Problem):
    sentence = (
        "There is no document with the id {id} in the project; nothing was written. Those there are: {known}."
    )


def open_project(path: Path, author: str = "") -> Store:
    return Store.open(path, author=author)


def look_at(path: Path) -> Store:
    """Open a project for reading only; the file stays as it is."""
    return Store.look(path)


@contextmanager
def open_or_create(path: Path, author: str = "") -> Iterator[Store]:
    """The project at `path`; one made for this is removed again where no step was done in it."""
    is_new = not path.exists()
    store = (Store.create if is_new else Store.open)(path, author=author)
    try:
        with store:
            yield store
    finally:
        if is_new and not store.last_change.verb:
            project_file.remove(path)


def import_document(store: Store, imported: Imported) -> Document:
    """Store what an importer read, also where its text is known already."""
    with store.step("import") as session:
        return documents.add(session, imported.document, imported.original, imported.places)


def import_new(store: Store, imported: Imported) -> Document:
    """Store what an importer read. Raises KnownText where the project holds the same text."""
    with store.read() as session:
        twin = documents.twin(session, imported.document.sha256, imported.document.text_sha256)
    if twin is not None:
        raise (KnownInTrash if twin.trashed else KnownText)(title=twin.title)
    return import_document(store, imported)


def import_files(
    store: Store, paths: Sequence[Path], options: Options
) -> Iterator[tuple[Path, Document | Problem]]:
    """Import files in their order: for each the document made of it, or why there is none."""
    from importers import worker

    for path, outcome in zip(paths, worker.read_all(paths, options), strict=True):
        try:
            yield path, outcome if isinstance(outcome, Problem) else import_new(store, outcome)
        except Problem as problem:
            yield path, problem


def tag(store: Store, document_id: int, start: int, end: int, kind: str) -> int:
    """Make text[start:end] a passage of a kind, its fields read from its words; its id.

    An open suggestion of the kind in just this place is confirmed instead.
    """
    with store.step("tag") as session:
        waiting = suggestions.waiting_at(session, document_id, start, end, kind)
        if waiting is not None:
            passages.set_field(session, [waiting], "state", "confirmed")
            return waiting
        text, year = documents.text(session, document_id)
        detail = KINDS[kind].detail()
        detail.fill(readings(text, start, end, kind, year, words_of(session)))
        return passages.tag(session, document_id, start, end, kind, detail)


def read_at(session: Any, places: Iterable[tuple[int, int, int]], kind: str) -> list[dict[str, Any]]:
    """Passages to be made of a kind, as db.passages.tag_all takes them, their fields read from their words.

    A place is a document's id, start and end. Those of a document stand together: its text is read once.
    """
    own = words_of(session)
    rows = []
    for document_id, some in groupby(places, itemgetter(0)):
        text, year = documents.text(session, document_id)
        for _, start, end in some:
            detail = KINDS[kind].detail()
            detail.fill(readings(text, start, end, kind, year, own))
            place = {"document_id": document_id, "start": start, "end": end}
            rows.append({**place, "kind": kind, "detail": detail})
    return rows


def numbers_in(store: Store, passage_id: int) -> list[tuple[int, int, Readings]]:
    """The targets that the words of a passage hold, one a number: start, end and fields of each."""
    with store.read() as session:
        return _numbers_in(session, passages.get(session, passage_id))


def _numbers_in(session: Any, passage: Passage) -> list[tuple[int, int, Readings]]:
    from analysis import fields

    text, year = documents.text(session, passage.document_id)
    found = fields.several(text, passage.start, passage.end, year, words_of(session))
    return [
        (target.start, target.end, {name: (r.value, r.words) for name, r in target.readings.items()})
        for target in found
    ]


def make_several(store: Store, passage_id: int) -> list[int]:
    """Put in place of a passage one target for each number its words hold; the ids of these."""
    with store.step("make several targets") as session:
        passage = passages.get(session, passage_id)
        rows = []
        for start, end, found in _numbers_in(session, passage):
            detail = KINDS["target"].detail()
            detail.fill(found)
            place = {"document_id": passage.document_id, "start": start, "end": end}
            rows.append({**place, "kind": "target", "detail": detail})
        passages.untag(session, [passage_id])
        return passages.tag_all(session, rows)


def untag(store: Store, ids: Collection[int]) -> None:
    with store.step("untag") as session:
        passages.untag(session, ids)


def change_kind(store: Store, ids: Collection[int], kind: str) -> None:
    """Make passages of another kind; what the old and the new one share stays, the rest is read."""
    with store.step("change kind") as session:
        passages.change_kind(session, ids, kind)
        for detail, found in _read_again(session, ids):
            detail.fill(found)


def move(store: Store, passage_id: int, start: int, end: int) -> None:
    """Give a passage other ends; fields no analyst has touched are read again."""
    with store.step("move") as session:
        if passages.move(session, passage_id, start, end):
            for detail, found in _read_again(session, [passage_id]):
                detail.fill_anew(found)


def _read_again(session: Any, ids: Collection[int]) -> Iterator[tuple[Detail, Readings]]:
    """The details of passages, each with what its words say."""
    texts: dict[int, tuple[str, int | None]] = {}
    own = words_of(session)
    for passage in (passages.get(session, passage_id) for passage_id in ids):
        if passage.document_id not in texts:
            texts[passage.document_id] = documents.text(session, passage.document_id)
        text, year = texts[passage.document_id]
        if passage.detail is not None:
            yield passage.detail, readings(text, passage.start, passage.end, passage.kind, year, own)


def readings(text: str, start: int, end: int, kind: str, year: int | None, own: OwnWords) -> Readings:
    """The fields of a kind as its words tell them: values with the raw words each was read from."""
    from analysis import fields

    found = fields.read(text, start, end, kind, year, own)
    return {name: (reading.value, reading.words) for name, reading in found.items()}


def set_field(store: Store, ids: Collection[int], name: str, value: Any) -> None:
    """Set a field of the passages' kind, or their note or state."""
    with store.step("set field") as session:
        passages.set_field(session, ids, name, value)


def add_label(store: Store, name: str, colour: str, parent_id: int | None = None) -> Label:
    with store.step("add label") as session:
        return labels.add(session, name, colour, parent_id)


def rename_label(store: Store, label_id: int, name: str) -> None:
    with store.step("rename label") as session:
        labels.rename(session, label_id, name)


def recolour_label(store: Store, label_id: int, colour: str) -> None:
    with store.step("recolour label") as session:
        labels.recolour(session, label_id, colour)


def move_label(store: Store, label_id: int, parent_id: int | None) -> None:
    with store.step("move label") as session:
        labels.move(session, label_id, parent_id)


def remove_label(store: Store, label_id: int) -> None:
    with store.step("remove label") as session:
        labels.remove(session, label_id)


def put_label(store: Store, label_id: int, passage_ids: Collection[int]) -> None:
    with store.step("put label") as session:
        labels.put(session, label_id, passage_ids)


def take_label(store: Store, label_id: int, passage_ids: Collection[int]) -> None:
    with store.step("take label") as session:
        labels.take(session, label_id, passage_ids)


def link(store: Store, from_id: int, to_id: int, kind: str, note: str = "") -> Link:
    with store.step("link") as session:
        return links.join(session, from_id, to_id, kind, note)


def unlink(store: Store, ids: Collection[int]) -> None:
    with store.step("unlink") as session:
        links.part(session, ids)


def set_property(store: Store, document_id: int, name: str, value: Any) -> None:
    with store.step("set property") as session:
        documents.set_property(session, document_id, name, value)


def set_properties(store: Store, document_id: int, values: Mapping[str, Any]) -> None:
    """Set several properties of a document in one step."""
    with store.step("set property") as session:
        for name, value in values.items():
            documents.set_property(session, document_id, name, value)


def trash(store: Store, document_ids: Collection[int]) -> None:
    with store.step("remove document") as session:
        documents.trash(session, document_ids)


def restore(store: Store, document_ids: Collection[int]) -> None:
    with store.step("restore document") as session:
        documents.restore(session, document_ids)


def expect_documents(store: Store, ids: Collection[int]) -> None:
    """Raises DocumentUnknown where one of these ids is no document of the library."""
    with store.read() as session:
        known = documents.titles(session)
    for id_ in ids:
        if id_ not in known:
            raise DocumentUnknown(id=id_, known=", ".join(map(str, known)) or "–")


def check(store: Store) -> list[str]:
    """What is wrong with a project, a sentence a fault: the file, every passage's place, the search index."""
    return store.damage() + _misplaced(store) + _misindexed(store)


def _misplaced(store: Store) -> list[str]:
    try:
        with store.read() as session:
            astray = anchors.check(session)
    except Problem as problem:
        return [f"the places of the passages could not be checked: {problem}"]
    return [
        f"passage {a.passage_id} of document {a.document_id} quotes “{a.quote}”, "
        f"but [{a.start}, {a.end}) reads “{a.found}”"
        for a in astray
    ]


def _misindexed(store: Store) -> list[str]:
    try:
        with store.read() as session:
            faults = [
                f"the search index does not hold the text of document {id_}: main.py reindex makes it anew"
                for id_ in search.astray(session)
            ]
            if not search.is_whole(session):
                faults.append("the search index is damaged: main.py reindex makes it anew")
    except Problem as problem:
        return [f"the search index could not be checked: {problem}"]
    return faults


def titles(store: Store) -> dict[int, str]:
    """The documents of the library: by id, their titles."""
    with store.read() as session:
        return documents.titles(session)
