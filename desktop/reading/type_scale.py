"""Sizes, weights and spaces of everything a document is made of, at one zoom.

The values were chosen by eye on screens of 96 and 192 dpi: body text in a serif face with lines 1.7 em
apart, headings in a sans face as Chinese official documents have them (黑体 over 宋体).
"""

from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from desktop.theme import INTERFACE_FAMILIES, existing

HEADING_FAMILIES = (
    "Source Han Sans SC",
    "Noto Sans CJK SC",
    "PingFang SC",
    "Microsoft YaHei",
    "Heiti SC",
    "SimHei",
    "WenQuanYi Micro Hei",
)
HALF_WIDTH = QFont.Tag("halt")
"""The OpenType feature that gives up the blank half of a full-width mark."""


@dataclass(frozen=True)
class Measure:
    """How one sort of block is set. All lengths in em of the body text, `line` in em of its own size."""

    size: float = 1.0
    line: float = 1.7
    before: float = 0.5
    after: float = 0.5
    first: float = 0.0
    """Indent of the first line."""
    hangs: bool = False
    """Later lines start below the words, not below the number or bullet."""
    weight: QFont.Weight = QFont.Weight.Normal
    display: bool = False
    """Set in the heading face."""
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignJustify
    muted: bool = False


_LEFT = Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_BOLD, _DEMI = QFont.Weight.Bold, QFont.Weight.DemiBold

MEASURES = {
    "title": Measure(1.65, 1.4, 1.2, 1.6, weight=_BOLD, align=_CENTRE),
    "paragraph": Measure(first=2.0),
    "item": Measure(first=2.0, hangs=True, before=0.35, after=0.35),
    "cell": Measure(0.88, 1.5, 0.0, 0.0, align=_LEFT),
    "head": Measure(0.88, 1.5, 0.0, 0.0, weight=_DEMI, display=True, align=_LEFT),
    "caption": Measure(0.86, 1.55, 1.0, 0.5, display=True, align=_CENTRE, muted=True),
    "note": Measure(0.86, 1.6, 0.5, 0.5, muted=True),
}
HEADINGS = (
    Measure(1.32, 1.4, 1.9, 0.7, weight=_BOLD, display=True, align=_LEFT),
    Measure(1.14, 1.45, 1.4, 0.5, weight=_BOLD, display=True, align=_LEFT),
    Measure(1.0, 1.6, 1.0, 0.4, weight=_BOLD, display=True, align=_LEFT),
)
TABLE_SPACE = 1.0
"""Em of body text above and below a table."""


@dataclass(frozen=True)
class Style:
    """A `Measure` in pixels, with its fonts. Whole pixels, so that lines stand sharp."""

    font: QFont
    squeezed: QFont
    em: int
    line: int
    before: int
    after: int
    first: int
    hangs: bool
    align: Qt.AlignmentFlag
    muted: bool

    @property
    def baseline(self) -> float:
        """From the top of a line: the ideographs' square stands in its middle."""
        return (self.line + self.em * 0.76) / 2

    def aligned(self, align: Qt.AlignmentFlag) -> "Style":
        return replace(self, align=align)

    def advance(self, text: str) -> int:
        return round(QFontMetricsF(self.font).horizontalAdvance(text))


class TypeScale:
    """The styles of all sorts of blocks, in one font at one zoom (percent)."""

    def __init__(self, font: QFont, zoom: int) -> None:
        self._font = font
        size = font.pixelSize() if font.pixelSize() > 0 else QFontMetricsF(font).horizontalAdvance("国")
        self.em = max(6, round(size * zoom / 100))
        self._styles: dict[tuple[str, int | None], Style] = {}

    def style(self, kind: str, level: int | None = None) -> Style:
        """The style of a block of that kind; headings deeper than three look like the third."""
        style = self._styles.get((kind, level))
        if style is None:
            depth = min(max(level or 1, 1), len(HEADINGS))
            measure = HEADINGS[depth - 1] if kind == "heading" else MEASURES[kind]
            style = self._styles[kind, level] = self._resolved(measure)
        return style

    @property
    def table_space(self) -> int:
        return round(TABLE_SPACE * self.em)

    @property
    def cell_padding(self) -> tuple[int, int]:
        """Left and right, and above and below, the words of a cell."""
        return round(0.55 * self.em), round(0.3 * self.em)

    @cached_property
    def number_font(self) -> QFont:
        """For paragraph numbers in the margin."""
        font = QFont(self._font)
        font.setFamilies([*existing(HEADING_FAMILIES), *existing(INTERFACE_FAMILIES)])
        font.setPixelSize(max(9, round(self.em * 0.62)))
        return font

    def _resolved(self, measure: Measure) -> Style:
        font = QFont(self._font)
        if measure.display:
            font.setFamilies([*self._heading_families, *self._font.families()])
        em = round(measure.size * self.em)
        font.setPixelSize(em)
        font.setWeight(measure.weight)
        squeezed = QFont(font)
        squeezed.setFeature(HALF_WIDTH, 1)
        return Style(
            font,
            squeezed,
            em,
            round(measure.line * em),
            round(measure.before * self.em),
            round(measure.after * self.em),
            round(measure.first * self.em),
            measure.hangs,
            measure.align,
            measure.muted,
        )

    @cached_property
    def _heading_families(self) -> list[str]:
        return existing(HEADING_FAMILIES)
