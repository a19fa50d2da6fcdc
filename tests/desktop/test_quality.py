"""What is said of a document's quality."""

from desktop import quality


def test_what_the_text_may_lack_is_told_first_and_characters_as_a_share_too() -> None:
    found = {"pages": 12, "radical_characters": 622, "pages_without_text": 2, "recognised": [3]}
    assert list(quality.notes(found, 4_400)) == [
        "Pages that are pictures of text: 2",
        "Radicals read as their characters: 622 (14.1%)",
    ]


def test_only_what_the_text_may_lack_is_worth_a_sign() -> None:
    assert quality.is_missing({"pictures_marked": 1})
    assert not quality.is_missing({"pages": 3, "radical_characters": 10, "pictures_marked": 0})


def test_a_sound_document_has_no_notes() -> None:
    assert list(quality.notes({"pages": 3}, 100)) == []
