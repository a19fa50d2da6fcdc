"""Which numbers count as targets, and the unit of those that leave it out.

A number is passed over when it is the condition of something (60岁以上老年人), a length of time that nobody
promises (连续5年), a list's own count (十三个方面), the size of a whole (全国31个省) or a small count in words.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from analysis.lexicons import one_of
from analysis.numbers import Number

_NOUNS = (
    ("人", "counted_people"),
    ("户", "counted_households"),
)
_CLAUSE_ENDS = re.compile(r"\s*(?:[，。；、：:！？（）()\n和及与或并]|$|大关|台阶|关口)")
_STATED = re.compile(r"[达为至到在是过破超约近]$")
_LIST_SIGN = re.compile(r"\s?[、和与及]\s?")
_MEASURED = (
    ("人次", re.compile(r"人次")),
    ("人", re.compile(r"人数|人口|职工|志愿者")),
    ("元", re.compile(r"产值|总值|收入|投资|贷款|总额|营收|产业|资产|规模|GDP|出口|销售|利润|税收|余额|经济|交易额|资金|支出")),
)

_TIME_UNITS = ("年", "个月", "天", "周", "个星期", "小时", "个小时", "分钟", "秒", "毫秒", "个工作日", "工作日", "个季度")
_LIMITED = re.compile(
    r"年限|寿命|时限|时长|时间|天数|周期|期限|压缩|缩短|延长|控制|提高|减少|降|提速|达到?|优良|不超过|工期|平均|为$|压减|增加"
)
_IN_NAME = re.compile(
    r"行动|计划|规划|攻坚|方案|工程|整治|目标|任务|来|间|内|后|前|以来|的|蝉联|连|居|大|之|磨|树|一遇|历史|如一|没有|未|保持|稳|免|超|位|增长|获|实现|无"
)
_TERM = re.compile(r"[^，。；、]{0,4}期(?!间)")

_MONEY = ("元", "美元", "欧元", "")
_SIZES = (
    *_MONEY,
    *("亩", "公顷", "平方米", "平方公里", "公里", "米", "吨", "千瓦", "兆瓦", "蒸吨", "岁", "周岁", "立方米", "千伏安"),
    *("人", "户", "吨标准煤", "大卡", "单", "℃"),
)
_BEYOND = re.compile(r"以上$|以下$|以内$")
_FUNDS = re.compile(
    r"的?(?:中央|地方|省级|财政|专项|政府|各类|社会|信贷|银行|新增|优惠|低息)*"
    r"(?:资金|投资|贷款|债券|补助|补贴|授信|融资|税收|收入|产值|规模|红利|让利|支持)"
)
_KIND_OF = re.compile(
    r"的?[^，。；、0-9]{0,8}(?:部分|企业|项目|单位|人员|家庭|城市|地区|产业|园区|集群|集团|县|镇|村|基地|龙头|主体|大户|工程)"
)
_LISTED = re.compile(
    r"的?(?:方面|重点(?:任务|工作|领域|方面|环节|方向)|任务|领域|环节|意识|维护|自信|确立|问题|体系|关系|原则|坚持|统筹|文明|阶段|层面|维度|步骤|字"
    r"|关键(?!技术|核心|零|装备|产品|材料|共性)|结合|转变|主体责任|主义|面向|必须|专题|更加|着力|不动摇|优势(?=[，。、]))"
)
_LONGEST_LIST = 30
_PLACES = re.compile(r"(?:省|市|县|州|区|盟)(?!级|重|外|场|区域)|设区|地级|地市|乡镇|直辖")
_SUBNATIONAL = re.compile(r"省区市|省市区|省份|省（|市州|市（|设区市|地市|州市|省辖市")
_WHOLE = re.compile(r"(?:全国|全省|全市|全区|全县|我省|我市|我国|全球|世界|[每这那哪某各])$")
_PEOPLE_OF_CHINA = re.compile(r"(?:多)?(?:中国|人民|的|各族|神州)")
_COUNTING = re.compile(
    r"(?:新建|新增|建成|建设|培育|引进|创建|开工|开通|设立|新设|认定|获批|完成|办好|办成|建立|组建|竣工|投产|推出|布局|申报|新开|启动)$"
)
_MOVED = re.compile(
    r"(?:落实|改造|发展|支持|推动|引育|淘汰|储备|消纳|种植|发放|投资|投入|安排|争取|筹措|筹集|解决|惠及|帮扶|减少|转移|培训|带动|吸纳)$"
)
_MEASURE_WORDS = frozenset(
    ["个", "家", "件", "项", "条", "部", "座", "所", "批", "次", "场", "种", "类", "名", "位", "张", "块", "支", "片", "篇"]
    + ["本", "门", "起", "例", "轮", "笔", "处", "口", "台", "户", "人", "款", "只", "头", "批次", "家次", "份", "间", "套"]
)
_RANKED = re.compile(r"(?:居|名列|位列|排名|排位|排在)[^，。；]{0,6}$")


def with_unit(text: str, number: Number, following: Sequence[Number]) -> Number:
    """A number with what its list says only once, at the end, and the unit its noun implies: 551万农村贫困人口."""
    end = number.behind
    for other in following:
        if other.start > end + 3 or not _LIST_SIGN.fullmatch(text, end, other.figure) or number.upper is not None:
            break
        end = other.behind
        if number.unit and other.unit != number.unit:
            break
        if not number.unit and other.unit:
            number = replace(number, unit=other.unit)
        if "comparator" not in number.words and other.end > other.behind:
            number = replace(number, comparator=other.comparator)
    return number if number.unit else replace(number, unit=_implied_unit(text, number))


def _implied_unit(text: str, number: Number) -> str:
    if not re.search("[百千万亿]", number.words["value"]):
        return ""
    for unit, nouns in _NOUNS:
        if re.compile(rf"[^，。；、]{{0,12}}?{one_of(nouns)}").match(text, number.end):
            return unit
    before = text[max(0, number.start - 16) : number.start]
    return next((unit for unit, names in _MEASURED if names.search(before)), "")


def why_not(text: str, number: Number, sentence: tuple[int, int]) -> str:
    """Why a number is no target, in a word or two; empty where it is one."""
    left = text[max(sentence[0], number.start - 16) : number.start]
    right = text[number.end : min(sentence[1], number.end + 16)]
    for reason, applies in _REASONS:
        if applies(number, left, right):
            return reason
    return ""


def _without_unit(number: Number, left: str, right: str) -> bool:
    if number.unit:
        return False
    said = number.words.get("comparator") or _STATED.search(left)
    return number.han or not said or not _CLAUSE_ENDS.match(right)


def _few_in_words(number: Number, left: str, right: str) -> bool:
    if not number.han or number.unit in ("%", "‰", "倍", "百分点"):
        return False
    scaled = re.search("[百千万亿]", number.words["value"])
    return number.value < 2 or not (scaled or _COUNTING.search(left))


def _length_of_time(number: Number, left: str, right: str) -> bool:
    if number.unit not in _TIME_UNITS or _TERM.match(right):
        return False
    return bool(number.han or _IN_NAME.match(right)) or not _LIMITED.search(left[-12:])


def _condition(number: Number, left: str, right: str) -> bool:
    said = number.words.get("comparator", "")
    if number.unit not in _SIZES or not said or _CLAUSE_ENDS.match(right) or _FUNDS.match(right):
        return False
    if number.unit in _MONEY and _KIND_OF.match(right):
        return True
    return bool(_BEYOND.search(said)) and not (_COUNTING.search(left) or _MOVED.search(left))


def _whole(number: Number, left: str, right: str) -> bool:
    if 1.3e9 <= number.value <= 1.45e9 and _PEOPLE_OF_CHINA.match(right):
        return True
    if number.unit not in _MEASURE_WORDS:
        return False
    return bool(_SUBNATIONAL.match(right) or (_WHOLE.search(left) and _PLACES.match(right)))


def _listed(number: Number, left: str, right: str) -> bool:
    return number.value <= _LONGEST_LIST and number.unit in _MEASURE_WORDS and bool(_LISTED.match(right))


def _rank(number: Number, left: str, right: str) -> bool:
    return number.unit in ("位", "名") and bool(_RANKED.search(left))


def _age(number: Number, left: str, right: str) -> bool:
    return number.unit in ("岁", "周岁") and not _LIMITED.search(left[-12:])


_REASONS: tuple[tuple[str, Callable[[Number, str, str], bool]], ...] = (
    ("no unit", _without_unit),
    ("counts a list", _listed),
    ("a few in words", _few_in_words),
    ("length of time", _length_of_time),
    ("condition", _condition),
    ("size of a whole", _whole),
    ("rank", _rank),
    ("age", _age),
)
