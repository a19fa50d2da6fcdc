"""search: queries from one character on over 1.45 M characters, and over 26 M.

The limit is a bare FTS5 phrase over single characters, with the lines it matches, in the same project: the
least that must be read to say where a phrase stands. Ours gives every place, exact to the character, in
documents that are not in the trash. The first page of hits, which is what is waited for, is measured too.

Notes and fields: the limit is a bare FTS5 phrase over the same words in an index of their own, with the words
it matches. Quotes have no index: theirs is a bare phrase over the texts, and the places of all passages.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from sqlalchemy import text
from sqlalchemy.orm import Session

from bench import projects
from bench.material import blocks
from bench.measure import Result, alternate, seconds
from bench.projects import document
from db import documents, search
from db.search import Filters, tagged
from db.search.written import FIELDS, TOKENS
from db.store import Store

LENGTH, FEW, MANY = 29_000, 50, 900
"""Characters of a document, and how many: 1.45 million and 26 million characters."""
DIFFERENT = 50
"""Texts that differ; the larger project holds each of them many times."""
QUERIES = ("一", "建设", "2", "工业互联网", "产业 -园区", "力争 NEAR/6 增长", "𠮷")
LATER = ("建设", "工业", "绿色 或 园区", "𠮷")
"""What is looked for in passages."""
PASSAGES = 10_000
PAGE = 100
"""Hits of a first page."""
BARE = (
    "SELECT lines.id, lines.folded FROM search JOIN search_lines AS lines ON lines.id = search.rowid "
    "WHERE search MATCH ? ORDER BY search.rowid"
)
BARE_WORDS = "SELECT words.id, words.said FROM bare JOIN words ON words.id = bare.rowid WHERE bare MATCH ?"
WORDS = {
    "notes": ("SELECT note FROM passages",),
    "fields": tuple(
        f"SELECT {column} FROM {source.table} WHERE {column} IS NOT NULL"
        for source in FIELDS.values()
        for column in source.columns
    ),
}
"""What is looked through in each place."""


def measure() -> Iterator[Result]:
    with TemporaryDirectory() as folder:
        few, many = made(Path(folder, "few.cezhu"), FEW), made(Path(folder, "many.cezhu"), MANY)
        with few, many, few.read() as small, many.read() as large:
            for query in QUERIES:
                sides = partial(every, small, query), partial(bare, small, query)
                yield Result("search", f"all places of {query}", *alternate(*sides), goal=3.0)
            yield Result("search", f"the first {PAGE} of each", *first_pages(small), goal=3.0)
            yield Result("search", "26 M characters, all queries", *grown(large, small), goal=25.0)
        yield from in_passages(Path(folder, "tagged.cezhu"))


def in_passages(path: Path) -> Iterator[Result]:
    """What analysts tagged and wrote: the hits of all queries by turns, and the bare phrases."""
    projects.make(path, [projects.Size(LENGTH, PASSAGES // FEW)] * FEW)
    with Store.open(path) as store:
        with store.step("note") as session:
            session.execute(text("UPDATE passages SET note = '待核实：' || quote"))
        for place, limit, goal in PLACES:
            with store.read() as session:
                index_words(session, WORDS.get(place, ()))
                every, first = (partial(every_in, session, place, most=most) for most in (None, PAGE))
                least = partial(limit, session)
                yield Result("search", f"all in {place}", *alternate(every, least), goal=goal)
                yield Result("search", f"the first {PAGE} in {place}", *alternate(first, least), goal=3.0)


def index_words(session: Session, wordings: Iterable[str]) -> None:
    """A bare index of what some statements select, for this connection alone."""
    run = session.connection().exec_driver_sql
    for name in ("bare", "words"):
        run(f"DROP TABLE IF EXISTS temp.{name}")
    run("CREATE TABLE temp.words (id INTEGER PRIMARY KEY, said)")
    run(f"CREATE VIRTUAL TABLE temp.bare USING fts5(characters, content='', tokenize='{TOKENS}')")
    for words in wordings:
        run(f"INSERT INTO temp.words (said) {words}")
    run("INSERT INTO temp.bare (rowid, characters) SELECT id, characters_of(said) FROM temp.words")


def every_in(session: Session, place: str, _run: int = 0, most: int | None = None) -> float:
    asked = [search.read(query) for query in LATER]
    return seconds(lambda: [tagged.find(session, query, Filters(), place, limit=most) for query in asked])


def bare_words(session: Session, _run: int = 0) -> float:
    run = session.connection().exec_driver_sql
    phrases = [phrase for query in LATER for phrase in phrases_of(query)]
    return seconds(lambda: [run(BARE_WORDS, (phrase,)).cursor.fetchall() for phrase in phrases])


def made(path: Path, count: int) -> Store:
    """A project of so many invented documents, open."""
    store = Store.create(path, author="分析员")
    texts = [blocks(LENGTH, seed=seed) for seed in range(DIFFERENT)]
    with store.step("import") as session:
        for number in range(count):
            whole, stretches = texts[number % DIFFERENT]
            documents.add(session, document(number, whole, stretches), str(number).encode())
    return store


def every(session: Session, query: str, _run: int = 0, most: int | None = None) -> float:
    """Every place of a query, with its offsets."""
    return seconds(lambda: search.find(session, query, limit=most))


def bare(session: Session, query: str, _run: int = 0) -> float:
    """The lines FTS5 matches with the words of the query as phrases."""
    phrases, connection = phrases_of(query), session.connection()
    return seconds(
        lambda: [connection.exec_driver_sql(BARE, (phrase,)).cursor.fetchall() for phrase in phrases]
    )


def bare_places(session: Session, _run: int = 0) -> float:
    run = session.connection().exec_driver_sql
    places = 'SELECT id, document_id, start, "end", kind FROM passages ORDER BY document_id, start'
    lines = sum(bare(session, query) for query in LATER)
    return lines + seconds(lambda: [run(places).cursor.fetchall() for _query in LATER])


def phrases_of(query: str) -> list[str]:
    asked = search.read(query)
    assert asked is not None
    return ['"' + " ".join(words.folded) + '"' for words in asked.words]


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


PLACES = (("passages", bare_places, 3.0), ("notes", bare_words, 8.0), ("fields", bare_words, 8.0))
"""Where is looked, the limit, and the goal for all hits."""
