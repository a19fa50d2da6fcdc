"""Sureness ranks: what is surer was more often right."""

import json
import runpy
from bisect import bisect_right

import pytest

from analysis.suggest import records, suggest
from analysis.sureness import of_number, of_programme

GOLD = ("gwr-2021", "miit-2022-departments", "miit-2023-conference")
SURE = 0.85


def test_titles_and_strong_verbs_are_surer_than_works_and_weak_ones():
    assert of_programme("行动", "实施") > of_programme("工程", "实施") > of_programme("工程", "推进")
    assert of_programme("专项行动", "") > of_programme("实施方案", "")


def test_a_number_that_is_linked_and_named_is_surer():
    assert of_number(True, True, False, True, True) > of_number(False, True, False, True, True)
    assert of_number(False, True, False, True, True) > of_number(False, True, True, True, False)


def test_every_sureness_lies_between_nothing_and_certainty():
    found = suggest(
        "力争新增企业十五家。推进甲乙丙丁工程，落实《云岫条例》，建成5。实施云岫强基专项行动方案。"
    )
    assert all(0 < s.sureness < 1 for s in found)
    assert len({s.sureness for s in found}) > 2


@pytest.mark.shared
def test_what_is_sure_was_right_on_annotated_documents(shared):
    verdicts = [verdict for name in GOLD for verdict in judged(shared / "gold", name)]
    sure = [right for sureness, right in verdicts if sureness >= SURE]
    unsure = [right for sureness, right in verdicts if sureness < SURE]
    assert sum(sure) / len(sure) >= 0.99
    assert sum(sure) / len(sure) > sum(unsure) / len(unsure)


def judged(gold, name: str) -> list[tuple[float, bool]]:
    """Sureness and rightness of each suggestion, by the scorer's own pairing; what is optional left out."""
    score = runpy.run_path(str(gold / "score.py"))
    path = str(gold / f"{name}.gold.jsonl")
    full, table = score["sentence_table"](path)
    marked = score["place"](score["load_lines"](path), full, table)
    lines = list(records((gold / f"{name}.txt").read_text("utf-8")))
    proposed = score["place_predicted"](json.loads(json.dumps(lines)), full)
    found = {id(p): g for kind, same in SAME.items() for g, p in pairs(score, marked, proposed, kind, same)}
    sentences = {table[g["sid"]][0]: g for g in marked if g["kind"] == "task"}
    starts = sorted(start for start, _ in table.values())
    verdicts = []
    for p in proposed:
        at = starts[max(0, bisect_right(starts, p["span"][0]) - 1)]
        match = sentences.get(at) if p["kind"] == "task" else found.get(id(p))
        if not (match and match.get("optional")):
            verdicts.append((p["sureness"], match is not None))
    return verdicts


SAME = {
    "policy": lambda g, p: g["name"].strip("“”《》") == p["name"].strip("“”《》"),
    "target": lambda g, p: abs(g["value"] - p["value"]) <= 0.005 * abs(g["value"]),
}


def pairs(score, marked, proposed, kind, same):
    return score["pair"](*([r for r in side if r["kind"] == kind] for side in (marked, proposed)), same)
