"""Fields: codes with a result, nested, over runs and paragraphs. The result is text, the code is not."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from importers.docx.markup import attribute, child, children, is_on, number, said
from importers.docx.symbols import symbol

_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_CAPTION = re.compile(r"\s*SEQ\b", re.IGNORECASE)
_SYMBOL = re.compile(r'\s*SYMBOL\s+(0x[0-9a-f]{1,6}|\d{1,7})(?:.*?\\f\s*"?([^"\\]+))?', re.IGNORECASE)
_EQUATION = re.compile(r"\s*EQ\b(?:\s*\\\*\s*(?:\"[^\"]*\"|\w+))*", re.IGNORECASE)
_RUBY = re.compile(
    r"\\o\s*\\a[cdlr]\s*\(\s*\\s\s*\\up\s*\d+\s*\([^()]*\)\s*[,，;；]\s*([^()]*)\)", re.IGNORECASE
)
_CIRCLED = re.compile(r"\\o\s*\\ac\s*\(\s*[○〇◯]\s*[,，;；]\s*(\d{1,2})\s*\)", re.IGNORECASE)
_OVERLAID = re.compile(r"\\o\s*\\a[cdlr]\s*\(\s*[○〇◯□△]\s*[,，;；]\s*([^()]*)\)", re.IGNORECASE)
_SWITCH = re.compile(r"\\[a-z]+\s?\d*", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    """One field that has begun: its code so far, and whether its result is reached."""

    begin: Element
    code: list[str] = field(default_factory=list)
    has_result: bool = False
    is_contents: bool = False


class Fields:
    """The fields open at the place that is being read.

    `is_hidden`: what stands there is code, or a table of contents. `in_contents`: it is the latter.
    `numbers`: the paragraph numbers a figure or table.
    """

    def __init__(self, body: Element) -> None:
        self._open: list[_Field] = []
        self._ended = _ended(body)
        self.is_hidden = self.in_contents = self.numbers = False

    @property
    def is_open(self) -> bool:
        return bool(self._open)

    def code(self, text: str) -> None:
        if self._open and not self._open[-1].has_result:
            self._open[-1].code.append(text)

    def mark(self, element: Element) -> str:
        """Take a `fldChar`; what it returns is the text of a field that holds it in its code."""
        kind, text = attribute(element, "fldCharType"), ""
        if kind == "begin":
            self._open.append(_Field(element))
        elif self._open and kind == "separate":
            self._reach_result(self._open[-1])
        elif self._open and kind == "end":
            ended = self._open.pop()
            text = "" if ended.has_result else _text("".join(ended.code), ended.begin)
        self._judge()
        return "" if self.is_hidden else text

    def end_paragraph(self) -> None:
        """No code goes on into the next paragraph: what looks so is a field that was torn."""
        self.numbers = False
        for one in self._open:
            if not one.has_result:
                self._reach_result(one)
        if self._open:
            self._judge()

    def simple(self, element: Element) -> None:
        """Take a `fldSimple`, whose result stands in it."""
        self.numbers = self.numbers or bool(_CAPTION.match(attribute(element, "instr") or ""))

    def _reach_result(self, one: _Field) -> None:
        code = "".join(one.code)
        one.has_result = True
        one.is_contents = bool(_CONTENTS.match(code)) and id(one.begin) in self._ended
        self.numbers = self.numbers or bool(_CAPTION.match(code))

    def _judge(self) -> None:
        self.in_contents = any(one.is_contents for one in self._open)
        self.is_hidden = self.in_contents or any(not one.has_result for one in self._open)


def _ended(body: Element) -> set[int]:
    """The beginnings of fields that have an end, so that a torn one does not swallow what follows."""
    begun: list[int] = []
    ended: set[int] = set()
    for mark in body.iter(body.tag.rpartition("}")[0] + "}fldChar"):
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            begun.append(id(mark))
        elif kind == "end" and begun:
            ended.add(begun.pop())
    return ended


def _text(code: str, begin: Element) -> str:
    """What is shown for a field without a result: a symbol, a formula, a box of a form."""
    if match := _SYMBOL.match(code):
        return symbol((match.group(2) or "").strip() or None, int(match.group(1), 0)) or ""
    if match := _EQUATION.match(code):
        return _linear(code[match.end() :])
    return _form(child(begin, "ffData"))


def _linear(formula: str) -> str:
    """An equation field on one line: the base of phonetic guides, circled figures, else its letters."""
    formula = _CIRCLED.sub(lambda match: _circled(int(match.group(1))), formula)
    formula = _OVERLAID.sub(r"\1", _RUBY.sub(r"\1", formula))
    return _SWITCH.sub("", formula).strip()


def _circled(figure: int) -> str:
    return chr(0x2460 + figure - 1) if 1 <= figure <= 20 else str(figure)


def _form(data: Element | None) -> str:
    """The state of a check box, the chosen entry of a list."""
    box = child(data, "checkBox")
    if box is not None:
        checked = child(box, "checked")
        return "☑" if is_on(child(box, "default") if checked is None else checked) else "☐"
    choices = child(data, "ddList")
    entries = (
        [attribute(one, "val") or "" for one in children(choices, "listEntry")] if choices is not None else []
    )
    chosen = number(said(choices, "result")) or 0
    return entries[chosen] if chosen < len(entries) else ""
