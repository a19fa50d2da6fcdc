"""The menus that open where one clicks, filled when they open."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from desktop.actions import Actions

if TYPE_CHECKING:
    from db.documents import Shelved

ON_SELECTION = ("tag_task", "tag_target", "tag_policy")
ON_PASSAGE = (
    "confirm_next",
    "reject",
    "to_task",
    "to_target",
    "to_policy",
    "in_ledger",
    "tag_others",
    "untag",
)
ON_DOCUMENT = ("open_beside", "suggest_chosen", "properties", "remove")


def of_commands(actions: Actions, names: Iterable[str], parent: QWidget) -> QMenu:
    """A menu of those of the commands that can be given now."""
    menu = QMenu(parent)
    menu.addActions([actions[name] for name in names if actions[name].isEnabled()])
    return menu


def show(menu: QMenu, place: QPoint) -> None:
    """Open a menu at a place of the screen, unless it has nothing to offer."""
    menu.aboutToHide.connect(menu.deleteLater)
    if not menu.isEmpty():
        menu.popup(place)


def fill_recent(menu: QMenu, projects: Iterable[str], open_: Callable[[Path], object]) -> None:
    """Put recent projects on top of a menu whose last two entries stay: a line and the clearing."""
    kept = menu.actions()[-2:]
    for action in menu.actions()[:-2]:
        menu.removeAction(action)
    for project in map(Path, projects):
        action = menu.addAction(project.stem)
        action.setToolTip(str(project))
        action.triggered.connect(lambda _checked=False, project=project: open_(project))
        menu.removeAction(action)
        menu.insertAction(kept[0], action)


def of_documents(rows: "Iterable[Shelved]", open_: Callable[[int], object], parent: QWidget) -> QMenu:
    """All documents to choose one from, by year."""
    menu = QMenu(parent)
    year = None
    for row in sorted(rows, key=lambda row: (row.reference_year or 9999, row.id)):
        if row.reference_year != year or menu.isEmpty():
            year = row.reference_year
            menu.addSection(str(year or "—"))
        action = menu.addAction(row.title)
        action.triggered.connect(lambda _checked=False, id_=row.id: open_(id_))
    return menu
