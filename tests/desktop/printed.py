"""Documents printed on pages for the tests of the page pane, and the mouse on them."""

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRectF
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.page_pane import PagePane
from importers import read
from tests.importers.pdf.paper import Sheet, pdf, wrapped
from workbench import verbs

OPENING = "云岭市坚持把制造业作为立市之本，实施三年行动，培育专精特新企业，支持企业开展技术改造。"
TARGET = "全市规模以上工业增加值增长6.5%左右，新建成5G基站三百个，推动产业园区扩容提质。"
LEFT = "落实云岭市制造业促进办法，健全三级服务网络，完善政策措施，加强统筹协调，优化营商环境，保障要素供给。"
RIGHT = "围绕产业升级推进产学研协同创新，建设一批中试基地，培育有竞争力的产业集群，打造区域品牌，拓展市场。"


def booklet(pages: int = 1) -> bytes:
    """A first page of two paragraphs, a second of two columns, and more, as many as are wanted."""
    first, second = Sheet(), Sheet()
    y = first.lines(80, 80, wrapped(OPENING, 34))
    first.lines(80, y, wrapped(TARGET, 34))
    second.lines(60, 80, wrapped(LEFT * 3, 18), 12)
    second.lines(320, 80, wrapped(RIGHT * 3, 18), 12)
    sheets = [first, second]
    for number in range(2, pages):
        sheets.append(Sheet())
        sheets[-1].lines(80, 80, wrapped(f"第{number}部分，{OPENING}" * 8, 34))
    return pdf(*sheets[:pages])


def imported(window: MainWindow, data: bytes, folder: Path, places: bool = True) -> int:
    """The id of a document imported into the window's project; `places`: whether they are kept."""
    path = folder / "云岭市工作要点.pdf"
    path.write_bytes(data)
    found = read(path)
    document = window.workspace.do(
        verbs.import_document, found if places else found.__class__(found.document, found.original)
    )
    assert document is not None
    return document.id


def shown(window: MainWindow, document_id: int, qtbot: QtBot) -> PagePane:
    """The active pane, showing the pages of a document, all that is seen of them painted."""
    reading = window.desk.reading
    reading.open(document_id)
    window.commands["page"].trigger()
    pane = reading.pane
    assert isinstance(pane, PagePane)
    qtbot.waitUntil(lambda: whole(pane))
    return pane


def whole(pane: PagePane) -> bool:
    """Whether the picture of all that is seen is there."""
    seen, ratio = pane.viewport().rect(), pane.devicePixelRatioF()
    return (
        pane.book is not None
        and bool(pane.flow.rows)
        and all(pane.book.is_there((row, pane.leaf_place(row)), seen, ratio) for row in pane.seen_rows())
    )


def before(pane: PagePane, offset: int) -> QPoint:
    """A point in the left part of a character, in the viewport."""
    place = pane.in_viewport(QRectF(pane.flow.caret(offset)))
    return QPointF(place.x() + pane.em / 5, place.center().y()).toPoint()


def after(pane: PagePane, offset: int) -> QPoint:
    """A point in the right part of the character before an offset."""
    place = pane.in_viewport(QRectF(pane.flow.end_caret(offset)))
    return QPointF(place.x() - pane.em / 5, place.center().y()).toPoint()
