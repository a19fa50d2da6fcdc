"""The command that takes an edited target sheet back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench import returning, verbs
from workbench.arguments import PATH
from workbench.counted import counted

if TYPE_CHECKING:
    from db.kinds import Field
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
            click.echo(_told(difference, compared.language))
        for remark in compared.remarks:
            click.echo(str(remark), err=True)
        chosen = [difference for difference in compared.differences if difference.change in taken]
        count = returning.apply(store, chosen) if chosen else 0
    click.echo(f"{sheet}: {counted(len(compared.differences), 'difference')}, {count:,} taken over")


def _told(difference: Difference, language: str) -> str:
    """One line: what changed where, from what to what, and in which passage, in the words of the sheet."""
    place = f"{difference.change:7}  {difference.cell or difference.id}"
    made = f"  (new labels: {'、'.join(difference.new_labels)})" if difference.new_labels else ""
    if difference.field is None:
        return f"{place}  “{difference.quote}”{made}"
    here, there = (_shown(difference.field, value, language) for value in (difference.here, difference.there))
    return f"{place}  {difference.field.heading(language)}: {here} → {there}  “{difference.quote}”{made}"


def _shown(field: Field, value: Any, language: str) -> str:
    if isinstance(value, tuple):
        return "、".join(value) or "–"
    return field.shown(value, language) or "–"
