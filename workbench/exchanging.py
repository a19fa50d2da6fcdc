"""REFI-QDA files of this and other programs, taken into a project as one step.

Documents whose text the project has are not made again, nor passages that stand in their place already:
taking a file in twice changes nothing. How codes become kinds and labels stands in exchanged_codes.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db import documents, labels, passages
from db.kinds import KINDS, Detail
from db.models import Document
from db.store import Store
from exporters.identity import PROGRAM
from workbench import verbs
from workbench.exchanged_codes import Codebook
from workbench.exchanged_values import field_values, property_values, strangers
from workbench.lexicon import words_of

if TYPE_CHECKING:
    from importers.refi_qda import Exchange, Selection, Source

SUFFIXES = (".qdpx", ".qdc")

ASSUMED = "task"
"""The kind of a selection that no code gives one: most sentences of a policy document ask for something."""

COLOUR = "#7b8594"
"""Of labels whose codes have none."""

Row = dict[str, Any]
"""A passage to be made, as `db.passages.tag_all` takes it."""


@dataclass
class Taken:
    """How much was taken over; `known` documents were in the project already.

    `left` says what had no place, in the words of LEFT, and how many there were.
    """

    documents: int = 0
    known: int = 0
    passages: int = 0
    labels: int = 0
    left: dict[str, int] = field(default_factory=dict)

    def told(self) -> str:
        known = f" ({self.known} known already)" if self.known else ""
        made = f"{self.documents} documents{known}, {self.passages} passages, {self.labels} labels"
        return "\n  ".join([made, *(f"left: {count:,} {what}" for what, count in self.left.items())])


def take_in(
    store: Store, path: Path, kinds: Mapping[str, str] | None = None, otherwise: str | None = None
) -> Taken:
    """Take a `.qdpx` or `.qdc` into the project.

    `kinds` tells by the names of codes which kind they are. Selections of no kind become `otherwise`; without
    it they become suggestions of ASSUMED, since nobody has said what they are, and reports leave them out
    until somebody confirms them. Raises what `importers.refi_qda.read` does; the project stays as it was.
    """
    from importers import refi_qda

    return take_over(store, refi_qda.read(path), path.name, kinds, otherwise)


def take_over(
    store: Store,
    exchange: Exchange,
    name: str,
    kinds: Mapping[str, str] | None = None,
    otherwise: str | None = None,
) -> Taken:
    """Take into the project what was read from the file of that name, as `take_in` does."""
    with store.step("take over") as session:
        return _Taking(session, exchange, Codebook(exchange, kinds or {}), otherwise).taken(name)


class _Taking:
    """One file on its way into the project."""

    def __init__(self, session: Any, exchange: Exchange, codes: Codebook, otherwise: str | None) -> None:
        self.session, self.exchange, self.codes = session, exchange, codes
        self.otherwise = otherwise
        self.is_own = exchange.origin == PROGRAM
        self.own_words = words_of(session)
        self.left = Counter(exchange.left)
        self.result = Taken()
        self.label_ids = self._make_labels()
        self.bearing: dict[int, list[int]] = {}

    def taken(self, name: str) -> Taken:
        for source in self.exchange.sources:
            self._take_source(source, name)
        for label_id, ids in self.bearing.items():
            labels.put(self.session, label_id, ids)
        self.left["Variable"] += strangers(self.exchange)
        self.result.left = {told(reason): count for reason, count in self.left.items() if count}
        return self.result

    def _make_labels(self) -> dict[str, int]:
        """By the GUID of its code, each label; one of that name at that place in the tree is taken again."""
        known = {(label.parent_id, label.name): label.id for label in labels.tree(self.session)}
        made: dict[str, int] = {}
        for code in self.codes.labels:
            place = made.get(self.codes.above(code) or ""), code.name
            if place not in known:
                label = labels.add(self.session, code.name, code.colour or COLOUR, place[0])
                known[place] = label.id
                self.result.labels += 1
            made[code.guid] = known[place]
        return made

    def _take_source(self, source: Source, name: str) -> None:
        from importers.refi_text import Shift, document

        shift = Shift(source.text)
        if not shift.lines:
            self.left["text"] += 1
            return
        made = document(shift.lines, source.name or name, source.text.encode())
        stored, standing = self._stored(made, source)
        rows, borne = [], []
        for selection in source.selections:
            start, end = shift.interval(selection.start, selection.end)
            for row in self._rows(selection, made.text, start, end, made.reference_year):
                if (start, end, row["kind"]) not in standing:
                    rows.append({**row, "document_id": stored})
                    borne.append(selection.codes)
        self._tag(rows, borne)

    def _stored(self, document: Document, source: Source) -> tuple[int, set[tuple[int, int, str]]]:
        """The id of the document of this text, and the passages that stand in it."""
        twin = documents.twin(self.session, document.sha256, document.text_sha256)
        if twin and not twin.trashed and documents.text(self.session, twin.id)[0] == document.text:
            self.result.known += 1
            return twin.id, {(s.start, s.end, s.kind) for s in passages.spans(self.session, twin.id)}
        for name, value in property_values(source, self.is_own).items():
            setattr(document, name, value)
        document.note = "\n".join(source.notes)
        self.result.documents += 1
        return documents.add(self.session, document, source.text.encode()).id, set()

    def _rows(self, selection: Selection, text: str, start: int, end: int, year: int | None) -> Iterator[Row]:
        """The passages a selection becomes: one for each kind its codes have."""
        kinds = self.codes.kinds(selection.codes)
        if start >= end or not (selection.codes or selection.notes or selection.description.strip()):
            self.left["Selection"] += 1
            return
        moments = {"created": selection.created, "changed": selection.changed or selection.created}
        assumed = not (kinds or self.otherwise)
        self.left["Kind"] += assumed
        for kind in kinds or [self.otherwise or ASSUMED]:
            yield {
                "start": start,
                "end": end,
                "kind": kind,
                "detail": self._detail(selection, kind, text, start, end, year),
                "note": self._note(selection),
                "state": "suggested" if assumed else "confirmed",
                "author": selection.author,
                **{name: moment for name, moment in moments.items() if moment},
            }

    def _detail(
        self, selection: Selection, kind: str, text: str, start: int, end: int, year: int | None
    ) -> Detail:
        """The fields the file gives; where another program wrote it, those its words tell."""
        values = field_values(selection.values, kind)
        if values or self.is_own:
            return KINDS[kind].detail(**values, touched=list(values))
        detail = KINDS[kind].detail()
        detail.fill(verbs.readings(text, start, end, kind, year, self.own_words))
        return detail

    def _note(self, selection: Selection) -> str:
        """The notes; our own descriptions only repeat the fields."""
        said = selection.notes if self.is_own else (selection.description.strip(), *selection.notes)
        return "\n".join(filter(None, said))

    def _tag(self, rows: Sequence[Row], borne: Sequence[tuple[str, ...]]) -> None:
        """Make the passages. Rows need not have the same columns: those that do are made together."""
        groups: dict[frozenset[str], list[int]] = {}
        for i, row in enumerate(rows):
            groups.setdefault(frozenset(row), []).append(i)
        for indexes in groups.values():
            ids = passages.tag_all(self.session, [rows[i] for i in indexes])
            for i, id_ in zip(indexes, ids, strict=True):
                for code in borne[i]:
                    if code in self.label_ids:
                        self.bearing.setdefault(self.label_ids[code], []).append(id_)
        self.result.passages += len(rows)


def told(reason: str) -> str:
    """What is left for a reason, in the words of an analyst."""
    from importers.refi_qda import LEFT

    return LEFT[reason]
