"""Counts as the command line says them."""


def counted(count: int, noun: str) -> str:
    """A count with its noun: 1 → "1 document", 1200 → "1,200 documents"."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
