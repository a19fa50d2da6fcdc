"""open: from the click on a document to its text painted, against a bare text widget that takes it."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import projects
from bench.material import LENGTH
from bench.measure import Result, alternate
from bench.projects import Size
from bench.screen import PANE, application, painted, plain_text, shown
from desktop.reading_view import ReadingView
from desktop.theme import reading_font
from desktop.workspace import Workspace

GOALS = {2_000: 2.0, 10_000: 3.0}
"""Passages in the document → how many times the bare widget's time may be taken."""


def measure() -> Iterator[Result]:
    application()
    for count, goal in GOALS.items():
        with TemporaryDirectory() as folder:
            project = Path(folder) / "open.cezhu"
            projects.make(project, [Size(LENGTH, count)] * 2)
            work = f"{LENGTH:,} characters with {count:,} passages"
            yield Result("open", work, *compared(project), goal=goal)


def compared(project: Path) -> tuple[float, float]:
    """Opens the project's two documents by turns, so that none is shown already."""
    workspace = Workspace()
    workspace.open(project, "分析员", 1000)
    view = ReadingView()
    view.source = workspace
    shown(view, PANE)
    bare = plain_text(reading_font("", 13))
    shown(bare)
    ids = [shelved.id for shelved in workspace.shelf()]
    texts = [workspace.document(document_id).text for document_id in ids]
    try:
        return alternate(
            lambda run: painted(view.pane, lambda: view.open(ids[run % 2])),
            lambda run: painted(bare, lambda: bare.setPlainText(texts[run % 2])),
        )
    finally:
        application().processEvents()
        workspace.close()
