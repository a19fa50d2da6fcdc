"""The words of the web page in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """What the page says besides what it was given."""

    lang: str
    skip: str
    contents: str
    close: str
    labels: str
    note: str
    source: str
    in_ledger: str
    also: str
    by: str
    made: str
    characters: str


WORDS = {
    "zh": Words(
        lang="zh-CN",
        skip="跳到正文",
        contents="目录",
        close="关闭",
        labels="标签",
        note="备注",
        source="来源",
        in_ledger="在台账中",
        also="此处还有",
        by="标注人",
        made="制作日期",
        characters="字",
    ),
    "en": Words(
        lang="en",
        skip="Skip to the text",
        contents="Contents",
        close="Close",
        labels="Labels",
        note="Note",
        source="Source",
        in_ledger="In the ledger",
        also="Here also",
        by="Tagged by",
        made="Made on",
        characters="characters",
    ),
}
