"""What the summary counts: cards and blocks of figures, every one a formula over the other sheets.

Formulas take whole columns, so that rows added below are counted too.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from db.kinds import KINDS
from exporters.report import TRACE_STATES, Report, ReportDocument
from exporters.sheet_charts import COLOURS
from exporters.sheet_column import Formula
from exporters.sheet_layout import PAGES, column
from exporters.sheet_text import fitting

Letters = Mapping[str, Mapping[str, str]]
"""By sheet that is there, the letter of each of its columns by name."""

MOST = 10
"""Departments, documents or years in one block."""
LONGEST = 60
"""Characters of a name that is looked for in cells; a longer one is no department's."""
KEPT = ("met", "exceeded")
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

TRACE_COLOURS = ("375623", "70AD47", "FFC000", "C00000", "5B9BD5", "A6A6A6")
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
                yield self.words[name], Formula(f"={self._count(name)}"), "number"
        if "tracker" in self._letters:
            met = "+".join(self._matching("tracker", "trace", self._outcome(state)) for state in KEPT)
            yield self.words["kept"], Formula(f'=IFERROR(({met})/{self._count("tracker")},"–")'), "percent"
            missing = self._matching("tracker", "trace", self._outcome("not_reported"))
            yield self.words["not_reported"], Formula(f"={missing}"), "number"
        if self._has("task", "due_to", "status"):
            yield self.words["overdue"], Formula(f"={self._overdue()}"), "number"

    def blocks(self) -> Iterator[Block]:
        """The tables below, those that have rows."""
        made = (self._traces(), self._years(), self._statuses(), self._leads(), self._documents())
        return (block for block in made if block is not None and block.rows)

    def _traces(self) -> Block | None:
        if "tracker" not in self._letters:
            return None
        names = [self._outcome(choice.value) for choice in TRACE_STATES]
        rows = tuple((name, Formula(f"={self._matching('tracker', 'trace', name)}")) for name in names)
        return Block((self.words["trace"], self.words["count"]), rows, "ring", TRACE_COLOURS)

    def _years(self) -> Block | None:
        if not self._has("target", "period_to", "nature"):
            return None
        ends = (passage.fields.get("period_to") for passage in self._report.of_kind("target"))
        years = sorted({day.year for day in ends if day and day.year > 1900})[-MOST:]
        natures = [NATURE.shown(choice.value, self._language) for choice in NATURE.choices]
        rows = tuple((str(year), *(self._in_year(year, nature) for nature in natures)) for year in years)
        return Block((self.words["years"], *natures), rows, "bars", COLOURS)

    def _in_year(self, year: int, nature: str) -> Formula:
        days = self._column("target", "period_to")
        within = f'{days},">="&DATE({year},1,1),{days},"<="&DATE({year},12,31)'
        return Formula(f'=COUNTIFS({within},{self._column("target", "nature")},"{nature}")')

    def _statuses(self) -> Block | None:
        if not self._has("task", "status"):
            return None
        names = [STATUS.shown(choice.value, self._language) for choice in STATUS.choices]
        counts = [self._matching("task", "status", name) for name in names]
        unknown = f"={self._count('task')}-{'-'.join(counts)}"
        rows = [*zip(names, (Formula(f"={count}") for count in counts), strict=True)]
        heads = (self.words["status"], self.words["count"])
        return Block(heads, (*rows, (self.words["none"], Formula(unknown))), "bars", STATUS_COLOURS)

    def _leads(self) -> Block | None:
        """Departments in tasks they lead, alone or with others (their names joined by 、)."""
        if not self._has("task", "lead"):
            return None
        rows = tuple((name, self._led_by(name)) for name in departments(self._report, ("lead",))[:MOST])
        return Block((self.words["lead"], self.words["count"]), rows, "lying", COLOURS[1:2])

    def _led_by(self, name: str) -> Formula:
        column = self._column("task", "lead")
        places = (name, f"{name}、*", f"*、{name}", f"*、{name}、*")
        return Formula("=" + "+".join(f'COUNTIF({column},"{place}")' for place in places))

    def _documents(self) -> Block | None:
        kinds = [kind for kind in self._report.kinds if kind in self._letters]
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
        ids = self._column("document", "id")
        return Formula(f"=IFERROR(INDEX({self._column('document', kind)},MATCH({document.id},{ids},0)),0)")

    def _outcome(self, state: str) -> str:
        names = {choice.value: choice.zh if self._language == "zh" else choice.en for choice in TRACE_STATES}
        return names[state]

    def _overdue(self) -> str:
        status = self._column("task", "status")
        others = "".join(f',{status},"<>{STATUS.shown(value, self._language)}"' for value in CLOSED)
        return f'COUNTIFS({self._column("task", "due_to")},"<"&TODAY(){others})'

    def _count(self, page: str) -> str:
        return f"COUNT({self._column(page, 'id')})"

    def _matching(self, page: str, name: str, value: str) -> str:
        return f'COUNTIF({self._column(page, name)},"{value}")'

    def _column(self, page: str, name: str) -> str:
        return column(PAGES[page].title(self._language), self._letters[page][name])

    def _has(self, page: str, *names: str) -> bool:
        return page in self._letters and set(names) <= self._letters[page].keys()


def departments(report: Report, names: Sequence[str] = ("lead", "supporting", "issuer")) -> list[str]:
    """The departments of these fields in all passages, the most frequent first, that cells can look for."""
    counted: Counter[str] = Counter()
    for passage in report.passages:
        for name in names:
            counted.update((passage.fields.get(name) or "").split("、"))
    return [name for name, _ in counted.most_common() if is_plain(name)]


def is_plain(name: str) -> bool:
    """Whether a name can stand in a formula and in a list as it is."""
    return 0 < len(name) <= LONGEST and name.isprintable() and not set("*?~\",=<>+-@#'") & set(name)


def short(title: str) -> str:
    """A title as a chart has room for."""
    kept = " ".join(fitting(title, "zh").split())
    return kept if len(kept) <= 22 else f"{kept[:21]}…"
