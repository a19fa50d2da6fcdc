"""An analyst's own words: terms, departments, units and policies that a project's lexicon adds to ours.

They are values handed to the reading, so that they take effect at once and no dictionary is loaded anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The words of a project's lexicon by role, longest first.

    A term, and a ceiling (an indicator that should stay below), is one word wherever it stands. A department
    may be told to act, a unit follows a number, a policy is found wherever it is named. What bears the name
    of a stop word is not proposed.
    """

    terms: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    ceilings: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: Iterable[tuple[str, str]]) -> OwnWords:
        """The words of (word, role) pairs; roles are term, department, unit, policy, ceiling and stop.

        Pairs of other roles and empty words are passed over.
        """
        by_role: dict[str, set[str]] = {role: set() for role in _FIELDS}
        for word, role in words:
            if role in by_role and word.strip():
                by_role[role].add(word.strip())
        return cls(**{field: _longest_first(by_role[role]) for role, field in _FIELDS.items()})

    @property
    def whole(self) -> tuple[str, ...]:
        """The words that are never cut apart."""
        return _longest_first({*self.terms, *self.ceilings, *self.departments, *self.policies})


_FIELDS = {
    "term": "terms",
    "department": "departments",
    "unit": "units",
    "policy": "policies",
    "ceiling": "ceilings",
    "stop": "stops",
}

NO_WORDS = OwnWords()


def _longest_first(words: set[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
