"""growth: what is waited for as a project grows, drawn and judged: in documents, then in passages.

Documents have 20,000 characters and 100 passages each, so 995 of them are what an analyst of all provinces'
reports over thirty years works with. The passages are those of a project of 100 documents. What touches one
document may not grow with the project; what lists all of it may grow no faster than the project does.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

from bench import curves, projects
from bench.measure import Result, seconds
from bench.waited import EACH, WORKS, Work
from db.store import Store

SLACK = 2.0
"""Times an operation may take more than it should: caches are colder, trees deeper."""
PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
HOLDING = 100
"""Documents that hold the growing passages."""


class Axis(NamedTuple):
    """What grows in a project, how large it is by turns, and what makes it grow from one size to the next."""

    name: str
    sizes: tuple[int, ...]
    grow: Callable[[Store, int, int], None]
    caption: str


def measure() -> Iterator[Result]:
    for axis in AXES:
        taken: dict[str, list[float]] = {work.name: [] for work in WORKS}
        for work, seconds_taken in followed(axis):
            taken[work.name].append(seconds_taken)
        draw(axis, taken)
        for work in WORKS:
            yield judged(axis, work, taken[work.name])


def followed(axis: Axis) -> Iterator[tuple[Work, float]]:
    """How long each work takes at each size, in seconds."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "growing.cezhu"
        Store.create(path).close()
        for before, size in zip((0, *axis.sizes), axis.sizes, strict=False):
            with Store.open(path) as store:
                axis.grow(store, before, size)
            for work in WORKS:
                yield work, timed(work, path)


def timed(work: Work, path: Path) -> float:
    """The processor's time, the least of some runs: sizes are measured minutes apart, on a machine that is
    busy with other things now and then."""
    if work.do is None:
        return min(seconds(lambda: Store.open(path).close(), process_time) for _ in range(work.runs))
    with Store.open(path) as store:
        return min(seconds(partial(work.do, store, run), process_time) for run in range(work.runs))


def judged(axis: Axis, work: Work, times: list[float]) -> Result:
    """The time at the largest size, against that at the first; for what lists all, at the last but one."""
    most, compared = axis.sizes[-1], axis.sizes[0] if work.of_one else axis.sizes[-2]
    grown = 1.0 if work.of_one else most / compared
    allowed = f"as among {compared:,}" if work.of_one else f"{grown:.0f} times that of {compared:,}"
    limit = times[axis.sizes.index(compared)] * grown
    name = f"{work.name}, {most:,} {axis.name}; {allowed}"
    return Result("growth", name, 1000 * times[-1], 1000 * limit, goal=SLACK)


def draw(axis: Axis, taken: dict[str, list[float]]) -> None:
    """Two pictures: what touches one document, and what lists all."""
    for which, of_one in (("one", True), ("all", False)):
        times = {
            work.name: [1000 * time for time in taken[work.name]] for work in WORKS if work.of_one is of_one
        }
        curves.draw(PICTURES / f"growth-{axis.name}-{which}.svg", axis.sizes, times, axis.caption)


def _more_documents(store: Store, before: int, size: int) -> None:
    projects.grow(store, before, [EACH] * (size - before))


def _more_passages(store: Store, before: int, size: int) -> None:
    """The first document keeps its passages, the others get more."""
    if before:
        projects.tag(store, range(2, HOLDING + 1), size - before, seed=size)
    else:
        projects.grow(store, 0, [EACH._replace(passages=size), *[EACH._replace(passages=0)] * (HOLDING - 1)])


AXES = (
    Axis("documents", (1, 10, 100, 995), _more_documents, "documents, with 100 passages each"),
    Axis("passages", (100, 1_000, 10_000, 100_000), _more_passages, f"passages in {HOLDING} documents"),
)
