"""What is waited for in a project, each done as the window does it: the works of the row growth."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any, NamedTuple

from bench.ledgers import KIND, VALUE
from bench.material import blocks, places
from bench.projects import Size, document
from db import documents, ledgers, passages, search
from db.store import Store
from desktop.ledger_columns import columns_of
from desktop.ledger_order import kept, ordered, texts_of
from desktop.library_model import LibraryModel
from exporters import target_sheet_xlsx
from workbench import verbs, word_counts
from workbench.gather import gather
from workbench.word_counts import WordCounts

EACH = Size(20_000, 100)
"""A usual report."""
SEEN, PAGE = 200, 20
"""Rows of a ledger that are fetched, and hits that are shown, at first."""
WORD, ONCE, SOME = "建设", 1, 8
"""A word that every document has, and how often a work is done."""


class Work(NamedTuple):
    """An operation: what it does with a store, for the n-th time, and whether it touches one document.

    Where nothing is done, it is the opening and closing of the project. Its time is the least of `runs`.
    """

    name: str
    do: Callable[[Store, int], object] | None
    of_one: bool
    runs: int = SOME


def _read_document(store: Store, _run: int) -> None:
    with store.read() as session:
        documents.sheet(session, 1)
        passages.spans(session, 1, 1_000)


def _tag(store: Store, run: int) -> None:
    place = places(blocks(EACH.length, seed=1)[1], 20, seed=run + 50)[run]
    verbs.tag(store, 1, place.start, place.end, KIND.name)
    store.undo()


def _write_note(store: Store, run: int) -> None:
    with store.read() as session:
        span = passages.spans(session, 1, 1)[0]
    verbs.set_field(store, [span.id], "note", f"待核实{run}")
    store.undo()


def _count(store: Store, _run: int) -> None:
    with store.read() as session:
        documents.counts(session, [1])


def _import(store: Store, run: int) -> None:
    text, stretches = blocks(EACH.length, seed=2_000 + run)
    with store.step("import") as session:
        documents.add(session, document(run, text, stretches), text.encode())
    store.undo()
    store.empty_trash()


def _export(store: Store, _run: int, document_ids: tuple[int, ...] | None = None) -> None:
    made = gather(store, document_ids, [KIND.name], form="target_sheet")
    target_sheet_xlsx.write(made, BytesIO(), lambda done, total: None)


def _first_hits(store: Store, _run: int) -> None:
    with store.read() as session:
        search.find(session, WORD, limit=PAGE)


def _count_hits(store: Store, _run: int) -> None:
    with store.read() as session:
        search.count(session, WORD)


def _library(store: Store, _run: int) -> list[Any]:
    with store.read() as session:
        return documents.shelf(session)


def _filter_library(store: Store, run: int) -> None:
    model = LibraryModel()
    model.show(_library(store, run))
    model.filter("2022 要点")


def _ledger(store: Store, _run: int) -> None:
    with store.read() as session:
        ids = [id_ for some in ledgers.ids(session, KIND.name).values() for id_ in some]
        ledgers.rows_by_id(session, KIND.name, ids[-SEEN:])


def _sort_ledger(store: Store, _run: int) -> None:
    columns = columns_of(KIND.name)
    with store.read() as session:
        rows = ledgers.rows(session, KIND.name)
    kept(rows, texts_of(rows, columns, "zh"), ["园区"], ())
    ordered(rows, columns[VALUE], descending=True)


def _count_words(store: Store, _run: int) -> None:
    counts = WordCounts()
    task = counts.task(store)
    counts.take(task, word_counts.count(task, processes=1))
    counts.frequencies(word_counts.sources(store), word_counts.stop_words(store))


WORKS = (
    Work("a document opened", _read_document, of_one=True),
    Work("a passage tagged and taken back", _tag, of_one=True),
    Work("a note written and taken back", _write_note, of_one=True),
    Work("a document's passages counted", _count, of_one=True),
    Work("a document's target sheet exported", partial(_export, document_ids=(1,)), of_one=True),
    Work("a document imported and thrown away", _import, of_one=True),
    Work(f"the first {PAGE} hits found", _first_hits, of_one=True),
    Work("the project opened", None, of_one=True),
    Work("all hits counted", _count_hits, of_one=False),
    Work("the library listed", _library, of_one=False),
    Work("the library filtered", _filter_library, of_one=False),
    Work("a ledger shown", _ledger, of_one=False),
    Work("a ledger sorted and filtered", _sort_ledger, of_one=False),
    Work("the project checked", lambda store, _: verbs.check(store), of_one=False, runs=ONCE),
    Work("the words counted", _count_words, of_one=False, runs=ONCE),
    Work("the target sheet exported", _export, of_one=False, runs=ONCE),
)
