"""What the export dialog asks of the project: reports to preview, an editor's questions, presets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
        self._questions: dict[Any, list[Question]] = {}

    @property
    def is_open(self) -> bool:
        return self._workspace.is_open

    @property
    def writable(self) -> bool:
        return self._workspace.writable

    def report(self, request: ExportRequest) -> Gathered:
        """The report as things stand. A Problem where it cannot be gathered."""
        key = request.document_ids, request.kinds, request.language, compares(request.options)
        if key not in self._gathered:
            self._gathered = {key: gathered(self._workspace.store, request)}
        found = self._gathered[key]
        return Gathered(replace(found.report, title=request.title), found.papers, self._known)

    def questions(self, request: ExportRequest) -> list[Question]:
        """What an editor would ask of it."""
        key = request.document_ids, request.kinds, request.language
        if key not in self._questions:
            store = self._workspace.store
            same = [found.report for asked, found in self._gathered.items() if asked[:3] == key]
            self._questions = {key: checking.about(store, same[0]) if same else checking.ask(store, *key)}
        return self._questions[key]

    def presets(self, role: str) -> list[Preset]:
        return presets.presets(self._workspace.store, role)

    def keep_preset(self, role: str, name: str, value: dict[str, Any]) -> None:
        self._workspace.do(presets.keep, role, name, value)

    def drop_preset(self, preset_id: int) -> None:
        self._workspace.do(presets.drop, preset_id)


@dataclass(frozen=True)
class Gathered:
    """A report as it was gathered from the project, and the documents that are still to be compared for it.

    `known` is what comparisons before have found; it grows.
    """

    report: Report
    papers: Sequence[Paper] = ()
    known: Known = field(default_factory=dict)

    def whole(self, tick: Tick) -> Report:
        """The report with everything in it; for a thread, because comparing takes a while."""
        return compared(self.report, self.papers, tick, self.known) if self.papers else self.report


def gathered(store: Store, request: ExportRequest) -> Gathered:
    """The report asked for, as the project is now. A Problem where it cannot be gathered."""
    asked = request.document_ids, request.kinds, request.title, request.language, request.form
    report = verbs.gather(store, *asked)
    return Gathered(report, papers(store, report) if compares(request.options) else ())
