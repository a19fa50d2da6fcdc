"""Word documents built for the tests, part by part as XML."""

import zipfile
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NAMESPACES = (
    f'xmlns:w="{TRANSITIONAL}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def word() -> WordDocument:
    return Document()


def saved(document: WordDocument) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_body(xml: str) -> bytes:
    """A document of python-docx, with its styles, whose body is these elements."""
    document = word()
    body = document.element.body
    for element in parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>"):
        body.insert(len(body) - 1, element)
    return saved(document)


def parts_of(body: str, main: str = "document.main", **others: str) -> dict[str, bytes]:
    """The parts of a small document: the body, and what is inside styles, numbering, footnotes, header …"""
    roots = {"footnotes": "footnotes", "endnotes": "endnotes", "header": "hdr", "footer": "ftr"}
    trees = {
        f"word/{name}.xml": f"<w:{roots.get(name, name)} {NAMESPACES}>{xml}</w:{roots.get(name, name)}>"
        for name, xml in others.items()
        if name != "core"
    }
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{name}+xml"/>' for name in others
    )
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_RELATION}/{name}" Target="{name}.xml"/>' for name in others
    )
    content = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{content}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.{main}+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{content}/relationships"><Relationship Id="r" '
        f'Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{content}/relationships">{relations}'
        "</Relationships>",
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        **trees,
    }
    if "core" in others:
        dublin = "http://purl.org/dc/elements/1.1/"
        files["docProps/core.xml"] = f'<core xmlns:dc="{dublin}">{others["core"]}</core>'
    return {name: xml.encode() for name, xml in files.items()}


def packed(body: str, main: str = "document.main", **others: str) -> bytes:
    """The same, zipped."""
    return zipped(parts_of(body, main, **others))


def run(text: str, properties: str = "") -> str:
    formed = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{formed}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def field(code: str, result: str | None = None) -> str:
    """A complex field; one without a result where that is None."""
    separated = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{separated}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def numbered(text: str, level: int = 0, num: int = 1) -> str:
    return paragraph(run(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def level(depth: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*abstracts: str, nums: str = "") -> str:
    """Abstract lists 0, 1, … with their levels, and a list n + 1 for each."""
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{xml}</w:abstractNum>' for n, xml in enumerate(abstracts)
    )
    each = "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(len(abstracts))
    )
    return made + each + nums


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return stream.getvalue()
