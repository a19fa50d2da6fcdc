"""An edited target sheet comes back: what differs from the project, and taking over what is chosen.

Every value is known three times: as it was exported, as it stands in the project now (here), and as it stands
in the workbook (there). What changed there alone can be taken over, what changed on both sides is a conflict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db import documents, labels, passages
from db.kinds import KINDS
from db.problems import Problem
from db.store import Store
from exporters.progress import Tick
from workbench import verbs
from workbench.lexicon import words_of

if TYPE_CHECKING:
    from analysis.own_words import OwnWords
    from exporters.returned_sheet import ReturnedSheet
    from workbench.returned_rows import Difference

CHANGES = ("there", "both", "here", "new", "removed")
"""Changed in the workbook alone, on both sides, in the project alone; a new row; a row that is gone."""
TAKEN = ("there", "new")
"""What is taken over where nobody chooses otherwise."""
COLOUR = "#74808e"
"""Of a label that is made because a sheet names it."""


@dataclass(frozen=True)
class Comparison:
    """What a workbook differs in, and what of it could not be read, each with its cell.

    `language` is that of the workbook.
    """

    differences: tuple[Difference, ...]
    remarks: tuple[Problem, ...]
    language: str = "zh"


def compare(store: Store, path: Path, tick: Tick | None = None) -> Comparison:
    """Compares an edited target sheet with the project. Raises a Problem where it cannot be compared.

    `tick(done, total)` is called while the sheet is read, and counts its rows.
    """
    from exporters import returned_sheet

    return compared(store, returned_sheet.read(path, tick))


def compared(store: Store, sheet: ReturnedSheet) -> Comparison:
    """Compares what was read of a target sheet, say in another process. Raises OtherProject."""
    from exporters.returned_problems import OtherProject
    from workbench.returned_rows import Rows

    if sheet.record.project != store.uid():
        raise OtherProject(name=sheet.name)
    with store.read() as session:
        rows = Rows(sheet, session)
        found = tuple(rows.differences())
    return Comparison(found, tuple(rows.remarks), sheet.record.language)


def differences(store: Store, path: Path) -> list[Difference]:
    """What an edited target sheet differs in from the project."""
    return list(compare(store, path).differences)


def apply(store: Store, chosen: Iterable[Difference]) -> int:
    """Takes the workbook's side of these differences over, all in one undoable step; how many there were.

    Passages that are gone meanwhile are passed over.
    """
    taken = list(chosen)
    with store.step("take back sheet") as session:
        old = [d for d in taken if d.kind != "document" and d.id is not None]
        there = set(passages.standing(session, [d.id for d in old if d.id is not None]))
        old = [d for d in old if d.id in there]
        _set_fields(session, [d for d in old if d.field and d.field.name != "labels"])
        _set_labels(session, [d for d in old if d.field and d.field.name == "labels"])
        _set_properties(session, [d for d in taken if d.kind == "document"])
        passages.untag(session, [d.id for d in old if d.change == "removed" and d.id is not None])
        _tag_all(session, [d for d in taken if d.place is not None])
    return len(taken)


def _set_fields(session: Any, changed: Sequence[Difference]) -> None:
    """Passages that get the same value get it at once."""
    alike: dict[tuple[str, str, Any], list[int]] = defaultdict(list)
    for difference in changed:
        if difference.field is not None and difference.id is not None:
            alike[difference.kind, difference.field.name, difference.there].append(difference.id)
    for (_, name, value), ids in alike.items():
        passages.set_field(session, ids, name, value)


def _set_labels(session: Any, changed: Sequence[Difference]) -> None:
    """Labels that the project has not are made."""
    ids = {label.name: label.id for label in labels.tree(session)}
    put: dict[int, list[int]] = defaultdict(list)
    taken: dict[int, list[int]] = defaultdict(list)
    for difference in changed:
        here, there = set(difference.here or ()), set(difference.there or ())
        for name in difference.there or ():
            if name not in ids:
                ids[name] = labels.add(session, name, COLOUR).id
        for names, passage_ids in ((there - here, put), (here - there, taken)):
            for name in names & ids.keys():
                passage_ids[ids[name]].append(difference.id or 0)
    for label_id, on in put.items():
        labels.put(session, label_id, on)
    for label_id, on in taken.items():
        labels.take(session, label_id, on)


def _set_properties(session: Any, changed: Sequence[Difference]) -> None:
    for difference in changed:
        if difference.field is not None and difference.id is not None:
            documents.set_property(session, difference.id, difference.field.name, difference.there)


def _tag_all(session: Any, new: Sequence[Difference]) -> None:
    """Tags the places of new rows; what a row leaves empty is read from the words."""
    own = words_of(session)
    texts = {id_: documents.text(session, id_) for id_ in {d.place[0] for d in new if d.place}}
    ids = passages.tag_all(session, [_row(difference, texts, own) for difference in new])
    labelled = zip(new, ids, strict=True)
    _set_labels(session, [replace(d, id=id_, there=d.there.get("labels")) for d, id_ in labelled])


def _row(new: Difference, texts: Mapping[int, tuple[str, int | None]], own: OwnWords) -> dict[str, Any]:
    """A new row as db.passages.tag_all takes it; `texts` are by document, with their years."""
    assert new.place is not None
    document_id, start, end = new.place
    kind = KINDS[new.kind]
    given = {f.name for f in kind.fields} & new.there.keys()
    detail = kind.detail(**{name: new.there[name] for name in given}, touched=sorted(given))
    text, year = texts[document_id]
    detail.fill(verbs.readings(text, start, end, kind.name, year, own))
    kept = {name: new.there[name] for name in ("note", "state") if name in new.there}
    place = {"document_id": document_id, "start": start, "end": end}
    return {**place, "kind": kind.name, "detail": detail, **kept}
