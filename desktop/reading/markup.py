"""What passages add to a row of set text: tints, outlines, underlines and stripes, as plain geometry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QRectF

from desktop.reading.text_box import Piece, TextBox

if TYPE_CHECKING:
    from db.passages import Span
    from desktop.reading.rows import LaidRow
    from desktop.reading.spans import Spans

STRIPE_GAP = 2
"""Above and below a stripe, so that those of neighbouring lines stay apart."""


class Stripe(NamedTuple):
    """A passage in the margin, beside the lines it stands in. `heads`: the passage begins here."""

    span: Span
    lane: int
    top: int
    bottom: int
    heads: bool


@dataclass
class Markup:
    """One row's share of the passages. Suggestions are outlined, all others tinted."""

    tints: list[tuple[str, QRectF]] = field(default_factory=list)
    outlines: dict[str, list[QLineF]] = field(default_factory=dict)
    underlines: list[QLineF] = field(default_factory=list)
    stripes: list[Stripe] = field(default_factory=list)
    lanes: int = 0


def markup(laid: LaidRow, spans: Spans) -> Markup:
    """Work out what the passages of a row look like; stripes it had before keep their lanes."""
    made = Markup()
    reaches: dict[int, Stripe] = {}
    for box in laid.boxes:
        touching = spans.touching(box.start, box.end)
        for span in touching:
            pieces = box.pieces(span.start, span.end)
            _mark(made, span, pieces)
            _reach(reaches, span, box, pieces)
        for start, end in overlaps(touching):
            made.underlines += [_underline(piece) for piece in box.pieces(start, end)]
    known = {stripe.span.id: stripe.lane for stripe in laid.markup.stripes} if laid.markup else {}
    _set_lanes(made, reaches.values(), laid, known)
    return made


def differing(before: Markup, after: Markup) -> tuple[int, int]:
    """Top and bottom of what differs between two markups of one row, whose lanes are as wide.

    A stripe stands beside all lines of its passage, so what differs in words differs within stripes that
    came, went or moved.
    """
    moved = set(before.stripes).symmetric_difference(after.stripes)
    return min((stripe.top for stripe in moved), default=0), max(
        (stripe.bottom for stripe in moved), default=0
    )


def _mark(made: Markup, span: Span, pieces: Sequence[Piece]) -> None:
    """Tint or outline a passage in one box."""
    if span.state == "suggested":
        made.outlines.setdefault(span.kind, []).extend(frame(pieces))
    else:
        made.tints += [(span.kind, rectangle) for rectangle in rectangles(pieces)]


def _reach(reaches: dict[int, Stripe], span: Span, box: TextBox, pieces: Sequence[Piece]) -> None:
    """Note beside which lines of a box the stripe of a passage stands, joined with those of earlier boxes."""
    top, bottom = box.top(pieces[0].line) + STRIPE_GAP, box.top(pieces[-1].line + 1) - STRIPE_GAP
    if known := reaches.get(span.id):
        top, bottom = min(top, known.top), max(bottom, known.bottom)
    reaches[span.id] = Stripe(span, 0, top, bottom, True)


def rectangles(pieces: Iterable[Piece], gap: float = 0.5) -> list[QRectF]:
    """What lies behind the words of pieces; `gap` keeps neighbours apart."""
    return [
        QRectF(left + gap * first, top, right - left - gap * (first + last), height)
        for _, left, right, top, height, first, last in pieces
    ]


def frame(pieces: Iterable[Piece]) -> list[QLineF]:
    """A frame around the words of pieces, open where they go on in the next line or box."""
    return [line for piece in pieces for line in _sides(piece)]


def _sides(piece: Piece) -> Iterator[QLineF]:
    left, right = round(piece.left) + 0.5, round(piece.right) - 0.5
    top, bottom = piece.top + 0.5, piece.top + piece.height - 0.5
    yield QLineF(left, top, right, top)
    yield QLineF(left, bottom, right, bottom)
    if piece.first:
        yield QLineF(left, top, left, bottom)
    if piece.last:
        yield QLineF(right, top, right, bottom)


def _underline(piece: Piece) -> QLineF:
    y = piece.top + piece.height - 1.5
    return QLineF(piece.left + 1, y, piece.right - 1, y)


def overlaps(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """The intervals that two or more of the passages share, merged and in order."""
    merged: list[tuple[int, int]] = []
    reach = 0
    for span in spans:
        start, end = span.start, min(reach, span.end)
        if start < end and merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
        reach = max(reach, span.end)
    return merged


def _set_lanes(made: Markup, reaches: Iterable[Stripe], laid: LaidRow, known: Mapping[int, int]) -> None:
    """Give every stripe a lane of its own beside its lines: the one known for its passage if it is free.

    Passages that go on above or below run through to that edge of the row. They come first and so keep
    their lane from row to row.
    """
    row_start, row_end = laid.boxes[0].start, laid.boxes[-1].end
    taken: list[list[tuple[int, int]]] = [[] for _ in range(max(known.values(), default=-1) + 1)]
    for span, _, top, bottom, _ in sorted(
        reaches, key=lambda reach: (reach.span.id not in known, *_order(reach.span, row_start, row_end))
    ):
        heads = span.start >= row_start
        top, bottom = top if heads else 0, bottom if span.end <= row_end else laid.height
        lane = _take_lane(taken, top, bottom, known.get(span.id, 0))
        made.stripes.append(Stripe(span, lane, top, bottom, heads))
    made.lanes = max((stripe.lane + 1 for stripe in made.stripes), default=0)


def _order(span: Span, row_start: int, row_end: int) -> tuple[bool, int, int]:
    inside = span.start >= row_start and span.end <= row_end
    return inside, span.start, -span.end


def _take_lane(taken: list[list[tuple[int, int]]], top: int, bottom: int, first: int) -> int:
    """Put a stripe into the first lane from `first` on that has room, else from 0, or into a new one."""
    for number in (*range(first, len(taken)), *range(first)):
        lane = taken[number]
        for other_top, other_bottom in lane:
            if top < other_bottom and bottom > other_top:
                break
        else:
            lane.append((top, bottom))
            return number
    taken.append([(top, bottom)])
    return len(taken) - 1
