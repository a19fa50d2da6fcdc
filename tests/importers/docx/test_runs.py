"""The text of paragraphs: fields, changes, controls, hidden text, signs and formulas."""

import pytest

from importers.docx import read
from importers.format import Options
from tests.importers.docx.drafts import drafted, kinds, texts
from tests.importers.word_files import (
    STRICT,
    TRANSITIONAL,
    cell,
    field,
    packed,
    paragraph,
    parts_of,
    run,
    table,
    zipped,
)


def text(content: str, properties: str = "", **parts: str) -> str:
    """The one paragraph of a document."""
    return "|".join(texts(paragraph(content, properties), **parts))


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (field('HYPERLINK "http://www.gov.cn"', run("中国政府网")), "中国政府网"),
        (field("MERGEFIELD 来函", run("市工信局：") + run("来函收悉。")), "市工信局：来函收悉。"),
        (field("PAGE", None) + run("页"), "页"),
        (field("REF _Ref1 \\h", run("表") + field("SEQ 表", run("1"))), "表1"),
        (field("IF " + "1 = 1", run("是")), "是"),
        ('<w:fldSimple w:instr="DATE">' + run("5月") + "</w:fldSimple>", "5月"),
        (field("SYMBOL 254 \\f Wingdings"), "☑"),
        (field("EQ \\o\\ac(○,3)"), "③"),
        (field('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(yún),云)'), "云"),
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("正文"), "正文"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("码"), ""),
    ],
)
def test_fields_give_their_result(content: str, shown: str) -> None:
    assert text(content) == shown


def test_a_field_in_the_code_of_another_is_code() -> None:
    inner = field("MERGEFIELD 级别", run("省级"))
    outer = field("IF X = 1", run("结果"))
    code = '<w:r><w:instrText xml:space="preserve"> IF X = 1 </w:instrText></w:r>'
    assert text(outer.replace(code, code + inner)) == "结果"


def test_the_result_of_a_field_may_be_several_paragraphs() -> None:
    begin, end = field("MERGEFIELD 来函", run("第一段。") + "SPLIT" + run("第二段。")).split("SPLIT")
    assert texts(paragraph(begin) + paragraph(end) + paragraph(run("后文。"))) == [
        "第一段。",
        "第二段。",
        "后文。",
    ]


def test_a_field_that_does_not_end_hides_nothing_after_it() -> None:
    torn = field("TOC \\o", run("目录项")).rpartition("<w:r>")[0]
    assert texts(paragraph(torn) + paragraph(run("正文。"))) == ["目录项", "正文。"]


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("<w:checkBox><w:checked/></w:checkBox>", "☑"),
        ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "☐"),
        (
            '<w:ddList><w:result w:val="1"/><w:listEntry w:val="省"/><w:listEntry w:val="市"/></w:ddList>',
            "市",
        ),
    ],
)
def test_form_fields_show_their_state(data: str, shown: str) -> None:
    begun = field("FORM").replace('"begin"/>', f'"begin"><w:ffData>{data}</w:ffData></w:fldChar>')
    assert text(begun) == shown


def test_changes_count_as_accepted() -> None:
    deleted = "<w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
    content = run("保留") + deleted + f"<w:ins>{run('插入')}</w:ins>"
    content += f"<w:moveFrom>{run('移走')}</w:moveFrom><w:moveTo>{run('移来')}</w:moveTo>"
    assert text(content) == "保留插入移来"


@pytest.mark.parametrize("mark", ["<w:del/>", "<w:moveFrom/>", "<w:vanish/>"])
def test_a_paragraph_whose_mark_is_gone_goes_on_in_the_next(mark: str) -> None:
    body = paragraph(run("围绕产业升级，"), f"<w:rPr>{mark}</w:rPr>") + paragraph(run("加快建设。"))
    assert texts(body + paragraph(run("另一段。"))) == ["围绕产业升级，加快建设。", "另一段。"]
    assert texts(paragraph(run("最后。"), f"<w:rPr>{mark}</w:rPr>")) == ["最后。"]


def test_deleted_rows_and_cells_are_gone() -> None:
    deleted = f"<w:trPr><w:del/></w:trPr>{cell('旧一')}{cell('旧二')}"
    kept = cell("新一") + cell("旧", "<w:cellDel/>") + cell("新二")
    assert texts(table(deleted, kept)) == ["新一", "新二"]


HIDING = (
    '<w:style w:type="character" w:styleId="Inner"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Aside"><w:rPr><w:vanish/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    "hidden",
    [
        paragraph(run("内部", "<w:vanish/>") + run("公开")),
        paragraph(run("内部", '<w:rStyle w:val="Inner"/>') + run("公开", '<w:vanish w:val="0"/>')),
        paragraph(run("内部") + run("公开", '<w:vanish w:val="false"/>'), '<w:pStyle w:val="Aside"/>'),
    ],
)
def test_hidden_text_is_left_out_and_counted(hidden: str) -> None:
    draft = drafted(hidden, styles=HIDING)
    assert ([piece.text for piece in draft.pieces], draft.quality) == (
        ["公开"],
        {"hidden_characters_left_out": 2},
    )


def test_a_control_shows_its_text_but_not_the_invitation_to_write() -> None:
    def control(properties: str, content: str) -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    invited = "<w:showingPlcHdr/>"
    row = f"<w:tr>{control('', cell('甲'))}{cell('乙')}</w:tr>"
    body = (
        paragraph(control("", run("云岭市")) + control(invited, run("单击此处输入")))
        + control("", paragraph(run("块。")))
        + control(invited, paragraph(run("单击此处输入。")))
        + f"<w:tbl>{control('', row)}</w:tbl>"
        + paragraph(control("<w14:checkbox/>", run("☒")) + run("同意"))
    )
    assert texts(body) == ["云岭市", "块。", "甲", "乙", "☒同意"]


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("<w:r><w:t>第</w:t><w:noBreakHyphen/><w:t>章</w:t><w:softHyphen/></w:r>", "第-章"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run("完成"), "✓完成"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run("6%"), "≥6%"),
        (run("\uf06c扩大开放", '<w:rFonts w:ascii="Wingdings"/>'), "●扩大开放"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="52"/></w:r>', "☑"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>yún</w:t></w:r></w:rt><w:rubyBase>"
            + run("云")
            + "</w:rubyBase></w:ruby></w:r>",
            "云",
        ),
        ("<w:r><w:t>一\n行</w:t></w:r>", "一行"),
    ],
)
def test_signs_are_read_as_what_they_show(content: str, shown: str) -> None:
    assert text(content) == shown


def test_an_unknown_sign_is_counted() -> None:
    body = '<w:r><w:sym w:font="Webdings" w:char="F021"/><w:sym w:font="Symbol" w:char="zz"/></w:r>' + run(
        "路"
    )
    assert drafted(paragraph(body)).quality == {"symbols_left_out": 2}


def m(name: str, *parts: str) -> str:
    """An element of Office Math; a part without markup is text."""
    inner = "".join(part if part.startswith("<") else f"<m:r><m:t>{part}</m:t></m:r>" for part in parts)
    return f"<m:{name}>{inner}</m:{name}>"


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        (m("f", m("num", "a+b"), m("den", "100")), "(a+b)/100"),
        (m("sSup", m("e", "x"), m("sup", "2")), "x^2"),
        (m("sSub", m("e", "S"), m("sub", "ij")), "S_ij"),
        (m("rad", m("deg"), m("e", "x+1")), "√(x+1)"),
        (m("d", '<m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>', m("e", "x")), "[x]"),
        (
            m("nary", '<m:naryPr><m:chr m:val="∑"/></m:naryPr>', m("sub", "i=1"), m("sup", "n"), m("e", "x")),
            "∑_(i=1)^n x",
        ),
        (m("func", m("fName", "log"), m("e", "x")), "log x"),
        (m("m", m("mr", m("e", "1"), m("e", "2")), m("mr", m("e", "3"), m("e", "4"))), "1, 2; 3, 4"),
    ],
)
def test_formulas_stand_on_the_line(formula: str, line: str) -> None:
    assert text(run("得分=") + f"<m:oMath>{formula}</m:oMath>") == f"得分={line}"


def test_comments_are_left_out_and_counted() -> None:
    content = run("正文") + '<w:r><w:annotationRef/><w:commentReference w:id="0"/></w:r>'
    draft = drafted(paragraph(content))
    assert ([piece.text for piece in draft.pieces], draft.quality) == (["正文"], {"comments_left_out": 1})


def test_numbered_captions_are_captions() -> None:
    body = paragraph(run("表") + field("SEQ 表 \\* ARABIC", run("2")) + run("年度目标"))
    assert kinds(body + paragraph(run("正文。")))[0] == ("caption", "表2年度目标")


def test_the_strict_namespaces_read_the_same() -> None:
    parts = parts_of(paragraph(run("一、总体要求") + field("PAGE", run("3")), '<w:outlineLvl w:val="0"/>'))
    strict = {name: data.replace(TRANSITIONAL.encode(), STRICT.encode()) for name, data in parts.items()}
    found = [read(zipped(each), "a.docx", Options()).pieces for each in (parts, strict)]
    assert found[0] == found[1]
    assert found[1][0].text == "一、总体要求3"


@pytest.mark.parametrize("main", ["template.main", "document.main"])
def test_templates_are_read_too(main: str) -> None:
    assert [p.text for p in read(packed(paragraph(run("正文。")), main), "a.dotx", Options()).pieces] == [
        "正文。"
    ]
