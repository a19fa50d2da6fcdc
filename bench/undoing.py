"""undo: one passage untagged, and a batch of 1,000 taken back, against the rows written by raw SQL."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt

from bench.material import Place, blocks, places
from bench.measure import Result, alternate, seconds
from bench.tagging import MANY, RUNS, window
from bench.window import Bare, activate, pressed
from workbench import verbs

BATCH = 1_000


def measure() -> Iterator[Result]:
    with TemporaryDirectory() as folder:
        text, stretches = blocks(seed=1)
        main = window(Path(folder), MANY)
        bare = Bare(Path(folder), text, places(stretches, MANY))
        pane = main.desk.reading.pane

        def untag(run: int) -> float:
            span = main.workspace.spans(1)[run]
            pane.reveal(span.start, span.end)
            main.tagging.focus([span.id])
            activate(main)
            return pressed(pane, Qt.Key.Key_Delete)

        def delete(run: int) -> float:
            place, id_ = taken(bare, 1, run)
            bare.reveal(place[0])
            return seconds(lambda: bare.delete(id_, place))

        def undo(run: int) -> float:
            main.workspace.do(verbs.untag, [span.id for span in main.workspace.spans(1)[:BATCH]])
            activate(main)
            return pressed(pane, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

        def insert(run: int) -> float:
            batch, ids = taken(bare, BATCH, 0)
            bare.delete(ids, batch)
            return seconds(lambda: bare.insert(batch))

        yield Result("undo", f"a passage untagged among {MANY:,}", *alternate(untag, delete, RUNS), goal=3.0)
        yield Result("undo", f"a batch of {BATCH:,} taken back", *alternate(undo, insert, 5), goal=3.0)


def taken(bare: Bare, count: int, skip: int) -> tuple[list[Place], list[int]]:
    """So many passages of the bare store, with their ids."""
    query = "SELECT id, start, end FROM passages ORDER BY start LIMIT ? OFFSET ?"
    rows = bare.connection.execute(query, (count, skip)).fetchall()
    return [Place(start, end, "target") for _, start, end in rows], [row[0] for row in rows]
