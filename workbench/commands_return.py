"""The command that takes an edited target sheet back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench import returning, verbs
from workbench.arguments import PATH
from workbench.counted import counted

if TYPE_CHECKING:
    from workbench.returned_rows import Difference


@click.command("return")
@click.argument("project", type=PATH)
@click.argument("sheet", type=PATH)
@click.option(
    "--take",
    "taken",
    type=click.Choice(returning.CHANGES),
    multiple=True,
    help="Take the sheet's side over: of what changed there alone, on both sides, or here alone, of rows "
    "that are new, or gone. Repeatable.",
)
def take_back(project: Path, sheet: Path, taken: tuple[str, ...]) -> None:
    """Compare SHEET, a target sheet exported from PROJECT and edited, with PROJECT; --take takes it over.

    What cannot be read is told by its cell on standard error and left out. One undo takes everything back.
    """
    with (verbs.open_project if taken else verbs.look_at)(project) as store:
        compared = returning.compare(store, sheet)
        for difference in compared.differences:
            click.echo(_told(difference))
        for remark in compared.remarks:
            click.echo(str(remark), err=True)
        chosen = [difference for difference in compared.differences if difference.change in taken]
        count = returning.apply(store, chosen) if chosen else 0
    click.echo(f"{sheet}: {counted(len(compared.differences), 'difference')}, {count:,} taken over")


def _told(difference: Difference) -> str:
    """One line: what changed where, from what to what, and in which passage."""
    place = f"{difference.change:7}  {difference.cell or difference.id}"
    if difference.field is None:
        return f"{place}  “{difference.quote}”"
    here, there = _shown(difference, difference.here), _shown(difference, difference.there)
    return f"{place}  {difference.field.name}: {here} → {there}  “{difference.quote}”"


def _shown(difference: Difference, value: Any) -> str:
    if isinstance(value, tuple):
        return "、".join(value) or "–"
    return difference.field.shown(value, "en") or "–" if difference.field else "–"
