"""The language of the search field: what is typed, read as a tree. docs/searching.md tells it to analysts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from db.problems import Problem
from db.search.folding import fold

NEAR = 20
"""Characters between the words that NEAR joins, where no number is given."""
OPERATORS = {"AND": "and", "与": "and", "OR": "or", "或": "or", "NOT": "not", "非": "not"}
_NEAR = re.compile(r"(?:NEAR|近)/(\d{1,4})|NEAR")
_QUOTED = re.compile(r'["＂]([^"＂]*)(["＂])?')
_PREFIX = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ0-9０-９.-]+[*＊]")


class OpenQuote(Problem):
    sentence = 'The phrase “{words}” is not closed; nothing was looked for. Write a second " behind it.'


class OpenBracket(Problem):
    sentence = "A bracket is not closed; nothing was looked for. Write ) behind the group, or all in quotes."


class StrayBracket(Problem):
    sentence = "There is a ) without a ( before it; nothing was looked for. Write such words in quotes."


class NothingBeside(Problem):
    sentence = (
        "“{operator}” stands without words to join; nothing was looked for. "
        'Write words there, or "{operator}" in quotes to find the word itself.'
    )


class OnlyExcluded(Problem):
    sentence = (
        "The search says only what must not stand there; nothing was looked for. "
        "Add words to find, or write a hyphen in quotes."
    )


class NearWhat(Problem):
    sentence = (
        "NEAR joins words, phrases and groups of OR; nothing was looked for. Take AND and NOT out of them."
    )


@dataclass(frozen=True)
class Words:
    """Exact words, folded; with `prefix` the beginning of a Latin word."""

    folded: str
    prefix: bool = False


@dataclass(frozen=True)
class Near:
    """Two things at most `within` characters apart, in either order."""

    left: "Node"
    right: "Node"
    within: int


@dataclass(frozen=True)
class All:
    parts: "tuple[Node, ...]"


@dataclass(frozen=True)
class Either:
    parts: "tuple[Node, ...]"


@dataclass(frozen=True)
class Not:
    part: "Node"


Node: TypeAlias = Words | Near | All | Either | Not


class Token(NamedTuple):
    """`kind` is words, prefix, and, or, not, near, ( or ); `text` is as typed, of words folded."""

    kind: str
    text: str
    within: int = NEAR


def parse(typed: str) -> Node | None:
    """The tree of what is typed; None where nothing is. Raises one of the problems above."""
    tokens = [token for token in _tokens(typed) if token.kind != "words" or token.text]
    if len(tokens) == 1 and tokens[0].text in OPERATORS and not tokens[0].text.isascii():
        return Words(fold(tokens[0].text))
    if not tokens:
        return None
    reader = _Reader(tokens)
    node = reader.either()
    if reader.kind == ")":
        raise StrayBracket
    if not finds(node):
        raise OnlyExcluded
    return node


def _tokens(typed: str) -> Iterator[Token]:
    at, depth = 0, 0
    while at < len(typed):
        letter, rest = typed[at], typed[at:]
        if letter.isspace():
            at += 1
        elif letter == "(" or (letter == ")" and depth > 0):
            depth += 1 if letter == "(" else -1
            yield Token(letter, letter)
            at += 1
        elif letter == "-" and len(rest) > 1 and not rest[1].isspace():
            yield Token("not", "-")
            at += 1
        elif quoted := _QUOTED.match(rest):
            if not quoted[2]:
                raise OpenQuote(words=quoted[1])
            yield Token("words", fold(quoted[1]))
            at += quoted.end()
        else:
            word = _word(rest, depth > 0)
            yield _token(word)
            at += len(word)


def _word(rest: str, grouped: bool) -> str:
    """What is typed up to a space, or to the bracket that closes a group; brackets within it are its own."""
    own = 0
    for at, letter in enumerate(rest):
        own += letter == "("
        if letter.isspace() or (letter == ")" and grouped and own == 0 and at > 0):
            return rest[:at]
        own -= letter == ")" and own > 0
    return rest


def _token(word: str) -> Token:
    if word in OPERATORS:
        return Token(OPERATORS[word], word)
    if near := _NEAR.fullmatch(word):
        return Token("near", word, int(near[1] or NEAR))
    if word.startswith(")"):
        raise StrayBracket
    if _PREFIX.fullmatch(word):
        return Token("prefix", fold(word[:-1]))
    return Token("words", fold(word))


class _Reader:
    """Reads tokens by their rank: NOT before NEAR before AND (which need not be written) before OR."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens, self.at = tokens, 0

    @property
    def kind(self) -> str:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else ""

    def take(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def either(self) -> Node:
        parts = [self.all()]
        while self.kind == "or":
            self.take()
            parts.append(self.all())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def all(self) -> Node:
        parts = [self.near()]
        while self.kind not in ("", "or", ")"):
            if self.kind == "and":
                self.take()
            parts.append(self.near())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def near(self) -> Node:
        left = self.one()
        while self.kind == "near":
            within = self.take().within
            left = Near(_joinable(left), _joinable(self.one()), within)
        return left

    def one(self) -> Node:
        if self.kind in ("", ")", "and", "or", "near"):
            raise NothingBeside(operator=self.tokens[min(self.at, len(self.tokens) - 1)].text)
        token = self.take()
        if token.kind == "not":
            return Not(self.one())
        if token.kind == "(":
            return self._group()
        return Words(token.text, token.kind == "prefix")

    def _group(self) -> Node:
        inner = self.either()
        if self.kind != ")":
            raise OpenBracket
        self.take()
        return inner


def _joinable(node: Node) -> Node:
    if isinstance(node, Words | Near) or (isinstance(node, Either) and all(map(_joinable, node.parts))):
        return node
    raise NearWhat


def finds(node: Node) -> bool:
    """Whether every way to meet the search has words that stand there."""
    if isinstance(node, All):
        return any(map(finds, node.parts))
    if isinstance(node, Either):
        return all(map(finds, node.parts))
    return not isinstance(node, Not)
