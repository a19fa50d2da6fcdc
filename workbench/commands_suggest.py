"""The command that reads suggestions, of a file or for all documents of a project."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import click

from workbench import suggesting, verbs
from workbench.arguments import PROJECT, only_documents
from workbench.counted import counted


@click.command()
@click.argument("source", type=PROJECT)
@click.option(
    "--json", "as_json", is_flag=True, help="SOURCE is a file: print its text, then one record a line."
)
@click.option("--accept", is_flag=True, help="Confirm the suggestions at once.")
@only_documents
@click.option("--processes", type=click.IntRange(1), help="How many read at a time.")
def suggest(
    source: Path, as_json: bool, accept: bool, document_ids: tuple[int, ...], processes: int | None
) -> None:
    """Store suggestions for the documents of the project SOURCE, or print those for a file.

    One undo takes a run back. Ctrl+C ends the reading; what was read by then is kept.
    """
    if as_json:
        for record in suggesting.records(source):
            click.echo(json.dumps(record, ensure_ascii=False))
        return
    with verbs.open_project(source) as store:
        verbs.expect_documents(store, document_ids)
        done = suggesting.suggest(store, document_ids or None, accept, _teller(), processes)
    click.echo(f"{source}: {counted(done.waiting, 'passage' if accept else 'suggestion')}")


def _teller() -> Callable[[int, int], None]:
    """Tells on a terminal, at every hundredth of the way, how many documents are read."""
    told = -1

    def tell(done: int, total: int) -> None:
        nonlocal told
        share = done * 100 // max(total, 1)
        if share != told:
            told = share
            click.echo(f"\r{done:,} of {total:,} documents read", nl=done == total, err=True)

    def nothing(done: int, total: int) -> None:
        """Where nobody watches."""

    return tell if sys.stderr.isatty() else nothing
