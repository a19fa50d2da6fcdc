"""Punctuation as Chinese text has it, for documents that were typed with the marks of Latin text."""

import re
from functools import lru_cache

_HAN = r"[\u4e00-\u9fff“”《》（）%％]"
_TYPED = re.compile(
    rf"(?<={_HAN})[,;:!]|[,;:!](?={_HAN})|(?<={_HAN})\?(?=\s|”|$)|\((?={_HAN})|(?<={_HAN})\(|(?<={_HAN})\)"
)
"""A ? before a character is what some copies leave of a sign they lost (中国?参谷)."""
_FULL = str.maketrans(",;:!?()", "，；：！？（）")


@lru_cache(maxsize=8)  # passages are tagged one after the other in one document
def full_width(text: str) -> str:
    """The text with , ; : ! ? ( ) beside Chinese characters made full width; every offset stays."""
    return _TYPED.sub(lambda match: match[0].translate(_FULL), text)
