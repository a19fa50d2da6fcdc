"""Files on their way into the project, as a Qt model: one line a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from importers import Imported, Options
from importers.problems import (
    EncodingDiffers,
    EncodingUnclear,
    EncodingUnknown,
    NotText,
    PasswordNeeded,
    PasswordWrong,
)

if TYPE_CHECKING:
    from db.models import Document

Index = QModelIndex | QPersistentModelIndex

CANDIDATE = Qt.ItemDataRole.UserRole
PLAIN = Options()
OF_ENCODING = (EncodingDiffers, EncodingUnclear, EncodingUnknown, NotText)
"""What another encoding may cure."""
OF_PASSWORD = (PasswordNeeded, PasswordWrong)
PICTURES = ("pages_without_text", "photo_pages", "pictures_marked")
"""What a document's quality counts that may show text."""


@dataclass(eq=False)
class Candidate:
    """A file that is being read (neither imported nor failed), was read, or could not be.

    `known` says where the same text is already. `edits` are the properties the analyst has set, by name;
    they outlast another reading of the file.
    """

    path: Path
    options: Options = PLAIN
    imported: Imported | None = None
    error: Exception | None = None
    known: str = ""
    wanted: bool = False
    paragraphs: int = 0
    edits: dict[str, Any] = field(default_factory=dict)

    @property
    def waiting(self) -> bool:
        return self.imported is None and self.error is None

    @property
    def is_text(self) -> bool:
        """Whether an encoding and line breaks can be chosen for it."""
        if self.imported is not None:
            return self.imported.document.encoding is not None
        return isinstance(self.error, OF_ENCODING)

    @property
    def is_locked(self) -> bool:
        """Whether a password opens it, or has opened it."""
        return isinstance(self.error, OF_PASSWORD) or bool(self.options.password)

    @property
    def has_pictures(self) -> bool:
        """Whether it has pages or pictures in which text may be recognised, or was."""
        quality = self.imported.document.quality if self.imported else {}
        return self.options.recognise or any(quality.get(name) for name in PICTURES)

    def value(self, name: str) -> Any:
        """A property as edited, or as the file proposes it."""
        assert self.imported is not None
        return self.edits.get(name, getattr(self.imported.document, name))

    def title(self) -> str:
        return str(self.value("title")) if self.imported else self.path.name

    def forget(self) -> None:
        """Be read again."""
        self.imported, self.error, self.known, self.wanted = None, None, "", False

    def take(self, imported: Imported, known: str) -> None:
        """Hold what was read; it is wanted unless the same text is known."""
        self.imported, self.known, self.wanted = imported, known, not known
        self.paragraphs = len({block.number for block in imported.document.blocks})

    def fail(self, error: Exception) -> None:
        self.error, self.wanted = error, False

    def edited(self) -> Imported:
        """What was read, with the properties as edited."""
        assert self.imported is not None
        for name, value in self.edits.items():
            setattr(self.imported.document, name, value)
        return self.imported


class Candidates(QAbstractListModel):
    """The candidates in the order in which they were added, each path once."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Candidate] = []
        self._rows: dict[Path, int] = {}

    def __iter__(self) -> Iterator[Candidate]:
        return iter(self._all)

    def add(self, candidate: Candidate) -> None:
        last = len(self._all)
        self.beginInsertRows(QModelIndex(), last, last)
        self._all.append(candidate)
        self._rows[candidate.path] = last
        self.endInsertRows()

    def of_path(self, path: Path) -> Candidate | None:
        return self._all[self._rows[path]] if path in self._rows else None

    def with_text(self, document: Document) -> Candidate | None:
        """The candidate read before that has the same text."""
        for other in self._all:
            if other.imported and other.imported.document.text_sha256 == document.text_sha256:
                return other
        return None

    def changed(self, candidate: Candidate) -> None:
        """Tell the views that a candidate looks otherwise now."""
        index = self.index(self._rows[candidate.path])
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._all)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        candidate = self._all[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return candidate.title()
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(candidate.path)
        if role == Qt.ItemDataRole.CheckStateRole and candidate.imported:
            return Qt.CheckState.Checked if candidate.wanted else Qt.CheckState.Unchecked
        return candidate if role == CANDIDATE else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        candidate = self._all[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or not candidate.imported:
            return False
        candidate.wanted = Qt.CheckState(value) == Qt.CheckState.Checked
        self.changed(candidate)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._all[index.row()].imported else flags
