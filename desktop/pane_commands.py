"""What the commands on panes, and on passages in them, do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from db.kinds import KINDS

if TYPE_CHECKING:
    from desktop.reading_view import ReadingView
    from desktop.tagging import Tagging


def pane_handlers(reading: ReadingView, tagging: Tagging) -> dict[str, Callable[..., object]]:
    """What the commands on panes and passages do, by their ids."""
    return {
        "find": lambda: reading.pane.show_find(),
        **{f"tag_{kind}": partial(tagging.tag, kind) for kind in KINDS},
        "untag": tagging.untag,
        **{f"to_{kind}": partial(tagging.change_kind, kind) for kind in KINDS},
        "widen": lambda: reading.pane.widen(),
        "narrow": lambda: reading.pane.narrow(),
        "start_back": lambda: reading.pane.move_end("start", -1),
        "start_on": lambda: reading.pane.move_end("start", 1),
        "end_back": lambda: reading.pane.move_end("end", -1),
        "end_on": lambda: reading.pane.move_end("end", 1),
        "previous": lambda: reading.pane.step_passage(False),
        "next": lambda: reading.pane.step_passage(True),
        "in_ledger": tagging.reveal_in_ledger,
        "outline": lambda: reading.pane.toggle_outline(),
        "page": reading.turn_page,
        "one_pane": partial(reading.set_count, 1),
        "two_panes": partial(reading.set_count, 2),
        "three_panes": partial(reading.set_count, 3),
        "four_panes": partial(reading.set_count, 4),
        "split": reading.split,
        "swap": reading.swap,
        "close_pane": reading.close_pane,
        "other_pane": reading.activate_next,
        "linked": reading.set_linked,
        "zoom_in": partial(reading.zoom_by, 10),
        "zoom_out": partial(reading.zoom_by, -10),
        "zoom_reset": reading.zoom_reset,
    }
