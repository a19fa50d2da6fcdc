"""A Word template that an office owns: read, checked paragraph by paragraph, filled.

docxtpl fills it, in the sandbox of exporters.template_sandbox. What a template may name stands in
docs/templates.md.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2 import meta
from jinja2.exceptions import TemplateError, TemplateSyntaxError, UndefinedError
from lxml import etree  # type: ignore[import-untyped]

from exporters.template_problems import PlaceholderUnknown, TemplateMistaken, TemplateUnreadable
from exporters.template_sandbox import Sandbox

LARGEST = 200_000_000
"""Bytes of all parts of the largest template that is read."""

TYPES = "[Content_Types].xml"

# What docxtpl adds to Jinja: the letter that says how much around a mark goes with it, and marks of its own.
_WIDTH = re.compile(r"(\{[{%])(?:tr|tc|p|r)(?=\s)")
_SET_BY = re.compile(r"\{%\s*(?:colspan|cellbg)\s+([^%]*?)%\}")
_MERGING = re.compile(r"\{%\s*[vh]m\s*%\}")
_CURLED = str.maketrans("“”‘’", "\"\"''")
_MARKS = re.compile(r"\{[{%].*?[}%]\}")


class Template:
    """One template file. Raises TemplateUnreadable where it is no Word document."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        try:
            self._data = _as_document(path.read_bytes())
            self._document = docx.Document(BytesIO(self._data))
        except (
            OSError,
            BadZipFile,
            PackageNotFoundError,
            KeyError,
            ValueError,
            etree.XMLSyntaxError,
        ) as error:
            raise TemplateUnreadable(name=path.name) from error

    @cached_property
    def names(self) -> set[str]:
        """The first words of all placeholders, so that only what is asked for is worked out."""
        try:
            return meta.find_undeclared_variables(Sandbox().parse(self._source))
        except TemplateSyntaxError as error:
            raise self._mistake(error, error.lineno) from error

    def fill(self, values: Mapping[str, Any]) -> Document:
        """A document with every placeholder filled.

        Raises PlaceholderUnknown and TemplateMistaken, which name the paragraph.
        """
        self._check(values)
        filling = DocxTemplate(BytesIO(self._data))
        try:
            filling.render(dict(values), Sandbox(), autoescape=True)
        except (TemplateError, etree.XMLSyntaxError, ArithmeticError, TypeError, ValueError) as error:
            raise self._mistake(error, 1) from error
        return filling.docx

    def _check(self, values: Mapping[str, Any]) -> None:
        """Fills the bare text of the paragraphs, one a line, so that a mistake's line is its paragraph."""
        for name in self.names - values.keys():
            paragraph = self._first(name)
            raise self._unknown(name, paragraph, values)
        sandbox = Sandbox(autoescape=True)
        try:
            sandbox.from_string(self._source).render(values)
        except UndefinedError as error:
            words = re.findall(r"'([^']+)'", str(error))[-1:] or [str(error)]
            raise self._unknown(words[0], _line(error.__traceback__), values) from error
        except Exception as error:  # whatever a template makes Python do is a mistake in the template
            raise self._mistake(error, _line(error.__traceback__)) from error

    def _unknown(self, name: str, paragraph: int, values: Mapping[str, Any]) -> PlaceholderUnknown:
        known = get_close_matches(name, map(str, values), 1) or sorted(values)[:1]
        return PlaceholderUnknown(name=self.name, paragraph=paragraph, word=name, near=known[0])

    def _mistake(self, error: Exception, paragraph: int) -> TemplateMistaken:
        mistake = getattr(error, "message", None) or str(error)
        return TemplateMistaken(name=self.name, paragraph=paragraph, mistake=mistake.rstrip("."))

    def _first(self, name: str) -> int:
        """The first paragraph whose marks use a word."""
        word = re.compile(rf"(?<![\w.]){re.escape(name)}\b")
        for number, line in enumerate(self._source.split("\n"), 1):
            if any(word.search(mark) for mark in _MARKS.findall(line)):
                return number
        return 1

    @cached_property
    def _source(self) -> str:
        return "\n".join(map(_plain, self._paragraphs()))

    def _paragraphs(self) -> Iterator[str]:
        """The text of every paragraph: the body's, then those of headers and footers."""
        relations = self._document.part.rels.values()
        edges = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
        around = [relation.target_part.element for relation in relations if relation.reltype in edges]
        for tree in (self._document.element.body, *around):
            for paragraph in tree.iter(qn("w:p")):
                yield "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def _as_document(data: bytes) -> bytes:
    """A .docx as it is; of a .dotx, which differs in one word, the document. ValueError for one too large."""
    with ZipFile(BytesIO(data)) as package:
        if sum(part.file_size for part in package.infolist()) > LARGEST:
            raise ValueError("a template of this size is none")
        types = package.read(TYPES)
        if b"wordprocessingml.template.main" not in types:
            return data
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as document:
            for part in package.infolist():
                whole = package.read(part)
                if part.filename == TYPES:
                    whole = types.replace(
                        b"wordprocessingml.template.main", b"wordprocessingml.document.main"
                    )
                document.writestr(part.filename, whole)
    return stream.getvalue()


def _plain(text: str) -> str:
    """A paragraph's text as Jinja alone understands it, on one line."""
    text = _SET_BY.sub(r"{{ \1 }}", _MERGING.sub("", text)).replace("\n", " ")
    return _MARKS.sub(lambda mark: _WIDTH.sub(r"\1", mark[0]).translate(_CURLED), text)


def _line(trace: TracebackType | None) -> int:
    """The line of the template that Jinja names in a traceback."""
    line = 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
