"""Which promises a briefing can speak of, and which targets stand for themselves."""

from exporters.report import Report, ReportPassage, ReportTrace


def compared(report: Report) -> list[ReportTrace]:
    """The traces whose outcome can be told: those with a report, and those that should have one by now.

    A promise is due where another document of its year or a later one reports any target as achieved.
    """
    achieved = {p.document_id for p in report.of_kind("target") if p.fields.get("nature") == "actual"}
    reporting = {d.id: d.reference_year or 0 for d in report.documents if d.id in achieved}

    def due(trace: ReportTrace) -> bool:
        own = report.document(report.passage(trace.promise))
        return any(id_ != own.id and year >= (own.reference_year or 0) for id_, year in reporting.items())

    return [trace for trace in report.traces if trace.report is not None or due(trace)]


def untraced(report: Report) -> list[ReportPassage]:
    """The targets that none of these traces is about."""
    traced = {id_ for trace in compared(report) for id_ in (trace.promise, trace.report)}
    return [passage for passage in report.of_kind("target") if passage.id not in traced]
