"""The names that sites give to the parts of a page, as the lexicon lists them."""

import re
from functools import cache
from pathlib import Path

LEXICON = Path(__file__).parents[2] / "resources" / "lexicons" / "page_parts.txt"


@cache
def named(part: str) -> re.Pattern[str]:
    """What ids and classes of a "container" or of "furniture" match."""
    rows = (row.partition(":") for row in LEXICON.read_text("utf-8").splitlines())
    names = [name for key, _, listed in rows if key == part for name in listed.split()]
    return re.compile("|".join(re.escape(name).replace(r"\*", ".*") for name in names))
