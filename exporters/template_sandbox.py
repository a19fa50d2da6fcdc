"""The Jinja a Word template may use: it reads values and repeats rows, and can do nothing else.

No attribute beginning with _, no call of anything, no macro, no import; how often loops turn and how long
texts grow is bounded, so that a template from anywhere neither runs code nor holds up the machine.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from exporters.legible import legible

TURNS = 500_000
"""How often all loops of a template together may turn: every field of 10,000 rows and more."""

LONGEST = 100_000
"""Characters a template may put together in one expression."""

FILTERS = (
    "abs", "count", "d", "default", "first", "float", "groupby", "int", "join", "last", "length",
    "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "round", "select",
    "selectattr", "sort", "string", "sum", "title", "trim", "truncate", "unique", "upper",
)  # fmt: skip
"""The filters of Jinja that are left: none can make much from little."""

REFUSED = (
    nodes.Macro,
    nodes.CallBlock,
    nodes.FilterBlock,
    nodes.Import,
    nodes.FromImport,
    nodes.Include,
    nodes.Extends,
    nodes.Block,
    nodes.Call,
)

_COUNTED = "counted by the sandbox"
_BOUNDED = "bounded by the sandbox"
"""Filters under names that no template can write."""


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment for one filling of one template: it counts the turns of the loops."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, **options: Any) -> None:
        super().__init__(undefined=StrictUndefined, finalize=_finished, **options)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.filters |= {_COUNTED: self._counted, _BOUNDED: _bounded}
        self._turns = 0

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator != "+" and not all(isinstance(side, int | float) for side in (left, right)):
            raise SecurityError(f"{operator} is for numbers")
        if operator == "**":
            raise SecurityError("** is not available")
        return _bounded(super().call_binop(context, operator, left, right))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for refused in tree.find_all(REFUSED):
            word = type(refused).__name__.lower()
            raise TemplateSyntaxError(f"“{word}” is not available in templates", refused.lineno)
        for loop in tree.find_all(nodes.For):
            if loop.recursive:
                raise TemplateSyntaxError("“recursive” is not available in templates", loop.lineno)
            loop.iter = _filtered(loop.iter, _COUNTED)
        for joined in list(tree.find_all(nodes.Concat)):
            joined.nodes = [_filtered(one, _BOUNDED) for one in joined.nodes]
        return tree

    def _counted(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self._turns += 1
            if self._turns > TURNS:
                raise SecurityError(f"its loops turn more than {TURNS:,} times")
            yield item


def _filtered(node: Any, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _bounded(value: Any) -> Any:
    if isinstance(value, str | list) and len(value) > LONGEST:
        raise SecurityError(f"it makes a text of more than {LONGEST:,} characters")
    if isinstance(value, int | float) and abs(value) > 1e300:
        raise SecurityError("it makes a number too large")
    return value


def _finished(value: Any) -> Any:
    """What is printed: nothing for None, and only what XML can hold."""
    if value is None:
        return ""
    return legible(value) if type(value) is str else value
