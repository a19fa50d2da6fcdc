"""trace: fifty yearly reports traced, against the minute it may take, and what a new one costs after that;
the tracker of a thousand documents shown and sifted, against the moments that nobody notices."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from bench.material import INDICATORS, blocks
from bench.measure import Result, seconds
from db import documents, retraced, tracked
from db.models import Block, Document
from db.store import Store
from db.tracked import Sieve
from desktop.tracking.grid import CHUNK
from desktop.tracking.promises import Promises
from workbench import tracker

REPORTS, LENGTH = 50, 20_000
MINUTE, MOMENT = 60.0, 5.0
"""Seconds that all may take, and that one more may."""
DOCUMENTS, EACH, NAMES = 995, 60, 600
"""Documents of the large project, promises of each, and names of indicators they are about."""
SHOWN, SIFTED = 150.0, 100.0
"""Milliseconds."""
TYPED = ("投资", "指标 7", "新增 指标 12")


def measure() -> Iterator[Result]:
    with TemporaryDirectory() as folder, Store.create(Path(folder) / "traced.cezhu") as store:
        for year in range(1970, 1970 + REPORTS):
            report(store, year)
        taken = seconds(lambda: tracker.update(store, processes=1))
        yield Result("trace", f"{REPORTS} yearly reports", taken, MINUTE, goal=1.0, unit="s")
        report(store, 1970 + REPORTS)
        taken = seconds(lambda: tracker.update(store, processes=1))
        yield Result("trace", "one more added to them", taken, MOMENT, goal=1.0, unit="s")
    with TemporaryDirectory() as folder, Store.create(Path(folder) / "large.cezhu") as store:
        fill(store)
        many = f"tracker of {DOCUMENTS} documents"
        taken = median(seconds(lambda: show(store)) for _ in TYPED)
        yield Result("trace", f"{many} shown", 1000 * taken, SHOWN, goal=1.0)
        taken = median(seconds(partial(sift, store, words)) for words in TYPED)
        yield Result("trace", f"{many} sifted by words", 1000 * taken, SIFTED, goal=1.0)


def report(store: Store, year: int) -> None:
    """A report of an invented city: what it reached last year, what it plans, long paragraphs of tasks."""
    dice = Random(year)
    lines = [f"云泽市{year}年政府工作报告", f"一、{year - 1}年工作回顾", _numbers(dice)]
    lines += [f"二、{year}年工作安排", f"今年主要预期目标是：{_numbers(dice)}", blocks(LENGTH, seed=year)[0]]
    _add(store, "\n".join(lines), year)


def _add(store: Store, text: str, year: int) -> int:
    title = text.partition("\n")[0]
    block = Block(ordinal=0, kind="paragraph", start=0, end=len(text), number=1)
    made = Document(
        title=title,
        reference_year=year,
        source_name=f"{year}.txt",
        media_type="text/plain",
        text=text,
        blocks=[block],
    )
    with store.step("import") as session:
        return documents.add(session, made, text.encode()).id


def _numbers(dice: Random) -> str:
    return "，".join(f"{indicator}增长{dice.randint(2, 20)}%" for indicator in INDICATORS) + "。"


def fill(store: Store) -> None:
    """Documents of thirty years with promises as they are stored, a fifth of them told of."""
    dice = Random(5)
    for number in range(DOCUMENTS):
        year, whose = 1996 + number % 30, f"第{number // 30}市"
        id_ = _add(store, f"{whose}{year}年政府工作报告", year)
        said = {"source": "", "place": whose, "digest": "", "dues": [year], "said": b"", "named": b""}
        rows = [_promise(dice, id_, year, place) for place in range(EACH)]
        with store.derive() as session:
            retraced.keep_said(session, id_, checked=True, **said)
            retraced.keep(session, id_, whose, rows, traced="", names="")


def _promise(dice: Random, document_id: int, year: int, place: int) -> dict[str, Any]:
    number = dice.randrange(NAMES)
    name = f"{INDICATORS[number % len(INDICATORS)]}指标{number}"
    quote, is_told = f"{name}增长{dice.randint(2, 20)}%以上，为下一步工作打好基础", dice.random() < 0.2
    where = [document_id, 40 * place, 40 * place + len(quote), quote, 7.0, None, "%", ">=", "change", None]
    computed = "met" if is_told else dice.choice(("open", "not_reported"))
    reported = (7.0, "% change", 0.0, 0.9) if is_told else (None, None, None, 0.6)
    return {
        **dict.fromkeys(("passage_id", "report_id", "later")),
        **dict.fromkeys(("departments", "course"), ""),
        **dict.fromkeys(("indicator", "shown", "line"), name),
        **dict(zip(("reported", "reported_measure", "gap", "sureness"), reported, strict=True)),
        **dict(zip(("start", "year", "value", "measure"), (40 * place, year, 7.0, "% change"), strict=True)),
        **dict(zip(("told", "computed", "listed"), (is_told, computed, number < 20), strict=True)),
        "course_sureness": 0.0,
        "sought": tracked.sought(name, quote),
        "promise": where,
        "report": where if is_told else None,
    }


def show(store: Store) -> None:
    """All that the table asks for before it is painted."""
    promises = Promises(store)
    promises.tallies()
    promises.departments()
    promises.of_several()
    _lay_out(promises, Sieve())


def sift(store: Store, words: str) -> None:
    """What a typed word asks for."""
    _lay_out(Promises(store), Sieve(words=words))


def _lay_out(promises: Promises, sieve: Sieve) -> None:
    promises.confirmable(sieve)
    lines, _years = promises.laid_out(sieve)
    promises.lines(sieve, lines[:CHUNK])
