"""What Word is strict about in a .docx, where other programs read on (ECMA-376, part 1)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from docx.oxml.ns import qn
from lxml import etree

from tests.exporters import package_rules
from tests.exporters.package_rules import Parts

ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
    "rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
    "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
    "vAlign hideMark",
    "trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader "
    "tblCellSpacing jc hidden",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
    "docGrid printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
    "qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr "
    "tblStylePr",
    "settings": "writeProtection view zoom removePersonalInformation embedTrueTypeFonts "
    "bordersDoNotSurroundHeader bordersDoNotSurroundFooter proofState attachedTemplate "
    "stylePaneFormatFilter trackRevisions documentProtection defaultTabStop autoHyphenation "
    "evenAndOddHeaders bookFoldRevPrinting drawingGridHorizontalSpacing "
    "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery "
    "displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin "
    "characterSpacingControl footnotePr endnotePr compat docVars rsids mathPr attachedSchema "
    "themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats shapeDefaults decimalSymbol "
    "listSeparator",
}  # fmt: skip
"""By element, its children in the order of the schema."""

UNIQUE = ("bookmarkStart", "comment", "footnote", "endnote", "commentReference", "commentRangeStart")
"""Elements whose ids are unique in their part."""

NOTED = {
    "footnoteReference": "word/footnotes.xml",
    "endnoteReference": "word/endnotes.xml",
    "commentReference": "word/comments.xml",
}
"""By the mark in the text, the part that holds what it leads to."""

STYLED = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
WHOLE = {"sz": "val", "szCs": "val", "spacing": "line", "ind": "firstLine", "gridCol": "w", "tcW": "w"}
"""Elements with an attribute that is a whole number."""
BOOKMARK = re.compile(r"[^\W\d]\w{0,39}")
COLOUR = re.compile("auto|[0-9A-Fa-f]{6}")


def faults(data: bytes) -> list[str]:
    """What Word would complain of, or silently repair."""
    found = package_rules.parts(data)
    texts = {name: tree for name, tree in found.items() if name.startswith("word/") and "_rels" not in name}
    checks = (_order, _ids, _styles, _numbers, _tables, _fields, _bookmarks)
    told = (f"{name}: {fault}" for name, tree in texts.items() for check in checks for fault in check(tree))
    named = set(_style_ids(found))
    unknown = (
        f"{name}: no style {style}"
        for name, tree in texts.items()
        for style in _used(tree)
        if style not in named
    )
    return [
        *package_rules.faults(data),
        *told,
        *unknown,
        *_notes(found),
        *_body(found["word/document.xml"][0]),
    ]


def _order(tree: etree._Element) -> Iterator[str]:
    for name, order in ORDERS.items():
        ranks = {child: rank for rank, child in enumerate(order.split())}
        for element in tree.iter(qn(f"w:{name}")):
            children = [etree.QName(child).localname for child in element if isinstance(child.tag, str)]
            places = [
                ranks.get(child, -1 if name in ("style", "settings") else len(ranks)) for child in children
            ]
            known = [place for place in places if place >= 0]
            if known != sorted(known):
                yield f"{name}: {children}"


def _ids(tree: etree._Element) -> Iterator[str]:
    for name in UNIQUE:
        yield from _twice(name, (element.get(qn("w:id")) for element in tree.iter(qn(f"w:{name}"))))
    yield from _twice("docPr", (picture.get("id") for picture in tree.iter("{*}docPr")))


def _twice(name: str, ids: Iterable[str]) -> Iterator[str]:
    return (f"{name} {id_} twice" for id_, count in Counter(ids).items() if count > 1)


def _styles(tree: etree._Element) -> Iterator[str]:
    yield from _twice("style", (style.get(qn("w:styleId")) for style in tree.iter(qn("w:style"))))
    yield from _twice(
        "style named", (name.get(qn("w:val")) for name in tree.iterfind(f"{qn('w:style')}/{qn('w:name')}"))
    )
    for colour in tree.iter(qn("w:color")):
        if not COLOUR.fullmatch(colour.get(qn("w:val"), "auto")):
            yield f"no colour: {colour.get(qn('w:val'))}"


def _used(tree: etree._Element) -> set[str]:
    return {style.get(qn("w:val")) for style in tree.iter(*(qn(f"w:{name}") for name in STYLED))}


def _style_ids(found: Parts) -> Iterator[str]:
    return (style.get(qn("w:styleId")) for style in found["word/styles.xml"].iter(qn("w:style")))


def _numbers(tree: etree._Element) -> Iterator[str]:
    for name, attribute in WHOLE.items():
        for element in tree.iter(qn(f"w:{name}")):
            if not re.fullmatch(r"-?\d+", element.get(qn(f"w:{attribute}"), "0")):
                yield f"{name}: {element.get(qn(f'w:{attribute}'))} is no whole number"


def _tables(tree: etree._Element) -> Iterator[str]:
    """Every row fills the grid, a merged cell has one to go on from, every cell ends with a paragraph."""
    for table in tree.iter(qn("w:tbl")):
        columns, merging, heads = len(table.find(qn("w:tblGrid"))), set[int](), True
        for row in table.iterfind(qn("w:tr")):
            is_head = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
            if is_head and not heads:
                yield "a head below rows"
            heads = is_head
            place = 0
            for cell in row.iterfind(qn("w:tc")):
                span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
                merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
                goes_on = merge is not None and merge.get(qn("w:val")) != "restart"
                if goes_on and place not in merging:
                    yield "a cell goes on from none"
                (merging.discard if merge is None else merging.add)(place)
                place += 1 if span is None else int(span.get(qn("w:val")))
                if cell[-1].tag != qn("w:p"):
                    yield "a cell does not end with a paragraph"
            if place != columns:
                yield f"a row of {place} cells in {columns} columns"


def _fields(tree: etree._Element) -> Iterator[str]:
    depth = 0
    for mark in tree.iter(qn("w:fldChar")):
        depth += {"begin": 1, "end": -1}.get(mark.get(qn("w:fldCharType")), 0)
        if depth < 0:
            yield "a field ends that did not begin"
    if depth:
        yield "a field does not end"


def _bookmarks(tree: etree._Element) -> Iterator[str]:
    starts = list(tree.iter(qn("w:bookmarkStart")))
    ends = Counter(end.get(qn("w:id")) for end in tree.iter(qn("w:bookmarkEnd")))
    names = [start.get(qn("w:name")) for start in starts]
    yield from _twice("bookmark named", names)
    yield from (f"a bookmark named {name}" for name in names if not BOOKMARK.fullmatch(name))
    yield from (f"bookmark {s.get(qn('w:id'))} has no end" for s in starts if ends[s.get(qn("w:id"))] != 1)
    links = (link.get(qn("w:anchor")) for link in tree.iter(qn("w:hyperlink")))
    yield from (f"a link to {anchor}" for anchor in links if anchor and anchor not in names)


def _notes(found: Parts) -> Iterator[str]:
    """Every mark has its note, every note its mark, and a comment's range opens and closes once."""
    body = found["word/document.xml"]
    for mark, part in NOTED.items():
        marked = {element.get(qn("w:id")) for element in body.iter(qn(f"w:{mark}"))}
        held = found.get(part, ())
        kept = {note.get(qn("w:id")) for note in held if note.get(qn("w:type")) is None}
        yield from (f"{mark} {id_} without its fellow" for id_ in marked ^ kept)
    ranges = [
        Counter(element.get(qn("w:id")) for element in body.iter(qn(f"w:commentRange{end}")))
        for end in ("Start", "End")
    ]
    if ranges[0] != ranges[1]:
        yield "a comment's range is open"


def _body(body: etree._Element) -> Iterator[str]:
    if body[-1].tag != qn("w:sectPr"):
        yield "the body does not end with its section"
    if body[-2].tag != qn("w:p"):
        yield "Word puts a paragraph after a last table itself"
    empty = (run for run in body.iter(qn("w:p")) if run.getparent().tag == qn("w:p"))
    yield from ("a paragraph in a paragraph" for _ in chain(empty))
