"""What passages add to a row of set text: tints, outlines, underlines and stripes, as plain geometry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QRectF

from desktop.reading.text_box import TextBox

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
    top: float
    bottom: float
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
    """Work out what the passages of a row look like."""
    made = Markup()
    reaches: dict[int, Stripe] = {}
    for box in laid.boxes:
        touching = spans.touching(box.start, box.end)
        for span in touching:
            _mark(made, box, span)
            _reach(reaches, box, span)
        for start, end in overlaps(touching):
            made.underlines += _underlines(box, start, end)
    _set_lanes(made, reaches.values(), laid)
    return made


def _mark(made: Markup, box: TextBox, span: Span) -> None:
    """Tint or outline a passage in one box."""
    if span.state == "suggested":
        made.outlines.setdefault(span.kind, []).extend(outline(box, span.start, span.end))
    else:
        made.tints += [(span.kind, rectangle) for rectangle in rectangles(box, span.start, span.end)]


def _reach(reaches: dict[int, Stripe], box: TextBox, span: Span) -> None:
    """Note beside which lines of a box the stripe of a passage stands, joined with those of earlier boxes."""
    top = box.top(box.line_of(max(span.start, box.start))) + STRIPE_GAP
    bottom = box.top(box.line_of(min(span.end, box.end) - 1) + 1) - STRIPE_GAP
    if known := reaches.get(span.id):
        top, bottom = min(top, known.top), max(bottom, known.bottom)
    reaches[span.id] = Stripe(span, 0, top, bottom, True)


def rectangles(box: TextBox, start: int, end: int, gap: float = 0.5) -> list[QRectF]:
    """What lies behind the words of an interval; `gap` keeps neighbours apart."""
    made = []
    for piece in box.pieces(start, end):
        top, height = box.tint(piece.line)
        left, right = piece.left + gap * piece.first, piece.right - gap * piece.last
        made.append(QRectF(left, top, right - left, height))
    return made


def outline(box: TextBox, start: int, end: int) -> list[QLineF]:
    """A frame around the words of an interval, open where they go on in the next line or box."""
    return [line for piece in box.pieces(start, end) for line in _sides(box, piece)]


def _sides(box: TextBox, piece: tuple[int, float, float, bool, bool]) -> Iterator[QLineF]:
    line, left, right, first, last = piece
    top, height = box.tint(line)
    left, right, bottom = round(left) + 0.5, round(right) - 0.5, top + height - 0.5
    yield QLineF(left, top + 0.5, right, top + 0.5)
    yield QLineF(left, bottom, right, bottom)
    if first:
        yield QLineF(left, top + 0.5, left, bottom)
    if last:
        yield QLineF(right, top + 0.5, right, bottom)


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


def _underlines(box: TextBox, start: int, end: int) -> list[QLineF]:
    made = []
    for piece in box.pieces(start, end):
        top, height = box.tint(piece.line)
        made.append(QLineF(piece.left + 1, top + height - 1.5, piece.right - 1, top + height - 1.5))
    return made


def _set_lanes(made: Markup, reaches: Iterable[Stripe], laid: LaidRow) -> None:
    """Give every stripe a lane of its own beside its lines.

    Passages that go on above or below run through to that edge of the row. They come first and so keep
    their lane from row to row.
    """
    row_start, row_end = laid.boxes[0].start, laid.boxes[-1].end
    taken: list[list[tuple[float, float]]] = []
    for span, _, top, bottom, _ in sorted(reaches, key=lambda reach: _order(reach.span, row_start, row_end)):
        heads = span.start >= row_start
        top, bottom = top if heads else 0, bottom if span.end <= row_end else laid.height
        lane = next((at for at, others in enumerate(taken) if _free(others, top, bottom)), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((top, bottom))
        made.stripes.append(Stripe(span, lane, top, bottom, heads))
    made.lanes = len(taken)


def _order(span: Span, row_start: int, row_end: int) -> tuple[bool, int, int]:
    inside = span.start >= row_start and span.end <= row_end
    return inside, span.start, -span.end


def _free(lane: list[tuple[float, float]], top: float, bottom: float) -> bool:
    return all(bottom <= other_top or top >= other_bottom for other_top, other_bottom in lane)
