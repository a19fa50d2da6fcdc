"""Who is to do it: lead and supporting departments as a sentence names them.

由甲牵头，乙、丙配合 · （甲负责） · 责任单位：甲、乙 · 各级政府要…. Several names are joined by 、, as the
fields of a task keep them.
"""

import re
from collections.abc import Collection

from analysis.lexicons import pattern
from analysis.readings import Reading, Readings

_NAMES = r"[^，。；：（）()【】\n]{2,80}?"
_ENDS = r"(?=[；;，。\n（）()【】]|\s+\S{2,4}[：:]|$)"
_ROLE = "(?:单位|部门|科室|处室|领导)?"
_WITH = rf"(?:会同|联合|配合单位|协同)(?P<supporting>{_NAMES})(?:等(?:有关|相关)?(?:部门|单位)?)?"
_HELP = "等?(?:部门|单位)?(?:密切|积极)?(?:配合|参与|参加|协同|协助|协办|支持|按职责分工(?:负责|落实)?)"
_STATED = (
    re.compile(
        rf"(?:牵头|主办|主责){_ROLE}[：:](?P<lead>{_NAMES}){_ENDS}"
        rf"(?:[；;，。]?\s*(?:配合|责任|参与|参加|协办){_ROLE}[：:](?P<supporting>{_NAMES}){_ENDS})?"
    ),
    re.compile(rf"(?:责任|负责|落实)(?:单位|部门|科室|处室)[：:](?P<lead>{_NAMES}){_ENDS}"),
)
"""Behind 牵头单位： whatever is named is in charge; the other shapes name organs only."""
_LED = (
    re.compile(
        rf"由(?P<lead>{_NAMES})牵头，?{_WITH}(?=[，。；）]|$|推进|负责|制定|开展|组织|抓|建立|落实|实施)"
    ),
    re.compile(
        rf"由?(?P<lead>{_NAMES})牵头(?!省份|机制|作用|单位|部门|企业|人)(?:负责|落实)?(?:[，,；;、]\s*(?P<supporting>{_NAMES}){_HELP})?"
    ),
    re.compile(
        r"[（(](?P<lead>[^。；：（）()【】责\n]{2,80}?)等?(?:按职责分工|分别|按照职责)?负责(?:落实)?[)）]"
    ),
    re.compile(rf"由(?P<lead>{_NAMES}){_WITH}(?:具体|组织|共同)?(?:负责|制定|组织实施|推进|开展)"),
    re.compile(rf"由(?P<lead>{_NAMES})(?:具体|组织|统一|按职责分工)?(?:负责|承担|会同|制定|组织实施)"),
)
_CUE = re.compile("牵头|负责|由|主办|主责|(?:单位|部门|科室|处室)[：:]")
"""Without any of these no shape fits."""
_IN_CHARGE = (
    rf"(?:^|[，；。（(【])(?P<lead>{_NAMES}(?:{{department_endings}}))等?(?:有关)?(?:部门|单位)?"
    rf"(?:具体|组织|分别|共同|按职责分工|按照职责分工)?负(?:责(?:落实|实施)?|总责)"
    rf"(?:[，；]\s*(?P<supporting>{_NAMES}){_HELP})?{_ENDS}"
)
"""Who is in charge, without 由: …，市商务局具体负责. A template of `pattern`."""
_ALONE = re.compile(
    r"[（(【](?P<lead>(?!含|包括|即|如)[^。；：（）()【】\n]{2,80}?)(?:，[^，。；：（）()【】]{2,14}完成)?[）)】]\s*。?$"
)
"""A bracket at the end that names organs and nothing else: …。（市教育局、市财政局）"""
_ACTOR = r"[^，。；：、要将应须]{0,14}"
_SUBJECT = (
    rf"(?P<lead>(?:{_ACTOR}、){{0,5}}{_ACTOR}?{{actors}})等?，?(?:都|也|还|均)?"
    r"(?:要|应(?![用急对变届有收链付税])|应当|必须|须)(?!求)"
)
_BETWEEN = re.compile(r"[、,，]|(?<=[部委局厅院署办会行府])(?:和|与|及|会同)")
_MARKS = " “”‘’《》【】（）"
_OTHERS = re.compile("等(?:有关|相关)?(?:部门|单位|地方)?$")
_BY = re.compile("(?<!自)由")
_UNIT = "(?:自治区|直辖市|自治州|街道|[省市地州盟县旗区乡镇])"
_OF_EACH = re.compile(
    rf"(?:(?<=^)|(?<=[、，]))各?(?:{_UNIT}、)+{_UNIT}(?=[\u4e00-\u9fff])|省、自治区、直辖市"
)
"""Several levels that share one ending are one name: 各县、市、区人民政府."""
_SHORT = (("自治区", "区"), ("直辖市", "市"), ("、", ""))
"""How such a name is written in short: 各省区市人民政府."""
_ORGAN = "(?:{department_endings}|{actors}|{organ_endings})$"
_WITH_VERB = (
    "(?:{adverbs})*(?!(?:{naming_verbs})(?![省市县区国各中]).*(?:{department_endings}|部门)$){directives}"
)
"""What opens with a verb is half a sentence (支持领军企业); a verb may be part of a name (教育局)."""


def departments(sentence: str, own: Collection[str] = ()) -> Readings:
    """The fields lead and supporting of a sentence, as far as it tells them.

    Each is an organ by its ending or one of the analyst's `own` departments, which also lead where a sentence
    opens with their name.
    """
    if _CUE.search(sentence):
        for shape in (*_STATED, *_LED, pattern(_IN_CHARGE)):
            match = shape.search(sentence)
            said = _named(match, own, shape in _STATED) if match else {}
            if "lead" in said:
                return said
    if (alone := _ALONE.search(sentence)) and _are_organs(alone["lead"], own):
        return _named(alone, own, True)
    if subject := pattern(_SUBJECT).match(sentence):
        return _named(subject, own, False)
    subject = re.match(rf"\s*(?P<lead>(?:(?:{'|'.join(map(re.escape, own))})[、和与]?)+)", sentence)
    return _named(subject, own, True) if own and subject else {}


def _are_organs(words: str, own: Collection[str]) -> bool:
    """Whether these words are the names of several organs, and none half a sentence."""
    names = _BETWEEN.split(words)
    return len(names) > 1 and all(name in own or department(name) for name in names)


def _named(match: re.Match[str], own: Collection[str], stated: bool) -> Readings:
    said = {field: words for field, words in match.groupdict().items() if words}
    return {
        field: Reading(names, words)
        for field, words in said.items()
        if (names := _joined(words, own, stated))
    }


def _joined(words: str, own: Collection[str], stated: bool) -> str:
    """The names in these words, joined by 、; none where they are half a sentence."""
    words = _OF_EACH.sub(_in_short, _BY.split(words)[-1])
    names = [_OTHERS.sub("", name.strip(_MARKS)) for name in _BETWEEN.split(words)]
    names = [name for name in names if len(name) > 1]
    if stated:
        return "、".join(names)
    if any(name not in own and pattern(_WITH_VERB).match(name) for name in names):
        return ""
    return "、".join(name for name in names if name in own or pattern(_ORGAN).search(name))


def _in_short(levels: re.Match[str]) -> str:
    short = levels[0]
    for long, brief in _SHORT:
        short = short.replace(long, brief)
    return short


def department(line: str, own: Collection[str] = ()) -> str:
    """The line itself where it is nothing but the name of a department, as a byline is; else empty."""
    line = line.strip()
    return (
        line
        if line in own or pattern("[\u4e00-\u9fff、（）]{1,24}{department_endings}").fullmatch(line)
        else ""
    )
