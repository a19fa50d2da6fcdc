"""Word documents: what is read, in which order, and what is refused."""

import zipfile
from io import BytesIO

import pytest
from docx.oxml.ns import qn

from db.problems import Problem
from importers.docx import read
from importers.format import Draft, Options
from importers.problems import NotADocument, WordDamaged, WordEncrypted, WordInflated
from tests.importers.word_files import cell, paragraph, run, saved, with_body, word, zipped

BODY = "围绕产业升级，加快建设现代化产业体系，推动工业经济平稳增长，确保完成全年目标。"


def drafted(data: bytes, **options: bool) -> Draft:
    return read(data, "plan.docx", Options(**options))


def texts(data: bytes) -> list[str]:
    return [piece.text for piece in drafted(data).pieces]


def test_paragraphs_headings_and_tables_in_document_order() -> None:
    document = word()
    document.add_heading("云岭市行动方案", 0)
    document.add_heading("一、目标", 1)
    document.add_paragraph(BODY)
    table = document.add_table(2, 2)
    for i, text in enumerate(("指标", "目标", "增加值", "6.5%")):
        table.cell(i // 2, i % 2).text = text
    document.add_paragraph("●加快创新")
    document.add_paragraph("扩大开放", style="List Bullet")
    found = drafted(saved(document)).pieces
    assert [(piece.kind, piece.level, piece.text) for piece in found] == [
        ("title", None, "云岭市行动方案"),
        ("heading", 1, "一、目标"),
        ("paragraph", None, BODY),
        *(("cell", None, text) for text in ("指标", "目标", "增加值", "6.5%")),
        ("item", None, "●加快创新"),
        ("item", None, "扩大开放"),
    ]
    assert [(piece.row, piece.column) for piece in found if piece.table == 1] == [
        (0, 0),
        (0, 1),
        (1, 0),
        (1, 1),
    ]


def test_chinese_style_names_and_styles_based_on_them_are_headings() -> None:
    document = word()
    document.add_paragraph("目标", style="Heading 2")
    document.styles["Heading 2"].element.find(qn("w:name")).set(qn("w:val"), "标题 2")
    own = document.styles.add_style("本局标题", 1)
    own.base_style = document.styles["Heading 3"]
    document.add_paragraph("任务", style=own)
    assert [(piece.kind, piece.level) for piece in drafted(saved(document)).pieces] == [
        ("heading", 1),
        ("heading", 2),
    ]


def test_an_outline_level_makes_a_heading_but_not_of_a_whole_paragraph() -> None:
    level = '<w:outlineLvl w:val="1"/>'
    data = with_body(
        paragraph(run("产业篇"), '<w:outlineLvl w:val="0"/>')
        + paragraph(run(BODY))
        + paragraph(run("任务"), level)
        + paragraph(run(BODY * 3), level)
    )
    kinds = [piece.kind for piece in drafted(data).pieces]
    assert kinds == ["title", "paragraph", "heading", "paragraph"]


@pytest.mark.parametrize("style", ['<w:pStyle w:val="Missing"/>', "<w:pStyle/>", ""])
def test_a_missing_style_is_a_plain_paragraph_whose_numbering_may_make_it_a_heading(style: str) -> None:
    data = with_body(paragraph(run("一、总体要求"), style) + paragraph(run(BODY), style))
    assert [(piece.kind, piece.level) for piece in drafted(data).pieces] == [
        ("heading", 1),
        ("paragraph", None),
    ]


def test_links_fields_controls_and_insertions_are_read_and_deletions_are_not() -> None:
    data = with_body(
        paragraph(
            f"<w:hyperlink>{run('链接')}</w:hyperlink>"
            f"<w:ins>{run('插入')}</w:ins><w:del><w:r><w:delText>删除</w:delText></w:r></w:del>"
            f"<w:moveTo>{run('移来')}</w:moveTo><w:moveFrom>{run('移走')}</w:moveFrom>"
            f"<w:sdt><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>"
            f"<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple>{run('域')}</w:fldSimple>"
        )
        + f"<w:sdt><w:sdtContent>{paragraph(run('块控件。'))}</w:sdtContent></w:sdt>"
        + f"<w:ins>{paragraph(run('块插入。'))}</w:ins>"
    )
    assert texts(data) == ["链接插入移来控件域", "块控件。", "块插入。"]


def test_tabs_stay_and_soft_breaks_part() -> None:
    data = with_body(
        paragraph(
            run("责任单位") + "<w:r><w:tab/></w:r>" + run("市工信局。") + "<w:r><w:br/></w:r>" + run("完成。")
        )
    )
    assert texts(data) == ["责任单位\t市工信局。", "完成。"]


def test_merged_cells_are_read_once_with_their_spans() -> None:
    rows = (
        cell("年度指标", '<w:gridSpan w:val="2"/>') + cell("单位", '<w:vMerge w:val="restart"/>'),
        cell("增加值") + cell("6.5%") + cell("", "<w:vMerge/>"),
        cell("", "") + cell("120") + cell("家"),
    )
    data = with_body(
        "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>" + paragraph(run("完。"))
    )
    found = [p for p in drafted(data).pieces if p.kind == "cell" and p.text]
    assert [(p.text, p.row, p.column, p.row_span, p.column_span) for p in found] == [
        ("年度指标", 0, 0, 1, 2),
        ("单位", 0, 2, 2, 1),
        ("增加值", 1, 0, 1, 1),
        ("6.5%", 1, 1, 1, 1),
        ("120", 2, 1, 1, 1),
        ("家", 2, 2, 1, 1),
    ]


def test_a_table_in_a_cell_follows_its_cell_as_a_table_of_its_own() -> None:
    inner = f"<w:tbl><w:tr>{cell('内一')}{cell('内二')}</w:tr></w:tbl>"
    outer = f"<w:tc>{paragraph(run('外一'))}{inner}{paragraph('')}</w:tc>{cell('外二')}"
    found = drafted(with_body(f"<w:tbl><w:tr>{outer}</w:tr></w:tbl>")).pieces
    assert [(p.text, p.table) for p in found] == [("外一", 1), ("内一", 2), ("内二", 2), ("外二", 1)]


def test_a_table_of_one_cell_is_a_frame() -> None:
    frame = (
        f"<w:tbl><w:tr><w:tc>{paragraph(run('框内一。'))}{paragraph(run('框内二。'))}</w:tc></w:tr></w:tbl>"
    )
    assert [(p.kind, p.text) for p in drafted(with_body(frame)).pieces] == [
        ("paragraph", "框内一。"),
        ("paragraph", "框内二。"),
    ]


def test_pictures_are_counted_and_text_boxes_read_once() -> None:
    box = f"<wps:txbx><w:txbxContent>{paragraph(run('框中文字。'))}</w:txbxContent></wps:txbx>"
    data = with_body(
        paragraph("<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>")
        + paragraph(
            run("正文。")
            + "<mc:AlternateContent>"
            + f"<mc:Choice Requires='wps'><w:r><w:drawing>{box}</w:drawing></w:r></mc:Choice>"
            + f"<mc:Fallback><w:r><w:pict>{box}</w:pict></w:r></mc:Fallback>"
            + "</mc:AlternateContent>"
        )
    )
    draft = drafted(data)
    assert [piece.text for piece in draft.pieces] == ["[picture]", "正文。", "框中文字。"]
    assert draft.quality == {"pictures_marked": 1}


def test_soft_broken_lines_are_reflowed_unless_they_are_wanted() -> None:
    lines = [
        "云岭市推进产业升级，加快",
        "建设现代化体系，支持企业",
        "开展技术改造，扩大开放，",
        "完善政策，推动工业经济平",
        "稳增长。",
    ]
    data = with_body(paragraph("<w:r><w:br/></w:r>".join(run(line) for line in lines)))
    assert texts(data) == ["".join(lines)]
    assert [piece.text for piece in drafted(data, keep_line_breaks=True).pieces] == lines


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_notes_are_read_and_a_missing_picture_spoils_nothing() -> None:
    parts = _parts(with_body(paragraph(run(BODY) + '<w:r><w:footnoteReference w:id="2"/></w:r>')))
    parts["word/footnotes.xml"] = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:type="separator">{paragraph(run("线"))}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph(run("据市统计局。"))}</w:footnote></w:footnotes>'
    ).encode()
    del parts["docProps/core.xml"]
    assert [(p.kind, p.text) for p in drafted(zipped(parts)).pieces] == [
        ("paragraph", BODY),
        ("note", "据市统计局。"),
    ]


def _broken() -> dict[str, tuple[bytes, type[Problem]]]:
    whole = with_body(paragraph(run(BODY)))
    parts = _parts(whole)
    marked = bytearray(whole)
    entry = marked.index(b"PK\x01\x02", marked.index(b"PK\x01\x02"))
    while marked[entry + 46 : entry + 63] != b"word/document.xml":
        entry = marked.index(b"PK\x01\x02", entry + 1)
    marked[entry + 8] |= 1
    doctype = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + parts["word/document.xml"].partition(b"?>")[2]
    return {
        "cut off": (whole[: len(whole) // 2], WordDamaged),
        "no zip": (b"PK\x03\x04" + b"x" * 200, WordDamaged),
        "broken xml": (zipped({**parts, "word/document.xml": b"<w:document>"}), WordDamaged),
        "entities": (zipped({**parts, "word/document.xml": doctype}), WordDamaged),
        "no body": (zipped({n: d for n, d in parts.items() if n != "word/document.xml"}), WordDamaged),
        "another zip": (zipped({"a.txt": b"a"}), NotADocument),
        "encrypted": (bytes(marked), WordEncrypted),
        "bomb": (zipped({**parts, "word/document.xml": b" " * (65 << 20)}), WordInflated),
    }


BROKEN = _broken()


@pytest.mark.parametrize("case", BROKEN)
def test_what_cannot_be_read_is_told(case: str) -> None:
    data, problem = BROKEN[case]
    with pytest.raises(problem, match="nothing was imported"):
        drafted(data)


def test_xml_nested_without_end_is_told() -> None:
    deep = "<w:smartTag>" * 5000 + run("深") + "</w:smartTag>" * 5000
    parts = _parts(with_body(paragraph(run(BODY))))
    parts["word/document.xml"] = parts["word/document.xml"].replace(run(BODY).encode(), deep.encode())
    with pytest.raises(WordDamaged):
        drafted(zipped(parts))
