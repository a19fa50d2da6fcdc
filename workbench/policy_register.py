"""The policy register of a project: every policy with its names, mentions and stages over its documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from analysis.policies import policies
from analysis.register import PolicyMention, register, short_names
from db import documents, ledgers, lists
from db.kinds import KINDS
from db.store import Store


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
    """All that the register asks of a project: texts and titles by document, policies, merged names."""

    texts: dict[int, tuple[str, int | None]]
    titles: dict[int, str]
    tagged: list[ledgers.Row]
    aliases: dict[str, str]


def load(store: Store) -> Material:
    """The documents of the library with the policies tagged or suggested in them."""
    with store.read() as session:
        titles = {one.id: one.title for one in documents.shelf(session)}
        return Material(
            {id_: documents.text(session, id_) for id_ in titles},
            titles,
            [row for row in ledgers.rows(session, "policy") if row.state != "rejected"],
            lists.aliases(session, "policy"),
        )


def rows(store: Store) -> list[RegisterRow]:
    """The policies that confirmed and suggested passages name, those named most often first.

    Of a document that has neither, the policies are read on the fly.
    """
    return made(load(store))


def made(material: Material) -> list[RegisterRow]:
    """The register of what `load` gave; needs no store."""
    texts, titles, tagged, aliases = material
    untagged = texts.keys() - {row.document_id for row in tagged}
    mentions = [_stored(row, texts[row.document_id][1]) for row in tagged if row.document_id in texts]
    mentions += [one for id_ in sorted(untagged) for one in _read(id_, *texts[id_])]
    shorts = {short: full for text, _ in texts.values() for short, full in short_names(text).items()}
    return [
        RegisterRow(
            entry.name,
            entry.aliases,
            entry.number,
            entry.issuer,
            tuple(_named(one, titles[one.document_id]) for one in entry.mentions),
            entry.stages,
        )
        for entry in register(mentions, shorts, aliases)
    ]


def _stored(row: ledgers.Row, year: int | None) -> PolicyMention:
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


def _read(document_id: int, text: str, year: int | None) -> Iterator[PolicyMention]:
    for found in policies(text):
        said = {name: str(reading.value) for name, reading in found.readings.items()}
        quote = text[found.start : found.end]
        place = document_id, year, found.start, found.end, quote
        verb, number, issuer = (said.get(name, "") for name in ("action", "number", "issuer"))
        yield PolicyMention(*place, said["name"], verb, number, issuer)


def _named(one: PolicyMention, title: str) -> Named:
    place = one.document_id, title, one.year, one.start, one.end
    return Named(*place, one.quote, one.verb, one.stage, one.id)
