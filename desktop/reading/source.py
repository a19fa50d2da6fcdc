"""What the panes ask of the open project."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from db.documents import Sheet
    from db.passages import Span
    from desktop.pages.paper import Paper


class Source(Protocol):
    """Where the text of documents comes from: the workspace."""

    def sheet(self, document_id: int) -> Sheet: ...
    def spans(self, document_id: int, most: int | None = None) -> list[Span]: ...
    def spans_of(self, document_id: int, ids: Collection[int]) -> list[Span]: ...
    def note_of(self, passage_id: int) -> str: ...
    def paper(self, document_id: int) -> Paper: ...
