"""Invented texts for the pages of tests, and short ways to read them."""

from importers import Options, Piece, pdf
from importers.format import Draft
from tests.importers.pdf.paper import Sheet
from tests.importers.pdf.paper import pdf as printed

FIRST = "云岭市坚持把制造业作为立市之本，实施三年行动，培育专精特新企业，支持企业开展技术改造和设备更新。"
SECOND = "全市规模以上工业增加值增长6.5%左右，新建成5G基站三百个，推动产业园区扩容提质，降低企业用电成本。"
THIRD = (
    "落实《云岭市制造业促进办法》，健全市、县、园区三级服务网络，完善政策措施，加强统筹协调，优化营商环境。"
)
FOURTH = "围绕产业升级，推进产学研协同创新，建设一批中试基地，培育一批具有竞争力的产业集群，打造区域品牌。"
PROSE = (FIRST, SECOND, THIRD, FOURTH)


def read(*sheets: Sheet, options: Options = Options()) -> Draft:  # noqa: B008 - frozen
    return pdf.read(printed(*sheets), "公报.pdf", options)


def texts(draft: Draft) -> list[str]:
    return [piece.text for piece in draft.pieces]


def cells(draft: Draft) -> list[tuple[int | None, int | None, int, int, str]]:
    """Row, column, their spans and the text of each cell."""
    return [
        (one.row, one.column, one.row_span, one.column_span, one.text)
        for one in draft.pieces
        if one.kind == "cell"
    ]


def kinds(draft: Draft) -> list[tuple[str, int | None]]:
    return [(piece.kind, piece.level) for piece in draft.pieces]


def bare(pieces: list[Piece]) -> str:
    """The text without white space."""
    return "".join("".join(piece.text.split()) for piece in pieces)
