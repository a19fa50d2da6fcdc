"""What is proposed for a document's properties."""

from datetime import date

import pytest

from importers.dates import dates, year
from importers.format import Piece
from importers.metadata import Properties, propose

BODY = "围绕产业升级，加快建设现代化产业体系，推动工业经济平稳增长，确保完成全年目标。"


def proposed(*texts: str, name: str = "1.txt", stated: dict[str, str] | None = None) -> Properties:
    return propose([Piece(text) for text in texts], stated or {}, name)


def test_a_notice_with_red_head_number_and_signature() -> None:
    assert proposed(
        "云岭市工业和信息化局",
        "关于印发《云岭市制造业提升",
        "行动方案》的通知",
        "云工信规〔2025〕43号",
        "各区县工业和信息化主管部门：",
        BODY,
        "云岭市工业和信息化局",
        "二〇二五年十二月三十日",
    ) == Properties(
        "云岭市工业和信息化局关于印发《云岭市制造业提升行动方案》的通知",
        "云岭市工业和信息化局",
        "云工信规〔2025〕43号",
        date(2025, 12, 30),
        None,
        "各区县工业和信息化主管部门",
        2025,
    )


def test_the_year_in_the_title_is_the_year_of_reference() -> None:
    found = proposed("云岭市工业局2025年工作总结", BODY, "2026年1月8日")
    assert (found.reference_year, found.issued) == (2025, date(2026, 1, 8))


def test_of_two_years_in_the_title_the_year_of_issue_counts() -> None:
    found = proposed("云岭市2025年工作总结和2026年工作安排", BODY, "2026年1月8日")
    assert found.reference_year == 2026


def test_a_report_to_the_congress() -> None:
    found = proposed(
        "政府工作报告", "——2026年2月3日在云岭市第三届人民代表大会第四次会议上", "市长 李云", BODY
    )
    assert found == Properties("政府工作报告", "云岭市人民政府", None, date(2026, 2, 3), None, None, 2026)


def test_the_year_planned_for_outweighs_the_year_reviewed() -> None:
    assert proposed("2025年增长6%。2025年投产12个。2026年要力争再增长6%。").reference_year == 2026


def test_a_text_without_a_title_is_called_by_its_file_or_its_first_words() -> None:
    assert proposed(BODY, name="云岭市工作要点.txt").title == "云岭市工作要点"
    assert proposed(BODY, name="003.txt").title == BODY[:-1][:40]


@pytest.mark.parametrize(
    ("name", "title"),
    [("scan0001.pdf", "scan0001"), ("a.pdf", "a"), ("扫描件.pdf", "扫描件"), ("_.pdf", "_.pdf")],
)
def test_pages_that_are_only_pictures_are_called_as_their_file(name: str, title: str) -> None:
    assert proposed("[picture, page 1]", "[picture, page 2]", name=name).title == title


def test_a_picture_before_or_after_the_words_is_no_title() -> None:
    words = "今年以来，全市工业运行平稳，主要指标好于预期，企业利润稳步回升。"
    assert proposed("[picture]", words, "[picture]", name="1.docx").title == words.rstrip("。")


def test_a_headline_left_at_the_end_is_the_title() -> None:
    assert proposed(BODY, "云岭市工业工作会议召开", name="003.txt").title == "云岭市工业工作会议召开"


def test_what_the_file_states_of_itself_comes_first() -> None:
    stated = {
        "title": "2026 年要点",
        "issuer": "云岭市",
        "number": "云政发〔2026〕1号",
        "date": "2026-01-09",
    }
    assert proposed("别的标题", BODY, stated=stated) == Properties(
        "2026年要点", "云岭市", "云政发〔2026〕1号", date(2026, 1, 9), None, None, 2026
    )


def test_pieces_of_the_title_become_title_blocks() -> None:
    pieces = [Piece("关于加快产业升级的"), Piece("指导意见"), Piece(BODY)]
    propose(pieces, {}, "1.txt")
    assert [piece.kind for piece in pieces] == ["title", "title", "paragraph"]


def test_a_number_cited_in_a_sentence_is_not_the_documents_own() -> None:
    assert proposed("方案", f"根据《办法》（云政发〔2024〕3号）要求，{BODY}").number is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年3月5日", date(2025, 3, 5)),
        ("二〇二五年十二月三十一日", date(2025, 12, 31)),
        ("二○二五年十月二十日", date(2025, 10, 20)),
        ("２０２５年３月５日", date(2025, 3, 5)),
        ("发布：2025-03-05", date(2025, 3, 5)),
    ],
)
def test_dates_as_they_are_written(text: str, expected: date) -> None:
    assert [found.date for found in dates(text)] == [expected]


def test_impossible_dates_are_passed_over() -> None:
    assert [found.date for found in dates("2025年2月30日至2025年3月1日")] == [date(2025, 3, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026年要点", 2026),
        ("规划（2021—2025年）", 2021),
        ("二〇二六年报告", 2026),
        ("12026年", None),
        ("要点", None),
    ],
)
def test_the_year_of_a_title(text: str, expected: int | None) -> None:
    assert year(text) == expected


LETTER = ["各区县人民政府，市有关部门：", "现将行动方案印发给你们，请认真贯彻落实，有关情况及时报告。"]


def kinds(*texts: str) -> list[str]:
    pieces = [Piece(text) for text in texts]
    propose(pieces, {}, "1.txt")
    return [piece.text for piece in pieces if piece.kind == "title"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["云岭市人民政府关于", "加快产业升级的指导意见"], "云岭市人民政府关于加快产业升级的指导意见"),
        (["云岭市关于推广第二批", "支持创新改革举措的通知"], "云岭市关于推广第二批支持创新改革举措的通知"),
        (
            ["云岭市关于进一步", "加强产业协同和集群培育", "工作的通知"],
            "云岭市关于进一步加强产业协同和集群培育工作的通知",
        ),
        (["关于印发《云岭市", "行动方案》的通知"], "关于印发《云岭市行动方案》的通知"),
        (["云岭市产业升级行动方案", "（2026—2028年）"], "云岭市产业升级行动方案（2026—2028年）"),
        (["云岭市产业升级管理办法", "〔试行〕"], "云岭市产业升级管理办法〔试行〕"),
        (["云岭市工作要点", "——加快建设现代化产业体系"], "云岭市工作要点——加快建设现代化产业体系"),
        (
            ["云岭市经信局", "云岭市财政局", "关于下达计划的通知"],
            "云岭市经信局云岭市财政局关于下达计划的通知",
        ),
        (["云岭市“十五五”", "制造业发展规划"], "云岭市“十五五”制造业发展规划"),
    ],
)
def test_a_title_over_several_lines(lines: list[str], title: str) -> None:
    assert proposed(*lines, "云政发〔2026〕3号", *LETTER).title == title
    assert kinds(*lines, "云政发〔2026〕3号", *LETTER) == lines


@pytest.mark.parametrize(
    "head",
    [
        ["云岭市人民政府文件", "云政发〔2026〕3号"],
        ["特急", "云岭市人民政府文件", "云政发〔2026〕3号\t签发人：李云"],
        ["索引号：0001", "来源：本站"],
    ],
)
def test_what_stands_above_a_title_is_not_of_it(head: list[str]) -> None:
    assert kinds(*head, "关于加快产业升级的意见", *LETTER) == ["关于加快产业升级的意见"]


def test_the_red_head_names_the_issuer() -> None:
    assert proposed("云岭市人民政府文件", "关于加快产业升级的意见", *LETTER, BODY).issuer == "云岭市人民政府"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("云政发〔2021〕43号", "云政发〔2021〕43号"),
        ("云政发[2021]43号", "云政发〔2021〕43号"),
        ("云政发（2021）43号", "云政发〔2021〕43号"),
        ("云政发(2021)第43号", "云政发〔2021〕第43号"),
        ("云政发【2021】43号", "云政发〔2021〕43号"),
        ("云岭市人民政府令第43号", "云岭市人民政府令第43号"),
        ("2021年第43号", "2021年第43号"),
        ("公告2021年第43号", "公告2021年第43号"),
        ("第43号", None),
        ("2021年43个项目", None),
        ("000001/2021-43号", None),
    ],
)
def test_document_numbers_as_they_are_written(written: str, expected: str | None) -> None:
    assert proposed("关于产业升级的公告", written, BODY).number == expected


def test_a_decree_and_what_it_puts_into_force() -> None:
    signed = ["《云岭市产业升级条例》已经通过，现予公布，自公布之日起施行。", "市长李云", "2026年1月9日"]
    text = ["云岭市产业升级条例", "第一章总则", "第一条为促进产业升级，制定本条例。"]
    found = proposed("云岭市人民政府令", "第12号", *signed, *text)
    assert (found.title, found.issuer, found.issued) == (
        "云岭市产业升级条例",
        "云岭市人民政府",
        date(2026, 1, 9),
    )
    assert kinds("云岭市人民政府令", "第12号", *signed, *text) == ["云岭市产业升级条例"]


def test_a_decree_over_two_lines() -> None:
    assert (
        proposed("云岭市人民政府令", "第12号", "产业升级办法已经通过，现予公布。", BODY).number
        == "云岭市人民政府令第12号"
    )


@pytest.mark.parametrize(
    ("foot", "issuer"),
    [
        (["云岭市经信局", "云岭市财政局", "2026年1月9日"], "云岭市经信局、云岭市财政局"),
        (["云岭市经信局\t云岭市财政局", "2026年1月9日"], "云岭市经信局、云岭市财政局"),
        (["云岭市经信局2026年1月9日"], "云岭市经信局"),
        (
            ["云岭市产业升级工作领导小组", "二〇二六年一月九日", "（此件公开发布）"],
            "云岭市产业升级工作领导小组",
        ),
    ],
)
def test_the_signature_names_issuers_and_the_date(foot: list[str], issuer: str) -> None:
    found = proposed("关于加快产业升级的通知", *LETTER, BODY, *foot)
    assert (found.issuer, found.issued) == (issuer, date(2026, 1, 9))


def test_the_signature_tells_apart_organs_the_title_runs_together() -> None:
    title, foot = (
        "云岭市经信局云岭市财政局关于下达计划的通知",
        ["云岭市经信局", "云岭市财政局", "2026年1月9日"],
    )
    assert proposed(title, *LETTER, BODY, *foot).issuer == "云岭市经信局、云岭市财政局"


def test_organs_of_the_centre_run_together_are_known() -> None:
    found = proposed("工业和信息化部国家发展改革委财政部关于产业升级的通知", *LETTER, BODY)
    assert found.issuer == "工业和信息化部、国家发展改革委、财政部"


NOTICE = ["云岭市人民政府关于印发产业升级方案的通知", *LETTER, "云岭市人民政府", "2026年1月9日"]


@pytest.mark.parametrize(
    ("between", "inner"),
    [
        ([], ["云岭市产业升级方案"]),
        (["（此件公开发布）"], ["云岭市产业升级方案"]),
        (["附件"], ["云岭市产业升级方案"]),
        (["附件1"], ["云岭市产业升级", "三年行动方案", "（2026—2028年）"]),
    ],
)
def test_a_document_within_a_document_has_its_own_title(between: list[str], inner: list[str]) -> None:
    texts = [*NOTICE, *between, *inner, BODY, "2028年12月31日"]
    assert kinds(*texts) == [NOTICE[0], *inner]
    assert proposed(*texts).issued == date(2026, 1, 9)


def test_a_picture_is_no_part_of_a_title() -> None:
    assert kinds("关于产业升级的图解", "[picture]", BODY) == ["关于产业升级的图解"]


def test_what_follows_a_signature_without_naming_an_instrument_is_no_title() -> None:
    assert kinds(*NOTICE, "抄送市委办公室", "联系人李云", BODY) == [NOTICE[0]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("各区县人民政府，市有关部门：", "各区县人民政府，市有关部门"),
        ("市财政局:", "市财政局"),
        ("各位代表：", None),
        ("同志们：", None),
        ("现将有关事项通知如下：", None),
    ],
)
def test_the_addressee_is_an_organ(line: str, expected: str | None) -> None:
    assert proposed("关于加快产业升级的通知", line, BODY).addressee == expected


def test_a_list_in_the_text_is_no_addressee() -> None:
    assert proposed("关于加快产业升级的通知", BODY, "有关单位：").addressee is None


def test_the_date_of_publication_is_not_the_date_of_issue() -> None:
    found = proposed("关于加快产业升级的通知", BODY, stated={"published": "2026-02-03"})
    assert (found.issued, found.published) == (None, date(2026, 2, 3))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["政府工作报告", "一、2025年工作回顾", BODY], 2026),
        (["政府工作报告", "一、2025年工作回顾", BODY, "二、2026年工作安排", BODY], 2026),
        (["政府工作报告", "一、一九八九年工作的回顾", BODY], 1990),
        (["关于2025年计划执行情况与2026年计划草案的报告", BODY], 2026),
        (["云岭市“十五五”发展规划", BODY], 2026),
        (["工作报告", "到2035年基本实现现代化。2026年要加快升级。"], 2026),
        (["工作要点", "二、2026年重点工作", BODY, "2025年12月29日"], 2026),
        (["工作要点", BODY, "2025年12月29日"], 2025),
        (["工作要点", BODY], None),
    ],
)
def test_the_year_a_document_speaks_about(texts: list[str], expected: int | None) -> None:
    assert proposed(*texts).reference_year == expected


def test_a_stated_title_is_found_in_the_text() -> None:
    pieces = [Piece("索引"), Piece("关于加快"), Piece("产业升级的通知"), Piece(BODY)]
    propose(pieces, {"title": "关于加快产业升级的通知"}, "1.txt")
    assert [piece.kind for piece in pieces] == ["paragraph", "title", "title", "paragraph"]
