"""Search: every place of any words, exactly."""

from contextlib import suppress
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from db import documents, search
from db.problems import Problem
from db.search import Hit, fold
from db.search.finding import places
from db.search.folding import folded_line
from db.search.places import finder, moved
from db.search.query import Words
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
        ('"gdp growth"', ["GDP growth"]),
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


@pytest.mark.parametrize(
    "query", ["“a-b”", "NEAR(a", "characters:a", "^", "-", "a-b", '"AND"', '"("', "与", "&"]
)
def test_what_the_index_takes_for_operators_is_searched_as_it_stands(
    store: Store, line: int, query: str
) -> None:
    words = query.strip('"')
    assert found(store, query, [line]) == [words] * LINE.casefold().count(words.casefold())


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
def test_every_place_holds_the_words(written: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(written)))
    query = fold(written[start : data.draw(st.integers(start, len(written)))])
    folded, shifts = folded_line(written)
    places = moved(finder(Words(query), alike=False)(folded, shifts), shifts) if query else []
    assert bool(places) == bool(query)
    for first, after in places:
        assert query in fold(written[first:after])
        assert query not in fold(written[first + 1 : after]) and query not in fold(written[first : after - 1])


DIGITS = "二〇二三年，二零二四年，2023年，○三，十一五，一五，第一，1是，三百二十"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("2023", ["二〇二三", "2023"]),
        ("二〇二三年", ["二〇二三年", "2023年"]),
        ("２０２４", ["二零二四"]),
        ("03", ["○三"]),
        ("15", ["一五"]),
        ("一五", ["一五", "一五"]),
        ("十一五", ["十一五"]),
        ("1", ["1"]),
        ("一", ["一", "一", "一"]),
        ("32", []),
    ],
)
def test_digits_are_the_same_from_two_on(store: Store, query: str, words: list[str]) -> None:
    assert found(store, query, [store_document(store, DIGITS)]) == words


def test_traditional_is_simplified_where_that_is_chosen(store: Store) -> None:
    id_ = store_document(store, "發展𠮷後，发展经济，頭髮")
    with store.read() as session:
        alike = {
            words: [hit[1:] for hit in search.find(session, search.read(words, alike=True), [id_])]
            for words in ("发展", "發展", "后", "头发")
        }
    assert alike == {"发展": [(0, 2), (5, 7)], "發展": [(0, 2), (5, 7)], "后": [(3, 4)], "头发": [(10, 12)]}
    assert (found(store, "发展", [id_]), found(store, "發展", [id_])) == (["发展"], ["發展"])


PAGE = "\n".join(
    (
        "氢能产业试点。",
        "氢能储运，科技与产业并重，国发(2031)5号。",
        "光伏产业；Hydrogen hydro-power，de hydro。",
        "产业园区",
        "风电",
    )
)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("氢能 产业", ["氢能", "产业", "氢能", "产业"]),
        ("氢能 AND 试点", ["氢能", "试点"]),
        ("氢能 与 试点", ["氢能", "试点"]),
        ("科技与产业", ["科技与产业"]),
        ("风电 OR 光伏", ["光伏", "风电"]),
        ("风电 或 光伏", ["光伏", "风电"]),
        ("产业 NOT 氢能", ["产业", "产业"]),
        ("产业 非 氢能", ["产业", "产业"]),
        ("产业 -氢能 -园区", ["产业"]),
        ("产业 -(氢能 或 园区)", ["产业"]),
        ("(试点 OR 储运) 氢能", ["氢能", "试点", "氢能", "储运"]),
        ("氢能 NEAR/2 试点", ["氢能", "试点", "氢能"]),
        ("氢能 NEAR/1 试点", []),
        ("试点 近/2 储运", []),
        ("试点 近/6 储运", ["试点", "储运"]),
        ("园区 NEAR/1 风电", ["园区", "风电"]),
        ("(风电 OR 光伏) NEAR/60 园区", ["光伏", "园区", "风电"]),
        ("产业 NOT (园区 NEAR/1 风电)", ["产业", "产业", "产业"]),
        ("hydro*", ["Hydrogen", "hydro", "hydro"]),
        ("hydro", ["Hydro", "hydro", "hydro"]),
        ("po*", ["power"]),
        ('"hydro*"', []),
        ("国发(2031)5号", ["国发(2031)5号"]),
        ("产业 OR 产业园", ["产业", "产业", "产业", "产业园"]),
        ("点。 OR 。氢", ["点。"]),
        ('""', []),
    ],
)
def test_words_are_joined_within_a_paragraph(store: Store, query: str, words: list[str]) -> None:
    id_ = store_document(store, PAGE)
    assert found(store, query, [id_]) == words
    with store.read() as session:
        assert search.count(session, query, [id_]) == ({id_: len(words)} if words else {})


def test_words_may_be_joined_within_a_document(store: Store) -> None:
    id_ = store_document(store, PAGE)
    with store.read() as session:
        asked = {words: search.read(words, whole=True) for words in ("试点 风电", "光伏 -风电", "光伏 -海洋")}
        counts = {words: search.count(session, query).get(id_) for words, query in asked.items()}
    assert counts == {"试点 风电": 2, "光伏 -风电": None, "光伏 -海洋": 1}


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ('"氢能', "氢能"),
        ("(氢能", "not closed"),
        ("氢能)", None),
        (")氢能", "without a \\("),
        ("(a) )", "without a \\("),
        ("AND", "“AND”"),
        ("氢能 OR", "“OR”"),
        ("氢能 AND OR 风电", "“OR”"),
        ("-氢能", "must not"),
        ("氢能 OR -风电", "must not"),
        ("氢能 NEAR -风电", "joins"),
        ("()", "“\\)”"),
    ],
)
def test_a_search_that_cannot_be_read_says_why(query: str, sentence: str | None) -> None:
    if sentence is None:
        assert search.read(query) is not None
    else:
        with pytest.raises(Problem, match=sentence):
            search.read(query)


def test_the_index_is_compared_with_the_texts(store: Store, line: int) -> None:
    with store.step("break") as session:
        assert search.astray(session) == [] and search.is_whole(session)
        session.execute(text("UPDATE search_lines SET folded = 'x' WHERE id >> 32 = 2"))
        session.execute(text("DELETE FROM search_lines WHERE id >> 32 = :line"), {"line": line})
        assert search.astray(session) == [2, line]
        assert not search.is_whole(session)
        assert search.rebuild(session) == 3
        assert search.astray(session) == [] and search.is_whole(session)
    assert found(store, "用电量") == ["用电量"]


PIECES = (
    "氢",
    "能",
    "a",
    "B",
    "2023",
    "二〇",
    '"',
    "(",
    ")",
    "-",
    " AND ",
    " 或 ",
    "非 ",
    " NEAR/2 ",
    " ",
    "*",
    "𠮷",
    "發",
)
LINES = "氢能a\n发展2023年\n氢 能，ab 二〇二三\n發展𠮷\nB氢2023\n能。a\n二〇a能"


def test_what_the_index_offers_is_all_there_is(store: Store) -> None:
    """Any query that can be read finds with the index what it finds by going through every line."""
    id_, dice = store_document(store, LINES), Random(3)
    starts = [0, *(at + 1 for at, sign in enumerate(LINES) if sign == "\n")]
    rows = [(start, *folded_line(line)) for start, line in zip(starts, LINES.split("\n"), strict=True)]
    with store.read() as session:
        for _ in range(600):
            typed = "".join(dice.choice(PIECES) for _ in range(dice.randint(1, 8)))
            with suppress(Problem):
                query = search.read(typed, alike=dice.random() < 0.5, whole=dice.random() < 0.3)
                wanted = [] if query is None else list(places(query, rows))
                assert [hit[1:] for hit in search.find(session, query or "", [id_])] == wanted, typed
