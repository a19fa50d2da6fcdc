"""How sure a suggestion is: a figure between 0 and 1 that ranks; what is like it was so often right.

The figures for policies are shares of what an earlier state of the rules proposed for three documents it had
not seen that annotators agreed with (one right and one wrong added): 18 of 18 titles, 16 of 17 names in 行动,
11 of 17 in 工程, 4 of 9 in 方案, 规划 and the like. Since then rules were added, so that they are low rather
than high. Those for numbers and tasks, of which hardly one was wrong, only rank.
"""

from collections.abc import Mapping

from analysis.governing import is_strong

TITLE, PLAN_BY_NAME, IN_MARKS, UNMARKED_TITLE = 0.95, 0.9, 0.75, 0.7
"""Policies told by 《》, as “十四五”规划, by other marks, as 关于…的意见."""
OWN, TOLD_BEFORE = 0.97, 0.65
"""Policies an analyst named, and those known from an earlier mention."""
TABLE_ROW = 0.9

_ENDINGS: Mapping[str, float] = {"行动": 0.9, "战略": 0.9, "法": 0.85, "计划": 0.75, "工程": 0.65}
_OTHER_ENDING = 0.55
_WEAK_VERB, _NO_VERB = 0.15, 0.1
"""What a verb that governs other things, too, and the lack of any take from a programme."""

_LINKED, _NAMED, _HAN, _NO_UNIT, _NATURE_GUESSED = 0.1, 0.1, 0.2, 0.1, 0.05
"""What a comparator or direction and an indicator add to a number's 0.75, and what Chinese numerals, the lack
of a unit and of any word that tells planned from actual take."""

_UNNAMED = 0.7
"""The most of a number whose indicator is empty."""


def of_programme(ending: str, verb: str) -> float:
    base = next((value for word, value in _ENDINGS.items() if word in ending), _OTHER_ENDING)
    return round(base - (0 if is_strong(verb) else _WEAK_VERB if verb else _NO_VERB), 2)


def of_number(linked: bool, named: bool, han: bool, has_unit: bool, nature_told: bool) -> float:
    """A number whose indicator is not told is never sure."""
    sure = 0.75 + _LINKED * linked + _NAMED * named - _HAN * han
    sure = sure if named else min(sure, _UNNAMED)
    return round(sure - _NO_UNIT * (not has_unit) - _NATURE_GUESSED * (not nature_told), 2)
