"""Whom a document speaks for."""

import pytest

from analysis.places import place_of


@pytest.mark.parametrize(
    ("title", "issuer", "file", "head", "place"),
    [
        ("2031年青禾市政府工作报告", None, "a.txt", "", "青禾市"),
        ("政府工作报告", "云岫省人民政府", "a.txt", "", "云岫省"),
        ("政府工作报告", None, "云岫省_2031.txt", "", "云岫省"),
        ("政府工作报告", None, "a.txt", "——2031年1月8日在云岫省第九届人民代表大会第三次会议上", "云岫省"),
        ("政府工作报告", None, "a.txt", "青禾市人民政府市长 某某\n各位代表", "青禾市"),
        ("政府工作报告", "国务院", "a.txt", "", "全国"),
        ("政府工作报告", None, "a.txt", "我代表国务院，向大会报告政府工作，并请全国政协委员", "全国"),
        ("工作要点", None, "a.txt", "全市上下要深入学习，我市开发区要带头。", ""),
    ],
)
def test_a_place_is_told_by_title_issuer_file_or_head(
    title: str, issuer: str | None, file: str, head: str, place: str
) -> None:
    assert place_of(title, issuer, file, head) == place
