"""REFI-QDA files keep to the schema and say what was tagged.

`refi/Project.xsd` is the published schema of 18 March 2019, copyright 2019 REFI, by the MIT licence within.
"""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import ModuleType
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import pytest
from lxml import etree

from exporters import refi_codes, refi_qda
from exporters.refi_codes import kind_guid
from exporters.refi_qda import PROJECT
from exporters.report import Report
from tests.exporters.handed import BARE, ENGLISH, PLAN, REPORT_TEXT, WHOLE

REPORTS = pytest.mark.parametrize("report", [WHOLE, ENGLISH, BARE], ids=["zh", "en", "bare"])


def written(module: ModuleType, report: Report) -> bytes:
    stream = BytesIO()
    module.write(report, stream, lambda done, total: None)
    return stream.getvalue()


def package(report: Report = WHOLE) -> ZipFile:
    return ZipFile(BytesIO(written(refi_qda, report)))


def project(report: Report = WHOLE) -> Element:
    return fromstring(package(report).read("project.qde"))


def faults(xml: bytes, schema: str) -> list[str]:
    """What a schema forbids in some XML."""
    checker = etree.XMLSchema(etree.parse(Path(__file__).parent / "refi" / schema))
    checker.validate(etree.fromstring(xml))
    return [error.message for error in checker.error_log]


def every(root: Element, name: str) -> list[Element]:
    return list(root.iter(f"{{{PROJECT}}}{name}"))


@REPORTS
def test_a_project_is_valid_against_the_schema(report: Report) -> None:
    assert faults(package(report).read("project.qde"), "Project.xsd") == []


@REPORTS
def test_a_codebook_is_valid_against_the_schema(report: Report) -> None:
    assert faults(written(refi_codes, report), "Codebook.xsd") == []


def test_texts_are_utf_8_with_plain_line_ends_and_no_mark() -> None:
    parts = package()
    texts = {name: parts.read(name) for name in parts.namelist() if name.startswith("Sources/")}
    paths = [
        source.get("plainTextPath", "").removeprefix("internal://")
        for source in every(project(), "TextSource")
    ]
    assert [texts[f"Sources/{path}"].decode() for path in paths] == [PLAN, REPORT_TEXT]


def test_positions_count_code_points_of_the_text_beside() -> None:
    names = {selection.get("name", ""): selection for selection in every(project(), "PlainTextSelection")}
    found = names["𠮷林路企业新增120家"]
    assert (
        PLAN[int(found.get("startPosition", "")) : int(found.get("endPosition", ""))] == "𠮷林路企业新增120家"
    )


def test_a_selection_is_coded_by_its_kind_and_each_label() -> None:
    root = project()
    names = {code.get("guid"): code.get("name") for code in every(root, "Code")}
    coded = {
        selection.get("name"): [names[ref.get("targetGUID")] for ref in every(selection, "CodeRef")]
        for selection in every(root, "PlainTextSelection")
    }
    assert coded["《青禾市智能制造行动方案》"] == ["政策", "企业"]
    assert coded["印发《青禾市智能制造行动方案》，落实行动方案"] == ["任务", "任务"]


def test_every_reference_leads_somewhere_and_every_name_is_given_once() -> None:
    root = project()
    guids = [element.get("guid") for element in root.iter() if element.get("guid")]
    targets = {element.get("targetGUID") for element in root.iter() if element.get("targetGUID")}
    users = {element.get("creatingUser") for element in root.iter() if element.get("creatingUser")}
    assert len(set(guids)) == len(guids)
    assert targets | users <= set(guids)


def test_labels_keep_their_tree_and_colours() -> None:
    roots = project().findall(f".//{{{PROJECT}}}Codes/")
    assert [code.get("name") for code in roots] == ["任务", "目标", "政策", "经济", "任务"]
    below = every(roots[3], "Code")[1]
    assert (below.get("name"), below.get("color")) == ("企业", "#993333")


def test_fields_are_typed_variables_of_a_case_and_words_of_a_description() -> None:
    root = project()
    case = every(root, "Case")[0]
    values = {value[1].tag.rpartition("}")[2]: value[1].text for value in every(case, "VariableValue")}
    assert values["FloatValue"] == "7"
    assert values["DateValue"] == "2031-12-31"
    (selected,) = every(case, "SelectionRef")
    described = next(
        s for s in every(root, "PlainTextSelection") if s.get("guid") == selected.get("targetGUID")
    )
    assert (described[0].text or "").startswith("指标：规模以上工业增加值\n比较：约\n数值：7")


def test_large_numbers_have_no_exponent_which_the_schema_forbids() -> None:
    assert "1370000000000" in [value.text for value in every(project(), "FloatValue")]


def test_notes_of_passages_and_documents_are_notes() -> None:
    said = [content.text for content in every(project(), "PlainTextContent")]
    assert sorted(text or "" for text in said) == sorted(["去年为6.8%\n待核实", "@李工：核对", "内部材料"])


def test_users_kinds_and_passages_have_the_same_names_in_every_export() -> None:
    again = replace(ENGLISH, passages=WHOLE.passages[:1])
    guids = {element.get("guid") for element in project().iter()}
    assert {element.get("guid") for element in project(again).iter()} <= guids
    other = replace(WHOLE, project="00000000-0000-4000-8000-000000000002")
    assert kind_guid("task") in {code.get("guid") for code in every(project(other), "Code")}
    shared = {user.get("guid") for user in every(project(), "User")}
    assert {user.get("guid") for user in every(project(other), "User")} == shared
