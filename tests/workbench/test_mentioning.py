"""Other mentions of what one passage names."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import lists
from db.store import Store
from tests.workbench.test_suggesting import TEXT, add, waiting
from workbench import lexicon, mentioning, suggesting, verbs

OTHER = (
    "云岫市2032年工作总结\n"
    "落实青禾市智能制造行动方案，全年规模以上工业增加值增长7.4%。\n"
    "规模以上工业增加值总体平稳。《青禾市智能制造行动方案》深入实施。"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "工业.cezhu", author="王敏") as made:
        add(made, TEXT)
        add(made, OTHER)
        yield made


def tagged(store: Store, words: str, kind: str) -> int:
    start = TEXT.index(words)
    return verbs.tag(store, 1, start, start + len(words), kind)


def offered(store: Store, passage_id: int) -> tuple[mentioning.Subject, list[mentioning.Mention]]:
    wanted = mentioning.subject(store, passage_id)
    assert wanted is not None
    own = lexicon.own_words(store)
    found = {source.id: mentioning.places(source, wanted, own) for source in suggesting.sources(store)}
    return wanted, mentioning.offered(store, wanted, found)


def test_every_other_mention_of_a_policy_is_offered_with_its_place(store: Store) -> None:
    _, mentions = offered(store, tagged(store, "《青禾市智能制造行动方案》", "policy"))
    assert [(mention.words, mention.document_id, mention.paragraph) for mention in mentions] == [
        ("青禾市智能制造行动方案", 2, 2),
        ("《青禾市智能制造行动方案》", 2, 3),
    ]
    assert mentions[0].before == "落实"


def test_an_indicator_is_offered_where_it_has_a_number(store: Store) -> None:
    wanted, mentions = offered(store, tagged(store, "规模以上工业增加值增长7%", "target"))
    assert wanted.names[0] == "规模以上工业增加值"
    assert [(mention.document_id, mention.paragraph) for mention in mentions] == [(2, 2)]


def test_all_ticked_are_tagged_in_one_step_with_their_fields(store: Store) -> None:
    wanted, mentions = offered(store, tagged(store, "规模以上工业增加值增长7%", "target"))
    (made,) = mentioning.tag_mentions(store, wanted.kind, mentions)
    assert offered(store, made)[1] == []
    assert store.undo().passage_ids == {made}


def test_a_suggestion_in_its_place_is_confirmed(store: Store) -> None:
    suggesting.suggest(store, [2])
    wanted, mentions = offered(store, tagged(store, "《青禾市智能制造行动方案》", "policy"))
    assert {mention.passage_id is None for mention in mentions} == {False}
    mentioning.tag_mentions(store, wanted.kind, mentions)
    assert not [row for row in waiting(store) if row.kind == "policy"]


def test_what_was_rejected_there_is_told(store: Store) -> None:
    suggesting.suggest(store, [2])
    suggesting.reject(store, [row.id for row in waiting(store) if row.kind == "policy"])
    _, mentions = offered(store, tagged(store, "《青禾市智能制造行动方案》", "policy"))
    assert {mention.was_rejected for mention in mentions} == {True}


def test_merged_names_are_looked_for_too(store: Store) -> None:
    with store.step("merge names") as session:
        lists.merge(session, "policy", ["数字工厂"], "青禾市智能制造行动方案")
    wanted, _ = offered(store, tagged(store, "《青禾市智能制造行动方案》", "policy"))
    assert set(wanted.names) == {"青禾市智能制造行动方案", "数字工厂"}


def test_a_task_names_nothing_to_look_for(store: Store) -> None:
    assert mentioning.subject(store, tagged(store, "加快建设数字工厂", "task")) is None
