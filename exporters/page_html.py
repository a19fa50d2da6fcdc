"""The web page: one file with everything in it, for whoever has a browser and nothing else.

It asks for nothing from anywhere and runs no script: its Content-Security-Policy allows its own style sheet,
known by its digest, and nothing more. A click works by the address: the card of a passage is shown while it
is the page's target (exporters/page_text.py).
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from db.kinds import KINDS
from exporters.page_cards import Paths, cards
from exporters.page_ledgers import ledger
from exporters.page_text import blocks, safe
from exporters.page_words import WORDS
from exporters.plain import plain
from exporters.progress import Progress, Tick
from exporters.report import Report, ReportPassage, ReportSource
from exporters.wholes import by_document, label_paths

STYLE = Path(__file__).resolve().parent.parent / "resources" / "pages" / "page.css"


def write(report: Report, stream: BinaryIO, tick: Tick) -> None:
    """Write the page; `tick` counts passages."""
    progress = Progress(tick, sum(map(report.count, report.kinds)))
    for piece in _page(report, progress):
        stream.write(piece.encode())


def _page(report: Report, progress: Progress) -> Iterator[str]:
    paths, words = label_paths(report), WORDS[report.language]
    yield _head(report)
    yield f'<body><a class="skip" href="#text">{words.skip}</a>\n'
    yield _title(report)
    yield _bar(report)
    yield '<main id="text">\n'
    standing = by_document(report)
    for source in report.sources:
        yield from _document(report, source, standing[source.document_id], paths, progress)
    for kind in report.kinds:
        yield from ledger(report, kind, paths)
    yield "<footer>Cezhu 策注</footer></main></body></html>\n"


def _head(report: Report) -> str:
    style = STYLE.read_text(encoding="utf-8") + "".join(
        f".l{label.id} {{ --c: {label.colour}; }}\n" for label in report.tree
    )
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{WORDS[report.language].lang}"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="author" content="{safe(report.author)}">\n'
        f"<title>{safe(report.title)}</title>\n<style>{style}</style></head>\n"
    )


def _title(report: Report) -> str:
    words = WORDS[report.language]
    about = (report.subtitle, report.author, f"{words.made} {report.made.isoformat()}")
    shown = " · ".join(part for part in about if part)
    return f'<header><h1>{safe(report.title)}</h1><p class="about">{safe(shown)}</p></header>\n'


def _bar(report: Report) -> str:
    """Where one can go: each document, each ledger with its count."""
    words = WORDS[report.language]
    documents = (f'<li><a href="#d{d.id}">{safe(d.title)}</a></li>' for d in report.documents)
    ledgers = (
        f'<li class="{kind}"><a href="#ledger-{kind}">{safe(_plural(kind, report.language))}'
        f" <b>{report.count(kind):,}</b></a></li>"
        for kind in report.kinds
        if report.count(kind)
    )
    return (
        f'<nav class="bar" aria-label="{words.contents}"><ul>{"".join((*ledgers, *documents))}</ul></nav>\n'
    )


def _plural(kind: str, language: str) -> str:
    return KINDS[kind].zh if language == "zh" else KINDS[kind].plural


def _document(
    report: Report, source: ReportSource, passages: list[ReportPassage], paths: Paths, progress: Progress
) -> Iterator[str]:
    title = source.properties["title"]
    yield f'<article id="d{source.document_id}"><h2>{safe(title)}</h2>\n'
    yield f'<p class="facts">{"".join(_facts(report, source))}</p><div class="text" lang="zh">\n'
    yield from blocks(source, passages)
    yield "</div>\n"
    yield from cards(report, source, progress.over(passages), paths)
    yield "</article>\n"


def _facts(report: Report, source: ReportSource) -> Iterator[str]:
    told: Sequence[object] = [
        *(source.properties.get(name) for name in ("issuer", "number", "issued", "published")),
        f"{len(source.text):,} {WORDS[report.language].characters}",
    ]
    for value in told:
        if value:
            yield f"<span>{safe(plain(value))}</span>"
