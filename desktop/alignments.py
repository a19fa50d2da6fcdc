"""The alignments of this session: made behind the window, and kept, for the texts never change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.work import LongWork, Tick, Work
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from analysis.align import Alignment, Text

Pair = tuple[int, int]
"""The documents at the left and at the right."""


class Alignments(QObject):
    """What corresponds in pairs of documents of the open project."""

    working = Signal(LongWork)
    came = Signal()
    """All that was asked for is there."""
    given_up = Signal()
    """The analyst cancelled, or it went wrong."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._known: dict[Pair, Alignment] = {}
        self._asked: set[Pair] = set()
        self._project = 0
        workspace.closing.connect(self.forget)

    def of(self, pair: Pair) -> Alignment | None:
        """The alignment of two documents, if it has been made."""
        return self._known.get(pair)

    def ask(self, pairs: Iterable[Pair]) -> None:
        """Make those that are not there and not on their way."""
        missing = [pair for pair in pairs if pair not in self._known and pair not in self._asked]
        if not missing or not self.workspace.is_open:
            return
        from workbench import comparing

        ids = {id_ for pair in missing for id_ in pair}
        texts = {id_: comparing.text(self.workspace.store, id_) for id_ in ids}
        self._asked.update(missing)
        work = Work(
            partial(align_all, [(texts[a], texts[b]) for a, b in missing]),
            self,
            self.tr("Aligning documents"),
            self.tr("The documents were not aligned."),
        )
        work.done.connect(partial(self._take, self._project, missing))
        for short in (work.failed, work.stopped):
            short.connect(partial(self._give_up, self._project, missing))
        self.working.emit(work)

    def forget(self) -> None:
        """Another project: its documents have other texts."""
        self._project += 1
        self._known.clear()
        self._asked.clear()

    def _take(self, project: int, pairs: Sequence[Pair], made: Sequence[Alignment]) -> None:
        if project == self._project:
            self._known.update(zip(pairs, made, strict=True))
            self._asked.difference_update(pairs)
            self.came.emit()

    def _give_up(self, project: int, pairs: Sequence[Pair], _error: object = None) -> None:
        if project == self._project:
            self._asked.difference_update(pairs)
            self.given_up.emit()


def align_all(pairs: Sequence[tuple[Text, Text]], tick: Tick) -> list[Alignment]:
    """The alignment of each pair; told how many are made."""
    from analysis.align import align

    made = []
    tick(0, len(pairs))
    for left, right in pairs:
        made.append(align(left, right))
        tick(len(made), len(pairs))
    return made
