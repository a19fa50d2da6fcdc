"""Whom a document speaks for: the province, city or county, or the whole nation."""

import re

_PLACE = re.compile(r"[\u4e00-\u9fff]{2,9}?(?:省|自治区|自治州|特别行政区|市|县|区|州|盟|旗)")
_NO_PLACE = re.compile(
    r"[全本我各]|人民|政府|开发|自治[区州]$|.*(?:(?<!成)都市|^城市|地区|园区|社区|新区|山区|[省县]市|自贸)$"
)
_SPOKEN = (
    re.compile(r"在(?P<place>[\u4e00-\u9fff]{2,12}?)第[一二三四五六七八九十百\d]+届人(?:民代表)?大"),
    re.compile(r"(?P<place>[\u4e00-\u9fff]{2,9}?[省市县区州盟旗])人民政府"),
)
_NATION = re.compile("国务院|全国|中华人民共和国|中国")
_OF_NATION = re.compile("国务院总理|代表国务院|届全国人民代表大会")
_LEADING = re.compile("^.*(?:代表|届|和|与|关于)")
NATION = "全国"
_HEAD = 400
"""Characters at the head of a text in which its place is looked for."""


def place_of(title: str, issuer: str | None, source_name: str, text: str) -> str:
    """The place in a document's title, issuer or file name, else in the head of its text; empty if none."""
    for words in (title, issuer or "", source_name):
        if found := _named(words):
            return found
    head = text[:_HEAD]
    for shape in _SPOKEN:
        for spoken in shape.finditer(head):
            if found := _named(spoken["place"]):
                return found
    return NATION if _OF_NATION.search(head) else ""


def _named(words: str) -> str:
    bare = re.sub(r"[\s\d年月日—_-]+|[在向]", " ", words)
    found = (_LEADING.sub("", match[0]) for match in _PLACE.finditer(bare))
    places = (place for place in found if len(place) > 2 and not _NO_PLACE.match(place))
    return next(places, NATION if _NATION.search(bare) else "")
