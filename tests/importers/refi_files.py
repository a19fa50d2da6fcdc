"""REFI-QDA files as other programs write them, made for a test."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

CODES = """<CodeBook><Codes>
 <Code guid="{A0000000-0000-0000-0000-000000000001}" name="产业" isCodable="true" color="#369">
  <Code guid="A0000000-0000-0000-0000-000000000002" name="企业" isCodable="true"/>
 </Code>
 <Code guid="a0000000-0000-0000-0000-000000000003" name="Targets" isCodable="true" color="#112233">
  <Code guid="a0000000-0000-0000-0000-000000000004" name="增长" isCodable="true"/>
 </Code>
</Codes></CodeBook>"""
INDUSTRY, COMPANIES, TARGETS, GROWTH = (f"a0000000-0000-0000-0000-00000000000{i}" for i in range(1, 5))
TEXT = "青禾市2031年工作计划\n\n  规模以上工业增加值增长7%，𠮷林路企业新增120家。\n推进数字工厂建设。\n"


def selection(start: int, end: int, *codes: str, name: str = "", inside: str = "", more: str = "") -> str:
    codings = "".join(
        f'<Coding guid="c{start:07d}-0000-0000-0000-00000000000{i}"><CodeRef targetGUID="{code}"/></Coding>'
        for i, code in enumerate(codes)
    )
    guid = f"b{start:07d}-0000-0000-0000-{end:012d}"
    return (
        f'<PlainTextSelection guid="{guid}" name="{name}" startPosition="{start}" endPosition="{end}" {more}>'
        f"{inside.partition('|')[0]}{codings}{inside.partition('|')[2]}</PlainTextSelection>"
    )


def of(words: str, *codes: str, text: str = TEXT, **more: str) -> str:
    """A selection of the first place of some words, counted as the standard wants it."""
    start = text.index(words)
    return selection(start, start + len(words), *codes, **more)


def source(*selections: str, path: str = "internal://d1.txt", name: str = "计划", more: str = "") -> str:
    guid = "d0000000-0000-0000-0000-000000000001"
    about = f'guid="{guid}" name="{name}" plainTextPath="{path}"'
    return f"<TextSource {about}>{''.join(selections)}{more}</TextSource>"


def qde(sources: str, codes: str = CODES, before: str = "", after: str = "", origin: str = "Another") -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="P" '
        f'origin="{origin}"><Users><User guid="e0000000-0000-0000-0000-000000000001" name="李工"/></Users>'
        f"{codes}{before}<Sources>{sources}</Sources>{after}</Project>"
    )


def package(path: Path, xml: str | bytes, texts: Mapping[str, str | bytes] | None = None) -> Path:
    """A .qdpx of this XML and these texts, `Sources/d1.txt` with TEXT unless others are given."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as file:
        file.writestr("project.qde", xml)
        for name, text in ({"Sources/d1.txt": TEXT} if texts is None else texts).items():
            file.writestr(name, text)
    path.write_bytes(stream.getvalue())
    return path
