"""Pages in the manners of many sites: the document, its properties, and nothing else of the page."""

from datetime import date

import pytest

from importers.format import Draft, Options
from importers.html import FORMAT
from importers.metadata import Properties, propose
from tests.importers.html.pages import BODY, FIRST, FOOT, LINES, MENU, PAGES, SECOND, THIRD, TITLE, page


def read(source: str | bytes, **options: object) -> Draft:
    data = source.encode() if isinstance(source, str) else source
    return FORMAT.read(data, "a.html", Options(**options))  # type: ignore[arg-type]


def texts(source: str | bytes) -> list[str]:
    return [piece.text for piece in read(source).pieces if piece.text]


def properties(draft: Draft) -> Properties:
    return propose([piece for piece in draft.pieces if piece.text], draft.stated, "a.html")


@pytest.mark.parametrize("manner", ["council", "ministry", "province", "database"])
def test_the_document_is_found_and_nothing_else(manner: str) -> None:
    assert texts(PAGES[manner]) == LINES


def test_a_title_above_the_text_goes_before_it() -> None:
    assert texts(PAGES["old"]) == [TITLE, *LINES[2:]]


@pytest.mark.parametrize("manner", list(PAGES))
def test_its_properties_are_read(manner: str) -> None:
    assert properties(read(PAGES[manner])) == Properties(
        TITLE,
        "云岭市人民政府",
        "云政发〔2026〕3号",
        date(2026, 1, 9),
        date(2026, 1, 9) if manner == "database" else date(2026, 1, 15),
        "各区、县人民政府，市政府各部门",
        2026,
    )


def test_headings_are_found_by_their_numbers_and_titles_marked() -> None:
    draft = read(PAGES["province"])
    properties(draft)
    assert [(p.kind, p.level) for p in draft.pieces if p.kind != "paragraph"] == [
        ("title", None),
        ("title", None),
        ("heading", 1),
        ("heading", 1),
    ]


@pytest.mark.parametrize(
    "facts",
    [
        "<p>发文机关：云岭市经信局　发文字号：云经信〔2026〕8号　发布日期：2026-02-03</p>",
        "<table><tr><th>发文机关</th><th>发文字号</th><th>发布日期</th></tr>"
        "<tr><td>云岭市经信局</td><td>云经信[2026]8号</td><td>2026-02-03</td></tr></table>",
        "<ul><li><b>发文机关</b><span>云岭市经信局</span></li>"
        "<li><b>文　　号</b><span>云经信（2026）8号</span></li>"
        "<li><b>发布日期</b><span>2026年2月3日</span></li></ul>",
        "<div><span>【发文机关】</span>云岭市经信局</div><div><span>【发文字号】</span>云经信〔2026〕8号</div>"
        "<div><span>【发布日期】</span>2026.02.03</div>",
        "<table border=1><tr><td>索引号</td><td></td><td>发文机关</td><td><p>云岭市经信局</p></td></tr>"
        "<tr><td>发文字号</td><td>云经信〔2026〕 8 号</td>"
        "<td>公开时间</td><td>2026-02-03 09:00:00</td></tr></table>",
    ],
    ids=["line", "heads above values", "list", "brackets", "table"],
)
def test_labelled_properties_in_any_dress(facts: str) -> None:
    draft = read(page(f"{facts}<div id='zoom'><p>关于开展检查的通知</p><p>{FIRST}</p><p>{THIRD}</p></div>"))
    found = properties(draft)
    assert (found.issuer, found.number, found.published) == (
        "云岭市经信局",
        "云经信〔2026〕8号",
        date(2026, 2, 3),
    )
    assert [piece.text for piece in draft.pieces] == ["关于开展检查的通知", FIRST, THIRD]


REPEALED = (
    "<tr><th>文件名称</th><th>文　号</th><th>发文机关</th><th>发布日期</th></tr>"
    "<tr><td>云岭市旧厂房改造试行办法</td><td>云经信〔2019〕4号</td><td>云岭市住建局</td>"
    "<td>2019-05-06</td></tr>"
)


@pytest.mark.parametrize("frame", ["<table>{}</table>", "<div><table border=1>{}</table></div>"])
def test_a_list_of_one_document_below_the_text_is_a_table_of_the_text(frame: str) -> None:
    facts = "<p>发文机关：云岭市经信局　文号：云经信〔2026〕8号</p>"
    table = frame.format(REPEALED)
    draft = read(page(f"{facts}<div id='zoom'><p>关于废止文件的通知</p><p>{FIRST}</p>{table}</div>"))
    assert [piece.text for piece in draft.pieces if piece.kind == "cell"][4:6] == [
        "云岭市旧厂房改造试行办法",
        "云经信〔2019〕4号",
    ]
    found = properties(draft)
    assert (found.issuer, found.number, found.published) == ("云岭市经信局", "云经信〔2026〕8号", None)


def test_properties_inside_the_container_are_left_out_of_the_text() -> None:
    inside = "<div class='article'><p>索引号：0001</p><p>发布日期：2026-02-03　来源：本站　【打印】</p>"
    assert texts(page(f"{inside}<p>{FIRST}</p><p>{THIRD}</p></div>")) == [FIRST, THIRD]


def test_what_a_notice_says_of_an_event_is_text() -> None:
    lines = [
        "关于召开现场会的通知",
        "各企业：",
        "定于二月召开全市产业升级现场会，请准时参加。",
        "时间：2026年2月10日",
    ]
    lines += ["主办单位：云岭市经信局", "请于会前一日报送名单，联系人李云，并说明是否住宿。", "2026年2月3日"]
    body = "".join(f"<p>{line}</p>" for line in lines)
    assert texts(page(f"<ul>{MENU}</ul><div class='main'>{body}</div>{FOOT}")) == lines


@pytest.mark.parametrize(
    "line",
    [
        "扫一扫在手机打开当前页",
        "【字体：大 中 小】 打印 分享",
        "[打印本页] [关闭窗口]",
        "当前位置：首页 > 政务公开 > 政策文件",
        "首页 >> 公开目录",
        "上一篇：没有了",
        "责任编辑：李云",
        "浏览次数：12",
        "网站标识码：0000000001 云公网安备 00000000000001号",
        "分享到：微信 微博",
    ],
)
def test_furniture_among_the_text_is_left_out(line: str) -> None:
    assert texts(page(f"<div id='zoom'><p>{FIRST}</p><p>{line}</p><p>{THIRD}</p></div>")) == [FIRST, THIRD]


@pytest.mark.parametrize(
    "line", ["（三）数据分享", "大中型企业名单", "微信支付推广", "打印设备采购清单", "来源多元化"]
)
def test_text_that_looks_like_furniture_stays(line: str) -> None:
    assert line in texts(page(f"<div id='zoom'><p>{FIRST}</p><p>{line}</p><p>{THIRD}</p></div>"))


def test_attachments_stay_and_links_to_other_pages_go() -> None:
    more = ('<li><a href="2.pdf">2.目标.pdf</a></li>', '<li><a href="3.xls">3.表.xls</a></li>')
    files = f'<p>附件：<a href="1.docx">1.任务分工表.docx</a></p><ul>{"".join(more)}</ul>'
    named = ("关于促进消费的通知", "关于稳定就业的通知")
    links = "".join(f'<li><a href="{name}.html">{name}</a></li>' for name in named)
    others = f"<h4>相关文件</h4><ul>{links}</ul>"
    assert texts(page(f"<div class='TRS_Editor'><p>{FIRST}</p><p>{THIRD}</p>{files}{others}</div>")) == [
        FIRST,
        THIRD,
        "附件：1.任务分工表.docx",
        "2.目标.pdf",
        "3.表.xls",
    ]


def test_a_page_without_a_known_container_or_title() -> None:
    text = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    body = f"<div><div><ul>{MENU}</ul></div><div><div>{text}</div></div>{FOOT}</div>"
    assert texts(page(body, head="<title>产业升级意见_云岭市人民政府网</title>")) == [
        "产业升级意见",
        FIRST,
        SECOND,
        THIRD,
    ]


def test_only_body_of_the_page_was_saved() -> None:
    assert texts(BODY) == LINES


def test_a_page_without_text_has_no_pieces() -> None:
    assert texts(page("<script>1</script><div></div>")) == []
    assert texts("") == []


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "big5", "nonsense"])
def test_the_declared_charset_may_lie(encoding: str, declared: str) -> None:
    source = PAGES["ministry"].replace("charset='utf-8'", f"charset='{declared}'")
    assert texts(source.encode(encoding)) == LINES


def test_traditional_characters_in_big5() -> None:
    first = "產業升級是推動經濟發展的重要支撐，為加快建設現代化產業體系，現提出以下意見。"
    draft = read(page(f"<script>{'var a=1;' * 9000}</script><p>{first}</p><p>{first}</p>").encode("big5"))
    assert ([piece.text for piece in draft.pieces], draft.encoding) == ([first, first], "big5")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_cut_off_in_the_middle_of_a_character(encoding: str) -> None:
    data = page(f"<div>{'<b></b>' * 500}{BODY * 4}{THIRD}").encode(encoding)
    found = texts(data[: data.rindex(THIRD.encode(encoding)) + 41])
    assert found[: len(LINES)] == LINES


def test_an_article_that_a_script_would_show_is_read() -> None:
    body = f"<div id='js_content' style='visibility: hidden'><p>{FIRST}</p><p>{THIRD}</p></div>"
    head = f"<h1>{TITLE}</h1><div id='meta'>原创 云岭发布 2026-01-15</div>"
    assert texts(page(head + body)) == [TITLE, FIRST, THIRD]
