"""How the rows of an edited target sheet differ from the project.

Every value is known three times: as it was exported, as it stands in the project now (here), and as it stands
in the workbook (there).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from db import documents, labels, ledgers, passages
from db.kinds import KINDS, Field
from db.problems import Problem
from exporters import returned_problems as told
from exporters.legible import legible
from exporters.returned_sheet import ReturnedRow, ReturnedSheet
from exporters.returned_values import Cell, as_read, names, same, value_of
from exporters.sheet_record import EDITABLE, image
from exporters.sheet_text import fitting


@dataclass(frozen=True)
class Difference:
    """One value, or one row, that differs between workbook and project.

    `change` is there (changed in the workbook alone), here (in the project alone), both (a conflict), new or
    removed (rows). `kind` is that of the passage, or "document"; `cell` is the place in the workbook,
    "目标!F12", empty for a row that is gone. `exported`, `here` and `there` are stored values; labels are
    tuples of names. A new row has no id and no field: `there` holds its values by field, `place` its
    document, start and end. `quote` tells people which row it is: the quote or the title of the document.
    `new_labels` are those of the sheet's labels that the project has not; taken over, they are made.
    """

    change: str
    kind: str
    id: int | None
    cell: str
    quote: str
    field: Field | None = None
    exported: Any = None
    here: Any = None
    there: Any = None
    place: tuple[int, int, int] | None = None
    new_labels: tuple[str, ...] = ()


class Standing(NamedTuple):
    """A passage or document as it is in the project: its values by field, and its quote or title."""

    values: Mapping[str, Any]
    quote: str


class Rows:
    """Compares the rows of one workbook; `remarks` grows by what cannot be read."""

    def __init__(self, sheet: ReturnedSheet, session: Any) -> None:
        self.remarks: list[Problem] = list(sheet.remarks)
        self._sheet, self._session = sheet, session
        self._shelf = documents.shelf(session)
        self._standing = {kind: self._stand(kind) for kind in sheet.columns}
        self._labels = Counter(label.name for label in labels.tree(session))
        exported = (values.get("labels", ()) for values in sheet.record.lines.values())
        self._known_labels = set(self._labels).union(*exported)
        self._seen: set[tuple[str, int]] = set()
        self._texts: dict[int, str] = {}
        self._tagged: dict[int, set[tuple[int, int, str]]] = {}

    def differences(self) -> Iterator[Difference]:
        for row in self._sheet.rows:
            yield from self._row(row)
        yield from self._removed()

    def _stand(self, kind: str) -> dict[int, Standing]:
        if kind == "document":
            return {row.id: Standing(row._asdict(), row.title) for row in self._shelf}
        names = [field.name for field in KINDS[kind].fields]
        return {
            row.id: Standing({**row._asdict(), **dict(zip(names, row.fields, strict=True))}, row.quote)
            for row in ledgers.rows(self._session, kind)
        }

    def _row(self, row: ReturnedRow) -> Iterator[Difference]:
        id_cell, id_ = row.cell("id"), row.id
        if id_ is None:
            yield from self._new(row)
        elif (row.kind, id_) not in self._sheet.record.lines:
            self.remarks.append(told.IdUnknown(cell=id_cell.place, id=id_cell.text))
        elif (row.kind, id_) in self._seen:
            self.remarks.append(told.IdTwice(cell=id_cell.place, id=id_cell.text))
        else:
            self._seen.add((row.kind, id_))
            yield from self._known(row, id_)

    def _known(self, row: ReturnedRow, id_: int) -> Iterator[Difference]:
        """What differs in the row of a passage or document that was exported."""
        standing = self._standing[row.kind].get(id_)
        exported = self._sheet.record.lines[row.kind, id_]
        here = image(row.kind, standing.values if standing else exported, self._sheet.record.language)
        for field, cell, there in self._read(row):
            before, now = (as_read(field, values.get(field.name)) for values in (exported, here))
            change = _change(field.form, before, now, there)
            if standing is None:
                self._tell_gone(change, cell, id_)
            elif change and self._is_fit(field, cell, there, standing.values.get(field.name)):
                yield Difference(
                    change, row.kind, id_, cell.place, standing.quote, field, before, now, there,
                    new_labels=self._new_labels(there) if field.name == "labels" else (),
                )  # fmt: skip
        if standing is not None and row.kind != "document":
            self._tell_quote(row.cell("quote"), standing.quote)

    def _read(self, row: ReturnedRow) -> Iterator[tuple[Field, Cell, Any]]:
        """The editable fields that have a column, with their cells and what those say."""
        unit = row.cell("unit").text
        for field in EDITABLE[row.kind]:
            if field.name in row.cells:
                cell = row.cells[field.name]
                try:
                    there = value_of(field, cell, unit)
                except Problem as problem:
                    self.remarks.append(problem)
                else:
                    is_list = field.name == "labels" and there
                    yield field, cell, names(there, self._known_labels) if is_list else there

    def _tell_gone(self, change: str, cell: Cell, id_: int) -> None:
        if change:
            self.remarks.append(told.PassageGone(cell=cell.place, id=id_))

    def _tell_quote(self, cell: Cell, quote: str) -> None:
        if cell.text and not same("text", cell.text, fitting(quote, self._sheet.record.language)):
            self.remarks.append(told.QuoteKept(cell=cell.place))

    def _new_labels(self, names: tuple[str, ...] | None) -> tuple[str, ...]:
        return tuple(name for name in names or () if name not in self._labels)

    def _is_fit(self, field: Field, cell: Cell, there: Any, here: Any) -> bool:
        """Whether the project could take the value in place of the one here; if not, that is told."""
        problem = self._unfit(field, cell, there, here)
        if problem is not None:
            self.remarks.append(problem)
        return problem is None

    def _unfit(self, field: Field, cell: Cell, there: Any, here: Any) -> Problem | None:
        if there is None and field.name == "state":
            return told.NoChoice(cell=cell.place, value="", choices="/".join(c.zh for c in field.choices))
        if there is None and field.name == "title":
            return told.TitleNeeded(cell=cell.place)
        if field.name == "labels":
            several = [name for name in there or () if self._labels[name] > 1]
            return told.LabelAmbiguous(cell=cell.place, label="、".join(several)) if several else None
        if isinstance(here, str) and fitting(here, self._sheet.record.language) != legible(here):
            return told.CutText(cell=cell.place)
        return None

    def _removed(self) -> Iterator[Difference]:
        """The passages whose rows are gone from sheets that are there; documents are not removed so."""
        for kind, id_ in self._sheet.record.lines:
            standing = self._standing.get(kind, {}).get(id_)
            if kind != "document" and standing is not None and (kind, id_) not in self._seen:
                yield Difference("removed", kind, id_, "", standing.quote)

    def _new(self, row: ReturnedRow) -> Iterator[Difference]:
        """A row without an id, where it names a document and a quote that stands there once."""
        try:
            place = self._place(row)
        except Problem as problem:
            self.remarks.append(problem)
            return
        values = {
            field.name: there
            for field, cell, there in self._read(row)
            if there is not None and self._is_fit(field, cell, there, None)
        }
        yield Difference(
            "new", row.kind, None, row.place, row.cell("quote").text, there=values, place=place,
            new_labels=self._new_labels(values.get("labels")),
        )  # fmt: skip

    def _place(self, row: ReturnedRow) -> tuple[int, int, int]:
        title, quote = row.cell("document").text, row.cell("quote").text
        if row.kind == "document" or not title or not quote:
            raise told.NoPlace(cell=row.place)
        bare = title.removeprefix("《").removesuffix("》")
        found = [
            d.id for d in self._shelf if title == str(d.id) or {title, bare} & {d.title, d.title.strip()}
        ]
        if len(found) != 1:
            raise told.DocumentNotFound(cell=row.place, title=title)
        start, count = _once(self._text(found[0]), quote)
        if count == 0:
            raise told.QuoteNotFound(cell=row.place, quote=quote, title=title)
        if count > 1:
            raise told.QuoteRepeated(cell=row.place, quote=quote, title=title, count=count)
        place = (found[0], start, start + len(quote))
        if (*place[1:], row.kind) in self._places(found[0]):
            raise told.RowKnown(cell=row.place)
        return place

    def _text(self, document_id: int) -> str:
        if document_id not in self._texts:
            self._texts[document_id], _ = documents.text(self._session, document_id)
        return self._texts[document_id]

    def _places(self, document_id: int) -> set[tuple[int, int, str]]:
        """Where passages of which kind stand in a document."""
        if document_id not in self._tagged:
            spans = passages.spans(self._session, document_id)
            self._tagged[document_id] = {(span.start, span.end, span.kind) for span in spans}
        return self._tagged[document_id]


def _once(text: str, quote: str) -> tuple[int, int]:
    """Where a quote stands first, and how many times; overlapping ones count."""
    first = start = text.find(quote)
    count = 0
    while start >= 0:
        count += 1
        start = text.find(quote, start + 1)
    return first, count


def _change(form: str, exported: Any, here: Any, there: Any) -> str:
    """On which side a value changed; empty where both have the same or nobody changed anything."""
    if same(form, there, here):
        return ""
    if same(form, there, exported):
        return "here"
    return "there" if same(form, here, exported) else "both"
