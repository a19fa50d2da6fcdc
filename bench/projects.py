"""Whole projects of invented documents, as large as a row asks for."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from bench import material
from bench.material import Place, Stretch
from db import documents, passages
from db.kinds import KINDS
from db.models import Block, Document
from db.store import Store


class Size(NamedTuple):
    """A document's length in characters and how many passages it has."""

    length: int
    passages: int


def make(path: Path, sizes: Sequence[Size]) -> None:
    """A project with one document for each size, in their order."""
    with Store.create(path, author="分析员") as store:
        grow(store, 0, sizes)


def grow(store: Store, before: int, sizes: Sequence[Size]) -> None:
    """Documents of these sizes more, after those that are there, and then their passages in one step."""
    tagged: list[dict[str, Any]] = []
    for number, size in enumerate(sizes, before + 1):
        text, stretches = material.blocks(size.length, seed=number)
        with store.step("import") as session:
            added = documents.add(session, document(number, text, stretches), text.encode())
        tagged += rows(added.id, text, material.places(stretches, size.passages))
    with store.step("tag") as session:
        passages.tag_all(session, tagged)


def tag(store: Store, document_ids: Sequence[int], count: int, seed: int) -> None:
    """So many passages more in one step, spread evenly over documents that `grow` made."""
    tagged: list[dict[str, Any]] = []
    for place, id_ in enumerate(document_ids):
        share = count * (place + 1) // len(document_ids) - count * place // len(document_ids)
        with store.read() as session:
            text, _ = documents.text(session, id_)
        stretches = material.blocks(len(text), seed=id_)[1]
        tagged += rows(id_, text, material.places(stretches, share, seed))
    with store.step("tag") as session:
        passages.tag_all(session, tagged)


def document(number: int, text: str, stretches: list[Stretch]) -> Document:
    blocks = [Block(ordinal=ordinal, **asdict(stretch)) for ordinal, stretch in enumerate(stretches)]
    return Document(
        title=f"{1930 + number}年全市工业和信息化工作要点",
        issuer="市工业和信息化局",
        reference_year=1930 + number,
        source_name=f"{number}.txt",
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        blocks=blocks,
    )


def rows(document_id: int, text: str, places: list[Place]) -> Iterator[dict[str, Any]]:
    """The passages as `db.passages.tag_all` takes them, with their fields filled."""
    dice = Random(4)
    for place in places:
        values = material.fields(place.kind, text[place.start : place.end], dice)
        yield place._asdict() | {"document_id": document_id, "detail": KINDS[place.kind].detail(**values)}
