"""What a pane shows now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.reading.reader import Reader

FAR_RIGHT = 1e6


def seen(pane: Reader) -> tuple[int, int]:
    """The first offset a pane shows and the one behind its last whole line; (0, 0) without any text."""
    if not pane.flow.rows:
        return 0, 0
    lowest = max(0, pane.viewport().height() - pane.line)
    start = pane.first_offset()
    return start, max(start, pane.flow.offset_at(FAR_RIGHT, pane.to_flow(lowest)))
