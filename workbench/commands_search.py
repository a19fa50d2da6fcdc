"""The commands that look through a project: search and reindex."""

import json
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from db.kinds import KINDS, STATES
from workbench import quantities, verbs
from workbench.arguments import PATH, PROJECT
from workbench.counted import counted

if TYPE_CHECKING:
    from db.store import Store
    from workbench.searching import Asked


class Range(click.ParamType[Any]):
    """From…to, as workbench/quantities.py reads it; either end may be open."""

    def __init__(self, name: str, example: str) -> None:
        self.name, self.example = f"{name.upper()}S", example
        self.read = getattr(quantities, f"{name}_range")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return self.read(str(value))
        except quantities.Unreadable:
            return self.fail(f"{value!r}: write {self.example}.", param, ctx)


YEARS = Range("year", "2023, 2021..2024 or 2021..")
DAYS = Range("day", "2031, 2031-07..2032-06 or ..2031-06-30")
VALUES = Range("value", "1000万人.., 5%..8% or ..3亿元")
NARROWING = (
    click.option("--kind", "kinds", type=click.Choice(list(KINDS)), multiple=True, help="This kind."),
    click.option("--label", "labels", multiple=True, help="Passages with this label, by name; repeatable."),
    click.option("--state", "states", type=click.Choice([s.value for s in STATES]), multiple=True),
    click.option("--document", "documents", type=int, multiple=True, help="This one, by id; repeatable."),
    click.option("--issuer", default="", help="Documents whose issuer has this in its name."),
    click.option("--year", "years", type=YEARS, default="..", help=f"Reference years: {YEARS.example}."),
    click.option("--department", default="", help="Passages that name this department."),
    click.option("--value", type=VALUES, default="..", help=f"Targets: {VALUES.example}."),
    click.option("--period", type=DAYS, default="..", help=f"Tasks and targets of {DAYS.example}."),
)
"""Options that make the filters of db.search.Filters."""


def narrowed(command: Callable[..., Any]) -> Callable[..., Any]:
    """The command with all options of NARROWING, given to it as `filters`."""

    @wraps(command)
    def called(kinds: Any, labels: Any, states: Any, documents: Any, value: Any, **others: Any) -> None:
        from db.search import Filters

        plain = {name: others.pop(name) for name in ("issuer", "years", "department", "period")}
        several = {"kinds": kinds, "labels": labels, "states": states, "documents": documents}
        sets: dict[str, Any] = {name: frozenset(chosen) for name, chosen in several.items()}
        command(filters=Filters(**plain, **sets, values=value[:2], unit=value[2]), **others)

    for option in reversed(NARROWING):
        called = option(called)
    return called


@click.command()
@click.argument("project", type=PROJECT)
@click.argument("query")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a hit, with its context.")
@click.option(
    "--in",
    "place",
    type=click.Choice(["text", "passages", "notes", "fields"]),
    default="text",
    show_default=True,
    help="Where to look: the documents, or what was tagged and written.",
)
@narrowed
@click.option("--traditional", "alike", is_flag=True, help="Count traditional and simplified as the same.")
@click.option("--whole", is_flag=True, help="AND and NOT judge whole documents, not paragraphs.")
@click.option("--limit", type=click.IntRange(1), help="At most so many hits.")
@click.option("--count", "counts", is_flag=True, help="Only how many hits each document has.")
@click.option("--xlsx", type=PATH, help="Write the hits to this Excel file instead.")
def search(
    project: Path,
    query: str,
    as_json: bool,
    limit: int | None,
    counts: bool,
    xlsx: Path | None,
    **choices: Any,
) -> None:
    """Find QUERY in PROJECT: exact words of any length, AND OR NOT, "phrases", NEAR/n, prefix*.

    docs/searching.md tells the language. An empty QUERY ("") with filters lists the passages that meet them.
    """
    from workbench import searching

    asked = searching.Asked(query, **choices)
    if not asked.says_anything:
        raise click.UsageError("There are neither words to look for nor filters.")
    with verbs.open_project(project) as store:
        verbs.expect_documents(store, asked.filters.documents)
        if xlsx:
            click.echo(f"{xlsx}: {counted(searching.export(store, asked, xlsx), 'hit')}")
            return
        lines = list(_counts(store, asked) if counts else _lines(store, asked, limit, as_json))
    if not lines:
        click.echo(_nothing(asked), err=True)
    for line in lines:
        click.echo(line)


def _nothing(asked: "Asked") -> str:
    if not asked.words.strip():
        return "No passage meets the filters."
    where = "stands in no document" if asked.place == "text" else f"was not found in {asked.place}"
    return f"“{asked.words}” {where}."


def _lines(store: "Store", asked: "Asked", limit: int | None, as_json: bool) -> Iterator[str]:
    from workbench import searching

    for hit in searching.find(store, asked, limit=limit):
        yield json.dumps(hit._asdict(), ensure_ascii=False) if as_json else hit.told()


def _counts(store: "Store", asked: "Asked") -> Iterator[str]:
    from workbench import searching

    titles = verbs.titles(store)
    for document_id, count in searching.count(store, asked).items():
        yield f"{count}\t{document_id}\t{titles[document_id]}"


@click.command()
@click.argument("project", type=PROJECT)
def reindex(project: Path) -> None:
    """Make PROJECT's search index anew from its texts."""
    from workbench import searching

    with verbs.open_project(project) as store:
        click.echo(f"{project}: {counted(searching.reindex(store), 'document')} indexed")
