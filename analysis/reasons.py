"""Reasons: why something was proposed, in words that a window can translate.

A reason is a template with words of the text in its places: "comparator {} + {}" with 超过 and 8万家. As
one string it is stored beside a suggestion; `parted` takes it apart again.
"""

import re
from functools import cache

TEMPLATES = (
    "comparator {} + {}",
    "direction {} + {}",
    "indicator {} + {}",
    "number {}",
    "row of a table + {}",
    "title 《…{}》",
    "title …{}",
    "name {}",
    "name in marks …{}",
    "verb {} + …{}",
    "ending …{}",
    "told before",
    "own word {}",
    "modal {}",
    "verb {}",
    "object put first 把",
    "commits to {}",
    "item {}",
)
"""All reasons there are: what a translation needs to know."""


def told(template: str, *words: str) -> str:
    """The reason of a template with its words. ValueError where there is no such template."""
    if template not in TEMPLATES:
        raise ValueError(template)
    return template.format(*words)


def parted(reason: str) -> tuple[str, tuple[str, ...]]:
    """The template of a reason and the words in its places; a reason of other making is its own template."""
    for template, shape in _shapes():
        if match := shape.fullmatch(reason):
            return template, match.groups()
    return reason, ()


@cache
def _shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The templates as expressions, those that say most first."""
    most_said = sorted(TEMPLATES, key=lambda template: len(template.replace("{}", "")), reverse=True)
    return tuple(
        (template, re.compile("(.+?)".join(map(re.escape, template.split("{}"))), re.DOTALL))
        for template in most_said
    )
