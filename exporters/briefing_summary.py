"""The summary of a briefing, written from the data: a paragraph each on targets, tasks, policies and changes.

Every sentence is a phrase of PHRASES that is told only where its figures are known.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from db.kinds import KINDS
from exporters.briefing_manuscript import Manuscript
from exporters.briefing_sections import grouped, policy_key, shown
from exporters.figures import figure
from exporters.report import CHANGES, TRACE_STATES, ReportPassage, ReportTrace
from exporters.series import series
from exporters.word_parts import paragraph

NAMED = 3
"""So many things are named in a sentence; the rest is counted."""

PHRASES: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "scope": "本简报依据{documents}整理，共收录{kinds}。",
        "nothing": "本简报依据{documents}整理，尚未标注目标、任务和政策。",
        "targets": "目标方面，共有{items}。",
        "planned": "计划目标{count}项",
        "actual": "完成数据{count}项",
        "unsaid": "未注明性质的{count}项",
        "traced": "从完成情况看，纳入对照的前期目标{count}项，其中{states}。",
        "traced_alike": "从完成情况看，纳入对照的前期目标{count}项，均{state}。",
        "missed": "未完成的{count}项为：{items}。",
        "miss": "{indicator}（目标{promised}，实际{reported}）",
        "silent": "尚未见报告的{count}项为：{items}。",
        "open": "另有待报告的目标{count}项，尚无后续文件可供对照。",
        "new_targets": "{whose}与{year}年相比，新提出目标{count}项：{items}。",
        "dropped_targets": "{whose}{year}年提出、此后未再提出的目标{count}项：{items}。",
        "tasks": "任务方面，共部署任务{count}项",
        "lead": "，{lead}牵头{most}项",
        "leads": "，涉及牵头单位{count}家",
        "most": "，其中{lead}牵头{most}项，为数最多",
        "dated": "；明确时限的{count}项，未明确时限的{rest}项",
        "all_dated": "；均明确时限",
        "none_dated": "；均未明确时限",
        "unnamed": "；未明确牵头单位的{count}项",
        "all_unnamed": "；均未明确牵头单位",
        "statuses": "。从进展看，{items}",
        "rest": "{items}，其余{count}项未注明进展",
        "policies": "政策方面，共涉及政策{count}项",
        "stages": "，其中{items}",
        "new_policies": "。{whose}与{year}年相比，新提及政策{count}项：{items}",
        "changes": "文件变化方面，{later}与{earlier}相比，{items}",
        "item": "{name}{count}项",
        "change": "{name}{count}处",
        "more": "{items}等",
        "whose": "{name}",
        "end": "。",
    },
    "en": {
        "scope": "This briefing draws on {documents} and holds {kinds}.",
        "nothing": "This briefing draws on {documents}, in which nothing is tagged yet.",
        "targets": "Targets: {items}.",
        "planned": "{count} planned",
        "actual": "{count} reported as achieved",
        "unsaid": "{count} without a nature",
        "traced": "Targets set earlier and compared with later reports ({count}): {states}.",
        "traced_alike": "Targets set earlier and compared with later reports ({count}): all {state}.",
        "missed": "Missed ({count}): {items}.",
        "miss": "{indicator} (promised {promised}, reported {reported})",
        "silent": "Not reported so far ({count}): {items}.",
        "open": "Open ({count}): no document is there yet that could report them.",
        "new_targets": "{whose}New against {year} ({count}): {items}.",
        "dropped_targets": "{whose}Set in {year} and not since ({count}): {items}.",
        "tasks": "Tasks: {count} in all",
        "lead": "; led by {lead}: {most}",
        "leads": "; lead departments: {count}",
        "most": ", most led by {lead} ({most})",
        "dated": "; with a date: {count}, without: {rest}",
        "all_dated": "; all with a date",
        "none_dated": "; none with a date",
        "unnamed": "; without a lead department: {count}",
        "all_unnamed": "; none with a lead department",
        "statuses": ". By progress: {items}",
        "rest": "{items}, {count} not told",
        "policies": "Policies: {count} in all",
        "stages": ", of them {items}",
        "new_policies": ". {whose}New against {year} ({count}): {items}",
        "changes": "Changes: against {earlier}, {later} has {items}",
        "item": "{count} {name}",
        "change": "{count} {name}",
        "more": "{items} and more",
        "whose": "{name}: ",
        "end": ".",
    },
}


Says = Callable[..., str]


def summary(sheet: Manuscript) -> Iterator[str]:
    for sentences, *tables in PARAGRAPHS:
        says = _speaker(sheet)
        text = "".join(sentences(sheet, says)).strip()
        if text:
            end = says("end")
            yield paragraph(
                "BodyText", sheet.run(text.removesuffix(end)), sheet.seen(*tables), sheet.run(end)
            )


def _speaker(sheet: Manuscript) -> Says:
    phrases = PHRASES[sheet.words.language]
    return lambda phrase, /, **values: phrases[phrase].format(**values)


def _scope(sheet: Manuscript, says: Says) -> Iterator[str]:
    report, words = sheet.report, sheet.words
    if report.documents:
        named = _listed(sheet, says, [document.named for document in report.documents])
        kinds = words.counts((words.kind(KINDS[kind]), report.count(kind)) for kind in report.tagged_kinds)
        yield says("scope" if kinds else "nothing", documents=named, kinds=kinds)


def _targets(sheet: Manuscript, says: Says) -> Iterator[str]:
    targets = sheet.report.of_kind("target")
    if targets:
        natures = Counter(target.fields.get("nature") or "unsaid" for target in targets)
        named = ("planned", "actual", "unsaid")
        items = sheet.words.comma.join(says(name, count=natures[name]) for name in named if natures[name])
        yield _sentence(sheet, says("targets", items=items))
    yield from _outcomes(sheet, says)
    if waiting := len(sheet.report.traces) - len(sheet.traces):
        yield _sentence(sheet, says("open", count=waiting))
    yield from _renewed(sheet, says)


def _outcomes(sheet: Manuscript, says: Says) -> Iterator[str]:
    """How many promises were kept, and which were not."""
    traces = sheet.traces
    if not traces:
        return
    counts = Counter(trace.state for trace in traces)
    there = [(shown(c, sheet.words.language), counts[c.value]) for c in TRACE_STATES if counts[c.value]]
    alike = len(there) == 1 and len(traces) > 1
    told = {"states": _counted(sheet, says, there), "state": there[0][0]}
    yield _sentence(sheet, says("traced_alike" if alike else "traced", count=len(traces), **told))
    missed = [trace for trace in traces if trace.state == "missed"]
    if missed:
        items = _listed(sheet, says, [_miss(sheet, says, trace) for trace in missed])
        yield _sentence(sheet, says("missed", count=len(missed), items=items))
    silent = [_indicator(sheet.report.passage(t.promise)) for t in traces if t.state == "not_reported"]
    if silent:
        yield _sentence(sheet, says("silent", count=len(silent), items=_listed(sheet, says, silent)))


def _miss(sheet: Manuscript, says: Says, trace: ReportTrace) -> str:
    language = sheet.words.language
    promise = sheet.report.passage(trace.promise)
    if trace.report is None:
        return _indicator(promise)
    figures = (figure(sheet.report.passage(id_).fields, language) for id_ in (trace.promise, trace.report))
    gap = "" if language == "zh" else " "
    promised, reported = (words.replace(" ", gap) or "—" for words in figures)
    return says("miss", indicator=_indicator(promise), promised=promised, reported=reported)


def _renewed(sheet: Manuscript, says: Says) -> Iterator[str]:
    """Which indicators are planned for the first time, and which were planned the year before alone."""
    planned = [t for t in sheet.report.of_kind("target") if t.fields.get("nature") == "planned"]
    for whose, some, last, before in _renewals(sheet, says, planned):
        new, old = ({_indicator(t): None for t in some if _year(sheet, t) == year} for year in (last, before))
        for name, these, others in (("new_targets", new, old), ("dropped_targets", old, new)):
            if only := [item for item in these if item not in others]:
                items = _listed(sheet, says, only)
                yield _sentence(sheet, says(name, whose=whose, year=before, count=len(only), items=items))


def _tasks(sheet: Manuscript, says: Says) -> Iterator[str]:
    tasks = sheet.report.of_kind("task")
    if not tasks:
        return
    yield says("tasks", count=len(tasks))
    leads = Counter(task.fields["lead"] for task in tasks if task.fields.get("lead"))
    yield from _leads(leads, says)
    dated = sum(1 for task in tasks if task.fields.get("due_to"))
    yield _share("dated", dated, len(tasks), says)
    if unnamed := len(tasks) - leads.total():
        yield says("unnamed" if leads else "all_unnamed", count=unnamed)
    yield from _statuses(sheet, tasks, says)
    yield says("end")


def _leads(leads: Counter[str], says: Says) -> Iterator[str]:
    """How many departments lead, and which of them most unless several lead as many."""
    ranked = leads.most_common(2)
    if len(ranked) == 1:
        yield says("lead", lead=ranked[0][0], most=ranked[0][1])
    elif ranked:
        (lead, most), (_, next_most) = ranked
        yield says("leads", count=len(leads))
        if most > next_most:
            yield says("most", lead=lead, most=most)


def _share(name: str, count: int, of: int, says: Says) -> str:
    """How many of them, or that it is all or none."""
    return says({0: f"none_{name}", of: f"all_{name}"}.get(count, name), count=count, rest=of - count)


def _statuses(sheet: Manuscript, tasks: Sequence[ReportPassage], says: Says) -> Iterator[str]:
    counts = Counter(task.fields.get("status") for task in tasks)
    choices = KINDS["task"].field("status").choices
    known = [(shown(choice, sheet.words.language), counts[choice.value]) for choice in choices]
    if items := _counted(sheet, says, known):
        rest = len(tasks) - sum(count for _, count in known)
        yield says("statuses", items=says("rest", items=items, count=rest) if rest else items)


def _policies(sheet: Manuscript, says: Says) -> Iterator[str]:
    mentions = sheet.report.of_kind("policy")
    if not mentions:
        return
    by_name = grouped(mentions, policy_key)
    yield says("policies", count=len(by_name))
    told = (dict.fromkeys(mention.fields.get("action") for mention in one) for one in by_name.values())
    stages = Counter(action for actions in told for action in actions if action)
    if stages:
        items = _counted(sheet, says, stages.most_common(NAMED))
        yield says("stages", items=says("more", items=items) if len(stages) > NAMED else items)
    for whose, some, last, before in _renewals(sheet, says, mentions):
        known = {policy_key(p) for p in some if (_year(sheet, p) or 0) != last}
        if new := [_named(one[0]) for key, one in grouped(some, policy_key).items() if key not in known]:
            named = _listed(sheet, says, new)
            yield says("new_policies", whose=whose, year=before, count=len(new), items=named)
    yield says("end")


def _named(policy: ReportPassage) -> str:
    """A policy as a sentence names it: a document in 《》, a programme in “” unless it has its marks."""
    name = str(policy.fields.get("name") or policy.quote)
    if name.startswith(("《", "“")):
        return name
    return f"“{name}”" if policy.fields.get("form") == "programme" else f"《{name}》"


def _changes(sheet: Manuscript, says: Says) -> Iterator[str]:
    named = {document.id: document.named for document in sheet.report.documents}
    pairs: defaultdict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for change in sheet.report.changes:
        pairs[change.earlier_id, change.later_id][change.state] += 1
    for (earlier, later), states in pairs.items():
        counts = [(shown(choice, sheet.words.language), states[choice.value]) for choice in CHANGES]
        items = _counted(sheet, says, counts, "change")
        told = says("changes", earlier=named[earlier], later=named[later], items=items)
        yield _sentence(sheet, told + says("end"))


PARAGRAPHS = (
    (_scope,),
    (_targets, "traces", "targets"),
    (_tasks,),
    (_policies, "policies"),
    (_changes, "changes"),
)
"""The paragraphs, each with the tables that it leads to."""


def _sentence(sheet: Manuscript, text: str) -> str:
    """English sentences stand a space apart."""
    return text if sheet.words.language == "zh" else f"{text} "


def _listed(sheet: Manuscript, says: Says, items: Sequence[str]) -> str:
    told = sheet.words.listed(items[:NAMED])
    return says("more", items=told) if len(items) > NAMED else told


def _counted(sheet: Manuscript, says: Says, counts: Iterable[tuple[str, int]], form: str = "item") -> str:
    return sheet.words.comma.join(says(form, name=name, count=count) for name, count in counts if count)


def _indicator(passage: ReportPassage) -> str:
    return str(passage.fields.get("indicator") or passage.quote)


def _year(sheet: Manuscript, passage: ReportPassage) -> int | None:
    return sheet.report.document(passage).reference_year


Renewal = tuple[str, list[ReportPassage], int, int]


def _renewals(sheet: Manuscript, says: Says, passages: Sequence[ReportPassage]) -> Iterator[Renewal]:
    """The passages of documents that belong together, where these are about several years.

    With whose they are, which stays empty where all documents belong together, the last year they are about,
    and the one before it among them.
    """
    found = series(sheet.report.documents)
    for some in found:
        ids = {document.id for document in some}
        mine = [passage for passage in passages if passage.document_id in ids]
        years = sorted({year for p in mine if (year := _year(sheet, p)) is not None}, reverse=True)
        if len(years) > 1:
            name = some[-1].issuer or some[-1].place or some[-1].named
            yield says("whose", name=name) if len(found) > 1 else "", mine, years[0], years[1]
