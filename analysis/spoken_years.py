"""Which years the paragraphs of a report speak of, one after the other.

In a review of five years one paragraph may turn to the last of them (2017年是…, 一年来…), and what follows
speaks of that year until one turns back (五年来…).
"""

import re
from bisect import bisect_right
from functools import lru_cache

_TURN = re.compile(
    r"^[\s*#]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])?[\s*]*(?:各位代表[，！：、\s]*)?"
    r"(?:(?P<one>(?:刚刚)?过去的?这?一年|一年来|去年|(?:刚刚过去的)?(?:19|20)\d\d年(?!以来|[至到—－、\-]))"
    r"|(?P<some>(?:过去|近|这|回顾过去)的?[三四五]年|[三四五]年来|“?十[一二三四]?五”?(?:时期|期间|以来)?|本届政府))",
    re.MULTILINE,
)
_AIMED = re.compile(
    r"(?:预期|奋斗|主要|发展|工作|总体|增长)性?目标(?:任务|建议|初步|拟|定|确|安排)*[是为：:][^。\n]*$"
)
_ITS_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年|今年|新的一年|明年")


def aimed_at(text: str, offset: int, year: int) -> int | None:
    """The year a list of targets that an offset stands in is due: 2032年…主要预期目标为：…；…

    None where it stands in no such list, or where the list names no single year. `year` is called 今年.
    """
    lead = text[text.rfind("\n", 0, offset) + 1 : offset]
    opening = _AIMED.search(lead)
    said = _ITS_YEAR.search(lead, 0, opening.start() + 1) if opening else None
    if said is None:
        return None
    return int(said["year"]) if said["year"] else year


def speaks_of_one_year(text: str, offset: int) -> bool:
    """Whether what stands at an offset follows a paragraph that turned to a single year."""
    starts, ones = _turns(text)
    at = bisect_right(starts, offset) - 1
    return at >= 0 and ones[at]


@lru_cache(maxsize=8)
def _turns(text: str) -> tuple[list[int], list[bool]]:
    found = list(_TURN.finditer(text))
    return [match.start() for match in found], [bool(match["one"]) for match in found]
