"""How strongly a task is asked for: 必须 must, 确保 ensure, 力争 strive, 鼓励 encourage, 探索 explore."""

import re

from analysis.readings import Reading

_CUES = {
    "must": r"必须|务必|应当|(?<!必)须(?!知)|不得|不准|严禁|禁止|一律|不允许",
    "ensure": r"确保|保证(?!金)|务求",
    "strive": r"力争|争取|力求|努力(?!程度)",
    "encourage": r"鼓励|引导(?!基金|资金)|倡导|提倡",
    "explore": r"探索|试行|先行先试|开展[^，。；]{0,12}试点|研究(?:制定|制订|建立|出台|设立|推动|开展|提出)",
}
CUE = "《[^》]*》|" + "|".join(f"(?P<{name}>{cues})" for name, cues in _CUES.items())
CUE_BEGINS = "《必务应须不严禁一确保力争努鼓引倡提探试先开研"
"""The characters that a cue or a title begins with: most places are passed over by their first alone."""
_SHAPE = re.compile(f"(?=[{CUE_BEGINS}])(?:{CUE})")
"""Titles are passed over: 《鼓励目录》 encourages nothing."""


def strength(sentence: str) -> Reading | None:
    """The first word of a sentence that says how strongly it asks; None where none does."""
    told = (match for match in _SHAPE.finditer(sentence) if match.lastgroup)
    first = next(told, None)
    return Reading(first.lastgroup, first[0]) if first and first.lastgroup else None
