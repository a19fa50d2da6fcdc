"""Characters that follow each other closely on one line become runs: a page's layout is read from those."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from importers.characters import HAN
from importers.pdf.engine import Characters
from importers.pdf.frame import Box

NEAR, LEVEL, BACK = 0.75, 0.35, 0.8
"""Times the height of a character: the widest gap in a run, the greatest step up or down, or back."""

MARKS, HALF = "，。、；：！）》」』】〕”’", 0.5
"""Full-width marks, and the part of them that is white."""

RAISED = 0.8
"""Times the height of a figure: a lower one beside it is the mark of a note."""

TINY = 0.6
"""Times the height of the line: what is lower is a mark, or a raised figure."""

LEAST, MOST = 0.6, 20.0
"""Times the height of its characters: what a size of type must lie between to be believed."""

SMALLEST = 1.0
"""Points: no type is smaller, only damaged."""

UPRIGHT = 4.0
"""Degrees by which a character may lean and still stands upright."""

_SPACE = re.compile(r"\s+")
_HAN = re.compile(f"[{HAN}]")


@dataclass(slots=True)
class Run:
    """Characters set close together. `starts` has the left edge of each, or its top where they run down.

    `size` is the size of their type in points.
    """

    text: str
    starts: list[float]
    left: float
    top: float
    right: float
    bottom: float
    size: float
    downwards: bool = False

    @property
    def box(self) -> Box:
        return Box(self.left, self.top, self.right, self.bottom)

    @property
    def height(self) -> float:
        return self.right - self.left if self.downwards else self.bottom - self.top

    @property
    def ink(self) -> float:
        """The right edge; of a mark at the end, which may hang out of its column, half is white."""
        return self.right - (HALF * self.size if self.text[-1] in MARKS else 0.0)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def cut(self, edges: list[float]) -> Iterator["Run"]:
        """The run in parts, parted where a character begins at or after an edge."""
        slack = 0.3 * self.height
        places = [bisect_left(self.starts, edge - slack) for edge in edges]
        for start, end in pairwise(sorted({0, *places, len(self.text)})):
            right = self.right if end == len(self.text) else min(self.right, self.starts[end])
            if self.text[start:end].strip():
                starts = self.starts[start:end]
                yield Run(self.text[start:end], starts, starts[0], self.top, right, self.bottom, self.size)


def runs(characters: Characters, text: str) -> tuple[list[Run], int]:
    """The runs of `text`, which stands for the text of the characters one to one.

    Characters that lean, as those of a watermark do, are left out and counted.
    """
    _place_spaces(characters)
    found: list[Run] = []
    leaning = 0
    for start, end in pairwise([0, *_breaks(characters), len(text)]):
        words = text[start:end].rstrip()
        bare = words.lstrip()
        if not bare:
            continue
        start += len(words) - len(bare)
        if len(bare) < 3 and UPRIGHT < characters.angle(start) % 90 < 90 - UPRIGHT:
            leaning += len(bare)
        else:
            found.append(_level(_run(characters, bare, start), found))
    return list(_downwards(found)), leaning


def _run(characters: Characters, text: str, start: int) -> Run:
    left, top, right, bottom = characters.boxes
    end = start + len(text)
    sample = slice(start, end, max(1, len(text) // 7))
    tops, bottoms = sorted(top[sample]), sorted(bottom[sample])
    upper, lower = tops[len(tops) // 2], bottoms[len(tops) // 2]
    size, height = characters.size(start), lower - upper
    if not LEAST * height < size < MOST * height:
        size = height
    return Run(text, left[start:end], left[start], upper, right[end - 1], lower, max(SMALLEST, size))


def _level(run: Run, before: list[Run]) -> Run:
    """A mark that is a tiny box in its font becomes as high as the line that it stands in."""
    line = before[-1] if before else run
    if run.height < TINY * line.height and line.top <= run.middle <= line.bottom:
        run.top, run.bottom = line.top, line.bottom
    return run


def _place_spaces(characters: Characters) -> None:
    """White space stands, without width, where the character before it ends: so gaps are seen as gaps."""
    left, top, right, bottom = characters.boxes
    for space in _SPACE.finditer(characters.text):
        start, end = space.span()
        if start:
            count, before = end - start, start - 1
            left[start:end] = right[start:end] = [right[before]] * count
            top[start:end] = [top[before]] * count
            bottom[start:end] = [bottom[before]] * count


def _breaks(characters: Characters) -> list[int]:
    """Where a character does not follow the one before it closely."""
    left, _, right, bottom = characters.boxes
    size = _small_size(characters)
    near, back, level = NEAR * size, -BACK * size, LEVEL * size
    suspects = [
        i
        for i, (start, end, lower, before) in enumerate(
            zip(left[1:], right, bottom[1:], bottom, strict=False), 1
        )
        if not (back < start - end < near and -level < lower - before < level)
    ]
    return [i for i in suspects if _is_break(characters, i, size)]


def _is_break(characters: Characters, i: int, size: float) -> bool:
    left, top, right, bottom = characters.boxes
    height = max(bottom[i] - top[i], bottom[i - 1] - top[i - 1], size)
    step = (top[i] + bottom[i] - top[i - 1] - bottom[i - 1]) / 2
    upper, lower = top[i] - top[i - 1], bottom[i] - bottom[i - 1]
    level = abs(step) < LEVEL * height or (upper * lower <= 0 and not _is_raised(characters, i))
    return not (level and -BACK * height < left[i] - right[i - 1] < NEAR * height)


def _is_raised(characters: Characters, i: int) -> bool:
    """Whether of two figures one is the mark of a note, and not of the number that the other belongs to."""
    _, top, _, bottom = characters.boxes
    heights = sorted((bottom[i] - top[i], bottom[i - 1] - top[i - 1]))
    return characters.text[i - 1 : i + 1].isdigit() and heights[0] < RAISED * heights[1]


def _small_size(characters: Characters) -> float:
    """The height than which nine in ten characters are higher."""
    _, top, _, bottom = characters.boxes
    step = max(1, len(top) // 100)
    heights = sorted(low - high for high, low in zip(top[::step], bottom[::step], strict=True))
    return max(1.0, heights[len(heights) // 10]) if heights else 1.0


def _downwards(found: list[Run]) -> Iterator[Run]:
    """Single ideographs set one below the other as one run; the others as they are."""
    stack: list[Run] = []
    for run in found:
        if stack and not _follows_below(stack[-1], run):
            yield from _stacked(stack)
            stack = []
        stack.append(run)
    yield from _stacked(stack)


def _follows_below(above: Run, below: Run) -> bool:
    if (
        len(above.text) != 1
        or len(below.text) != 1
        or not (_HAN.match(above.text) and _HAN.match(below.text))
    ):
        return False
    size = above.height
    return (
        abs(above.left - below.left) < LEVEL * size and -LEVEL * size < below.top - above.bottom < NEAR * size
    )


def _stacked(stack: list[Run]) -> list[Run]:
    if len(stack) < 3:
        return stack
    first, last = stack[0], stack[-1]
    text, starts = "".join(run.text for run in stack), [run.top for run in stack]
    left, right = min(run.left for run in stack), max(run.right for run in stack)
    return [Run(text, starts, left, first.top, right, last.bottom, first.size, downwards=True)]
