"""What the commands take alike."""

from pathlib import Path

import click

PATH = click.Path(path_type=Path)
"""A file or a project; the verbs tell whether it is there."""
