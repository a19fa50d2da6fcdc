"""Which stretches of the texts may meet a query: asked of their lines, so that few quotes need be read."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field

from sqlalchemy import text
from sqlalchemy.orm import Session

from db.search.finding import OFFSET, Query
from db.search.index import place_of

OFFERED = text(
    "SELECT lines.id, (SELECT min(id) FROM search_lines WHERE id > search.rowid), folded, shifts "
    "FROM search JOIN search_lines AS lines ON lines.id = search.rowid "
    "WHERE search MATCH :match AND search.rowid >= :first AND search.rowid < :after ORDER BY search.rowid"
)
"""The lines that the index offers, each with the next one and as it is kept."""


@dataclass
class Lines:
    """The lines of a document that may hold a hit: their starts, those of the next ones, and what is kept."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    kept: list[tuple[str, str | None]] = field(default_factory=list)

    def may_hold(self, query: Query, start: int, end: int) -> bool:
        """Whether text[start:end] may meet a query; false only where it does not."""
        last = bisect_left(self.starts, end) - 1
        if last < 0 or self.ends[last] <= start:
            return False
        folded, shifts = self.kept[last]
        first, after = start - self.starts[last], end - self.starts[last]
        if query.reaches_over_lines or shifts or first < 0 or after > len(folded):
            return True
        return bool(query.find_in(folded[first:after], None))


def lines(session: Session, query: Query, first: int, after: int) -> dict[int, Lines]:
    """By document, the lines of a stretch of the index that may hold a hit."""
    found: dict[int, Lines] = defaultdict(Lines)
    asked = {"match": query.match, "first": first, "after": after}
    rows = session.connection().execute(OFFERED, asked).cursor.fetchall()
    for line, following, folded, shifts in rows:
        document_id, start = place_of(line)
        next_document, next_start = place_of(following or 0)
        mine = found[document_id]
        mine.starts.append(start)
        mine.ends.append(next_start if next_document == document_id else OFFSET)
        mine.kept.append((folded, shifts))
    return found
