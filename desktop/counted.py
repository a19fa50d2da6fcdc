"""Counts in words, in the language of the window: one has a form of its own."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

NOUNS = {
    "difference": (
        QT_TRANSLATE_NOOP("Count", "1 difference"),
        QT_TRANSLATE_NOOP("Count", "{count} differences"),
    ),
    "document": (QT_TRANSLATE_NOOP("Count", "1 document"), QT_TRANSLATE_NOOP("Count", "{count} documents")),
    "label": (QT_TRANSLATE_NOOP("Count", "1 label"), QT_TRANSLATE_NOOP("Count", "{count} labels")),
    "page": (QT_TRANSLATE_NOOP("Count", "1 page"), QT_TRANSLATE_NOOP("Count", "{count} pages")),
    "passage": (QT_TRANSLATE_NOOP("Count", "1 passage"), QT_TRANSLATE_NOOP("Count", "{count} passages")),
    "policy": (QT_TRANSLATE_NOOP("Count", "1 policy"), QT_TRANSLATE_NOOP("Count", "{count} policies")),
    "suggestion": (
        QT_TRANSLATE_NOOP("Count", "1 suggestion"),
        QT_TRANSLATE_NOOP("Count", "{count} suggestions"),
    ),
    "suggested_link": (
        QT_TRANSLATE_NOOP("Count", "1 link suggested"),
        QT_TRANSLATE_NOOP("Count", "{count} links suggested"),
    ),
    "word": (QT_TRANSLATE_NOOP("Count", "1 word"), QT_TRANSLATE_NOOP("Count", "{count} words")),
}
"""Each noun as it is said of one, and of any other count."""


def counted(count: int, noun: str) -> str:
    """A count with one of the nouns: "1 document", "1,200 documents", "1,200 份文档"."""
    one, more = NOUNS[noun]
    said = QCoreApplication.translate("Count", str(one if count == 1 else more))
    return said.format(count=f"{count:,}")
