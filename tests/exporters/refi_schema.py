"""What the schemas of REFI-QDA demand (Project.xsd and Codebook.xsd of 18 March 2019), as data.

For each type: which children may stand in it, in this order (as in a regular expression, a name a child), and
which attributes it has; those with a * must be there. An element is of the type of its name or of RENAMED.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from xml.etree.ElementTree import Element

CREATED = "creatingUser:guid creationDateTime:moment modifyingUser:guid modifiedDateTime:moment"
TEXT = "guid*:guid name:text richTextPath:text plainTextPath:text " + CREATED
REFERENCE = ("", "targetGUID*:guid")
PROJECT = {
    "Project": (
        "Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description? NoteRef*",
        "name*:text origin:text creatingUserGUID:guid creationDateTime:moment modifyingUserGUID:guid "
        "modifiedDateTime:moment basePath:text",
    ),
    "Users": ("User+", ""),
    "User": ("", "guid*:guid name:text id:text"),
    "CodeBook": ("Codes", ""),
    "Codes": ("Code+", ""),
    "Code": (
        "Description? NoteRef* Code*",
        "guid*:guid name*:text isCodable*:truth color:colour",
    ),
    "Cases": ("Case+", ""),
    "Case": ("Description? CodeRef* VariableValue* SourceRef* SelectionRef*", "guid*:guid name:text"),
    "Variables": ("Variable+", ""),
    "Variable": ("Description?", "guid*:guid name*:text typeOfVariable*:variable"),
    "VariableValue": (
        "VariableRef (?:TextValue|BooleanValue|IntegerValue|FloatValue|DateValue|DateTimeValue)?",
        "",
    ),
    "Sources": ("(?:TextSource|PictureSource|PDFSource|AudioSource|VideoSource)+", ""),
    "TextSource": (
        "Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*",
        TEXT,
    ),
    "PlainTextSelection": (
        "Description? Coding* NoteRef*",
        "guid*:guid name:text startPosition*:whole endPosition*:whole " + CREATED,
    ),
    "Coding": ("CodeRef NoteRef*", "guid*:guid creatingUser:guid creationDateTime:moment"),
    "Notes": ("Note+", ""),
    "CodeRef": REFERENCE,
    "NoteRef": REFERENCE,
    "SelectionRef": REFERENCE,
    "SourceRef": REFERENCE,
    "VariableRef": REFERENCE,
    "Description": ("", ""),
    "PlainTextContent": ("", ""),
    "TextValue": ("", ""),
    "FloatValue": ("", ""),
    "DateValue": ("", ""),
    "IntegerValue": ("", ""),
}
CODEBOOK = {
    "CodeBook": ("Codes Sets?", "origin:text"),
    "Codes": ("Code+", ""),
    "Code": ("Description? Code*", PROJECT["Code"][1]),
    "Description": ("", ""),
}
RENAMED = {"Note": "TextSource"}
CONTENTS = {"FloatValue": "decimal", "DateValue": "day", "IntegerValue": "whole"}

HEX = "[0-9a-fA-F]"
GUID = f"{HEX}{{8}}-{HEX}{{4}}-{HEX}{{4}}-{HEX}{{4}}-{HEX}{{12}}"
FORMS = {
    "guid": rf"{GUID}|\{{{GUID}\}}",
    "text": r"(?s:.*)",
    "truth": "true|false|1|0",
    "colour": "#(?:[A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})",
    "whole": r"[+-]?\d+",
    "decimal": r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)",
    "day": r"\d{4}-\d\d-\d\d",
    "moment": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?",
    "variable": "Text|Boolean|Integer|Float|Date|DateTime",
}
READ = {"moment": datetime.fromisoformat, "day": date.fromisoformat, "decimal": Decimal}


def faults(root: Element, namespace: str, schema: dict[str, tuple[str, str]]) -> list[str]:
    """What the schema forbids in a tree, a line a fault."""
    return [fault for element in root.iter() for fault in _faults(element, namespace, schema)]


def _faults(element: Element, namespace: str, schema: dict[str, tuple[str, str]]) -> Iterator[str]:
    space, _, name = str(element.tag).lstrip("{").partition("}")
    if space != namespace:
        yield f"{element.tag} is not of {namespace}"
        return
    content, attributes = schema[RENAMED.get(name, name)]
    children = "".join(f"{str(child.tag).rpartition('}')[2]} " for child in element)
    if not re.fullmatch(_grouped(content), children):
        yield f"{name} holds {children}, not {content}"
    declared = dict(part.split(":") for part in attributes.split())
    forms = {attribute.rstrip("*"): form for attribute, form in declared.items()}
    missing = {attribute[:-1] for attribute in declared if attribute.endswith("*")} - element.attrib.keys()
    if missing or element.attrib.keys() - forms.keys():
        yield f"{name} lacks {missing} or has more than {list(forms)}: {list(element.attrib)}"
    for attribute, value in element.attrib.items():
        if attribute in forms and not fits(value, forms[attribute]):
            yield f"{name} has {attribute}={value!r}, which is no {forms[attribute]}"
    if name in CONTENTS and not fits(element.text or "", CONTENTS[name]):
        yield f"{name} says {element.text!r}, which is no {CONTENTS[name]}"


def _grouped(content: str) -> str:
    """The content as a pattern for names that each end with a space."""
    return re.sub(r"([A-Za-z]+)", r"(?:\1_)", content).replace(" ", "").replace("_", " ")


def fits(value: str, form: str) -> bool:
    if not re.fullmatch(FORMS[form], value):
        return False
    if form in READ:
        READ[form](value)  # raises where there is no such day
    return True
