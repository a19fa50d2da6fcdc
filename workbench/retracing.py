"""Brings the tracked promises of a project up to date: reads what changed, and compares what that concerns.

All of it goes on beside the store: what needs the store is asked for in short calls, so that a window makes
them in its own thread and stays alive. What is done by the time it is stopped is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any, NamedTuple, TypeVar

from analysis.judge import judge
from analysis.trace_documents import Followers, asked, traced
from analysis.trace_mentions import Mention
from analysis.traces import Trace
from db import lists, retraced
from db.retraced import Linked, Standing
from db.store import Store
from exporters.progress import Tick
from workbench import crew, trace_sources
from workbench.asking import Ask
from workbench.lexicon import words_of
from workbench.trace_sources import Read, Said, Source, fingerprint, unpacked
from workbench.tracker import columns, line_of, shown_name

Value = TypeVar("Value")
LOOKED_AT, LOADED, KEPT = 16, 4, 3
"""Documents that are described, loaded with their texts, and whose reading is stored in one call: some
milliseconds. Promises are stored a document at a time."""
TOGETHER = 24
"""Documents of a place that are traced together: those they are compared with are unpacked once."""
WORTH = 8
"""Documents from which on they are read or traced in several processes."""


class Lists(NamedTuple):
    """What the lists of the project say to tracing."""

    own: Any
    aliases: dict[str, str]

    @property
    def ceilings(self) -> tuple[str, ...]:
        return tuple(self.own.ceilings)

    @property
    def names(self) -> str:
        return fingerprint(sorted(self.aliases.items()))


class Group(NamedTuple):
    """Documents traced together: with the years of their followers, what all of them said, and what links
    say of them."""

    due: tuple[Standing, ...]
    followers: dict[int, dict[int, list[Standing]]]
    others: dict[int, Standing]
    packed: dict[int, bytes]
    links: dict[int, list[Linked]]


class Rows(NamedTuple):
    """The promises of a document as they are stored."""

    document: Standing
    rows: list[dict[str, Any]]


def bring_up_to_date(
    ask: Ask[Any], tick: Tick = lambda done, total: None, processes: int | None = None
) -> int:
    """Have the tracked promises follow from the project as it is; how many documents had to be traced.

    `tick(done, total)` is called on the way; what it raises passes on.
    """
    known = ask(_lists)
    ask(partial(_rename, known))
    stale = _stale(ask, known)
    for some in _batches(_read(ask, known, stale, tick, processes), KEPT):
        ask(partial(_keep_said, known, some))
    documents, links = ask(_standing), ask(_decided)
    due = _due(documents, links, known)
    groups = Groups(ask, documents, links, due)
    for one in _traced(known, groups, 1 if len(due) < WORTH else processes, tick):
        ask(partial(_keep, known, due[one.document.document_id], one))
    return len(due)


def _batches(values: Iterator[Value], size: int) -> Iterator[list[Value]]:
    """The values some at a time; what came before an error too."""
    waiting: list[Value] = []
    try:
        for value in values:
            waiting.append(value)
            if len(waiting) == size:
                yield waiting
                waiting = []
    except Exception:
        yield waiting
        raise
    yield waiting


def _lists(store: Store) -> Lists:
    with store.read() as session:
        return Lists(words_of(session), lists.aliases(session, "indicator"))


def _rename(known: Lists, store: Store) -> None:
    """Show promises under the names that are merged now."""
    with store.read() as session:
        if not retraced.is_renamed(session, known.names):
            return
        concerned = retraced.concerned(session, known.aliases)
    shown = {indicator: shown_name(indicator, known.aliases) for indicator in concerned}
    with store.derive() as session:
        retraced.rename(session, {one: (name, line_of(name)) for one, name in shown.items()}, known.names)


def _stale(ask: Ask[Any], known: Lists) -> list[int]:
    """The documents that were not read as they are."""
    unchecked: list[int] = ask(_unchecked)
    some = range(0, len(unchecked), LOOKED_AT)
    return [id_ for at in some for id_ in ask(partial(_changed, known, unchecked[at : at + LOOKED_AT]))]


def _unchecked(store: Store) -> list[int]:
    with store.read() as session:
        return retraced.unchecked(session, noted=store.owner is None)


def _changed(known: Lists, ids: Sequence[int], store: Store) -> list[int]:
    """Those of the documents that were not read as they are; the others are noted as checked."""
    with store.derive() as session:
        before = retraced.sources(session, ids)
        found = trace_sources.described(session, ids, known.own)
        changed = [one.document_id for one in found if before.get(one.document_id) != one.fingerprint]
        retraced.check(session, [id_ for id_ in ids if id_ not in changed])
    return changed


class Waiting:
    """Documents that are loaded when their turn comes, without those that are gone by then."""

    def __init__(self, ask: Ask[Any], known: Lists, ids: Sequence[int]) -> None:
        self._ask, self._known, self._ids = ask, known, ids

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[Source]:
        for at in range(0, len(self._ids), LOADED):
            yield from self._ask(partial(_sources, self._known, self._ids[at : at + LOADED]))


def _sources(known: Lists, ids: Sequence[int], store: Store) -> list[Source]:
    with store.read() as session:
        return trace_sources.sources(session, ids, known.own)


def _read(
    ask: Ask[Any], known: Lists, stale: Sequence[int], tick: Tick, processes: int | None
) -> Iterator[Read]:
    count = 1 if len(stale) < WORTH else processes
    waiting = Waiting(ask, known, stale)
    return crew.share(partial(trace_sources.read, known.own), waiting, _first(tick), count)


def _first(tick: Tick) -> Tick:
    """Reading is most of the work."""
    return lambda done, total: tick(4 * done, 5 * total)


def _second(tick: Tick) -> Tick:
    return lambda done, total: tick(4 * total + done, 5 * total)


def _keep_said(known: Lists, read: Sequence[Read], store: Store) -> None:
    """Keep what was read, unless the document is gone; where it has changed meanwhile it is read again."""
    with store.derive() as session:
        ids = [one.document_id for one in read]
        is_from = {
            one.document_id: one.fingerprint for one in trace_sources.described(session, ids, known.own)
        }
        for one in read:
            if (now := is_from.get(one.document_id)) is not None:
                retraced.keep_said(session, checked=now == one.source, **one._asdict())


def _standing(store: Store) -> list[Standing]:
    with store.read() as session:
        return retraced.standing(session)


def _decided(store: Store) -> dict[int, list[Linked]]:
    """By document what analysts decided on its promises."""
    found: dict[int, list[Linked]] = {}
    with store.read() as session:
        for link in retraced.decided(session):
            found.setdefault(link.document_id, []).append(link)
    return found


def _due(
    documents: Sequence[Standing], links: Mapping[int, Sequence[Linked]], known: Lists
) -> dict[int, str]:
    """The documents whose promises follow from something else now, with the fingerprint of that."""
    followers = Followers(documents)
    digests = {one.document_id: one.digest for one in documents}
    words = trace_sources.RULES, known.ceilings
    found: dict[int, str] = {}
    for one in documents:
        later = followers.of(one)
        years = sorted(asked(one.year, one.dues, later))
        compared = [(year, [(other.document_id, other.digest) for other in later[year]]) for year in years]
        joined = [(link, digests.get(link.to_document)) for link in links.get(one.document_id, ())]
        is_from = fingerprint(words, one.digest, one.place, compared, joined)
        if is_from != one.traced:
            found[one.document_id] = is_from
    return found


def _traced(known: Lists, groups: Groups, processes: int | None, tick: Tick) -> Iterator[Rows]:
    work = partial(promises, known.ceilings, known.aliases)
    return (rows for found in crew.share(work, groups, _second(tick), processes) for rows in found)


class Groups:
    """The documents that are due, some of one place at a time, loaded when their turn comes."""

    def __init__(
        self,
        ask: Ask[Any],
        documents: Sequence[Standing],
        links: Mapping[int, list[Linked]],
        due: Collection[int],
    ) -> None:
        self._ask, self._followers, self._links = ask, Followers(documents), links
        self._others = {one.document_id: one for one in documents}
        mine = sorted(
            (one for one in documents if one.document_id in due), key=lambda one: (one.place, one.year or 0)
        )
        self._groups = [mine[at : at + TOGETHER] for at in range(0, len(mine), TOGETHER)]

    def __len__(self) -> int:
        return len(self._groups)

    def __iter__(self) -> Iterator[Group]:
        return map(self._loaded, self._groups)

    def _loaded(self, due: Sequence[Standing]) -> Group:
        followers = {one.document_id: self._asked(one) for one in due}
        links = {one.document_id: self._links.get(one.document_id, []) for one in due}
        needed = {one.document_id for one in due}
        needed |= {one.document_id for years in followers.values() for some in years.values() for one in some}
        needed |= {link.to_document for some in links.values() for link in some if link.state == "confirmed"}
        packed: dict[int, bytes] = self._ask(partial(_packed, needed & self._others.keys()))
        others = {id_: self._others[id_] for id_ in packed}
        there = [one for one in due if one.document_id in packed]
        return Group(tuple(there), _among(packed, followers), others, packed, links)

    def _asked(self, one: Standing) -> dict[int, list[Standing]]:
        later = self._followers.of(one)
        return {year: later[year] for year in asked(one.year, one.dues, later)}


def _among(
    there: Collection[int], followers: Mapping[int, Mapping[int, Sequence[Standing]]]
) -> dict[int, dict[int, list[Standing]]]:
    """The followers that were not deleted for good meanwhile."""
    return {
        id_: {year: [one for one in some if one.document_id in there] for year, some in years.items()}
        for id_, years in followers.items()
    }


def _packed(ids: Collection[int], store: Store) -> dict[int, bytes]:
    with store.read() as session:
        return retraced.said(session, ids)


def promises(ceilings: Collection[str], aliases: Mapping[str, str], group: Group) -> list[Rows]:
    """What became of the promises of the documents of a group, as it is stored; needs no store."""

    @cache
    def said(document_id: int) -> Said:
        return unpacked(group.others[document_id], group.packed[document_id])

    def rows(one: Standing) -> list[dict[str, Any]]:
        leads = said(one.document_id).departments
        return [columns(trace, leads, aliases) for trace in _traces(one, group, said, frozenset(ceilings))]

    return [Rows(one, rows(one)) for one in group.due]


def _traces(
    one: Standing, group: Group, said: Callable[[int], Said], ceilings: frozenset[str]
) -> Iterator[Trace]:
    years = group.followers[one.document_id].items()
    followers = {year: [said(other.document_id).told for other in some] for year, some in years}
    links = group.links[one.document_id]
    refused = frozenset((link.from_id, link.to_id) for link in links if link.state == "rejected")
    confirmed = {link.from_id: link for link in links if link.state == "confirmed"}
    for trace in traced(said(one.document_id).told, followers, ceilings, refused):
        link = confirmed.get(trace.promise.id or 0)
        there = link is not None and link.to_document in group.packed
        report = _mention(said(link.to_document), link.to_id) if link and there else None
        yield _settled(trace, report, ceilings) if report else trace


def _settled(trace: Trace, report: Mention, ceilings: Collection[str]) -> Trace:
    """The trace with the report that an analyst confirmed."""
    found = judge(trace.promise, report, ceilings)
    return replace(trace, report=report, state=found.state, gap=found.gap, sureness=1.0)


def _mention(said: Said, passage_id: int) -> Mention | None:
    """The mention of a passage; the last where it has several."""
    return next((one for one in reversed(said.told.mentions) if one.id == passage_id), None)


def _keep(known: Lists, is_from: str, one: Rows, store: Store) -> None:
    """Keep what was traced, unless the document has changed meanwhile: then it is traced again."""
    id_ = one.document.document_id
    with store.derive() as session:
        if retraced.checked(session, [id_]):
            fingerprints = {"traced": is_from, "names": known.names}
            retraced.keep(session, id_, one.document.place, one.rows, **fingerprints)
