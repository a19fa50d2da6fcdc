"""The command that asks what an editor would ask before a report goes out."""

from pathlib import Path

import click

from workbench import verbs
from workbench.arguments import PATH, only_documents, only_kinds
from workbench.counted import counted


@click.command()
@click.argument("project", type=PATH)
@only_documents
@only_kinds
def questions(project: Path, document_ids: tuple[int, ...], kinds: tuple[str, ...]) -> None:
    """List what an editor would ask of PROJECT before its report goes out, a line a question.

    Each line begins with the passage's id: figures without unit or period, tasks without a lead, sources that
    cannot be cited, values that disagree, suggestions nobody has confirmed.
    """
    from workbench.checking import ask

    with verbs.look_at(project) as store:
        verbs.expect_documents(store, document_ids)
        asked = ask(store, document_ids or None, kinds or None)
    for question in asked:
        click.echo(f"[{question.passage_id}] {question}")
    click.echo(counted(len(asked), "question"))
