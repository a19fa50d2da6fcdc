"""What each document of a report changes of the one before it, for a briefing that is asked for it.

Comparing many documents takes a while, so it needs no store: what it needs is read before, at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from db import documents
from db.store import Store
from exporters.progress import Tick
from exporters.report import Report, ReportChange, ReportDocument
from exporters.series import series

if TYPE_CHECKING:
    from analysis.align import Text
    from workbench.comparing import Line

SHORTEST = 12
"""Characters of a sentence; what is shorter is a heading or a cell of a table."""
_PICTURE = re.compile(r"\[picture(?:, page \d+)?\]")
"""What importers leave in the text for a picture or a scanned page."""
MOST = 40
"""Pairs of documents that are compared, the latest ones: their tables are as long as the documents."""
_BESIDE = 20
"""Characters that a document has at least for every picture; with fewer it is a scan."""

Known = dict[tuple[int, int], tuple[ReportChange, ...]]
"""By an earlier and a later document, what was found to have changed."""


class Paper(NamedTuple):
    """A document as it is compared; where its paragraphs begin, and their numbers."""

    id: int
    text: Text
    paragraphs: list[tuple[int, int | None]]


def with_changes(store: Store, report: Report) -> Report:
    """The report with the changes between those of its documents that belong together, in turn."""
    return compared(report, papers(store, report))


def papers(store: Store, report: Report) -> list[Paper]:
    """The documents of a report that are to be compared, series by series, with their texts; no scans."""
    from workbench import comparing  # reads words: the command line waits for this module

    latest = _pairs(report)[:MOST]
    wanted = {one.id for pair in latest for one in pair}
    found = []
    for document in (one for some in series(report.documents) for one in some if one.id in wanted):
        text = comparing.text(store, document.id)
        if _is_scan(text.text):
            continue
        with store.read() as session:
            found.append(Paper(document.id, text, documents.paragraphs(session, document.id)))
    return found


def compared(
    report: Report, papers: Sequence[Paper], tick: Tick | None = None, known: Known | None = None
) -> Report:
    """The report with the changes between the latest documents that follow each other in one series.

    `tick(done, total)` counts the pairs; what it raises passes on. `known` is asked first, and grows.
    """
    known = {} if known is None else known
    by_id = {paper.id: paper for paper in papers}
    rows = [[by_id[one.id] for one in some if one.id in by_id] for some in series(report.documents)]
    pairs = [pair for row in rows for pair in pairwise(row)]
    for done, (earlier, later) in enumerate(pairs, 1):
        pair = earlier.id, later.id
        if pair not in known:
            known[pair] = tuple(_changes(earlier, later))
        if tick is not None:
            tick(done, len(pairs))
    found = (change for earlier, later in pairs for change in known[earlier.id, later.id])
    return replace(report, changes=tuple(found), uncompared=max(0, len(_pairs(report)) - MOST))


def _pairs(report: Report) -> list[tuple[ReportDocument, ReportDocument]]:
    """The documents that follow each other in one series, two by two, the latest first."""
    found = [pair for some in series(report.documents) for pair in pairwise(some)]
    return sorted(found, key=lambda pair: pair[1].reference_year or 0, reverse=True)


def _is_scan(text: str) -> bool:
    words, pictures = _PICTURE.subn("", text)
    return len(words.strip()) < _BESIDE * pictures


def _changes(earlier: Paper, later: Paper) -> Iterator[ReportChange]:
    """What the later document changes, sentence by sentence, without what stays, headings and pictures."""
    from analysis.align import align
    from workbench import comparing

    both = earlier, later
    alignment = align(earlier.text, later.text).at_least(comparing.USUAL)
    texts, paragraphs = [paper.text.text for paper in both], [paper.paragraphs for paper in both]
    for line in comparing.lines(alignment, texts, paragraphs):
        a, b = (_PICTURE.sub("", words).strip() for words in (line.a, line.b))
        state = _state(line, a, b)
        if state != "same" and max(len(a), len(b)) >= SHORTEST:
            numbers = line.a_paragraph if a else None, line.b_paragraph if b else None
            yield ReportChange(state, earlier.id, later.id, a, b, *numbers)


def _state(line: Line, a: str, b: str) -> str:
    """What became of a sentence, by what of its sides is more than a picture."""
    if not a or not b:
        return "dropped" if a else "new"
    if a == b:
        return "moved" if line.pair.moved else "same"
    return line.pair.state
