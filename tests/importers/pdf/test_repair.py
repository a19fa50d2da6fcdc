"""What a PDF's fonts got wrong is set right, and counted."""

import pytest

from importers.pdf.repair import close_figures, damage, repaired
from tests.importers.pdf.invented import read, texts
from tests.importers.pdf.paper import Sheet


def test_radicals_become_their_ideographs() -> None:
    assert repaired("⼀⼆⼈⼯⾰⽂⻓⺠⻅⻋⻛⻩⻘") == "一二人工革文长民见车风黄青"


def test_every_kangxi_radical_becomes_an_ideograph() -> None:
    found = repaired("".join(map(chr, range(0x2F00, 0x2FD6))))
    assert all("\u4e00" <= character <= "\u9fff" for character in found)


def test_compatibility_ideographs_become_those_they_stand_for() -> None:
    assert repaired("\uf90a\uf9b5") == "金例"


def test_full_width_figures_stay() -> None:
    assert repaired("２０２６年") == "２０２６年"


def test_damage_is_counted() -> None:
    assert damage("⼀⺠\ufffd\ue123云") == {
        "radical_characters": 2,
        "replaced_characters": 1,
        "private_characters": 1,
    }


@pytest.mark.parametrize(
    ("spaced", "closed"),
    [
        ("2 0 0 1 年", "2001 年"),
        ("于2 0 2 6年", "于2026年"),
        ("增长6 5 %", "增长65 %"),
        ("1 2 3", "1 2 3"),
        ("12 345", "12 345"),
    ],
)
def test_letter_spaced_figures_are_closed_up_in_chinese(spaced: str, closed: str) -> None:
    assert close_figures(spaced) == closed


def test_radicals_on_a_page_are_read_right() -> None:
    sheet = Sheet()
    sheet.text(80, 80, "⽂物⼯作⻓期规划")
    found = read(sheet)
    assert (texts(found), found.quality["radical_characters"]) == (["文物工作长期规划"], 3)


def test_a_figure_set_with_gaps_is_one_number() -> None:
    sheet = Sheet()
    for i, character in enumerate("2001"):
        sheet.text(80 + 11 * i, 80, character)
    sheet.text(126, 80, "年我国加入世界贸易组织")
    assert texts(read(sheet)) == ["2001年我国加入世界贸易组织"]


def test_characters_beyond_the_first_plane_count_as_one() -> None:
    sheet = Sheet()
    sheet.text(80, 80, "𠮷林市工作要点")
    assert texts(read(sheet)) == ["𠮷林市工作要点"]
