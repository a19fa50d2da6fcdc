"""Spreadsheets saved as text (.csv, .tsv, “Unicode text”): a table, cell by cell, with the lines around it.

Such files have lost their merged cells: a line that fills one cell alone is the sheet's title above the
table, a section's name within it and a note below; a blank below a filled cell of the first column was
merged with it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from statistics import median

from importers.decode import decode
from importers.format import Draft, Format, Options, Piece
from importers.spacing import closed

DELIMITERS = "\t,;，|"
SAMPLE = 50
"""Rows among which the delimiter is found."""

_NOTE = re.compile(r"(?:备?注|说明|数据?来源|资料来源)\d*\s*[:：]")

Row = list[str]


def read(data: bytes, name: str, options: Options) -> Draft:
    from importers.text import marred  # which itself reads tables

    decoded = decode(data, name, options.encoding)
    pieces = table_pieces(decoded.text, delimiter(decoded.text))
    return Draft(pieces, decoded.encoding, quality=marred(decoded))


def recognises(data: bytes, suffix: str) -> bool:
    return suffix in FORMAT.suffixes


def delimiter(text: str) -> str:
    """The mark that parts most rows into the same number of cells; a comma where none does."""
    text = text[: 1 << 16]

    def agreement(mark: str) -> float:
        widths = [len(row) for row in _rows(text, mark)[:SAMPLE]]
        usual = median(widths) if widths else 1
        return sum(width == usual for width in widths) / len(widths) if usual > 1 else 0.0

    best = max(DELIMITERS, key=agreement)
    return best if agreement(best) else ","


def is_tabbed(text: str) -> bool:
    """Whether nearly all lines of a text, and at least two, have as many tabs as each other."""
    rows = [line for line in text[: 1 << 16].splitlines() if line.strip()][:SAMPLE]
    tabs = [row.count("\t") for row in rows if "\t" in row.strip()]
    usual = median(tabs) if len(tabs) >= 2 else 0
    agree = sum(count == usual for count in tabs)
    return usual >= 1 and agree >= 2 and agree >= 0.8 * len(tabs) and len(tabs) >= 0.7 * len(rows)


def table_pieces(text: str, mark: str) -> list[Piece]:
    """The cells of a table, the title above it and the notes below."""
    rows = _rows(text, mark)
    full = [i for i, row in enumerate(rows) if _filled(row) > 1]
    if not full:
        return [Piece(cell) for row in rows for cell in row if cell]
    above, below = rows[: full[0]], rows[full[-1] + 1 :]
    return [
        *(Piece(_only(row), "title" if i == 0 else "paragraph") for i, row in enumerate(above)),
        *_cells(rows[full[0] : full[-1] + 1]),
        *(Piece(_only(row), "note" if _NOTE.match(_only(row)) else "paragraph") for row in below),
    ]


def _rows(text: str, mark: str) -> list[Row]:
    """The rows that are not empty, whole cells on one line.

    Quotes around a cell go. All others are words of the text: within a cell, around a part of it, and those
    that nothing closes, which would else swallow the rows below.
    """
    found: list[Row] = [[]]
    for cell in _cell(mark).finditer(text.replace("\0", "")):
        whole, one_line, plain, end = cell.groups()
        quoted = whole.replace('""', '"') if whole is not None else one_line
        found[-1].append(_closed(plain if quoted is None else quoted))
        if end != mark:
            found.append([])
    return [row for row in found if any(row)]


@cache
def _cell(mark: str) -> re.Pattern[str]:
    """A cell and its end: quoted, with quotes doubled within; quoted on one line without that; or plain."""
    mark = re.escape(mark)
    end = rf"(?={mark}|[\r\n]|\Z)"
    whole = rf'"([^"]*+(?:""[^"]*+)*+)"{end}'
    one_line = rf'"((?:(?!{mark}")[^"\r\n]|"(?!{end}))*+)"{end}'
    return re.compile(rf"(?:{whole}|{one_line}|((?:(?!{mark})[^\r\n])*+))({mark}|\r\n?|\n|\Z)")


def _closed(cell: str) -> str:
    """A cell on one line; an Excel formula that only guards a text (="001") is that text."""
    text = closed(" ".join(cell.split()))
    guarded = re.fullmatch(r'="(.*)"', text)
    return guarded.group(1) if guarded else text


def _filled(row: Row) -> int:
    return sum(bool(cell) for cell in row)


def _only(row: Row) -> str:
    return next(cell for cell in row if cell)


def _cells(rows: Sequence[Row]) -> Iterator[Piece]:
    width = max(map(len, rows))
    for i, row in enumerate(rows):
        if _filled(row) == 1 and row[0] and i:
            yield Piece(row[0], "cell", table=1, row=i, column=0, column_span=width)
            continue
        for column, text in enumerate(row):
            if text:
                span = _merged_below(rows, i) if column == 0 and i else 1
                yield Piece(text, "cell", table=1, row=i, column=column, row_span=span)


def _merged_below(rows: Sequence[Row], i: int) -> int:
    """How many rows the first cell of row i reaches over: those that leave theirs blank."""
    end = i + 1
    while end < len(rows) and not rows[end][0] and _filled(rows[end]) > 1:
        end += 1
    return end - i


FORMAT = Format("Spreadsheet as text", (".csv", ".tsv"), "text/csv", recognises, read)
