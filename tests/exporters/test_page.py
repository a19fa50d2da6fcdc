"""The web page: one file, no script, nothing from outside, every passage a click away from its card."""

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporters import page_html
from exporters.page_text import stretches
from exporters.report import Report, ReportBlock, ReportPassage
from tests.exporters.handed import BARE, ENGLISH, PASSAGES, PLAN, WHOLE

VOID = {"meta", "link", "br", "hr", "img", "input"}


class Page(HTMLParser):
    """What a page holds: elements with their attributes, its text, and whether every tag is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def all(self, name: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(name)) is not None]


def html(report: Report = WHOLE) -> str:
    stream = BytesIO()
    page_html.write(report, stream, lambda done, total: None)
    return stream.getvalue().decode()


@pytest.mark.parametrize("report", [WHOLE, ENGLISH, BARE], ids=["zh", "en", "bare"])
def test_every_tag_is_closed_and_every_link_leads_to_a_place_on_the_page(report: Report) -> None:
    page = Page(html(report))
    ids = Counter(page.all("id"))
    assert page.open == []
    assert set(ids.values()) <= {1}
    assert [target for target in page.all("href") if target[1:] not in ids] == []


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    page = Page(html())
    assert {tag for tag, _ in page.elements}.isdisjoint({"script", "link", "img", "iframe", "object", "form"})
    assert all(target.startswith("#") for target in page.all("href"))
    assert page.all("src") == page.all("style") == page.all("onclick") == []
    assert "url(" not in html() and "@import" not in html()


def test_its_policy_allows_exactly_its_own_style() -> None:
    found = html()
    style = re.search(r"<style>(.*?)</style>", found, re.DOTALL)
    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    policy = next(value for value in Page(found).all("content") if value.startswith("default-src"))
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")


def test_hostile_words_are_only_words() -> None:
    assert "<script>alert" not in html()
    assert "=1+1<script>alert('危险')</script> & “引号”由市工业局牵头推进。" in "".join(Page(html()).words)


def test_titles_labels_and_names_are_escaped_too() -> None:
    evil = '"><b onmouseover=alert(1)>'
    document = replace(WHOLE.documents[0], title=evil)
    source = replace(WHOLE.sources[0], properties={"title": evil, "issuer": evil})
    tree = (replace(WHOLE.tree[1], name=evil, parent_id=None),)
    passage = replace(PASSAGES[1], note=evil, author=evil, fields={"indicator": evil})
    report = replace(
        WHOLE, title=evil, subtitle=evil, author=evil, documents=(document,), sources=(source,), tree=tree,
        passages=(passage,),
    )  # fmt: skip
    page = Page(html(report))
    assert "b" not in {tag for tag, attributes in page.elements if "onmouseover" in attributes}
    assert "".join(page.words).count(evil) >= 8


def test_each_passage_has_its_place_its_card_and_its_row() -> None:
    ids = set(Page(html()).all("id"))
    for passage in PASSAGES:
        assert {f"s{passage.id}", f"p{passage.id}", f"r{passage.id}"} <= ids


def test_the_text_is_whole_whatever_is_tagged_in_it() -> None:
    article = html().split("<article")[1].split('<aside class="card')[0]
    words = "".join(Page("<article" + article.split("</article>")[0]).words)
    for line in PLAN.split("\n"):
        assert line in words


def test_a_table_is_a_table() -> None:
    assert '<tr><td>指标</td><td>2031年</td></tr>\n<tr><td>软件收入</td><td><a class="mark target"' in html()


def test_where_passages_overlap_the_innermost_is_clicked_and_names_the_others() -> None:
    assert '<a class="mark policy double" id="s5" href="#p5">' in html()
    card = html().split('id="p5"')[1].split("</aside>")[0]
    assert 'href="#p6"' in card and 'href="#p7"' in card


def test_a_card_shows_fields_note_labels_and_source() -> None:
    card = "".join(Page(html().split('id="p2"')[1].split("</aside>")[0].partition(">")[2]).words)
    for words in ("1,370,000,000,000", "经济/企业", "《青禾市工业局2031年工作计划》第3段", "王敏"):
        assert words in card


def test_the_language_is_told() -> None:
    assert '<html lang="zh-CN">' in html() and '<html lang="en">' in html(ENGLISH)
    assert "Tasks" in html(ENGLISH)


@settings(max_examples=150)
@given(st.data())
def test_stretches_tile_the_text_and_know_all_that_covers_them(data: st.DataObject) -> None:
    length = data.draw(st.integers(1, 40))
    ends = st.tuples(st.integers(0, length), st.integers(0, length)).filter(lambda pair: pair[0] != pair[1])
    places = [sorted(pair) for pair in data.draw(st.lists(ends, max_size=8))]
    passages = [ReportPassage(i, 1, "task", "", 1, start, end) for i, (start, end) in enumerate(places)]
    found = list(stretches([ReportBlock("paragraph", None, 0, length)], passages))
    assert [start for start, _, _ in found[1:]] == [end for _, end, _ in found[:-1]]
    assert (found[0][0], found[-1][1]) == (0, length)
    for start, end, covering in found:
        assert {p.id for p in covering} == {p.id for p in passages if p.start <= start and p.end >= end}
