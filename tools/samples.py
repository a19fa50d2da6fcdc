"""Makes the sample documents from their plain sources: `python tools/samples.py`.

A source in resources/samples/source is a little Markdown: headings by #, a table by |, a paragraph a line.
From each come a Word document as an office would send it and a text hard-wrapped as newspapers set it.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.styles.style import ParagraphStyle

SAMPLES = Path(__file__).resolve().parent.parent / "resources/samples"

FACES = {
    "Title": ("方正小标宋简体", 22),
    "Heading 1": ("黑体", 16),
    "Heading 2": ("楷体", 16),
    "Caption": ("黑体", 14),
    "Normal": ("仿宋", 16),
}
"""Word style → typeface and size in points, after the usual format of official documents."""
STYLES = {"# ": "Title", "## ": "Heading 1", "### ": "Heading 2"}

WIDTH = 34
"""Columns of a newspaper line, a Chinese character taking two."""
EVERY = 11
"""One line in so many, if it has no numbers, is spaced out letter by letter."""
NOT_FIRST = "，。、；：？！）》”〕%"
NOT_LAST = "（《“〔"

Line = tuple[str, str]
"""Word style (or "Table") and text of one line of a source."""


def main() -> None:
    for source in sorted((SAMPLES / "source").glob("*.md")):
        lines = list(read(source))
        word(lines).save(str(SAMPLES / f"{source.stem}.docx"))
        (SAMPLES / f"{source.stem}.txt").write_text(newspaper(lines), encoding="utf-8", newline="\n")


def read(source: Path) -> Iterator[Line]:
    """The lines of a source, empty ones and the rule under a table's head left out."""
    for line in source.read_text(encoding="utf-8").splitlines():
        mark = re.match("#+ ", line)
        if mark:
            yield STYLES[mark[0]], line[mark.end() :]
        elif line.startswith("|") and not line.startswith("|-"):
            yield "Table", line
        elif line.startswith("表"):
            yield "Caption", line
        elif line and line[0] != "|":
            yield "Normal", line


def word(lines: list[Line]) -> WordDocument:
    document = Document()
    for name, (face, size) in FACES.items():
        set_face(document.styles[name], face, size)
    for style, same in groupby(lines, key=lambda line: line[0]):
        texts = [text for _, text in same]
        if style == "Table":
            add_table(document, [cells(text) for text in texts])
        for text in texts if style != "Table" else ():
            add_paragraph(document, style, text)
    return document


def set_face(style: ParagraphStyle, face: str, size: int) -> None:
    style.font.name = "Times New Roman"
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in [name for name in fonts.attrib if "Theme" in str(name)]:
        del fonts.attrib[theme]
    fonts.set(qn("w:eastAsia"), face)


def add_paragraph(document: WordDocument, style: str, text: str) -> None:
    paragraph = document.add_paragraph(text, style=style)
    if style in ("Title", "Caption") or is_masthead(text):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif style == "Normal":
        paragraph.paragraph_format.first_line_indent = Pt(2 * FACES["Normal"][1])


def is_masthead(text: str) -> bool:
    """Issuer, number and date under the title: short and without a stop."""
    return len(text) < 20 and not text.endswith("。")


def add_table(document: WordDocument, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    for made, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(made.cells, texts, strict=True):
            cell.text = text


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]


def newspaper(lines: list[Line]) -> str:
    """The lines as a newspaper column: wrapped, indented, justified; tables are left out."""
    texts = [(style, text) for style, text in lines if style not in ("Table", "Caption")]
    return "\n".join(
        column(f"　　{text}") if is_body(style, text) else f"\n{text}\n" for style, text in texts
    )


def is_body(style: str, text: str) -> bool:
    return style == "Normal" and not is_masthead(text)


def column(text: str) -> str:
    """One paragraph wrapped to WIDTH; no line begins with a closing or ends with an opening mark."""
    lines = [""]
    for token in re.findall(rf"[{NOT_LAST}]*(?:[0-9A-Za-z.—]+|.)[{NOT_FIRST}]*", text):
        grown = lines[-1] + token
        if columns(grown) + len(letter_gaps(len(lines), grown)) > WIDTH:
            lines.append("")
        lines[-1] += token
    return "\n".join([*map(justified, range(1, len(lines)), lines[:-1]), lines[-1]])


def letter_gaps(number: int, line: str) -> list[int]:
    """Where the n-th line is spaced out letter by letter."""
    if number % EVERY or re.search("[0-9A-Za-z]", line):
        return []
    return [gap.start() for gap in re.finditer("(?<=[一-鿿])(?=[一-鿿])", line)]


def justified(number: int, line: str) -> str:
    """The n-th line filled with spaces: between its letters, or else around its numbers."""
    gaps = letter_gaps(number, line)
    around = re.finditer("(?<=[一-鿿])(?=[0-9])|(?<=[0-9A-Z])(?=[一-鿿])", line)
    rest = max(WIDTH - columns(line) - len(gaps), 0)
    for gap in sorted([*gaps, *(gaps or [gap.start() for gap in around])[:rest]], reverse=True):
        line = f"{line[:gap]} {line[gap:]}"
    return line


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


if __name__ == "__main__":
    main()
