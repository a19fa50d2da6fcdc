"""How likely a decoded text is the Chinese somebody wrote, rather than bytes read by the wrong table.

Wrong tables give characters nobody uses: each character is weighed by how much more often it stands in real
Chinese than in such garbage. The standards themselves tell the common from the rare: level 1 of GB 2312
(rows 16–55) and of Big5 (A440–C67E) hold the everyday characters.
"""

from functools import cache
from pathlib import Path

COMMON = Path(__file__).parent.parent / "resources" / "lexicons" / "common_characters.txt"

FREQUENT, EVERYDAY, LEVEL_1, MARK, ASCII, RARE = 1.5, 1.0, 0.5, 0.5, 0.3, -2.5
"""Roughly log ratios: level 1 makes 98 % of real text and 60 % of garbage, all else 2 % and 40 %."""

PLAUSIBLE = -0.6
"""The least mean weight of a text worth showing: a short note may hold rare names."""

EVIDENT = 0.6
"""The mean weight of a text that is Chinese beyond doubt."""

MARKS = frozenset("，。、；：！？（）《》〈〉“”‘’【】〔〕「」『』…—·．％～〇○●■◆▲★×℃①②③④⑤⑥⑦⑧⑨⑩\u3000\ufeff")


def plausibility(text: str, encoding: str) -> float:
    """The mean weight of the characters of `text` that are not white space; 0.0 where there are none."""
    weights = _Weights.of(encoding)
    found = [weights[character] for character in text if not character.isspace()]
    return sum(found) / len(found) if found else 0.0


class _Weights(dict[str, float]):
    """The weight of each character in one encoding, worked out when first met."""

    def __init__(self, encoding: str) -> None:
        super().__init__(_common())
        self.level_1 = _LEVEL_1.get(encoding, _LEVEL_1["gb18030"])

    @classmethod
    @cache
    def of(cls, encoding: str) -> "_Weights":
        return cls(encoding)

    def __missing__(self, character: str) -> float:
        weight = self[character] = self._weighed(character)
        return weight

    def _weighed(self, character: str) -> float:
        if " " <= character <= "~":
            return ASCII
        if character in MARKS or "\uff01" <= character <= "\uff5e":
            return MARK
        codec, first, last = self.level_1
        code = character.encode(codec, "ignore")
        return LEVEL_1 if len(code) == 2 and first <= code <= last else RARE


_LEVEL_1 = {"gb18030": ("gb2312", b"\xb0\xa1", b"\xd7\xf9"), "big5": ("big5", b"\xa4\x40", b"\xc6\x7e")}


@cache
def _common() -> dict[str, float]:
    rows = COMMON.read_text("utf-8").splitlines()
    order = "".join(row for row in rows if not row.startswith("#"))
    return {character: FREQUENT if rank < 500 else EVERYDAY for rank, character in enumerate(order)}
