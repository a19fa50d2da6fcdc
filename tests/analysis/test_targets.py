"""Targets: which numbers count, what they measure, planned or actual, and when."""

import pytest

from analysis.suggest import suggest

PLAN = "云岫市2024年工业工作要点\n2024年重点任务\n"
REVIEW = "各位代表：\n一、2023年工作回顾\n"


def targets(text: str, head: str = PLAN) -> list[dict]:
    found = [s for s in suggest(head + text, reference_year=2024) if s.kind == "target"]
    return [{name: reading.value for name, reading in s.fields.items()} for s in found]


def one(text: str, head: str = PLAN) -> dict:
    [target] = targets(text, head)
    return target


@pytest.mark.parametrize(
    ("sentence", "indicator", "unit", "direction"),
    [
        ("规模以上工业增加值增长6.5%左右。", "规模以上工业增加值", "%", "up"),
        ("常住人口城镇化率提高到65%。", "常住人口城镇化率", "%", "up"),
        ("单位产值能耗再降3%。", "单位产值能耗", "%", "down"),
        ("居民消费价格涨幅控制在3%以内。", "居民消费价格涨幅", "%", "up"),
        ("新建高标准厂房12万平方米。", "新建高标准厂房", "平方米", None),
        ("培育专精特新企业120家。", "培育专精特新企业", "家", None),
        ("培育120家专精特新企业。", "专精特新企业", "家", None),
        ("新增3所公办学校。", "新增公办学校", "所", None),
        ("民营企业贡献了55%的地方税收。", "民营企业贡献地方税收", "%", None),
        ("实现52个薄弱村全部达标。", "薄弱村达标", "个", None),
        ("出口总额（含加工贸易）约为44亿美元。", "出口总额（含加工贸易）", "美元", None),
        ("人均预期寿命达到79.5岁。", "人均预期寿命", "岁", None),
        ("企业开办时间压缩到2个工作日以内。", "企业开办时间", "个工作日", "down"),
        ("25家企业实现合作重组。", "企业合作重组", "家", None),
        ("推动100户工业企业实施技术改造。", "工业企业实施技术改造", "户", None),
        ("18家国有景区开展“三权分置”改革。", "国有景区“三权分置”改革", "家", None),
        ("新批3000万元以上项目38个。", "新批3000万元以上项目", "个", None),
        ("推进6个5万吨级以上码头建设。", "5万吨级以上码头建设", "个", None),
        ("继续抓好36个市级城乡统筹试点镇村建设。", "市级城乡统筹试点镇村建设", "个", None),
        ("城区新增更换10辆救护车。", "城区新增更换救护车", "辆", None),
        ("建成社区步道或3人制篮球场25个。", "社区步道或3人制篮球场", "个", None),
        ("园区投资增速-0.4%。", "园区投资增速", "%", "up"),
        ("全市贷款新增1900亿元。", "全市贷款新增", "元", None),
        ("农村低保标准提高到每人每年1200元。", "农村低保标准每人每年", "元", "up"),
        ("实施好100个循环经济项目。", "循环经济项目", "个", None),
        ("污水治理率达43%。", "污水治理率", "%", None),
        ("为2600名0-6岁残疾儿童体检。", "0-6岁残疾儿童体检", "名", None),
        ("投产10万吨多晶硅。", "多晶硅", "吨", None),
        ("园区产值年均递增10%。", "园区产值", "%", "up"),
        ("7个县（市、区）建成示范区。", "县（市、区）建成示范区", "个", None),
        ("新建投产500万吨炼油项目。", "新建投产炼油项目", "吨", None),
    ],
)
def test_a_number_measures_what_stands_around_it(sentence, indicator, unit, direction):
    target = one(sentence)
    assert (target["indicator"], target["unit"]) == (indicator, unit)
    assert target.get("direction") == direction


def test_a_number_without_words_of_its_own_continues_the_one_before():
    [value, growth] = targets("数字经济产值突破3000亿元、增长12%。")
    assert value["indicator"] == growth["indicator"] == "数字经济产值"
    assert (growth["value"], growth["direction"]) == (12, "up")


def test_numbers_of_a_list_have_their_own_indicators():
    [urban, rural] = targets("城镇、农村常住居民人均可支配收入分别增长6%、7%左右。")
    assert urban["indicator"] == "城镇常住居民人均可支配收入"
    assert rural["indicator"] == "农村常住居民人均可支配收入"
    assert urban["comparator"] == rural["comparator"] == "≈"


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("新建改造农村公路70公里、桥梁13座。", ["新建改造农村公路", "新建改造桥梁"]),
        ("新增城镇就业6万人、农村劳动力转移就业4万人。", ["新增城镇就业", "农村劳动力转移就业"]),
        ("新建15个消防救援站和9个乡镇（街道）消防工作站。", ["新建消防救援站", "新建乡镇（街道）消防工作站"]),
        ("加快30个服务业集聚区和100个重点项目建设。", ["服务业集聚区", "重点项目建设"]),
        ("粮食和油菜单产分别增长2%、3%。", ["粮食单产", "油菜单产"]),
        ("地区生产总值增长6%、总量突破200亿元。", ["地区生产总值", "地区生产总值总量"]),
        ("单位产值能耗和碳排放分别下降3%、4%。", ["单位产值能耗", "单位产值碳排放"]),
        ("规模以上工业增加值、利润分别增长6%、7%。", ["规模以上工业增加值", "规模以上工业利润"]),
        ("算力规模从年初的40P增加到84P。", ["算力规模", "算力规模"]),
        ("新建清溪、云岫、荆岫4座水厂。", ["新建水厂"]),
        ("牛羊出栏9万头只。", ["牛羊出栏"]),
        ("云岫码头、5个风电项目获得国家批准。", ["风电项目获得国家批准"]),
        ("本外币存、贷款余额分别增长4%和7%。", ["本外币存款余额", "本外币贷款余额"]),
        ("园区产值20亿元，比“十五”末增长1.2倍。", ["园区产值", "园区产值"]),
        (
            "农业、工业、服务业增加值分别增长4%左右、7%左右、6%左右。",
            ["农业增加值", "工业增加值", "服务业增加值"],
        ),
    ],
)
def test_what_a_list_says_once_holds_for_all_its_items(sentence, indicators):
    assert [target["indicator"] for target in targets(sentence)] == indicators


def test_a_list_says_its_unit_once():
    assert [(t["value"], t["unit"]) for t in targets("三个园区分别入驻企业30、50和80家。")] == [
        (30, "家"),
        (50, "家"),
        (80, "家"),
    ]


def test_people_and_money_without_a_unit_are_given_theirs():
    assert one("帮助3.5万农村劳动力转移就业。")["unit"] == "人"
    assert one("全市地区生产总值突破5000亿。")["unit"] == "元"


@pytest.mark.parametrize(
    "sentence",
    [
        "抓好十个方面重点任务。",
        "为60岁以上老年人免费体检。",
        "支持产值10亿元以上企业技术改造。",
        "实施三年行动。",
        "企业养老金连续5年上调。",
        "加强与全国31个省区市的合作。",
        "推动新一轮改革，打造一批园区。",
        "推进5G网络和第三代半导体发展。",
        "建设15分钟便民生活圈。",
        "全市排名第3位，居全省前10名。",
        "220千伏变电站覆盖全县。",
        "做好收入低于1万元的脱贫人口增收工作。",
    ],
)
def test_conditions_names_lists_and_ranks_are_no_targets(sentence):
    assert targets(sentence) == []


def test_the_section_decides_between_planned_and_actual():
    assert one("新增企业120家。")["nature"] == "planned"
    assert one("新增企业120家。", REVIEW)["nature"] == "actual"


def test_what_was_reached_stays_actual_among_plans_and_a_promise_planned_in_a_review():
    assert one("去年已建成园区8个。")["nature"] == "actual"
    assert one("下一步，力争建成园区8个。", REVIEW)["nature"] == "planned"
    assert one("2022年，园区产值为80亿元。")["nature"] == "actual"
    assert one("落实2022年出台的政策，减税5亿元。")["nature"] == "planned"


def test_what_news_of_a_year_asks_for_is_due_in_that_year():
    news = "全市工业会议在云岫召开\n2024年，工业局将加快转型。\n要培育园区企业80家。\n"
    assert str(one(news, "")["period_to"]) == "2024-12-31"


def test_what_a_plan_is_measured_against_does_not_make_it_actual():
    assert one("园区产值比上年增长8%。")["nature"] == "planned"
    assert one("工业投资同比增长6%左右。")["nature"] == "planned"
    assert one("产量达到去年的2.5倍。")["nature"] == "planned"
    assert one("去年园区产值增长8%。")["nature"] == "actual"


def test_an_indicator_keeps_both_its_quotation_marks():
    assert one("“小巨人”企业超过80家。")["indicator"] == "“小巨人”企业"


def test_a_move_starts_from_what_is():
    [before, after] = targets("将补贴标准从每月100元提高到150元。")
    assert (before["value"], before["nature"]) == (100, "actual")
    assert (after["value"], after["nature"], after["direction"]) == (150, "planned", "up")


@pytest.mark.parametrize(
    ("sentence", "nature"),
    [
        ("2025年，全市产业规模将达800亿元。", "planned"),
        ("2023年1月至11月，工业增长6%。", "actual"),
        ("我市机器人产业规模已超百亿元。", "actual"),
        ("会议提出，力争新增企业50家。", "planned"),
        ("未来产业规模接近30亿元。", "actual"),
    ],
)
def test_news_without_sections_tells_by_its_words_and_years(sentence, nature):
    assert one(sentence, "全市工业会议召开\n")["nature"] == nature


def test_the_period_comes_from_sentence_paragraph_or_section():
    assert str(one("力争到2025年年底，企业超过100家。")["period_to"]) == "2025-12-31"
    assert "period_from" not in one("力争到2025年年底，企业超过100家。")
    assert str(one("上半年，投资增长8%。")["period_to"]) == "2024-06-30"
    assert str(one("投资增长8%。", REVIEW)["period_from"]) == "2023-01-01"
    assert str(one("产值比2020年增长30%。")["period_to"]) == "2024-12-31"


def test_the_reason_says_what_gave_it_away():
    [found] = [s for s in suggest("力争全市企业超过8万家。") if s.kind == "target"]
    assert found.reason == "comparator 超过 + 8万家"
    assert 0 < found.sureness <= 1
    assert found.fields["comparator"].words == "超过"


def test_a_second_list_goes_through_the_same_indicators():
    found = targets("城镇、农村居民人均可支配收入分别达到5万元和3万元，增长6%和7%。")
    names = ["城镇居民人均可支配收入", "农村居民人均可支配收入"]
    assert [t["indicator"] for t in found] == names * 2


def test_what_is_borrowed_begins_with_a_word():
    found = targets("电子信息、装备制造业产业规模分别达5亿元、6亿元。")
    assert found[0]["indicator"] == "电子信息产业规模"


def test_town_and_country_are_two_where_two_numbers_follow():
    found = targets("城乡居民人均可支配收入分别增长6%和7%。")
    assert [t["indicator"] for t in found] == ["城镇居民人均可支配收入", "农村居民人均可支配收入"]


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        ("投资超10亿元的云岫大桥，", "云岫大桥投资"),
        ("云岫市53个事项“跨市通办”。", "云岫市事项“跨市通办”"),
        ("每个行业打造100个标杆示范。", "每个行业标杆示范"),
        ("完成36个节水示范项目。", "节水示范项目"),
        ("薄弱村降至10%以内。", "薄弱村"),
        ("（7）城镇新增就业17万人。", "城镇新增就业"),
        ("甲公司等5个大模型获准应用。", "大模型获准应用"),
    ],
)
def test_what_is_told_behind_a_number_is_its_indicator(sentence, indicator):
    assert one(sentence)["indicator"] == indicator


def test_a_year_compared_with_is_no_period():
    assert str(one("产值是2012年的1.5倍。")["period_to"]) == "2024-12-31"


def test_what_was_won_in_a_review_is_actual():
    assert one("争取资金12亿元、居全市首位。", REVIEW)["nature"] == "actual"


def test_a_small_count_that_reports_something_is_a_target():
    assert one("两项改革成果入选榜单。", REVIEW)["value"] == 2
    assert targets("抓好两项改革。") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "出台18条措施。",
        "知识产权方面5项：专利保险机制。",
        "如果同类机构总数为7家，取第1名。",
        "推广的举措（共23项）。",
    ],
)
def test_what_is_listed_or_supposed_is_no_target(sentence):
    assert targets(sentence) == []


def test_a_promise_of_several_targets_goes_on_in_the_next_sentence_and_is_no_task():
    text = PLAN + "主要预期目标是：产值增长6%左右。价格涨幅控制在2%左右。抓好落实。\n"
    assert [text[s.start : s.end] for s in suggest(text, reference_year=2024) if s.kind == "task"] == [
        "抓好落实。"
    ]
