"""The open project, as the window sees it.

Holds the store, calls the verbs, and tells what changed by two signals. Everything here runs in the GUI
thread; long work gets plain values through `desktop/work.py`. This module brings in SQLAlchemy: the window
imports it only after it has been painted.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from db import documents, labels, passages, search
from db.documents import Shelved
from db.models import Document, Label, Passage, Step
from db.passages import Row, Span
from db.problems import Problem
from db.search import Hit
from db.store import Changed, Store
from importers import Imported
from workbench import verbs

Value = TypeVar("Value")


class Workspace(QObject):
    """One open project, or none. Every change is on the disk when its method returns.

    A problem is told by `failed` and the method then gives None (or False); nothing has changed.
    """

    opened = Signal()
    closed = Signal()
    documents_changed = Signal()
    passages_changed = Signal(object)
    """A frozenset of the ids of the documents they stand in."""
    saved = Signal()
    failed = Signal(Exception)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store: Store | None = None
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
        if self._store is not None and self._store.path == path:
            return True
        return self._take(lambda: Store.open(path, author=author, steps=steps))

    def create(self, path: Path, author: str) -> bool:
        """Make an empty project and open it."""
        return self._take(lambda: Store.create(path, author=author))

    def close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None
            self.closed.emit()

    def _take(self, opening: Callable[[], Store]) -> bool:
        try:
            store = opening()
        except Problem as problem:
            self.failed.emit(problem)
            return False
        if self._store is not None:
            self._store.close()
        self._store = store
        self.saved_at = datetime.now()
        self.opened.emit()
        return True

    def shelf(self, trashed: bool = False) -> list[Shelved]:
        """The documents of the library, or of the trash, without their text."""
        with self.store.read() as session:
            return documents.shelf(session, trashed)

    def document(self, document_id: int) -> Document:
        """One document with its text and blocks."""
        with self.store.read() as session:
            return documents.read(session, document_id)

    def twin(self, sha256: str, text_sha256: str) -> Document | None:
        """The document that has the same bytes or the same text already."""
        with self.store.read() as session:
            return documents.twin(session, sha256, text_sha256)

    def spans(self, document_id: int) -> list[Span]:
        with self.store.read() as session:
            return passages.spans(session, document_id)

    def passage(self, passage_id: int) -> Passage:
        with self.store.read() as session:
            return passages.get(session, passage_id)

    def ledger(self, kind: str, document_ids: Collection[int] | None = None) -> list[Row]:
        with self.store.read() as session:
            return passages.ledger(session, kind, document_ids)

    def labels(self) -> list[Label]:
        with self.store.read() as session:
            return labels.tree(session)

    def hits(self, query: str) -> list[Hit]:
        with self.store.read() as session:
            return search.find(session, query)

    def import_document(self, imported: Imported) -> Document | None:
        return self._do(verbs.import_document, imported)

    def tag(self, document_id: int, start: int, end: int, kind: str) -> Passage | None:
        return self._do(verbs.tag, document_id, start, end, kind)

    def untag(self, ids: Collection[int]) -> None:
        self._do(verbs.untag, ids)

    def change_kind(self, ids: Collection[int], kind: str) -> None:
        self._do(verbs.change_kind, ids, kind)

    def move(self, passage_id: int, start: int, end: int) -> None:
        self._do(verbs.move, passage_id, start, end)

    def set_field(self, ids: Collection[int], name: str, value: Any) -> None:
        self._do(verbs.set_field, ids, name, value)

    def put_label(self, label_id: int, ids: Collection[int]) -> None:
        self._do(verbs.put_label, label_id, ids)

    def take_label(self, label_id: int, ids: Collection[int]) -> None:
        self._do(verbs.take_label, label_id, ids)

    def set_property(self, document_id: int, name: str, value: Any) -> None:
        self._do(verbs.set_property, document_id, name, value)

    def trash(self, ids: Sequence[int]) -> None:
        self._do(verbs.trash, ids)

    def restore(self, ids: Sequence[int]) -> None:
        self._do(verbs.restore, ids)

    def empty_trash(self) -> None:
        """Delete the trash for good, and with it the history."""
        try:
            self.store.empty_trash()
        except Problem as problem:
            self.failed.emit(problem)
        self.documents_changed.emit()
        self.saved.emit()

    def next_undo(self) -> Step | None:
        return self._store.next_undo() if self._store else None

    def next_redo(self) -> Step | None:
        return self._store.next_redo() if self._store else None

    def undo(self) -> Changed | None:
        return self._stepped(self.store.undo)

    def redo(self) -> Changed | None:
        return self._stepped(self.store.redo)

    def _stepped(self, step: Callable[[], Changed | None]) -> Changed | None:
        try:
            changed = step()
        except Problem as problem:
            self.failed.emit(problem)
            return None
        if changed is not None:
            self._tell(changed)
        return changed

    def _do(self, verb: Callable[..., Value], *values: Any) -> Value | None:
        """Call a verb on the store and tell what it changed."""
        try:
            value = verb(self.store, *values)
        except Problem as problem:
            self.failed.emit(problem)
            return None
        self._tell(self.store.last_change)
        return value

    def _tell(self, changed: Changed) -> None:
        self.saved_at = datetime.now()
        if changed.library:
            self.documents_changed.emit()
        if changed.document_ids or changed.labels:
            self.passages_changed.emit(changed.document_ids)
        self.saved.emit()
