"""How a page is turned: from the coordinates of the file to those of the reader.

In the file y grows upwards from any origin and the page may be shown turned. Here x grows rightwards and y
downwards from the top left corner, in points.
"""

from typing import NamedTuple

Column = list[float]


class Boxes(NamedTuple):
    """Many boxes, as four lists of equal length."""

    left: Column
    top: Column
    right: Column
    bottom: Column


class Box(NamedTuple):
    """A rectangle; `top` is less than `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def area(self) -> float:
        return self.width * self.height

    def holds(self, other: "Box") -> bool:
        """Whether the middle of the other lies in this one."""
        across, down = (other.left + other.right) / 2, (other.top + other.bottom) / 2
        return self.left <= across <= self.right and self.top <= down <= self.bottom

    def shares(self, other: "Box") -> float:
        """The area that both cover."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, width) * max(0.0, height)


class Placed:
    """Something with a box, to be set in order among the runs of a page."""

    __slots__ = ()
    box: Box

    @property
    def left(self) -> float:
        return self.box.left

    @property
    def top(self) -> float:
        return self.box.top

    @property
    def right(self) -> float:
        return self.box.right

    @property
    def bottom(self) -> float:
        return self.box.bottom

    @property
    def ink(self) -> float:
        return self.box.right


def around(boxes: "list[Box]") -> Box:
    """The smallest box that holds them all."""
    left, top, right, bottom = zip(*(box[:4] for box in boxes), strict=True)
    return Box(min(left), min(top), max(right), max(bottom))


class Frame(NamedTuple):
    """The visible part of a page in the file's coordinates, and the quarters it is turned to be read."""

    left: float
    top: float
    width: float
    height: float
    turns: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as read."""
        return (self.height, self.width) if self.turns % 2 else (self.width, self.height)

    def read(self, left: Column, top: Column, right: Column, bottom: Column) -> Boxes:
        """Boxes of the file as the reader sees them."""
        boxes = Boxes(
            [x - self.left for x in left] if self.left else left,
            [self.top - y for y in top],
            [x - self.left for x in right] if self.left else right,
            [self.top - y for y in bottom],
        )
        heights = (self.height, self.width, self.height)
        for height in heights[: self.turns]:
            boxes = turned(boxes, height)
        return boxes


def turned(boxes: Boxes, height: float) -> Boxes:
    """The boxes after the page, `height` high, was turned clockwise by a quarter."""
    return Boxes([height - y for y in boxes.bottom], boxes.left, [height - y for y in boxes.top], boxes.right)
