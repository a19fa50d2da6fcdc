"""Makes the two Word templates in resources/templates: `python tools/templates.py`.

They are ordinary documents with placeholders, to be opened in Word, changed and saved under another name;
docs/templates.md says how. What is set in which face stands in exporters/word_looks.py.
"""

import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from exporters.briefing import MODERN, OFFICIAL  # noqa: E402
from exporters.word_frame import Page, framed  # noqa: E402
from exporters.word_looks import BLUE, LINE  # noqa: E402
from exporters.word_looks import MODERN as MODERN_LOOK  # noqa: E402
from exporters.word_looks import OFFICIAL as OFFICIAL_LOOK  # noqa: E402

OFFICIAL_PAGE = Page(top=37, bottom=35, left=28, right=26, header=15, footer=23)
"""GB/T 9704-2012, 5.2: a type area of 156 × 225 mm; the page number stands 7 mm below it (7.5)."""
MODERN_PAGE = Page(top=28, bottom=25, left=25, right=25, header=14, footer=13)

CHARACTERS, SIZE = 28, 16
"""Characters in a line of the official page, and their size in points."""

MADE = datetime(2026, 1, 1)
"""Templates carry no hour of their own, so that the script makes the same file each time."""


def main() -> None:
    for path, document in ((OFFICIAL, official()), (MODERN, modern())):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(packed(document))
        print(path.relative_to(ROOT))


def official() -> Document:
    """A 简报: red masthead, number of the issue, office and date over a red line; below, the colophon."""
    document = framed(OFFICIAL_LOOK, OFFICIAL_PAGE)
    add(document, "Masthead", "{{ name or ('工作简报' if language == 'zh' else 'Briefing') }}")
    add(document, "Issue", "{%p if issue %}")
    add(document, "Issue", "{% if language == 'zh' %}第 {{ issue }} 期{% else %}No. {{ issue }}{% endif %}")
    add(document, "Issue", "{%p endif %}")
    across(add(document, "Red Line", "{{ office }}\t{{ date }}"), OFFICIAL_PAGE.width)
    add(document, "Title", "{{ title }}")
    add(document, "Subtitle", "{{ subtitle }}")
    add(document, "Normal", "{{p parts }}")
    colophon(document)
    number_outside(document)
    grid(document.sections[0])
    return document


def colophon(document: Document) -> None:
    """版记: the last lines of the last page, between two rules, at the foot of the type area."""
    line = add(document, "Colophon", "{{ office }}\t{{ date }}{% if language == 'zh' %}印发{% endif %}")
    across(line, OFFICIAL_PAGE.width)
    properties = line._p.get_or_add_pPr()
    frame = (
        f'<w:framePr {nsdecls("w")} w:w="{Mm(OFFICIAL_PAGE.width).twips}" w:wrap="notBeside" '
        'w:vAnchor="margin" w:hAnchor="margin" w:xAlign="center" w:yAlign="bottom"/>'
    )
    rule = '<w:{0} w:val="single" w:sz="8" w:space="2" w:color="000000"/>'
    borders = f"<w:pBdr {nsdecls('w')}>{rule.format('top')}{rule.format('bottom')}</w:pBdr>"
    properties.find(qn("w:pStyle")).addnext(parse_xml(frame))
    properties.find(qn("w:framePr")).addnext(parse_xml(borders))


def modern() -> Document:
    """A cover with a band of colour, the table of contents on a page of its own, a running head."""
    document = framed(MODERN_LOOK, MODERN_PAGE)
    band(document)
    cover = add(document, "Subtitle", "{{ subtitle }}")
    cover.paragraph_format.space_before = Pt(24)
    office = add(document, "Office", "{{ office }}")
    office.paragraph_format.space_before = Pt(260)
    issue = "{% if language == 'zh' %}第 {{ issue }} 期{% else %}No. {{ issue }}{% endif %}"
    add(document, "Date", f"{{{{ date }}}}{{% if issue %}}　·　{issue}{{% endif %}}")
    inside = document.add_section()
    add(document, "Normal", "{{p part.contents }}")
    title = add(document, "Title", "{{ title }}")
    title.paragraph_format.page_break_before = True
    add(document, "Normal", "{{p parts }}")
    run_heads(document, inside)
    return document


def band(document: Document) -> None:
    """The title, white on a field of colour over the whole width of the text."""
    table = document.add_table(1, 1)
    table.autofit = False
    cell = table.cell(0, 0)
    cell.width = Mm(MODERN_PAGE.width)
    table.rows[0].height = Mm(105)
    properties = cell._tc.get_or_add_tcPr()
    properties.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{BLUE}"/>'))
    margins = '<w:left w:w="500" w:type="dxa"/><w:right w:w="500" w:type="dxa"/>'
    properties.append(parse_xml(f"<w:tcMar {nsdecls('w')}>{margins}</w:tcMar>"))
    properties.append(parse_xml(f'<w:vAlign {nsdecls("w")} w:val="center"/>'))
    for style, text, colour in (("Office", "{{ name }}", "BDD0E6"), ("Cover", "{{ title }}", "FFFFFF")):
        paragraph = cell.paragraphs[0] if style == "Office" else cell.add_paragraph()
        paragraph.style = document.styles[style]
        run = paragraph.add_run(text)
        run._r.get_or_add_rPr().append(parse_xml(f'<w:color {nsdecls("w")} w:val="{colour}"/>'))


def run_heads(document: Document, inside: Section) -> None:
    """The cover has neither head nor number; the pages after it count from 1."""
    inside.header.is_linked_to_previous = inside.footer.is_linked_to_previous = False
    head, foot = inside.header.paragraphs[0], inside.footer.paragraphs[0]
    head.style, foot.style = document.styles["header"], document.styles["footer"]
    head.add_run("{{ title }}")
    page_number(foot, "", "")
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    inside._sectPr.find(qn("w:pgMar")).addnext(start)


def add(document: Document, style: str, text: str) -> Paragraph:
    return document.add_paragraph(text, style=document.styles[style])


def across(paragraph: Paragraph, width: float) -> None:
    """A right tab at the end of the line."""
    tab = f'<w:tab w:val="right" w:pos="{Mm(width).twips}"/>'
    paragraph._p.get_or_add_pPr()._insert_tabs(parse_xml(f"<w:tabs {nsdecls('w')}>{tab}</w:tabs>"))


def number_outside(document: Document) -> None:
    """— 1 —, a character in from the outer edge: right on odd pages, left on even ones."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, align, side in (
        (section.footer, "right", "right"),
        (section.even_page_footer, "left", "left"),
    ):
        paragraph = footer.paragraphs[0]
        paragraph.style = document.styles["footer"]
        page_number(paragraph, "— ", " —")
        properties = paragraph._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:ind {nsdecls("w")} w:{side}Chars="100" w:{side}="280"/>'))
        properties.append(parse_xml(f'<w:jc {nsdecls("w")} w:val="{align}"/>'))


def page_number(paragraph: Paragraph, before: str, after: str) -> None:
    number = '<w:fldSimple {} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    if before:
        paragraph.add_run(before)
    paragraph._p.append(parse_xml(number.format(nsdecls("w"))))
    if after:
        paragraph.add_run(after)


def grid(section: Section) -> None:
    """22 lines of 28 characters. Word counts their pitch from the size of Normal, in 1/4096 point."""
    pitch = Mm(OFFICIAL_PAGE.width).pt / CHARACTERS
    spacing = round((pitch - SIZE) * 4096)
    lines = round(LINE * 20)
    xml = '<w:docGrid {} w:type="linesAndChars" w:linePitch="{}" w:charSpace="{}"/>'
    section._sectPr.append(parse_xml(xml.format(nsdecls("w"), lines, spacing)))


def packed(document: Document) -> bytes:
    """The file, the same for the same content."""
    properties = document.core_properties
    properties.title = properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = MADE
    plain, stream = BytesIO(), BytesIO()
    document.save(plain)
    with ZipFile(plain) as parts, ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name in parts.namelist():
            package.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), parts.read(name), ZIP_DEFLATED)
    return stream.getvalue()


if __name__ == "__main__":
    main()
