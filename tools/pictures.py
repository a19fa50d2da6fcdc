"""Paints docs/pictures: the window in both languages and themes, and the pages of the reports.

The window is the real one with the sample project, painted off screen. The reports are the real files,
printed by LibreOffice; ImageMagick makes small files of the pictures. Given a folder of other documents
(`make pictures ARGS=FOLDER`), they are imported, tagged with all the program proposes, and painted as well.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"

LOOKS = {
    "window": ("main", "en", "light"),
    "window-dark": ("main", "en", "dark"),
    "window-zh": ("main", "zh", "light"),
    "window-zh-dark": ("main", "zh", "dark"),
    "aligned": ("aligned", "en", "light"),
    "tracker": ("tracker", "en", "light"),
    "search": ("search", "en", "light"),
    "export-briefing": ("export_briefing", "en", "light"),
    "export-sheet": ("export_sheet", "en", "light"),
    "sheet-return": ("sheet_return", "en", "light"),
}
"""Picture → view, language and theme of the window."""
LETTERHEAD = ("--name", "云泽工信简报", "--issue", "3", "--office", "云泽市工业和信息化局办公室")
REPORTS: dict[str, tuple[str, int, int, tuple[str, ...]]] = {
    "briefing": (".docx", 4, 110, LETTERHEAD),
    "briefing-modern": (".docx", 4, 80, (*LETTERHEAD, "--template", "modern", "--sources", "endnotes")),
    "annotated": (".docx", 2, 110, ("--as", "annotated")),
    "sheet": (".xlsx", 4, 170, ()),
}
"""Picture → ending of the report, how many pages are shown at most, dots per inch, how it is asked for."""
MARGIN = ("-trim", "-bordercolor", "white", "-border", 40)
"""Pages are shown without what lies empty below them."""
TOOLS = {
    "soffice": "libreoffice-writer libreoffice-calc",
    "pdftoppm": "poppler-utils",
    "convert": "imagemagick",
}
"""Program → the Debian packages that bring it."""

COLOURS = 256


def main() -> None:
    missing = [packages for program, packages in TOOLS.items() if shutil.which(program) is None]
    if missing:
        sys.exit(
            f"Pictures need programs that are not here. On Debian run: apt-get install {' '.join(missing)}"
        )
    sys.path.insert(0, str(ROOT))
    from workbench import sample

    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as place:
        project = Path(place) / "云泽市.cezhu"
        sample.build(project)
        windows(project)
        for folder in map(Path, sys.argv[1:]):
            windows(proposed(folder, Path(place) / f"{folder.name}.cezhu"), f"{folder.name}-")
        for name in REPORTS:
            report(project, name)
        cezhu("suggest", project)
        window(project, "suggestions", "suggestions", "en", "light")


def proposed(folder: Path, project: Path) -> Path:
    """A project of the documents in a folder, with every proposal of the program confirmed."""
    cezhu("import", project, *sorted(path for path in folder.iterdir() if path.is_file()))
    cezhu("suggest", project, "--accept")
    return project


def windows(project: Path, prefix: str = "") -> None:
    for name, looks in LOOKS.items():
        window(project, prefix + name, *looks)


def window(project: Path, name: str, view: str, language: str, theme: str) -> None:
    painted = project.with_name(f"{name}.png")
    cezhu("screenshot", project, painted, "--view", view, "--language", language, "--theme", theme)
    keep(painted, name)


def report(project: Path, name: str) -> None:
    suffix, pages, dots, asked = REPORTS[name]
    written = project.with_name(f"{name}{suffix}")
    cezhu("export", project, written, *asked)
    folder = written.parent
    run("soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, written)
    run("pdftoppm", "-png", "-r", dots, "-l", pages, written.with_suffix(".pdf"), folder / name)
    for number, page in enumerate(sorted(folder.glob(f"{name}-[0-9]*.png")), 1):
        keep(page, f"{name}-{number}", *MARGIN)


def keep(picture: Path, name: str, *shaping: object) -> None:
    """Puts a picture into docs/pictures, small."""
    run(
        "convert",
        picture,
        *shaping,
        "-strip",
        "-dither",
        "None",
        "-colors",
        COLOURS,
        f"PNG8:{PICTURES / name}.png",
    )


def cezhu(*arguments: object) -> None:
    run(sys.executable, ROOT / "main.py", *arguments)


def run(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
