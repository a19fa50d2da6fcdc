"""Word documents (.docx): what a reader sees, in the order in which it is read.

A `package` gives the trees of the parts; `reading` walks the body, `paragraphs` and `runs` read what stands
in it, `numbering` writes automatic numbers out, `tables` places cells, `drawings` text boxes. Tracked
changes count as accepted, fields give their result; tables of contents, hidden text and comments are left
out.
"""

from importers.format import Draft, Format, Options

_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"


def recognises(data: bytes, suffix: str) -> bool:
    """Any zip but one that says in its first entry that it is an OpenDocument."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06")) and _OPEN_DOCUMENT not in data[:128]


def read(data: bytes, name: str, options: Options) -> Draft:
    from importers.docx import reading  # not needed until a Word document is read

    return reading.read(data, name, options)


FORMAT = Format(
    "Word document",
    (".docx", ".docm", ".dotx", ".dotm"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    recognises,
    read,
)
