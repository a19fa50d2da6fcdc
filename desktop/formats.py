"""What people call the formats that are read and written, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from exporters import EXPORTERS
from importers import IMPORTERS


def format_name(media_type: str) -> str:
    """The name of an imported document's format; the media type where it has none."""
    names = {form.media_type: form.name for form in IMPORTERS}
    return _said(names.get(media_type, media_type))


def read_formats() -> list[str]:
    """Each format that can be imported, with its endings."""
    return [_with_endings(form.name, *form.suffixes) for form in IMPORTERS]


def written_formats() -> list[str]:
    """Each report that can be exported, with its ending."""
    return [_with_endings(exporter.en, exporter.suffix) for exporter in EXPORTERS]


def _with_endings(name: str, *suffixes: str) -> str:
    return f"{_said(name)} ({', '.join(suffixes)})"


def _said(name: str) -> str:
    return QCoreApplication.translate("Format", name)
