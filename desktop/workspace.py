"""The open project, as the window sees it.

Holds the store, calls the verbs, and tells what changed by two signals. Everything here runs in the GUI
thread; long work gets plain values through `desktop/work.py`. This module brings in SQLAlchemy: the window
imports it only after it has been painted.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from db import documents, passages, suggestions
from db.documents import Sheet, Shelved
from db.models import Document, Step
from db.passages import Span
from db.problems import Problem
from db.store import Changed, Store
from desktop.pages.paper import Paper
from desktop.work import Turns
from workbench import verbs

Value = TypeVar("Value")


class Workspace(QObject):
    """One open project, or none. Every change is on the disk when its method returns.

    A problem is told by `failed`, and the method then gives None or False; nothing has changed.
    """

    opened = Signal()
    closing = Signal()
    """The project is about to be closed: the last moment to store what is being typed."""
    closed = Signal()
    documents_changed = Signal()
    passages_changed = Signal(object)
    """A Changed: which passages, and in which documents."""
    saved = Signal(str)
    """Something is on the disk; the command that would take it back: "redo" after an undo, else "undo"."""
    failed = Signal(Exception)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store: Store | None = None
        self._counts: documents.Counts | None = None
        self._waiting: dict[int, int] = {}
        self._uncounted: set[int] = set()
        self.saved_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self._store is not None

    @property
    def writable(self) -> bool:
        return self._store is not None and not self._store.read_only

    @property
    def store(self) -> Store:
        """The store of the open project; asking where none is open is a mistake of the caller."""
        assert self._store is not None, "no project is open"
        return self._store

    def open(self, path: Path, author: str, steps: int) -> bool:
        """Open a project in place of the present one, which stays open where the new one fails."""
        path = path.resolve()
        if self._store is not None and self._store.path == path:
            return True
        return self._take(lambda: Store.open(path, author=author, steps=steps))

    def create(self, path: Path, author: str, steps: int) -> bool:
        """Make an empty project and open it."""
        return self._take(lambda: Store.create(path.resolve(), author=author, steps=steps))

    def close(self) -> None:
        """Close the project, if one is open; it is let go also where its file cannot be tidied up."""
        if self._store is None:
            return
        self.closing.emit()
        store, self._store = self._store, None
        try:
            store.close()
        except Problem as problem:
            self.failed.emit(problem)
        finally:
            self.closed.emit()

    def shelf(self, trashed: bool = False) -> list[Shelved]:
        """The documents of the library, or of the trash, without their text."""
        with self.store.read() as session:
            return documents.shelf(session, trashed, self._counted(session))

    def _counted(self, session: Any) -> documents.Counts:
        """The passages of every document, counted anew only where they changed."""
        changed, self._uncounted = self._uncounted, set()
        if self._counts is None:
            self._counts, self._waiting = documents.counts(session), suggestions.count(session)
        elif changed:
            fresh, waiting = documents.counts(session, changed), suggestions.count(session, changed)
            self._counts |= {id_: fresh.get(id_, {}) for id_ in changed}
            self._waiting |= {id_: waiting.get(id_, 0) for id_ in changed}
        return self._counts

    def waiting(self, rows: Iterable[Shelved]) -> int:
        """How many suggestions are open in these documents, as they were put on the shelf last."""
        return sum(self._waiting.get(row.id, 0) for row in rows)

    def document(self, document_id: int) -> Document:
        """One document with its text and blocks."""
        with self.store.read() as session:
            return documents.read(session, document_id)

    def sheet(self, document_id: int) -> Sheet:
        """What a pane shows of a document."""
        with self.store.read() as session:
            return documents.sheet(session, document_id)

    def paper(self, document_id: int) -> Paper:
        """The file a document was read from, and where its text stands on its pages."""
        from importers.places import Places

        with self.store.read() as session:
            packed = documents.places(session, document_id)
            data = documents.original(session, document_id)
        return Paper(data, Places.unpacked(packed) if packed is not None else None)

    def twin(self, sha256: str, text_sha256: str) -> Document | None:
        """The document, also of the trash, that has the same bytes or words."""
        with self.store.read() as session:
            return documents.twin(session, sha256, text_sha256)

    def spans(self, document_id: int, most: int | None = None) -> list[Span]:
        """The passages of a document as the pane paints them, or the first of them."""
        with self.store.read() as session:
            return passages.spans(session, document_id, most)

    def spans_of(self, document_id: int, ids: Collection[int]) -> list[Span]:
        """Those of the passages that stand in a document."""
        with self.store.read() as session:
            return passages.spans_of(session, document_id, ids)

    def note_of(self, passage_id: int) -> str:
        """The note of a passage, for what is said of it under the mouse; none where it is gone."""
        with self.store.read() as session:
            return passages.note(session, passage_id)

    def tag(self, document_id: int, start: int, end: int, kind: str) -> int | None:
        """Make a stretch of a document a passage of a kind; its id."""
        return self.do(verbs.tag, document_id, start, end, kind)

    def do(self, verb: Callable[..., Value], *values: Any) -> Value | None:
        """Call a verb of workbench/verbs.py on the store, and tell what it changed."""
        try:
            return self.change(verb, *values)
        except Problem as problem:
            self.failed.emit(problem)
            return None

    def change(self, verb: Callable[..., Value], *values: Any) -> Value:
        """As `do`, but a Problem is raised, for work that gathers them."""
        value = verb(self.store, *values)
        self._tell(self.store.last_change, "redo" if verb is Store.undo else "undo")
        return value

    def in_turns(
        self,
        verb: Callable[[Store, Sequence[Any], int | None], object],
        values: Sequence[Any],
        at_once: int,
        words: str,
        undone: str,
    ) -> Turns:
        """Work on very many values, so many in each turn with the window, and all of it one step to undo.

        `verb` gets the store, some values, and the step that they join, as db.store.Store.step has it. The
        work ends with the project.
        """
        step: int | None = None

        def change(first: int) -> None:
            nonlocal step
            self.change(verb, values[first : first + at_once], step)
            step = self.store.last_change.step_id or step

        calls = [partial(change, first) for first in range(0, len(values), at_once)]
        work = Turns(calls, self, words, undone)
        self.closing.connect(work.cancel)
        return work

    def empty_trash(self) -> None:
        """Delete the trash for good, and the history with it."""
        self.do(Store.empty_trash)

    def next_undo(self) -> Step | None:
        return self._store.next_undo() if self._store else None

    def next_redo(self) -> Step | None:
        return self._store.next_redo() if self._store else None

    def undo(self) -> Changed | None:
        """Take the newest step back; what was changed, or None where there was none."""
        return self.do(Store.undo)

    def redo(self) -> Changed | None:
        return self.do(Store.redo)

    def _take(self, opening: Callable[[], Store]) -> bool:
        try:
            store = opening()
        except Problem as problem:
            self.failed.emit(problem)
            return False
        self.close()
        self._store, self._counts, self._uncounted = store, None, set()
        self.saved_at = datetime.now()
        self.opened.emit()
        return True

    def _tell(self, changed: Changed, back: str) -> None:
        self.saved_at = datetime.now()
        self._uncounted |= changed.document_ids
        if changed.library:
            self.documents_changed.emit()
        if changed.document_ids or changed.labels:
            self.passages_changed.emit(changed)
        self.saved.emit(back)
