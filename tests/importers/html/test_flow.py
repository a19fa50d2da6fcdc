"""What stands on a page becomes pieces: inline text, lists, tables, notes, pictures; nothing unseen."""

import pytest

from importers.format import Draft, Options, Piece
from importers.html import FORMAT
from tests.importers.html.pages import FIRST, THIRD, page


def read(body: str, **options: object) -> Draft:
    source = page(f"<div id='zoom'><p>{FIRST}</p>{body}<p>{THIRD}</p></div>")
    return FORMAT.read(source.encode(), "a.html", Options(**options))  # type: ignore[arg-type]


def pieces(body: str) -> list[Piece]:
    """The pieces that `body` makes between two paragraphs."""
    found = read(body).pieces
    assert (found[0].text, found[-1].text) == (FIRST, THIRD)
    return found[1:-1]


def texts(body: str) -> list[str]:
    return [piece.text for piece in pieces(body)]


def cells(body: str) -> list[tuple[str, int, int, int, int]]:
    found = [piece for piece in pieces(body) if piece.kind == "cell"]
    return [(p.text, p.row or 0, p.column or 0, p.row_span, p.column_span) for p in found]


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display:none">隐藏</p>',
        '<p style="Display : NONE">隐藏</p>',
        "<p hidden>隐藏</p>",
        '<span style="mso-hide:all">隐藏</span>',
        '<div style="visibility:hidden"><p>隐藏</p></div>',
        "<script>document.write('<p>隐藏</p>')</script>",
        "<style>p::before{content:'隐藏'}</style>",
        "<!-- 隐藏 -->",
        "<noscript>隐藏</noscript>",
        "<template><p>隐藏</p></template>",
        '<iframe src="a.html">隐藏</iframe>',
        "<select><option>隐藏</option></select>",
        "<button>隐藏</button>",
        '<input type="hidden" value="隐藏">',
        "<svg><text>隐藏</text></svg>",
        "<ruby><rp>（</rp><rt>隐藏</rt></ruby>",
    ],
)
def test_what_a_reader_does_not_see_is_no_text(hidden: str) -> None:
    assert texts(hidden) == []


def test_inline_tags_do_not_part_words() -> None:
    assert texts("<p>加<b>快<i>建</i></b><font>设</font>，<u><span>推</span>动</u>\n   升级</p>") == [
        "加快建设，推动升级"
    ]


def test_entities_and_invisible_characters() -> None:
    assert texts(
        "<p>&nbsp;　零&#8203;宽&shy;空&zwnj;格&lrm;&amp;&lt;b&gt;&mdash;&#x4e91;&#20113;&#1;</p>"
    ) == ["零宽空格&<b>—云云"]


def test_line_breaks_part_paragraphs() -> None:
    assert texts("<p>第一段话。<br>　　第二段话。<br/><br />第三段话。</p>") == [
        "第一段话。",
        "第二段话。",
        "第三段话。",
    ]


def test_lines_broken_by_hand_are_joined() -> None:
    lines = [
        "　　云岭市围绕产业升级，加快建设现",
        "代化产业体系，支持企业开展技术改造，",
        "推动工业经济平稳增长，确保完成全年",
        "各项目标，并于年底前组织开展评估工",
        "作，评估结果向社会公布，接受监督。",
    ]
    joined = "".join(lines).strip()
    assert texts(f"<p>{'<br>'.join(lines)}</p>") == [joined]
    assert len(read(f"<p>{'<br>'.join(lines)}</p>", keep_line_breaks=True).pieces) == 2 + len(lines)


def test_preformatted_lines_stay_apart() -> None:
    assert texts("<pre>第一行\n  第二行\n</pre>") == ["第一行", "第二行"]


def test_lists_keep_their_numbers() -> None:
    found = pieces(
        "<ol start=3><li>加快建设</li><li><p>推动升级</p></li></ol>"
        "<ul><li>要点<ul><li>细目</li></ul></li></ul>"
    )
    assert [(piece.kind, piece.text) for piece in found] == [
        ("item", "3. 加快建设"),
        ("item", "4. 推动升级"),
        ("item", "要点"),
        ("item", "细目"),
    ]


def test_numbers_written_in_an_item_are_not_doubled() -> None:
    assert texts("<ol><li>（一）加快建设</li></ol><ol style='list-style:none'><li>推动</li></ol>") == [
        "（一）加快建设",
        "推动",
    ]


def test_headings_by_tag() -> None:
    found = pieces(
        f"<h2>总体要求</h2><p>{THIRD}</p><h3>基本原则</h3><p>{THIRD}</p><h2>保障措施</h2><p>{THIRD}</p>"
    )
    assert [(p.text, p.level) for p in found if p.kind == "heading"] == [
        ("总体要求", 1),
        ("基本原则", 2),
        ("保障措施", 1),
    ]


def test_notes_and_captions() -> None:
    found = pieces(
        "<figure><img src=a.jpg><figcaption>图1 布局</figcaption></figure>"
        "<div id=ftn1><p>[1] 脚注。</p></div>"
    )
    assert [(piece.kind, piece.text) for piece in found] == [
        ("paragraph", "[picture]"),
        ("caption", "图1布局"),
        ("note", "[1]脚注。"),
    ]


def test_pictures_where_text_should_stand_are_marked_and_counted() -> None:
    draft = read(
        '<p><img src="001.jpg"></p><p>文中<img src="x.png">有图。</p>'
        '<p><img src="icon_doc.gif"><img src=z.gif width=16 height=16></p>'
    )
    assert [piece.text for piece in draft.pieces[1:-1]] == ["[picture]", "文中有图。"]
    assert draft.quality == {"pictures_marked": 1, "pictures_left_out": 2}


def test_powers_of_lengths_stay_raised() -> None:
    assert texts("<p>100 km<sup>2</sup>，注<sup>2</sup>，CO<sub>2</sub></p>") == ["100 km²，注2，CO2"]


TARGETS = """<table border=1><caption>主要目标</caption><thead>
<tr><th rowspan=2>指标</th><th colspan=2>目标值</th>
<th rowspan=2>属性</th></tr><tr><th>2025年</th><th>2027年</th></tr></thead>
<tr><td rowspan="2">经济<br>发展</td><td>5%</td>
<td><p>6%</p><p>以上</p></td><td>预期性</td></tr><tr><td></td><td>100<b>万</b>吨</td><td>约束性</td></tr></table>"""


def test_tables_keep_their_cells_and_spans() -> None:
    assert cells(TARGETS) == [
        ("指标", 0, 0, 2, 1),
        ("目标值", 0, 1, 1, 2),
        ("属性", 0, 3, 2, 1),
        ("2025年", 1, 1, 1, 1),
        ("2027年", 1, 2, 1, 1),
        ("经济发展", 2, 0, 2, 1),
        ("5%", 2, 1, 1, 1),
        ("6%以上", 2, 2, 1, 1),
        ("预期性", 2, 3, 1, 1),
        ("", 3, 1, 1, 1),
        ("100万吨", 3, 2, 1, 1),
        ("约束性", 3, 3, 1, 1),
    ]
    assert pieces(TARGETS)[0] == Piece("主要目标", "caption")


def test_a_table_without_lines_and_heads_is_a_table_when_it_looks_like_one() -> None:
    rows = "".join(f"<tr><td>{i}</td><td>任务{i}</td><td>经信局</td></tr>" for i in range(1, 4))
    assert len(cells(f"<table>{rows}</table>")) == 9


@pytest.mark.parametrize(
    "layout",
    [
        "<table><tr><td><p>甲段。</p></td></tr><tr><td><p>乙段。</p></td></tr></table>",
        "<table border=1><tr><td>甲段。<br>乙段。</td></tr></table>",
        "<table role=presentation><tr><td>甲段。</td><td>乙段。</td></tr></table>",
        "<table><tr><td>甲段。</td><td><table><tr><td>乙段。</td></tr></table></td></tr></table>",
    ],
    ids=["one column", "frame", "declared", "nested"],
)
def test_tables_that_only_lay_out_are_read_as_text(layout: str) -> None:
    assert [(piece.kind, piece.text) for piece in pieces(layout)] == [
        ("paragraph", "甲段。"),
        ("paragraph", "乙段。"),
    ]


def test_a_table_with_heads_may_hold_long_texts() -> None:
    table = f"<table><tr><th>名称</th><th>内容</th></tr><tr><td>清单</td><td>{THIRD * 40}</td></tr></table>"
    assert len(cells(table)) == 4


def test_a_long_text_framed_by_a_table_is_text() -> None:
    table = f"<table border=1><tr><td>{THIRD * 40}</td><td>侧栏</td></tr></table>"
    assert cells(table) == []


def test_a_table_within_a_cell_follows_it() -> None:
    inner = "<table border=1><tr><td>内一</td><td>内二</td></tr></table>"
    found = pieces(
        f"<table border=1><tr><td>甲{inner}</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>"
    )
    assert [(piece.text, piece.table) for piece in found] == [
        ("甲", 1),
        ("内一", 2),
        ("内二", 2),
        ("乙", 1),
        ("丙", 1),
        ("丁", 1),
    ]


def test_senseless_spans_are_held_in_bounds() -> None:
    found = cells(
        "<table border=1><tr><td colspan=99999999>甲</td><td rowspan=-3>乙</td></tr>"
        "<tr><td rowspan=0>丙</td><td colspan=x>丁</td></tr></table>"
    )
    assert [(text, rows, columns) for text, _, _, rows, columns in found] == [
        ("甲", 1, 200),
        ("乙", 1, 1),
        ("丙", 1, 1),
        ("丁", 1, 1),
    ]


@pytest.mark.parametrize(
    "broken",
    [
        "<p>甲段<p>乙段",
        "<div><b>甲段</div>乙段</b>",
        "<td>甲段</td></tr></table><br>乙段",
        "甲段</p></span><p>乙段</font>",
    ],
)
def test_malformed_markup_is_read_as_browsers_do(broken: str) -> None:
    assert texts(f"<div>{broken}</div>") == ["甲段", "乙段"]
