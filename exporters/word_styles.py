"""Styles of Word reports as XML: each names its Latin and its East Asian font itself, and no theme font.

A font left to the theme wins over one named lower down, and Chinese text then falls back to whatever the
program likes. The styles themselves are data, in exporters.word_looks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True)
class Font:
    """A Chinese font with the name to fall back on, and the Latin font set beside it."""

    chinese: str
    instead: str
    latin: str
    family: str = "roman"


@dataclass(frozen=True)
class Rule:
    """A line along a paragraph: its side, weight in points, colour, space to the text in points."""

    side: str
    weight: float
    colour: str
    space: int = 1


@dataclass(frozen=True)
class Style:
    """A paragraph style, or with `character` a style of runs. Sizes and spaces in points; `line` 0 is single.

    `line` is exact, or with `at_least` the least. `indent` and `left` count full-width characters: the first
    line is moved in, or all lines. `tab` is a right tab with dots, in mm. `keeps` holds the paragraph
    together and to the next one; `free` takes no part in the page's grid of lines; `raised` is superscript
    of the size of the text around it; `scale` is the width of characters in per cent.
    """

    id: str
    name: str
    font: Font
    size: float = 12
    bold: bool = False
    colour: str = ""
    align: str = "both"
    before: float = 0
    after: float = 0
    line: float = 0
    at_least: bool = False
    indent: float = 0
    left: float = 0
    tab: float = 0
    outline: int | None = None
    rule: Rule | None = None
    keeps: bool = False
    free: bool = False
    raised: bool = False
    scale: int = 100
    character: bool = False
    next: str = ""


@dataclass(frozen=True)
class Look:
    """Styles that go together, Normal first. `border` colours tables' lines, `fill` lies under their head."""

    styles: tuple[Style, ...]
    border: str
    fill: str

    @property
    def body(self) -> Font:
        return self.styles[0].font

    @property
    def fonts(self) -> tuple[Font, ...]:
        return tuple(dict.fromkeys(style.font for style in self.styles))


_UNDERLYING = """
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
  <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>{fonts}
</w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal">
  <w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>{fonts}
  <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
    <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
    <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
  </w:tblCellMar></w:tblPr>
</w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList">
  <w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/>{fonts}
</w:style>
"""
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_MARGINS = "".join(f'<w:{side} w:w="85" w:type="dxa"/>' for side in ("left", "right"))


def styles_xml(look: Look) -> str:
    """The whole styles part: defaults, the styles under all others, and the look's own."""
    size = f"{look.styles[0].size * 2:.0f}"
    return "".join(
        (
            f'<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(look.body)}'
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
            '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
            "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
            _UNDERLYING.format(fonts=f"<w:rPr>{_fonts(look.body)}</w:rPr>"),
            *own_styles(look).values(),
            "</w:styles>",
        )
    )


def own_styles(look: Look) -> dict[str, str]:
    """The look's own styles by their names, each as a `w:style`."""
    return {style.name: _style(style) for style in look.styles} | {"Report Table": _table(look)}


def fonts_xml(fonts: Iterable[Font]) -> str:
    """The font table: what to take where a Chinese font is missing."""
    fonts = tuple(fonts)
    chinese = (
        f'<w:font w:name="{font.chinese}"><w:altName w:val="{font.instead}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{font.family}"/><w:pitch w:val="variable"/></w:font>'
        for font in {font.chinese: font for font in fonts}.values()
    )
    named = dict.fromkeys(font.latin for font in fonts if font.latin not in {f.chinese for f in fonts})
    latin = (f'<w:font w:name="{name}"><w:charset w:val="00"/></w:font>' for name in named)
    return f'<w:fonts xmlns:w="{NAMESPACE}">{"".join((*chinese, *latin))}</w:fonts>'


def _table(look: Look) -> str:
    """The one table style: thin lines, and a head that stands out."""
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{look.border}"/>' for side in _SIDES
    )
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.fill}"/>' if look.fill else ""
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:rPr>{_fonts(look.body)}</w:rPr>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{fill}</w:tcPr></w:tblStylePr></w:style>'
    )


def _style(style: Style) -> str:
    form = "character" if style.character else "paragraph"
    default = ' w:default="1"' if style.id == "Normal" else ""
    basis = "" if default or style.character else '<w:basedOn w:val="Normal"/>'
    paragraph = "" if style.character else f"<w:pPr>{''.join(_paragraph_properties(style))}</w:pPr>"
    then = f'<w:next w:val="{style.next}"/>' if style.next else ""
    return (
        f'<w:style w:type="{form}" w:styleId="{style.id}"{default}><w:name w:val="{style.name}"/>'
        f"{basis}{then}<w:qFormat/>{paragraph}<w:rPr>{''.join(_run_properties(style))}</w:rPr></w:style>"
    )


def _paragraph_properties(style: Style) -> Iterator[str]:
    """In the order that the schema asks for."""
    if style.keeps:
        yield "<w:keepNext/><w:keepLines/>"
    if style.rule:
        yield f"<w:pBdr>{_rule(style.rule)}</w:pBdr>"
    if style.tab:
        at = round(style.tab * 1440 / 25.4)
        yield f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{at}"/></w:tabs>'
    if style.free:
        yield '<w:snapToGrid w:val="0"/>'
    line_rule = "atLeast" if style.at_least else "exact"
    line = f' w:line="{style.line * 20:.0f}" w:lineRule="{line_rule}"' if style.line else ""
    yield f'<w:spacing w:before="{style.before * 20:.0f}" w:after="{style.after * 20:.0f}"{line}/>'
    if style.indent or style.left:
        left, first = _indent("left", style.left, style.size), _indent("firstLine", style.indent, style.size)
        yield f"<w:ind {left} {first}/>"
    yield f'<w:jc w:val="{style.align}"/>'
    if style.outline is not None:
        yield f'<w:outlineLvl w:val="{style.outline}"/>'


def _rule(rule: Rule) -> str:
    eighths = round(rule.weight * 8)
    return f'<w:{rule.side} w:val="single" w:sz="{eighths}" w:space="{rule.space}" w:color="{rule.colour}"/>'


def _indent(side: str, characters: float, size: float) -> str:
    """In characters, and in twips for programs that do not count them."""
    return f'w:{side}Chars="{characters * 100:.0f}" w:{side}="{characters * size * 20:.0f}"'


def _run_properties(style: Style) -> Iterator[str]:
    yield _fonts(style.font)
    if style.bold:
        yield "<w:b/><w:bCs/>"
    if style.colour:
        yield f'<w:color w:val="{style.colour}"/>'
    if style.scale != 100:
        yield f'<w:w w:val="{style.scale}"/>'
    half_points = f"{style.size * 2:.0f}"
    if style.raised:
        yield '<w:vertAlign w:val="superscript"/>'
    else:
        yield f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _fonts(font: Font) -> str:
    latin = f'w:ascii="{font.latin}" w:hAnsi="{font.latin}" w:cs="{font.latin}"'
    return f'<w:rFonts {latin} w:eastAsia="{font.chinese}"/>'
