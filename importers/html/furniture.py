"""Lines that a site sets around an article, known by their words: they are furniture only as whole lines.

Some words are furniture wherever they stand; others (来源, 主办) only before the first running text of the
document or after its last, for a notice may name who organises an event.
"""

import re
from collections.abc import Sequence

from importers.characters import HAN
from importers.dates import dates
from importers.format import Piece
from importers.labels import within

LONGEST = 140
"""Characters of a line that can be furniture."""

_BUTTONS = (
    r"打\s*印|关\s*闭|收\s*藏|分\s*享|返回|纠错|下载|朗读|听全文|语音|字号|字体|大|中|小|默认|繁體版?|繁体版?|简体版?|无障碍"
    r"|浏览|适老化?|本文|本页|文章|窗口|顶部|列表|复制|到|至|[\s:：|｜/+\-A【】\[\]［］()（）]"
)
SHORTEST_RUNNING = 10
"""Chinese characters of a line with a stop that is running text."""

ANYWHERE = re.compile(
    rf"(?:{_BUTTONS})+"
    r"|(?:您?(?:当前|现在|所在)的?(?:所在)?的?位置|当前页面)\s*[:：>].*"
    r"|首\s*页\s*(?:[>＞»›/]|--).*"
    r"|(?:用|请用|使用)?(?:手机|微信)?扫(?:一扫|描?二维码).{0,40}"
    r"|(?:分享|转发)(?:到|至)[:：]?.{0,30}"
    r"|[上下]一?[篇条页]\s*[:：].*|[上下]一[篇条页]"
    r"|[【\[（(]?(?:责任编辑|责编)\s*[:：].{0,20}"
    r"|(?:浏览|阅读|点击|访问)(?:次数|量|数)\s*[:：]?\s*\d*\s*次?"
    r"|.{0,60}(?:ICP备|公网安备|网站标识码|Copyright\s*[©(]|All\s?Rights\s?Reserved).{0,80}"
    r"|(?:附件|文件)下载|下载(?:附件|文档|全文|正文)|(?:查看|展开|阅读)全文|TOP|返回顶部|我要纠错"
    r"|国务院客户端(?:小程序)?|网站声明|关于我们|网站地图|联系我们|无障碍浏览|English",
    re.IGNORECASE,
)
AROUND = re.compile(
    r"(?:主办|承办|协办|技术支持|运维|版权所有|网站维护|建议使用|邮编|联系电话|地址)(?:单位)?\s*[:：].{0,120}"
    r"|版权所有.{0,80}|(?:文章|信息)?(?:来源|稿源)\s*[:：].{0,80}|(?:编辑|作者|审核|记者)\s*[:：].{0,20}"
    r"|(?:发布|更新)(?:时间|日期)\s*[:：]\s*\d{4}[-年./]\d{1,2}[-月./]\d{1,2}.{0,60}"
    r"|\d{4}-\d{1,2}-\d{1,2}(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|微信|微博|.{0,20}(?:微信公众号|政务微博|小程序|客户端)"
)
RELATED = re.compile(
    r"(?:相关|延伸|推荐)(?:链接|文件|解读|稿件|新闻|阅读|报道|文章|信息|内容|推荐|政策解读|政策|图解|专题)\s*[:：]?|解读回应"
)
"""The heading of what follows an article and is not of it."""

_INFO = re.compile(r"来源|^原创|字号|字体|打印|浏览|阅读|点击|分享|大\s*中\s*小")
_HAN = re.compile(f"[{HAN}]")


def without_furniture(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that are the document's own."""
    running = [i for i, piece in enumerate(pieces) if piece.kind == "cell" or is_running(piece.text)]
    first, last = (running[0], running[-1]) if running else (len(pieces), len(pieces))
    kept = []
    for i, piece in enumerate(pieces):
        if i > last and RELATED.fullmatch(piece.text):
            break
        if piece.kind == "cell" or not _is_furniture(piece.text, before=i < first, after=i > last):
            kept.append(piece)
    return kept


def is_running(text: str) -> bool:
    """Whether a line is running text: with a stop, and more than a few words."""
    return "。" in text and len(_HAN.findall(text)) >= SHORTEST_RUNNING


def _is_furniture(text: str, before: bool, after: bool) -> bool:
    if len(text) > LONGEST:
        return False
    outside = (before or after) and AROUND.fullmatch(text)
    return bool(ANYWHERE.fullmatch(text) or outside or (before and _tells_of_page(text)))


def _tells_of_page(text: str) -> bool:
    """Whether a line before the text states properties (发文字号：…) or when the page was put up."""
    return bool(within(text) or (_INFO.search(text) and next(dates(text), None)))
