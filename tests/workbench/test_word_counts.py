"""The words of a project: counted once, led through the years, and where labels meet."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import documents, labels, passages
from db.store import Store
from tests.desktop.conftest import document
from workbench import lexicon, verbs, word_counts
from workbench.word_counts import WordCounts

TEXTS = {
    2030: "青禾市2030年计划\n数字工厂加快建设，数字工厂达到8家。养老服务更加便利。",
    2031: "青禾市2031年计划\n数字工厂、养老服务和绿色能源同时发展。绿色能源装机翻番。",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "词.cezhu", author="王敏") as store:
        for year, text in TEXTS.items():
            with store.step("import") as session:
                documents.add(session, document(text, year), text.encode())
        yield store


def filled(store: Store) -> WordCounts:
    known = WordCounts()
    task = known.task(store)
    known.take(task, word_counts.count(task))
    return known


def frequencies(known: WordCounts, store: Store) -> dict[str, int]:
    rows = known.frequencies(word_counts.sources(store), word_counts.stop_words(store))
    return {row.word: row.times for row in rows}


def test_function_words_and_stop_words_of_the_project_are_left_out(store: Store) -> None:
    known = filled(store)
    assert frequencies(known, store)["能源"] == 2
    assert "同时" not in frequencies(known, store)
    word_counts.add_words(store, ["能源", "装机"], "stop")
    assert not {"能源", "装机"} & frequencies(known, store).keys()
    store.undo()
    assert {"能源", "装机"} <= frequencies(known, store).keys()


def test_only_what_is_new_or_cut_otherwise_is_counted_again(store: Store) -> None:
    known = filled(store)
    assert known.task(store).texts == ()
    lexicon.add_term(store, "绿色能源", "term")
    task = known.task(store)
    assert [document_id for document_id, _ in task.texts] == [2]
    known.take(task, word_counts.count(task))
    assert frequencies(known, store)["绿色能源"] == 2
    store.undo()
    task = known.task(store)
    known.take(task, word_counts.count(task))
    assert "绿色能源" not in frequencies(known, store)


def test_processes_count_what_one_counts(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    task = WordCounts().task(store)
    here = dict(word_counts.count(task, processes=1))
    monkeypatch.setattr(word_counts, "WORTH", 0)
    assert dict(word_counts.count(task, processes=2)) == here


def test_what_the_tick_raises_stops_the_counting(store: Store) -> None:
    class Enough(Exception):
        pass

    def tick(done: int, total: int) -> None:
        if done:
            raise Enough

    with pytest.raises(Enough):
        list(word_counts.count(WordCounts().task(store), tick))


def test_keywords_stand_by_document_and_rank(store: Store) -> None:
    known = filled(store)
    rows = known.keywords(word_counts.sources(store, [2]), word_counts.stop_words(store), 3)
    assert [(row.document_id, row.year, row.rank) for row in rows] == [
        (2, 2031, 1),
        (2, 2031, 2),
        (2, 2031, 3),
    ]
    assert rows[0].weight >= rows[1].weight >= rows[2].weight > 0


def test_a_word_through_the_years_is_relative_and_tells_years_without_it(store: Store) -> None:
    rows = filled(store).through_years(word_counts.sources(store), ["能源", "养老"])
    assert [(row.word, row.year, row.times, row.documents) for row in rows] == [
        ("能源", 2030, 0, 0),
        ("能源", 2031, 2, 1),
        ("养老", 2030, 1, 1),
        ("养老", 2031, 1, 1),
    ]
    assert rows[1].rate == 2 * 10_000 / len(TEXTS[2031])


def tag(store: Store, words: str, kind: str, *names: str) -> int:
    start = TEXTS[2031].index(words)
    with store.step("tag") as session:
        passage_id = passages.tag(session, 2, start, start + len(words), kind)
        for name in names:
            known = {label.name: label.id for label in labels.tree(session)}
            label_id = known.get(name) or labels.add(session, name, "#225588").id
            labels.put(session, label_id, [passage_id])
        return passage_id


def test_labels_meet_by_paragraph_and_kinds_by_passage(store: Store) -> None:
    tag(store, "数字工厂", "task", "产业")
    tag(store, "绿色能源装机翻番", "target", "产业", "绿色")
    tag(store, "养老服务", "task", "民生")
    kinds, names = word_counts.together(store)
    assert kinds.rows == ("产业", "绿色", "民生") and kinds.columns == ("task", "target", "policy")
    assert kinds.counts == ((1, 1, 0), (0, 1, 0), (1, 0, 0))
    assert names.counts == ((1, 1, 1), (1, 1, 1), (1, 1, 1))


def test_what_was_rejected_counts_nowhere(store: Store) -> None:
    passage = tag(store, "数字工厂", "task", "产业")
    verbs.set_field(store, [passage], "state", "rejected")
    assert word_counts.together(store)[1].counts == ((0,),)
