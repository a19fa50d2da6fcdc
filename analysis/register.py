"""The register of policies: one entry for all names of a policy, with its mentions and its stage by year.

Names are one where they differ by marks, white space, 中华人民共和国, a place in front or a bracket behind
(（试行）), where a text gives a short name (以下简称), or where an analyst merged them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from analysis.groups import groups

_MARKS = re.compile(r"[\s《》〈〉“”‘’\"']")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]$")
_SHELL = re.compile(r"^(?:关于)?(?:印发|发布|公布|转发)(?P<inner>.{4,})的(?:通知|公告)$")
_NATION = re.compile(r"^(?:中华人民共和国|全国|国家)(?=.{4,})")
_SHORT = re.compile(
    r"《(?P<full>[^《》\n]{3,80})》[（(](?:以下|下文|下称|以下统)?(?:简称|统称|下称)[：:]?[“‘《]*(?P<short>[^”’》）)]{2,30})[”’》]*[）)]"
)


@dataclass(frozen=True, slots=True)
class PolicyMention:
    """A place where a document names a policy; `verb` is what it says is done with it."""

    document_id: int
    year: int | None
    start: int
    end: int
    quote: str
    name: str
    verb: str = ""
    number: str = ""
    issuer: str = ""
    id: int | None = None

    @property
    def stage(self) -> str:
        return stage_of(self.verb)


@dataclass(frozen=True, slots=True)
class Entry:
    """A policy: the name it is shown under, its other names, and all its mentions in order.

    `number` and `issuer` are the first that are told. `stages` are (year, stage) in order of years: the
    furthest stage a year's documents speak of, "" where no verb tells.
    """

    name: str
    aliases: tuple[str, ...]
    number: str
    issuer: str
    mentions: tuple[PolicyMention, ...]
    stages: tuple[tuple[int, str], ...]


def register(
    mentions: Iterable[PolicyMention],
    short_names: Mapping[str, str] | None = None,
    aliases: Mapping[str, str] | None = None,
) -> list[Entry]:
    """An entry for each policy, those named most often first.

    `short_names` are those texts introduce, `aliases` those an analyst merged: other name → name.
    """
    shorts = {same_name(short): same_name(full) for short, full in (short_names or {}).items()}
    merged = {same_name(alias): same_name(name) for alias, name in (aliases or {}).items()}
    shown = {same_name(name): name for name in (aliases or {}).values()}
    by_policy: dict[str, list[PolicyMention]] = defaultdict(list)
    for mention in mentions:
        known = same_name(mention.name)
        known = shorts.get(known, known)
        by_policy[merged.get(known, known)].append(mention)
    entries = [_entry(said, shown.get(key)) for key, said in by_policy.items()]
    return sorted(entries, key=lambda entry: (-len(entry.mentions), entry.name))


def _entry(said: list[PolicyMention], shown: str | None) -> Entry:
    said.sort(key=lambda mention: (mention.year or 0, mention.document_id, mention.start))
    names = Counter(
        _MARKS.sub("", mention.name) if "《" in mention.name else mention.name for mention in said
    )
    name = shown or max(names, key=lambda one: (names[one], len(one)))
    return Entry(
        name,
        tuple(sorted(set(names) - {name})),
        next((mention.number for mention in said if mention.number), ""),
        next((mention.issuer for mention in said if mention.issuer), ""),
        tuple(said),
        tuple(_stages(said)),
    )


def _stages(said: Sequence[PolicyMention]) -> Iterator[tuple[int, str]]:
    """By year the furthest stage; a policy that is revised in a year is no longer only carried out."""
    order = ["", *(group[0] for group in groups("policy_stages"))]
    for year in sorted({mention.year for mention in said if mention.year is not None}):
        yield year, max((m.stage for m in said if m.year == year), key=order.index)


def stage_of(verb: str) -> str:
    """drafted, issued, carried_out, revised or ended, as the verb tells; "" where it does not."""
    return next((stage for word, stage in _verbs() if word in verb), "") if verb else ""


@cache
def _verbs() -> list[tuple[str, str]]:
    """Verbs with their stage, the longer first: 制定出台 is issued, 制定 drafted."""
    said = [(word, group[0]) for group in groups("policy_stages") for word in group[1:]]
    return sorted(said, key=lambda pair: -len(pair[0]))


def same_name(name: str) -> str:
    """What the names of one policy have in common."""
    bare = _MARKS.sub("", name)
    if shell := _SHELL.match(bare):
        bare = shell["inner"]
    while len(shorter := _BRACKET.sub("", bare)) > 3 and shorter != bare:
        bare = shorter
    return _NATION.sub("", bare)


def short_names(text: str) -> dict[str, str]:
    """The short names a text introduces for policies: short → full."""
    return {found["short"]: found["full"] for found in _SHORT.finditer(text)}
