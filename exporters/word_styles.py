"""The styles of a Word report, as data, and the fonts they name.

Every style names its Latin and its East Asian font itself, and no theme font: a font left to the theme wins
over one named lower down, and Chinese text then falls back to whatever the program likes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True)
class Font:
    """A Chinese font with the name to fall back on, and the Latin font set beside it."""

    chinese: str
    instead: str
    latin: str
    family: str = "roman"


# Windows and WPS have 仿宋, 黑体 and 楷体. 小标宋 is what offices have for titles; 华文中宋 comes with Word.
TITLE = Font("方正小标宋简体", "华文中宋", "Times New Roman")
BODY = Font("仿宋", "FangSong", "Times New Roman", "modern")
HEADING = Font("黑体", "SimHei", "Arial", "modern")
KAI = Font("楷体", "KaiTi", "Times New Roman", "modern")
SONG = Font("宋体", "SimSun", "Times New Roman", "auto")
FONTS = (TITLE, BODY, HEADING, KAI, SONG)
LATIN = ("Times New Roman", "Arial")


@dataclass(frozen=True)
class Style:
    """A paragraph style, or with `character` a style of runs. Sizes and spaces in points; `line` 0 is single.

    `indent` and `left` count full-width characters: the first line is moved in, or all lines. `rule` is the
    colour of a line down the left side; `keeps` holds the paragraph together and to the next one.
    """

    id: str
    name: str
    font: Font = BODY
    size: float = 12
    bold: bool = False
    colour: str = ""
    align: str = "both"
    before: float = 0
    after: float = 0
    line: float = 0
    indent: float = 0
    left: float = 0
    outline: int | None = None
    rule: str = ""
    keeps: bool = False
    character: bool = False


STYLES = (
    Style("Normal", "Normal"),
    Style("Title", "Title", TITLE, 22, align="center", before=12, after=10, line=34, keeps=True),
    Style("Subtitle", "Subtitle", KAI, 14, align="center", after=2, line=24),
    Style("Date", "Date", KAI, 14, align="center", after=14, line=24),
    Style("Heading1", "heading 1", HEADING, 16, align="left", before=18, after=8, outline=0, keeps=True),
    Style("Heading2", "heading 2", KAI, 15, True, align="left", before=10, after=4, outline=1, keeps=True),
    Style("Heading3", "heading 3", BODY, 14, True, align="left", before=8, after=3, outline=2, keeps=True),
    Style("BodyText", "Body Text", BODY, 14, line=26, indent=2),
    Style("Caption", "caption", HEADING, 10.5, align="center", before=10, after=5, keeps=True),
    Style("Task", "Task", BODY, 14, before=4, line=25, keeps=True),
    Style("TaskFacts", "Task Facts", BODY, 11, colour="404040", align="left", line=18, left=2, keeps=True),
    Style("Quote", "Quote", KAI, 11, colour="404040", after=6, line=18, left=2, rule="A6B4CC"),
    Style("TableHead", "Table Head", HEADING, 10.5, align="center", before=2, after=2),
    Style("TableText", "Table Text", BODY, 10.5, align="left", before=2, after=2),
    Style("TableCentre", "Table Centre", BODY, 10.5, align="center", before=2, after=2),
    Style("TableQuote", "Table Quote", KAI, 10.5, align="both", before=2),
    Style("Source", "Source", SONG, 9, colour="595959", align="left", after=2),
    Style("Footer", "footer", SONG, 14, align="center"),
    Style("Marker", "Marker", HEADING, 14, character=True),
    Style("SourceMark", "Source Mark", SONG, 9, colour="595959", character=True),
)

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8C96A8"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = "".join(f'<w:{side} w:w="{w}" w:type="dxa"/>' for side, w in (("left", 85), ("right", 85)))
_UNDERLYING = f"""
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
  <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>{{fonts}}
</w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal">
  <w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>{{fonts}}
  <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
    <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
    <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
  </w:tblCellMar></w:tblPr>
</w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList">
  <w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/>{{fonts}}
</w:style>
<w:style w:type="table" w:styleId="TableGrid">
  <w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>{{fonts}}
  <w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders><w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr>
</w:style>
"""


def styles_xml() -> str:
    """The whole styles part: defaults, the styles under all others, and STYLES."""
    return "".join(
        (
            f'<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(BODY)}'
            '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
            "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
            _UNDERLYING.format(fonts=f"<w:rPr>{_fonts(BODY)}</w:rPr>"),
            *map(_style, STYLES),
            "</w:styles>",
        )
    )


def fonts_xml() -> str:
    """The font table: what to take where a Chinese font is missing."""
    chinese = (
        f'<w:font w:name="{font.chinese}"><w:altName w:val="{font.instead}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{font.family}"/><w:pitch w:val="variable"/></w:font>'
        for font in FONTS
    )
    latin = (f'<w:font w:name="{name}"><w:charset w:val="00"/></w:font>' for name in LATIN)
    return f'<w:fonts xmlns:w="{NAMESPACE}">{"".join((*chinese, *latin))}</w:fonts>'


def _style(style: Style) -> str:
    form = "character" if style.character else "paragraph"
    default = ' w:default="1"' if style.id == "Normal" else ""
    basis = "" if default or style.character else '<w:basedOn w:val="Normal"/>'
    paragraph = "" if style.character else f"<w:pPr>{''.join(_paragraph_properties(style))}</w:pPr>"
    then = "" if style.outline is None else '<w:next w:val="BodyText"/>'
    return (
        f'<w:style w:type="{form}" w:styleId="{style.id}"{default}><w:name w:val="{style.name}"/>'
        f"{basis}{then}<w:qFormat/>{paragraph}<w:rPr>{''.join(_run_properties(style))}</w:rPr></w:style>"
    )


def _paragraph_properties(style: Style) -> Iterator[str]:
    """In the order that the schema asks for."""
    if style.keeps:
        yield "<w:keepNext/><w:keepLines/>"
    if style.rule:
        yield f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="6" w:color="{style.rule}"/></w:pBdr>'
    line = f' w:line="{style.line * 20:.0f}" w:lineRule="exact"' if style.line else ""
    yield f'<w:spacing w:before="{style.before * 20:.0f}" w:after="{style.after * 20:.0f}"{line}/>'
    if style.indent or style.left:
        left, first = _indent("left", style.left, style.size), _indent("firstLine", style.indent, style.size)
        yield f"<w:ind {left} {first}/>"
    yield f'<w:jc w:val="{style.align}"/>'
    if style.outline is not None:
        yield f'<w:outlineLvl w:val="{style.outline}"/>'


def _indent(side: str, characters: float, size: float) -> str:
    """In characters, and in twips for programs that do not count them."""
    return f'w:{side}Chars="{characters * 100:.0f}" w:{side}="{characters * size * 20:.0f}"'


def _run_properties(style: Style) -> Iterator[str]:
    yield _fonts(style.font)
    if style.bold:
        yield "<w:b/><w:bCs/>"
    if style.colour:
        yield f'<w:color w:val="{style.colour}"/>'
    half_points = f"{style.size * 2:.0f}"
    yield f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _fonts(font: Font) -> str:
    latin = f'w:ascii="{font.latin}" w:hAnsi="{font.latin}" w:cs="{font.latin}"'
    return f'<w:rFonts {latin} w:eastAsia="{font.chinese}"/>'
