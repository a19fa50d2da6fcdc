"""What a report says of promises: the traces that analysts confirmed, judged as the tracker judges them."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from analysis.judge import NOT_REPORTED, judge
from analysis.trace_mentions import Mention, mentions
from db.models import Link
from exporters.report import ReportPassage, ReportTrace


def traces(
    passages: Sequence[ReportPassage], links: Iterable[Link], ceilings: Collection[str]
) -> tuple[ReportTrace, ...]:
    """One for every promise: every target that is planned. `ceilings` are the project's own."""
    by_id = {passage.id: passage for passage in passages}
    joined = {link.from_id: link for link in links}
    promises = [p for p in passages if p.kind == "target" and p.fields.get("nature") == "planned"]
    return tuple(_trace(promise, joined.get(promise.id), by_id, ceilings) for promise in promises)


def _trace(
    promise: ReportPassage, link: Link | None, by_id: Mapping[int, ReportPassage], ceilings: Collection[str]
) -> ReportTrace:
    report = by_id.get(link.to_id) if link else None
    if link is None or report is None:
        return ReportTrace(promise.id, None, NOT_REPORTED)
    found = judge(_mention(promise), _mention(report), ceilings)
    return ReportTrace(promise.id, report.id, link.verdict or found.state, found.gap)


def _mention(passage: ReportPassage) -> Mention:
    """The passage as tracing reads it; a number that two indicators share is judged by the first."""
    place = 0, len(passage.quote)
    return mentions(passage.quote, passage.document_id, None, place, passage.fields)[0]
