"""Search: every place of any words, exactly."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import documents, search
from db.search import Hit, fold
from db.store import Store
from tests.db.invented import PLAN, REPORT, store_document

LINE = (
    "㎡計２０３１年 GDP growth，Ｃａｆé与cafe\u0301，西 井 科 技，𠮷林“a-b”3.5％，ﬁne，100㎞以内\u200b试点。"
)


def found(
    store: Store, query: str, document_ids: list[int] | None = None, limit: int | None = None
) -> list[str]:
    """The words of the documents at the places found."""
    with store.read() as session:
        texts = {row.id: documents.text(session, row.id)[0] for row in documents.shelf(session)}
        hits = search.find(session, query, document_ids, limit)
    return [texts[hit.document_id][hit.start : hit.end] for hit in hits]


@pytest.fixture
def line(store: Store) -> int:
    return store_document(store, f"第三份\n{LINE}\n末行", title="第三份")


def test_a_hit_is_an_exact_place(store: Store) -> None:
    with store.read() as session:
        assert search.find(session, "工业增加值") == [
            Hit(id_, text.index("工业增加值"), text.index("工业增加值") + 5)
            for id_, text in ((1, PLAN), (2, REPORT))
        ]


@pytest.mark.parametrize("query", ["𠮷", "业", "7", "%", "，", "（"])
def test_one_character_is_enough(store: Store, query: str) -> None:
    assert found(store, query) == [query] * (PLAN.count(query) + REPORT.count(query))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("2031", ["２０３１"]),
        ("２０３１年gdp", ["２０３１年 GDP"]),
        ("GROWTH", ["growth"]),
        ("rowt", ["rowt"]),
        ("gdp growth", ["GDP growth"]),
        ("cafe", ["Ｃａｆé"[:4], "cafe"]),
        ("café", ["Ｃａｆé", "cafe\u0301"]),
        ("西井科技", ["西 井 科 技"]),
        ("𠮷林“A-B”", ["𠮷林“a-b”"]),
        ("3.5%", ["3.5％"]),
        ("m2", ["㎡"]),
        ("fine", ["ﬁne"]),
        ("100km以", ["100㎞以"]),
        ("以内试点", ["以内\u200b试点"]),
        ("末行", ["末行"]),
        ("試點", []),
        ("growth末", []),
        ("点。末", []),
    ],
)
def test_width_case_and_white_space_do_not_matter(
    store: Store, line: int, query: str, words: list[str]
) -> None:
    assert found(store, query, [line]) == words


@pytest.mark.parametrize("query", ["", "  ", "\u200b", "\n"])
def test_nothing_is_found_for_nothing(store: Store, query: str) -> None:
    assert found(store, query) == []


@pytest.mark.parametrize("query", ['"', '""', '"a', "a*", "AND", "NEAR(a b)", "characters:a", "^", "(", "-"])
def test_what_the_index_takes_for_operators_is_searched_as_it_stands(
    store: Store, line: int, query: str
) -> None:
    assert found(store, query, [line]) == [query] * LINE.casefold().count(query)


def test_places_of_one_query_do_not_overlap(store: Store) -> None:
    id_ = store_document(store, "哈哈哈哈哈")
    assert found(store, "哈哈", [id_]) == ["哈哈", "哈哈"]


def test_a_search_keeps_to_the_documents_asked_for_and_to_its_limit(store: Store) -> None:
    assert set(found(store, "用电量", [1])) == set()
    assert found(store, "用电量", [2]) == ["用电量"]
    assert found(store, "工业", limit=2) == ["工业"] * 2
    assert found(store, "工业", []) == []


def test_the_trash_is_not_searched(store: Store) -> None:
    with store.step("trash") as session:
        documents.trash(session, [2])
    assert found(store, "用电量") == []
    store.undo()
    assert found(store, "用电量") == ["用电量"]


def test_an_import_that_fails_leaves_nothing_in_the_index(store: Store) -> None:
    with pytest.raises(ValueError, match="NUL"):
        store_document(store, "独角兽\0")
    assert found(store, "独角兽") == []


def test_the_index_can_be_made_anew(store: Store, line: int) -> None:
    queries = ("工业", "2031", "𠮷", "m2")
    before = [found(store, query) for query in queries]
    with store.step("rebuild") as session:
        search.rebuild(session)
    assert [found(store, query) for query in queries] == before
    assert store.next_undo().verb == "import"


@given(st.text(), st.text())
def test_folding_goes_character_by_character(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)
    assert fold(fold(one)) == fold(one)


@given(st.text(alphabet='aＡ㎡é\u0301 \u3000\u200b𠮷ﬁ1１⑽“"', max_size=12), st.data())
def test_every_place_holds_the_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    query = fold(text[start : data.draw(st.integers(start, len(text)))])
    folded, origins = search._folded(text)
    places = list(search._places(folded, query, origins and json.loads(origins))) if query else []
    assert bool(places) == bool(query)
    for first, last in places:
        assert query in fold(text[first : last + 1])
        assert query not in fold(text[first + 1 : last + 1]) and query not in fold(text[first:last])
