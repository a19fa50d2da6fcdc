"""Where the caret goes when an arrow or paging key is pressed."""

from collections.abc import Callable
from functools import cache

from PySide6.QtGui import QKeySequence

from desktop.reading.flowing import Flowing
from desktop.reading.units import word

Move = Callable[[Flowing, int, float, int], int]
"""From the flow, the caret, the x it keeps when it moves up and down, and the height of a screen."""


def _next(flow: Flowing, caret: int, x: float, screen: int) -> int:
    return flow.step(caret, forward=True)


def _previous(flow: Flowing, caret: int, x: float, screen: int) -> int:
    return flow.step(caret, forward=False)


def next_word(flow: Flowing, caret: int, x: float = 0, screen: int = 0) -> int:
    start, end = flow.paragraph(caret)
    if caret >= end:
        return flow.step(caret, forward=True)
    return start + word(flow.text[start:end], caret - start)[1]


def previous_word(flow: Flowing, caret: int, x: float = 0, screen: int = 0) -> int:
    start, end = flow.paragraph(caret)
    if caret <= start:
        return flow.step(caret, forward=False)
    return start + word(flow.text[start:end], caret - start - 1)[0]


def _up(flow: Flowing, caret: int, x: float, screen: int) -> int:
    return flow.offset_above(caret, x)


def _down(flow: Flowing, caret: int, x: float, screen: int) -> int:
    return flow.offset_below(caret, x)


def _page_up(flow: Flowing, caret: int, x: float, screen: int) -> int:
    return flow.offset_at(x, flow.caret(caret).center().y() - screen)


def _page_down(flow: Flowing, caret: int, x: float, screen: int) -> int:
    return flow.offset_at(x, flow.caret(caret).center().y() + screen)


def _line_start(flow: Flowing, caret: int, x: float, screen: int) -> int:
    return flow.line_span(caret)[0]


def _line_end(flow: Flowing, caret: int, x: float, screen: int) -> int:
    return flow.line_span(caret)[1]


def _text_start(flow: Flowing, caret: int, x: float, screen: int) -> int:
    return 0


def _text_end(flow: Flowing, caret: int, x: float, screen: int) -> int:
    return len(flow.text)


MOVES: dict[str, Move] = {
    "NextChar": _next,
    "PreviousChar": _previous,
    "NextWord": next_word,
    "PreviousWord": previous_word,
    "NextLine": _down,
    "PreviousLine": _up,
    "NextPage": _page_down,
    "PreviousPage": _page_up,
    "StartOfLine": _line_start,
    "EndOfLine": _line_end,
    "StartOfDocument": _text_start,
    "EndOfDocument": _text_end,
}
"""By the name that Qt gives the key after MoveTo and Select."""
UPRIGHT = (_up, _down, _page_up, _page_down)
"""Moves that keep the x the caret had when the first of them began."""


@cache
def move_keys() -> dict[QKeySequence, tuple[Move, bool]]:
    """The system's keys for every move, each with whether it extends the selection."""
    return {
        key: (move, prefix == "Select")
        for name, move in MOVES.items()
        for prefix in ("MoveTo", "Select")
        for key in QKeySequence.keyBindings(QKeySequence.StandardKey[prefix + name])
    }
