"""What is read from a text: a value, and the words it was read from."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of one field of a passage and the raw words of the text it comes from."""

    value: str | float | date
    words: str


Readings = dict[str, Reading]
"""Readings by the name of their field in `db/kinds.py`; a field that cannot be read is not in it."""
