"""The briefing at a glance."""

import re
from dataclasses import replace

from exporters.briefing import Briefing
from exporters.briefing_preview import MORE, ROWS, html
from tests.exporters.invented import REPORT, TRACED, quoting


def test_it_shows_the_chosen_parts_in_their_order() -> None:
    shown = html(TRACED, Briefing(parts=("policies", "summary", "contents")))
    headings = re.findall("<h2>(.*?)</h2>", shown)
    assert headings == ["一、政策", "二、总体情况"]
    assert "<h1>青禾市目标任务简报</h1>" in shown
    assert "<td>青禾市智能制造行动方案</td>" in shown


def test_notes_are_raised_numbers_and_sources_in_the_text_are_text() -> None:
    assert "<sup>1</sup>" in html(REPORT, Briefing(parts=("targets",)))
    inline = html(REPORT, Briefing(parts=("targets",), sources="inline"))
    assert "<sup>" not in inline and "《2031年青禾市工业工作要点》第4段" in inline


def test_charts_are_bars_as_long_as_their_figures() -> None:
    shown = html(REPORT, Briefing(parts=("charts",)))
    bars = re.findall(r"<td>(.*?)</td><td><font[^>]*>(█*)</font> (\d+)</td>", shown)
    assert [(name, figure) for name, _, figure in bars][:2] == [("市工业局", "2"), ("市中小企业中心", "1")]
    assert len(bars[0][1]) == 2 * len(bars[1][1])


def test_long_tables_are_cut_and_say_so() -> None:
    one = REPORT.of_kind("target")[0]
    many = tuple(
        replace(one, id=n, start=n, fields={**one.fields, "value": float(n)}) for n in range(ROWS + 5)
    )
    shown = html(replace(REPORT, passages=many), Briefing(parts=("targets",)))
    assert shown.count("<tr>") == ROWS + 1 and MORE in shown
    assert MORE not in html(replace(REPORT, passages=many[:ROWS]), Briefing(parts=("targets",)))


def test_texts_are_shown_and_not_taken_for_html() -> None:
    assert "&lt;b&gt;甲&amp;" in html(quoting("<b>甲&"), Briefing(parts=("targets",)))
