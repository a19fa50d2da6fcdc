"""Sentences of two texts that correspond."""

from random import Random
from time import process_time

import pytest

from analysis.align import Pair, Text, align, align_chain
from analysis.sentences import sentences
from bench.rewriting import rewrite

LAST = """云岫市2032年工作要点
一、主要目标
规模以上工业增加值增长7%左右，新增高新技术企业120家。
二、重点任务
（一）实施《云岫市智能制造三年行动方案》，建成数字工厂30家。改造老旧厂区五处。
（二）整治青屏河沿岸排污口，恢复湿地五百亩。
（三）组织职工技能竞赛，评选云岫工匠。
"""
THIS = """云岫市2033年工作要点
一、总体要求
坚持稳字当头。
二、主要目标
规模以上工业增加值增长7.5%左右，新增高新技术企业150家。
三、重点任务
（一）组织职工技能竞赛，评选云岫工匠。
（二）深入实施《云岫市智能制造三年行动方案》，再建成数字工厂40家。改造老旧厂区五处。
（三）开通至霞浦的货运班列。
"""


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    return list(align(Text(LAST), Text(THIS)).pairs)


def of(pairs: list[Pair], words: str) -> Pair:
    """The pair in whose sentence of either side the words stand."""
    at = [(LAST.find(words), "a"), (THIS.find(words), "b")]
    offset, side = next(found for found in at if found[0] >= 0)
    return next(p for p in pairs if getattr(p, f"{side}_start") <= offset < getattr(p, f"{side}_end"))


def test_every_sentence_of_both_stands_in_one_pair(pairs: list[Pair]) -> None:
    for text, side in ((LAST, "a"), (THIS, "b")):
        spans = [(getattr(p, f"{side}_start"), getattr(p, f"{side}_end")) for p in pairs]
        assert sorted(span for span in spans if span[0] < span[1]) == sentences(text)


def test_new_numbers_make_a_sentence_reworded_not_new(pairs: list[Pair]) -> None:
    found = of(pairs, "增加值增长7%")
    assert found.state == "reworded" and "增长7.5%" in THIS[found.b_start : found.b_end]
    assert "再建成数字工厂" in THIS[slice(*_b(of(pairs, "数字工厂30家")))]


def test_a_number_before_a_heading_is_no_difference(pairs: list[Pair]) -> None:
    assert of(pairs, "二、重点任务").state == "same"


def test_a_moved_sentence_is_found_and_said_to_have_moved(pairs: list[Pair]) -> None:
    found = of(pairs, "（三）组织职工")
    assert (found.state, found.moved) == ("same", True)


def test_what_one_text_alone_says_is_new_or_dropped(pairs: list[Pair]) -> None:
    assert of(pairs, "货运班列").state == "new"
    assert of(pairs, "排污口").state == "dropped"


def test_an_absent_partner_is_empty_and_stands_where_it_would(pairs: list[Pair]) -> None:
    river = of(pairs, "排污口")
    assert river.b_start == river.b_end == THIS.index("五处。") + 3
    assert river.record()["b_start"] is None


def test_a_text_is_wholly_the_same_as_itself() -> None:
    found = align(Text(LAST), Text(LAST))
    assert found.counts() == {"same": 8, "reworded": 0, "new": 0, "dropped": 0, "moved": 0}
    assert [found.to_b(offset) for offset in range(len(LAST) + 1)] == list(range(len(LAST) + 1))


def test_an_empty_text_has_nothing_in_common_with_another() -> None:
    assert align(Text(""), Text("")).pairs == ()
    assert {p.state for p in align(Text(""), Text(THIS)).pairs} == {"new"}
    assert {p.state for p in align(Text(LAST), Text("")).pairs} == {"dropped"}


def test_scrolling_together_never_goes_backwards() -> None:
    found = align(Text(LAST), Text(THIS))
    places = [found.to_b(offset) for offset in range(len(LAST) + 1)]
    assert places == sorted(places) and places[0] == 0 and places[-1] == len(THIS)
    assert found.to_b(LAST.index("新增高新")) == pytest.approx(THIS.index("新增高新"), abs=2)
    assert found.to_a(THIS.index("主要目标")) == pytest.approx(LAST.index("主要目标"), abs=2)


def test_the_reader_may_ask_for_surer_pairs_only() -> None:
    found = align(Text(LAST), Text(THIS))
    strict = found.at_least(1.0)
    assert strict.counts()["reworded"] == 0
    assert strict.counts()["dropped"] == found.counts()["dropped"] + found.counts()["reworded"]
    assert found.at_least(0) == found


def test_three_texts_are_aligned_in_chain() -> None:
    first, second = align_chain([Text(LAST), Text(THIS), Text(THIS)])
    assert first == align(Text(LAST), Text(THIS))
    assert second.counts()["same"] == len(sentences(THIS))


def test_a_notice_is_found_in_a_long_plan() -> None:
    plan = _long(400) + LAST + _long(400, seed=2)
    notice = (
        "各单位：\n要抓好湿地恢复，整治青屏河排污口。\n"
        "数字工厂要建成30家，落实《云岫市智能制造三年行动方案》。\n"
    )
    found = align(Text(notice), Text(plan))
    for words, there in (("青屏河", "青屏河"), ("数字工厂", "数字工厂30家")):
        pair = found.of_a(notice.index(words))
        assert pair and there in plan[pair.b_start : pair.b_end]


def test_endless_sentences_of_the_same_words_take_no_endless_time() -> None:
    one = "".join(f"第{n}行数据为{n * 7}吨。\n" for n in range(4_000))
    other = "".join(f"第{n}行数据为{n * 9}吨左右。\n" for n in range(4_000))
    begun = process_time()
    assert align(Text(one), Text(other)).counts()["reworded"] > 3_000
    assert process_time() - begun < 20


def test_known_rewritings_are_found_again() -> None:
    text = _long(300, seed=3)
    rewritten = rewrite(text, _long(60, seed=4), seed=5)
    found = align(Text(text), Text(rewritten.text))
    joined = {(p.a_start, p.b_start) for p in found.pairs if p.state in ("same", "reworded")}
    right = len(joined & rewritten.kept)
    assert 2 * right / (len(joined) + len(rewritten.kept)) >= 0.95


def _b(pair: Pair) -> tuple[int, int]:
    return pair.b_start, pair.b_end


def _long(count: int, seed: int = 1) -> str:
    """So many sentences of invented words, no two alike."""
    dice = Random(seed)
    signs = "甘松柏槐桐梓楠榆桦枫杉椿桃李杏梅棠荷菊兰芷蕙蓼蒲苇菱芡萍藻苔蕨薇茶桑麻棉稻黍稷麦粟豆瓜芋"
    words = ["".join(dice.sample(signs, 2)) for _ in range(900)]
    return "".join("".join(dice.sample(words, 9)) + "。\n" for _ in range(count))
