"""Patterns that look at one character before they try their branches know every one that may begin them."""

from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from analysis import programmes, strength, times

WIDTHLESS = (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT)


def firsts(parsed: Any) -> tuple[set[str], bool]:
    """The characters and classes (\\d) a parsed pattern may begin with, and whether it may be empty."""
    found: set[str] = set()
    for operation, value in parsed:
        if operation in WIDTHLESS:
            continue
        more, empty = _of(operation, value)
        found |= more
        if not empty:
            return found, False
    return found, True


def _of(operation: Any, value: Any) -> tuple[set[str], bool]:
    if operation is _constants.LITERAL:
        return {chr(value)}, False
    if operation is _constants.IN:
        return {one for kind, what in value for one in _among(kind, what)}, False
    if operation is _constants.BRANCH:
        each = [firsts(branch) for branch in value[1]]
        return set().union(*(more for more, _ in each)), any(empty for _, empty in each)
    if operation is _constants.SUBPATTERN:
        return firsts(value[-1])
    assert operation in (_constants.MAX_REPEAT, _constants.MIN_REPEAT), operation
    more, empty = firsts(value[2])
    return more, empty or value[0] == 0


def _among(kind: Any, what: Any) -> set[str]:
    if kind is _constants.RANGE:
        return {chr(code) for code in range(what[0], what[1] + 1)}
    return {r"\d"} if kind is _constants.CATEGORY else {chr(what)}


@pytest.mark.parametrize(
    ("whole", "begin"),
    [
        (programmes.ENDING, programmes.ENDING_BEGINS),
        (strength.CUE, strength.CUE_BEGINS),
        (times.TIME, times.TIME_BEGINS),
    ],
)
def test_every_character_that_may_begin_a_pattern_is_looked_for(whole: str, begin: str) -> None:
    may, empty = firsts(_parser.parse(whole))
    assert not empty
    looked_for, _ = firsts(_parser.parse(f"[{begin}]"))
    assert may == looked_for
