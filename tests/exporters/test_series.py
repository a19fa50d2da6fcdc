"""Which documents of a report are compared with each other."""

import pytest

from exporters.report import ReportDocument
from exporters.series import belong, kind, series


def document(
    id_: int, title: str, issuer: str | None = None, year: int = 2031, place: str = ""
) -> ReportDocument:
    return ReportDocument(id_, title, issuer, reference_year=year, place=place)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青禾市人民政府", "青禾市政府"),
        ("青禾市人民政府", "青禾市人民政府办公厅"),
        ("中华人民共和国财政部", "财政部办公厅"),
        ("国务院", "国务院办公厅"),
        ("中共中央、国务院", "国务院、中共中央"),
    ],
)
def test_an_organ_and_its_office_are_one_issuer(one: str, other: str) -> None:
    assert belong(document(1, "工作要点", one), document(2, "工作总结", other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青禾市人民政府", "云岫市人民政府"),
        ("国务院", "国务院新闻办公室"),
        ("青禾市工业局", "青禾市财政局"),
        ("国务院", "中共中央、国务院"),
    ],
)
def test_titles_alike_make_no_series_of_two_issuers(one: str, other: str) -> None:
    assert not belong(document(1, "2031年工作要点", one), document(2, "2032年工作要点", other))


def test_where_no_issuer_is_known_titles_must_be_alike_but_for_their_years() -> None:
    plan = document(1, "青禾市2031年政府工作报告")
    assert belong(plan, document(2, "青禾市二〇三二年政府工作报告", "青禾市人民政府"))
    assert not belong(plan, document(2, "云岫市2032年政府工作报告"))
    assert not belong(plan, document(2, "关于做好2032年统计工作的通知"))
    assert not belong(document(1, "2031年"), document(2, "2032年"))


def test_titles_alike_of_two_places_are_not_compared() -> None:
    assert not belong(
        document(1, "政府工作报告", place="青禾市"), document(2, "政府工作报告", place="云岫市")
    )
    assert belong(document(1, "政府工作报告", place="青禾市"), document(2, "政府工作报告"))


@pytest.mark.parametrize(
    "title", ["2031年工作要点", "《2031年度工作要点》", "二〇三一年工作要点", "（2031—2035年）工作要点"]
)
def test_a_title_without_its_years_tells_its_kind(title: str) -> None:
    assert kind(title) == "工作要点"


def test_series_run_from_the_earliest_and_never_join_two_issuers() -> None:
    first, second = document(1, "2032年工作要点", "甲局", 2032), document(2, "2031年工作要点", None, 2031)
    third, alone = document(3, "2033年工作要点", "乙局", 2033), document(4, "文物保护规划", None, 2030)
    found = [[one.id for one in some] for some in series([first, second, third, alone])]
    assert found == [[4], [2, 1], [3]]
