"""The year a document speaks about, to which 今年 in it refers.

It is, by the first that is there: the year in the title (2023年工作总结 → 2023); the year of issue, or the
next where a document of the last weeks of a year plans for that; the first of the five years the title
plans for; the year its headings plan for, or the one after that on which they look back (一、2024年工作回顾 →
2025); a year in the file's name; the year that its sentences plan for or name most often, a planning
sentence (将, 要, 力争 …) counting three times.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from importers.dates import year
from importers.format import Piece

PLAN_WEIGHT = 3

LATE = 11
"""The month from which a document may be about the year to come."""

LONGEST_HEADING = 40

_YEAR = re.compile(r"(?<![\d到至])((?:19|20)\d\d)年(?!代|远景)")
_CHINESE_YEAR = re.compile("[一二][〇○零一二三四五六七八九]{3}(?=年)")
_YEAR_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_BACK = re.compile(r"(?<!\d)((?:19|20)\d\d)年.{0,14}(?:回顾|总结|完成情况|执行情况|主要成绩|工作情况)")
_AHEAD = re.compile(
    r"(?<!\d)((?:19|20)\d\d)年(?!和|至|以来|远景).{0,14}(?:安排|任务|目标|打算|部署|重点|计划|总体要求|政府工作|工作要求|工作思路)"
)
_FIVE_YEARS = re.compile(r"十([一二三四五六七八九])五.{0,2}(?:时期)?.{0,20}(?:规划|计划|纲要|方案)")
_PLANNING = re.compile("将|要|力争|确保|力求|目标|计划|继续|预计|重点")
_SENTENCE = re.compile("[^。！？；]+")


def reference_year(pieces: Sequence[Piece], title: str, issued: date | None, name: str) -> int | None:
    """Of the document with that title and date, in the file of that name."""
    return (
        _titled(title, issued)
        or (_of_issue(pieces, issued) if issued else None)
        or _planned_five_years(title)
        or _headed(pieces)
        or _in_name(name)
        or _spoken_of(pieces)
    )


def _titled(title: str, issued: date | None) -> int | None:
    """The year in the title; of several (2022年工作总结和2023年工作安排) that of issue, else the last."""
    if issued and f"{issued.year}年" in title:
        return issued.year
    found = list(map(int, _YEAR.findall(title)))
    if len(found) > 1 and re.search("[和与及暨]", title):
        return max(found)
    return year(title) if found or "远景" not in title else None


def _planned_five_years(title: str) -> int | None:
    """The first year of the five-year plan that a title names: “十五五”规划 → 2026."""
    match = _FIVE_YEARS.search(title)
    return 2006 + 5 * "一二三四五六七八九".index(match.group(1)) if match else None


def _of_issue(pieces: Sequence[Piece], issued: date) -> int:
    planned = _headed(pieces) if issued.month >= LATE else None
    return planned if planned == issued.year + 1 else issued.year


def _headed(pieces: Sequence[Piece]) -> int | None:
    """The year that headings and short lines plan for, else the one after that on which they look back."""
    lines = [_in_figures(piece.text) for piece in pieces if len(piece.text) <= LONGEST_HEADING]
    for pattern, after in ((_AHEAD, 0), (_BACK, 1)):
        years = Counter(int(found) + after for line in lines for found in pattern.findall(line))
        if years:
            return max(years, key=lambda found: (years[found], found))
    return None


def _in_name(name: str) -> int | None:
    match = _YEAR_IN_NAME.search(name)
    return int(match.group(1)) if match else None


def _in_figures(text: str) -> str:
    """`text` with the years that it writes out (一九八九年) in figures."""
    return _CHINESE_YEAR.sub(lambda found: str(year(found.group() + "年")), text)


def _spoken_of(pieces: Sequence[Piece]) -> int | None:
    counts: Counter[int] = Counter()
    for piece in pieces:
        for sentence in _SENTENCE.findall(_in_figures(piece.text)):
            weight = PLAN_WEIGHT if _PLANNING.search(sentence) else 1
            counts.update(dict.fromkeys(map(int, _YEAR.findall(sentence)), weight))
    return max(counts, key=lambda found: (counts[found], found)) if counts else None
