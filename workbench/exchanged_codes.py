"""The codes of a REFI-QDA file as kinds and labels.

A code that is one of our kinds, by its GUID, by the caller's word or by its name (任务, Targets …), is that
kind, and codes under it are of the kind too. Every code that is no kind becomes a label; one under a kind
moves up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from db.kinds import KINDS
from exporters.identity import PROGRAM
from exporters.refi_codes import kind_guid

if TYPE_CHECKING:
    from importers.refi_qda import Code, Exchange

NAMES = {name.casefold(): k.name for k in KINDS.values() for name in (k.zh, k.en, k.plural)}
DEEPEST = 24
"""Labels within each other at most: codes that nest deeper stand beside the last."""

GUIDS = {kind_guid(kind): kind for kind in KINDS}


class Codebook:
    """What each code of a file is here. `labels` are those that become labels, each after the one above."""

    def __init__(self, exchange: Exchange, kinds: Mapping[str, str]) -> None:
        """`kinds` says by name which codes are which kind; names of our own are known without."""
        own = exchange.origin == PROGRAM  # in our own files a label may be called as a kind is
        self._named = {**({} if own else NAMES), **{name.casefold(): kind for name, kind in kinds.items()}}
        self._kinds: dict[str, str] = {}
        self._above: dict[str, str | None] = {}
        self._depths: dict[str, int] = {}
        self.labels: list[Code] = []
        for code in exchange.codes:
            self._place(code)

    def kinds(self, codes: Iterable[str]) -> list[str]:
        """The kinds of some codes, by their GUIDs, each once."""
        return list(dict.fromkeys(self._kinds[code] for code in codes if code in self._kinds))

    def above(self, code: Code) -> str | None:
        """The label a label is under, by the GUID of its code."""
        return self._above[code.guid]

    def _place(self, code: Code) -> None:
        kind = GUIDS.get(code.guid) or self._named.get(code.name.casefold())
        inherited = self._kinds.get(code.parent or "")
        if kind or inherited:
            self._kinds[code.guid] = kind or str(inherited)
        is_label = self._depths.get(code.parent or "", DEEPEST) < DEEPEST
        above = code.parent if is_label else self._above.get(code.parent or "")
        self._above[code.guid] = above
        if not kind:
            self._depths[code.guid] = self._depths.get(above or "", -1) + 1
            self.labels.append(code)
