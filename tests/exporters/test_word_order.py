"""Word refuses properties in another order than the schema's (ECMA-376, part 1); others do not care."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from lxml import etree

from exporters import annotated_docx, briefing_docx
from exporters.annotated import USUAL
from exporters.briefing import MODERN, PARTS, Briefing
from exporters.report import Report
from tests.exporters.invented import ENGLISH, TRACED
from tests.exporters.test_annotated import SENTENCE, source, tagged

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
    "tc": "tcPr p tbl",
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


def misplaced(tree: etree._Element) -> list[str]:
    """What stands behind an element that it must precede."""
    found = []
    for name, order in ORDERS.items():
        ranks = {child: rank for rank, child in enumerate(order.split())}
        for element in tree.iter(qn(f"w:{name}")):
            children = [etree.QName(child).localname for child in element if isinstance(child.tag, str)]
            places = [
                ranks.get(child, -1 if name in ("style", "settings") else len(ranks)) for child in children
            ]
            known = [place for place in places if place >= 0]
            if known != sorted(known) and name != "tc":
                found.append(f"{name}: {children}")
    return found


def parts(data: bytes) -> dict[str, etree._Element]:
    with ZipFile(BytesIO(data)) as package:
        names = [name for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")]
        return {name: etree.fromstring(package.read(name)) for name in names}


def briefing(report: Report, asked: Briefing) -> bytes:
    stream = BytesIO()
    briefing_docx.write(report, stream, lambda done, total: None, asked)
    return stream.getvalue()


def annotated() -> bytes:
    made = tagged(source("标题", SENTENCE, kinds=("title",)), ("task", SENTENCE), ("target", "10家"))
    stream = BytesIO()
    annotated_docx.write(made, stream, lambda done, total: None, USUAL)
    return stream.getvalue()


EVERY = tuple(part.name for part in PARTS)


@pytest.mark.parametrize(
    "data",
    [
        briefing(TRACED, Briefing(parts=EVERY, issue="3")),
        briefing(ENGLISH, Briefing(parts=EVERY, template=MODERN, sources="endnotes")),
        annotated(),
    ],
    ids=["official", "modern", "annotated"],
)
def test_properties_stand_in_the_order_of_the_schema_and_ids_are_unique(data: bytes) -> None:
    for name, tree in parts(data).items():
        assert misplaced(tree) == [], name
        for mark in ("bookmarkStart", "comment", "footnote", "endnote", "commentReference"):
            ids = [element.get(qn("w:id")) for element in tree.iter(qn(f"w:{mark}"))]
            assert len(ids) == len(set(ids)), f"{name}: {mark}"
        for cell in tree.iter(qn("w:tc")):
            assert cell[-1].tag == qn("w:p")
    body = parts(data)["word/document.xml"][0]
    assert body[-1].tag == qn("w:sectPr")
    assert body[-2].tag == qn("w:p"), "Word puts a paragraph after a last table itself"
    drawn = [picture.get("id") for picture in body.iter("{*}docPr")]
    assert len(drawn) == len(set(drawn))
