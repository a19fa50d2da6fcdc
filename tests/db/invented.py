"""Invented documents of an invented city, and how they get into a project."""

from db import documents, passages
from db.models import Block, Document, Passage
from db.store import Store

PLAN = "\n".join(
    (
        "青禾市工业局2031年工作计划",
        "一、主要目标。规模以上工业增加值增长7%左右，新增高新技术企业120家。",
        "二、重点任务。（一）由技改处牵头，于6月底前建成𠮷林路数字工厂。",
        "（二）印发《青禾市智能制造行动方案》，落实ＡＩ＋制造，支持１５家企业。",
    )
)
REPORT = "\n".join(
    (
        "青禾市工业局2031年工作总结",
        "一、完成情况。规模以上工业增加值增长7.4%，高新技术企业新增131家。",
        "二、数字工厂已经建成，规模以上工业企业用电量平稳。",
    )
)


def document(text: str, title: str = "") -> Document:
    """A document whose blocks are the lines of its text; the first one is its title."""
    blocks, start = [], 0
    for ordinal, line in enumerate(text.split("\n")):
        kind = "paragraph" if ordinal else "title"
        end = start + len(line)
        blocks.append(Block(ordinal=ordinal, kind=kind, start=start, end=end, number=ordinal + 1))
        start = end + 1
    name = title or text.split("\n")[0]
    return Document(title=name, source_name=f"{name}.txt", media_type="text/plain", text=text, blocks=blocks)


def store_document(store: Store, text: str, title: str = "", original: bytes | None = None) -> int:
    """Imports a text as one step; the id of its document."""
    with store.step("import") as session:
        data = text.encode() if original is None else original
        return documents.add(session, document(text, title), data).id


def tag(store: Store, words: str, kind: str = "target", document_id: int = 1, **columns: object) -> Passage:
    """Tags the first place of the words as one step."""
    start = {1: PLAN, 2: REPORT}[document_id].index(words)
    with store.step("tag") as session:
        return passages.get(
            session, passages.tag(session, document_id, start, start + len(words), kind, **columns)
        )


def fetch(store: Store, passage_id: int) -> Passage:
    with store.read() as session:
        return passages.get(session, passage_id)
