"""Start here: `main.py [PROJECT]` opens the window, every other call is the command line.

The window is reached without loading the command line, and the command line without loading Qt.
"""

import os
import sys
from pathlib import Path

from db.problems import Problem


def has_display() -> bool:
    """Whether a window can be shown; elsewhere than on Windows and macOS the environment names a display."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def open_window(project: Path | None) -> int:
    if not has_display():
        return without_display(project)
    from desktop import app

    return app.run(project)


def without_display(project: Path | None) -> int:
    """Do the window's job with none to show: open the project, write both reports, paint the window."""
    from db import project_file
    from workbench import sample, verbs

    folder = Path("out").resolve()
    folder.mkdir(exist_ok=True)
    if project is None:
        project = folder / "sample.cezhu"
        project_file.remove(project)
        sample.build(project)
    briefing, sheet = (project_output(folder, project, suffix) for suffix in (".docx", ".xlsx"))
    with verbs.open_project(project) as store:
        for path in (briefing, sheet):
            verbs.export(verbs.gather(store), path)
    picture = project_output(folder, project, ".png")
    take_picture(project, picture, (1600, 1000), "main")
    print("No display was found, so the window was painted off screen and the reports were written:")
    for name, path in (("Project", project), ("Word", briefing), ("Excel", sheet), ("Window", picture)):
        print(f"  {name:<8}{path}")
    return 0


def project_output(folder: Path, project: Path, suffix: str) -> Path:
    return folder / f"{project.stem}{suffix}"


def take_picture(project: Path, out: Path, size: tuple[int, int], view: str, **looks: str) -> None:
    """Paint the real window off screen with everything of `project` loaded and save it as PNG.

    `looks` may name the interface's language (zh, en) and theme (light, dark).
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop import app

    app.screenshot(project, out, size=size, view=view, **looks)


def main(arguments: list[str]) -> int:
    """Run what the arguments ask for; the exit code: 0 done, 1 failed, 2 bad usage."""
    if len(arguments) <= 1 and all(argument.endswith(".cezhu") for argument in arguments):
        try:
            return open_window(Path(arguments[0]) if arguments else None)
        except Problem as problem:
            print(problem, file=sys.stderr)
            return 1
    from workbench import commandline

    return commandline.run(arguments, take_picture)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
