"""What Excel is strict about in an .xlsx, where other programs read on.

ECMA-376, part 1, and Microsoft's "Excel specifications and limits".
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree
from openpyxl.utils import range_boundaries

from tests.exporters import package_rules
from tests.exporters.package_rules import RELATION, Parts

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ORDER = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges "
    "scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr "
    "conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter "
    "rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing "
    "legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst"
)
"""The children of a worksheet in the order of the schema."""

SHEET_NAME = re.compile(r"(?!')[^\[\]:*?/\\]{1,31}(?<!')")
NAME = re.compile(r"[^\W\d][\w.]{0,254}|\\[\w.]{0,254}")
LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*")
QUOTED_SHEET = re.compile(r"'((?:[^']|'')+)'!")
STRING = re.compile(r'"((?:[^"]|"")*)"')

LONGEST = {
    "cell": 32_767,
    "formula": 8_192,
    "string": 255,
    "list": 255,
    "title": 32,
    "told": 255,
    "head": 255,
}
"""Characters: of a text in a cell, a formula, a text in a formula, the choices of a cell, and so on."""
MOST = {"links": 65_530, "formats": 200, "styles": 64_000, "fonts": 1_024}
WIDEST, TALLEST = 255, 409
"""Of a column in digits, of a row in points."""


def faults(data: bytes) -> list[str]:
    """What Excel would complain of, or repair."""
    found = package_rules.parts(data)
    sheets = {name: tree for name, tree in found.items() if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name)}
    strings = len(found["xl/sharedStrings.xml"]) if "xl/sharedStrings.xml" in found else 0
    styles = len(found["xl/styles.xml"].find(f"{SHEET}cellXfs"))
    told = [
        f"{name}: {fault}"
        for name, tree in sheets.items()
        for fault in (*_sheet(tree), *_cells(tree, strings, styles), *_offers(tree), *_colours(tree, found))
    ]
    return [
        *package_rules.faults(data),
        *_book(found),
        *_styles(found["xl/styles.xml"]),
        *told,
        *_tables(found),
    ]


def _named(found: Parts) -> list[str]:
    return [sheet.get("name") for sheet in found["xl/workbook.xml"].iter(f"{SHEET}sheet")]


def _book(found: Parts) -> Iterator[str]:
    names = _named(found)
    yield from (f"a sheet named {name}" for name in names if not SHEET_NAME.fullmatch(name))
    yield from _twice("sheet", (name.lower() for name in names))
    states = [sheet.get("state") for sheet in found["xl/workbook.xml"].iter(f"{SHEET}sheet")]
    if not {None, "visible"} & set(states):
        yield "no sheet is to be seen"
    defined = list(found["xl/workbook.xml"].iter(f"{SHEET}definedName"))
    yield from _twice("name", ((name.get("name").lower(), name.get("localSheetId")) for name in defined))
    for name in defined:
        yield from _name(name.get("name").removeprefix("_xlnm."))
        yield from _sheets_of(name.text, names)
    for part in (tree for name, tree in found.items() if name.startswith("xl/charts/")):
        for formula in part.iter("{*}f"):
            yield from _sheets_of(formula.text, names)


def _name(name: str) -> Iterator[str]:
    if not NAME.fullmatch(name) or LIKE_A_CELL.fullmatch(name):
        yield f"a name {name}"


def _sheets_of(formula: str, names: list[str]) -> Iterator[str]:
    outside = STRING.sub("", formula)
    return (f"no sheet {name}" for name in QUOTED_SHEET.findall(outside) if name not in names)


def _twice(what: str, values: Iterable[object]) -> Iterator[str]:
    return (f"{what} {value} twice" for value, count in Counter(values).items() if count > 1)


def _styles(tree: etree._Element) -> Iterator[str]:
    for name, most in (("numFmts", MOST["formats"]), ("cellXfs", MOST["styles"]), ("fonts", MOST["fonts"])):
        group = tree.find(f"{SHEET}{name}")
        if group is not None and len(group) > most:
            yield f"{len(group)} {name}"


def _sheet(tree: etree._Element) -> Iterator[str]:
    children = [etree.QName(child).localname for child in tree]
    ranks = [ORDER.split().index(name) for name in children]
    if ranks != sorted(ranks):
        yield f"children {children}"
    for column in tree.iter(f"{SHEET}col"):
        if float(column.get("width", 0)) > WIDEST:
            yield f"a column of {column.get('width')}"
    for head in tree.iter(f"{SHEET}oddHeader", f"{SHEET}oddFooter"):
        if len(head.text or "") > LONGEST["head"]:
            yield f"a page head of {len(head.text)}"
    merged = [range_boundaries(cell.get("ref")) for cell in tree.iter(f"{SHEET}mergeCell")]
    cells = Counter(
        (row, column) for a, b, c, d in merged for row in range(b, d + 1) for column in range(a, c + 1)
    )
    yield from (f"merged twice: {cell}" for cell, count in cells.items() if count > 1)


def _cells(tree: etree._Element, strings: int, styles: int) -> Iterator[str]:
    """Rows and cells go up; texts and formulas are within their limits."""
    last_row, links = 0, len(list(tree.iter(f"{SHEET}hyperlink")))
    for row in tree.iter(f"{SHEET}row"):
        number = int(row.get("r"))
        if number <= last_row or float(row.get("ht", 0)) > TALLEST:
            yield f"row {number} of {row.get('ht')} after {last_row}"
        last_row = number
        places = [range_boundaries(cell.get("r"))[0] for cell in row]
        if places != sorted(set(places)):
            yield f"row {number}: cells {places}"
        for cell in row:
            yield from _cell(cell, strings, styles)
            links += "HYPERLINK(" in (cell.findtext(f"{SHEET}f") or "")
    if links > MOST["links"]:
        yield f"{links} links"


def _cell(cell: etree._Element, strings: int, styles: int) -> Iterator[str]:
    value, formula = cell.findtext(f"{SHEET}v") or "", cell.findtext(f"{SHEET}f") or ""
    inline = "".join(text.text or "" for text in cell.iter(f"{SHEET}t"))
    if int(cell.get("s", 0)) >= styles:
        yield f"{cell.get('r')}: no style {cell.get('s')}"
    if cell.get("t") == "s" and int(value) >= strings:
        yield f"{cell.get('r')}: no text {value}"
    if cell.get("t", "n") == "n" and value and not re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", value):
        yield f"{cell.get('r')}: no number {value}"
    if len(inline.encode("utf-16-le")) > 2 * LONGEST["cell"] or len(formula) > LONGEST["formula"]:
        yield f"{cell.get('r')} is too long"
    if any(len(text) > LONGEST["string"] for text in STRING.findall(formula)):
        yield f"{cell.get('r')}: a long text in its formula"


def _offers(tree: etree._Element) -> Iterator[str]:
    """What cells accept: one offer a cell, lists that fit, messages that fit."""
    for offer in tree.iter(f"{SHEET}dataValidation"):
        listed = offer.findtext(f"{SHEET}formula1") or ""
        if listed.startswith('"') and len(listed) - 2 > LONGEST["list"]:
            yield f"choices of {len(listed)}"
        for name, limit in (("Title", LONGEST["title"]), ("", LONGEST["told"])):
            texts = [offer.get(f"{kind}{name}", "") for kind in ("error", "prompt")]
            yield from (f"{len(text)} in a message" for text in texts if len(text) > limit)
        if not offer.get("sqref"):
            yield "an offer for no cell"


def _colours(tree: etree._Element, found: Parts) -> Iterator[str]:
    looks = found["xl/styles.xml"].find(f"{SHEET}dxfs")
    rules = list(tree.iter(f"{SHEET}cfRule"))
    yield from _twice("priority", (rule.get("priority") for rule in rules))
    for rule in rules:
        if rule.get("dxfId") and int(rule.get("dxfId")) >= len(looks):
            yield f"no look {rule.get('dxfId')}"
        for formula in rule.iter(f"{SHEET}formula"):
            if len(formula.text) > LONGEST["formula"]:
                yield "a long rule"


def _tables(found: Parts) -> Iterator[str]:
    tables = {name: tree for name, tree in found.items() if name.startswith("xl/tables/")}
    names = [tree.get("displayName") for tree in tables.values()]
    defined = [name.get("name") for name in found["xl/workbook.xml"].iter(f"{SHEET}definedName")]
    yield from _twice("table", (name.lower() for name in [*names, *defined] if not name.startswith("_xlnm")))
    yield from _twice("table id", (tree.get("id") for tree in tables.values()))
    for name, tree in tables.items():
        yield from _name(tree.get("displayName"))
        yield from (f"{name}: {fault}" for fault in _table(name, tree, found))


def _table(name: str, tree: etree._Element, found: Parts) -> Iterator[str]:
    """Its heads are those of its sheet, each once, and it has a row."""
    left, top, right, bottom = range_boundaries(tree.get("ref"))
    heads = [column.get("name") for column in tree.iter(f"{SHEET}tableColumn")]
    yield from _twice("head", (head.lower() for head in heads))
    if bottom == top or len(heads) != right - left + 1:
        yield f"{tree.get('ref')} for {len(heads)} columns"
    sheet = next(
        sheet for sheet in found if sheet.startswith("xl/worksheets/sheet") and _holds(sheet, name, found)
    )
    row = next(row for row in found[sheet].iter(f"{SHEET}row") if int(row.get("r")) == top)
    shown = [_text(cell, found) for cell in row][left - 1 : right]
    if shown != heads:
        yield f"{shown} over {heads}"
    if found[sheet].find(f"{SHEET}autoFilter") is not None:
        yield "filters of the sheet beside those of its table"


def _holds(sheet: str, table: str, found: Parts) -> bool:
    relations = found.get(sheet.replace("worksheets/", "worksheets/_rels/") + ".rels", ())
    ids = {
        r.get("Id")
        for r in relations
        if r.get("Target").endswith(table.rpartition("/")[2]) and "table" in r.get("Type")
    }
    return any(part.get(f"{RELATION}id") in ids for part in found[sheet].iter(f"{SHEET}tablePart"))


def _text(cell: etree._Element, found: Parts) -> str:
    if cell.get("t") == "s":
        return "".join(found["xl/sharedStrings.xml"][int(cell.findtext(f"{SHEET}v"))].itertext())
    return "".join(text.text or "" for text in cell.iter(f"{SHEET}t"))
