"""Suggestions in a project: proposed, decided on, proposed again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db import documents, passages, suggestions
from db.documents import Readable
from db.models import Block, Document
from db.store import Store
from workbench import lexicon, suggesting, verbs
from workbench.proposing import propose

TEXT = (
    "青禾市工业局2031年工作要点\n"
    "力争全年规模以上工业增加值增长7%，新增高新技术企业120家。\n"
    "加快建设数字工厂。印发《青禾市智能制造行动方案》。"
)


def add(store: Store, text: str) -> int:
    lines, start, blocks = text.split("\n"), 0, []
    for ordinal, line in enumerate(lines):
        kind = "paragraph" if ordinal else "title"
        blocks.append(
            Block(ordinal=ordinal, kind=kind, start=start, end=start + len(line), number=ordinal + 1)
        )
        start += len(line) + 1
    title = lines[0]
    document = Document(
        title=title,
        reference_year=2031,
        source_name=f"{title}.txt",
        media_type="text/plain",
        text=text,
        blocks=blocks,
    )
    with store.step("import") as session:
        return documents.add(session, document, text.encode()).id


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "工业.cezhu", author="王敏") as made:
        add(made, TEXT)
        yield made


def waiting(store: Store) -> list[suggestions.Suggested]:
    with store.read() as session:
        ids = [glimpse.id for glimpse in suggestions.waiting(session)]
        found = suggestions.rows(session, ids)
        return [found[id_] for id_ in ids]


def quotes(store: Store) -> set[tuple[str, str]]:
    return {(row.kind, row.quote) for row in waiting(store)}


def test_suggestions_come_with_their_fields_reason_sureness_and_place(store: Store) -> None:
    done = suggesting.suggest(store)
    rows = waiting(store)
    assert done == (len(rows), 0, len(rows))
    (firms,) = [row for row in rows if row.kind == "target" and "120家" in row.quote]
    assert (firms.document, firms.paragraph) == ("青禾市工业局2031年工作要点", 2)
    assert firms.fields[2] == 120.0
    assert firms.reason
    assert 0 < (firms.sureness or 0) <= 1


def test_a_run_is_undone_in_one_step_over_all_documents(store: Store) -> None:
    add(store, TEXT.replace("青禾", "云岫"))
    suggesting.suggest(store)
    assert {row.document_id for row in waiting(store)} == {1, 2}
    assert store.undo().document_ids == {1, 2}
    assert waiting(store) == []
    assert store.next_undo().verb == "import"
    store.redo()
    assert {row.document_id for row in waiting(store)} == {1, 2}


def test_what_was_decided_does_not_come_back(store: Store) -> None:
    suggesting.suggest(store)
    rows = waiting(store)
    suggesting.reject(store, [rows[0].id])
    suggesting.confirm(store, [rows[1].id])
    assert suggesting.suggest(store) == (0, 0, len(rows) - 2)


def test_a_confirmed_passage_with_other_ends_or_of_another_kind_answers_for_its_suggestion(
    store: Store,
) -> None:
    suggesting.suggest(store)
    rows = waiting(store)
    (policy,) = [row for row in rows if row.kind == "policy"]
    (firms,) = [row for row in rows if row.kind == "target" and "120家" in row.quote]
    verbs.change_kind(store, [policy.id], "task")
    verbs.move(store, firms.id, firms.start + 2, firms.end)
    suggesting.confirm(store, [policy.id, firms.id])
    assert suggesting.suggest(store).made == 0


def test_a_passage_tagged_by_hand_is_not_proposed_beside_it(store: Store) -> None:
    start = TEXT.index("规模以上")
    verbs.tag(store, 1, start, TEXT.index("%") + 1, "target")
    suggesting.suggest(store)
    assert not [row for row in waiting(store) if row.kind == "target" and "7%" in row.quote]


def test_suggestions_no_longer_proposed_are_withdrawn_unless_an_analyst_worked_on_them(store: Store) -> None:
    suggesting.suggest(store)
    targets = [row for row in waiting(store) if row.kind == "target"]
    verbs.set_field(store, [targets[0].id], "unit", "百分点")
    for row in targets:
        lexicon.add_term(store, str(row.fields[0]), "stop")
    assert suggesting.suggest(store).withdrawn == len(targets) - 1
    assert [row.id for row in waiting(store) if row.kind == "target"] == [targets[0].id]


def test_words_of_the_project_take_effect_at_once(store: Store) -> None:
    lexicon.add_term(store, "数字工厂", "policy")
    suggesting.suggest(store)
    assert ("policy", "数字工厂") in quotes(store)
    (term,) = lexicon.terms(store)
    lexicon.change_term(store, term.id, "word", "数字车间")
    assert suggesting.suggest(store).withdrawn == 1
    lexicon.remove_terms(store, [term.id])
    assert lexicon.own_words(store).policies == ()


def test_accepting_confirms_what_waits_and_what_comes(store: Store) -> None:
    suggesting.suggest(store)
    known = len(waiting(store))
    assert suggesting.suggest(store, accept=True) == (0, 0, known)
    assert waiting(store) == []


def test_what_was_read_before_an_interrupt_is_kept(store: Store) -> None:
    add(store, TEXT.replace("青禾", "云岫"))

    def tick(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        suggesting.suggest(store, tick=tick)
    assert {row.document_id for row in waiting(store)} == {1}


def test_several_processes_read_the_same(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("云岫", "临泽"):
        add(store, TEXT.replace("青禾", name))
    sources, own = suggesting.sources(store), lexicon.own_words(store)
    here = dict(propose(sources, own))
    monkeypatch.setattr("workbench.proposing.WORTH", 0)
    seen: list[tuple[int, int]] = []
    assert dict(propose(sources, own, lambda *told: seen.append(told), processes=2)) == here
    assert seen[0] == (0, 3) and seen[-1] == (3, 3)


def test_documents_are_asked_of_the_store_one_by_one_as_they_are_read(store: Store) -> None:
    for name in ("云岫", "临泽"):
        add(store, TEXT.replace("青禾", name))
    asked: list[int] = []

    def ask(call: Callable[[Store], list[Readable]]) -> list[Readable]:
        found = call(store)
        asked.extend(one.id for one in found)
        return found

    proposed = iter(propose(suggesting.sources(store).through(ask), lexicon.own_words(store)))
    assert [(next(proposed)[0], list(asked)) for _ in range(2)] == [(1, [1]), (2, [1, 2])]
    verbs.trash(store, [3])
    assert list(proposed) == []


def test_coverage_counts_paragraphs_tagged_and_waiting(store: Store) -> None:
    suggesting.suggest(store)
    with store.read() as session:
        assert suggestions.coverage(session) == {1: (2, 0, 2)}
        first = [row.id for row in waiting(store) if row.paragraph == 2]
    suggesting.confirm(store, first[:1])
    with store.read() as session:
        assert suggestions.coverage(session, [1]) == {1: (2, 1, 1)}


def test_a_document_removed_meanwhile_gets_no_suggestions(store: Store) -> None:
    run = suggesting.Run(store)
    read = list(propose(suggesting.sources(store), lexicon.own_words(store)))
    verbs.trash(store, [1])
    run.keep(*read[0])
    with store.read() as session:
        assert passages.spans(session, 1) == []
