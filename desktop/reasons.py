"""Why a suggestion was made, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from analysis.reasons import parted


def reason_text(reason: str) -> str:
    """A reason as the analysis gives it, its words around those of the document translated."""
    template, words = parted(reason)
    told = QCoreApplication.translate("Reason", template)
    return told.format(*words) if words else told
