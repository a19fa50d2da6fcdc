"""Why an edited workbook cannot be taken back, and what in it was left out."""

from db.problems import Problem


class SheetMissing(Problem):
    sentence = "There is no file {name}; nothing was changed. Choose the edited workbook."


class SheetUnreadable(Problem):
    sentence = (
        "{name} could not be read as an Excel workbook: {reason}; nothing was changed. "
        "Open it in Excel, WPS or LibreOffice, save it again as .xlsx and try once more."
    )


class SheetSealed(Problem):
    sentence = (
        "{name} is protected by a password or an old .xls file; nothing was changed. "
        "Save it again as .xlsx without a password."
    )


class NotATargetSheet(Problem):
    sentence = (
        "{name} has no record of an export, so it cannot be compared with the project; nothing was changed. "
        "Choose a target sheet that was exported from this project, or export it anew."
    )


class RecordDamaged(Problem):
    sentence = (
        "The record of the export in {name} is damaged, so nothing can be compared; nothing was changed. "
        "Edit a fresh export instead."
    )


class OtherProject(Problem):
    sentence = (
        "{name} was exported from another project; nothing was changed. "
        "Open that project, or choose a target sheet of this one."
    )


class SheetAbsent(Problem):
    sentence = "The sheet “{sheet}” is not in the workbook; its passages stay as they are."


class NoIds(Problem):
    sentence = "The sheet “{sheet}” has no column “{column}”; its rows were left out."


class ColumnUnknown(Problem):
    sentence = "{cell}: the column “{column}” is none of ours; it was left out."


class IdTwice(Problem):
    sentence = "{cell}: the id {id} stands twice in this sheet; this row was left out."


class IdUnknown(Problem):
    sentence = "{cell}: the id “{id}” was not exported with this workbook; this row was left out."


class PassageGone(Problem):
    sentence = "{cell}: the passage {id} is no longer in the project; this row was left out."


class NotComputed(Problem):
    sentence = (
        "{cell}: the formula has not been computed; it was left out. "
        "Open the workbook in Excel, WPS or LibreOffice and save it there."
    )


class NoNumber(Problem):
    sentence = "{cell}: “{value}” is no number; it was left out."


class NoPercentage(Problem):
    sentence = "{cell}: “{value}” is a percentage, but the unit of the row is “{unit}”; it was left out."


class NoDate(Problem):
    sentence = "{cell}: “{value}” is no date; it was left out."


class NoChoice(Problem):
    sentence = "{cell}: “{value}” is none of {choices}; it was left out."


class CutText(Problem):
    sentence = "{cell}: the text is longer than a cell can hold, so a change of it in the sheet was left out."


class QuoteKept(Problem):
    sentence = "{cell}: the quote of a passage is changed in its document alone; it was left out."


class TitleNeeded(Problem):
    sentence = "{cell}: a document needs a title; it was left out."


class LabelAmbiguous(Problem):
    sentence = "{cell}: there are several labels named “{label}” in the project; it was left out."


class RowKnown(Problem):
    sentence = "{cell}: this passage is in the project already; the new row was left out."


class NoPlace(Problem):
    sentence = "{cell}: a new row needs the title of its document and a quote; it was left out."


class DocumentNotFound(Problem):
    sentence = "{cell}: there is no document “{title}” in the project, or several; the new row was left out."


class QuoteNotFound(Problem):
    sentence = "{cell}: “{quote}” does not stand in “{title}”; the new row was left out."


class QuoteRepeated(Problem):
    sentence = (
        "{cell}: “{quote}” stands {count} times in “{title}”; the new row was left out. "
        "Write a longer quote, which stands there once."
    )
