"""Why a briefing could not be made from its template or its parts."""

from db.problems import Problem


class TemplateUnreadable(Problem):
    sentence = (
        "The template {name} could not be read: it is missing or no Word document; nothing was written. "
        "Choose another template, or open it in Word and save it again as .docx."
    )


class PlaceholderUnknown(Problem):
    sentence = (
        "The template {name} was not used: paragraph {paragraph}: {{{{ {word} }}}} is unknown, "
        "perhaps {{{{ {near} }}}} is meant; nothing was written. "
        "Correct it in Word; the manual lists the placeholders."
    )


class TemplateMistaken(Problem):
    sentence = (
        "The template {name} was not used: paragraph {paragraph}: {mistake}; nothing was written. "
        "Correct it in Word; the manual shows how placeholders are written."
    )


class PartUnknown(Problem):
    sentence = "The briefing has no part “{part}”; nothing was written. Choose from {parts}."
