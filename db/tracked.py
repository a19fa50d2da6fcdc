"""Tracked promises as they are stored: counted, sifted and read as they come into sight.

db/derived.py has the tables; workbench/retracing.py fills them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Select,
    case,
    func,
    literal,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import Session

from db.derived import DOCUMENTS, LINES, PROMISES, promise_of
from db.models import Document
from db.rows import parts
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

    def conditions(self, *within: ColumnElement[bool]) -> list[ColumnElement[bool]]:
        """What a promise must meet; `within` are conditions besides that leave few, which are met first.

        Where none do, words are looked for in one go through the table, and not by way of an index of cells.
        """
        of = PROMISES if within else PROMISES.alias()
        has = [of.c.sought.contains(fold(word), autoescape=True) for word in self.words.split()]
        found = [*within, WANTED[self.wanted]]
        if has:
            found += has if within else [PROMISES.c.id.in_(select(of.c.id).where(*has))]
        if self.department:
            among = literal("、") + PROMISES.c.departments + "、"
            found.append(among.contains(f"、{self.department}、", autoescape=True))
        if self.least:
            found.append(PROMISES.c.sureness >= self.least)
        return found


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
    return session.scalar(select(func.count()).where(*sieve.conditions(proposed))) or 0


def confirmable(session: Session, sieve: Sieve) -> list[int]:
    """The ids of what `count` counts, in the order of documents and text."""
    proposed = WANTED["proposed"] & PROMISES.c.reported.is_not(None)
    return found_ids(session, select(PROMISES.c.id).where(*sieve.conditions(proposed)).order_by(*IN_PLACE))


def joined(session: Session) -> list[int]:
    """The promises that are passages and have a report or a next plan."""
    both = PROMISES.c.report_id.is_not(None) | PROMISES.c.later.is_not(None)
    asked = select(PROMISES.c.id).where(PROMISES.c.passage_id.is_not(None), both)
    return found_ids(session, asked.order_by(*IN_PLACE))


def ids(session: Session, sieve: Sieve, order: tuple[str, bool] | None = None) -> list[int]:
    """The promises that pass, in the order of documents and text, or by one of ORDERS (and whether falling).

    What is empty there comes last in either order.
    """
    asked = select(PROMISES.c.id).where(*sieve.conditions())
    if order is not None:
        by, falling = ORDERS[order[0]], order[1]
        asked = asked.order_by(by.is_(None), by.desc() if falling else by)
    return found_ids(session, asked.order_by(*IN_PLACE))


IN_PLACE = (PROMISES.c.document_id, PROMISES.c.start, PROMISES.c.id)


def found_ids(session: Session, asked: Select[Any]) -> list[int]:
    return [id_ for (id_,) in session.connection().execute(asked).cursor.fetchall()]


def lines(session: Session, sieve: Sieve) -> list[int]:
    """The lines of the promises that pass: those told of in most years first, then well-known indicators."""
    columns = PROMISES.c.line_id, PROMISES.c.year
    told, listed = func.max(PROMISES.c.told).label("told"), func.max(PROMISES.c.listed).label("listed")
    cells = select(*columns, told, listed).where(*sieve.conditions()).group_by(*columns).subquery()
    by = func.sum(cells.c.told).desc(), func.max(cells.c.listed).desc(), func.count().desc(), cells.c.line_id
    return found_ids(session, select(cells.c.line_id).group_by(cells.c.line_id).order_by(*by))


def of_several(session: Session) -> bool:
    """Whether documents of more than one place promise something."""
    promising = DOCUMENTS.c.document_id.in_(select(PROMISES.c.document_id))
    places = select(DOCUMENTS.c.place).where(promising).distinct().limit(2)
    return len(session.scalars(places).all()) > 1


def years(session: Session, sieve: Sieve) -> list[int | None]:
    """The years promises that pass are due, in order; those without one last."""
    found = session.scalars(select(PROMISES.c.year).where(*sieve.conditions()).distinct())
    return sorted(found, key=lambda year: (year is None, year or 0))


def cells(session: Session, sieve: Sieve, line_ids: Sequence[int]) -> list[Cell]:
    """The cells of some lines."""
    columns = PROMISES.c.line_id, PROMISES.c.year
    mine = sieve.conditions(PROMISES.c.line_id.in_(line_ids))
    asked = select(*columns, func.min(PROMISES.c.best), func.count()).where(*mine)
    found = session.execute(asked.group_by(*columns))
    return [Cell(line_id, year, promise_of(best), many) for line_id, year, best, many in found]


def names(session: Session, sieve: Sieve, line_ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """Of each line the name most of its promises are shown under, and whose it is."""
    columns = PROMISES.c.line_id, PROMISES.c.shown, LINES.c.whose
    many = func.count().label("many")
    found: dict[int, tuple[str, str]] = {}
    for part in parts(list(line_ids)):
        asked = select(*columns).join(LINES, LINES.c.id == PROMISES.c.line_id).group_by(*columns)
        mine = sieve.conditions(PROMISES.c.line_id.in_(part))
        rows = session.execute(asked.where(*mine).order_by(many, PROMISES.c.id.desc()))
        found.update((line_id, (shown, whose)) for line_id, shown, whose in rows)
    return found


def line_of(session: Session, promise_id: int) -> int | None:
    """The line a promise stands in; None where it is gone."""
    return session.scalar(select(PROMISES.c.line_id).where(PROMISES.c.id == promise_id))


def of_line(session: Session, line_id: int, most: int) -> list[Row]:
    """The promises of a line; where they are more than `most`, those best told."""
    mine = select(PROMISES.c.id).where(PROMISES.c.line_id == line_id).order_by(PROMISES.c.best).limit(most)
    best = select(PROMISES.c.id).where(PROMISES.c.id.in_(mine)).order_by(*IN_PLACE)
    return list(rows(session, found_ids(session, best)).values())


def plotted(session: Session) -> list[int]:
    """The lines with more than one number in one measure, promised or reported; those with most first."""
    dated = PROMISES.c.year.is_not(None)
    promised = select(PROMISES.c.line_id, PROMISES.c.measure).where(dated)
    reported = select(PROMISES.c.line_id, PROMISES.c.reported_measure)
    marks = union_all(promised, reported.where(dated, PROMISES.c.reported.is_not(None))).subquery()
    several = select(marks.c.line_id).group_by(*marks.c).having(func.count() > 1)
    return list(dict.fromkeys(found_ids(session, several.order_by(func.count().desc(), marks.c.line_id))))


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
