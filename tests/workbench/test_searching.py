"""Searching: what is asked, found, saved, exported and tagged."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

import importers
from db import ledgers
from db.search import Filters
from db.store import Store
from exporters import hits_xlsx
from workbench import lexicon, quantities, searching, tagging_hits, verbs
from workbench.searching import Asked

TEXT = (
    "2031年工作要点\n\n力争到2031年年底，全市专精特新中小企业超过8万家，服务1200万人。\n\n"
    "一是由市发展改革局牵头，实施《云泽市技改三年行动方案》，服务企业𠮷林路。\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "p.cezhu", author="李敏") as store:
        for name in ("要点", "总结"):
            (tmp_path / f"{name}.txt").write_text(TEXT.replace("要点", name), encoding="utf-8")
            verbs.import_document(store, importers.read(tmp_path / f"{name}.txt"))
        yield store


def tagged(store: Store, words: str, kind: str, document_id: int = 1) -> int:
    with store.read() as session:
        start = searching.documents.text(session, document_id)[0].index(words)
    return verbs.tag(store, document_id, start, start + len(words), kind)


def test_hits_come_with_their_context_and_counts(store: Store) -> None:
    found = searching.find(store, Asked("服务 -方案"))
    assert [(hit.document_id, hit.before[-4:], hit.words, hit.after[:3]) for hit in found] == [
        (1, "8万家，", "服务", "120"),
        (2, "8万家，", "服务", "120"),
    ]
    assert searching.count(store, Asked("服务")) == {1: 2, 2: 2}
    assert searching.count(store, Asked("服务"), [2]) == {2: 2}
    assert searching.find(store, Asked("服务"), limit=3)[-1].document_id == 2
    assert searching.find(store, Asked("")) == []


def test_filters_on_passages_keep_hits_within_them(store: Store) -> None:
    target = tagged(store, "全市专精特新中小企业超过8万家，服务1200万人", "target")
    filters = Filters(kinds=frozenset({"target"}))
    (hit,) = searching.find(store, Asked("服务", filters=filters))
    assert hit.words == "服务" and searching.count(store, Asked("服务", filters=filters)) == {1: 1}
    (alone,) = searching.find(store, Asked("", filters=filters))
    assert (alone.passage_id, alone.where, alone.kind) == (target, "quote", "target")
    assert searching.find(store, Asked("服务", filters=filters), [2]) == []


def test_a_hit_in_a_quote_lies_where_its_words_are(store: Store) -> None:
    tagged(store, "服务企业𠮷林路", "task")
    (hit,) = searching.find(store, Asked("林路", place="passages"))
    (text_hit, _) = searching.find(store, Asked("林路"))
    assert hit[:3] == text_hit[:3] and hit.before == "服务企业𠮷"
    assert searching.places(store, Asked("林路"), 1) == [hit[1:3]]


def test_a_saved_search_asks_the_same_again(store: Store) -> None:
    years, days = (2031, None), (date(2031, 1, 1), None)
    filters = Filters(kinds=frozenset({"task"}), years=years, values=(1e7, None), unit="人", period=days)
    for asked in (Asked("服务"), Asked("a 或 b", "notes", alike=True, whole=True, filters=filters)):
        searching.save(store, "常用", asked)
        (kept,) = searching.saved(store)
        assert Asked.of(kept.value) == asked
    searching.forget(store, [kept.id])
    assert searching.saved(store) == []
    assert store.undo().verb == "remove search"


def test_all_hits_become_passages_in_one_step(store: Store) -> None:
    tagged(store, "服务企业", "task")
    whole = tagging_hits.preview(store, Asked("服务"), "target", "sentence")
    assert [stretch.words[:5] for stretch in whole] == ["力争到20", "一是由市发"] * 2
    found = tagging_hits.preview(store, Asked("服务企业"), "task", "hit")
    assert [(stretch.document_id, stretch.words) for stretch in found] == [(2, "服务企业")]
    step = tagging_hits.tag(store, whole[:1], "target")
    assert tagging_hits.tag(store, whole[2:3], "target", step) == step
    with store.read() as session:
        rows = ledgers.rows(session, "target")
    assert [row.document_id for row in rows] == [1, 2] and rows[0].fields[2] is not None
    assert store.undo().verb == "tag all hits"
    with store.read() as session:
        assert ledgers.rows(session, "target") == []


def test_tagging_all_hits_confirms_what_is_suggested_and_leaves_what_was_refused(store: Store) -> None:
    places = tagging_hits.preview(store, Asked("服务"), "task", "sentence")
    tagging_hits.tag(store, places[:2], "task")
    with store.read() as session:
        suggested, refused = (row.id for row in ledgers.rows(session, "task"))
    verbs.set_field(store, [suggested], "state", "suggested")
    verbs.set_field(store, [refused], "state", "rejected")
    offered = tagging_hits.preview(store, Asked("服务"), "task", "sentence")
    assert offered == [places[0], *places[2:]]
    tagging_hits.tag(store, offered, "task")
    with store.read() as session:
        states = {row.id: row.state for row in ledgers.rows(session, "task")}
    assert len(states) == len(places) and states[suggested] == "confirmed" and states[refused] == "rejected"


def test_hits_are_read_with_the_words_of_the_project(store: Store) -> None:
    lexicon.add_term(store, "服务企业", "policy")
    found = tagging_hits.preview(store, Asked("服务企业𠮷林路"), "policy", "hit")
    tagging_hits.tag(store, found, "policy")
    with store.read() as session:
        assert {row.fields[0] for row in ledgers.rows(session, "policy")} == {"服务企业"}


def test_hits_go_to_excel(store: Store, tmp_path: Path) -> None:
    tagged(store, "服务企业", "task")
    assert searching.export(store, Asked("服务"), tmp_path / "命中.xlsx", "en") == 4
    (sheet,) = load_workbook(tmp_path / "命中.xlsx").worksheets
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:2] == ("Document", "Paragraph") and len(rows) == 5
    assert rows[1][5] == "服务" and rows[1][6].startswith("1200万人")
    assert searching.export(store, Asked("服务", "fields"), tmp_path / "命中.xlsx") == 1
    (row,) = list(load_workbook(tmp_path / "命中.xlsx").active.iter_rows(min_row=2, values_only=True))
    assert row[2:4] == ("任务", "任务内容")


def test_hits_that_a_sheet_cannot_hold_go_on_in_the_next(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hits_xlsx, "MOST", 3)
    searching.export(store, Asked("服务"), tmp_path / "命中.xlsx")
    sheets = load_workbook(tmp_path / "命中.xlsx").worksheets
    assert [(sheet.title, sheet.max_row) for sheet in sheets] == [("检索结果", 4), ("检索结果 2", 2)]
    assert sheets[1].auto_filter.ref == "A1:I2"


def test_a_broken_index_is_told_and_mended(store: Store) -> None:
    with store.step("break") as session:
        session.connection().exec_driver_sql("DELETE FROM search_lines WHERE id >> 32 = 2")
    assert any("index" in fault and "2" in fault for fault in verbs.check(store))
    assert searching.reindex(store) == 2
    assert verbs.check(store) == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1000万人..", (1e7, None, "人")),
        ("..3亿元", (None, 3e8, "元")),
        ("5%..8%", (5, 8, "%")),
        ("5..8%", (5, 8, "%")),
        ("１２０家", (120, 120, "家")),
        ("..", (None, None, "")),
    ],
)
def test_values_are_read_with_multiplier_and_unit(typed: str, read: tuple[object, ...]) -> None:
    assert quantities.value_range(typed) == read


@pytest.mark.parametrize("typed", ["很多", "1..2..3", "5%..8家"])
def test_what_is_no_value_is_refused(typed: str) -> None:
    with pytest.raises(quantities.Unreadable):
        quantities.value_range(typed)


def test_days_and_years_are_read_with_open_ends() -> None:
    assert quantities.year_range("2021..2024") == (2021, 2024)
    assert quantities.year_range("2023年") == (2023, 2023)
    assert quantities.day_range("2031-02") == (date(2031, 2, 1), date(2031, 2, 28))
    assert quantities.day_range("..2031年6月30日") == (None, date(2031, 6, 30))
    for typed in ("2031-13", "三月"):
        with pytest.raises(quantities.Unreadable):
            quantities.day_range(typed)
