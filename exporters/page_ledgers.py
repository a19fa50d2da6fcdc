"""The ledgers on the web page: a table a kind, with the columns that have anything to show."""

from collections.abc import Iterator, Sequence

from db.kinds import KINDS, Field
from exporters.page_cards import Paths, chips
from exporters.page_text import safe
from exporters.page_words import WORDS
from exporters.report import PLACE_FIELDS, Report, ReportPassage

BROAD = 12
"""From this usual width on, in characters, a column may not become narrow."""

QUOTE = PLACE_FIELDS[2]


def ledger(report: Report, kind: str, paths: Paths) -> Iterator[str]:
    """The HTML of one kind's ledger; nothing where it is empty."""
    passages = report.of_kind(kind)
    if not passages:
        return
    fields = [f for f in KINDS[kind].fields if any(p.fields.get(f.name) is not None for p in passages)]
    name = KINDS[kind].zh if report.language == "zh" else KINDS[kind].plural
    yield f'<section class="ledger {kind}" id="ledger-{kind}"><h2>{safe(name)} {len(passages)}</h2>\n'
    yield f'<div class="scroll"><table><thead><tr>{_heads(report, fields)}</tr></thead><tbody>\n'
    for passage in passages:
        yield _row(report, fields, passage, paths)
    yield "</tbody></table></div></section>\n"


def _heads(report: Report, fields: Sequence[Field]) -> str:
    words = WORDS[report.language]
    headings = [field.heading(report.language) for field in fields]
    headings += [QUOTE.heading(report.language), words.source, words.labels, words.note]
    return "".join(f'<th scope="col">{safe(heading)}</th>' for heading in headings)


def _row(report: Report, fields: Sequence[Field], passage: ReportPassage, paths: Paths) -> str:
    shown = ((field, field.shown(passage.fields.get(field.name), report.language)) for field in fields)
    cells = [f'<td class="{_look(field)}">{safe(value)}</td>' for field, value in shown]
    cells += [
        f'<td class="quote"><a href="#s{passage.id}">{safe(passage.quote)}</a></td>',
        f'<td class="source">{safe(report.source(passage))}</td>',
        f'<td class="labels">{chips(paths.get(passage.id, ()))}</td>',
        f'<td class="wide">{safe(passage.note)}</td>' if passage.note else "<td></td>",
    ]
    return f'<tr id="r{passage.id}">{"".join(cells)}</tr>\n'


def _look(field: Field) -> str:
    """How a column is set: by its form, and broad where its values are long."""
    return f"{field.form} wide" if field.width >= BROAD else field.form
