"""Which promises a briefing can speak of, and which targets stand for themselves."""

from exporters.report import Report, ReportPassage, ReportTrace


def compared(report: Report) -> list[ReportTrace]:
    """The traces whose outcome can be told; those that are open wait for a document that could report."""
    return [trace for trace in report.traces if trace.state != "open"]


def untraced(report: Report) -> list[ReportPassage]:
    """The targets that none of these traces is about."""
    traced = {id_ for trace in compared(report) for id_ in (trace.promise, trace.report)}
    return [passage for passage in report.of_kind("target") if passage.id not in traced]
