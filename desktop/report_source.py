"""What the export dialog asks of the project: reports to preview, an editor's questions, presets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject

from db.store import Store
from desktop.work import Tick
from desktop.workspace import Workspace
from exporters.briefing import compares
from workbench import checking, presets, verbs
from workbench.presets import Preset
from workbench.report_changes import Known, Paper, compared, papers

if TYPE_CHECKING:
    from desktop.pages.pictures import Pictures
    from exporters.questions import Question
    from exporters.report import Report

LISTED = 1_000
"""Questions that are listed; further ones are counted."""


@dataclass(frozen=True)
class ExportRequest:
    """A report to be written: `form` is the exporter's name; documents in the order of the list.

    `options` are those of the form's own module, None where it has none.
    """

    path: Path
    form: str
    document_ids: tuple[int, ...]
    kinds: tuple[str, ...]
    title: str
    language: str
    options: Any = None


class ReportSource:
    """Gathers from the open project; what was gathered last is kept until something else is asked for.

    `language` is that of the window, `home` outlives what is worked out in threads, `pictures` paint pages.
    """

    def __init__(
        self,
        workspace: Workspace,
        language: str,
        home: QObject,
        pictures: Pictures | None = None,
    ) -> None:
        self.language, self.home, self.pictures = language, home, pictures
        self._workspace = workspace
        self._gathered: dict[Any, Gathered] = {}
        self._known: Known = {}

    @property
    def is_open(self) -> bool:
        return self._workspace.is_open

    @property
    def writable(self) -> bool:
        return self._workspace.writable

    def report(self, request: ExportRequest) -> Gathered:
        """The report asked for, to be gathered in a thread."""
        key = request.document_ids, request.kinds, request.language, compares(request.options)
        if key not in self._gathered:
            self._gathered = {key: Gathered(self._workspace.store, request, self._known)}
        return self._gathered[key]

    def questions(self, request: ExportRequest) -> Callable[[Tick], Asked]:
        """What works out in a thread what an editor would ask of it."""
        return partial(_questions, self._workspace.store, request)

    def presets(self, role: str) -> list[Preset]:
        return presets.presets(self._workspace.store, role)

    def keep_preset(self, role: str, name: str, value: dict[str, Any]) -> None:
        self._workspace.do(presets.keep, role, name, value)

    def drop_preset(self, preset_id: int) -> None:
        self._workspace.do(presets.drop, preset_id)


class Asked(NamedTuple):
    """What an editor would ask of a report: the first questions, and how many there are."""

    questions: list[Question]
    total: int


def _questions(store: Store, request: ExportRequest, tick: Tick) -> Asked:
    with store.reader() as reader:
        tick(0, 1)
        report = verbs.gather(reader, request.document_ids, request.kinds, language=request.language)
        tick(0, 1)
        questions = checking.about(reader, report)
    return Asked(questions[:LISTED], len(questions))


class Gathered:
    """A report asked for: gathered from the project, and its documents compared, when it is wanted whole.

    That is done in a thread, with a store of its own, and once. `known` is what comparisons before have
    found; it grows.
    """

    def __init__(self, store: Store, request: ExportRequest, known: Known | None = None) -> None:
        self._store, self._request = store, request
        self._known: Known = {} if known is None else known
        self._made: tuple[Report, Sequence[Paper]] | None = None

    def whole(self, title: str, tick: Tick) -> Report:
        """The report with everything in it, under a title. A Problem where it cannot be gathered."""
        tick(0, 1)
        if self._made is None:
            self._made = self._gather()
        report, papers = self._made
        report = replace(report, title=title)
        return compared(report, papers, tick, self._known) if papers else report

    def _gather(self) -> tuple[Report, Sequence[Paper]]:
        asked = self._request
        with self._store.reader() as reader:
            report = verbs.gather(
                reader, asked.document_ids, asked.kinds, asked.title, asked.language, asked.form
            )
            return report, papers(reader, report) if compares(asked.options) else ()
