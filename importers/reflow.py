"""Join the lines that newspapers, mails and old programs broke; leave alone lines that are paragraphs.

Two lines are one paragraph where the first is full and does not end a sentence. A paragraph ends at a line
that left room for what follows; a full line that ends a sentence is decided by how the next one begins.
What a full line is, `setting` measures. A text whose lines are paragraphs has no column, so each line stays
one.
"""

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from importers.characters import CLOSERS, OPENERS
from importers.lines import Line
from importers.setting import LEAD, WIDEST, Setting
from importers.spacing import joint

LONG = 80
"""Half-width columns from which an open line with full stops in it was torn off: no heading is that long."""

BULLET = re.compile(r"[●■◆▲★○□◇△☆•▪◎※➤►]")
BYLINE = re.compile(
    r"(?:本报|本刊|新华社|特约)?(?:见习|实习|首席)?(?:记者|通讯员|评论员|作者)[\s：:]*[^\s，。；、]{2,12}$"
)
_DIGIT = "一二三四五六七八九十百零〇0-9"
ENUMERATOR = re.compile(
    rf"[（(][{_DIGIT}]+[）)]|[一二三四五六七八九十百]+、|\d+[.．、](?!\d)|第[{_DIGIT}]+[编章节条款]|[①-⑳]|——"
)
_GLUED = re.compile(rf"[，。、；：！？%％‰,;!?{re.escape(CLOSERS)}]")
_GLUING = re.compile(rf"[，、{re.escape(OPENERS)}]$")


def paragraphs(lines: Sequence[Line], starts: Container[int] = ()) -> list[list[Line]]:
    """The lines of each paragraph; one begins at each line number in `starts`, whatever the lines say."""
    if not lines:
        return []
    text = _Text(Setting.of(lines))
    found = [[lines[0]]]
    start = 0
    for i in range(len(lines) - 1):
        if i + 1 in starts or text.breaks(start, i):
            found.append([])
            start = i + 1
        found[-1].append(lines[i + 1])
    return found


def joined(paragraph: Sequence[Line]) -> tuple[str, list[int]]:
    """The text of a paragraph, and the offset in it at which each of its lines begins."""
    parts, starts, length = [paragraph[0].text], [0], len(paragraph[0].text)
    for before, line in pairwise(paragraph):
        gap = joint(before.text, line.text)
        starts.append(length + len(gap))
        parts.append(gap + line.text)
        length += len(parts[-1])
    return "".join(parts), starts


class _Text:
    """The judgement of one gap: `start` is the first line of the paragraph that line `i` belongs to."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.lines = setting.lines
        self.traits = setting.traits

    def breaks(self, start: int, i: int) -> bool:
        """Whether a paragraph ends between lines i and i + 1: the first sure sign decides."""
        for sign in (self._by_marks(i), self._by_indent(i), self._by_blanks(i)):
            if sign is not None:
                return sign
        return not self._goes_on(start, i) if self.traits.open[i] else self._ends(start, i)

    def _by_marks(self, i: int) -> bool | None:
        before, after = self.lines[i].text, self.lines[i + 1].text
        if _GLUED.match(after) or _GLUING.search(before):
            return False
        return True if BULLET.match(after) or BYLINE.match(after) or BYLINE.match(before) else None

    def _by_indent(self, i: int) -> bool | None:
        setting = self.setting
        if setting.indent is None or not setting.wrapped[i]:
            return None
        if self.lines[i + 1].indent >= setting.indent:
            return True
        return False if setting.full(i) else None

    def _by_blanks(self, i: int) -> bool | None:
        setting = self.setting
        if setting.blanks is None:
            return None
        within = setting.full(i) and setting.wrapped[i]
        if self.lines[i + 1].blanks > setting.blanks:
            return None if within and self.traits.open[i] else True
        return False if within and setting.parted else None

    def _goes_on(self, start: int, i: int) -> bool:
        """Whether line i, which ends without a stop, goes on in the next."""
        torn = self._is_torn(start, i) or self._is_torn_off(start, i)
        return torn or self._is_within(i) or self._is_headline(i)

    def _is_torn(self, start: int, i: int) -> bool:
        setting = self.setting
        running = setting.exact or any(self.traits.running[max(start, i - 5) : i + 3])
        return setting.wrapped[i] and running and setting.full(i, self._allowance(start, i))

    def _allowance(self, start: int, i: int) -> int:
        """How much shorter than full line i may be: first lines by a lost indent, all in ragged columns."""
        setting = self.setting
        slack = LEAD if setting.ragged else 0
        if start < i:
            return slack + slack // 2
        heading = not self.traits.running[i] and setting.looks_first(i + 1) and not setting.looks_first(i + 2)
        return 0 if heading else setting.lead + slack

    def _is_within(self, i: int) -> bool:
        """Where blank lines part paragraphs, running text goes on in a next line that is no wider."""
        setting, after = self.setting, self.lines[i + 1]
        close = setting.parted and after.blanks <= (setting.blanks or 0) and not ENUMERATOR.match(after.text)
        width = setting.width[i]
        return close and self.traits.running[i] and setting.width[i + 1] - LEAD <= width <= WIDEST

    def _is_headline(self, i: int) -> bool:
        """Two lines set closer than usual and of like width are one headline."""
        setting = self.setting
        close = setting.blanks is not None and self.lines[i + 1].blanks < setting.blanks
        alike = abs(setting.width[i] - setting.width[i + 1]) <= LEAD
        return close and alike and not (self.traits.running[i] or ENUMERATOR.match(self.lines[i + 1].text))

    def _is_torn_off(self, start: int, i: int) -> bool:
        """A long line with stops in it that ends without one: the end of a page or of a column."""
        width = self.setting.width[i]
        stops = any("。" in line.text for line in self.lines[max(start, i - 9) : i + 1])
        long = width >= LONG if stops else width >= WIDEST and self.traits.running[i]
        return long and not ENUMERATOR.match(self.lines[i + 1].text)

    def _ends(self, start: int, i: int) -> bool:
        """Whether line i, which ends with a stop or a pause, ends its paragraph."""
        setting = self.setting
        if not setting.wrapped[i] or not setting.full(i, setting.lead if start == i else 0):
            return True
        if ENUMERATOR.match(self.lines[i + 1].text):
            return True
        if not self.traits.ended[i]:
            return False
        return setting.looks_first(i + 1) or setting.column[i + 1] < 0.7 * setting.width[i]
