"""Which documents of a report belong together, so that a later one can be compared with an earlier one."""

import re
from collections.abc import Iterable
from functools import lru_cache

from exporters.report import ReportDocument

_OFFICE = re.compile("^(.*(?:政府|国务院|中央|委员会|[委局厅部院]))(?:办公厅|办公室)$")
"""The office of an organ writes in its name."""
_LONG_NAMES = (("中华人民共和国", ""), ("人民政府", "政府"))
_YEAR = r"(?:(?:19|20)\d\d|[一二][一二三四五六七八九〇零○]{3})"
_YEARS = re.compile(rf"{_YEAR}(?:年?[—–~～至到-]+{_YEAR})?(?:年度|年)?|第[一二三四五六七八九十]+个五年")
_MARKS = re.compile(r"[\s《》〈〉（）()“”\"—-]+")
_KIND = 4
"""Characters that a title has at least besides its years, to tell what kind of document it is."""


def series(documents: Iterable[ReportDocument]) -> list[tuple[ReportDocument, ...]]:
    """The documents sorted into series, the earliest first in each; one that is alone is a series, too."""
    found: list[list[ReportDocument]] = []
    for document in sorted(documents, key=lambda one: (one.reference_year or 0, str(one.issued or ""))):
        own = next((some for some in found if _joins(document, some)), None)
        if own is None:
            found.append([document])
        else:
            own.append(document)
    return [tuple(some) for some in found]


def belong(one: ReportDocument, other: ReportDocument) -> bool:
    """Whether two documents have one issuer or, where one names none, titles alike but for their years."""
    if one.issuer and other.issuer:
        return organs(one.issuer) == organs(other.issuer)
    if one.place and other.place and one.place != other.place:
        return False
    return kind(one.title) == kind(other.title) and len(kind(one.title)) >= _KIND


@lru_cache(4096)
def organs(issuer: str) -> frozenset[str]:
    """Those who issue a document, by their short names, an office as the organ it belongs to."""
    return frozenset(_organ(name) for name in re.split(r"[、，,；;\s]+", issuer) if name)


@lru_cache(4096)
def kind(title: str) -> str:
    """A title without its years and marks: 《青禾市2031年工作要点》 → 青禾市工作要点."""
    return _MARKS.sub("", _YEARS.sub("", _MARKS.sub("", title)))


def _organ(name: str) -> str:
    for long, short in _LONG_NAMES:
        name = name.replace(long, short)
    found = _OFFICE.match(name)
    return found[1] if found else name


def _joins(document: ReportDocument, some: list[ReportDocument]) -> bool:
    """It belongs to one of them, and none of them is another issuer's."""
    apart = (one for one in some if one.issuer and document.issuer and not belong(one, document))
    return not any(apart) and any(belong(one, document) for one in some)
