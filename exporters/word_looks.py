"""The looks a Word report may have: styles as data.

OFFICIAL follows GB/T 9704-2012 (party and state organs' documents): body 仿宋 三号, 16 points, on lines of
28.95 points, so that 22 fill the type area; 一、 in 黑体, （一） in 楷体, 1. in 仿宋; title 小标宋.
"""

from dataclasses import replace

from exporters.word_styles import Font, Look, Rule, Style

LINE = 28.95
"""Points from line to line: 22 in a type area of 225 mm."""

NARROW = 98
"""Per cent of their width at which 28 characters of 16 points stand in a line of 156 mm. Of characters drawn
together instead, LibreOffice loses the marks at the ends of lines."""

# Windows and WPS have 仿宋, 黑体 and 楷体. 小标宋 is what offices have for titles; 华文中宋 comes with Word.
XIAOBIAOSONG = Font("方正小标宋简体", "华文中宋", "Times New Roman")
FANGSONG = Font("仿宋", "FangSong", "Times New Roman", "modern")
HEITI = Font("黑体", "SimHei", "Arial", "modern")
KAITI = Font("楷体", "KaiTi", "Times New Roman", "modern")
SONGTI = Font("宋体", "SimSun", "Times New Roman", "auto")
SONGTI_NUMBERS = Font("宋体", "SimSun", "宋体", "auto")
YAHEI = Font("微软雅黑", "Microsoft YaHei", "Arial", "swiss")

RED = "E60012"
GREY = "595959"
BLUE = "1F4E79"

_NOTES = (
    Style("FootnoteText", "footnote text", SONGTI, 9, align="left", free=True, line=13, at_least=True),
    Style("FootnoteReference", "footnote reference", SONGTI, raised=True, character=True),
    Style("EndnoteText", "endnote text", SONGTI, 10.5, align="left", free=True, line=16, at_least=True),
    Style("EndnoteReference", "endnote reference", SONGTI, raised=True, character=True),
    Style("CommentText", "annotation text", SONGTI, 10, align="left", free=True),
    Style("CommentReference", "annotation reference", SONGTI, 8, character=True),
)

_OFFICIAL = (
    Style("Normal", "Normal", FANGSONG, 16),
    Style("Title", "Title", XIAOBIAOSONG, 22, align="center", before=LINE, line=34, keeps=True),
    Style("Subtitle", "Subtitle", KAITI, 16, align="center", after=LINE, line=LINE),
    Style("Masthead", "Masthead", XIAOBIAOSONG, 54, colour=RED, align="center", line=72, after=6),
    Style("Issue", "Issue", FANGSONG, 16, align="center", line=LINE, after=8),
    Style("Office", "Office", FANGSONG, 16, align="left", line=LINE),
    Style("RedLine", "Red Line", FANGSONG, 16, rule=Rule("bottom", 2.25, RED, 6), line=LINE),
    Style("Date", "Date", FANGSONG, 16, align="right", before=LINE, line=LINE),
    Style("Colophon", "Colophon", FANGSONG, 14, align="left", line=26),
    Style(
        "Heading1", "heading 1", HEITI, 16, line=LINE, indent=2, outline=0, keeps=True, next="BodyText"
    ),
    Style(
        "Heading2", "heading 2", KAITI, 16, line=LINE, indent=2, outline=1, keeps=True, next="BodyText"
    ),
    Style(
        "Heading3", "heading 3", FANGSONG, 16, True, line=LINE, indent=2, outline=2, keeps=True,
        next="BodyText",
    ),
    Style("BodyText", "Body Text", FANGSONG, 16, line=LINE, indent=2),
    Style("TOCHeading", "TOC Heading", HEITI, 16, align="center", before=6, line=LINE, keeps=True),
    Style("TOC1", "toc 1", FANGSONG, 16, align="left", line=LINE, tab=156),
    Style("TOC2", "toc 2", FANGSONG, 14, align="left", line=24, left=2, tab=156),
    Style("Caption", "caption", HEITI, 12, align="center", before=8, after=4, keeps=True),
    Style("Figure", "Figure", FANGSONG, 12, align="center", before=4, keeps=True),
    Style("Task", "Task", FANGSONG, 16, line=LINE, indent=2, keeps=True),
    Style("TaskFacts", "Task Facts", FANGSONG, 12, colour=GREY, align="left", line=20, left=2.67),
    Style("Quote", "Quote", KAITI, 12, colour=GREY, after=4, line=20, left=2.67),
    Style("TableHead", "Table Head", HEITI, 10.5, align="center", before=2, after=2, keeps=True),
    Style("TableText", "Table Text", FANGSONG, 10.5, align="left", before=2, after=2),
    Style("TableCentre", "Table Centre", FANGSONG, 10.5, align="center", before=2, after=2),
    Style("TableQuote", "Table Quote", KAITI, 10.5, align="left", before=2, after=2),
    Style("Source", "Source", SONGTI, 9, colour=GREY, align="left", after=2),
    Style("Header", "header", SONGTI, 9, align="center"),
    Style("Footer", "footer", SONGTI_NUMBERS, 14, align="right"),
    Style("Marker", "Marker", HEITI, 16, character=True),
    Style("SourceMark", "Source Mark", SONGTI, 9, colour=GREY, character=True),
    *_NOTES,
)  # fmt: skip

# Word and LibreOffice disagree on what a grid of characters does to them. So styles stand free of the grid,
# lines have their height themselves, and 28 characters of 16 points are narrowed to 442 points.
OFFICIAL = Look(
    tuple(replace(style, free=True, scale=NARROW if style.size == 16 else 100) for style in _OFFICIAL),
    border="000000",
    fill="",
)

MODERN = Look(
    (
        Style("Normal", "Normal", SONGTI, 12),
        Style("Cover", "Cover", YAHEI, 34, True, colour=BLUE, align="left", before=6, after=12),
        Style("Title", "Title", YAHEI, 20, True, colour=BLUE, align="left", before=0, after=10, keeps=True),
        Style("Subtitle", "Subtitle", YAHEI, 13, colour=GREY, align="left", after=6, line=22, at_least=True),
        Style("Office", "Office", YAHEI, 12, colour=BLUE, align="left", after=4),
        Style("Date", "Date", YAHEI, 12, colour=GREY, align="left", after=4),
        Style(
            "Heading1", "heading 1", YAHEI, 16, True, colour=BLUE, align="left", before=22, after=10,
            outline=0, rule=Rule("bottom", 1, BLUE, 3), keeps=True, next="BodyText",
        ),
        Style(
            "Heading2", "heading 2", YAHEI, 13, True, colour=BLUE, align="left", before=14, after=6,
            outline=1, keeps=True, next="BodyText",
        ),
        Style(
            "Heading3", "heading 3", YAHEI, 11.5, True, colour="404040", align="left", before=10, after=4,
            outline=2, keeps=True, next="BodyText",
        ),
        Style("BodyText", "Body Text", SONGTI, 12, after=6, line=22, at_least=True, indent=2),
        Style("TOCHeading", "TOC Heading", YAHEI, 16, True, colour=BLUE, align="left", after=12, keeps=True),
        Style("TOC1", "toc 1", YAHEI, 12, True, align="left", before=6, line=22, at_least=True, tab=160),
        Style("TOC2", "toc 2", SONGTI, 11, align="left", line=18, at_least=True, left=2, tab=160),
        Style("Caption", "caption", YAHEI, 10, colour=BLUE, align="left", before=10, after=4, keeps=True),
        Style("Figure", "Figure", SONGTI, 12, align="center", before=4, keeps=True),
        Style("Task", "Task", SONGTI, 12, before=6, line=20, at_least=True, keeps=True),
        Style("TaskFacts", "Task Facts", SONGTI, 10.5, colour=GREY, align="left", left=2),
        Style(
            "Quote", "Quote", KAITI, 10.5, colour="404040", after=6, left=2, rule=Rule("left", 2, "9DB7D5", 6)
        ),
        Style(
            "TableHead", "Table Head", YAHEI, 10, True, colour="FFFFFF", align="center", before=3, after=3,
            keeps=True,
        ),
        Style("TableText", "Table Text", SONGTI, 10.5, align="left", before=2, after=2),
        Style("TableCentre", "Table Centre", SONGTI, 10.5, align="center", before=2, after=2),
        Style("TableQuote", "Table Quote", KAITI, 10.5, align="left", before=2, after=2),
        Style("Source", "Source", SONGTI, 9, colour=GREY, align="left", after=2),
        Style("Header", "header", YAHEI, 9, colour=GREY, align="left", rule=Rule("bottom", 0.5, "9DB7D5", 3)),
        Style("Footer", "footer", YAHEI, 9, colour=GREY, align="right"),
        Style("Marker", "Marker", YAHEI, 11, True, colour=BLUE, character=True),
        Style("SourceMark", "Source Mark", SONGTI, 9, colour=GREY, character=True),
        *_NOTES,
    ),
    border="9DB7D5",
    fill=BLUE,
)  # fmt: skip
