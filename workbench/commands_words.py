"""The command that counts words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench import verbs
from workbench.arguments import PATH, only_documents

if TYPE_CHECKING:
    from workbench.word_counts import KeywordRow, WordRow

SHOWN = 50
"""Words told unless told otherwise."""


@click.command()
@click.argument("project", type=PATH)
@only_documents
@click.option("--keywords", is_flag=True, help="The 20 words most typical of each document instead.")
@click.option("--top", type=click.IntRange(1), help=f"How many words; {SHOWN}, or 20 keywords, without.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a word.")
def words(
    project: Path, document_ids: tuple[int, ...], keywords: bool, top: int | None, as_json: bool
) -> None:
    """Count the words of PROJECT's documents: how often, in how many, and for 10,000 characters.

    Numbers, function words and the stop words of the project are left out; its own words count whole.
    """
    from workbench import word_counts

    with verbs.look_at(project) as store:
        verbs.expect_documents(store, document_ids)
        known, chosen = word_counts.WordCounts(), word_counts.sources(store, document_ids or None)
        task, stops = known.task(store), word_counts.stop_words(store)
    known.take(task, word_counts.count(task.only([source.id for source in chosen])))
    typical, frequent = known.keywords, known.frequencies
    rows: Sequence[WordRow | KeywordRow] = (
        typical(chosen, stops, top or 20) if keywords else frequent(chosen, stops)[: top or SHOWN]
    )
    for row in rows:
        click.echo(json.dumps(row._asdict(), ensure_ascii=False) if as_json else row.told())
