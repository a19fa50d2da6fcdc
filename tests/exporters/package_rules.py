"""What Office asks of any package (ECMA-376, part 2): known types, relations that lead somewhere."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath, split
from zipfile import ZipFile

from lxml import etree

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LONGEST_TARGET = 2079
"""Characters of a link (Microsoft: Excel specifications and limits)."""

Parts = dict[str, etree._Element]


def parts(data: bytes) -> Parts:
    """The XML parts of a package by their names; a part that is not well-formed raises."""
    with ZipFile(BytesIO(data)) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return {name: etree.fromstring(package.read(name)) for name in names}


def faults(data: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(data)) as package:
        names = package.namelist()
    yield from (f"{name} twice" for name, count in Counter(names).items() if count > 1)
    found = parts(data)
    yield from _types(found["[Content_Types].xml"], set(names))
    for name, tree in found.items():
        if name.endswith(".rels"):
            yield from _targets(name, tree, set(names))
        else:
            yield from _references(name, tree, found)


def _types(tree: etree._Element, names: set[str]) -> Iterator[str]:
    overridden = {part.get("PartName")[1:] for part in tree if part.get("PartName")}
    endings = {part.get("Extension").lower() for part in tree if part.get("Extension")}
    yield from (f"a type for {name}, which is missing" for name in overridden - names)
    for name in names - overridden - {"[Content_Types].xml"}:
        if name.rpartition(".")[2].lower() not in endings:
            yield f"{name} has no type"


def _targets(name: str, tree: etree._Element, names: set[str]) -> Iterator[str]:
    ids = [relation.get("Id") for relation in tree]
    yield from (f"{name}: {id_} twice" for id_, count in Counter(ids).items() if count > 1)
    for relation in tree:
        target = relation.get("Target")
        if relation.get("TargetMode") == "External":
            if len(target) > LONGEST_TARGET:
                yield f"{name}: a link of {len(target)} characters"
        elif normpath(join(dirname(dirname(name)), target)).lstrip("/") not in names:
            yield f"{name}: {target} is missing"


def _references(name: str, tree: etree._Element, found: Parts) -> Iterator[str]:
    folder, file = split(name)
    relations = found.get(f"{folder}/_rels/{file}.rels", ())
    known = {relation.get("Id") for relation in relations}
    for element in tree.iter(etree.Element):
        for key in element.keys():  # noqa: SIM118  an element iterates over its children
            if key.startswith(RELATION) and element.get(key) not in known:
                yield f"{name}: {key} leads nowhere"
