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
