"""Kinds and labels as the codes of REFI-QDA, and the codebook `.qdc` that holds nothing else.

After "REFI-QDA: Exchange of processed data between qualitative data analysis software packages", version 1.5,
and its schema of 18 March 2019.
"""

from typing import Any, BinaryIO
from xml.etree.ElementTree import Element, ElementTree, SubElement

from db.kinds import KINDS
from exporters.identity import PROGRAM, guid
from exporters.legible import legible
from exporters.progress import Tick
from exporters.report import Report, ReportLabel

CODEBOOK = "urn:QDA-XML:codebook:1.0"
COLOURS = {"target": "#9a4a00", "task": "#6a37b8", "policy": "#0a6b5c"}
"""As in the window."""


def write(report: Report, stream: BinaryIO, tick: Tick) -> None:
    """Write the codebook, which is one piece of work."""
    root = Element("CodeBook", {"xmlns": CODEBOOK, "origin": PROGRAM})
    tick(0, 1)
    add_codes(root, report)
    save(root, stream)
    tick(1, 1)


def kind_guid(kind: str) -> str:
    """The name of a kind's code: the same in every file, so that it is known again."""
    return str(guid("kind", kind))


def label_guid(report: Report, label: ReportLabel) -> str:
    return str(guid(report.project, "label", label.id))


def add_codes(parent: Element, report: Report) -> None:
    """All kinds, then the tree of labels."""
    made: dict[int | None, Element] = {None: element(parent, "Codes")}
    for kind in KINDS.values():
        code = _code(made[None], kind_guid(kind.name), kind.heading(report.language), COLOURS[kind.name])
        text(code, "Description", "\n".join(field.heading(report.language) for field in kind.fields))
    for label in report.tree:
        made[label.id] = _code(made[label.parent_id], label_guid(report, label), label.name, label.colour)


def _code(parent: Element, guid_: str, name: str, colour: str) -> Element:
    return element(parent, "Code", guid=guid_, name=name, isCodable="true", color=colour)


def element(parent: Element, tag: str, **attributes: Any) -> Element:
    """A new child; attributes that are None are left out."""
    given = {name: legible(str(value)) for name, value in attributes.items() if value is not None}
    return SubElement(parent, tag, given)


def text(parent: Element, tag: str, content: str) -> None:
    """A new child that holds text only."""
    SubElement(parent, tag).text = legible(content)


def save(root: Element, stream: BinaryIO) -> None:
    ElementTree(root).write(stream, "utf-8", xml_declaration=True)
