"""A REFI-QDA project `.qdpx`: what NVivo, MAXQDA, ATLAS.ti, QualCoder and others take over from each other.

A zip with the project's XML and a plain text for every document: UTF-8, LF, no byte order mark. Positions
count code points of that text, the last one exclusive, as they do here. What becomes what:

- kinds and labels: codes; a passage: a PlainTextSelection with a Coding for its kind and one for each label
- fields: variables of a Case that holds the selection, and words in the selection's Description
- notes of passages and documents: Notes; properties of documents: variables of their sources
- authors: Users, whose GUIDs follow from their names
"""

from collections.abc import Iterator
from typing import Any, BinaryIO, cast
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZipFile

from db.kinds import KINDS, Field
from exporters.identity import PROGRAM, guid, moment
from exporters.plain import plain
from exporters.progress import Progress, Tick
from exporters.refi_codes import add_codes, element, kind_guid, label_guid, save, text
from exporters.report import Report, ReportDocument, ReportPassage, ReportSource
from exporters.wholes import by_document, label_paths, said

PROJECT = "urn:QDA-XML:project:1.0"

NAMED = 40
"""Characters of a quote that name its selection; ... after them tells that there are more, as in ATLAS.ti."""

TYPES = {"number": "Float", "date": "Date", "whole": "Integer"}
"""The type of variable for a form of field; others are Text."""

PROPERTIES = (
    Field("issuer", "text", "发文机关", "Issuer"),
    Field("number", "text", "文号", "Number"),
    Field("issued", "date", "成文日期", "Issued"),
    Field("published", "date", "发布日期", "Published"),
    Field("addressee", "text", "主送机关", "Addressee"),
    Field("reference_year", "whole", "年度", "Year"),
    Field("source_name", "text", "来源文件", "Source file"),
)
"""Of documents. Their title is the source's own name, their note a Note."""


def write(report: Report, stream: BinaryIO, tick: Tick) -> None:
    """Write the project; `tick` counts passages."""
    root = _project(report, Progress(tick, sum(map(report.count, report.kinds))))
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        with package.open("project.qde", "w") as part:
            save(root, cast(BinaryIO, part))
        for source in report.sources:
            package.writestr(f"Sources/{_source_guid(report, source)}.txt", source.text.encode())


def _project(report: Report, progress: Progress) -> Element:
    about = {"name": report.title, "origin": PROGRAM, "xmlns": PROJECT}
    root = Element("Project", about | _stamp(report.author, "creatingUserGUID"))
    passages = [passage for kind in report.kinds for passage in report.of_kind(kind)]
    _add_users(root, [report.author, *(passage.author for passage in passages)])
    add_codes(element(root, "CodeBook"), report)
    _add_variables(root, report.language)
    _add_cases(root, report, passages)
    _add_sources(root, report, progress)
    _add_notes(root, report, passages)
    return root


def _stamp(author: str, role: str = "creatingUser") -> dict[str, str]:
    return {role: str(guid("user", author))} if author else {}


def _add_users(root: Element, names: list[str]) -> None:
    known = [name for name in dict.fromkeys(names) if name]
    users = element(root, "Users") if known else root
    for name in known:
        element(users, "User", guid=guid("user", name), name=name)


def _variables() -> Iterator[tuple[str, Field, str, str]]:
    """Every variable: its GUID, its field, and what its name begins with in both languages."""
    for kind in KINDS.values():
        for field in kind.fields:
            yield str(guid("field", kind.name, field.name)), field, kind.zh, kind.en
    for field in PROPERTIES:
        yield str(guid("property", field.name)), field, "文档", "Document"


def _add_variables(root: Element, language: str) -> None:
    variables = element(root, "Variables")
    for guid_, field, zh, en in _variables():
        name = f"{zh if language == 'zh' else en}·{field.heading(language)}"
        kind = TYPES.get(field.form, "Text")
        element(variables, "Variable", guid=guid_, name=name, typeOfVariable=kind)


def _add_value(parent: Element, guid_: str, field: Field, value: Any, language: str) -> None:
    """One variable's value: choices by name, numbers in full."""
    kind = TYPES.get(field.form, "Text")
    given = element(parent, "VariableValue")
    element(given, "VariableRef", targetGUID=guid_)
    text(given, f"{kind}Value", plain(value) if kind != "Text" else field.shown(value, language))


def _add_cases(root: Element, report: Report, passages: list[ReportPassage]) -> None:
    cases = element(root, "Cases") if passages else root
    for passage in passages:
        case = element(cases, "Case", guid=guid(report.project, "case", passage.id), name=_name(passage))
        for field in KINDS[passage.kind].fields:
            if (value := passage.fields.get(field.name)) is not None:
                variable = str(guid("field", passage.kind, field.name))
                _add_value(case, variable, field, value, report.language)
        element(case, "SelectionRef", targetGUID=_passage_guid(report, passage))


def _add_sources(root: Element, report: Report, progress: Progress) -> None:
    standing = by_document(report)
    labels = {
        id_: [label_guid(report, path[-1]) for path in paths] for id_, paths in label_paths(report).items()
    }
    documents = {document.id: document for document in report.documents}
    sources = element(root, "Sources") if report.sources else root
    for source in report.sources:
        document = documents[source.document_id]
        made = _add_source(sources, report, source, document)
        for passage in progress.over(standing[source.document_id]):
            _add_selection(made, report, passage, [kind_guid(passage.kind), *labels.get(passage.id, ())])
        _add_properties(made, report, source, document)


def _add_source(parent: Element, report: Report, source: ReportSource, document: ReportDocument) -> Element:
    guid_ = _source_guid(report, source)
    path = f"internal://{guid_}.txt"
    return element(parent, "TextSource", guid=guid_, name=document.title, plainTextPath=path)


def _add_properties(made: Element, report: Report, source: ReportSource, document: ReportDocument) -> None:
    values = source.properties | {"source_name": document.source_name}
    if values.get("note"):
        element(made, "NoteRef", targetGUID=guid(report.project, "document note", source.document_id))
    for field in PROPERTIES:
        if values.get(field.name) not in (None, ""):
            _add_value(made, str(guid("property", field.name)), field, values[field.name], report.language)


def _add_selection(source: Element, report: Report, passage: ReportPassage, codes: list[str]) -> None:
    by, at = _stamp(passage.author), moment(passage.created or passage.changed)
    selection = element(
        source,
        "PlainTextSelection",
        guid=_passage_guid(report, passage),
        name=_name(passage),
        startPosition=passage.start,
        endPosition=passage.end,
        creationDateTime=at,
        modifiedDateTime=moment(passage.changed),
        **by,
    )
    if words := said(passage, report.language):
        text(selection, "Description", words)
    for code in codes:
        own = guid(report.project, "coding", passage.id, code)
        coding = element(selection, "Coding", guid=own, creationDateTime=at, **by)
        element(coding, "CodeRef", targetGUID=code)
    if passage.note:
        element(selection, "NoteRef", targetGUID=guid(report.project, "note", passage.id))


def _add_notes(root: Element, report: Report, passages: list[ReportPassage]) -> None:
    notes = [
        (guid(report.project, "document note", source.document_id), source.properties["note"], "")
        for source in report.sources
        if source.properties.get("note")
    ]
    notes += [(guid(report.project, "note", p.id), p.note, p.author) for p in passages if p.note]
    parent = element(root, "Notes") if notes else root
    for guid_, words, author in notes:
        note = element(parent, "Note", guid=guid_, name=_cut(words), **_stamp(author))
        text(note, "PlainTextContent", words)


def _name(passage: ReportPassage) -> str:
    return _cut(passage.quote)


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= NAMED else f"{line[:NAMED]}..."


def _source_guid(report: Report, source: ReportSource) -> str:
    return str(guid(report.project, "document", source.document_id))


def _passage_guid(report: Report, passage: ReportPassage) -> str:
    return str(guid(report.project, "passage", passage.id))
