"""What the import says of a document's quality, in words: what its text may lack, and what was mended."""

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

MISSING = {
    "pages_without_text": QT_TRANSLATE_NOOP("Quality", "Pages that are pictures of text: {count}"),
    "photo_pages": QT_TRANSLATE_NOOP("Quality", "Pages that are photographs: {count}"),
    "pictures_marked": QT_TRANSLATE_NOOP("Quality", "Pictures that may show text, marked in it: {count}"),
    "damaged_pages": QT_TRANSLATE_NOOP("Quality", "Damaged pages: {count}"),
    "replaced_characters": QT_TRANSLATE_NOOP("Quality", "Characters that could not be read: {count}"),
    "private_characters": QT_TRANSLATE_NOOP("Quality", "Characters of a private font: {count}"),
    "embedded_documents_left_out": QT_TRANSLATE_NOOP("Quality", "Embedded documents left out: {count}"),
    "symbols_left_out": QT_TRANSLATE_NOOP("Quality", "Symbols left out: {count}"),
}
"""What a reader of the original sees and the text may lack, by its name in the document's quality."""
MENDED = {
    "recognised_pages": QT_TRANSLATE_NOOP("Quality", "Pages with text recognised in pictures: {count}"),
    "radical_characters": QT_TRANSLATE_NOOP("Quality", "Radicals read as their characters: {count}"),
    "control_characters": QT_TRANSLATE_NOOP("Quality", "Control characters dropped: {count}"),
    "watermark_characters": QT_TRANSLATE_NOOP("Quality", "Characters of watermarks left out: {count}"),
    "blank_pages": QT_TRANSLATE_NOOP("Quality", "Blank pages: {count}"),
    "pictures_left_out": QT_TRANSLATE_NOOP("Quality", "Pictures without text left out: {count}"),
    "contents_left_out": QT_TRANSLATE_NOOP("Quality", "Lines of a table of contents left out: {count}"),
    "comments_left_out": QT_TRANSLATE_NOOP("Quality", "Comments left out: {count}"),
    "hidden_characters_left_out": QT_TRANSLATE_NOOP("Quality", "Hidden characters left out: {count}"),
}
"""What was put right or left aside on purpose."""


def is_missing(quality: Mapping[str, Any]) -> bool:
    """Whether the text may lack something that the original shows."""
    return any(quality.get(name) for name in MISSING)


def notes(quality: Mapping[str, Any], length: int) -> Iterator[str]:
    """A line for each thing to be said, what is missing first; characters also as a share of the text."""
    for name, words in (MISSING | MENDED).items():
        if count := quality.get(name):
            note = QCoreApplication.translate("Quality", str(words)).format(count=f"{count:,}")
            share = count / max(1, length)
            yield f"{note} ({share:.1%})" if name.endswith("_characters") and share >= 0.001 else note
