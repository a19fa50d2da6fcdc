"""A page in reading order: its lines, tables and pictures one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from importers.pdf.aligned import aligned, in_rows, table_rows
from importers.pdf.columns import Band, Part, parts
from importers.pdf.frame import Box, Placed, around
from importers.pdf.lines import Column, Framing, Line, lines
from importers.pdf.pictures import Picture
from importers.pdf.runs import Run
from importers.pdf.sheet import Sheet
from importers.pdf.tables import Table

LONG = 3.0
"""Heights of a line: a level line that is longer parts what is above it from what is below."""

ALIKE = 4.0
"""Points by which the rules of one table may differ in where they begin and end."""


@dataclass(slots=True)
class Rule(Placed):
    """A level line across one or more columns."""

    box: Box


@dataclass(slots=True)
class Framed(Placed):
    """A frame with what stands in each of its rows."""

    box: Box
    rows: list[list["Block"]]


Block = Run | Table | Picture | Rule | Framed
Item = Line | Table | Picture


def laid_out(sheet: Sheet) -> list[Item]:
    """What a reader meets on the page, in order."""
    if sheet.kind in ("scan", "photo"):
        return [*_items([*sheet.runs], sheet, None), Picture(sheet.box, sheet.number)]
    return list(_items(_blocks(sheet), sheet, None))


def _blocks(sheet: Sheet) -> list[Block]:
    """What stands on the page, each frame with what is in it."""
    blocks: list[Block] = [*sheet.tables, *_with_tables_between_rules(sheet)]
    blocks += (Picture(picture, sheet.number) for picture in sheet.pictures)
    blocks += (Rule(rule) for rule in sheet.rules if rule.width >= LONG * sheet.line)
    for grid in sheet.frames:
        inside = [block for block in blocks if grid.box.holds(block.box)]
        if not any(isinstance(block, Run | Table | Framed) for block in inside):
            continue
        rows: list[list[Block]] = [[] for _ in grid.fields]
        for block in inside:
            rows[grid.row_at((block.top + block.bottom) / 2)].append(block)
        taken = set(map(id, inside))
        blocks = [block for block in blocks if id(block) not in taken]
        blocks.append(Framed(grid.box, rows))
    return blocks


def _with_tables_between_rules(sheet: Sheet) -> list[Run | Table]:
    """The runs of the page, those between level rules of one width as tables where they are."""
    blocks: list[Run | Table] = [*sheet.runs]
    for rules in _of_one_width([rule for rule in sheet.rules if rule.width >= 10 * sheet.line]):
        box = around(rules)
        inside = [run for run in sheet.runs if box.holds(run.box)]
        found = parts(inside, (), sheet.line, lambda part: True)
        if len(found) == 1 and found[0].gutters and in_rows(found[0], sheet.line):
            taken = set(map(id, inside))
            blocks = [block for block in blocks if id(block) not in taken]
            blocks.append(aligned(found[0].bands, found[0].gutters, sheet.number))
    return blocks


def _of_one_width(rules: Sequence[Box]) -> list[list[Box]]:
    """Three or more level rules that begin and end at the same edges."""
    alike: dict[tuple[int, int], list[Box]] = {}
    for rule in rules:
        alike.setdefault((round(rule.left / ALIKE), round(rule.right / ALIKE)), []).append(rule)
    return [found for found in alike.values() if len(found) >= 3]


def _items(blocks: list[Block], sheet: Sheet, frame: Framing | None) -> Iterator[Item]:
    """The blocks in order; lines of one column share what is found out about it."""
    columns: dict[int, Column] = {}
    found: list[Item] = []
    walls = [rule for rule in sheet.rules if rule.height >= LONG * sheet.line]
    for part in parts(blocks, walls, sheet.line, lambda part: _in_rows(part, sheet.line)):
        column = columns.setdefault(part.column, Column(frame=frame))
        rows = table_rows(cast(Part[Run], part)) if part.gutters else []
        for band in part.bands[: len(part.bands) - len(rows)]:
            found += _of_band(band, sheet, column)
        if rows:
            found.append(aligned(rows, part.gutters, sheet.number))
    for column in columns.values():
        column.settle([item for item in found if isinstance(item, Line) and item.column is column])
    return iter(found)


def _in_rows(part: Part[Block], line: float) -> bool:
    runs = all(isinstance(block, Run) and not block.downwards for band in part.bands for block in band.blocks)
    return runs and in_rows(cast(Part[Run], part), line)


def _of_band(band: Band[Block], sheet: Sheet, column: Column) -> Iterator[Item]:
    """The lines of a band, and what else stands in it, from the left."""
    printed = (block for block in band.blocks if not isinstance(block, Rule))
    for kind, group in groupby(printed, key=type):
        blocks = list(group)
        if kind is Run:
            yield from lines(cast(list[Run], blocks), sheet.number, column)
        for block in blocks:
            if isinstance(block, Framed):
                for i, row in enumerate(block.rows):
                    framing = Framing(block.box, i == 0, i == len(block.rows) - 1)
                    yield from _items(row, sheet, framing)
            elif isinstance(block, Table | Picture):
                yield block
