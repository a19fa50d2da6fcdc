"""An open project: one file, one owner, and the steps that change it."""

import json
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict
from operator import methodcaller
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, create_engine, delete, event, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from db import derived, project_file, steps
from db.history import RecordedSession, Recorder
from db.interrupts import interrupts_wait
from db.models import Document, Fact, Step
from db.ownership import Lock, Owner
from db.problems import Problem
from db.project_file import ProjectDamaged, in_words
from db.steps import Changed

STEPS = 1000
"""How many steps of a project can be undone while nobody gave it another number."""
UNTIDY = (Problem, OSError, sqlite3.Error, DBAPIError)
"""What may keep a project that is closed from being tidied up."""
JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=methodcaller("isoformat"))
"""How values go into JSON columns: dates and times in ISO 8601."""


class ReadOnly(Problem):
    sentence = "{path} is write-protected; nothing was changed. Allow writing to it, or work on a copy."


class OpenElsewhere(ReadOnly):
    sentence = (
        "{path} is open in another program, that of {user}@{host}; nothing was changed. "
        "Close it there, or work on a copy."
    )


class Store:
    """An open project. It belongs to the thread that opened it; use it as a context manager or close it.

    `author` signs new passages and steps. `read_only` says that nothing can be changed, because
    the file is write-protected or because `owner`, another program, has it open.
    """

    def __init__(self, path: Path, author: str, lock: Lock | None, mode: str) -> None:
        self.path = path
        self.author = author
        self.read_only = mode != "rw"
        self.owner: Owner | None = None
        self.last_change = Changed("")
        self._keep = STEPS
        self._is_writing = False
        self._lock = lock
        self._engine = _engine(path, mode)

    @classmethod
    def create(cls, path: Path, author: str = "", steps: int | None = None) -> Self:
        """Makes a new project and opens it. Raises ProjectExists, FolderUnwritable."""
        from db import upgrade

        if path.exists():
            raise project_file.ProjectExists(path=path)
        try:
            upgrade.lay(path)
        except (OSError, sqlite3.Error, DBAPIError) as error:
            raise project_file.FolderUnwritable(folder=path.parent, reason=error) from error
        store = cls.open(path, author, steps)
        with store._writing() as session:
            session.add(Fact(name="uid", value=str(uuid.uuid4())))
        return store

    @classmethod
    def look(cls, path: Path) -> Self:
        """Opens a project for reading only and leaves the file as it is. Raises what `open` does."""
        return cls._opened(path, looks=True)

    @classmethod
    def open(cls, path: Path, author: str = "", steps: int | None = None) -> Self:
        """Opens a project, upgrading it first where it is older.

        `steps` is how many stay undoable from now on; without it, the number given last.

        Raises ProjectMissing, NotAProject, NewerProject, OlderProject, ProjectDamaged, ProjectUnreadable or
        what db/upgrade.py raises; the file is left as it was.
        """
        return cls._opened(path, author, steps)

    @classmethod
    def _opened(cls, path: Path, author: str = "", steps: int | None = None, *, looks: bool = False) -> Self:
        project_file.examine(path)
        lock = _taken(path)
        try:
            mode = "ro" if lock is None else project_file.mode_to_look(path) if looks else "rw"
            _make_current(path, mode)
            store = cls(path, author, lock, mode)
            store._begin(steps)
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        return store

    def _begin(self, steps: int | None) -> None:
        if not self.read_only:
            with self._writing() as session:
                session.merge(Fact(name="owner", value=Owner.myself().written()))
                if steps is not None:
                    session.merge(Fact(name="steps", value=str(steps)))
                kept = session.get(Fact, "steps")
                self._keep = int(kept.value) if kept else STEPS
        elif self._lock is None and project_file.can_be_written(self.path):
            with self.read() as session:
                fact = session.get(Fact, "owner")
            self.owner = Owner.read(fact.value) if fact else None

    def reader(self) -> Self:
        """The same project for reading only, as work in another thread wants it."""
        return type(self)(self.path, self.author, None, "ro")

    def uid(self) -> str:
        """What tells this project, and copies of its file, from every other one."""
        with self.read() as session:
            return session.get_one(Fact, "uid").value

    def close(self) -> None:
        """Leaves one lone file, then the lock to others; closing twice does no harm.

        Where the file cannot be tidied up, because another program holds it or its disk is gone, it is left
        to the next who opens it. Nothing can be written afterwards.
        """
        lock, self._lock = self._lock, None
        try:
            if not self.read_only:
                self._leave()
        finally:
            self.read_only = True
            self._engine.dispose()
            if lock is not None:
                lock.release()

    def _leave(self) -> None:
        with suppress(*UNTIDY), self._writing() as session:
            session.execute(delete(Fact).where(Fact.name == "owner"))
        self._engine.dispose()
        with suppress(*UNTIDY), closing(project_file.connect(self.path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def step(self, verb: str, joins: int | None = None) -> Iterator[Session]:
        """A session whose changes are committed on leaving as one undoable step named `verb`.

        With `joins`, the id of a step that was not undone since, they become part of that step: long work is
        committed portion by portion, each in rows of its own, and undone as one.

        An error rolls everything back; Ctrl+C waits until all is written. Raises ReadOnly before anything is
        done.
        """
        with interrupts_wait():
            with self._writing() as session:
                yield session
                session.flush()
                changed = steps.write(session, verb, self.author, self._keep, joins)
                derived.note(session, changed)
            self.last_change = changed

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for reading; what it loaded may be used afterwards."""
        with in_words(self.path), self._session() as session:
            yield session

    @contextmanager
    def derive(self) -> Iterator[Session]:
        """A session that keeps what is worked out from the rest of the project: no step, nothing to undo.

        Where nothing can be written it is kept beside the project, and gone when that is closed.
        """
        if not self.read_only:
            with self._writing() as session:
                yield session
            return
        with in_words(self.path), self._session() as session, session.begin():
            derived.lay_beside(session)
            yield session

    def undo(self) -> Changed | None:
        """Takes the newest step back; None where there is none."""
        return self._replay(steps.next_undo, steps.undo)

    def redo(self) -> Changed | None:
        """Does the step undone last once more; None where there is none."""
        return self._replay(steps.next_redo, steps.redo)

    def next_undo(self) -> Step | None:
        with self.read() as session:
            return steps.next_undo(session)

    def next_redo(self) -> Step | None:
        with self.read() as session:
            return steps.next_redo(session)

    def forget_steps(self) -> None:
        """Drops the history: everything stays as it is, and nothing before can be undone or redone."""
        with self._writing() as session:
            session.execute(delete(Step))

    def empty_trash(self) -> None:
        """Deletes the documents in the trash for good and drops the history: nothing before can be undone."""
        from db import search

        with self._writing() as session:
            trashed = session.scalars(select(Document.id).where(Document.trashed.is_not(None))).all()
            search.forget(session, trashed)
            session.execute(delete(Document).where(Document.id.in_(trashed)))
            session.execute(delete(Step))
        self.last_change = Changed("", frozenset(trashed), library=bool(trashed))

    def damage(self) -> list[str]:
        """What SQLite finds wrong with the file, in its own words; empty where all is well."""
        try:
            with self.read() as session:
                ask = session.connection().exec_driver_sql
                verdicts = [str(verdict) for verdict in ask("PRAGMA integrity_check").scalars()]
                dangling = ask("PRAGMA foreign_key_check").all()
        except ProjectDamaged as problem:
            return [str(problem.values["reason"])]
        wrong = [verdict for verdict in verdicts if verdict != "ok"]
        return wrong + [
            f"{table} {row} refers to a missing row of {parent}" for table, row, parent, _ in dangling
        ]

    def _replay(
        self, find: Callable[[Session], Step | None], replay: Callable[[Session, Step], Changed]
    ) -> Changed | None:
        with self._writing() as session:
            step = find(session)
            if step is None:
                return None
            changed = replay(session, step)
            derived.note(session, changed)
        self.last_change = changed
        return changed

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        if self.read_only:
            raise self._refusal()
        if self._is_writing:
            raise RuntimeError("a step cannot begin within another")
        self._is_writing = True
        try:
            with in_words(self.path), self._session() as session, session.begin():
                session.info.update(recorder=Recorder(), author=self.author)
                yield session
        finally:
            self._is_writing = False

    def _refusal(self) -> ReadOnly:
        return OpenElsewhere(path=self.path, **asdict(self.owner)) if self.owner else ReadOnly(path=self.path)

    def _session(self) -> RecordedSession:
        return RecordedSession(self._engine, expire_on_commit=False)


def _taken(path: Path) -> Lock | None:
    """The lock of a project, taken; None where another program has it or the project cannot be written."""
    lock = Lock(path)
    return lock if project_file.can_be_written(path) and lock.take() else None


def _make_current(path: Path, mode: str) -> None:
    found = project_file.schema(path, mode)
    if found == project_file.SCHEMA:
        return
    if mode != "rw":
        raise project_file.OlderProject(path=path)
    from db import upgrade

    upgrade.bring_up_to_date(path, found)


def _engine(path: Path, mode: str) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=lambda: project_file.connect(path, mode),
        poolclass=QueuePool,
        pool_use_lifo=True,
        json_serializer=JSON.encode,
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine
