"""Where an indicator ends: what is no part of its name or of the stretch that shows it.

Names keep no sign without its partner, no place or time that only introduces them, and are empty where they
would be a verb (列入33处) or a comparison (比1955年) alone. A gap to the nation says so:
城镇化率高于全国平均.
"""

import re
from dataclasses import replace

from analysis.indicators import Measure
from analysis.lexicons import words_of
from analysis.numbers import Number
from analysis.times import TIME

_PAIRS = {"“": "”", "《": "》", "（": "）", "(": ")", "‘": "’"}
_OPENERS = {closing: opening for opening, closing in _PAIRS.items()}
_REACH = 16
"""Characters behind a target in which the partner of a sign is looked for."""
_ROUNDS = 8
"""Signs without a partner that are looked after in one target."""
_CLAUSE_ENDS = re.compile(r"[，。；\n]")
_GAP = re.compile(
    r"(?:(?:高于|低于|快于|慢于|优于|高出|好于)(?:全国|全省|全市|全球|世界|国家)"
    r"(?:的|同期|总体|平均|水平|增速|增幅)*|(?:比|较)(?:全国|全省|全市|全球|世界|国家)"
    r"(?:的|同期|总体|平均|水平|增速|增幅)*[高低快慢](?:出|了)?)$"
)
_GAP_REACH = 20
_INTRODUCES = re.compile(r"^(?:在)?[^，。；、“”《》（）]{2,10}方面(?=..)")
_IN_THE_END = re.compile(rf"(?:(?<![存现内潜])在)?(?:{TIME}|年[内底末])$|(?<![存现内潜])在.{{0,3}}$")
_COMPARISON = re.compile(r"(?:但是?)?(?:比|较)(?=[\d上去前同预年原起]|全[国省市])")
_LOOSE = re.compile(
    r"^[，、的了和与及]+|(?:[的了，、和与及由]|(?<![公中总])共[为有]?|(?<![规原细准法守通总附])则|(?<!大)将要?"
    r"|(?<![模虚])拟|(?<=[率量值额比数度积])[达为])+$"
)
"""Words that only join a name to what stands beside it: 比重 | 由, 收入 | 共为."""


def bounded(text: str, number: Number, found: Measure) -> Measure:
    """The measure with its name and its stretch brought within their bounds."""
    start, end = _paired(text, found.start, found.end, number)
    name = _bare(found.name)
    gap = _GAP.search(text, max(found.start, number.start - _GAP_REACH), number.start)
    return replace(found, name=name + gap[0] if name and gap else name, start=start, end=end)


def _bare(name: str) -> str:
    """A name without loose signs, places and times; empty where nothing is left that is measured."""
    if loose := _loose(name):
        before, behind = name[: loose[0]], name[loose[0] + 1 :]
        name = (before or behind) if name[loose[0]] in _PAIRS else (behind or before)
        alone = set(_loose(name))
        name = "".join(char for at, char in enumerate(name) if at not in alone)
    name = _LOOSE.sub("", _IN_THE_END.sub("", _INTRODUCES.sub("", name)))
    only_verb = name in words_of("bare_verbs", "creating", "openers", "measure_heads") - words_of(
        "nominal_verbs"
    )
    piece = len(name) < 2 and name not in words_of("short_things")
    return "" if piece or only_verb or _COMPARISON.match(name) else name


def _loose(text: str) -> list[int]:
    """Where the signs stand that have no partner in the text."""
    opened: list[int] = []
    alone: list[int] = []
    for at, char in enumerate(text):
        if char in _PAIRS:
            opened.append(at)
        elif char in _OPENERS:
            if opened and text[opened[-1]] == _OPENERS[char]:
                opened.pop()
            else:
                alone.append(at)
    return sorted(alone + opened)


def _paired(text: str, start: int, end: int, number: Number) -> tuple[int, int]:
    """The stretch without a sign whose partner lies outside, or with the partner where that is near.

    What stands around the number gives way, the number itself never.
    """
    for _ in range(_ROUNDS):
        loose = _loose(text[start:end])
        at = start + loose[0] if loose else number.start
        if number.start <= at < number.end:
            break
        if at >= number.end:
            end = _without_links(text, number.end, at)
            continue
        partner = _partner(text, at, end)
        start, end = (start, partner + 1) if partner >= 0 else (at + 1, end)
    return start, end


def _partner(text: str, at: int, end: int) -> int:
    """Where the partner of the sign at `at` stands close behind `end`, in the same clause; -1 where not."""
    partner = text.find(_PAIRS.get(text[at], "\n"), end, end + _REACH)
    apart = partner >= 0 and (_loose(text[at : partner + 1]) or _CLAUSE_ENDS.search(text, end, partner))
    return -1 if text[at] not in _PAIRS or apart else partner


def _without_links(text: str, first: int, end: int) -> int:
    return first + len(text[first:end].rstrip("和与及、的 "))
