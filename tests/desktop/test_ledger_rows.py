"""The rows of a long ledger: read when they are seen, and anew when they have changed."""

import pytest
from PySide6.QtCore import QStringListModel, Qt

from db.suggestions import Glimpse
from desktop.ledger_columns import columns_of
from desktop.ledger_model import READ_AT_ONCE, LedgerModel
from desktop.ledger_panel import LedgerPanel
from desktop.ledger_rows import CHUNK, KnownIds, KnownRows, LedgerRows, SuggestedRows
from desktop.ledger_view import LedgerView
from desktop.lookups import blank_row, blank_suggestion
from desktop.suggestions_page import SuggestionsPage


class Store:
    """Counts what is asked of it."""

    def __init__(self, count):
        self.rows = {
            id_: blank_row("policy", id_)._replace(quote=f"第{id_}号文件", start=id_) for id_ in range(count)
        }
        self.asked = []

    def fetch(self, ids):
        self.asked.append(list(ids))
        return {id_: self.rows[id_] for id_ in ids if id_ in self.rows}


def listed(store):
    known = KnownRows(store.fetch, lambda id_: blank_row("policy", id_))
    return LedgerRows(list(store.rows), known), known


def model_of(rows):
    model = LedgerModel(columns_of("policy"), lambda row: row.id)
    model.set_rows(rows)
    return model


def quote_of(model, place):
    names = [column.field.name for column in model.columns]
    return model.data(model.index(place, names.index("quote")))


def test_a_long_ledger_reads_a_few_rows_around_those_that_are_seen():
    store = Store(100_000)
    rows, _ = listed(store)
    model = model_of(rows)
    assert (model.rowCount(), store.asked) == (100_000, [])
    assert [quote_of(model, place) for place in (50_000, 50_001)] == ["第50000号文件", "第50001号文件"]
    assert [len(ids) for ids in store.asked] == [CHUNK]
    assert model.place_of(70_000) == 70_000
    assert len(store.asked) == 1


def test_only_what_changed_is_read_anew():
    store = Store(1_000)
    rows, known = listed(store)
    list(rows)
    store.rows[7] = store.rows[7]._replace(quote="改后")
    known.forget([7])
    assert [row.quote for row in rows][6:8] == ["第6号文件", "改后"]
    assert store.asked[1:] == [[7]]
    known.forget()
    assert rows[-1].id == 999 and len(store.asked) == 3


def test_a_row_that_is_gone_is_blank_until_the_ids_are_read_anew():
    store = Store(3)
    rows, _ = listed(store)
    del store.rows[1]
    assert [row.quote for row in rows] == ["第0号文件", "", "第2号文件"]


def test_sorting_and_filtering_read_the_rest_once():
    store = Store(READ_AT_ONCE)
    rows, _ = listed(store)
    model = model_of(rows)
    names = [column.field.name for column in model.columns]
    model.sort(names.index("quote"), Qt.SortOrder.DescendingOrder)
    assert quote_of(model, 0) == "第9号文件"
    model.set_words("第12号")
    assert [row.id for row in model.shown] == [12]
    assert sum(map(len, store.asked)) == READ_AT_ONCE
    model.set_words("")
    model.sort(-1)
    assert model.shown is rows


def test_many_rows_are_read_in_turns_before_they_are_sorted_and_filtered(qtbot):
    store = Store(2_000)
    model = model_of(listed(store)[0])
    names = [column.field.name for column in model.columns]
    told: list[bool] = []
    model.arranging.connect(lambda: told.append(model.is_arranging))
    model.sort(names.index("quote"), Qt.SortOrder.DescendingOrder)
    assert (store.asked, told) == ([], [True])
    assert quote_of(model, 0) == "第0号文件"
    model.set_words("第199")
    qtbot.waitUntil(lambda: not model.is_arranging)
    assert [row.id for row in model.shown] == [199, *range(1999, 1989, -1)]
    assert max(map(len, store.asked)) == READ_AT_ONCE
    assert sum(map(len, store.asked)) == 2_000
    qtbot.wait(5)
    assert told == [True, False, True, False]


def test_more_rows_are_sorted_behind_the_window_and_edits_are_read_anew(qtbot, monkeypatch):
    monkeypatch.setattr(LedgerModel, "at_once", 100)
    store = Store(200)
    rows, known = listed(store)
    model = model_of(rows)
    names = [column.field.name for column in model.columns]
    model.sort(names.index("quote"), Qt.SortOrder.DescendingOrder)
    assert model.is_arranging
    qtbot.waitUntil(lambda: not model.is_arranging)
    assert [row.id for row in model.shown][:3] == [9, 99, 98]
    store.rows[7] = store.rows[7]._replace(quote="首都", start=7)
    known.forget([7])
    model.set_rows(LedgerRows(rows.ids, known))
    qtbot.waitUntil(lambda: model.shown[0].quote == "首都")
    assert store.asked[-1] == [7]


def test_rows_that_cannot_be_put_into_their_order_stay_and_it_is_told(qtbot, monkeypatch):
    monkeypatch.setattr(LedgerModel, "at_once", 100)
    model = model_of(listed(Store(200))[0])
    with qtbot.captureExceptions() as told:
        model.set_condition(0, lambda row: row.unheard_of)
        qtbot.waitUntil(lambda: not model.is_arranging)
    assert [kind for kind, *_ in told] == [AttributeError]
    assert len(model.shown) == 200


def test_rows_of_a_project_that_is_closed_are_read_no_further(qtbot):
    store = Store(2_000)
    model = model_of(listed(store)[0])
    model.set_words("文件")
    model.set_rows([])
    qtbot.wait(20)
    assert (store.asked, model.is_arranging) == ([], False)


def test_the_keys_of_selected_rows_are_known_without_reading_them(qtbot):
    store = Store(2_000)
    view = LedgerView(model_of(listed(store)[0]), QStringListModel())
    qtbot.addWidget(view)
    store.asked.clear()
    view.selectAll()
    assert view.selected_keys() == list(range(2_000))
    assert store.asked == []


def test_ids_are_read_anew_of_documents_that_changed_alone():
    there = {1: [11, 12], 2: [21], 3: [31]}
    asked = []

    def fetch(document_ids):
        asked.append(document_ids and sorted(document_ids))
        return {id_: ids for id_, ids in there.items() if document_ids is None or id_ in document_ids}

    known = KnownIds(fetch)
    assert known.of(None) == [11, 12, 21, 31]
    there[2] = [22, 21]
    del there[3]
    known.forget([2, 3])
    assert known.of([2, 1]) == [11, 12, 22, 21]
    assert known.of(None) == [11, 12, 22, 21]
    assert asked == [None, [2, 3]]
    known.forget()
    assert known.of(None) == [11, 12, 22, 21]
    assert asked[2:] == [None]


def test_suggestions_that_were_not_seen_are_counted_without_reading_them(qapp):
    glimpses = [Glimpse(id_, "target", id_ / 1000) for id_ in range(1000)]
    asked = []
    known = KnownRows(lambda ids: asked.extend(ids) or {}, blank_suggestion)
    page = SuggestionsPage(QStringListModel())
    page.set_rows(SuggestedRows(glimpses, known))
    assert len(page.above(90)) == 105
    assert page.many_menu().actions()[-1].text().endswith("1,000")
    assert len(asked) <= 2 * CHUNK


@pytest.mark.parametrize("count", [200, 2_000])
def test_the_row_of_a_new_passage_is_selected_once_many_rows_are_in_their_order(qtbot, monkeypatch, count):
    monkeypatch.setattr(LedgerModel, "at_once", 100)
    store = Store(count)
    rows, known = listed(store)
    panel = LedgerPanel("en")
    qtbot.addWidget(panel)
    panel.set_rows("policy", rows)
    page = panel.pages["policy"]
    names = [column.field.name for column in page.model.columns]
    page.model.sort(names.index("quote"))
    qtbot.waitUntil(lambda: not page.model.is_arranging)
    store.rows[count] = blank_row("policy", count)._replace(quote="第0号通知")
    panel.show_tab("policy")
    panel.expect(count, "policy")
    panel.set_rows("policy", LedgerRows([*rows.ids, count], known))
    assert page.model.is_arranging
    qtbot.waitUntil(lambda: page.view.selected_keys() == [count])
    assert page.view.selected_places() == [1]


def test_that_rows_are_read_is_told_until_they_are_in_their_order(qtbot):
    store = Store(2_000)
    panel = LedgerPanel("en")
    qtbot.addWidget(panel)
    panel.show_tab("policy")
    panel.set_rows("policy", listed(store)[0])
    panel.filter_field.setText("号文件")
    assert panel.tally.text().endswith("Putting the rows in order…")
    qtbot.waitUntil(lambda: panel.tally.text() == "2,000 of 2,000")
