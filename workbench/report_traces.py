"""What a report says of promises: the traces that analysts confirmed, judged as the tracker judges them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from analysis.judge import NOT_REPORTED, OPEN, judge
from analysis.trace_documents import Followers, Told, is_over
from analysis.trace_mentions import Mention, mentions
from db.models import Link
from exporters.report import ReportDocument, ReportPassage, ReportTrace


def traces(
    documents: Sequence[ReportDocument],
    passages: Sequence[ReportPassage],
    links: Iterable[Link],
    ceilings: Collection[str],
) -> tuple[ReportTrace, ...]:
    """One for every promise: every target that is planned. `ceilings` are the project's own.

    What nobody reports stays open until one of the documents should have reported it.
    """
    by_id = {passage.id: passage for passage in passages}
    joined = {link.from_id: link for link in links}
    promises = [p for p in passages if p.kind == "target" and p.fields.get("nature") == "planned"]
    silent = _silent(documents)
    return tuple(
        _trace(promise, joined.get(promise.id), by_id, ceilings)
        or ReportTrace(promise.id, None, silent(promise))
        for promise in promises
    )


def _silent(documents: Sequence[ReportDocument]) -> Callable[[ReportPassage], str]:
    """Tells the state of a promise that nobody reports."""
    told = [Told(one.id, one.title, one.reference_year, one.place, ()) for one in documents]
    followers = Followers(told)
    years = {one.document_id: (one.year, followers.of(one)) for one in told}

    def state(promise: ReportPassage) -> str:
        year, later = years[promise.document_id]
        ends = promise.fields.get("period_to")
        due = ends.year if ends else year
        return NOT_REPORTED if due and is_over(due, later) else OPEN

    return state


def _trace(
    promise: ReportPassage, link: Link | None, by_id: Mapping[int, ReportPassage], ceilings: Collection[str]
) -> ReportTrace | None:
    report = by_id.get(link.to_id) if link else None
    if link is None or report is None:
        return None
    found = judge(_mention(promise), _mention(report), ceilings)
    return ReportTrace(promise.id, report.id, link.verdict or found.state, found.gap)


def _mention(passage: ReportPassage) -> Mention:
    """The passage as tracing reads it; a number that two indicators share is judged by the first."""
    place = 0, len(passage.quote)
    return mentions(passage.quote, passage.document_id, None, place, passage.fields)[0]
