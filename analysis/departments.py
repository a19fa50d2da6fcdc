"""Who is to do it: lead and supporting departments as a sentence names them.

由甲牵头，乙、丙配合 · （甲负责） · 责任单位：甲、乙 · 各级政府要…. Several names are joined by 、, as the fields of a task keep
them.
"""

import re

from analysis.lexicons import one_of
from analysis.readings import Reading, Readings

_NAMES = r"[^，。；：（）()\n]{2,80}?"
_HELP = "(?:等?(?:部门|单位)?(?:密切|积极)?(?:配合|参与|参加|协同|协助|协办|支持|按职责分工(?:负责|落实)?))"
_LED = (
    re.compile(rf"(?:由)?(?P<lead>{_NAMES})牵头(?:负责|落实)?(?:[，,；;、]\s*(?P<supporting>{_NAMES}){_HELP})?"),
    re.compile(
        rf"牵头(?:单位|部门)[：:](?P<lead>{_NAMES})(?=[；;，。\n（）()]|$)"
        rf"(?:[；;，。]?\s*(?:配合|责任|参与|参加|协办)(?:单位|部门)[：:](?P<supporting>{_NAMES})(?=[；;，。\n（）()]|$))?"
    ),
    re.compile(rf"责任(?:单位|部门)[：:](?P<lead>{_NAMES})(?=[；;，。\n（）()]|$)"),
    re.compile(rf"[（(](?P<lead>{_NAMES})(?:等)?(?:按职责分工|分别|按照职责)?负责(?:落实)?[)）]"),
    re.compile(rf"由(?P<lead>{_NAMES})(?:具体|组织|统一|按职责分工)?(?:负责|承担|会同|制定|组织实施)"),
)
_MARKS = "“”‘’《》"
_BETWEEN = re.compile(r"[、,，]|(?<=[部委局厅院署办会行])(?:和|与|及|会同)")


def departments(sentence: str) -> Readings:
    """The fields lead and supporting of a sentence, as far as it tells them."""
    for pattern in _LED:
        if match := pattern.search(sentence):
            said = {name: _split(words) for name, words in match.groupdict().items() if words}
            return {name: Reading(names, match[name]) for name, names in said.items() if names}
    if subject := _subject().match(sentence):
        return {"lead": Reading(subject["lead"], subject["lead"])}
    return {}


def _split(words: str) -> str:
    names = (name.strip(" " + _MARKS).removeprefix("由").removesuffix("等") for name in _BETWEEN.split(words))
    return "、".join(name for name in names if len(name) > 1)


def department(line: str) -> str:
    """The line itself where it is nothing but the name of a department, as a byline is; else empty."""
    return line if _department().fullmatch(line) else ""


def _subject() -> re.Pattern[str]:
    """Built by `re` once and kept in its cache: an actor in front of 要."""
    return re.compile(
        rf"(?P<lead>(?:[^，。；：要将应须]{{0,14}}、){{0,5}}[^，。；：、要将应须]{{0,14}}?{one_of('actors')})等?，?(?:都|也|还|均)?(?:要|应|应当|必须|须)(?!求)"
    )


def _department() -> re.Pattern[str]:
    return re.compile(rf"[\u4e00-\u9fff、（）]{{1,24}}{one_of('department_endings')}")
