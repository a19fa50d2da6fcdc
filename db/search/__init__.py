"""Finds words in the texts of all documents and in what analysts wrote: exactly, from one character up."""

from db.search import filters
from db.search.filters import Filters
from db.search.finding import Hit, Query, count, find, read
from db.search.folding import fold
from db.search.index import add, astray, forget, is_whole, rebuild

__all__ = [
    "Filters",
    "Hit",
    "Query",
    "add",
    "astray",
    "count",
    "filters",
    "find",
    "fold",
    "forget",
    "is_whole",
    "read",
    "rebuild",
]
