"""The language of the window: English as written, Chinese from the catalogue in resources/i18n.

The catalogue is kept by `tools/translations.py`; buttons and menus of Qt's own come from Qt's catalogue.
"""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

CATALOGUES = {
    "cezhu_zh_CN": str(Path(__file__).parent.parent / "resources" / "i18n"),
    "qtbase_zh_CN": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
}
"""Catalogue → folder. One that cannot be read leaves its words in English."""

LOCALES = {"zh": QLocale.Language.Chinese, "en": QLocale.Language.English}


def install(language: str, application: QCoreApplication) -> str:
    """Have the window speak "zh_CN", "en" or, by "system", what the system speaks; gives "zh" or "en".

    May be called again: what was installed before goes. Dates and names of months follow the language,
    in the system's own manner where that is of the same language.
    """
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.setParent(None)
    wanted = preferred(QLocale.system().uiLanguages()) if language == "system" else language[:2]
    QLocale.setDefault(_locale(wanted))
    if wanted == "zh":
        for name, folder in CATALOGUES.items():
            translator = QTranslator(application)
            if translator.load(name, folder):
                application.installTranslator(translator)
    return wanted


def spoken() -> str:
    """What the window speaks: "zh" or "en"."""
    return next((tag for tag, language in LOCALES.items() if language == QLocale().language()), "en")


def preferred(tags: Iterable[str]) -> str:
    """The first of a system's languages that the window speaks: zh-Hans-CN, de-DE → zh; de-DE → en."""
    return next((tag[:2] for tag in tags if tag[:2] in LOCALES), "en")


def _locale(wanted: str) -> QLocale:
    system, language = QLocale.system(), LOCALES[wanted]
    return system if system.language() == language else QLocale(language)
