"""Bylines: who is to do the tasks of an article, said once at its end or in a line of its own.

…。（市工信局牵头，市科技局配合） · 责任单位：市工信局、市科技局
"""

import re

from analysis.departments import departments
from analysis.readings import Readings

_IN_BRACKETS = re.compile(r"\s*[（(【\[].*[）)】\]]\s*。?", re.DOTALL)
_NAMED = re.compile(r"\s*(?:牵头|责任|配合|主办|协办|负责|主责|落实)(?:单位|部门|科室|处室|领导)[：:]")
_CLOSING = re.compile(r"[（(【\[][^（）()\[\]【】]{2,200}[）)】\]]\s*。?$")


def byline(sentence: str) -> Readings:
    """The departments that a sentence names which is nothing but a byline; empty for any other sentence."""
    stands_alone = _NAMED.match(sentence) or _IN_BRACKETS.fullmatch(sentence)
    return departments(sentence) if stands_alone else {}


def closing_byline(sentence: str) -> Readings:
    """The departments in the bracket that closes the last sentence of a paragraph."""
    bracket = _CLOSING.search(sentence)
    return byline(bracket[0]) if bracket else {}
