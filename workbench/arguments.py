"""What the commands take alike."""

from pathlib import Path
from typing import Any

import click

from db.kinds import KINDS

PATH = click.Path(path_type=Path)
"""A file or a project; the verbs tell whether it is there."""


class _Project(click.Path):
    """A project opened for writing. That an older one is brought up to date first, for a minute, is told."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        from db.project_file import is_older

        path: Any = super().convert(value, param, ctx)
        if is_older(path):
            click.echo(f"Bringing {path} up to date; a copy of it as it was stays beside it…", err=True)
        return path


PROJECT = _Project(path_type=Path)

only_documents = click.option(
    "--document", "document_ids", type=int, multiple=True, help="Only this document (by id); repeatable."
)
only_kinds = click.option(
    "--kind", "kinds", type=click.Choice(list(KINDS)), multiple=True, help="Only this kind."
)
