"""Tables by their lines and by alignment, over pages, with merged cells."""

from collections.abc import Sequence

from tests.importers.pdf.invented import FIRST, PROSE, SECOND, cells, kinds, read, texts
from tests.importers.pdf.paper import Sheet, wrapped

ACROSS = (80, 160, 360, 460)


def fill(
    sheet: Sheet, rows: Sequence[Sequence[str]], down: Sequence[float], across: Sequence[float] = ACROSS
) -> None:
    for row, top in zip(rows, down, strict=False):
        for left, text in zip(across, row, strict=False):
            sheet.text(left + 6, top + 9, text, 11)


def test_cells_between_lines_have_rows_and_columns() -> None:
    sheet = Sheet()
    sheet.grid(ACROSS, (100, 130, 160))
    fill(sheet, [["类别", "指标", "2026年"], ["工业", "增加值增速（%）", "6.5"]], (100, 130))
    assert cells(read(sheet)) == [
        (0, 0, 1, 1, "类别"),
        (0, 1, 1, 1, "指标"),
        (0, 2, 1, 1, "2026年"),
        (1, 0, 1, 1, "工业"),
        (1, 1, 1, 1, "增加值增速（%）"),
        (1, 2, 1, 1, "6.5"),
    ]


def test_merged_cells_have_spans_and_lines_in_a_cell_are_one_text() -> None:
    sheet = Sheet()
    for y in (100, 130, 190):
        sheet.rule(80, y, 460, y)
    sheet.rule(160, 160, 460, 160)
    for x in (80, 460):
        sheet.rule(x, 100, x, 190)
    for x in (160, 360):
        sheet.rule(x, 130, x, 190)
    sheet.text(200, 109, "主要指标", 11)
    sheet.lines(86, 145, ["创新", "能力"], 11, 14)
    fill(sheet, [["", "研发投入强度", "2.8%"], ["", "专精特新企业数", "120家"]], (130, 160))
    assert cells(read(sheet)) == [
        (0, 0, 1, 3, "主要指标"),
        (1, 0, 2, 1, "创新能力"),
        (1, 1, 1, 1, "研发投入强度"),
        (1, 2, 1, 1, "2.8%"),
        (2, 1, 1, 1, "专精特新企业数"),
        (2, 2, 1, 1, "120家"),
    ]


def test_a_table_open_at_its_sides_has_its_outer_columns() -> None:
    sheet = Sheet()
    for y in (100, 130, 160):
        sheet.rule(80, y, 460, y)
    for x in ACROSS[1:-1]:
        sheet.rule(x, 100, x, 160)
    fill(sheet, [["类别", "指标", "数值"], ["工业", "增速", "6.5"]], (100, 130))
    assert [text for *_, text in cells(read(sheet))] == ["类别", "指标", "数值", "工业", "增速", "6.5"]


def test_cells_set_close_together_are_parted_by_the_line_between_them() -> None:
    sheet = Sheet()
    sheet.grid((80, 124, 168), (100, 120, 140))
    for x, y, text in (
        (80, 104, "一二三四"),
        (125, 104, "五六七八"),
        (80, 124, "甲乙丙丁"),
        (125, 124, "子丑寅卯"),
    ):
        sheet.text(x, y, text, 11)
    assert [text for *_, text in cells(read(sheet))] == ["一二三四", "五六七八", "甲乙丙丁", "子丑寅卯"]


def test_a_table_over_pages_is_one_without_the_heads_it_repeats() -> None:
    head = ["类别", "指标", "数值"]
    pages = Sheet(), Sheet()
    pages[0].grid(ACROSS, (700, 730, 760))
    fill(pages[0], [head, ["工业", "增速", "6.5"]], (700, 730))
    pages[1].grid(ACROSS, (80, 110, 140))
    fill(pages[1], [head, ["投资", "增速", "8.0"]], (80, 110))
    found = read(*pages)
    assert [text for *_, text in cells(found)] == [*head, "工业", "增速", "6.5", "投资", "增速", "8.0"]
    assert {piece.table for piece in found.pieces} == {1}
    assert [row for row, *_ in cells(found)] == [0, 0, 0, 1, 1, 1, 2, 2, 2]


def test_a_merged_first_column_goes_on_over_the_page() -> None:
    pages = Sheet(), Sheet()
    for page, down in zip(pages, ((700, 730, 760), (80, 110, 140)), strict=True):
        for x in ACROSS:
            page.rule(x, down[0], x, down[-1])
        page.rule(80, down[0], 460, down[0])
        page.rule(160, down[1], 460, down[1])
        page.rule(80, down[2], 460, down[2])
    fill(pages[0], [["科技创新", "研发投入", "2.8"], ["", "高新企业", "900"]], (700, 730))
    fill(pages[1], [["", "发明专利", "15"], ["", "技术合同", "30"]], (80, 110))
    found = cells(read(*pages))
    assert found[0] == (0, 0, 4, 1, "科技创新")
    assert [(row, text) for row, column, *_, text in found if column == 1] == [
        (0, "研发投入"),
        (1, "高新企业"),
        (2, "发明专利"),
        (3, "技术合同"),
    ]


def test_a_row_broken_by_the_end_of_a_page_is_one() -> None:
    pages = Sheet(), Sheet()
    pages[0].grid(ACROSS, (700, 730, 760))
    fill(pages[0], [["类别", "任务", "单位"], ["一", "建设智能工厂和", "工信局"]], (700, 730))
    pages[1].grid(ACROSS, (80, 110, 140))
    fill(pages[1], [["", "数字化车间", ""], ["二", "培育集群", "发改委"]], (80, 110))
    found = cells(read(*pages))
    assert (1, 1, 1, 1, "建设智能工厂和数字化车间") in found
    assert (2, 1, 1, 1, "培育集群") in found


def test_shading_and_frames_around_text_are_no_tables() -> None:
    sheet = Sheet()
    lines = wrapped(FIRST, 34)
    sheet.fill(78, 78, 492, 78 + 18 * len(lines))
    y = sheet.lines(80, 80, lines)
    sheet.grid((70, 500), (y + 8, y + 36, y + 36 + 18 * len(wrapped(SECOND, 34)) + 8))
    sheet.text(220, y + 16, "专栏1 重点工程")
    sheet.lines(80, y + 42, wrapped(SECOND, 34))
    found = read(sheet)
    assert texts(found) == [FIRST, "专栏1重点工程", SECOND]
    assert "cell" not in {kind for kind, _ in kinds(found)}


def test_the_axes_of_a_chart_are_no_table() -> None:
    sheet = Sheet()
    sheet.grid((100, 150, 200, 250), (300, 330, 360))
    sheet.lines(80, 80, [line for text in PROSE for line in wrapped(text, 34)])
    assert texts(read(sheet)) == list(PROSE)


def test_cells_in_line_without_any_lines_are_a_table() -> None:
    rows = [
        ["指标", "2025年", "2026年"],
        ["工业增加值增速", "6.1%", "6.5%"],
        ["研发投入强度", "2.6%", "2.8%"],
        ["高新企业数", "800", "900"],
    ]
    sheet = Sheet()
    y = sheet.lines(80, 80, wrapped(FIRST, 34))
    fill(sheet, rows, [y + 20 * i for i in range(1, 5)], (80, 240, 340))
    sheet.lines(80, y + 110, wrapped(SECOND, 34))
    found = read(sheet)
    assert [text for *_, text in cells(found)] == [text for row in rows for text in row]
    assert (texts(found)[0], texts(found)[-1]) == (FIRST, SECOND)


def test_heads_at_the_left_and_figures_at_the_right_share_their_columns() -> None:
    """As spreadsheets print them; the title above is no row."""
    sheet = Sheet()
    sheet.text(80, 60, "云岭市主要经济指标")
    rows = [["指标", "2024年", "2025年"], *([f"第{i}项指标", str(90 + i), str(100 + i)] for i in range(9))]
    for y, (name, *figures) in enumerate(rows):
        sheet.text(80, 80 + 20 * y, name)
        for left, figure in zip((200, 248), figures, strict=True):
            shift = 0 if y == 0 else 42 - 6 * len(figure)
            sheet.text(left + shift, 80 + 20 * y, figure)
    found = read(sheet)
    assert texts(found)[0] == "云岭市主要经济指标"
    assert [text for *_, text in cells(found)] == [text for row in rows for text in row]


def test_lines_around_a_single_text_make_no_table() -> None:
    sheet = Sheet()
    sheet.grid((100, 200, 300), (100, 150, 200))
    sheet.text(110, 110, "单位：亿元")
    assert (texts(read(sheet)), cells(read(sheet))) == (["单位：亿元"], [])


def test_a_table_between_level_rules_has_its_head() -> None:
    rows = [["指标", "目标"], ["增加值增速", "6.5%"], ["投资增速", "8%"], ["企业数", "120"]]
    sheet = Sheet()
    for y in (100, 124, 190):
        sheet.rule(80, y, 480, y)
    fill(sheet, rows, (100, 124, 146, 168), (80, 300))
    assert [text for *_, text in cells(read(sheet))] == [text for row in rows for text in row]
