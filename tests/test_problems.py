"""What is told to analysts when something goes wrong, in the whole program."""

import importlib
import pickle
import pkgutil
import re
from collections.abc import Iterator
from string import Formatter

import analysis
import db
import desktop
import exporters
import importers
import workbench
from db.problems import Problem
from exporters.questions import Question


def told() -> list[type[Problem]]:
    """Every problem there is, questions before an export apart."""
    for package in (db, importers, analysis, exporters, workbench, desktop):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.startswith("db.migrations."):
                importlib.import_module(module.name)
    return [kind for kind in below(Problem) if not issubclass(kind, Question)]


def below(kind: type[Problem]) -> Iterator[type[Problem]]:
    for inner in kind.__subclasses__():
        yield inner
        yield from below(inner)


def test_a_problem_says_what_happened_and_then_what_was_kept_or_is_to_be_done() -> None:
    found = {f"{kind.__module__}.{kind.__name__}": kind.sentence for kind in told()}
    assert found
    parts = re.compile(r".+[.;:] .+\.", re.DOTALL)
    assert [name for name, words in found.items() if not parts.fullmatch(words)] == []


def test_a_problem_with_its_values_survives_the_way_between_processes() -> None:
    for kind in told():
        names = {name for _, name, _, _ in Formatter().parse(kind.sentence) if name}
        problem = kind(**dict.fromkeys(names, "云泽市"))
        assert str(pickle.loads(pickle.dumps(problem))) == str(problem)
        assert str(problem).count("云泽市") >= len(names)
