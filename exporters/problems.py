"""Why a report could not be written."""

from db.problems import Problem


class UnknownSuffix(Problem):
    sentence = (
        "{name} was not written: no report is kept in a file of that ending. "
        "Choose a name that ends in {suffixes}."
    )


class UnknownForm(Problem):
    sentence = (
        "{name} was not written: there is no report “{form}” in a file of that ending. Choose one of {forms}."
    )


class TargetIsFolder(Problem):
    sentence = "{name} was not written: there is a folder of that name. Choose another name."


class FolderMissing(Problem):
    sentence = "{name} was not written: the folder {folder} does not exist. Choose another folder."


class FolderUnwritable(Problem):
    sentence = (
        "{name} was not written: you may not create files in the folder {folder}. Choose another folder."
    )


class TargetUnwritable(Problem):
    sentence = (
        "{name} was not written: it is open in another program or protected against writing. "
        "The file on disk is unchanged. Close it there or choose another name."
    )


class DiskFull(Problem):
    sentence = (
        "{name} was not written: there is no space left on the disk. "
        "Nothing on the disk was changed. Free some space or choose another disk."
    )


class WriteFailed(Problem):
    sentence = (
        "{name} was not written: {reason}. Nothing on the disk was changed. "
        "Try again or choose another folder."
    )
