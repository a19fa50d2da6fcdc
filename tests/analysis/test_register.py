"""The register of policies."""

import pytest

from analysis.register import PolicyMention, register, same_name, short_names, stage_of


def mention(name: str, year: int = 2031, verb: str = "", **others: str) -> PolicyMention:
    return PolicyMention(year, year, 0, 5, f"《{name}》", name, verb, **others)


def test_the_names_of_one_policy_are_one_entry() -> None:
    names = (
        "湿地保护条例",
        "中华人民共和国湿地保护条例",
        "湿地保护条例（试行）",
        "关于印发湿地保护条例的通知",
    )
    (entry,) = register(mention(name) for name in names)
    assert len(entry.mentions) == 4 and entry.name in names and len(entry.aliases) == 3


def test_two_policies_are_two_entries_those_named_most_first() -> None:
    found = register([mention("甲河规划"), mention("乙河规划"), mention("乙河规划")])
    assert [entry.name for entry in found] == ["乙河规划", "甲河规划"]


def test_a_short_name_a_text_introduces_counts() -> None:
    text = "按照《云岫市数字经济发展三年行动计划》（以下简称“三年计划”），各单位要落实三年计划。"
    assert short_names(text) == {"三年计划": "云岫市数字经济发展三年行动计划"}
    said = [mention("三年计划"), mention("云岫市数字经济发展三年行动计划")]
    assert len(register(said, short_names(text))) == 1


def test_what_an_analyst_merged_is_one_under_the_name_chosen() -> None:
    (entry,) = register([mention("老办法"), mention("新办法")], aliases={"老办法": "新办法"})
    assert (entry.name, entry.aliases) == ("新办法", ("老办法",))


def test_a_year_has_its_furthest_stage() -> None:
    said = [
        mention("甲办法", 2030, "研究制定"),
        mention("甲办法", 2031, "印发"),
        mention("甲办法", 2031, "制定"),
    ]
    said += [mention("甲办法", 2032, "实施"), mention("甲办法", 2033)]
    (entry,) = register(said)
    stages = ((2030, "drafted"), (2031, "issued"), (2032, "carried_out"), (2033, ""))
    assert entry.stages == stages


def test_number_and_issuer_are_the_first_told() -> None:
    said = [mention("甲办法"), mention("甲办法", 2032, number="云政〔2032〕7号", issuer="云岫市人民政府")]
    (entry,) = register(said)
    assert (entry.number, entry.issuer) == ("云政〔2032〕7号", "云岫市人民政府")


@pytest.mark.parametrize(
    ("verb", "stage"),
    [
        ("研究制定", "drafted"),
        ("制定出台", "issued"),
        ("深入实施", "carried_out"),
        ("修订", "revised"),
        ("爱护", ""),
    ],
)
def test_a_verb_tells_the_stage(verb: str, stage: str) -> None:
    assert stage_of(verb) == stage


def test_a_bracket_is_not_taken_off_a_name_that_is_nothing_else() -> None:
    assert same_name("《规划（草案）》") == "规划（草案）"
