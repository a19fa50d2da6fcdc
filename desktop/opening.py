"""Which project is open: new, opened, recent, the sample, closed; and what is remembered of each."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from db.project_file import SUFFIX, is_older
from desktop.settings import Memory, Settings, home, save
from desktop.upgrading import bring_up_to_date
from desktop.work import LongWork, Tick, Work
from desktop.workspace import Workspace


class Opening(QObject):
    """Asks for projects and opens them in the workspace."""

    working = Signal(LongWork)
    """Long work is to be done."""
    building = Signal(bool)
    """The sample project is being built, or is no longer."""

    def __init__(self, workspace: Workspace, settings: Settings, memory: Memory, window: QWidget) -> None:
        super().__init__(window)
        self.workspace, self.settings, self.memory, self.window = workspace, settings, memory, window
        workspace.opened.connect(self._remember)

    def start(self, project: Path | None, reopen: bool = True) -> None:
        """Open the project asked for, else the last one where the settings say so and it is still there."""
        reopen = reopen and self.settings.reopen
        last = Path(self.memory.recent[0]) if reopen and self.memory.recent else None
        if project is not None:
            self.open(project)
        elif last is not None and last.exists():
            self.open(last)

    def open(self, path: Path) -> bool:
        """Open a project, once it is up to date; one that is gone leaves the list of recent ones."""
        if not path.exists():
            self.memory.forget(path)
        elif is_older(path) and (problem := bring_up_to_date(path, self.window)) is not None:
            self.workspace.failed.emit(problem)
            return False
        return self.workspace.open(path, self.settings.author, self.settings.steps)

    def ask_new(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self.window,
            self.tr("New project"),
            str(self._folder() / f"{self.tr('Project')}{SUFFIX}"),
            self._filter(),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.create(Path(chosen))

    def create(self, path: Path) -> bool:
        """Make a project; its file gets the usual ending where it has none."""
        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        return self.workspace.create(path, self.settings.author, self.settings.steps)

    def ask_open(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self.window, self.tr("Open project"), str(self._folder()), self._filter()
        )
        if chosen:
            self.open(Path(chosen))

    def open_sample(self) -> None:
        """Open the sample project, which is built the first time; meanwhile it cannot be asked for again."""
        path = home() / f"{self.tr('Sample project')}{SUFFIX}"
        if path.exists():
            self.open(path)
            return
        work = Work(
            partial(_build, path),
            self,
            self.tr("Building the sample project"),
            self.tr("The sample project was not built."),
        )
        work.done.connect(lambda _value: self.open(path))
        for end in (work.done, work.failed, work.stopped):
            end.connect(lambda *_value: self.building.emit(False))
        self.building.emit(True)
        self.working.emit(work)

    def forget_all(self) -> None:
        """Clear the list of recent projects, but for the open one."""
        self.memory.recent = [str(self.workspace.store.path)] if self.workspace.is_open else []
        save(self.memory)

    def _remember(self) -> None:
        self.memory.remember(self.workspace.store.path)
        if self.workspace.store.path.parent != home():
            self.memory.folder = str(self.workspace.store.path.parent)
        elif self.memory.folder in ("", str(home())):
            self.memory.folder = str(_documents())
        save(self.memory)

    def _folder(self) -> Path:
        return Path(self.memory.folder) if self.memory.folder else _documents()

    def _filter(self) -> str:
        return self.tr("Cezhu projects (*{suffix})").format(suffix=SUFFIX)


def _documents() -> Path:
    """Where the system keeps what people make; the sample's folder of settings is no place for it."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place else Path.home()


def _build(path: Path, tick: Tick) -> None:
    from workbench import sample

    path.parent.mkdir(parents=True, exist_ok=True)
    sample.build(path, tick)
