"""Bounds of indicators: no signs, verbs, places or comparisons for names; no sign without its partner."""

import pytest

from analysis.suggest import suggest

HEAD = "云岫市2024年工业工作要点\n2024年重点任务\n"
USUAL = 0.8
"""The threshold of sureness that analysts begin with."""


def targets(sentence: str) -> list[tuple[str, str]]:
    """Quote and indicator of every target of a sentence."""
    text = f"{HEAD}{sentence}\n"
    found = [s for s in suggest(text, reference_year=2024) if s.kind == "target"]
    return [(text[s.start : s.end], s.name) for s in found]


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("① 2.4亿人次；②旅游收入36亿元。", ["", "旅游收入"]),
        ("（1）3.5亿人次，（2）旅游收入36亿元。", ["", "旅游收入"]),
        ("列入33处。", [""]),
        ("将要达到87%。", [""]),
        ("钢增长28%。", ["钢"]),
        ("工业所占的比重由50%上升到63%。", ["工业所占的比重"] * 2),
        ("关税、盐税收入共为9亿元。", ["关税、盐税收入"]),
        ("销售收入比年度计划增加2%。", ["销售收入"]),
        ("毕业85万人。", [""]),
        ("在政务公开方面细化主要指标22项。", ["细化主要指标"]),
        ("受训练的工人在今年将达到35万人。", ["受训练的工人"]),
        ("财政收入120亿元，比1955年决算数增长15.2%。", ["财政收入", "财政收入"]),
        ("地区生产总值超过五百亿的县市达到8个。", ["地区生产总值超过五百亿的县市"]),
        ("产值过五百亿的县市增加3个。", ["产值过五百亿的县市"]),
    ],
)
def test_an_indicator_is_what_is_measured_or_nothing(sentence, indicators):
    assert [name for _, name in targets(sentence)] == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("城镇化率高于全国平均0.3个百分点。", ["城镇化率高于全国平均"]),
        ("产值增长6.5%，比全国高0.3个百分点。", ["产值", "产值比全国高"]),
        ("产值增长6.5%，高于全国0.3个百分点，总量80亿元。", ["产值", "产值高于全国", "总量"]),
        ("产值增长6.5%，比上年提高0.3个百分点。", ["产值", "产值"]),
    ],
)
def test_a_gap_to_the_nation_says_that_it_is_one(sentence, indicators):
    assert [name for _, name in targets(sentence)] == indicators


def test_a_number_without_an_indicator_is_not_sure():
    text = HEAD + "力争列入超过33处。力争入库企业超过33家。\n"
    unnamed, named = (s.sureness for s in suggest(text, reference_year=2024) if s.kind == "target")
    assert unnamed < USUAL <= named


@pytest.mark.parametrize(
    ("sentence", "quote", "indicator"),
    [
        (
            "壮大13条重点产业链和“县域龙头企业带动特色小镇集群发展”模式。",
            "壮大13条重点产业链",
            "重点产业链",
        ),
        ("打造20个“云岫山水”品牌。", "打造20个“云岫山水”品牌", "“云岫山水”品牌"),
        ("认定“小巨人”企业15家。", "认定“小巨人”企业15家", "认定“小巨人”企业"),
    ],
)
def test_a_target_ends_with_no_sign_without_its_partner(sentence, quote, indicator):
    assert targets(sentence) == [(quote, indicator)]


@pytest.mark.parametrize("signs", ["《””》", "”》（", "““”", "）“（"])
def test_signs_in_any_order_are_read(signs):
    [(quote, name)] = targets(f"{signs}企业80家。")
    assert all(words.count("“") == words.count("”") for words in (quote, name))
    assert not set(name) & set("《》（）")


@pytest.mark.parametrize("sign", "“《（")
@pytest.mark.parametrize("length", range(18))
def test_however_far_the_partner_is_no_sign_stands_alone(sign, length):
    closing = {"“": "”", "《": "》", "（": "）"}[sign]
    for quote, name in targets(f"壮大13条产业链和{sign}{'山水云' * 6}"[: 9 + length] + f"{closing}企业。"):
        assert quote.count(sign) == quote.count(closing)
        assert name.count(sign) == name.count(closing)
