"""Text as a cell of a spreadsheet can hold it."""

import re

from exporters.legible import legible

LIMIT = 32_767
"""UTF-16 code units in one cell (Microsoft: Excel specifications and limits)."""

FORMULA_STARTS = ("=", "+", "-", "@")
"""What a spreadsheet takes for the start of a formula when the text is typed or edited."""

_CUT = {
    "zh": "……【原文共{}字，超出单元格容量，此处截断】",
    "en": "… [cut here: the whole text of {} characters is more than a cell can hold]",
}
# In a cell _x0041_ stands for the character U+0041 (ECMA-376, ST_Xstring); its own underscore is _x005F_.
_LOOKS_ENCODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ENCODED = re.compile("_x([0-9A-Fa-f]{4})_")


def cell_text(text: str, language: str) -> str:
    """The text as it is written into a cell."""
    kept = fitting(text, language)
    return _LOOKS_ENCODED.sub("_x005F_", kept) if "_x" in kept else kept


def fitting(text: str, language: str) -> str:
    """The text made legible; a text too long for a cell is cut with a remark that says so."""
    kept = legible(text)
    # A character takes at most two units.
    if len(kept) * 2 <= LIMIT or len(kept.encode("utf-16-le")) <= LIMIT * 2:
        return kept
    remark = _CUT[language].format(len(text))
    room = LIMIT - len(remark)
    return kept.encode("utf-16-le")[: room * 2].decode("utf-16-le", "ignore") + remark


def decoded(text: str) -> str:
    """The text of a cell as a reader of the workbook sees it, with plain line ends."""
    if "_x" in text:
        text = _ENCODED.sub(lambda match: chr(int(match[1], 16)), text)
    return legible(text)
