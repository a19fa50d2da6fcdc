"""The heads of cells in tables of targets as ministries set them."""

from db import documents, table_heads
from db.models import Block
from db.store import Store
from db.table_heads import Cell, Heads, Tables
from tests.db.invented import document


class Table:
    """A table of cells (text, row, column, rows, columns), as a document holds it."""

    def __init__(self, *cells: tuple[str, int, int, int, int]) -> None:
        self.text, self.cells = "前文。", []
        for words, *place in cells:
            start = len(self.text) + 1
            self.text += f"\n{words}"
            self.cells.append(Cell(start, len(self.text), 1, *place))

    def heads(self, words: str) -> tuple[list[str], list[str]]:
        """The words of the row heads and of the column heads of the cell that says `words`."""
        start = self.text.index(f"\n{words}") + 1
        found = Tables(self.cells, self.text).heads(start, start + len(words))
        return list(found.rows), list(found.columns)


def rows(*lines: str, at: int = 0) -> list[tuple[str, int, int, int, int]]:
    """Plain cells: a line a row, cells parted by spaces, a dot where none begins."""
    return [
        (words, at + row, column, 1, 1)
        for row, line in enumerate(lines)
        for column, words in enumerate(line.split(" "))
        if words != "."
    ]


def test_one_head_and_one_name() -> None:
    table = Table(
        *rows("指标 2025年 2030年 属性", "研发投入强度 2.8% 3.2% 预期性", "节水量 10亿吨 12亿吨 约束性")
    )
    assert table.heads("3.2%") == (["研发投入强度"], ["2030年"])
    assert table.heads("约束性") == (["节水量"], ["属性"])
    assert table.heads("节水量") == ([], ["指标"])
    assert table.heads("2030年") == ([], [])


def test_numbers_of_rows_and_units_stand_beside_too() -> None:
    table = Table(*rows("序号 指标 单位 2025年", "1 绿化率 % 45.1", "2 公园 个 120"))
    assert table.heads("120") == (["2", "公园", "个"], ["2025年"])


def test_a_head_of_two_rows_and_a_merged_first_column() -> None:
    table = Table(
        ("类别", 0, 0, 2, 1),
        ("指标", 0, 1, 2, 1),
        ("目标值", 0, 2, 1, 2),
        ("属性", 0, 4, 2, 1),
        ("2025年", 1, 2, 1, 1),
        ("2030年", 1, 3, 1, 1),
        ("经济发展", 2, 0, 2, 1),
        *rows(". 增加值增速 6% 6.5% 预期性", ". 投资增速 7% 7.5% 引导性", at=2),
    )
    assert table.heads("7.5%") == (["经济发展", "投资增速"], ["目标值", "2030年"])
    assert table.heads("引导性") == (["经济发展", "投资增速"], ["属性"])
    assert table.heads("2030年") == ([], ["目标值"])


def test_groups_of_columns_without_merged_rows() -> None:
    table = Table(
        *rows("指标 现状"),
        ("规划目标", 0, 2, 1, 2),
        *rows(". 基期年 近期年 远期年", "绿地面积 5.5 6.5 7.5", at=1),
    )
    assert table.heads("7.5") == (["绿地面积"], ["规划目标", "远期年"])


def test_titles_and_sections_as_wide_as_the_table() -> None:
    table = Table(
        ("主要目标表", 0, 0, 1, 3),
        *rows("序号 举措 部门", at=1),
        ("一、产业", 2, 0, 1, 3),
        *rows("1 培育企业 经信局", at=3),
        ("二、民生", 4, 0, 1, 3),
        *rows("2 新建学校 教育局", at=5),
    )
    assert table.heads("教育局") == (["二、民生", "2", "新建学校"], ["部门"])
    assert table.heads("经信局") == (["一、产业", "1", "培育企业"], ["部门"])
    assert table.heads("主要目标表") == ([], [])


def test_what_stands_in_no_cell_has_no_heads() -> None:
    table = Table(*rows("指标 目标", "绿地 5"))
    tables = Tables(table.cells, table.text)
    whole = table.text.index("绿地")
    assert tables.heads(0, 2) == tables.heads(whole, len(table.text)) == Heads((), ())
    assert Tables([], "前文。").heads(0, 2) == Heads((), ())


def test_each_table_of_a_document_has_heads_of_its_own(store: Store) -> None:
    made = document("指标\n目标\n绿地\n5\n举措\n部门\n清淤\n水务局")
    starts = [0, 3, 6, 9, 11, 14, 17, 20]
    made.blocks = [
        Block(ordinal=i, kind="cell", start=start, end=end, table=1 + i // 4, row=i % 4 // 2, column=i % 2)
        for i, (start, end) in enumerate(zip(starts, [*(s - 1 for s in starts[1:]), 23], strict=True))
    ]
    with store.step("import") as session:
        document_id = documents.add(session, made, b"").id
    with store.read() as session:
        tables = table_heads.of(session, document_id, made.text)
    assert tables.heads(9, 10) == (("绿地",), ("目标",))
    assert tables.heads(20, 23) == (("清淤",), ("部门",))
