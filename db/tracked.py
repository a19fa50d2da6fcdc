"""Tracked promises as they are stored: counted, sifted and read as they come into sight.

db/derived.py has the tables; workbench/retracing.py fills them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Select,
    case,
    delete,
    func,
    insert,
    literal,
    select,
    true,
    union_all,
    update,
)
from sqlalchemy.orm import Session

from db.derived import DOCUMENTS, LINES, PROMISES, TrackedDocument, promise_of, relink
from db.models import Document
from db.rows import execute, parts, this_row
from db.search.folding import fold

WANTED: dict[str, ColumnElement[bool]] = {
    "all": true(),
    "told": PROMISES.c.told,
    **{state: PROMISES.c.state == state for state in ("missed", "not_reported", "open")},
    "proposed": PROMISES.c.told & (PROMISES.c.link_state != "confirmed"),
}
"""What promises may be narrowed to, by name; proposed is what the program alone says."""
STATES = ("met", "exceeded", "missed", "partly", "changed_scope", "not_reported", "open")
"""In the order in which they are listed."""
ORDERS: dict[str, ColumnElement[Any]] = {
    "indicator": PROMISES.c.shown,
    "year": PROMISES.c.year,
    "promised": PROMISES.c.value,
    "reported": PROMISES.c.reported,
    "gap": PROMISES.c.gap,
    "trace": case({state: place for place, state in enumerate(STATES)}, value=PROMISES.c.state),
    "sureness": case((PROMISES.c.told, PROMISES.c.sureness)),
    "lead": func.nullif(PROMISES.c.departments, ""),
}
"""What promises can be sorted by here, by the names of the columns of a list."""


@dataclass(frozen=True)
class Sieve:
    """Which promises are meant; no words, no department and no least sureness let all pass."""

    wanted: str = "all"
    words: str = ""
    department: str = ""
    least: float = 0.0

    def conditions(self) -> list[ColumnElement[bool]]:
        """What a promise must meet."""
        found = [WANTED[self.wanted]]
        found += [PROMISES.c.sought.contains(fold(word), autoescape=True) for word in self.words.split()]
        if self.department:
            among = literal("、") + PROMISES.c.departments + "、"
            found.append(among.contains(f"、{self.department}、", autoescape=True))
        if self.least:
            found.append(PROMISES.c.sureness >= self.least)
        return found


class Standing(NamedTuple):
    """A document of the library that has been read, and what its promises follow from."""

    document_id: int
    title: str
    year: int | None
    place: str
    digest: str
    dues: list[int]
    traced: str
    names: str


class Row(NamedTuple):
    """A promise as stored; documents of places are told by id alone."""

    id: int
    shown: str
    year: int | None
    promise: list[Any]
    report: list[Any] | None
    state: str
    gap: float | None
    sureness: float
    departments: str
    later: list[Any] | None
    course: str
    course_sureness: float
    computed: str
    whose: str
    link_id: int | None
    link_state: str


class Cell(NamedTuple):
    """The promises of a line due in one year: the one that is shown, and how many there are."""

    line_id: int
    year: int | None
    promise_id: int
    promises: int


def sought(*words: str) -> str:
    """Words as they are looked for."""
    return "\n".join(map(fold, words))


def tallies(session: Session) -> dict[str, int]:
    """How many promises there are of each that may be wanted."""
    columns = (func.coalesce(func.sum(case((which, 1), else_=0)), 0) for which in WANTED.values())
    return dict(zip(WANTED, session.execute(select(*columns).select_from(PROMISES)).one(), strict=True))


def departments(session: Session) -> list[str]:
    """The departments that promises name, those with the most promises first."""
    counted: Counter[str] = Counter()
    by_value = select(PROMISES.c.departments, func.count()).group_by(PROMISES.c.departments)
    for value, count in session.execute(by_value):
        counted.update(dict.fromkeys(filter(None, value.split("、")), count))
    return [name for name, _ in counted.most_common()]


def count(session: Session, sieve: Sieve) -> int:
    """How many promises pass that are proposed with a number: those that can be confirmed."""
    proposed = WANTED["proposed"] & PROMISES.c.reported.is_not(None)
    return session.scalar(select(func.count()).where(proposed, *sieve.conditions())) or 0


def confirmable(session: Session, sieve: Sieve) -> list[int]:
    """The ids of what `count` counts, in the order of documents and text."""
    proposed = WANTED["proposed"] & PROMISES.c.reported.is_not(None)
    return _ids(session, select(PROMISES.c.id).where(proposed, *sieve.conditions()).order_by(*_IN_PLACE))


def ids(session: Session, sieve: Sieve, order: tuple[str, bool] | None = None) -> list[int]:
    """The promises that pass, in the order of documents and text, or by one of ORDERS (and whether falling).

    What is empty there comes last in either order.
    """
    asked = select(PROMISES.c.id).where(*sieve.conditions())
    if order is not None:
        by, falling = ORDERS[order[0]], order[1]
        asked = asked.order_by(by.is_(None), by.desc() if falling else by)
    return _ids(session, asked.order_by(*_IN_PLACE))


_IN_PLACE = (PROMISES.c.document_id, PROMISES.c.start, PROMISES.c.id)


def _ids(session: Session, asked: Select[Any]) -> list[int]:
    return [id_ for (id_,) in session.connection().execute(asked).cursor.fetchall()]


def lines(session: Session, sieve: Sieve) -> list[int]:
    """The lines of the promises that pass: those told of in most years first, then well-known indicators."""
    columns = PROMISES.c.line_id, PROMISES.c.year
    told, listed = func.max(PROMISES.c.told).label("told"), func.max(PROMISES.c.listed).label("listed")
    cells = select(*columns, told, listed).where(*sieve.conditions()).group_by(*columns).subquery()
    by = func.sum(cells.c.told).desc(), func.max(cells.c.listed).desc(), func.count().desc(), cells.c.line_id
    return _ids(session, select(cells.c.line_id).group_by(cells.c.line_id).order_by(*by))


def years(session: Session, sieve: Sieve) -> list[int | None]:
    """The years promises that pass are due, in order; those without one last."""
    found = session.scalars(select(PROMISES.c.year).where(*sieve.conditions()).distinct())
    return sorted(found, key=lambda year: (year is None, year or 0))


def cells(session: Session, sieve: Sieve, line_ids: Sequence[int]) -> list[Cell]:
    """The cells of some lines."""
    columns = PROMISES.c.line_id, PROMISES.c.year
    asked = select(*columns, func.min(PROMISES.c.best), func.count()).where(*sieve.conditions())
    found = session.execute(asked.where(PROMISES.c.line_id.in_(line_ids)).group_by(*columns))
    return [Cell(line_id, year, promise_of(best), many) for line_id, year, best, many in found]


def names(session: Session, sieve: Sieve, line_ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """Of each line the name most of its promises are shown under, and whose it is."""
    columns = PROMISES.c.line_id, PROMISES.c.shown, LINES.c.whose
    many = func.count().label("many")
    found: dict[int, tuple[str, str]] = {}
    for part in parts(list(line_ids)):
        asked = select(*columns).join(LINES, LINES.c.id == PROMISES.c.line_id).group_by(*columns)
        mine = PROMISES.c.line_id.in_(part)
        rows = session.execute(asked.where(mine, *sieve.conditions()).order_by(many, PROMISES.c.id.desc()))
        found.update((line_id, (shown, whose)) for line_id, shown, whose in rows)
    return found


def line_of(session: Session, promise_id: int) -> int | None:
    """The line a promise stands in; None where it is gone."""
    return session.scalar(select(PROMISES.c.line_id).where(PROMISES.c.id == promise_id))


def of_line(session: Session, line_id: int) -> list[Row]:
    """All promises of a line."""
    found = _ids(session, select(PROMISES.c.id).where(PROMISES.c.line_id == line_id).order_by(*_IN_PLACE))
    return list(rows(session, found).values())


def plotted(session: Session) -> set[int]:
    """The lines with more than one number in the same measure, promised or reported."""
    dated = PROMISES.c.year.is_not(None)
    promised = select(PROMISES.c.line_id, PROMISES.c.measure).where(dated)
    reported = select(PROMISES.c.line_id, PROMISES.c.reported_measure)
    marks = union_all(promised, reported.where(dated, PROMISES.c.reported.is_not(None))).subquery()
    several = select(marks.c.line_id).group_by(*marks.c).having(func.count() > 1)
    return set(_ids(session, several))


def rows(session: Session, promise_ids: Sequence[int]) -> dict[int, Row]:
    """These promises, in their order; those that are gone are left out."""
    columns = [LINES.c.whose if name == "whose" else PROMISES.c[name] for name in Row._fields]
    asked = select(*columns).join(LINES, LINES.c.id == PROMISES.c.line_id)
    some = parts(promise_ids)
    found = {
        row[0]: Row._make(row)
        for part in some
        for row in session.execute(asked.where(PROMISES.c.id.in_(part)))
    }
    return {id_: found[id_] for id_ in promise_ids if id_ in found}


def titles(session: Session, document_ids: Collection[int]) -> dict[int, tuple[str, int | None]]:
    """By document its title and reference year."""
    columns = select(Document.id, Document.title, Document.reference_year)
    some = parts(list(document_ids))
    found = (row for part in some for row in session.execute(columns.where(Document.id.in_(part))))
    return {id_: (title, year) for id_, title, year in found}


def unchecked(session: Session) -> list[int]:
    """The documents of the library that something may have touched since they were read, or that were not."""
    known = select(DOCUMENTS.c.document_id).where(DOCUMENTS.c.checked)
    there = select(Document.id).where(Document.trashed.is_(None), Document.id.not_in(known))
    return _ids(session, there.order_by(Document.id))


def standing(session: Session) -> list[Standing]:
    """All documents of the library that were read, in the order of their import."""
    own = [DOCUMENTS.c[name] for name in Standing._fields[3:]]
    columns = Document.id, Document.title, Document.reference_year, *own
    asked = select(*columns).join(DOCUMENTS, DOCUMENTS.c.document_id == Document.id)
    found = session.execute(asked.where(Document.trashed.is_(None)).order_by(Document.id))
    return [Standing._make(row) for row in found]


def sources(session: Session, document_ids: Collection[int]) -> dict[int, str]:
    """By document the fingerprint of what it was read from."""
    asked = select(DOCUMENTS.c.document_id, DOCUMENTS.c.source)
    return dict(session.execute(asked.where(DOCUMENTS.c.document_id.in_(document_ids))).tuples().all())


def said(session: Session, document_ids: Collection[int]) -> dict[int, bytes]:
    """By document what was read of it, packed."""
    asked = select(DOCUMENTS.c.document_id, DOCUMENTS.c.said)
    some = parts(list(document_ids))
    found = (row for part in some for row in session.execute(asked.where(DOCUMENTS.c.document_id.in_(part))))
    return dict(found)


def check(session: Session, document_ids: Collection[int]) -> None:
    """Notes that documents are as they were when they were read."""
    mine = DOCUMENTS.c.document_id.in_(document_ids)
    session.execute(DOCUMENTS.update().where(mine).values(checked=True))


def keep_said(session: Session, document_id: int, **columns: Any) -> None:
    """Keeps what was read of a document: the columns of a TrackedDocument but what was traced."""
    there = session.get(TrackedDocument, document_id)
    if there is None:
        there = TrackedDocument(document_id=document_id, traced="", names="")
        session.add(there)
    for name, value in ({"checked": True} | columns).items():
        setattr(there, name, value)


def keep(
    session: Session, document_id: int, whose: str, promises: Sequence[Mapping[str, Any]], **traced: str
) -> None:
    """Keeps the promises of a document in place of those kept before; the same promise keeps its id.

    Each has the columns of a TrackedPromise but those of its links and its line, which is told by its words.
    `traced` are the fingerprints of what they follow from.
    """
    mine = PROMISES.c.document_id == document_id
    told_by = [PROMISES.c[name] for name in ("start", "indicator", "value", "id")]
    known = {
        (start, indicator, value): id_
        for start, indicator, value, id_ in session.execute(select(*told_by).where(mine))
    }
    session.execute(delete(PROMISES).where(mine))
    line_ids = _line_ids(session, whose, {promise["line"] for promise in promises})
    blank = dict.fromkeys(PROMISES.c.keys()) | {"document_id": document_id, "link_state": "", "best": 0}
    made = [
        blank
        | {name: value for name, value in promise.items() if name != "line"}
        | {"line_id": line_ids[promise["line"]], "state": promise["computed"]}
        | {"id": known.pop((promise["start"], promise["indicator"], promise["value"]), None)}
        for promise in promises
    ]
    made.sort(key=lambda promise: promise["id"] is None)
    if made:
        execute(session, insert(PROMISES), {name: [row[name] for row in made] for name in blank})
    relink(session, [document_id])
    session.execute(DOCUMENTS.update().where(DOCUMENTS.c.document_id == document_id).values(**traced))


def _line_ids(session: Session, whose: str, wanted: Collection[str]) -> dict[str, int]:
    """The lines of a place by their words, made where there are none."""
    of_place = select(LINES.c.line, LINES.c.id).where(LINES.c.whose == whose, LINES.c.line.in_(wanted))
    found = dict(session.execute(of_place).tuples().all())
    missing = [{"line": line, "whose": whose} for line in sorted(wanted) if line not in found]
    if missing:
        session.execute(insert(LINES), missing)
        found = dict(session.execute(of_place).tuples().all())
    return found


def shown_otherwise(session: Session, names: str) -> set[str]:
    """What was read as indicators of promises whose names are not those of a fingerprint."""
    stale = select(DOCUMENTS.c.document_id).where(DOCUMENTS.c.names != names)
    asked = select(PROMISES.c.indicator).where(PROMISES.c.document_id.in_(stale)).distinct()
    return set(session.scalars(asked))


def rename(session: Session, shown: Mapping[str, tuple[str, str]], names: str) -> None:
    """Shows indicators, by what they were read as, under a name and in a line; `names` is the fingerprint."""
    columns = [PROMISES.c[name] for name in ("id", "indicator", "shown", "sought")]
    asked = select(*columns, LINES.c.whose).join(LINES, LINES.c.id == PROMISES.c.line_id)
    found = [row for row in session.execute(asked) if shown.get(row.indicator, (row.shown,))[0] != row.shown]
    for whose, some in groupby(sorted(found, key=attrgetter("whose")), attrgetter("whose")):
        changed = list(some)
        lines = _line_ids(session, whose, {shown[row.indicator][1] for row in changed})
        news = {
            "the_id": [row.id for row in changed],
            "shown": [shown[row.indicator][0] for row in changed],
            "line_id": [lines[shown[row.indicator][1]] for row in changed],
            "sought": [_sought_as(shown[row.indicator][0], row.sought) for row in changed],
        }
        execute(session, update(PROMISES).where(this_row(PROMISES)), news)
    session.execute(DOCUMENTS.update().values(names=names))


def _sought_as(name: str, before: str) -> str:
    return sought(name) + before[before.index("\n") :]
