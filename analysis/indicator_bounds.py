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
_GAP = re.compile(
    r"(?:(?:高于|低于|快于|慢于|优于|高出|好于)(?:全国|全省|全市|全球|世界|国家)"
    r"(?:的|同期|总体|平均|水平|增速|增幅)*|(?:比|较)(?:全国|全省|全市|全球|世界|国家)"
    r"(?:的|同期|总体|平均|水平|增速|增幅)*[高低快慢](?:出|了)?)$"
)
_GAP_REACH = 20
_INTRODUCES = re.compile(r"^(?:在)?[^，。；、“”《》（）]{2,10}方面(?=..)")
_IN_THE_END = re.compile(rf"(?:(?<![存现内潜])在)?(?:{TIME}|年[内底末])$|(?<![存现内潜])在.{{0,3}}$")
_COMPARISON = re.compile(r"(?:比|较)(?=[\d上去前同]|预|年|全[国省市])")
_LOOSE = re.compile(r"^[，、的了和与及]+|[的了，、和与及]+$")


def bounded(text: str, number: Number, found: Measure) -> Measure:
    """The measure with its name and its stretch brought within their bounds."""
    start, end = _paired(text, found.start, found.end, number)
    name = _bare(found.name)
    gap = _GAP.search(text, max(found.start, number.start - _GAP_REACH), number.start)
    return replace(found, name=name + gap[0] if name and gap else name, start=start, end=end)


def _bare(name: str) -> str:
    """A name without loose signs, places and times; empty where nothing is left that is measured."""
    for at in reversed(_loose(name)):
        before, behind = name[:at], name[at + 1 :]
        name = (before or behind) if name[at] in _PAIRS else (behind or before)
    name = _LOOSE.sub("", _IN_THE_END.sub("", _INTRODUCES.sub("", name)))
    only_verb = name in words_of("bare_verbs", "creating", "openers") - words_of("nominal_verbs")
    return "" if len(name) < 2 or only_verb or _COMPARISON.match(name) else name


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
    for at in (start + loose for loose in _loose(text[start:end])):
        if at >= number.end:
            return start, _without_links(text, number.end, at)
        if at >= number.start:
            continue
        partner = text.find(_PAIRS.get(text[at], "\n"), number.end, end + _REACH)
        if text[at] in _PAIRS and partner >= 0 and not re.search(r"[，。；\n]", text[end:partner]):
            end = max(end, partner + 1)
        else:
            start = at + 1
    return start, end


def _without_links(text: str, first: int, end: int) -> int:
    return first + len(text[first:end].rstrip("和与及、的 "))
