"""Texts saved from law databases such as 北大法宝: what the database set around them is no part of the text.

Before the text stand labelled properties and often its title once more, after it the database's own lines.
Other texts lose only a title said twice and a line that names their source.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from importers.labels import pairs, stated, within

HEAD, FOOT = 40, 12
"""Lines at the beginning and the end in which a database speaks."""

LONGEST_FIRST = 120
"""Characters: a longer line is text, at which the head of an export ends."""

_SIGN = re.compile(
    r"北大法宝|法宝引证码|法宝联想|pkulaw|chinalawinfo|北大法律信息网|\bCLI\.\d|【(?:法规标题|颁布单位|颁布时间|效力级别|时效性|发布部门)】"
)
_SURE_LABELS = frozenset({"时效性", "效力级别", "法规类别", "唯一标志", "法宝引证码", "效力状态"})
_LAW_LINE = re.compile(
    r".{0,40}(?:©|\(c\)|（c）)?\s*北大法[宝律].*|.*(?:pkulaw|chinalawinfo|lawinfochina)\.(?:cn|com|net).*"
    r"|法宝(?:快讯|联想|提示|V\d|新AI).*|【?法宝引证码】?.*|CLI\.[\w.()（）]+|扫(?:描|码)二维码阅读原文|原文链接\s*[:：].*"
    r"|.*正式引用法规条文时请与标准文本核对.*|欢迎查看所有产品和服务.*|本(?:法|篇|规定)变迁史?.*|【相关资料】.*"
    r"|\[?下载日期\]?\s*[:：].*|Copyright.*",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"[（(【]?(?:文章|信息|文件)?(?:来源|稿源|文章出处)\s*[:：]\s*\S{2,40}$")
_STATUS = re.compile("[【\\[（(](?:现行有效|已?失效|部分失效|已被修改|尚未(?:生效|施行)|已修订)[】\\]）)]$")
_NO_TITLE = re.compile(
    "^(?:第[一二三四五六七八九十]+[编章节条]|[（(]?[一二三四五六七八九十\\d]+[、）).．])|。$"
)
_TEXT_BEGINS = "全文"


class Frame(NamedTuple):
    """Which lines are the text's own, the properties that the others state, whether a database set them."""

    kept: list[int]
    stated: dict[str, str]
    by_database: bool = False


def frame(texts: Sequence[str]) -> Frame:
    """What is the text and what stands around it, among the lines or paragraphs of a file."""
    law = _is_export(texts)
    first = _first(texts, law)
    begins = [*(_head(texts, first) if law else range(first))]
    ends = range(max(first, len(texts) - FOOT), len(texts))
    out = {i for i in (*begins, *ends) if _SOURCE.match(texts[i]) or (law and _LAW_LINE.fullmatch(texts[i]))}
    head = [i for i in range(first) if i not in begins] if law else []
    said = stated(pairs(texts[i] for i in head))
    kept = [i for i in range(len(texts)) if i not in out and i not in head]
    twice = {*_said_twice(texts, kept)}
    return Frame([i for i in kept if i not in twice], dated(said) if law else said, law)


def dated(said: dict[str, str]) -> dict[str, str]:
    """What a database states: by 发布日期 it dates the document, not a page of its own."""
    return {"date": said["published"], **said} if "published" in said else said


def _is_export(texts: Sequence[str]) -> bool:
    ends = [*texts[:HEAD], *texts[-FOOT:]]
    labels = {label for text in texts[:HEAD] for label, _ in within(text)}
    return any(map(_SIGN.search, ends)) or (len(labels) >= 3 and bool(labels & _SURE_LABELS))


def _first(texts: Sequence[str], law: bool) -> int:
    """The number of the line with which the text begins: running text, or what follows the mark 全文."""
    for i, text in enumerate(texts[:HEAD]):
        found = within(text)
        if found and found[-1][0] == _TEXT_BEGINS:
            return i + 1
        if not (found and law) and (len(text) > LONGEST_FIRST or text.endswith("。")):
            return i
    return min(len(texts), HEAD)


def _head(texts: Sequence[str], first: int) -> Iterator[int]:
    """Of the lines before the text those that neither are labels nor answer one."""
    answers = False
    for i in range(first):
        found = within(texts[i])
        if not found and not answers:
            yield i
        answers = bool(found) and not found[-1][1] and found[-1][0] != _TEXT_BEGINS


def _said_twice(texts: Sequence[str], kept: Sequence[int]) -> Iterator[int]:
    """The lines of a title that follows once more, in one line or several."""
    head = [i for i in kept[:10] if len(texts[i]) <= LONGEST_FIRST and not _NO_TITLE.search(texts[i])]
    bare = {i: _STATUS.sub("", "".join(texts[i].split())) for i in head}
    for place, i in enumerate(head):
        for start in range(place + 1, min(place + 6, len(head))):
            joined = ["".join(bare[k] for k in head[start : start + length]) for length in (1, 2, 3)]
            if len(bare[i]) >= 8 and bare[i] in joined:
                yield i
                break
