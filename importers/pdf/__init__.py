"""PDF, read from the places of its characters.

Characters become runs (`runs`), ruling lines grids (`ruling`); what pages repeat is taken off (`furniture`);
pages are put into reading order (`columns`, `layout`); lines flow into paragraphs over columns and pages
(`flow`), tables over pages become one (`tables`). Only `engine`, `calls`, `drawing` and `sheet` know the
engine, pypdfium2.
"""

from importers.format import Draft, Format, Options


def recognises(data: bytes, suffix: str) -> bool:
    """By the mark that stands, by the standard, in the first kilobyte."""
    return b"%PDF-" in data[:1024]


def read(data: bytes, name: str, options: Options) -> Draft:
    """The draft; a Problem where the file is locked, damaged or too long."""
    from importers.pdf import reading  # the engine is loaded with the first PDF

    return reading.read(data, name, options)


FORMAT = Format("PDF", (".pdf",), "application/pdf", recognises, read)
