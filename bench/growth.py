"""growth: what is waited for as a project grows from one document to a thousand, drawn and judged.

Documents have 20,000 characters and 100 passages each, so 995 of them are what an analyst of all provinces'
reports over thirty years works with. What touches one document may not grow with the project; what lists all
of it may grow no faster than the project does.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench import curves, projects
from bench.material import blocks, places
from bench.measure import Result, seconds
from bench.projects import Size
from db import documents, ledgers, passages
from db.store import Store
from workbench import verbs

SIZES = (1, 10, 100, 995)
EACH = Size(20_000, 100)
RUNS = 7
SLACK = 2.0
"""Times an operation may take more than it did at its first size: caches are colder, trees deeper."""
PICTURE = Path(__file__).parents[1] / "docs" / "pictures" / "growth.svg"


class Work(NamedTuple):
    """An operation: what it does with a store, for the n-th time, and whether it touches one document.

    Where nothing is done, it is the opening and closing of the project.
    """

    name: str
    do: Callable[[Store, int], object] | None
    of_one: bool


def measure() -> Iterator[Result]:
    taken: dict[str, list[float]] = {work.name: [] for work in WORKS}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "growing.cezhu"
        Store.create(path).close()
        for before, size in zip((0, *SIZES), SIZES, strict=False):
            with Store.open(path) as store:
                projects.grow(store, before, [EACH] * (size - before))
            for work in WORKS:
                taken[work.name].append(timed(work, path))
    curves.draw(PICTURE, SIZES, {name: [1000 * t for t in times] for name, times in taken.items()})
    for work in WORKS:
        yield judged(work, taken[work.name])


def timed(work: Work, path: Path) -> float:
    """The median of some runs, after one to warm up."""
    if work.do is None:
        return median([seconds(lambda: Store.open(path).close()) for _ in range(RUNS + 1)][1:])
    with Store.open(path) as store:
        return median([seconds(partial(work.do, store, run)) for run in range(RUNS + 1)][1:])


def judged(work: Work, times: list[float]) -> Result:
    """The time at the largest size against what it may be by that at the first; for lists, at the second."""
    grown = 1.0 if work.of_one else SIZES[-1] / SIZES[1]
    first = times[0] if work.of_one else times[1]
    allowed = "as with one document" if work.of_one else f"{grown:.0f} times that of {SIZES[1]}"
    name = f"{work.name}, {SIZES[-1]} documents; {allowed}"
    return Result("growth", name, 1000 * times[-1], 1000 * first * grown, goal=SLACK)


def _read_document(store: Store, run: int) -> None:
    with store.read() as session:
        documents.sheet(session, 1)
        passages.spans(session, 1, 1_000)


def _tag(store: Store, run: int) -> None:
    place = places(blocks(EACH.length, seed=1)[1], 20, seed=run + 50)[run]
    verbs.tag(store, 1, place.start, place.end, "target")
    store.undo()


def _count(store: Store, run: int) -> None:
    with store.read() as session:
        documents.counts(session, [1])


def _library(store: Store, run: int) -> None:
    with store.read() as session:
        documents.shelf(session)


def _ledger(store: Store, run: int) -> None:
    with store.read() as session:
        ids = ledgers.ids(session, "target")
        ledgers.rows_by_id(session, "target", ids[-200:])


WORKS = (
    Work("a document opened", _read_document, of_one=True),
    Work("a passage tagged and taken back", _tag, of_one=True),
    Work("a document's passages counted", _count, of_one=True),
    Work("the project opened", None, of_one=True),
    Work("the library listed", _library, of_one=False),
    Work("a ledger shown", _ledger, of_one=False),
)
