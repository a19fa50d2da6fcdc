"""What the summary counts: cards and blocks of figures, every one a formula over the other sheets.

Formulas take whole columns, so that rows added below are counted too.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.kinds import KINDS
from exporters.report import TRACE_STATES, Report, ReportDocument
from exporters.sheet_charts import COLOURS
from exporters.sheet_layout import PAGES, column
from exporters.sheet_text import fitting
from exporters.sheet_writer import Formula

Letters = Mapping[str, Mapping[str, str]]
"""By sheet that is there, the letter of each of its columns by name."""

MOST = 10
"""Departments, documents or years in one block."""
LONGEST = 60
"""Characters of a name that is looked for in cells; a longer one is no department's."""
KEPT = ("met", "exceeded")
OPEN = "open"
CLOSED = ("done", "dropped")
STATUS = KINDS["task"].field("status")
NATURE = KINDS["target"].field("nature")

WORDS = {
    "zh": {
        "document": "文档", "target": "目标", "task": "任务", "policy": "政策", "kept": "承诺兑现率",
        "not_reported": "未见报告", "overdue": "逾期任务", "count": "数量", "trace": "目标追踪",
        "years": "各年度目标", "status": "任务进展", "lead": "牵头单位的任务", "documents": "各文档标注",
        "none": "未填", "made": "{author}　{made:%Y-%m-%d}　数字随各表自动更新",
    },
    "en": {
        "document": "Documents", "target": "Targets", "task": "Tasks", "policy": "Policies",
        "kept": "Promises met", "not_reported": "Not reported", "overdue": "Overdue tasks", "count": "Count",
        "trace": "What became of promises", "years": "Targets by year", "status": "Progress of tasks",
        "lead": "Tasks by lead department", "documents": "Passages by document", "none": "not filled in",
        "made": "{author}  {made:%Y-%m-%d}  Figures follow the other sheets",
    },
}  # fmt: skip

TRACE_COLOURS = ("375623", "548235", "B07800", "C00000", "2E75B6", "7F6000", "7B8594")
"""White figures stand on them."""
STATUS_COLOURS = ("FFC000", "5B9BD5", "70AD47", "A6A6A6", "D9D9D9")


@dataclass(frozen=True)
class Block:
    """A small table and its chart: ring, bars or lying bars. A row is a label and its counts."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    chart: str
    colours: tuple[str, ...] = COLOURS


class Summary:
    """What is counted in a workbook with these sheets and columns."""

    def __init__(self, report: Report, letters: Letters) -> None:
        self._report, self._letters = report, letters
        self._language = report.language
        self.words = WORDS[report.language]

    def cards(self) -> Iterator[tuple[str, Formula, str]]:
        """The figures at the top: name, formula, form."""
        for name in ("document", "target", "task", "policy"):
            if name in self._letters:
                yield self.words[name], Formula(f"={self._count(name)}", self._known_count(name)), "number"
        if self._has("tracker", "trace"):
            yield self.words["kept"], self._share_kept(), "percent"
            yield self.words["not_reported"], self._traced("not_reported"), "number"
        if self._has("task", "due_to", "status"):
            yield self.words["overdue"], self._overdue(), "number"

    def blocks(self) -> Iterator[Block]:
        """The tables below, those that have rows."""
        made = (self._traces(), self._years(), self._statuses(), self._leads(), self._documents())
        return (block for block in made if block is not None and block.rows)

    def _known_count(self, page: str) -> int:
        return len(self._report.documents) if page == "document" else self._report.count(page)

    def _share_kept(self) -> Formula:
        """Of the promises whose outcome can be told."""
        met = [self._traced(state) for state in KEPT]
        total = sum(trace.state != OPEN for trace in self._report.traces)
        known = sum(float(formula.gives or 0) for formula in met) / total if total else "–"
        counts = "+".join(formula.text.removeprefix("=") for formula in met)
        told = self._count("tracker") + self._traced(OPEN).text.replace("=", "-", 1)
        return Formula(f'=IFERROR(({counts})/({told}),"–")', known)

    def _traced(self, state: str) -> Formula:
        """How many promises came to that state."""
        known = sum(trace.state == state for trace in self._report.traces)
        return Formula(f"={self._matching('tracker', 'trace', self._outcome(state))}", known)

    def _traces(self) -> Block | None:
        if not self._has("tracker", "trace"):
            return None
        states = [choice.value for choice in TRACE_STATES]
        rows = tuple((self._outcome(state), self._traced(state)) for state in states)
        return Block((self.words["trace"], self.words["count"]), rows, "ring", TRACE_COLOURS)

    def _years(self) -> Block | None:
        if not self._has("target", "period_to", "nature"):
            return None
        counted = Counter(
            (passage.fields["period_to"].year, passage.fields.get("nature"))
            for passage in self._report.of_kind("target")
            if passage.fields.get("period_to")
        )
        years = sorted({year for year, _ in counted if year > 1900})[-MOST:]
        natures = [choice.value for choice in NATURE.choices]
        rows = tuple(
            (str(year), *(self._in_year(year, nature, counted[year, nature]) for nature in natures))
            for year in years
        )
        heads = (self.words["years"], *(NATURE.shown(nature, self._language) for nature in natures))
        return Block(heads, rows, "bars", COLOURS)

    def _in_year(self, year: int, nature: str, known: int) -> Formula:
        days, natures = (self._column("target", name) for name in ("period_to", "nature"))
        within = f'{days},">="&DATE({year},1,1),{days},"<="&DATE({year},12,31)'
        return Formula(f'=COUNTIFS({within},{natures},"{NATURE.shown(nature, self._language)}")', known)

    def _statuses(self) -> Block | None:
        if not self._has("task", "status"):
            return None
        known = Counter(passage.fields.get("status") for passage in self._report.of_kind("task"))
        names = {choice.value: STATUS.shown(choice.value, self._language) for choice in STATUS.choices}
        counts = {value: self._matching("task", "status", name) for value, name in names.items()}
        unknown = Formula(f"={self._count('task')}-{'-'.join(counts.values())}", known[None])
        rows = [(name, Formula(f"={counts[value]}", known[value])) for value, name in names.items()]
        heads = (self.words["status"], self.words["count"])
        return Block(heads, (*rows, (self.words["none"], unknown)), "bars", STATUS_COLOURS)

    def _leads(self) -> Block | None:
        """Departments in tasks they lead, alone or with others (their names joined by 、)."""
        if not self._has("task", "lead"):
            return None
        led = departments(self._report, ("lead",))
        rows = tuple((name, self._led_by(name, count)) for name, count in [*led.items()][:MOST])
        return Block((self.words["lead"], self.words["count"]), rows, "lying", COLOURS[1:2])

    def _led_by(self, name: str, known: int) -> Formula:
        column = self._column("task", "lead")
        places = (name, f"{name}、*", f"*、{name}", f"*、{name}、*")
        return Formula("=" + "+".join(f'COUNTIF({column},"{place}")' for place in places), known)

    def _documents(self) -> Block | None:
        kinds = [kind for kind in self._report.kinds if self._has("document", kind, "id")]
        tagged = sorted(self._report.documents, key=self._tagged, reverse=True)[:MOST]
        rows = tuple(
            (short(document.title), *(self._from(document, kind) for kind in kinds)) for document in tagged
        )
        heads = (self.words["documents"], *(self.words[kind] for kind in kinds))
        return Block(heads, rows, "lying", COLOURS) if kinds else None

    def _tagged(self, document: ReportDocument) -> int:
        return sum(self._report.count(kind, document) for kind in self._report.kinds)

    def _from(self, document: ReportDocument, kind: str) -> Formula:
        """Counted in the sheet of documents, where the id finds the row."""
        counts, ids = (self._column("document", name) for name in (kind, "id"))
        known = self._report.count(kind, document)
        return Formula(f"=IFERROR(INDEX({counts},MATCH({document.id},{ids},0)),0)", known)

    def _overdue(self) -> Formula:
        """Tasks past their day that are neither done nor dropped."""
        days, status = (self._column("task", name) for name in ("due_to", "status"))
        others = "".join(f',{status},"<>{STATUS.shown(value, self._language)}"' for value in CLOSED)
        waiting = [p.fields for p in self._report.of_kind("task") if p.fields.get("status") not in CLOSED]
        known = sum(bool(fields.get("due_to")) and fields["due_to"] < date.today() for fields in waiting)
        return Formula(f'=COUNTIFS({days},"<"&TODAY(){others})', known)

    def _outcome(self, state: str) -> str:
        names = {choice.value: choice.zh if self._language == "zh" else choice.en for choice in TRACE_STATES}
        return names[state]

    def _count(self, page: str) -> str:
        return f"COUNT({self._column(page, 'id')})"

    def _matching(self, page: str, name: str, value: str) -> str:
        return f'COUNTIF({self._column(page, name)},"{value}")'

    def _column(self, page: str, name: str) -> str:
        return column(PAGES[page].title(self._language), self._letters[page][name])

    def _has(self, page: str, *names: str) -> bool:
        return page in self._letters and set(names) <= self._letters[page].keys()


def departments(report: Report, names: Sequence[str] = ("lead", "supporting", "issuer")) -> dict[str, int]:
    """How often each department of these fields is named that cells can look for, most often first."""
    counted: Counter[str] = Counter()
    for passage in report.passages:
        for name in names:
            counted.update((passage.fields.get(name) or "").split("、"))
    return {name: count for name, count in counted.most_common() if is_plain(name)}


def is_plain(name: str) -> bool:
    """Whether a name can stand in a formula and in a list as it is."""
    return 0 < len(name) <= LONGEST and name.isprintable() and not set("*?~\",=<>+-@#'") & set(name)


def short(title: str) -> str:
    """A title as a chart has room for."""
    kept = " ".join(fitting(title, "zh").split())
    return kept if len(kept) <= 22 else f"{kept[:21]}…"
