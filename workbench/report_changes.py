"""What each document of a report changes of the one before it, for a briefing that is asked for it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from db.store import Store
from exporters.report import Report, ReportChange

SHORTEST = 12
"""Characters of a sentence; what is shorter is a heading or a cell of a table."""


def with_changes(store: Store, report: Report) -> Report:
    """The report with the changes between its documents in turn, the earliest first."""
    dated = sorted(
        report.documents, key=lambda document: (document.reference_year or 0, str(document.issued))
    )
    pairs = pairwise(document.id for document in dated)
    return replace(report, changes=tuple(change for pair in pairs for change in changes(store, *pair)))


def changes(store: Store, earlier_id: int, later_id: int) -> Iterator[ReportChange]:
    """What the later document changes, sentence by sentence; what stays, and headings, are left out."""
    from workbench import comparing  # reads words: the command line waits for this module

    for line in comparing.compare(store, earlier_id, later_id).lines:
        if max(len(line.a), len(line.b)) < SHORTEST:
            continue
        state = "moved" if line.pair.state == "same" and line.pair.moved else line.pair.state
        if state != "same":
            numbers = line.a_paragraph, line.b_paragraph
            yield ReportChange(state, earlier_id, later_id, line.a, line.b, *numbers)
