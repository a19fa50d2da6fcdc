"""Wrapped lines become paragraphs again, and paragraphs stay what they are."""

import random
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.lines import lines
from importers.reflow import joined, paragraphs
from tests.importers.wrapping import Style, prose

GOLD = {
    "seeds/000_7d0efb1f2ad7af12.txt": ("utf-8", "gold/miit-2023-conference.txt"),
    "seeds/003_cf85f94452ba0dac.txt": ("utf-8", "gold/miit-2022-departments.txt"),
    "real/GBK-hardwrap34_关于实施乡村振兴战略的意见.txt": ("gb18030", "real/关于实施乡村振兴战略的意见.txt"),
}
STYLES = st.builds(
    Style,
    columns=st.integers(12, 60),
    by_characters=st.booleans(),
    kinsoku=st.sampled_from(["none", "push", "hang"]),
    indent=st.sampled_from(["none", "kept", "lost"]),
    blanks=st.sampled_from(["none", "every", "between"]),
)


def reflowed(text: str) -> list[str]:
    return [joined(group)[0] for group in paragraphs(lines(text))]


def squeezed(text: str) -> str:
    return "".join(text.split())


def breaks(found: list[str]) -> list[int]:
    """The offsets in the squeezed text at which paragraphs end."""
    offsets, offset = [], 0
    for paragraph in found:
        offset += len(squeezed(paragraph))
        offsets.append(offset)
    return offsets


def f1(found: list[str], gold: list[str]) -> float:
    ours, theirs = set(breaks(found)[:-1]), set(breaks(gold)[:-1])
    return 2 * len(ours & theirs) / max(1, len(ours) + len(theirs))


@settings(max_examples=120, deadline=None, derandomize=True)
@given(style=STYLES, seed=st.integers(0, 10_000))
def test_wrapped_prose_comes_back(style: Style, seed: int) -> None:
    text = prose(random.Random(seed), 24)
    found = reflowed(style.text(text))
    assert squeezed("".join(found)) == squeezed("".join(text))
    ends = breaks(text)
    open_ends = {
        end
        for end, (one, next_) in zip(ends, pairwise(text), strict=False)
        if not style.decidable(one, next_)
    }
    ours, theirs = set(breaks(found)) - open_ends, set(ends) - open_ends
    assert 2 * len(ours & theirs) / (len(ours) + len(theirs)) >= (0.94 if style.indent == "lost" else 0.98)


@pytest.mark.parametrize("kinsoku", ["none", "push", "hang"])
@pytest.mark.parametrize("columns", [12, 17, 28, 34, 45, 60])
def test_indented_first_lines_decide_everything(columns: int, kinsoku: str) -> None:
    text = prose(random.Random(columns), 30)
    assert reflowed(Style(columns, kinsoku=kinsoku, indent="kept").text(text)) == text


@settings(max_examples=30, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10_000), blanks=st.sampled_from(["none", "every"]))
def test_text_that_has_its_paragraphs_is_left_alone(seed: int, blanks: str) -> None:
    text = prose(random.Random(seed), 12)
    assert reflowed(Style(100_000, blanks=blanks).text(text)) == text


def test_a_column_that_changes_its_width_within_one_page() -> None:
    wide, narrow = prose(random.Random(1), 8), prose(random.Random(2), 8)
    source = Style(22, blanks="every").text(wide) + "\n" + Style(14, blanks="every").text(narrow)
    assert f1(reflowed(source), wide + narrow) >= 0.9


def test_a_sentence_torn_at_the_end_of_a_column_is_mended() -> None:
    text = [*prose(random.Random(3), 6), "云岭市工业和信息化局将坚持稳中求进。" * 8]
    torn = "\n\n".join([*text[:-1], text[-1][:100], text[-1][100:]])
    assert reflowed(torn) == text


def test_names_of_departments_one_a_line_stay_lines() -> None:
    text = [
        "云岭市科学技术局",
        "云岭市工业信息局",
        "云岭市农业农村局",
        "云岭市交通运输局",
        "云岭市商务服务局",
    ]
    assert reflowed("\n".join(text)) == text


def test_bullets_bylines_and_numbers_begin_paragraphs() -> None:
    text = [
        "● 新增企业三千家，完成全年任务。",
        "● 税费减免五亿元。",
        "本报记者 王小云",
        "1. 加快创新。",
        "2. 扩大开放。",
    ]
    assert [squeezed(one) for one in reflowed("\n".join(text))] == [squeezed(one) for one in text]


def test_a_short_mail_whose_blank_lines_part_its_paragraphs() -> None:
    text = [
        "各处室：",
        "请于周五前报送2026年工作要点，内容包括主要指标、重点任务和责任单位，逾期不再受理。",
        "谢谢，祝好。",
    ]
    assert reflowed(Style(17, blanks="between").text(text)) == text


def test_a_headline_of_two_lines_set_close_is_one() -> None:
    wrapped = Style(16, blanks="every").text(prose(random.Random(4), 6))
    assert "汇聚各方创新资源培育壮大未来产业" in reflowed(
        wrapped + "\n汇聚各方创新资源\n培育壮大未来产业\n\n本报记者 李云\n"
    )


def test_a_mark_that_begins_a_line_belongs_to_the_line_before() -> None:
    assert reflowed("加快产业升级\n，推动高质量发展。") == ["加快产业升级，推动高质量发展。"]


def test_latin_words_keep_a_space_across_the_line_end_and_chinese_has_none() -> None:
    text = "The committee of Yunling adopted the plan, and the offices in every district now\n" * 3
    assert "every district now The committee" in reflowed(text)[0]
    assert joined(lines("全市新增企业1\n200家，规模达到Top\nTen，为全省\n第一。"))[0] == (
        "全市新增企业1200家，规模达到Top Ten，为全省第一。"
    )


def test_line_starts_point_at_the_beginnings_of_source_lines() -> None:
    source = lines("云岭市推进新 型\n工业化，支持 AI\nPTC 平台。")
    text, starts = joined(source)
    assert [text[start:][:2] for start in starts] == ["云岭", "工业", "PT"]


@pytest.mark.parametrize(
    "source",
    ["字\n" * 20_000, "…" * 200_000 + "。", "● 一\n" * 20_000, ("中" * 59 + "，\n") * 2_000, "（" * 200_000],
)
def test_strange_text_takes_linear_time(source: str) -> None:
    start = process_time()
    reflowed(source)
    assert process_time() - start < 3


def test_nothing_gives_nothing() -> None:
    assert paragraphs(lines(" \n\n\t\n")) == []


@pytest.mark.shared
@pytest.mark.parametrize("name", GOLD)
def test_the_real_files_come_out_as_their_paragraphs(shared: Path, name: str) -> None:
    encoding, gold = GOLD[name]
    source = (shared / name).read_text(encoding)
    expected = [line for line in (shared / gold).read_text("utf-8").splitlines() if line.strip()]
    found = reflowed(source)
    assert squeezed("".join(found)) == squeezed(source)
    assert f1(found, expected) >= 0.98


@pytest.mark.shared
@pytest.mark.parametrize("name", ["miit-2022-departments", "miit-2023-conference", "gwr-2021"])
def test_the_gold_files_are_left_alone(shared: Path, name: str) -> None:
    text = (shared / "gold" / f"{name}.txt").read_text("utf-8")
    assert reflowed(text) == text.splitlines()
