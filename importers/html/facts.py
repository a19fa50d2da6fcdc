"""What a page states of its document: the table of properties, `<meta>`, the line below the title."""

import re
from collections.abc import Collection, Iterator

from importers.dates import dates
from importers.html.tree import BLOCKS, Element, Page
from importers.labels import organs, pairs, stated
from importers.spacing import closed

LONGEST = 300
"""Characters of a text that may hold labels and values."""

META = {"articletitle": "title", "pubdate": "published", "publishdate": "published"}
LONGEST_CELL = 160

_CELLS = ("td", "th", "dt", "dd")
_PARTING = ("span", "b", "strong", "em", "label", "i")
_SITE = re.compile(r"\s*(?:[_|｜]|\s[-—–]{1,2}\s|--|-(?=[^-]*(?:网|政府|门户|公开|专栏|频道)))")
_NUMBERED = re.compile(r"\s*[（(【\[][^（()）]{2,30}号\s*[)）】\]]\s*$")
_INFO = re.compile(r"来源|字号|字体|打印|浏览|阅读|点击|分享|发布|编辑")


def facts(page: Page, own: Collection[int]) -> dict[str, str]:
    """The properties the page states, by the names of `Draft.stated`; `own` are tables that state none."""
    texts = [*atoms(page.body, own)]
    found = stated([*pairs(text for text in texts if len(text) <= LONGEST), *_meta(page)])
    if "published" not in found and (line := _info_line(texts)):
        found["published"] = line
    if "title" in found:
        found["title"] = bare(found["title"])
    return found


def _meta(page: Page) -> Iterator[tuple[str, str]]:
    for name, label in META.items():
        if value := page.stated.get(name):
            yield name if label != "title" else "articletitle", value
    source = page.stated.get("contentsource", "")
    if source.endswith(("部", "委", "局", "厅", "署", "院", "府", "办公室", "委员会")) and organs(source):
        yield "公开主体", source


def _info_line(texts: list[str]) -> str:
    """The date on the line below a title that says where the text comes from and how often it was read."""
    for text in texts:
        if len(text) <= 120 and _INFO.search(text):
            for found in dates(text):
                return found.date.isoformat()
    return ""


def title_of(page: Page) -> str:
    """The title by the page's `<title>`, without the name of the site."""
    return bare(_SITE.split(page.title, maxsplit=1)[0])


def bare(title: str) -> str:
    """A title without the document's number in brackets after it."""
    return closed(_NUMBERED.sub("", " ".join(title.split())))


def atoms(root: Element, without: Collection[int] = ()) -> Iterator[str]:
    """The texts of blocks and cells in order; where spans part a line, a tab stands. Cells may be empty.

    `without` are elements, by their `id`, that are passed over.
    """
    line: list[str] = []
    waiting: list[Element | str] = [root]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, str):
            line.append(inner)
        elif id(inner) in without:
            continue
        elif (cell := _cell(inner)) is not None:
            yield cell
        elif inner.tag in BLOCKS or inner.tag == "br":
            if text := _joined(line):
                yield text
            line = []
            waiting += [_BREAK, *reversed(inner.content)] if inner.content else []
        else:
            waiting += ["\t", *reversed(inner.content)] if inner.tag in _PARTING else reversed(inner.content)
    if text := _joined(line):
        yield text


_BREAK = Element("br")


def _cell(element: Element) -> str | None:
    """The text of a cell as one atom, where it is so short that it may be a label or a value."""
    if element.tag not in _CELLS or any(inner.tag == "table" for inner in element.walk()):
        return None
    text = _joined([element.words()])
    return text if len(text) <= LONGEST_CELL else None


def _joined(line: list[str]) -> str:
    """The parts of a line, white space reduced to one space, or a tab where one was."""
    return re.sub(r"\s+", lambda gap: "\t" if "\t" in gap.group() else " ", "".join(line)).strip()
