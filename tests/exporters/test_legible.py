"""What XML forbids is made visible, and nothing else is touched."""

from hypothesis import given
from hypothesis import strategies as some
from lxml import etree

from exporters.legible import legible


def test_control_characters_turn_into_their_pictures() -> None:
    assert legible("甲\x00乙\x0b丙\x1f") == "甲␀乙␋丙␟"


def test_what_has_no_picture_turns_into_the_replacement_character() -> None:
    assert legible("\ud800甲\ufffe\uffff") == "�甲��"


def test_line_ends_turn_into_newlines() -> None:
    assert legible("甲\r\n乙\r丙\n丁\t戊") == "甲\n乙\n丙\n丁\t戊"


@given(some.text(some.characters(exclude_categories=[])))
def test_any_text_comes_through_xml_as_it_was_made_legible(text: str) -> None:
    element = etree.Element("t")
    element.text = legible(text)
    assert (etree.fromstring(etree.tostring(element)).text or "") == legible(text)


@given(some.text(some.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_a_harmless_text_stays_as_it_is(text: str) -> None:
    assert legible(text) == text
