"""The heads of cells in tables of targets as ministries set them."""

from db.models import Block
from db.tables import Grid, Heads, heads


class Table:
    """A table of cells (text, row, column, rows, columns), as a document holds it."""

    def __init__(self, *cells: tuple[str, int, int, int, int]) -> None:
        self.text, self.blocks = "前文。", [Block(start=0, end=3, table=None, row_span=1, column_span=1)]
        for words, row, column, rows, columns in cells:
            start = len(self.text) + 1
            self.text += f"\n{words}"
            block = Block(start=start, end=len(self.text), table=1, row=row, column=column)
            block.row_span, block.column_span = rows, columns
            self.blocks.append(block)

    def heads(self, words: str) -> tuple[list[str], list[str]]:
        """The words of the row heads and of the column heads of the cell that says `words`."""
        cell = next(block for block in self.blocks if self.text[block.start : block.end] == words)
        found = heads(self.blocks, cell, self.text)
        return self._said(found.rows), self._said(found.columns)

    def _said(self, places: tuple[tuple[int, int], ...]) -> list[str]:
        return [self.text[start:end] for start, end in places]


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


def test_what_is_no_cell_has_no_heads() -> None:
    table = Table(*rows("指标 目标", "绿地 5"))
    assert heads(table.blocks, table.blocks[0], table.text) == Heads((), ())


def test_a_grid_answers_for_all_its_cells_and_no_other_table() -> None:
    table = Table(*rows("指标 目标", "绿地 5"))
    other = Block(start=0, end=3, table=2, row=0, column=0, row_span=1, column_span=1)
    grid = Grid([*table.blocks, other], 1, table.text)
    assert len(grid.cells) == 4
    assert [len(grid.heads(cell).columns) for cell in grid.cells] == [0, 0, 1, 1]


def test_an_empty_table_has_no_cells() -> None:
    assert Grid([], 1, "").cells == []
