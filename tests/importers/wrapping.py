"""Invented policy prose, and ways to wrap it as newspapers and old programs do."""

import random
import re
from dataclasses import dataclass

from importers.characters import CLOSERS, NON_STARTERS, OPENERS, width

OPENINGS = (
    "今年以来",
    "下一步",
    "到2026年",
    "围绕云岭市产业升级",
    "在科技创新方面",
    "面向中小企业",
    "2025年1—11月",
)
ACTIONS = (
    "加快建设现代化产业体系",
    "实施“智造云岭”三年行动",
    "新培育专精特新企业120家",
    "推动5G基站增至3.2万个",
    "规模以上工业增加值增长6.5%左右",
    "支持企业开展技术改造和设备更新",
    "健全市、县、园区三级服务网络",
    "落实《云岭市制造业促进办法》",
    "降低企业用电成本",
    "推进PTC系统与AI平台对接",
    "完善政策措施，加强统筹协调",
    "培育一批具有竞争力的产业集群（园区）",
)
HEADINGS = ("一、总体要求", "二、主要目标", "（一）夯实产业基础", "三、保障措施", "（二）优化营商环境")
_WORDS = re.compile(r"[A-Za-z0-9.%+-]+|.")


def prose(rng: random.Random, paragraphs: int) -> list[str]:
    """Paragraphs of one to eight sentences, with a heading now and then."""
    found = []
    for _ in range(paragraphs):
        if rng.random() < 0.15:
            found.append(rng.choice(HEADINGS))
        found.append("".join(_sentence(rng) for _ in range(rng.randint(1, 8))))
    return found


def _sentence(rng: random.Random) -> str:
    return rng.choice(OPENINGS) + "，" + "，".join(rng.sample(ACTIONS, rng.randint(1, 5))) + "。"


@dataclass(frozen=True)
class Style:
    """How lines are broken: `columns` full-width characters wide, measured in columns or in characters.

    `kinsoku`: none, push (the last character goes along) or hang (a mark hangs out). `indent`: none, kept
    (two full-width spaces) or lost (the first line stays shorter). `blanks`: none, every (line), between
    (paragraphs).
    """

    columns: int
    by_characters: bool = False
    kinsoku: str = "none"
    indent: str = "none"
    blanks: str = "none"

    def measure(self, text: str) -> int:
        return 2 * len(text) if self.by_characters else width(text)

    def lines(self, paragraph: str) -> list[str]:
        room = 2 * self.columns
        lines, line = [], ""
        lead = 0 if self.indent == "none" else 4
        for word in _WORDS.findall(paragraph):
            if line and lead + self.measure(line + word) > room and not self._hangs(line, word):
                torn = self._torn(line, word)
                lines.append(line[:torn])
                line, lead = line[torn:], 0
            line += word
        lines.append(line)
        return [("　　" if self.indent == "kept" and not i else "") + one for i, one in enumerate(lines)]

    def text(self, paragraphs: list[str]) -> str:
        within = "\n\n" if self.blanks == "every" else "\n"
        between = "\n" if self.blanks == "none" else "\n\n"
        return between.join(within.join(self.lines(paragraph)) for paragraph in paragraphs) + "\n"

    def decidable(self, paragraph: str, following: str) -> bool:
        """Whether a reader could tell that the paragraph ends: it shows, or what follows had fitted."""
        if self.indent == "kept" or self.blanks == "between":
            return True
        first = "".join(_WORDS.findall(following)[:2])
        return self.measure(self.lines(paragraph)[-1] + first) <= 2 * self.columns

    def _hangs(self, line: str, word: str) -> bool:
        return self.kinsoku == "hang" and word in NON_STARTERS and self.measure(line) <= 2 * self.columns

    def _torn(self, line: str, word: str) -> int:
        """Where the line breaks before `word`."""
        at = len(line)
        if self.kinsoku == "push":
            while at > 1 and (([*line, word][at] in NON_STARTERS + CLOSERS) or line[at - 1] in OPENERS):
                at -= 1
        return at
