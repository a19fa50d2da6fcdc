"""What a number measures: the words around it taken apart.

…城镇化率 | 提高到 | 65%: from the number's side, words that link and move are cut off and give the direction;
what is left of the clause is the indicator. Where nothing is left, the indicator is what is counted behind the
number (52个贫困县), or that of the number before (…3万亿元、增长6%).
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cache

from analysis.lexicons import lexicon
from analysis.numbers import Number
from analysis.times import TIME
from analysis.words import cut

_RISES = """
增长 提高 上升 增加 提升 上涨 扩大 攀升 回升 跃升 升 增 涨 上调 净增 增至 升至 升到 增到 涨到 提高到 增加到 增幅 增速 涨幅 增长率 增长速度 翻番 比增
"""
_FALLS = """
下降 降低 减少 缩减 压减 压缩 缩短 回落 收窄 下调 下浮 下滑 降 减 降至 减至 降到 减到 再降 削减 精简 降幅
"""
_MOVING_NOUNS = "增幅 增速 涨幅 增长率 增长速度 降幅"
"""Movements that are indicators themselves: they give the direction and stay."""
_LINKS = """
达到 达 为 是 有 至 到 在 占 实现 完成 保持 稳定 控制 维持 安排 设定 确定 按 按照 均 都 再 将 拟 分别 同比 环比 同口径 累计 共 共计 合计 总计
已 已经 了 就 还 又 也 仅 只 要 力争 争取 确保 年均 平均 预计 可 能 可达 均达 已达 均为 将达 率先 每年 以 净 进一步 继续 持续 实际 名义 全部 各 最高
最低 由 从 比 大幅 稳步 快速 明显 调整 超额 突破 超过 超 接近 跨越 迈上 翻 过 稳 保 仍 仍然 高于 低于 快于 优于 好于 高 低 全国 全省 全市 平均水平 设定为 比上
"""
_OPENERS = """
力争 确保 争取 努力 实现 其中 使 让 目前 预计 并 且 而 同时 另外 此外 特别是 尤其是 其 将 把 累计 已 已经 完成 实施 安排 推动 推进 促进 保持 拟 要 达到 到 为 对
成功 先后 继续 持续 加快 积极 全面 大力 至少 建成 开通 建成开通 截至 截止 年末 年底 末 共 总共 我们 即 主要 每年 底 还 再 也 又 均 是 各 是 由 从 以 在
"""
_PARTICLES = frozenset("的 了 对 把 将 为 向 给 使 让 以 用 从 由 在 与 和 及 或 等 过 有 至 到 超 近".split())
_KEPT_VERBS = ("新", "扩", "改", "再")
"""A verb of counting stays in the indicator when it begins with one of these: 新建, 改造."""
_BASELINE = re.compile(
    r"(?:比|较|与|同)(?:上年|去年|上一年|前年|年初|年前|同期|预期|全国|全省|全市|\d{4}年|“?十.五”?)"
    r"(?:同期|末|底|平均(?:水平)?|水平|期间)*(?:相比|比)?$"
)
_TIME = re.compile(rf"(?:到|至|截至|截止)?{TIME}(?:以来|起|末|，|,)?")
_MARKER = re.compile(r"[●·*—\-\s]+|[一二三四五六七八九十]{1,3}是|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、]")
_STOP = re.compile(r"[，。；：、！？\n（）()《》0-9０-９]")
_CLAUSE = re.compile(r"[，。；：:！？\n;]")
_LIST_SIGN = re.compile(r"\s?[、和与及]\s?")
_LONGEST_COUNTED = 16


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number measures: `name` is the indicator, [start, end) the shortest stretch that shows it whole.

    `moved` is the word that gives the direction.
    """

    name: str
    start: int
    end: int
    direction: str | None
    moved: str


class Words:
    """Where the words of a text begin, so that only whole words are cut off."""

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        """Cuts text[start:end]; offsets count from the beginning of `text`."""
        self._cuts = [(start + a, start + b) for a, b in cut(text[start:end])]
        self._starts = [a for a, _ in self._cuts]

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The words from `start` to `end`; one that reaches over an edge is cut there."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        clipped = ((max(a, start), min(b, end)) for a, b in self._cuts[first:last])
        return [(a, b) for a, b in clipped if a < b]


def measure(
    text: str, sentence: int, number: Number, before: Number | None, known: Measure | None, words: Words
) -> Measure:
    """What `number` measures in the sentence that begins at `sentence`.

    `before` is the number in front of it in the same sentence and `known` what that one measures.
    """
    if before and known and _LIST_SIGN.fullmatch(text, before.behind, number.start):
        return replace(known, end=number.end)
    opening = _opening(text, sentence, number, before)
    left = words.between(opening, number.start)
    direction, moved = _cut_links(text, left)
    _cut_openers(text, left)
    bare = not left or all(text[a:b] in _verbs() for a, b in left)
    if bare or text[slice(*left[-1])] in _PARTICLES:
        counted = _counted(text, number, words)
        if counted:
            return _behind(text, left, bare, counted, number, known, direction, moved)
        if known and not (left and text.startswith(_KEPT_VERBS, left[0][0])):
            return Measure(known.name, known.start, number.end, direction, moved)
    start, end = (left[0][0], left[-1][1]) if left else (number.start, number.start)
    return Measure(_clean(text[start:end]), start, number.end, direction, moved)


def _opening(text: str, sentence: int, number: Number, before: Number | None) -> int:
    """Where the clause of a number begins; a bracket's content is no clause, and a number closes a 、 item."""
    start = max(sentence, before.end if before else 0)
    depth, at = 0, number.start
    while at > start:
        char = text[at - 1]
        depth += (char in "）)") - (char in "（(")
        if depth < 0 or (depth == 0 and _CLAUSE.match(char)):
            return at
        at -= 1
    if before and before.end == start and (comma := text.rfind("、", start, number.start)) >= 0:
        return comma + 1
    return start


def _cut_links(text: str, left: list[tuple[int, int]]) -> tuple[str | None, str]:
    """Take the links off the end of `left`; the direction they give, and its word."""
    direction, moved = None, ""
    while left:
        word = text[slice(*left[-1])]
        turn = "up" if word in _set(_RISES) else "down" if word in _set(_FALLS) else None
        if turn and not direction:
            direction, moved = turn, word
        if word in _set(_MOVING_NOUNS) or not (turn or word in _set(_LINKS) or word.isspace()):
            baseline = _BASELINE.search(text, left[0][0], left[-1][1])
            if not baseline:
                break
            while left and left[-1][1] > baseline.start():
                left.pop()
        else:
            left.pop()
    return direction, moved


def _cut_openers(text: str, left: list[tuple[int, int]]) -> None:
    """Take times, markers and words that only introduce off the front of `left`."""
    while left:
        start, end = left[0]
        opening = _TIME.match(text, start, left[-1][1]) or _MARKER.match(text, start, left[-1][1])
        if opening:
            end = opening.end()
        elif text[start:end] not in _set(_OPENERS) and text[start:end] not in "，、；：“”":
            return
        while left and left[0][1] <= end:
            left.pop(0)
        if left and left[0][0] < end:
            left[0] = (end, left[0][1])


def _counted(text: str, number: Number, words: Words) -> tuple[int, int] | None:
    """The noun behind a number: what it counts, up to a stop or a verb."""
    start = number.end + (text[number.end : number.end + 1] == "的")
    stop = _STOP.search(text, start, start + _LONGEST_COUNTED)
    behind = words.between(start, stop.start() if stop else min(len(text), start + _LONGEST_COUNTED))
    end = start
    for a, b in behind:
        if end > start and (text[a:b] in _set(_LINKS) or (end - start > 3 and text[a:b] in _verbs())):
            break
        if end == start and (text[a:b] in _PARTICLES or text[a:b] in _set(_RISES) | _set(_FALLS)):
            break
        end = b
    return (start, end) if end - start > 1 else None


def _behind(
    text: str,
    left: list[tuple[int, int]],
    bare: bool,
    counted: tuple[int, int],
    number: Number,
    known: Measure | None,
    direction: str | None,
    moved: str,
) -> Measure:
    """The indicator of a number that stands before what it counts, with the verb or the subject in front."""
    head = ""
    if left and (not bare or text.startswith(_KEPT_VERBS, left[0][0])):
        head = text[left[0][0] : left[-1][1]].rstrip("的了对把将")
    start = left[0][0] if left else number.start
    return Measure(_clean(head + text[slice(*counted)]), start, max(counted[1], number.end), direction, moved)


def _clean(name: str) -> str:
    return re.sub(r"\s|^[，、的了和及]+|[的了，、和]+$", "", name)


@cache
def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


@cache
def _verbs() -> frozenset[str]:
    return frozenset((*lexicon("directives"), *lexicon("adverbs"), *_OPENERS.split()))
