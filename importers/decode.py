"""Bytes to text: UTF-8, UTF-16, GB18030 (GBK, GB 2312) and Big5 are told apart by what they would say."""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from importers.plausibility import EVIDENT, PLAUSIBLE, plausibility
from importers.problems import EncodingDiffers, EncodingUnclear, EncodingUnknown, NotText

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
CHINESE = ("gb18030", "big5", "utf-16-le", "utf-16-be")
"""In order of preference where two readings are equally plausible."""

CODECS = {"big5": "cp950"}
"""The table that reads an encoding as it is written in practice."""

SAMPLE = 1 << 15
"""Bytes that are looked at to find the encoding."""

SPOILT = 200
"""One character in so many may be damaged before a text is refused."""

_CONTROLS = re.compile("[\x01-\x08\x0e-\x1b\x7f\u200b\ufeff]")


class Decoded(NamedTuple):
    """A text, the name of its encoding, and how many characters were undecodable or control codes."""

    text: str
    encoding: str
    replaced: int = 0
    dropped: int = 0


def decode(data: bytes, name: str, encoding: str | None = None, words: bytes | None = None) -> Decoded:
    """The text of `data`, by `encoding` where one is given.

    `name` is the file's, for the sentences; `words` are those parts of the data that tell the encoding,
    where the rest is markup. Damaged characters become U+FFFD while they are few.
    Raises NotText, EncodingUnknown, EncodingDiffers or EncodingUnclear.
    """
    if encoding:
        found = _by_name(data, name, encoding)
    else:
        found = _by_mark(data) or _by_content(data, words or data, name)
    return _clean(found, name)


def _by_name(data: bytes, name: str, encoding: str) -> Decoded:
    try:
        text = data.decode(codecs.lookup(CODECS.get(encoding.lower(), encoding)).name)
        text.encode()  # UTF-7 and escapes can also say lone surrogates, which no project can hold
        return Decoded(text, encoding.lower())
    except UnicodeError:
        raise EncodingDiffers(name=name, encoding=encoding) from None
    except (LookupError, ValueError):  # the latter for a name with a NUL
        raise EncodingUnknown(name=name, encoding=encoding) from None


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _read(data[len(mark) :], encoding, spoilt=True)
    return None


def _by_content(data: bytes, words: bytes, name: str) -> Decoded:
    if b"\0" not in data[:SAMPLE] and (found := _read(data, "utf-8")) and not _is_chance(words, found.text):
        return found
    ranked = _ranked(words)
    for encoding in ranked:
        if found := _read(data, encoding):
            return found
    return _spoilt(data, ranked, name)


def _ranked(data: bytes) -> list[str]:
    """The encodings that make plausible Chinese of the data, the most plausible first."""
    weights = {encoding: plausibility(text, encoding) for encoding, text in _samples(data)}
    return sorted((e for e in weights if weights[e] >= PLAUSIBLE), key=lambda e: -weights[e])


def _samples(data: bytes) -> Iterator[tuple[str, str]]:
    for encoding in CHINESE:
        if encoding.startswith("utf-16") and len(data) % 2:
            continue
        decoder = codecs.getincrementaldecoder(CODECS.get(encoding, encoding))("replace")
        yield encoding, decoder.decode(data[:SAMPLE])


def _is_chance(data: bytes, text: str) -> bool:
    """Whether valid UTF-8 is so by chance: a short note in GBK or UTF-16 can look like Greek letters."""
    if not text or max(text) >= "\u0800":
        return False
    foreign = sum(character > "\x7f" for character in text)
    readings = ("gb18030", "utf-16-le", "utf-16-be") if 2 * foreign > len(text.strip()) else CHINESE[2:]
    return any(plausibility(sample, e) >= EVIDENT for e, sample in _samples(data) if e in readings)


def _spoilt(data: bytes, ranked: list[str], name: str) -> Decoded:
    """The reading of a damaged text; other scripts than Chinese are left to charset-normalizer."""
    readings = (_read(data, encoding, spoilt=True) for encoding in ("utf-8", *ranked))
    if fitting := [reading for reading in readings if reading]:
        return min(fitting, key=lambda reading: reading.replaced)
    if b"\0" in data:
        raise NotText(name=name)
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    found = _read(data, best.encoding) if best else None
    if found is None:
        raise EncodingUnclear(name=name)
    return found


def _read(data: bytes, encoding: str, spoilt: bool = False) -> Decoded | None:
    """The text in that encoding, or None where it does not fit; `spoilt` lets a few characters be wrong."""
    codec = CODECS.get(encoding, encoding)
    try:
        return Decoded(data.decode(codec), encoding)
    except UnicodeError:
        text = data.decode(codec, "replace") if spoilt else ""
    replaced = text.count("\ufffd")
    return Decoded(text, encoding, replaced) if replaced * SPOILT < len(text) else None


def _clean(found: Decoded, name: str) -> Decoded:
    """Without byte order marks, zero-width spaces and control codes; many of these are no text."""
    text = found.text
    if "\0" in text:
        raise NotText(name=name)
    cleaned, dropped = _CONTROLS.subn("", text)
    if dropped * SPOILT > max(SPOILT, len(text)) and len(text) > 0:
        raise NotText(name=name)
    return found._replace(text=cleaned, dropped=dropped - text.count("\ufeff") - text.count("\u200b"))
