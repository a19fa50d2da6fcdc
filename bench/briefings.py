"""docx: the briefing of 1,000 passages against the same XML copied element by element and packed."""

from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree  # type: ignore[import-untyped]

from bench.material import report
from bench.measure import Result, alternate, seconds
from exporters import briefing_docx
from exporters.report import ORDER

PASSAGES = 1_000
BODY = "word/document.xml"
TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def measure() -> Iterator[Result]:
    made = report(ORDER, PASSAGES)
    written = BytesIO()
    briefing_docx.write(made, written, _untold)
    with ZipFile(written) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    tree = etree.fromstring(parts[BODY])

    def ours(run: int) -> float:
        return seconds(lambda: briefing_docx.write(made, BytesIO(), _untold))

    def limit(run: int) -> float:
        return seconds(lambda: pack(tree, parts))

    yield Result("docx", f"briefing of {PASSAGES:,} passages", *alternate(ours, limit), goal=1.5)


def pack(tree: etree._Element, parts: dict[str, bytes]) -> None:
    """Builds the body anew from copies of its elements, sets every text in them, and writes the package."""
    root = etree.Element(tree.tag, nsmap=tree.nsmap)
    body = etree.SubElement(root, tree[0].tag)
    for element in tree[0]:
        copy = deepcopy(element)
        body.append(copy)
        for text, copied in zip(element.iter(TEXT), copy.iter(TEXT), strict=True):
            copied.text = text.text
    with ZipFile(BytesIO(), "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, etree.tostring(root) if name == BODY else data)


def _untold(done: int, total: int) -> None:
    """Nobody waits for this export."""
