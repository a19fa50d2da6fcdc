"""What the command line can ask of a briefing or an annotated document, as options of `export`."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import click

from exporters.annotated import Annotated
from exporters.briefing import MODERN, OFFICIAL, PARTS, Briefing

TEMPLATES = {"official": OFFICIAL, "modern": MODERN}

OPTIONS = (
    click.option("--template", help=f"Briefing: {', '.join(TEMPLATES)} or a .docx with placeholders."),
    click.option(
        "--part",
        "parts",
        type=click.Choice([part.name for part in PARTS]),
        multiple=True,
        help="Briefing: this part, in this order; repeatable; else the usual ones.",
    ),
    click.option(
        "--sources", type=click.Choice(["footnotes", "endnotes", "inline"]), help="Briefing: where."
    ),
    click.option("--tasks-by", type=click.Choice(["department", "number"]), help="Briefing: their order."),
    click.option("--name", help="Briefing: the name of the series, over the title."),
    click.option("--issue", help="Briefing: the number of the issue."),
    click.option("--office", help="Briefing: the office that hands it in."),
    click.option("--original", is_flag=True, help="Annotated: the comments put into the original .docx."),
)


def report_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command these options."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def asked(form: str, chosen: dict[str, Any]) -> Briefing | Annotated | None:
    """The options of a form of report, made from those of the command line; None where it has none."""
    if form == "annotated":
        return Annotated(original=chosen["original"])
    if form != "briefing":
        return None
    names = {field.name for field in fields(Briefing)}
    told = {name: value for name, value in chosen.items() if value and name in names}
    if "template" in told:
        told["template"] = TEMPLATES.get(told["template"], Path(told["template"]))
    return Briefing(**told)
