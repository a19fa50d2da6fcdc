"""The original .docx of a document with a comment on each passage put in, and nothing else in it changed.

Only the body gets marks, its relations and the list of content types a line each where the file had no
comments; every other part keeps its bytes.
"""

from collections.abc import Iterable
from io import BytesIO
from posixpath import basename, dirname, join, normpath
from zipfile import BadZipFile, ZipFile

from lxml import etree  # type: ignore[import-untyped]

from exporters.annotated_places import Body, Places
from exporters.problems import WriteFailed
from exporters.progress import Progress
from exporters.report import ReportPassage, ReportSource
from exporters.word_comments import END, START, Comments

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

UNPLACED = {
    "zh": "以下{}条标注未能在原文件中定位：",
    "en": "{} passages could not be placed in the original file:",
}
_PARSER = etree.XMLParser(resolve_entities=False, huge_tree=True)


def commented(
    original: bytes,
    source: ReportSource,
    passages: Iterable[ReportPassage],
    comments: Comments,
    progress: Progress,
) -> bytes:
    """The file with the comments. Passages without a place in it are listed in a last comment at its end."""
    try:
        package = Package(original)
    except (BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise WriteFailed(name=source.media_type, reason=str(error)) from error
    comments.follow(package.comments)
    body = Body(package.tree)
    astray = []
    places = Places(source, body)
    for passage in progress.over(passages):
        place = places.find(passage)
        if place is None:
            astray.append(passage)
            continue
        _put(body, *place, comments.of(passage))
    if astray:
        told = UNPLACED[comments.language].format(len(astray))
        number = comments.add([told, *(f"“{passage.quote}”" for passage in astray)])
        body.at_end(START.filled(number) + END.filled(number, number))
    body.settle()
    return package.written(comments)


def _put(body: Body, start: int, end: int, number: str) -> None:
    body.mark(start, START.filled(number), before=True)
    body.mark(end, END.filled(number, number), before=False)


class Package:
    """The parts of a .docx by their names, its body parsed."""

    def __init__(self, data: bytes) -> None:
        self._zip = ZipFile(BytesIO(data))
        self._body = self._target("_rels/.rels", "officeDocument")
        self._relations = join(dirname(self._body), "_rels", f"{basename(self._body)}.rels")
        self.tree = etree.fromstring(self._zip.read(self._body), _PARSER)
        try:
            self._comments = self._target(self._relations, "comments")
            self.comments = self._zip.read(self._comments)
        except KeyError:
            self._comments, self.comments = "", b""

    def _target(self, relations: str, type_: str) -> str:
        """The part a relation of this type leads to; KeyError where there is none."""
        base = dirname(dirname(relations))
        for relation in etree.fromstring(self._zip.read(relations), _PARSER):
            if relation.get("Type", "").endswith(f"/{type_}"):
                target = str(relation.get("Target"))
                return target[1:] if target.startswith("/") else normpath(join(base, target))
        raise KeyError(type_)

    def written(self, comments: Comments) -> bytes:
        """The package with the tree as it is now."""
        changed = {
            self._body: etree.tostring(self.tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        }
        new = self._comments or join(dirname(self._body), "comments.xml")
        if len(comments):
            changed[new] = comments.xml(self.comments)
            if not self._comments:
                changed |= self._declared(new)
        stream = BytesIO()
        with ZipFile(stream, "w") as out:
            for item in self._zip.infolist():
                data = changed.pop(item.filename, None)
                out.writestr(item, self._zip.read(item) if data is None else data, item.compress_type)
            for name, data in changed.items():
                out.writestr(name, data, self._zip.getinfo(self._body).compress_type)
        return stream.getvalue()

    def _declared(self, name: str) -> dict[str, bytes]:
        """The list of content types and the body's relations, each with a line for the new part."""
        types = f'<Override PartName="/{name}" ContentType="{COMMENTS_TYPE}"/>'
        relation = f'<Relationship Id="cezhuComments" Type="{OFFICE}/comments" Target="comments.xml"/>'
        return {
            "[Content_Types].xml": _with(self._zip.read("[Content_Types].xml"), types),
            self._relations: _with(self._read_relations(), relation),
        }

    def _read_relations(self) -> bytes:
        try:
            return self._zip.read(self._relations)
        except KeyError:
            return f'<Relationships xmlns="{RELATIONS}"></Relationships>'.encode()


def _with(xml: bytes, line: str) -> bytes:
    """The part with one element more at its end, its other bytes as they are."""
    tree = etree.fromstring(xml)
    prefix = f"{tree.prefix}:" if tree.prefix else ""
    head, end, tail = xml.rpartition(f"</{prefix}".encode())
    if not end:
        tree.append(etree.fromstring(line.replace(" ", f' xmlns="{tree.nsmap[tree.prefix]}" ', 1)))
        return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))
    return head + line.replace("<", f"<{prefix}", 1).encode() + end + tail
