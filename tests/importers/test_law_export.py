"""Texts from law databases: labels become properties, the database's own lines and doubled titles go."""

from datetime import date
from pathlib import Path

import pytest

import importers
from db.models import Document
from importers.law_export import frame
from tests.importers.word_files import paragraph, run, with_body

FIRST = "第一条　为加强产业升级工作，提高行政效能，根据有关法律、法规，结合本市实际，制定本办法。"
SECOND = "第二条　本市行政区域内的产业升级及其监督管理活动，适用本办法。"
TITLE = "云岭市产业升级管理办法"
BODY = ["第一条为加强产业升级工作，提高行政效能，根据有关法律、法规，结合本市实际，制定本办法。"]
BODY += ["第二条本市行政区域内的产业升级及其监督管理活动，适用本办法。"]

FOOT = """
© 北大法宝：（www.pkulaw.com）专业提供法律信息、法学知识和法律软件领域各类解决方案。\
北大法宝为您提供丰富的参考资料，\
正式引用法规条文时请与标准文本核对。
欢迎查看所有产品和服务。
法宝快讯：如何快速找到您需要的检索结果？　法宝V6有何新特色？
扫描二维码阅读原文
原文链接：https://www.pkulaw.com/lar/0000.html
"""

BRACKETS = f"""【法规标题】{TITLE}
【颁布单位】云岭市人民政府
【发文字号】云岭市人民政府令第12号
【颁布时间】2020-3-5
【失效时间】
【法规来源】http://www.example.com/1.htm
【全文】
{TITLE}

{TITLE}

（2020年3月5日云岭市人民政府令第12号发布）

　　{FIRST}
　　{SECOND}
{FOOT}"""

COLONS = f"""{TITLE}
发布部门： 云岭市人民政府
发文字号： 云政发[2020]12号
发布日期： 2020.03.05
实施日期： 2020.05.01
时效性： 现行有效
效力级别： 地方规范性文件
法规类别： 工业管理
{TITLE}
{FIRST}
{SECOND}
【法宝引证码】CLI.12.0000000
{FOOT}"""

ONE_LINE = f"""{TITLE}
发布部门：云岭市人民政府 发文字号：云政发（2020）12号 发布日期：2020.03.05 \
实施日期：2020.05.01 时效性：现行有效 效力级别：地方规范性文件
云岭市产业升级
管理办法
{FIRST}
{SECOND}
来源：北大法宝 www.pkulaw.com"""

APART = f"""【法规标题】
{TITLE}
【发布部门】
云岭市人民政府
【发文字号】
云政发〔2020〕12号
【发布日期】
2020.03.05
【时效性】
现行有效
【唯一标志】
17000000
【全文】

{TITLE}
{FIRST}
{SECOND}"""


def read(folder: Path, text: str, encoding: str = "utf-8") -> Document:
    (folder / "1.txt").write_bytes(text.encode(encoding))
    return importers.read(folder / "1.txt").document


@pytest.mark.parametrize(
    "export", [BRACKETS, COLONS, ONE_LINE, APART], ids=["brackets", "colons", "line", "apart"]
)
def test_only_the_text_is_left(tmp_path: Path, export: str) -> None:
    found = read(tmp_path, export, "gb18030")
    lines = found.text.split("\n")
    assert lines[-2:] == BODY
    assert "".join(line for line in lines[:-2] if not line.startswith("（")) == TITLE


@pytest.mark.parametrize("export", [COLONS, ONE_LINE, APART], ids=["colons", "line", "apart"])
def test_labels_become_properties(tmp_path: Path, export: str) -> None:
    found = read(tmp_path, export)
    assert (found.title, found.issuer, found.number) == (TITLE, "云岭市人民政府", "云政发〔2020〕12号")
    assert (found.issued, found.published) == (date(2020, 3, 5), date(2020, 3, 5))


def test_a_word_file_from_a_database(tmp_path: Path) -> None:
    body = "".join(paragraph(run(line)) for line in COLONS.split("\n") if line)
    (tmp_path / "a.docx").write_bytes(with_body(body))
    found = importers.read(tmp_path / "a.docx").document
    assert found.text.split("\n") == [TITLE, *BODY]
    assert (found.issuer, found.number) == ("云岭市人民政府", "云政发〔2020〕12号")
    assert found.issued == date(2020, 3, 5)


def test_the_time_of_issue_and_a_decree(tmp_path: Path) -> None:
    found = read(tmp_path, BRACKETS)
    assert (found.number, found.issued, found.published) == ("云岭市人民政府令第12号", date(2020, 3, 5), None)


def test_a_title_said_twice_is_kept_once() -> None:
    assert frame(["云岭市产业升级工作要点", "云岭市产业升级", "工作要点", "正文说明如下。"]).kept == [1, 2, 3]


def test_a_line_that_names_the_source_is_no_text() -> None:
    texts = ["云岭市产业升级工作要点", "来源：云岭市经信局网站", "正文说明如下。", "来源：云岭日报"]
    assert frame(texts).kept == [0, 2]


def test_labels_in_an_ordinary_text_stay() -> None:
    texts = ["关于召开会议的通知", "名称：产业升级现场会", "发布日期：另行通知", "请准时参加。"]
    assert frame(texts) == ([0, 1, 2, 3], {}, False)


def test_a_heading_of_a_list_of_contents_stays() -> None:
    assert frame(["一、2025年工作回顾情况", "一、2025年工作回顾情况", "正文说明如下。"]).kept == [0, 1, 2]


def test_a_sentence_said_twice_stays() -> None:
    assert frame(["要坚持稳中求进工作总基调。", "要坚持稳中求进工作总基调。"]).kept == [0, 1]
