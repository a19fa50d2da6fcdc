"""What a sheet checks and colours by itself: choices offered in cells, states and dates in colour."""

from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl.formatting.rule import DataBarRule, FormulaRule, Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from db.kinds import KINDS, Field

ROOM = 1000
"""Rows below the last for which choices are offered and colours kept ready."""

GREEN, RED, AMBER, GREY, BLUE, DEEP_GREEN = (
    ("E2F0D9", "375623"),
    ("FBE0DD", "9C0006"),
    ("FFF2CC", "7F6000"),
    ("EDEDED", "7F7F7F"),
    ("DDEBF7", "1F4E78"),
    ("C6E0B4", "274E13"),
)
"""Fill and ink."""

LOOKS = {
    "state": {"suggested": AMBER, "rejected": GREY},
    "status": {"open": AMBER, "under_way": BLUE, "done": GREEN, "dropped": GREY},
    "nature": {"planned": BLUE, "actual": GREEN},
    "trace": {
        "exceeded": DEEP_GREEN,
        "met": GREEN,
        "partly": AMBER,
        "missed": RED,
        "changed_scope": BLUE,
        "not_reported": AMBER,
        "open": GREY,
    },
}
"""By field, the colours of its choices."""

STATUS = KINDS["task"].field("status")

SOON = 30
"""Days before a due date from which it is shown as near."""
BAND = "F7F9FC"
BAR = "9DC3E6"

REFUSALS: dict[str, tuple[Any, dict[str, str]]] = {
    "choice": ("list", {"zh": "请从列表中选择。", "en": "Choose one from the list."}),
    "number": ("decimal", {"zh": "请填数字，例如 80000。", "en": "Enter a number such as 80000."}),
    "date": ("date", {"zh": "请填日期，例如 2031-12-31。", "en": "Enter a date such as 2031-12-31."}),
}
"""By form, the kind of check and what is told where it fails."""
LIMITS = {"decimal": ("-1E+300", "1E+300"), "date": ("61", "2958465")}
"""Any number, and any day from 1 March 1900 to the last day of 9999."""
TITLES = {"zh": "策注", "en": "Cezhu"}


def validations(
    fields: Sequence[Field], language: str, last: int, departments: str
) -> Iterator[DataValidation]:
    """What the cells of each column accept or offer. `departments` are the cells that list them, or empty."""
    for place, field in enumerate(fields, 1):
        check = _check(field, language, departments)
        if check is not None:
            letter = get_column_letter(place)
            check.add(f"{letter}2:{letter}{last + ROOM}")
            yield check


def _check(field: Field, language: str, departments: str) -> DataValidation | None:
    if field.form == "departments":
        return DataValidation("list", departments, showErrorMessage=False) if departments else None
    if field.form not in REFUSALS:
        return None
    kind, sentences = REFUSALS[field.form]
    if kind == "list":
        names = ",".join(field.shown(choice.value, language) for choice in field.choices)
        given: dict[str, Any] = {"formula1": f'"{names}"', "errorStyle": "stop"}
    else:
        low, high = LIMITS[kind]
        given = {"operator": "between", "formula1": low, "formula2": high, "errorStyle": "warning"}
    return DataValidation(
        kind, allow_blank=True, showErrorMessage=True, errorTitle=TITLES[language],
        error=sentences[language], **given,
    )  # fmt: skip


def colours(fields: Sequence[Field], language: str, last: int) -> Iterator[tuple[str, Rule]]:
    """Ranges with the rules that colour them, the strongest first."""
    letters = {field.name: get_column_letter(place) for place, field in enumerate(fields, 1)}
    for field in fields:
        column = f"{letters[field.name]}2:{letters[field.name]}{last + ROOM}"
        for rule in _rules(field, letters, language):
            yield column, rule
    whole = f"A2:{get_column_letter(len(fields))}{last}"
    yield whole, FormulaRule(["MOD(ROW(),2)=1"], fill=PatternFill("solid", bgColor=BAND))


def _rules(field: Field, letters: dict[str, str], language: str) -> Iterator[Rule]:
    cell = f"${letters[field.name]}2"
    for value, look in LOOKS.get(field.name, {}).items():
        yield _painted(f'{cell}="{field.shown(value, language)}"', look)
    if field.name == "due_to":
        yield from _due(letters, language)
    elif field.name == "gap":
        yield FormulaRule([f"AND(ISNUMBER({cell}),{cell}<0)"], font=Font(color=RED[1]))
    elif field.name == "completion":
        yield DataBarRule("num", 0, "num", 1.5, color=BAR, minLength=0, maxLength=100)


def _due(letters: dict[str, str], language: str) -> Iterator[Rule]:
    """Past days in red and near ones in amber, unless the task is done or dropped."""
    cell = f"${letters['due_to']}2"
    waiting = f"ISNUMBER({cell})"
    if "status" in letters:
        status = f"${letters['status']}2"
        closed = [STATUS.shown(value, language) for value in ("done", "dropped")]
        waiting += "".join(f',{status}<>"{name}"' for name in closed)
    yield _painted(f"AND({waiting},{cell}<TODAY())", RED)
    yield _painted(f"AND({waiting},{cell}<=TODAY()+{SOON})", AMBER)


def _painted(condition: str, look: tuple[str, str]) -> Rule:
    fill, ink = look
    return FormulaRule(
        [condition], stopIfTrue=True, fill=PatternFill("solid", bgColor=fill), font=Font(color=ink)
    )
