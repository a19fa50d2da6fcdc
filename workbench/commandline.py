"""The command line: the same verbs as the window's, without Qt.

Exit codes: 0 done, 1 failed (what failed is told on standard error), 2 bad usage.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from db.kinds import KINDS
from db.problems import Problem
from exporters import EXPORTERS, exporter_for
from exporters.briefing import compares
from importers import Options, recognises_pictures
from workbench import exchanging, verbs
from workbench.arguments import PATH, PROJECT, only_documents, only_kinds
from workbench.commands_compare import compare, trace
from workbench.commands_report import questions
from workbench.commands_return import take_back
from workbench.commands_search import reindex, search
from workbench.commands_suggest import suggest
from workbench.commands_words import words
from workbench.counted import counted
from workbench.report_changes import with_changes
from workbench.report_options import asked, report_options

if TYPE_CHECKING:
    from db.models import Document
    from db.store import Store

Painter = Callable[..., None]
"""`main.take_picture`: paints the window; given by main, because the workbench knows no window."""


class Told(click.ClickException):
    """A problem in the analyst's words, without a traceback; exit code 1."""

    exit_code = 1


class Commands(click.Group):
    """Commands whose problems are told as sentences."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Problem as problem:
            raise Told(str(problem)) from problem


MOST_PIXELS = 10_000
"""Of a side of a picture; Qt paints no window much larger."""


class Size(click.ParamType[tuple[int, int]]):
    """A picture's size in pixels, written 1600x1000."""

    name = "WIDTHxHEIGHT"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        size = re.fullmatch(r"(\d{3,5})x(\d{3,5})", str(value))
        if not size or max(sides := (int(size[1]), int(size[2]))) > MOST_PIXELS:
            self.fail(f"{value!r} is no size: write it as 1600x1000, up to {MOST_PIXELS}.", param, ctx)
        return sides


@click.group(cls=Commands, name="main.py", context_settings={"help_option_names": ["-h", "--help"]})
def commands() -> None:
    """Cezhu 策注 reads Chinese policy documents: tag tasks, targets and policies; hand in Word and Excel.

    Without a command, main.py [PROJECT.cezhu] opens the window.
    """


@commands.command("import")
@click.argument("project", type=PROJECT)
@click.argument("files", type=PATH, nargs=-1, required=True)
@click.option("--encoding", help="Read text files in this encoding instead of recognising it.")
@click.option("--keep-line-breaks", is_flag=True, help="Keep every line of a text file as its own paragraph.")
@click.option("--password", help="The password that opens locked files.")
@click.option("--recognise", is_flag=True, help="Recognise the text in pages that are pictures (extra: ocr).")
@click.option("--kind", type=click.Choice(list(KINDS)), help="The kind of what no code of a .qdpx gives one.")
def import_files(
    project: Path, files: tuple[Path, ...], kind: str | None, recognise: bool, **choices: Any
) -> None:
    """Import FILES into PROJECT, made if it is not there; a bad or known file is told and skipped.

    A .qdpx or .qdc is taken over with its codes and selections, and what had no place is listed.
    """
    if recognise and not recognises_pictures():
        raise click.UsageError("Text in pictures needs the extra package: pip install .[ocr]")
    failed = 0
    with verbs.open_or_create(project) as store:
        for path, outcome in _imported(store, files, Options(recognise=recognise, **choices), kind):
            failed += isinstance(outcome, Problem) and not isinstance(outcome, verbs.KnownText)
            click.echo(f"{path.name}: {outcome}", err=isinstance(outcome, Problem))
    if failed:
        raise Told(f"Not imported: {failed} of {counted(len(files), 'file')}.")


def _imported(
    store: "Store", files: Sequence[Path], options: Options, kind: str | None
) -> Iterator[tuple[Path, str | Problem]]:
    """For each file what was made of it, in words, or why nothing was."""
    plain = [path for path in files if path.suffix.lower() not in exchanging.SUFFIXES]
    for path, outcome in verbs.import_files(store, plain, options):
        yield path, outcome if isinstance(outcome, Problem) else _sized(outcome)
    for path in (path for path in files if path not in plain):
        try:
            taken = exchanging.take_in(store, path, otherwise=kind)
            yield path, taken.told()
        except Problem as problem:
            yield path, problem


def _sized(document: "Document") -> str:
    blocks = len(document.blocks)
    return f"“{document.title}”, {document.length:,} characters, {blocks} block{'s' * (blocks != 1)}"


@commands.command(epilog="\b\n" + "\n".join(f"{e.suffix:8} {e.en} ({e.name})" for e in EXPORTERS))
@click.argument("project", type=PROJECT)
@click.argument("out", type=PATH)
@click.option(
    "--as",
    "form",
    type=click.Choice([exporter.name for exporter in EXPORTERS]),
    help="Which report to write; OUT's ending tells without.",
)
@click.option("--language", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
@click.option("--title", help="The report's title.")
@only_documents
@only_kinds
@report_options
def export(
    project: Path,
    out: Path,
    form: str | None,
    language: str,
    title: str | None,
    document_ids: tuple[int, ...],
    kinds: tuple[str, ...],
    **chosen: Any,
) -> None:
    """Write PROJECT's report to OUT, whose ending says as what."""
    with verbs.open_project(project) as store:
        verbs.expect_documents(store, document_ids)
        name = exporter_for(out, form).name
        report = verbs.gather(store, document_ids or None, kinds or None, title, language, name)
        options = asked(name, chosen)
        if compares(options):
            report = with_changes(store, report)
    verbs.export(report, out, form, options=options)
    passages, documents = counted(len(report.passages), "passage"), counted(len(report.documents), "document")
    click.echo(f"{out}: {passages} from {documents}")


@commands.command()
@click.argument("project", type=PATH)
def check(project: Path) -> None:
    """Check PROJECT: the file, that every passage quotes the text it stands in, and the search index."""
    with verbs.look_at(project) as store:
        faults = verbs.check(store)
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise Told(f"{project} has {counted(len(faults), 'fault')}.")
    click.echo(f"{project}: sound")


@commands.command()
@click.argument("project", type=PATH)
@click.argument("out", type=PATH)
@click.option("--size", type=Size(), default="1600x1000", show_default=True)
@click.option("--view", default="main", show_default=True, help="Which view of the window to paint.")
@click.option("--language", type=click.Choice(["zh", "en"]), help="The interface's language.")
@click.option("--theme", type=click.Choice(["light", "dark"]))
@click.pass_obj
def screenshot(
    paint: Painter, project: Path, out: Path, size: tuple[int, int], view: str, **looks: str | None
) -> None:
    """Paint the real window with PROJECT open, off screen, and save it to OUT as PNG."""
    paint(project, out, size, view, **{name: value for name, value in looks.items() if value})
    click.echo(str(out))


for command in (compare, questions, reindex, search, suggest, trace, take_back, words):
    commands.add_command(command)


def run(arguments: list[str], paint: Painter) -> int:
    """Run one command line; the exit code of DESIGN section 5."""
    try:
        commands.main(arguments, prog_name="main.py", standalone_mode=False, obj=paint)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.Abort:
        click.echo("Stopped; what was done so far is kept.", err=True)
        return 1
    return 0
