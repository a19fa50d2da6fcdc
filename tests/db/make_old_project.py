"""Writes projects/schema-NNNN.cezhu with this program's schema: once for every schema, before it is changed.

Run from the root of the repository: python -m tests.db.make_old_project
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from db import labels, links, lists, passages
from db.kinds import Policy, Target, Task
from db.project_file import SCHEMA
from db.store import Store
from tests.db.invented import PLAN, REPORT, store_document, tag

PROJECTS = Path(__file__).with_name("projects")


def make(path: Path) -> None:
    """A small project with something in every table and a history of every sort of step."""
    with Store.create(path, author="王敏") as store:
        for text in (PLAN, REPORT):
            store_document(store, text)
        promise = tag(store, "增长7%左右", detail=Target(indicator="工业增加值", value=7.0, unit="%")).id
        report = tag(store, "增长7.4%", document_id=2, detail=Target(value=7.4, touched=["value"])).id
        task = tag(
            store, "建成𠮷林路数字工厂", "task", detail=Task(lead="技改处", words={"lead": "技改处"})
        ).id
        tag(store, "《青禾市智能制造行动方案》", "policy", detail=Policy(name="智能制造行动方案"))
        with store.step("label and link") as session:
            labels.put(session, labels.add(session, "产业", "#aa3300").id, [promise, task])
            links.join(session, promise, report, "trace", note="同一指标")
        with store.step("lists") as session:
            lists.add_term(session, "标准箱", "unit")
            lists.merge(session, "indicator", ["规上增加值"], "规模以上工业增加值")
            lists.save(session, "search", "数字工厂", {"query": "数字工厂"})
        with store.step("note") as session:
            passages.set_field(session, [task], "note", "待核实")
        store.undo()


def main() -> None:
    with TemporaryDirectory() as folder:
        made = Path(folder, "made.cezhu")
        make(made)
        with closing(sqlite3.connect(made, isolation_level=None)) as connection:
            connection.execute("PRAGMA page_size = 1024")
            connection.execute("VACUUM INTO ?", (str(PROJECTS / f"schema-{SCHEMA}.cezhu"),))


if __name__ == "__main__":
    main()
