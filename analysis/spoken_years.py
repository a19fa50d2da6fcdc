"""Which years the paragraphs of a report speak of, one after the other.

In a review of five years one paragraph may turn to the last of them (2017年是…, 一年来…), and what follows
speaks of that year until one turns back (五年来…).
"""

import re
from bisect import bisect_right
from functools import lru_cache

_TURN = re.compile(
    r"^[\s*#]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])?[\s*]*(?:各位代表[，！：、\s]*)?"
    r"(?:(?P<one>(?:刚刚)?过去的?(?:的?这)?一年|一年来|去年|(?:19|20)\d\d年(?!以来|[至到—－、\-]))"
    r"|(?P<some>(?:过去|近|这|回顾过去)的?[三四五]年|[三四五]年来|“?十[一二三四]?五”?(?:时期|期间|以来)?|本届政府))",
    re.MULTILINE,
)


def speaks_of_one_year(text: str, offset: int) -> bool:
    """Whether what stands at an offset follows a paragraph that turned to a single year."""
    starts, ones = _turns(text)
    at = bisect_right(starts, offset) - 1
    return at >= 0 and ones[at]


@lru_cache(maxsize=8)
def _turns(text: str) -> tuple[list[int], list[bool]]:
    found = list(_TURN.finditer(text))
    return [match.start() for match in found], [bool(match["one"]) for match in found]
