"""What an analyst accepts: counts by cue that make what is like it surer or less sure.

A cue is a rule, and within it the words that gave a suggestion away. The sureness a suggestion came with
counts as so many decisions made before; each confirmation and each refusal moves it. Nothing else is kept, so
that the whole model can be read: cue → accepted of decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analysis.reasons import parted

Cues = tuple[str, ...]
"""The cues of one suggestion, from the general to the special."""

PRIOR = 4.0
"""Decisions that the sureness a suggestion came with is worth: two refusals in a row are not yet a habit."""


def cues(rule: str, reason: str) -> Cues:
    """The cues of a suggestion: its rule, the form of its reason, and the form with its first word."""
    template, words = parted(reason)
    special = (f"{rule} · {template} · {words[0]}",) if words else ()
    return rule, f"{rule} · {template}", *special


@dataclass(frozen=True, slots=True)
class Learned:
    """How often suggestions of each cue were accepted and how often decided on."""

    counts: Mapping[str, tuple[int, int]]

    @classmethod
    def of(cls, decisions: Iterable[tuple[Cues, bool]]) -> Learned:
        """What follows from decisions: the cues of a suggestion, and whether it was accepted."""
        counts: dict[str, tuple[int, int]] = {}
        for told, accepted in decisions:
            for cue in told:
                yes, all_ = counts.get(cue, (0, 0))
                counts[cue] = (yes + accepted, all_ + 1)
        return cls(counts)

    def adjusted(self, told: Cues, sureness: float) -> float:
        """A sureness between 0 and 1 as decisions on the same cues leave it, the most special last."""
        for cue in told:
            accepted, decided = self.counts.get(cue, (0, 0))
            sureness = (accepted + PRIOR * sureness) / (decided + PRIOR)
        return round(sureness, 3)
