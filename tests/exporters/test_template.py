"""Templates of an office: filled, fitted with the styles of the parts, mistakes told by their paragraph."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from db.kinds import KINDS
from exporters import briefing_docx
from exporters.briefing import MODERN, OFFICIAL, PARTS, Briefing
from exporters.template import Template
from exporters.template_problems import PlaceholderUnknown, TemplateMistaken, TemplateUnreadable
from exporters.template_values import VALUES, values
from tests.exporters.invented import REPORT, TRACED, quoting
from tools import templates

ROOT = Path(__file__).resolve().parent.parent.parent


def template(tmp_path: Path, *lines: str) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    path = tmp_path / "本单位模板.docx"
    document.save(str(path))
    return path


def filled(path: Path, **asked: object) -> Document:
    stream = BytesIO()
    made = Briefing(template=path, **asked)  # type: ignore[arg-type]
    briefing_docx.write(TRACED, stream, lambda done, total: None, made)
    return docx.Document(stream)


def lines(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_texts_counts_and_lists_are_filled_in(tmp_path: Path) -> None:
    path = template(
        tmp_path,
        "{{ title }}（{{ date }}）",
        "目标{{ count.targets }}项，未完成{{ count.missed }}项",
        "{%p for target in targets %}",
        "{{ loop.index }}. {{ target.indicator }}：{{ target.figure }}，{{ target.source }}",
        "{%p endfor %}",
        "{% for trace in traces %}{{ trace.promised.indicator }}{{ trace.outcome }}。{% endfor %}",
        "{% for change in changes %}{{ change.state }}：{{ change.later }}{% endfor %}",
    )
    assert lines(filled(path)) == [
        "青禾市目标任务简报（2032年3月2日）",
        "目标3项，未完成1项",
        "1. 全市企业：超过 8万家，《2031年青禾市工业工作要点》第4段",
        "2. 软件收入：130亿—137亿元，《2031年青禾市工业工作要点》第5段",
        "3. 工业增加值：增长 7.4%，《2031年青禾市工业工作总结》第3段",
        "全市企业未完成。软件收入未报告。",
        "修改：培育绿色工厂15家。新增：建设零碳园区。",
    ]


def test_rows_of_a_table_are_repeated(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(3, 2)
    for row, texts in enumerate(
        (("{%tr for task in tasks %}", ""), ("{{ task.action }}", "{{ task.lead }}"))
    ):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(2, 0).text = "{%tr endfor %}"
    document.save(str(tmp_path / "表.docx"))
    rows = [[cell.text for cell in row.cells] for row in filled(tmp_path / "表.docx").tables[0].rows]
    assert rows[0] == ["推进数字工厂建设", "市工业局"]
    assert len(rows) == 4


def test_parts_stand_where_the_template_has_them(tmp_path: Path) -> None:
    path = template(tmp_path, "一稿", "{{p part.policies }}", "其余：", "{{p parts }}", "（完）")
    document = filled(path, parts=("summary", "policies"))
    texts = lines(document)
    assert texts[:2] == ["一稿", "二、政策"] and texts[-1] == "（完）"
    assert texts.index("其余：") < texts.index("一、总体情况")
    assert not any("\ue000" in text for text in texts)


def test_a_part_may_stand_in_a_cell_or_beside_words(tmp_path: Path) -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "{{ part.summary }}"
    document.save(str(tmp_path / "格.docx"))
    shown = filled(tmp_path / "格.docx").tables[0].cell(0, 0)
    assert shown.paragraphs[0].text == "一、总体情况"
    assert shown._tc[-1].tag == qn("w:p"), "Word takes a cell without a last paragraph for damaged"


def test_a_part_nobody_chose_leaves_its_place_empty(tmp_path: Path) -> None:
    path = template(tmp_path, "前", "{{p part.charts }}", "后")
    assert lines(filled(path, parts=("summary",))) == ["前", "后"]


def test_the_styles_of_a_chinese_word_are_known_by_their_names(tmp_path: Path) -> None:
    """There “heading 1” is 1 inside; the office's own look of it stays."""
    document = docx.Document(str(template(tmp_path, "{{p parts }}")))
    heading = document.styles["Heading 1"]
    heading.element.set(qn("w:styleId"), "1")
    heading.font.size = docx.shared.Pt(31)
    own = document.add_paragraph("第一章", style=heading)
    own._p.pPr.pStyle.set(qn("w:val"), "1")
    document.save(str(tmp_path / "中文.docx"))
    made = filled(tmp_path / "中文.docx")
    assert [p.text for p in made.paragraphs if p.style and p.style.name == "Heading 1"][-1] == "第一章"
    assert made.styles["Heading 1"].font.size.pt == 31
    ids = [style.style_id for style in made.styles]
    assert len(ids) == len(set(ids)) and "1" not in ids


def test_styles_the_template_lacks_are_brought_along(tmp_path: Path) -> None:
    made = filled(template(tmp_path, "{{p parts }}"))
    ids = {style.style_id for style in made.styles}
    references = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    assert {used.get(qn("w:val")) for used in made.element.iter(*references)} <= ids


def test_tables_are_as_wide_as_the_template_leaves_room(tmp_path: Path) -> None:
    document = docx.Document(str(template(tmp_path, "{{p parts }}")))
    document.sections[0].left_margin = docx.shared.Mm(60)
    document.save(str(tmp_path / "窄.docx"))
    made = filled(tmp_path / "窄.docx")
    section = made.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    for table in made.tables:
        assert sum(column.width for column in table.columns) == pytest.approx(room, abs=docx.shared.Mm(0.3))


def test_notes_of_the_template_stay(tmp_path: Path) -> None:
    first = BytesIO()
    briefing_docx.write(REPORT, first, lambda done, total: None, Briefing(parts=("policies",)))
    document = docx.Document(first)
    document.add_paragraph("{{p part.targets }}")
    document.save(str(tmp_path / "有注.docx"))
    stream = BytesIO()
    made = Briefing(template=tmp_path / "有注.docx", parts=("targets",))
    briefing_docx.write(REPORT, stream, lambda done, total: None, made)
    with ZipFile(stream) as package:
        notes = docx.oxml.parse_xml(package.read("word/footnotes.xml"))
        body = docx.oxml.parse_xml(package.read("word/document.xml"))
    ids = [int(note.get(qn("w:id"))) for note in notes]
    assert ids == [-1, 0, *range(1, len(ids) - 1)]
    assert sorted(int(mark.get(qn("w:id"))) for mark in body.iter(qn("w:footnoteReference"))) == ids[2:]


@pytest.mark.parametrize(
    ("line", "word", "near"),
    [("{{ titel }}", "titel", "title"), ("{{ count.targts }}", "targts", "targets")],
)
def test_an_unknown_placeholder_is_told_by_its_paragraph(
    tmp_path: Path, line: str, word: str, near: str
) -> None:
    path = template(tmp_path, "第一段", "第二段", f"共有{line}")
    with pytest.raises(PlaceholderUnknown) as told:
        filled(path)
    assert told.value.values | {"paragraph": 3, "word": word, "near": near} == told.value.values
    assert f"本单位模板.docx was not used: paragraph 3: {{{{ {word} }}}} is unknown" in str(told.value)


def test_an_unknown_word_in_a_branch_not_taken_is_told_too(tmp_path: Path) -> None:
    with pytest.raises(PlaceholderUnknown, match="paragraph 2"):
        filled(template(tmp_path, "甲", "{% if issue %}{{ isue }}{% endif %}"))


@pytest.mark.parametrize(
    "line",
    [
        "{{ title",
        "{% if title %}",
        "{% for x in targets %}",
        "{{ title.__class__ }}",
        "{{ title|attr('__class__') }}",
        "{{ title.upper() }}",
        "{% macro f() %}{% endmacro %}",
        "{% include 'a' %}",
        "{{ 9 ** 999999 }}",
        "{{ 'a' * 999999999 }}",
        "{{ 1 / 0 }}",
        "{% for a in tasks %}" * 12 + "{% endfor %}" * 12,
        "{% set s = 'ab' %}" + "{% set s = s ~ s %}" * 60,
        "{% set s = 'ab' %}" + "{% set s = s + s %}" * 60,
    ],
)
def test_a_template_can_neither_run_code_nor_go_on_for_ever(tmp_path: Path, line: str) -> None:
    with pytest.raises((TemplateMistaken, PlaceholderUnknown), match=r"paragraph 2.*nothing was written"):
        filled(template(tmp_path, "甲", line))


def test_values_are_text_and_no_xml(tmp_path: Path) -> None:
    stream = BytesIO()
    path = template(tmp_path, "{{ title }}", "{{ subtitle }}")
    hostile = replace(quoting("甲<w:p>&amp;{{ title }}\x00"), subtitle="{% for x in y %}")
    briefing_docx.write(hostile, stream, lambda done, total: None, Briefing(template=path))
    assert lines(docx.Document(stream)) == ["甲<w:p>&amp;{{ title }}␀", "{% for x in y %}"]


def test_a_word_template_is_filled_like_a_document(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ title }}")
    with ZipFile(path) as plain, ZipFile(tmp_path / "模板.dotx", "w") as dotx:
        for name in plain.namelist():
            part = plain.read(name)
            dotx.writestr(name, part.replace(b"document.main+xml", b"template.main+xml"))
    assert lines(filled(tmp_path / "模板.dotx")) == ["青禾市目标任务简报"]


def test_a_template_that_swells_is_not_read(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ title }}")
    with ZipFile(path, "a", ZIP_DEFLATED) as package:
        package.writestr("word/media/image1.png", bytes(250_000_000))
    with pytest.raises(TemplateUnreadable):
        Template(path)


def test_what_is_no_word_document_is_told(tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 nothing")
    for name in ("坏.docx", "没有.docx"):
        with pytest.raises(TemplateUnreadable, match=name):
            Template(tmp_path / name)


@pytest.mark.parametrize("path", [OFFICIAL, MODERN], ids=["official", "modern"])
def test_the_shipped_templates_are_what_their_script_makes(path: Path) -> None:
    made = templates.packed({OFFICIAL: templates.official, MODERN: templates.modern}[path]())
    assert path.read_bytes() == made, "run tools/templates.py"


@pytest.mark.parametrize("path", [OFFICIAL, MODERN], ids=["official", "modern"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_shipped_templates_are_without_mistake(path: Path, language: str) -> None:
    asked = Briefing(template=path, name="青禾简报", issue="3", office="青禾市工业局办公室")
    shipped = Template(path)
    texts = lines(shipped.fill(values(replace(TRACED, language=language), asked, shipped.names)))
    assert not any("{{" in text or "{%" in text for text in texts)


def test_the_manual_lists_every_placeholder_and_part() -> None:
    manual = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    forms = ("`{{{{ {}", "`{{{{p {}", " in {} %}}`")
    assert [name for name in VALUES if not any(form.format(name) in manual for form in forms)] == []
    assert [part.name for part in PARTS if f"`{part.name}`" not in manual] == []
    fields = [field.name for kind in KINDS.values() for field in kind.fields]
    assert [name for name in fields if f"`{name}`" not in manual] == []
