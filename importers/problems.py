"""What can be wrong with a file, in sentences for the analyst."""

from db.problems import Problem


class FileMissing(Problem):
    sentence = "{name} is no longer there; nothing was imported. Look whether it was moved or renamed."


class NotAFile(Problem):
    sentence = "{name} is a folder, not a document; nothing was imported. Choose the files inside it."


class FileUnreadable(Problem):
    sentence = (
        "{name} could not be opened ({reason}); nothing was imported. "
        "Close it in other programs, check that you may read it, and import it again."
    )


class FileEmpty(Problem):
    sentence = "{name} is empty; nothing was imported. Look for a complete copy of it."


class FileTooLarge(Problem):
    sentence = (
        "{name} is too large ({size} MB; at most {limit} MB can be read); nothing was imported. "
        "Split it and import the parts."
    )


class ExchangeDamaged(Problem):
    sentence = (
        "{name} is no whole REFI-QDA file; nothing was taken over. "
        "Export it again from the program it comes from."
    )


class ExchangeInflated(Problem):
    sentence = (
        "{name} would unpack to {size} MB, more than the {limit} MB that can be read; "
        "nothing was taken over. Export it in parts."
    )


class NotADocument(Problem):
    sentence = (
        "{name} is none of the documents that can be read, such as Word, PDF, web pages and text; "
        "nothing was imported. Open it in the program it was made with and save it as .docx or as text."
    )


class OfficeMissing(Problem):
    sentence = (
        "{name} can only be read with the help of LibreOffice, which is not installed; nothing was imported. "
        "Install LibreOffice, or open the file in Word or WPS and save it as .docx."
    )


class OfficeFailed(Problem):
    sentence = (
        "LibreOffice could not open {name}, which is damaged or locked by a password; nothing was imported. "
        "Open it in Word or WPS and save it as .docx, without a password."
    )


class PasswordNeeded(Problem):
    sentence = "{name} is locked by a password; nothing was imported. Import it again and give its password."


class PasswordWrong(Problem):
    sentence = (
        "The password does not open {name}; nothing was imported. "
        "Import it again with the right one, or save it without a password."
    )


class PdfDamaged(Problem):
    sentence = (
        "{name} is a damaged PDF, or only a part of one; nothing was imported. "
        "Fetch it again from where it came, or print it to a new PDF and import that."
    )


class PdfTooLong(Problem):
    sentence = (
        "{name} has {pages} pages, more than the {limit} that can be read; nothing was imported. "
        "Split it and import the parts."
    )


class NotText(Problem):
    sentence = (
        "{name} is not a text: it holds binary data; nothing was imported. "
        "Open it in the program it was made with and save it as text or as a Word document (.docx)."
    )


class EncodingUnknown(Problem):
    sentence = (
        "There is no encoding called “{encoding}”; {name} was not imported. "
        "Use one such as UTF-8, GB18030, Big5 or UTF-16."
    )


class EncodingDiffers(Problem):
    sentence = (
        "{name} is not written in {encoding}; nothing was imported. "
        "Choose another encoding, or let the program find it."
    )


class EncodingUnclear(Problem):
    sentence = (
        "The encoding of {name} could not be recognised; nothing was imported. "
        "Import it again and choose the encoding, or save it as UTF-8."
    )


class NothingToRead(Problem):
    sentence = (
        "{name} holds no text; nothing was imported. If it shows pictures of pages, save it as text first."
    )


class WordDamaged(Problem):
    sentence = (
        "{name} is a damaged Word document; nothing was imported. "
        "Open it in Word or WPS, let it be repaired, and save it again as .docx."
    )


class WordEncrypted(Problem):
    sentence = (
        "{name} is protected by a password; nothing was imported. "
        "Open it in Word or WPS, remove the password, and save it again."
    )


class WordInflated(Problem):
    sentence = (
        "{name} would unpack to {size} MB, more than the {limit} MB that can be read; nothing was imported. "
        "Save a copy without its pictures and import that."
    )


class WordElsewhere(Problem):
    sentence = (
        "{name} only encloses a document of another format; nothing was imported. "
        "Open it in Word or WPS and save it again as .docx."
    )


class TookTooLong(Problem):
    sentence = (
        "Reading {name} took longer than {seconds} seconds and was stopped; nothing was imported. "
        "Split it, or save it again as text."
    )


class ReaderStopped(Problem):
    sentence = (
        "The program part that reads files stopped while reading {name}; nothing was imported from it. "
        "Save it again as .docx or text and import that."
    )


class TooMuchMemory(Problem):
    sentence = (
        "{name} needs more memory to be read than this computer has free; nothing was imported. "
        "Close other programs, or split the file and import the parts."
    )
