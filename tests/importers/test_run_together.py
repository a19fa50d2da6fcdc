"""Paragraphs that a copy ran together are set apart again."""

from importers import Options, markdown, text
from importers.run_together import LONG, apart

WORDS = "推进产业升级，规模以上工业增加值增长7%左右，新增企业120家。"
FILLING = WORDS * (LONG // len(WORDS))


def test_a_space_behind_a_full_stop_is_the_end_of_a_paragraph() -> None:
    assert apart(f"{FILLING} 一年来，成效明显： {WORDS}") == [FILLING, "一年来，成效明显：", WORDS]


def test_spaces_within_sentences_stay() -> None:
    line = f"{FILLING}建成 T800 产线，PM 2.5浓度下降。"
    assert apart(line) == [line]


def test_bold_words_lead_a_paragraph_and_stressed_ones_within_a_sentence_do_not() -> None:
    stressed = f"**{WORDS * 4}**"
    line = f"{FILLING}**创新作用增强。**{WORDS}重点是**{WORDS[:8]}**等工作。总体要求是：{stressed}"
    assert apart(line) == [FILLING, line[len(FILLING) :]]


def test_headings_stand_alone_with_and_without_bold() -> None:
    line = f"{FILLING} **一、2030年回顾** {WORDS}二、2031年安排 {WORDS}"
    assert apart(line) == [FILLING, "**一、2030年回顾**", WORDS, "二、2031年安排", WORDS]


def test_a_short_line_is_left_alone() -> None:
    assert apart("成效明显。 **一、回顾** 增长。") == ["成效明显。 **一、回顾** 增长。"]


def test_markdown_and_plain_text_come_out_in_paragraphs_with_their_headings() -> None:
    line = f"{FILLING} **一、2030年回顾** {WORDS}二、2031年安排 {WORDS}"
    for reader, source in ((markdown, line), (text, line.replace("**", ""))):
        pieces = reader.read(source.encode(), "报告", Options()).pieces
        assert [piece.text for piece in pieces] == [FILLING, "一、2030年回顾", WORDS, "二、2031年安排", WORDS]
        assert [piece.kind for piece in pieces][1::2] == ["heading", "heading"]
