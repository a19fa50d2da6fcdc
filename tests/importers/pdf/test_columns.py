"""The order of reading on pages with one column and with several."""

import random
from collections.abc import Sequence

import pytest

from tests.importers.pdf.invented import FIRST, FOURTH, PROSE, SECOND, THIRD, bare, cells, read, texts
from tests.importers.pdf.paper import Sheet, wrapped
from tests.importers.wrapping import prose


def set_in_columns(
    sheet: Sheet,
    paragraphs: Sequence[str],
    lefts: Sequence[float],
    top: float,
    chars: int,
    size: float = 10.0,
) -> float:
    """Paragraphs flowing through columns of equal height; the place below them."""
    lines = [line for paragraph in paragraphs for line in wrapped(paragraph, chars)]
    high = -(-len(lines) // len(lefts))
    for i, left in enumerate(lefts):
        sheet.lines(left, top, lines[i * high : (i + 1) * high], size, 1.4 * size)
    return top + high * 1.4 * size


def test_two_columns_are_read_one_after_the_other_and_paragraphs_flow_between_them() -> None:
    sheet = Sheet()
    set_in_columns(sheet, PROSE, (60, 310), 100, 22)
    assert texts(read(sheet)) == list(PROSE)


def test_a_title_over_two_columns_comes_first() -> None:
    sheet = Sheet()
    sheet.text(160, 60, "云岭市制造业三年行动方案", 22)
    set_in_columns(sheet, PROSE, (60, 310), 110, 22)
    assert texts(read(sheet)) == ["云岭市制造业三年行动方案", *PROSE]


def test_text_over_the_whole_width_parts_columns_above_from_columns_below() -> None:
    sheet = Sheet()
    y = set_in_columns(sheet, (FIRST, SECOND), (60, 310), 80, 22)
    y = set_in_columns(sheet, (THIRD,), (60,), y + 4, 46)
    set_in_columns(sheet, (FOURTH, FIRST), (60, 310), y + 4, 22)
    assert texts(read(sheet)) == [FIRST, SECOND, THIRD, FOURTH, FIRST]


def test_a_table_above_two_columns_is_read_before_them() -> None:
    sheet = Sheet()
    sheet.grid((60, 310, 530), (60, 90, 120))
    for x, y, text in ((70, 69, "指标"), (320, 69, "数值"), (70, 99, "企业数"), (320, 99, "120")):
        sheet.text(x, y, text, 10)
    set_in_columns(sheet, PROSE, (60, 310), 140, 22)
    found = read(sheet)
    assert [text for *_, text in cells(found)] == ["指标", "数值", "企业数", "120"]
    assert texts(found)[4:] == list(PROSE)


def test_a_narrow_sidebar_is_read_after_the_text_it_stands_beside() -> None:
    sheet = Sheet()
    set_in_columns(sheet, PROSE, (60,), 100, 30)
    sheet.lines(420, 103, ["编者按", "本期刊发", "云岭市推进", "制造业升级", "的做法"], 9, 15)
    assert bare(read(sheet).pieces) == "".join(PROSE) + "编者按本期刊发云岭市推进制造业升级的做法"


def test_a_framed_sidebar_is_read_as_one() -> None:
    sheet = Sheet()
    y = set_in_columns(sheet, (FIRST, SECOND), (60,), 100, 30)
    sheet.grid((400, 540), (90, y + 60))
    set_in_columns(sheet, (THIRD,), (408,), 97, 12)
    set_in_columns(sheet, (FOURTH,), (60,), y, 30)
    assert texts(read(sheet)) == [FIRST, SECOND, FOURTH, THIRD]


@pytest.mark.parametrize("seed", range(12))
def test_a_newspaper_page_of_four_columns_is_read_article_by_article(seed: int) -> None:
    """A headline over three columns, an article of its own in the fourth, another below over all four."""
    rng = random.Random(seed)
    long, short, below = ([p for p in prose(rng, count) if len(p) > 40] for count in (7, 2, 8))
    sheet = Sheet((800, 1400))
    lefts = (40, 224, 408, 592)
    sheet.text(110, 50, "全市经济工作会议在云岭召开", 26)
    end = set_in_columns(sheet, long, lefts[:3], 100 + rng.randint(0, 20), 16)
    sheet.text(592, 52, "短评：实干为要", 16)
    end = max(end, set_in_columns(sheet, short, lefts[3:], 84, 16))
    sheet.text(rng.choice((150, 302)), end + 20, "民生实事清单公布", 22)
    set_in_columns(sheet, below, lefts, end + 60, 16)
    heads = "全市经济工作会议在云岭召开", "短评：实干为要", "民生实事清单公布"
    wanted = [heads[0], *long, heads[1], *short, heads[2], *below]
    assert bare(read(sheet).pieces) == "".join(wanted)


def test_an_upright_line_parts_articles_whose_columns_stand_level() -> None:
    sheet = Sheet((800, 600))
    for left, head, paragraphs in (
        (40, "工业稳中有进", (FIRST, SECOND)),
        (420, "消费持续回暖", (THIRD, FOURTH)),
    ):
        sheet.text(left + 90, 50, head, 20)
        set_in_columns(sheet, paragraphs, (left, left + 175), 90, 15)
    sheet.rule(397, 40, 397, 240)
    assert bare(read(sheet).pieces) == "".join(["工业稳中有进", FIRST, SECOND, "消费持续回暖", THIRD, FOURTH])


def test_headlines_side_by_side_share_the_columns_below_them() -> None:
    """The first begins where its columns do, the second stands in the middle of its own."""
    sheet = Sheet((1000, 600))
    sheet.text(40, 50, "工业稳中有进", 20)
    sheet.text(582, 50, "消费持续回暖", 20)
    set_in_columns(sheet, (FIRST, SECOND, FIRST), (40, 215), 90, 15)
    set_in_columns(sheet, (THIRD, FOURTH, THIRD), (390, 565, 740), 90, 15)
    wanted = ["工业稳中有进", FIRST, SECOND, FIRST, "消费持续回暖", THIRD, FOURTH, THIRD]
    assert bare(read(sheet).pieces) == "".join(wanted)


def test_blanks_to_be_filled_in_do_not_cut_their_line() -> None:
    sheet = Sheet()
    for left, text in ((60, "姓名"), (220, "单位"), (380, "电话")):
        sheet.text(left, 80, text)
        sheet.rule(left + 30, 91, left + 120, 91)
    assert texts(read(sheet)) == ["姓名\t单位\t电话"]


def test_a_mark_that_hangs_out_of_its_column_leaves_the_gutter_open() -> None:
    sheet = Sheet()
    lines = ["云岭市推进产业转型升级，"] * 6
    sheet.lines(60, 80, lines, 10, 14)
    sheet.lines(60 + 11 * 10 + 14, 80, lines, 10, 14)
    assert len(texts(read(sheet))) == 1


def test_a_headline_set_downwards_is_one_line() -> None:
    sheet = Sheet()
    for i, character in enumerate("春耕备播进行时"):
        sheet.text(500, 100 + 34 * i, character, 30)
    set_in_columns(sheet, PROSE, (60,), 100, 36)
    assert sorted(texts(read(sheet))) == sorted([*PROSE, "春耕备播进行时"])


@pytest.mark.parametrize("turned", (0, 90, 180, 270))
def test_a_page_drawn_turned_is_read_upright(turned: int) -> None:
    """Text drawn sideways on the paper, whatever way the page is then shown."""
    sheet = Sheet(turned=turned)
    for i, line in enumerate(wrapped(FIRST, 20)):
        # base lines run up the page
        sheet.marks.append(
            f"BT /F 12 Tf 0 1 -1 0 {100 + 20 * i} 100 Tm <{line.encode('utf-16-be').hex()}> Tj ET"
        )
    assert texts(read(sheet)) == [FIRST]
