"""What a click on a passage of the web page shows: its card. Hidden until it is the page's target."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from db.kinds import KINDS
from exporters.page_text import safe, stretches
from exporters.page_words import WORDS, Words
from exporters.report import Report, ReportLabel, ReportPassage, ReportSource

Paths = Mapping[int, Sequence[Sequence[ReportLabel]]]
"""By passage, the paths of its labels."""

NEIGHBOURS = 8
"""Passages at the same place that a card names at most."""


def cards(
    report: Report, source: ReportSource, passages: Iterable[ReportPassage], paths: Paths
) -> Iterator[str]:
    """A card for each passage of a document."""
    listed = list(passages)
    beside = _beside(source, listed)
    for passage in listed:
        yield _card(report, passage, paths.get(passage.id, ()), beside.get(passage.id, {}))


def _beside(source: ReportSource, passages: Sequence[ReportPassage]) -> dict[int, dict[int, ReportPassage]]:
    """By passage, those that share some of its words."""
    beside: dict[int, dict[int, ReportPassage]] = {}
    for _, _, covering in stretches(source.blocks, passages):
        for passage in covering if len(covering) > 1 else ():
            others = beside.setdefault(passage.id, {})
            others.update((other.id, other) for other in covering[:NEIGHBOURS] if other is not passage)
    return beside


def _card(
    report: Report,
    passage: ReportPassage,
    labels: Sequence[Sequence[ReportLabel]],
    beside: Mapping[int, ReportPassage],
) -> str:
    words, kind = WORDS[report.language], KINDS[passage.kind]
    name = kind.heading(report.language)
    return (
        f'<aside class="card {passage.kind}" id="p{passage.id}" tabindex="-1" aria-label="{safe(name)}">'
        f'<a class="close" href="#s{passage.id}" aria-label="{words.close}">×</a>'
        f"<h3>{safe(name)}</h3><blockquote>{safe(passage.quote)}</blockquote>"
        f"<dl>{''.join(_lines(report, passage, labels, beside, words))}</dl>"
        f'<p class="from">{safe(_from(report, passage, words))}</p></aside>\n'
    )


def _lines(
    report: Report,
    passage: ReportPassage,
    labels: Sequence[Sequence[ReportLabel]],
    beside: Mapping[int, ReportPassage],
    words: Words,
) -> Iterator[str]:
    for field in KINDS[passage.kind].fields:
        if shown := field.shown(passage.fields.get(field.name), report.language):
            yield _line(field.heading(report.language), safe(shown))
    if labels:
        yield _line(words.labels, chips(labels))
    if passage.note:
        yield _line(words.note, safe(passage.note))
    yield _line(words.source, _link(f"#s{passage.id}", report.source(passage)))
    yield _line(words.in_ledger, _link(f"#r{passage.id}", f"{passage.id}"))
    if beside:
        links = (
            _link(f"#p{o.id}", f"{KINDS[o.kind].heading(report.language)} {o.id}") for o in beside.values()
        )
        yield _line(words.also, " · ".join(links))


def chips(labels: Sequence[Sequence[ReportLabel]]) -> str:
    """Labels with their colours; the path to each says where it stands in the tree."""
    return "".join(
        f'<span class="label l{path[-1].id}">{safe("/".join(label.name for label in path))}</span>'
        for path in labels
    )


def _line(term: str, content: str) -> str:
    return f"<dt>{safe(term)}</dt><dd>{content}</dd>"


def _link(target: str, text: str) -> str:
    return f'<a href="{target}">{safe(text)}</a>'


def _from(report: Report, passage: ReportPassage, words: Words) -> str:
    by = f"{words.by} {passage.author}" if passage.author else ""
    at = passage.changed.isoformat(" ", "minutes") if passage.changed else ""
    return " · ".join(part for part in (by, at) if part)
