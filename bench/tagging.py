"""tag: from the key to the passage committed and painted, against one raw commit and one block painted."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt

from bench import projects
from bench.material import LENGTH, Place, blocks, places
from bench.measure import Result, alternate, seconds
from bench.projects import Size
from bench.window import Bare, activate, opened, pressed
from desktop.main_window import MainWindow

MANY, FEW = 10_000, 100
RUNS = 15


def measure() -> Iterator[Result]:
    with TemporaryDirectory() as folder:
        text, stretches = blocks(seed=1)
        full, nearly_empty = (window(Path(folder), count) for count in (MANY, FEW))
        bare = Bare(Path(folder), text, places(stretches, MANY))
        fresh = places(stretches[:12], RUNS + 1, seed=9)

        def ours(run: int) -> float:
            return tag(full, fresh[run])

        def limit(run: int) -> float:
            bare.reveal(fresh[run])
            return seconds(lambda: bare.insert([fresh[run]]))

        def among_few(run: int) -> float:
            return tag(nearly_empty, fresh[run])

        yield Result("tag", f"a passage among {MANY:,}", *alternate(ours, limit, RUNS), goal=3.0)
        yield Result("tag", f"the same, to one among {FEW}", *alternate(ours, among_few, RUNS), goal=1.5)


def window(folder: Path, count: int) -> MainWindow:
    """The window with a document that has so many passages."""
    project = folder / f"{count}.cezhu"
    projects.make(project, [Size(LENGTH, count)])
    return opened(project, 1)


def tag(window: MainWindow, place: Place) -> float:
    pane = window.desk.reading.pane
    activate(window)
    pane.reveal(place.start, place.end)
    pane.select(place.start, place.end)
    before = window.workspace.spans(1)
    taken = pressed(pane, Qt.Key.Key_2)
    assert len(window.workspace.spans(1)) == len(before) + 1, "the key did not tag"
    return taken
