"""Which numbers count as targets, and the unit of those that leave it out.

A number is passed over when it is the condition of something (60岁以上老年人), a length of time that nobody
promises (连续5年), a list's own count (十三个方面), the size of a whole (全国31个省) or a round small count in words.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from analysis.numbers import Number

_PEOPLE = re.compile(
    r"[^，。；、]{0,12}?(?:人口|人员|毕业生|群众|农民|职工|学生|老人|老年人|居民|劳动力|学子|儿童|教师|干部|党员|移民|人才|医护|妇女|青年"
    r"|市民|患者|学员|工人|牧民|旅客|游客|子女|人民|考生|新生|大军)"
)
_MONEY = re.compile(r"产值|总值|收入|投资|贷款|总额|营收|产业|资产|规模|GDP|出口|销售|利润|税收|余额|经济|交易额|资金|支出")
_CLAUSE_ENDS = re.compile(r"\s*(?:[，。；、：！？）)\n和及与或并]|$|大关|台阶|关口)")
_STATED = re.compile(r"[达为至到在是过破超约近]$")
_LIST_SIGN = re.compile(r"\s?[、和与及]\s?")

_TIME_UNITS = frozenset("年 个月 天 周 个星期 小时 个小时 分钟 秒 毫秒 个工作日 工作日 个季度".split())
_LIMITED = re.compile(
    r"年限|寿命|时限|时长|时间|天数|周期|期限|压缩|缩短|延长|控制|提高|减少|降|提速|达到?|优良|不超过|工期|平均|为$|压减"
)
_IN_NAME = re.compile(
    r"行动|计划|规划|攻坚|方案|工程|整治|目标|任务|来|间|内|后|前|多来|以来|的|蝉联|连|居|大|之|磨|树|一遇|多的|左右的|历史|如一|没有|未|保持|稳|免|超|位|增长|获|实现|无"
)
_TERM = re.compile(r"[^，。；、]{0,4}期(?!间)")
_SIZES = frozenset(
    "元 美元 亩 公顷 平方米 平方公里 公里 米 吨 千瓦 兆瓦 蒸吨 岁 周岁 立方米 位 名 千伏安 度 ℃".split()
)
_CONDITION = re.compile(r"(?:及)?(?:以上|以下|以内|左右)$")
_FUNDS = re.compile(
    r"的?(?:中央|地方|省级|财政|专项|政府|各类|社会|信贷|银行|新增|优惠|低息)*(?:资金|投资|贷款|债券|补助|补贴|授信|融资|税收|收入|产值|规模|红利|让利|支持)"
)
_GROUPS = re.compile(r"的?(?:自然村|行政村|村|企业|单位|乡镇|城市|县城|聚居|规模|人口|群体)")
_PART = re.compile(r"的(?:部分|企业|项目|单位|人员|家庭|城市|地区|产业|园区|集群)")
_LISTED = re.compile(
    r"的?(?:方面|重点(?:任务|工作|领域|方面|环节)|任务|领域|环节|意识|维护|自信|确立|问题|体系|关系|原则|坚持|统筹|文明|阶段|层面|维度|步骤|字|关键|结合|转变|主体"
    r"|特点|优势|主义|面向|必须|专题|中心任务|明确|更加|着力|不动摇|百年)"
)
_PLACES = re.compile(r"(?:省|市|县|州|区|盟|设区|地级|地市|乡镇|直辖|国家|民族|部门|委办)")
_SUBNATIONAL = re.compile(r"(?:省区市|省市区|省份|省（|市州|市（|设区市|地级市|地市|州市|民族)")
_WHOLE = re.compile(r"(?:全国|全省|全市|全区|全县|我省|我市|我国|全球|世界|每|这|那|哪|某|各|同|与|和)$")
_COUNTING = re.compile(
    r"(?:新建|新增|建成|建设|培育|引进|创建|开工|开通|设立|新设|认定|获批|完成|办好|办成|建立|组建|竣工|投产|推出|布局|申报|新开|启动|实施好)$"
)
_MEASURE_WORDS = frozenset(
    "个 家 件 项 条 部 座 所 批 次 场 种 类 名 位 张 块 支 片 篇 本 门 起 例 轮 笔 处 口 台 户 人 款 只 头 批次 家次 期".split()
)


def with_unit(text: str, number: Number, following: Sequence[Number]) -> Number:
    """A number with the unit it shares with the next of its list, or that its noun implies: 551万农村贫困人口."""
    if number.unit:
        return number
    end = number.behind
    for other in following:
        if not _LIST_SIGN.fullmatch(text, end, other.start):
            break
        if other.unit:
            return replace(number, unit=other.unit)
        end = other.behind
    scaled = re.search("[百千万亿]", number.words["value"])
    if scaled and _PEOPLE.match(text, number.end):
        return replace(number, unit="人")
    if scaled and _MONEY.search(text, max(0, number.start - 16), number.start):
        return replace(number, unit="元")
    return number


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
    if number.han and number.value < 2 and number.unit != "%":
        return True
    if not number.han or number.unit not in _MEASURE_WORDS:
        return False
    return len(number.words["value"]) < 3 and not _COUNTING.search(left)


def _length_of_time(number: Number, left: str, right: str) -> bool:
    if number.unit not in _TIME_UNITS or _TERM.match(right):
        return False
    return bool(number.han or _IN_NAME.match(right)) or not _LIMITED.search(left[-12:])


def _condition(number: Number, left: str, right: str) -> bool:
    said = number.words.get("comparator", "")
    if number.unit != "%" and _PART.match(right):
        return True
    if not _CONDITION.search(said) or _CLAUSE_ENDS.match(right):
        return False
    if number.unit in ("人", "户"):
        return bool(_GROUPS.match(right))
    return number.unit in _SIZES and not _FUNDS.match(right)


def _whole(number: Number, left: str, right: str) -> bool:
    if 1.3e9 <= number.value <= 1.45e9 and number.unit in ("人", ""):
        return True
    if number.unit not in _MEASURE_WORDS:
        return False
    return bool(_SUBNATIONAL.match(right) or (_WHOLE.search(left) and _PLACES.match(right)))


_REASONS: tuple[tuple[str, Callable[[Number, str, str], bool]], ...] = (
    ("no unit", _without_unit),
    ("counts a list", lambda number, left, right: number.unit in _MEASURE_WORDS and bool(_LISTED.match(right))),
    ("a few in words", _few_in_words),
    ("length of time", _length_of_time),
    ("condition", _condition),
    ("size of a whole", _whole),
    ("rank", lambda number, left, right: number.unit in ("位", "名") and bool(re.search("[居列排]", left[-6:]))),
    ("age", lambda number, left, right: number.unit in ("岁", "周岁") and not _LIMITED.search(left[-12:])),
)
