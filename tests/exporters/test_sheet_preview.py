"""The sheets of a target sheet at a glance, while their columns are chosen."""

import re
from dataclasses import replace

import pytest

from exporters.sheet_layout import PAGES, TargetSheet
from exporters.sheet_preview import ROWS, html
from tests.exporters.invented import REPORT, TRACED

SHEETS = [name for name, page in PAGES.items() if page.fields]


def rows(page: str) -> list[list[str]]:
    """The cells of each row, without their marks."""
    return [
        [re.sub(r"<[^>]*>|&nbsp;", "", cell) for cell in re.findall(r"<td.*?</td>", row)]
        for row in re.findall(r"<tr>.*?</tr>", page)
    ]


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_sheet_shows_the_heads_of_its_columns(name: str, language: str) -> None:
    head, *others = rows(html(replace(TRACED, language=language), TargetSheet(), name))
    assert head == [field.heading(language) for field in PAGES[name].fields]
    assert {len(row) for row in others} <= {len(head)}


def test_columns_stand_in_the_order_asked_for() -> None:
    asked = TargetSheet({"target": ("unit", "indicator")})
    head, first, *_ = rows(html(REPORT, asked, "target"))
    assert head == ["单位", "指标", "编号"]
    target = REPORT.of_kind("target")[0]
    assert first == [target.fields["unit"], target.fields["indicator"], str(target.id)]


def test_long_sheets_are_cut_short() -> None:
    one = REPORT.of_kind("target")[0]
    many = replace(REPORT, passages=tuple(replace(one, id=n, start=n) for n in range(ROWS + 5)))
    assert len(rows(html(many, TargetSheet(), "source"))) == ROWS + 1


def test_the_tracker_shows_what_its_formulas_give() -> None:
    head, first, *_ = rows(html(TRACED, TargetSheet(), "tracker"))
    told = dict(zip(head, first, strict=True))
    trace = TRACED.traces[0]
    assert told["编号"] == str(trace.promise)
    assert told["承诺原文"] == "查看"


def test_texts_are_shown_and_not_taken_for_html() -> None:
    one = replace(REPORT.of_kind("target")[0], note="<b>&")
    shown = html(replace(REPORT, passages=(one,)), TargetSheet({"target": ("note",)}), "target")
    assert "&lt;b&gt;&amp;" in shown
