"""search: queries from one character on over 1.45 M characters, and over 26 M.

The limit is a bare FTS5 phrase over single characters, with the lines it matches, in the same project: the
least that must be read to say where a phrase stands. Ours gives every place, exact to the character, in
documents that are not in the trash. The first page of hits, which is what is waited for, is measured too.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from bench.material import blocks
from bench.measure import Result, alternate, seconds
from bench.projects import document
from db import documents, search
from db.store import Store

LENGTH, FEW, MANY = 29_000, 50, 900
"""Characters of a document, and how many: 1.45 million and 26 million characters."""
DIFFERENT = 50
"""Texts that differ; the larger project holds each of them many times."""
QUERIES = ("一", "建设", "2", "工业互联网", "产业 -园区", "力争 NEAR/6 增长", "𠮷")
PAGE = 100
"""Hits of a first page."""
BARE = (
    "SELECT lines.id, lines.folded FROM search JOIN search_lines AS lines ON lines.id = search.rowid "
    "WHERE search MATCH ? ORDER BY search.rowid"
)


def measure() -> Iterator[Result]:
    with TemporaryDirectory() as folder:
        few, many = made(Path(folder, "few.cezhu"), FEW), made(Path(folder, "many.cezhu"), MANY)
        with few, many, few.read() as small, many.read() as large:
            for query in QUERIES:
                sides = partial(every, small, query), partial(bare, small, query)
                yield Result("search", f"all places of {query}", *alternate(*sides), goal=3.0)
            yield Result("search", f"the first {PAGE} of each", *first_pages(small), goal=3.0)
            yield Result("search", "26 M characters, all queries", *grown(large, small), goal=25.0)


def made(path: Path, count: int) -> Store:
    """A project of so many invented documents, open."""
    store = Store.create(path, author="分析员")
    texts = [blocks(LENGTH, seed=seed) for seed in range(DIFFERENT)]
    with store.step("import") as session:
        for number in range(count):
            text, stretches = texts[number % DIFFERENT]
            documents.add(session, document(number, text, stretches), str(number).encode())
    return store


def every(session: Session, query: str, _run: int = 0, most: int | None = None) -> float:
    """Every place of a query, with its offsets."""
    return seconds(lambda: search.find(session, query, limit=most))


def bare(session: Session, query: str, _run: int = 0) -> float:
    """The lines FTS5 matches with the words of the query as phrases."""
    asked = search.read(query)
    assert asked is not None
    words = [words.folded for words in asked.words]
    phrases = ['"' + " ".join(folded) + '"' for folded in words]
    connection = session.connection()
    return seconds(
        lambda: [connection.exec_driver_sql(BARE, (phrase,)).cursor.fetchall() for phrase in phrases]
    )


def first_pages(session: Session) -> tuple[float, float]:
    """The first hits of all queries by turns, and the bare phrases."""
    return alternate(
        lambda _: sum(every(session, query, most=PAGE) for query in QUERIES),
        lambda _: sum(bare(session, query) for query in QUERIES),
    )


def grown(large: Session, small: Session) -> tuple[float, float]:
    """All places of all queries in the larger project and in the smaller one."""
    runs = [[sum(every(session, query) for query in QUERIES) for session in (large, small)] for _ in range(4)]
    mine, least = zip(*runs[1:], strict=True)
    return median(mine) * 1000, median(least) * 1000
