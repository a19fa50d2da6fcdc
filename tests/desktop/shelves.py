"""Documents made up for the tests of the dialogs."""

from datetime import date, datetime

from db.documents import Shelved

MOMENT = datetime(2024, 5, 1, 8, 30)


def shelved(number, title="工作要点", year=2023, task=0, target=0, policy=0, **other):
    """A document of the library with so many passages of each kind."""
    columns = {
        "issuer": "云岭市工业和信息化局",
        "number": "云工信〔2023〕3号",
        "issued": date(2023, 1, 12),
        "length": 3210,
        "source_name": f"{title}.txt",
        "media_type": "text/plain",
        "imported": MOMENT,
        "published": None,
        "addressee": None,
        "trashed": None,
        "quality": {},
    }
    counts = {"task": task, "target": target, "policy": policy}
    return Shelved(id=number, title=title, reference_year=year, counts=counts, **columns | other)
