"""The commands that lay documents side by side: compare and trace."""

import json
from pathlib import Path

import click

from workbench import verbs
from workbench.arguments import PATH


@click.command()
@click.argument("project", type=PATH)
@click.argument("a", type=int)
@click.argument("b", type=int)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="One JSON object a sentence pair: state, offsets in A and B (null where there is none), sureness.",
)
@click.option(
    "--sureness",
    type=click.FloatRange(0, 1),
    help="Pairs below count as one dropped and one new sentence; 0.35, as in the window, without.",
)
def compare(project: Path, a: int, b: int, as_json: bool, sureness: float | None) -> None:
    """Compare document B of PROJECT with document A (both by id), sentence by sentence.

    States are same, reworded, new and dropped; what is the same is only counted. Offsets count characters
    of the document's text.
    """
    from workbench import comparing

    with verbs.look_at(project) as store:
        verbs.expect_documents(store, (a, b))
        found = comparing.compare(store, a, b, comparing.USUAL if sureness is None else sureness)
    if as_json:
        for line in found.lines:
            click.echo(json.dumps(line.pair.record() | {"a": line.a, "b": line.b}, ensure_ascii=False))
        return
    counted = ", ".join(f"{count} {state}" for state, count in found.counts.items())
    click.echo(f"“{found.b_title}” against “{found.a_title}”: {counted}")
    for line in found.of("reworded", "new", "dropped"):
        words = " → ".join(filter(None, (line.a, line.b)))
        click.echo(f"{line.pair.state}  [{line.b_paragraph or line.a_paragraph}]  {words}")


@click.command()
@click.argument("project", type=PATH)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a promise, the surest first.")
def trace(project: Path, as_json: bool) -> None:
    """Trace what PROJECT's later documents report of the targets its earlier ones promise.

    Confirmed and suggested targets count. Of a document that has neither, the targets are read on the fly, so
    that this works on a project just imported; nothing is stored. States are met, exceeded, missed, partly
    (before its date), changed scope, not reported, and open where no document is there yet that could tell.
    """
    from workbench import tracker

    with verbs.look_at(project) as store:
        rows = tracker.track(store)
    if not rows:
        click.echo("No document promises a target.", err=True)
    for row in sorted(rows, key=lambda row: -row.sureness):
        click.echo(json.dumps(row.record(), ensure_ascii=False) if as_json else row.told())
