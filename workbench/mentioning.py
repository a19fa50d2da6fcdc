"""The verbs of mentions: where else a policy or an indicator stands, and tagging it there in one go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from db import documents, lists, passages, suggestions
from db.documents import Readable
from db.store import Store
from db.suggestions import SUGGESTED, Standing
from workbench import verbs
from workbench.in_context import around, paragraph_at

if TYPE_CHECKING:
    from analysis.own_words import OwnWords

NAMING = {"policy": "name", "target": "indicator"}
"""By kind, the field that names what its passages speak of; tasks have none."""
ALIASES = {"policy": "policy", "target": "indicator"}
AROUND = 24
"""Characters shown on either side of a mention."""

Place = tuple[int, int]


class Subject(NamedTuple):
    """What is looked for: a kind and the names it goes by, the one it is shown under first."""

    kind: str
    names: tuple[str, ...]


class Mention(NamedTuple):
    """A place that can be tagged, with the words around it. `document` is the title.

    `passage_id` is the suggestion that stands there; `was_rejected` says that one was refused there.
    """

    document_id: int
    start: int
    end: int
    before: str
    words: str
    after: str
    document: str
    paragraph: int | None
    passage_id: int | None
    was_rejected: bool


def subject(store: Store, passage_id: int) -> Subject | None:
    """What a passage names, under all names an analyst has merged; None where it names nothing."""
    with store.read() as session:
        passage = passages.get(session, passage_id)
        name = getattr(passage.detail, NAMING.get(passage.kind, ""), None)
        if not name:
            return None
        aliases = lists.aliases(session, ALIASES[passage.kind])
    shown = aliases.get(name, name)
    others = (alias for alias, of in aliases.items() if of == shown)
    return Subject(passage.kind, tuple(dict.fromkeys((shown, name, *others))))


def places(document: Readable, wanted: Subject, own: OwnWords) -> list[Place]:
    """Where a document speaks of something: a policy's name, or the words of a target with its number.

    Plain values in and out, for a thread. An indicator without a number is no target and is left out.
    """
    from analysis.mentions import mentions

    found = mentions(document.text, wanted.names)
    if wanted.kind == "policy":
        return found
    return sorted({place for mention in found for place in _targets(document, mention, wanted, own)})


def _targets(document: Readable, mention: Place, wanted: Subject, own: OwnWords) -> Iterator[Place]:
    """The targets of a mention's sentence that name the indicator."""
    from analysis.fields import several
    from analysis.sentences import sentence_at

    sentence = sentence_at(document.text, mention[0])
    for target in several(document.text, *sentence, document.reference_year, own):
        told = target.readings.get("indicator")
        if told is not None and told.value in wanted.names:
            yield target.start, target.end


def offered(store: Store, wanted: Subject, found: Mapping[int, Sequence[Place]]) -> list[Mention]:
    """The places, by document, that no passage of this kind holds yet, in the order of the library."""
    with store.read() as session:
        titles = documents.titles(session)
        return [
            mention
            for document_id in titles
            if found.get(document_id)
            for mention in _offered(session, document_id, titles[document_id], wanted, found[document_id])
        ]


def _offered(
    session: Any, document_id: int, title: str, wanted: Subject, found: Sequence[Place]
) -> Iterator[Mention]:
    text, _ = documents.text(session, document_id)
    paragraphs = documents.paragraphs(session, document_id)
    standing = [old for old in suggestions.standing(session, document_id) if old.kind == wanted.kind]
    for start, end in found:
        there = [old for old in standing if old.start < end and start < old.end]
        if any(old.state == "confirmed" for old in there):
            continue
        waiting = next((old for old in there if old.state == SUGGESTED), None)
        place = (waiting.start, waiting.end) if waiting else (start, end)
        number, said = paragraph_at(paragraphs, place[0]), around(text, *place, AROUND)
        yield Mention(document_id, *place, *said, title, number, *_known(waiting, there))


def _known(waiting: Standing | None, there: Sequence[Standing]) -> tuple[int | None, bool]:
    return waiting.id if waiting else None, waiting is None and bool(there)


def tag_mentions(store: Store, kind: str, mentions: Sequence[Mention]) -> list[int]:
    """Tag these places, and confirm the suggestions among them, in one step; the ids of all passages."""
    waiting = [mention.passage_id for mention in mentions if mention.passage_id is not None]
    fresh = [mention[:3] for mention in mentions if mention.passage_id is None]
    with store.step("tag mentions") as session:
        if waiting:
            passages.set_field(session, waiting, "state", "confirmed")
        return [*waiting, *passages.tag_all(session, verbs.read_at(session, fresh, kind))]
