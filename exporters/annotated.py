"""What an annotated document can be asked for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Annotated:
    """`original` puts the comments into the original file, where it was a .docx, and changes nothing else."""

    original: bool = False


USUAL = Annotated()
