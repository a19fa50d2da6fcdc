"""The text of a paragraph's runs, whatever wraps them: links, fields, insertions, content controls, formulas.

What hangs on a paragraph and is not of its text (notes, text boxes, pictures) is collected for the reader.
"""

from collections import Counter
from collections.abc import Callable
from xml.etree.ElementTree import Element

from importers.docx.drawings import Box, boxes, has_picture, is_large
from importers.docx.fields import Fields
from importers.docx.formulas import linear
from importers.docx.markup import attribute, child, chosen, control, is_contents, local, number, said
from importers.docx.styles import Styles
from importers.docx.symbols import is_symbol_font, symbol, translated

_DEFAULT_SIZE = 20
"""Half-points, where nothing states the size."""

_RED = ("FF0000", "ED1C24", "E60012")
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_UNREAD = frozenset(
    {
        "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "del", "moveFrom", "delText",
        "delInstrText", "rt", "rubyPr", "p", "tbl", "softHyphen", "footnoteRef", "endnoteRef",
    }
)  # fmt: skip


class Runs:
    """Reads paragraphs one after the other, for fields may go on from one to the next.

    After `text`, of the paragraph read: `sizes` the characters by font size in half-points, `is_red` whether
    any is, `large_pictures` how many pictures may hold text. `notes` and `hung` gather the notes and
    text boxes until the reader takes them; `quality` counts what was left out of all paragraphs.
    """

    def __init__(self, body: Element, styles: Styles, notes: dict[tuple[str, str], Element]) -> None:
        self.fields = Fields(body)
        self.quality: Counter[str] = Counter()
        self.notes: list[Element] = []
        self.hung: list[Box] = []
        self.large_pictures = 0
        self.sizes: Counter[int] = Counter()
        self.is_red = False
        self._styles = styles
        self._unreferred = notes
        self._parts: list[str] = []
        self._style: str | None = None
        self._font: str | None = None
        self._before = ""
        self._is_hidden = self._has_contents = False
        self._handlers = self._handling()

    def text(self, paragraphs: list[Element]) -> str:
        """The text of paragraphs that are one, for the marks between them were deleted."""
        self._parts, self.sizes, self.is_red, self.large_pictures = [], Counter(), False, 0
        for paragraph in paragraphs:
            self._style = self._styles.of(child(paragraph, "pPr"))
            self._has_contents = False
            self._gather(paragraph)
            self.quality["contents_left_out"] += self._has_contents
        return "".join(self._parts)

    def _handling(self) -> dict[str, Callable[[Element], None]]:
        return {
            "r": self._run,
            "t": self._word,
            "sym": self._symbol,
            "sdt": self._control,
            "fldChar": lambda element: self._put(self.fields.mark(element)),
            "fldSimple": self._simple_field,
            "instrText": lambda element: self.fields.code(element.text or ""),
            "AlternateContent": lambda element: self._gather(chosen(element)),
            "oMath": lambda element: self._put(linear(element)),
            "drawing": self._drawing,
            "pict": self._drawing,
            "object": self._drawing,
            "footnoteReference": self._note,
            "endnoteReference": self._note,
            "commentReference": lambda element: self.quality.update(["comments_left_out"]),
        }

    def _gather(self, element: Element) -> None:
        self._before = ""
        for inner in element:
            name = local(inner)
            if handler := self._handlers.get(name):
                handler(inner)
            elif name in _SIGNS:
                self._put(_SIGNS[name])
            elif name not in _UNREAD:
                self._gather(inner)
            self._before = name

    def _put(self, text: str) -> None:
        if self.fields.is_hidden:
            self._has_contents = self._has_contents or (self.fields.in_contents and bool(text.strip()))
        elif self._is_hidden:
            self.quality["hidden_characters_left_out"] += len(text)
        else:
            self._parts.append(text)

    def _run(self, run: Element) -> None:
        properties, length = child(run, "rPr"), len(self._parts)
        self._is_hidden = self._styles.is_hidden(properties, self._style)
        self._font = attribute(child(properties, "rFonts"), "ascii") if properties is not None else None
        self._gather(run)
        self._is_hidden = False
        if written := sum(map(len, self._parts[length:])):
            size = attribute(self._styles.for_run(properties, self._style, "sz"), "val")
            self.sizes[number(size) or _DEFAULT_SIZE] += written
            self.is_red = self.is_red or said(properties, "color") in _RED

    def _word(self, element: Element) -> None:
        text = (element.text or "").replace("\n", " ")
        if self._before == "t" and self.fields.is_open:
            text = self._next_line(text)
        self._put(translated(text, self._font) if is_symbol_font(self._font) else text)

    def _next_line(self, text: str) -> str:
        """A further line of a field's result, as LibreOffice writes it; within brackets lines were torn."""
        before = self._parts[-1] if self._parts else ""
        is_torn = before.count("（") > before.count("）")
        return text.lstrip() if is_torn else f"\n{text}"

    def _symbol(self, element: Element) -> None:
        place = attribute(element, "char") or ""
        try:
            sign = symbol(attribute(element, "font"), int(place[:6], 16))
        except ValueError:
            sign = None
        self.quality["symbols_left_out"] += sign is None
        self._put(sign or "")

    def _control(self, element: Element) -> None:
        self.quality["contents_left_out"] += is_contents(element)
        self._gather(control(element))

    def _simple_field(self, element: Element) -> None:
        self.fields.simple(element)
        self._gather(element)

    def _drawing(self, element: Element) -> None:
        if self.fields.is_hidden or self._is_hidden:
            return
        found = list(boxes(element))
        self.hung += found
        if not found and has_picture(element):
            self.quality["pictures_left_out"] += 1
            self.large_pictures += is_large(element)

    def _note(self, element: Element) -> None:
        """A note is read once, where it is first referred to."""
        kind = local(element).removesuffix("Reference")
        note = self._unreferred.pop((kind, attribute(element, "id") or ""), None)
        if note is not None:
            self.notes.append(note)
