"""The policy register of a project: every policy with its names, mentions and stages over its documents.

What texts say of policies is read together with their promises (`workbench.retracing`), and kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from analysis.policies import policies
from analysis.register import PolicyMention, register, short_names
from db import documents, lists, retraced
from db.kinds import KINDS
from db.retraced import Tagged
from db.store import Store
from exporters.progress import Tick
from workbench.asking import Ask, directly
from workbench.packed import unpack

LOADED = 40
"""Documents that are looked at in one call of the store: some milliseconds."""


class Named(NamedTuple):
    """A mention of a policy; `passage_id` is None where nobody has tagged it yet."""

    document_id: int
    document: str
    year: int | None
    start: int
    end: int
    quote: str
    verb: str
    stage: str
    passage_id: int | None


class RegisterRow(NamedTuple):
    """A policy of the register.

    `stages` are (year, stage): drafted, issued, carried_out, revised, ended, or "" where no verb tells.
    """

    name: str
    aliases: tuple[str, ...]
    number: str
    issuer: str
    mentions: tuple[Named, ...]
    stages: tuple[tuple[int, str], ...]

    def verbs(self, year: int) -> tuple[str, ...]:
        """What the documents of a year say is done with it."""
        return tuple(dict.fromkeys(m.verb for m in self.mentions if m.year == year and m.verb))


class Material(NamedTuple):
    """All that the register asks of a project: who names which policy, titles by document, merged names, and
    the short names that texts introduce."""

    mentions: list[PolicyMention]
    titles: dict[int, str]
    aliases: dict[str, str]
    shorts: dict[str, str]


def read(text: str, with_policies: bool) -> dict[str, Any]:
    """What a text says of policies, as it is kept: its short names, and where none are tagged, policies."""
    found = [_found(text, one) for one in policies(text)] if with_policies else []
    return {"policies": found, "shorts": short_names(text)}


def _found(text: str, found: Any) -> list[Any]:
    said = {name: str(reading.value) for name, reading in found.readings.items()}
    verb, number, issuer = (said.get(name, "") for name in ("action", "number", "issuer"))
    return [found.start, found.end, text[found.start : found.end], said["name"], verb, number, issuer]


def load(ask: Ask[Any], tick: Tick = lambda done, total: None) -> Material:
    """The policies that confirmed and suggested passages name, and those read in documents that have neither.

    Documents are known as far as they were read: `workbench.retracing` sees to that.
    """
    titles, aliases = ask(_titles)
    found = Material([], titles, aliases, {})
    ids = list(titles)
    for at in range(0, len(ids), LOADED):
        tick(at, len(ids))
        for mentions, shorts in ask(partial(_of_documents, ids[at : at + LOADED])):
            found.mentions.extend(mentions)
            found.shorts.update(shorts)
    return found


def _titles(store: Store) -> tuple[dict[int, str], dict[str, str]]:
    with store.read() as session:
        return documents.titles(session), lists.aliases(session, "policy")


def _of_documents(ids: Sequence[int], store: Store) -> list[tuple[list[PolicyMention], dict[str, str]]]:
    """Of each document the policies it names, and the short names it introduces."""
    with store.read() as session:
        packed = retraced.said(session, ids, "named")
        years = {one.document_id: one.year for one in retraced.standing(session, ids)}
        tagged = retraced.tagged(session, "policy", ids)
    read = {id_: unpack(packed[id_]) for id_ in years}
    stored = [_stored(row, years.get(row.document_id)) for row in tagged]
    return [
        (stored, {}),
        *((list(_read(id_, years[id_], said)), said["shorts"]) for id_, said in read.items()),
    ]


def rows(store: Store) -> list[RegisterRow]:
    """The register of a project as it is, those policies named most often first."""
    from workbench import retracing

    retracing.bring_up_to_date(directly(store))
    return made(load(directly(store)))


def made(material: Material) -> list[RegisterRow]:
    """The register of what `load` gave; needs no store."""
    mentions = sorted(material.mentions, key=lambda one: (one.id is None, one.document_id, one.start))
    return [
        RegisterRow(
            entry.name,
            entry.aliases,
            entry.number,
            entry.issuer,
            tuple(_named(one, material.titles[one.document_id]) for one in entry.mentions),
            entry.stages,
        )
        for entry in register(mentions, material.shorts, material.aliases)
    ]


def _stored(row: Tagged, year: int | None) -> PolicyMention:
    values = {field.name: value for field, value in zip(KINDS["policy"].fields, row.fields, strict=True)}
    return PolicyMention(
        row.document_id,
        year,
        row.start,
        row.end,
        row.quote,
        values["name"] or row.quote,
        values["action"] or "",
        values["number"] or "",
        values["issuer"] or "",
        row.id,
    )


def _read(document_id: int, year: int | None, said: dict[str, Any]) -> Iterator[PolicyMention]:
    return (PolicyMention(document_id, year, *one) for one in said["policies"])


def _named(one: PolicyMention, title: str) -> Named:
    place = one.document_id, title, one.year, one.start, one.end
    return Named(*place, one.quote, one.verb, one.stage, one.id)
