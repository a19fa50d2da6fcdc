"""What every report is made from: plain values, already loaded. Exporters never see a store or a query.

Offsets (`start`, `end`) count code points of the document's text. Times are the analyst's local time, without
a zone. `columns(kind)` are the columns of a ledger, and `Report.row` gives a passage's values in their order.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from db.kinds import KINDS, STATES, Choice, Field

ORDER = ("target", "task", "policy")
"""The kinds, in the order in which reports show them."""

CITATION = {"zh": ("；", "、", "第{}段"), "en": ("; ", ", ", ", para. {}")}
"""What stands between documents, between paragraphs, and around the paragraphs of one document."""

# Two forms stand here beside those of db.kinds: whole, a number that counts or names (a year, an id) and is
# never grouped in threes; time, a date with its hour.
PLACE_FIELDS = (
    Field("document", "text", "文档", "Document", 13),
    Field("paragraph", "whole", "段", "Paragraph", 4),
    Field("quote", "text", "原文", "Quote", 32),
)
KEEPING_FIELDS = (
    Field("note", "text", "备注", "Note", 14),
    Field("labels", "text", "标签", "Labels", 10),
    Field("state", "choice", "状态", "State", 6, STATES),
    Field("author", "text", "标注人", "Author", 7),
    Field("changed", "time", "修改时间", "Changed", 9),
    Field("id", "whole", "编号", "Id", 4),
)
DOCUMENT_FIELDS = (
    Field("title", "text", "标题", "Title", 36),
    Field("issuer", "departments", "发文机关", "Issuer", 16),
    Field("number", "text", "文号", "Number", 16),
    Field("issued", "date", "成文日期", "Issued", 7),
    Field("published", "date", "发布日期", "Published", 7),
    Field("addressee", "text", "主送机关", "Addressee", 16),
    Field("reference_year", "whole", "年度", "Year", 5),
    Field("length", "number", "字数", "Characters", 6),
    Field("source_name", "text", "来源文件", "Source file", 22),
)

TRACE_STATES = (
    Choice("exceeded", "超额完成", "exceeded"),
    Choice("met", "完成", "met"),
    Choice("partly", "部分完成", "partly met"),
    Choice("missed", "未完成", "missed"),
    Choice("changed_scope", "口径变化", "scope changed"),
    Choice("not_reported", "未报告", "not reported"),
    Choice("open", "待报告", "open"),
)
"""What became of a promise; open where there is no document yet that could report it."""
CHANGES = (
    Choice("new", "新增", "new"),
    Choice("reworded", "修改", "reworded"),
    Choice("moved", "移位", "moved"),
    Choice("dropped", "删去", "dropped"),
)
"""What a later document does with a sentence of an earlier one."""


@dataclass(frozen=True)
class ReportDocument:
    """A document the report covers."""

    id: int
    title: str
    issuer: str | None = None
    number: str | None = None
    issued: date | None = None
    reference_year: int | None = None
    length: int = 0
    source_name: str = ""
    published: date | None = None
    addressee: str | None = None
    place: str = ""
    """Whom it speaks for (云泽市); empty where nothing tells."""

    @property
    def named(self) -> str:
        """The title in 《》, with any such marks inside it turned to 〈〉 as Chinese usage has it."""
        bare = self.title.strip()
        if bare.startswith("《") and bare.find("》") == len(bare) - 1:
            return bare
        return f"《{bare.translate({ord('《'): '〈', ord('》'): '〉'})}》"


@dataclass(frozen=True)
class ReportPassage:
    """A passage with its kind's values in `fields`, by the names that stand in db.kinds.

    `sentence` is the whole of the sentences it stands in, after the heads of its cell where that is one.
    """

    id: int
    document_id: int
    kind: str
    quote: str
    paragraph: int | None
    start: int
    end: int
    state: str = "confirmed"
    note: str = ""
    labels: tuple[str, ...] = ()
    author: str = ""
    changed: datetime | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    page: int | None = None
    sentence: str = ""
    created: datetime | None = None


@dataclass(frozen=True)
class ReportTrace:
    """A promise and what a later document reports of it, both by the ids of their passages.

    `state` is one of TRACE_STATES; `gap` is reported minus promised, a plain number in the promise's unit.
    """

    promise: int
    report: int | None
    state: str
    gap: float | None = None


@dataclass(frozen=True)
class ReportChange:
    """A sentence that two documents do not share; `state` is one of CHANGES.

    The words and paragraph numbers of each side; a side without the sentence has "" and None.
    """

    state: str
    earlier_id: int
    later_id: int
    earlier: str = ""
    later: str = ""
    earlier_paragraph: int | None = None
    later_paragraph: int | None = None


@dataclass(frozen=True)
class ReportBlock:
    """A block of a document's text, as db.models.Block has it."""

    kind: str
    level: int | None
    start: int
    end: int
    number: int | None = None
    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True)
class ReportSource:
    """A document's whole text with its blocks and its original file, for the reports that show them."""

    document_id: int
    text: str
    blocks: tuple[ReportBlock, ...]
    media_type: str = ""
    original: bytes = b""
    sha256: str = ""
    properties: dict[str, Any] = field(default_factory=dict)
    """What db.documents.PROPERTIES names."""


@dataclass(frozen=True)
class ReportLabel:
    """A label of the project's tree (`parent_id` None: a root) and the ids of the passages that bear it."""

    id: int
    name: str
    colour: str
    parent_id: int | None = None
    passage_ids: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Report:
    """One report: whom it is by, which documents and kinds it covers, and their passages.

    `language` ("zh" or "en") is that of headings, columns and choices; quotes stay as they are. `sources`
    and `tree`, the labels with each after the one it is under, are there for the forms that hand on whole
    documents. `uncompared` pairs of documents that follow each other are too many for `changes`. `project` is
    the uid of the project it is drawn from.
    """

    title: str
    subtitle: str
    author: str
    made: date
    language: str
    documents: tuple[ReportDocument, ...]
    passages: tuple[ReportPassage, ...]
    kinds: tuple[str, ...] = ORDER
    traces: tuple[ReportTrace, ...] = ()
    changes: tuple[ReportChange, ...] = ()
    uncompared: int = 0
    sources: tuple[ReportSource, ...] = ()
    tree: tuple[ReportLabel, ...] = ()
    project: str = ""

    def of_kind(self, kind: str) -> tuple[ReportPassage, ...]:
        """The passages of a kind in reading order: by document as listed, then by place."""
        return self._in_order.get(kind, ())

    def count(self, kind: str, document: ReportDocument | None = None) -> int:
        """How many passages of a kind there are, in one document or in all."""
        if document is None:
            return len(self.of_kind(kind))
        return self._counts[kind, document.id]

    @property
    def tagged_kinds(self) -> tuple[str, ...]:
        """The kinds that have passages."""
        return tuple(kind for kind in self.kinds if self.count(kind))

    def document(self, passage: ReportPassage) -> ReportDocument:
        """The document a passage stands in; KeyError where the report does not hold it."""
        return self._by_id[passage.document_id]

    def passage(self, id_: int) -> ReportPassage:
        """The passage of that id; KeyError where the report does not hold it."""
        return self._passages[id_]

    def source(self, *passages: ReportPassage) -> str:
        """Where passages stand, as a reader cites them: 《…》第3、12段；《…》第5段."""
        cited: dict[int, dict[int, None]] = {}
        for passage in passages:
            paragraphs = cited.setdefault(passage.document_id, {})
            if passage.paragraph is not None:
                paragraphs[passage.paragraph] = None
        separator, comma, place = CITATION[self.language]
        return separator.join(
            self._by_id[document_id].named + (place.format(comma.join(map(str, numbers))) if numbers else "")
            for document_id, numbers in cited.items()
        )

    def row(self, passage: ReportPassage) -> list[Any]:
        """The values of a passage in the order of `columns(kind)`; a value the passage lacks is None."""
        values = [passage.fields.get(field.name) for field in KINDS[passage.kind].fields]
        return [
            *values,
            self.document(passage).title,
            passage.paragraph,
            passage.quote,
            passage.note,
            CITATION[self.language][1].join(passage.labels),
            passage.state,
            passage.author,
            passage.changed,
            passage.id,
        ]

    @cached_property
    def _by_id(self) -> dict[int, ReportDocument]:
        return {document.id: document for document in self.documents}

    @cached_property
    def _passages(self) -> dict[int, ReportPassage]:
        return {passage.id: passage for passage in self.passages}

    @cached_property
    def _counts(self) -> Counter[tuple[str, int]]:
        return Counter((passage.kind, passage.document_id) for passage in self.passages)

    @cached_property
    def _in_order(self) -> dict[str, tuple[ReportPassage, ...]]:
        rank = {document.id: place for place, document in enumerate(self.documents)}
        ordered = sorted(self.passages, key=lambda p: (rank[p.document_id], p.start, -p.end, p.id))
        return {kind: tuple(p for p in ordered if p.kind == kind) for kind in self.kinds}


def columns(kind: str) -> tuple[Field, ...]:
    """The columns of a kind's ledger: its own fields, where the passage stands, how it is kept."""
    return KINDS[kind].fields + PLACE_FIELDS + KEEPING_FIELDS
