"""What the commands take alike."""

from pathlib import Path

import click

from db.kinds import KINDS

PATH = click.Path(path_type=Path)
"""A file or a project; the verbs tell whether it is there."""

only_documents = click.option(
    "--document", "document_ids", type=int, multiple=True, help="Only this document (by id); repeatable."
)
only_kinds = click.option(
    "--kind", "kinds", type=click.Choice(list(KINDS)), multiple=True, help="Only this kind."
)
