"""The lists a project keeps for all its documents: its lexicon, other names of a thing, saved choices."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from db import history
from db.history import ALIASES, SAVED, TERMS
from db.models import Alias, Saved, Term
from db.problems import Problem
from db.rows import parts

ROLES = ("term", "department", "unit", "policy", "ceiling", "stop")
"""What a term of the lexicon may be to the reading."""


class EmptyName(Problem):
    sentence = "A name needs at least one character; nothing was added. Write the word and try again."


class KnownWord(Problem):
    sentence = (
        "“{word}” is in the list already with this meaning; nothing was changed. "
        "Remove one of the two, or write this one another way."
    )


def terms(session: Session) -> list[Term]:
    """The lexicon, in the order in which its words were added."""
    return list(session.scalars(select(Term).order_by(Term.id)))


def words(session: Session) -> list[tuple[str, str]]:
    """The words of the lexicon with their roles, in the same order: what reading asks for with every tag."""
    return [(word, role) for word, role in session.connection().execute(_WORDS)]


_WORDS = select(TERMS.c.word, TERMS.c.role).order_by(TERMS.c.id)


def add_term(session: Session, word: str, role: str, note: str = "") -> Term:
    """Adds a word; the same word in the same role is returned as it is. ValueError for an unknown role."""
    if role not in ROLES:
        raise ValueError(f"no role {role!r} for a term")
    word = _named(word)
    if (known := _same(session, word, role)) is not None:
        return known
    term = Term(word=word, role=role, note=note, author=session.info.get("author", ""))
    session.add(term)
    session.flush()
    return term


def change_term(session: Session, term_id: int, name: str, value: str) -> None:
    """Sets the word, role or note of a term. ValueError for an unknown role, KeyError for another name.

    Raises KnownWord where another term has the word and the role that this one would have.
    """
    if name == "role" and value not in ROLES:
        raise ValueError(f"no role {value!r} for a term")
    if name not in ("word", "role", "note"):
        raise KeyError(name)
    stored = _named(value) if name == "word" else value.strip()
    for word, role in session.execute(select(Term.word, Term.role).where(Term.id == term_id)):
        term = {"word": word, "role": role, name: stored}
        if (known := _same(session, term["word"], term["role"])) is not None and known.id != term_id:
            raise KnownWord(word=term["word"])
    history.change(session, TERMS, [{"id": term_id, name: stored}])


def _same(session: Session, word: str, role: str) -> Term | None:
    return session.scalars(select(Term).where(Term.word == word, Term.role == role)).first()


def aliases(session: Session, kind: str) -> dict[str, str]:
    """Other names → the name they are shown under, of policies or of indicators."""
    rows = select(Alias.alias, Alias.name).where(Alias.kind == kind).order_by(Alias.id)
    return {row.alias: row.name for row in session.execute(rows)}


def merge(session: Session, kind: str, names: Collection[str], name: str) -> None:
    """Counts `names`, and what was counted as one of them, as other names of `name`."""
    name = _named(name)
    under = [alias for alias, shown in aliases(session, kind).items() if shown in names]
    others = [alias for alias in dict.fromkeys([*names, *under]) if alias != name]
    split(session, kind, [name, *others])
    history.insert(session, ALIASES, [{"kind": kind, "alias": alias, "name": name} for alias in others])


def split(session: Session, kind: str, names: Collection[str]) -> None:
    """Lets each of `names` stand for itself again."""
    for some in parts(list(names)):
        history.remove(session, ALIASES, (ALIASES.c.kind == kind) & ALIASES.c.alias.in_(some))


def saved(session: Session, role: str) -> list[Saved]:
    """What is saved in a role, in its order."""
    return list(session.scalars(select(Saved).where(Saved.role == role).order_by(Saved.position, Saved.id)))


def save(session: Session, role: str, name: str, value: dict[str, Any]) -> Saved:
    """Keeps a choice under a name; one saved under it before is replaced."""
    name = _named(name)
    of_role = select(Saved).where(Saved.role == role)
    if (known := session.scalars(of_role.where(Saved.name == name)).first()) is not None:
        known.value = value
        return known
    last = session.scalar(select(func.max(Saved.position)).where(Saved.role == role))
    position = 0 if last is None else last + 1
    kept = Saved(role=role, name=name, value=value, position=position)
    session.add(kept)
    session.flush()
    return kept


def remove_terms(session: Session, ids: Collection[int]) -> None:
    _remove(session, TERMS, ids)


def remove_saved(session: Session, ids: Collection[int]) -> None:
    _remove(session, SAVED, ids)


def _remove(session: Session, table: Table, ids: Collection[int]) -> None:
    for some in parts(list(ids)):
        history.remove(session, table, table.c.id.in_(some))


def _named(name: str) -> str:
    if not (name := name.strip()):
        raise EmptyName
    return name
