"""docx: briefings of 1,000 and 10,000 passages against the same XML copied element by element and packed."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree  # type: ignore[import-untyped]

from bench.material import report
from bench.measure import Result, alternate, seconds
from bench.sheets import peak
from exporters import briefing_docx
from exporters.report import ORDER, Report

SIZES = (1_000, 10_000)
CONTENT = ("word/document.xml", "word/footnotes.xml")
"""The parts that grow with the passages."""
TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def measure() -> Iterator[Result]:
    most = report(ORDER, SIZES[-1])
    before = peak()
    briefing_docx.write(most, BytesIO(), _untold)
    work = f"memory of {SIZES[-1]:,} passages"
    yield Result("docx", work, peak(), before, goal=400, unit="MB", by="difference")
    for size in SIZES:
        made = report(ORDER, size)
        yield Result("docx", f"briefing of {size:,} passages", *alternate(*_sides(made)), goal=1.5)


def _sides(made: Report) -> tuple[Callable[[int], float], Callable[[int], float]]:
    written = BytesIO()
    briefing_docx.write(made, written, _untold)
    with ZipFile(written) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    trees = {name: etree.fromstring(parts[name]) for name in CONTENT}

    def ours(run: int) -> float:
        return seconds(lambda: briefing_docx.write(made, BytesIO(), _untold))

    def limit(run: int) -> float:
        return seconds(lambda: pack(trees, parts))

    return ours, limit


def pack(trees: dict[str, etree._Element], parts: dict[str, bytes]) -> None:
    """Builds the content anew from copies of its elements, sets every text, and writes the package."""
    with ZipFile(BytesIO(), "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, etree.tostring(rebuilt(trees[name])) if name in trees else data)


def rebuilt(tree: etree._Element) -> etree._Element:
    root = etree.Element(tree.tag, nsmap=tree.nsmap)
    into, elements = (etree.SubElement(root, tree[0].tag), tree[0]) if len(tree) == 1 else (root, tree)
    for element in elements:
        copy = deepcopy(element)
        into.append(copy)
        for text, copied in zip(element.iter(TEXT), copy.iter(TEXT), strict=True):
            copied.text = text.text
    return root


def _untold(done: int, total: int) -> None:
    """Nobody waits for this export."""
