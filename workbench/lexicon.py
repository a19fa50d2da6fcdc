"""The verbs of the project's own words: what an analyst adds to the lexicon the reading knows.

Each that changes the store is one undoable step.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from db import lists
from db.models import Term
from db.store import Store

if TYPE_CHECKING:
    from analysis.own_words import OwnWords


def terms(store: Store) -> list[Term]:
    """The words of the project, in the order in which they were added."""
    with store.read() as session:
        return lists.terms(session)


def own_words(store: Store) -> OwnWords:
    """The words of the project, as the reading takes them."""
    with store.read() as session:
        return words_of(session)


def words_of(session: Any) -> OwnWords:
    """The words a session finds, as the reading takes them."""
    from analysis.own_words import OwnWords

    return OwnWords.of(lists.words(session))


def add_term(store: Store, word: str, role: str, note: str = "") -> None:
    """Add a word in a role of db.lists.ROLES; one that is there already stays as it is."""
    with store.step("add word") as session:
        lists.add_term(session, word, role, note)


def change_term(store: Store, term_id: int, name: str, value: str) -> None:
    """Give a word another spelling, role or note: `name` is "word", "role" or "note"."""
    with store.step("change word") as session:
        lists.change_term(session, term_id, name, value)


def remove_terms(store: Store, ids: Collection[int]) -> None:
    with store.step("remove word") as session:
        lists.remove_terms(session, ids)
