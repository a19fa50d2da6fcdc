"""Why the pages of a document cannot be shown, in sentences for the analyst."""

from db.problems import Problem


class PagesLocked(Problem):
    sentence = (
        "The pages of this document are locked by a password; its text can be read and tagged all the same. "
        "Enter the password to see them."
    )


class PagesStillLocked(PagesLocked):
    sentence = (
        "That password does not open the pages; the text can be read and tagged all the same. "
        "Enter another one to see them."
    )


class PagesDamaged(Problem):
    sentence = (
        "The pages of this document cannot be shown, because the file it came from is damaged; "
        "its text can be read and tagged all the same. Import a whole copy to see the pages."
    )
