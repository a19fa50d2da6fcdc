"""The order of reading: text boxes, notes, tables, contents, titles, and what a header states."""

import pytest

from importers import Options
from importers.docx import read
from importers.problems import WordElsewhere
from tests.importers.docx.drafts import drafted, kinds, texts
from tests.importers.word_files import cell, field, packed, paragraph, run, table

BODY = "围绕产业升级，加快建设现代化产业体系，推动工业经济平稳增长，确保完成全年目标。"
CENTRED = '<w:jc w:val="center"/>'


def boxed(*lines: str) -> str:
    paragraphs = "".join(paragraph(run(line)) for line in lines)
    return f"<wps:wsp><wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx></wps:wsp>"


def anchored(content: str, top: float, frame: str = "page", left: float = 0) -> str:
    """A drawing so many points from the top of its frame."""
    horizontal = (
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{int(left * 12700)}</wp:posOffset></wp:positionH>'
    )
    vertical = (
        f'<wp:positionV relativeFrom="{frame}"><wp:posOffset>{int(top * 12700)}</wp:posOffset></wp:positionV>'
    )
    return f"<w:r><w:drawing><wp:anchor>{horizontal}{vertical}{content}</wp:anchor></w:drawing></w:r>"


def test_the_red_head_stands_before_the_text_whatever_it_hangs_on() -> None:
    head = anchored(boxed("云政发〔2026〕3号"), 180, left=300)
    head += anchored(boxed("签发人：李明"), 181, left=60) + anchored(boxed("云岭市人民政府文件"), 90)
    imprint = anchored(boxed("云岭市人民政府办公室印发"), 720)
    found = texts(paragraph(run("关于做好工作的通知") + head + imprint))
    assert found[:3] == ["云岭市人民政府文件", "签发人：李明", "云政发〔2026〕3号"]
    assert found[3:] == ["关于做好工作的通知", "云岭市人民政府办公室印发"]


@pytest.mark.parametrize(("top", "order"), [(-30, ["框。", "正文。"]), (20, ["正文。", "框。"])])
def test_a_box_placed_by_its_paragraph_stands_above_or_below_it(top: float, order: list[str]) -> None:
    assert texts(paragraph(run("正文。") + anchored(boxed("框。"), top, "paragraph"))) == order


def test_a_box_in_two_forms_is_read_once_and_the_old_form_alone_too() -> None:
    content = f"<w:txbxContent>{paragraph(run('框。'))}</w:txbxContent>"
    old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    new = f"<w:drawing><wp:inline>{boxed('框。')}</wp:inline></w:drawing>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(paragraph(f"<w:r>{both}</w:r>")) == ["框。"]
    assert texts(paragraph(f"<w:r>{old}</w:r>")) == ["框。"]


def test_lettering_is_text() -> None:
    style = "position:absolute;margin-left:0;margin-top:-40pt;width:400pt"
    shape = f'<v:shape style="{style}"><v:textpath string="云岭市人民政府文件"/></v:shape>'
    art = f"<w:r><w:pict>{shape}</w:pict></w:r>"
    assert texts(paragraph(run("关于做好工作的通知") + art)) == ["云岭市人民政府文件", "关于做好工作的通知"]


def picture(wide: int, high: int) -> str:
    """An inline picture of that size in points."""
    extent = f'<wp:extent cx="{wide * 12700}" cy="{high * 12700}"/>'
    graphic = '<a:graphic><a:graphicData><pic:pic><a:blip r:embed="x"/></pic:pic></a:graphicData></a:graphic>'
    return f"<w:r><w:drawing><wp:inline>{extent}{graphic}</wp:inline></w:drawing></w:r>"


def test_a_large_picture_that_stands_alone_is_marked_and_others_are_counted() -> None:
    body = (
        paragraph(picture(300, 200))
        + paragraph(run("正文。") + picture(300, 200))
        + paragraph(picture(20, 20))
    )
    seal = anchored(
        picture(150, 150)
        .removeprefix("<w:r><w:drawing><wp:inline>")
        .removesuffix("</wp:inline></w:drawing></w:r>"),
        0,
    )
    draft = drafted(
        body + paragraph(seal) + table(cell("图") + f"<w:tc>{paragraph(picture(200, 90))}</w:tc>")
    )
    assert [(piece.kind, piece.text) for piece in draft.pieces] == [
        ("caption", "[picture]"), ("paragraph", "正文。"), ("cell", "图"), ("cell", "[picture]"),
    ]  # fmt: skip
    assert draft.quality == {"pictures_marked": 2, "pictures_left_out": 3}


def note(text: str, kind: str = "footnote", number: int = 2) -> str:
    return f'<w:{kind} w:id="{number}">{paragraph("<w:r><w:footnoteRef/></w:r>" + run(text))}</w:{kind}>'


def mark(kind: str = "footnote", number: int = 2) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def test_notes_stand_after_the_paragraph_that_refers_to_them() -> None:
    body = paragraph(run("增加值") + mark() + run("增长6.5%。") + mark("endnote")) + paragraph(
        run("后文。") + mark()
    )
    notes = {
        "footnotes": note("据统计局。") + note("无人提及。", number=3),
        "endnotes": note("见年鉴。", "endnote"),
    }
    assert kinds(body, **notes) == [
        ("paragraph", "增加值增长6.5%。"),
        ("note", "据统计局。"),
        ("note", "见年鉴。"),
        ("paragraph", "后文。"),
    ]


def test_notes_and_boxes_of_a_table_stand_after_it() -> None:
    noted = f"<w:tc>{paragraph(run('指标') + mark() + anchored(boxed('框。'), 0, 'paragraph'))}</w:tc>"
    body = table(noted + cell("目标"), cell("增加值") + cell("6.5%"))
    assert texts(body, footnotes=note("注。")) == ["指标", "目标", "增加值", "6.5%", "框。", "注。"]


def test_the_words_of_a_narrow_cell_and_the_names_in_a_list() -> None:
    def lined(*lines: str) -> str:
        return "<w:tc>" + "".join(paragraph(run(line)) for line in lines) + "</w:tc>"

    assert texts(table(lined("责任", "单位") + lined("市发展改革委", "市财政局") + lined("12", "30"))) == [
        "责任单位",
        "市发展改革委 市财政局",
        "12 30",
    ]


def test_cells_merged_in_the_older_way_and_rows_that_begin_later() -> None:
    merged = cell("年度指标", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>") + cell("单位")
    later = f'<w:trPr><w:gridBefore w:val="2"/></w:trPr>{cell("家")}'
    found = [p for p in drafted(table(merged, later)).pieces if p.text]
    assert [(p.text, p.row, p.column, p.column_span) for p in found] == [
        ("年度指标", 0, 0, 2), ("单位", 0, 2, 1), ("家", 1, 2, 1),
    ]  # fmt: skip


def test_a_cell_that_goes_on_below_another_row_goes_on_from_nothing() -> None:
    rows = (
        cell("一", '<w:vMerge w:val="restart"/>') + cell("甲"),
        cell("两格", '<w:gridSpan w:val="2"/>'),
        cell("三", "<w:vMerge/>") + cell("乙"),
    )
    found = drafted(table(*rows)).pieces
    assert [(p.text, p.row, p.row_span) for p in found if p.column == 0] == [
        ("一", 0, 1),
        ("两格", 1, 1),
        ("三", 2, 1),
    ]


def test_a_box_of_one_column_is_text() -> None:
    body = table(cell("专栏1 重大工程"), cell(BODY) + "")
    assert [(p.text, p.table) for p in drafted(body).pieces] == [("专栏1重大工程", None), (BODY, None)]


TOC = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'


@pytest.mark.parametrize(
    "contents",
    [
        paragraph(run("目　录"))
        + paragraph(field('TOC \\o "1-2"', run("一、总体要求\t1") + "SPLIT").split("SPLIT")[0])
        + paragraph(run("二、重点任务\t3"))
        + paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph(run('一、总体要求'))}{paragraph(run('二、重点任务'))}</w:sdtContent></w:sdt>",
        paragraph(run("一、总体要求 1"), '<w:pStyle w:val="TOC1"/>') * 2,
        paragraph(run("目录")) + paragraph(run("一、总体要求……1")) + paragraph(run("二、重点任务\t3")),
    ],
    ids=["field", "control", "style", "written"],
)
def test_a_table_of_contents_is_left_out_and_counted(contents: str) -> None:
    draft = drafted(contents + paragraph(run("一、总体要求")) + paragraph(run(BODY)), styles=TOC)
    assert [piece.text for piece in draft.pieces] == ["一、总体要求", BODY]
    assert draft.quality == {"contents_left_out": 2}


def test_a_line_that_says_contents_and_has_none_stays() -> None:
    assert texts(paragraph(run("目录")) + paragraph(run(BODY))) == ["目录", BODY]


def sized(text: str, size: int, more: str = "") -> str:
    return paragraph(run(text, f'<w:sz w:val="{size}"/>{more}'), CENTRED)


def plain(text: str) -> str:
    return paragraph(run(text, '<w:sz w:val="32"/>'))


def test_a_title_is_known_by_its_looks_over_several_lines() -> None:
    body = (
        sized("云岭市人民政府文件", 72, '<w:color w:val="FF0000"/>')
        + sized("云政发〔2026〕3号", 32)
        + sized("云岭市人民政府", 44)
        + sized("关于印发产业升级行动方案的通知", 44)
        + plain("各区人民政府：")
        + plain(BODY)
        + plain("附件")
        + sized("产业升级", 44)
        + sized("行动方案", 44)
        + plain(BODY)
    )
    found = drafted(body).pieces
    assert [(p.kind, p.level, p.text) for p in found if p.kind in ("title", "heading")] == [
        ("title", None, "云岭市人民政府"),
        ("title", None, "关于印发产业升级行动方案的通知"),
        ("heading", 1, "产业升级行动方案"),
    ]
    assert found[-2].line_starts == (0, 4)


def test_the_size_may_come_from_the_style_or_from_the_defaults() -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>'
        f'<w:style w:type="paragraph" w:styleId="Head"><w:pPr>{CENTRED}</w:pPr>'
        '<w:rPr><w:sz w:val="44"/></w:rPr></w:style>'
    )
    body = paragraph(run("产业升级行动方案"), '<w:pStyle w:val="Head"/>') + paragraph(run(BODY))
    assert kinds(body, styles=styles)[0] == ("title", "产业升级行动方案")


def test_a_header_is_left_out_and_stated_where_it_is_a_letterhead() -> None:
    header = paragraph(run("云岭市人民政府文件")) + paragraph(run("云政发〔2026〕3号"))
    draft = drafted(paragraph(run(BODY)), header=header, footer=paragraph(run("— 2 —")))
    assert [piece.text for piece in draft.pieces] == [BODY]
    assert draft.facts == {"running_lines": ["云岭市人民政府文件", "云政发〔2026〕3号"]}
    assert draft.stated == {"issuer": "云岭市人民政府", "number": "云政发〔2026〕3号"}


@pytest.mark.parametrize(
    ("title", "stated"),
    [("云岭市产业升级行动方案", True), ("云岭市", False), ("Word 文档", False), ("", False)],
)
def test_the_title_in_the_properties_counts_where_the_text_has_it(title: str, stated: bool) -> None:
    body = paragraph(run("云岭市")) + paragraph(run("产业升级行动方案")) + paragraph(run(BODY))
    titled = sized("云岭市", 44) + sized("产业升级行动方案", 44) + plain(BODY)
    assert drafted(titled, core=f"<dc:title>{title}</dc:title>").stated == (
        {"title": title} if stated else {}
    )
    assert ("title" in drafted(body, core=f"<dc:title>{title}</dc:title>").stated) == (
        stated or title == "云岭市"
    )


def test_a_document_that_only_encloses_another_says_so() -> None:
    with pytest.raises(WordElsewhere, match="nothing was imported"):
        read(packed('<w:altChunk r:id="x"/>'), "a.docx", Options())
    assert drafted('<w:altChunk r:id="x"/>' + paragraph(run("正文。"))).quality == {
        "embedded_documents_left_out": 1
    }
