"""Policies: titles in marks, and programmes told by their form."""

import pytest

from analysis.policies import policies


def names(text: str) -> list[str]:
    return [str(policy.readings["name"].value) for policy in policies(text)]


def test_titles_of_instruments_are_policies_and_those_of_newspapers_are_not():
    text = "据《云岫日报》报道，我市印发《云岫市促进条例（修订）》和《关于加快发展的意见》。"
    assert names(text) == ["云岫市促进条例（修订）", "关于加快发展的意见"]


def test_a_title_carries_its_number_and_verb():
    [policy] = policies("我市出台《云岫市扶持办法》（云政发〔2024〕5号），自公布之日起施行。")
    assert policy.readings["number"].value == "云政发〔2024〕5号"
    assert policy.readings["action"].value == "出台"
    assert policy.readings["form"].value == "titled"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("深入实施制造业强基行动，", "制造业强基行动"),
        ("继续实施好产业基础再造工程。", "产业基础再造工程"),
        ("开展园区提质专项行动。", "园区提质专项行动"),
        ("启动农房改造五年行动。", "农房改造五年行动"),
        ("推进“机器人+”应用行动。", "“机器人+”应用行动"),
        ("实施消费品“三品”行动，", "消费品“三品”行动"),
        ("推进以人为核心的新型城镇化战略。", "新型城镇化战略"),
        ("把实施扩大内需战略同改革结合起来。", "扩大内需战略"),
        ("坚持藏粮于地、藏粮于技战略。", "藏粮于地、藏粮于技战略"),
        ("推动区域经贸伙伴协定生效。", "区域经贸伙伴协定"),
        ("落实工业领域碳达峰实施方案。", "工业领域碳达峰实施方案"),
        ("制定2030年前碳达峰行动方案。", "2030年前碳达峰行动方案"),
        ("缩减外资准入负面清单。", "外资准入负面清单"),
        ("完成“十四五”规划目标任务。", "“十四五”规划"),
        ("锲而不舍落实中央八项规定精神。", "中央八项规定"),
        ("落实国企改革三年行动实施方案。", "国企改革三年行动实施方案"),
        ("建设“雪亮工程”，", "雪亮工程"),
        ("发布钢铁、石化等行业绿色发展指导意见。", "钢铁、石化等行业绿色发展指导意见"),
        ("推动“东数西算”工程建设。", "“东数西算”工程"),
        ("修订双积分管理办法。", "双积分管理办法"),
        ("编制并实施加快建设工业强市五年行动计划。", "加快建设工业强市五年行动计划"),
        ("贯彻落实关于促进中小企业发展的若干意见。", "关于促进中小企业发展的若干意见"),
        ("落实市政府关于振作工业运行、推动产业升级的实施方案。", "关于振作工业运行、推动产业升级的实施方案"),
        ("制定出台支持园区高质量发展若干措施。", "支持园区高质量发展若干措施"),
        ("抓实园区做优做强“一号工程”，", "园区做优做强“一号工程”"),
        ("推进乡镇“平安云岫工程”建设。", "乡镇“平安云岫工程”"),
        ("推进加大园区研发投入攻坚行动，", "加大园区研发投入攻坚行动"),
        ("实施区域发展总体战略。", "区域发展总体战略"),
        ("以国家新型城镇化规划为指导。", "国家新型城镇化规划"),
        ("儿童营养改善计划惠及3万名学生。", "儿童营养改善计划"),
        ("实行用水总量和强度双控行动。", "用水总量和强度双控行动"),
        ("研究提出园区管护体制改革指导意见。", "园区管护体制改革指导意见"),
        ("研究制定集体经济组织法。", "集体经济组织法"),
        ("实施智慧农业水利工程。", "智慧农业水利工程"),
        ("实施富民强市十大行动计划。", "富民强市十大行动计划"),
        ("云岫入选全国首批商品市场提质专项行动。", "商品市场提质专项行动"),
        ("制定完善云岫数字园区发展规划。", "云岫数字园区发展规划"),
        ("实施“双提升”工程。", "“双提升”工程"),
        ("我们胜利完成了“云岫”工程，", "“云岫”工程"),
        ("圆满完成国土绿化三年行动计划，", "国土绿化三年行动计划"),
        ("园区在“一主六双”高质量发展战略中，", "“一主六双”高质量发展战略"),
        ("严格执行中央“八项规定”，", "中央“八项规定”"),
        ("加入《云岫河流保护条约》。", "云岫河流保护条约"),
        ("5.“金苗”行动计划：完善机制。", "“金苗”行动计划"),
        ("白沟获评全国消费品“三品”战略示范城市。", "全国消费品“三品”战略"),
        ("我们要通过全面振兴新突破三年行动，", "全面振兴新突破三年行动"),
        ("今年是推进园区振兴三年行动的攻坚之年。", "园区振兴三年行动"),
        ("实施百姓安居提质工程。", "百姓安居提质工程"),
        ("出台政府核准的投资项目目录。", "政府核准的投资项目目录"),
        ("落实深化预算管理改革的实施意见。", "深化预算管理改革的实施意见"),
        ("实施中长期教育改革和发展规划纲要。", "中长期教育改革和发展规划纲要"),
        ("实施园区土地改革和规范管理三年行动。", "园区土地改革和规范管理三年行动"),
        ("稳步开展碳达峰碳中和行动。", "碳达峰碳中和行动"),
    ],
)
def test_a_programme_is_found_by_its_form(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "实施一批重大工程项目。",
        "推进三大国家战略。",
        "发展战略性新兴产业，保持战略定力。",
        "制定稳增长工作方案。",
        "加快引水工程建设，推进大桥扩建工程。",
        "坚持计划生育，规划建设园区。",
        "以实际行动践行承诺。",
        "培养卓越工程师。",
        "建立问题清单和责任清单。",
        "落实关于工业的一系列政策措施。",
        "与云岫国签署自由贸易协定。",
        "探索准入前国民待遇加负面清单管理模式。",
        "服务和融入国家战略。",
        "建立要素供给与区域战略实施联动机制。",
        "允许乡镇通过村土地利用规划优化布局。",
        "增强规划编制的科学性和规划执行的严肃性。",
        "实施农房改造工程4万户。",
        "坚决不搞“半拉子”工程。",
        "发挥市民公约作用。",
        "推动企业按计划实施改造。",
        "体现到落实的实际行动上。",
        "作品获全国“五个一”工程奖。",
        "实施服务、金融、法律五大专项方案。",
        "学习新理念新思想新战略。",
    ],
)
def test_generic_phrases_and_works_are_no_programmes(text):
    assert names(text) == []


def test_programmes_of_a_list_share_their_verb_and_their_ending():
    text = "实施良种培育工程、农机提升行动和乡村建设行动。"
    assert names(text) == ["良种培育工程", "农机提升行动", "乡村建设行动"]
    shared = "开展数字化赋能中小企业、科技成果走进乡镇园区专项行动。"
    assert names(shared) == ["数字化赋能中小企业专项行动", "科技成果走进乡镇园区专项行动"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实施制造强国和网络强国战略。", ["制造强国战略", "网络强国战略"]),
        ("实施科教兴省、人才强省战略。", ["科教兴省战略", "人才强省战略"]),
        ("实施粮食、能源、金融安全战略。", ["粮食安全战略", "能源安全战略", "金融安全战略"]),
        ("完成技能提升和高职扩招三年行动。", ["技能提升三年行动", "高职扩招三年行动"]),
        ("实施湿地保护和修复工程。", ["湿地保护和修复工程"]),
        ("实施西部大开发和“一带一路”战略。", ["西部大开发战略", "“一带一路”战略"]),
        ("落实事权和支出责任划分改革方案。", ["事权和支出责任划分改革方案"]),
    ],
)
def test_names_joined_under_one_ending_are_several(text, expected):
    assert names(text) == expected


def test_names_in_marks_share_what_stands_around_them():
    assert names("实施“智造+”“数据+”行动，") == ["“智造+”行动", "“数据+”行动"]
    assert names("实施成果转化“双百工程”和“倍增计划”。") == ["成果转化“双百工程”", "成果转化“倍增计划”"]
    assert names("实施“云岫工程”提质三年行动。") == ["“云岫工程”提质三年行动"]


def test_a_phrase_with_a_verb_or_a_time_is_no_part_of_a_name_in_marks():
    assert names("推进各地“阳光云岫工程”。") == ["阳光云岫工程"]
    assert names("争取国家“云岫英才计划”。") == ["云岫英才计划"]
    assert names("巩固深化“护林行动”，") == ["护林行动"]
    assert names("抓好园区建设和乡镇“雪松工程”。") == ["乡镇“雪松工程”"]


def test_names_that_are_alike_borrow_only_their_ending():
    assert names("实施蓝天、碧水、净土工程。") == ["蓝天工程", "碧水工程", "净土工程"]
    assert names("实施生态复修、老城复兴、文脉复归工程。") == ["生态复修工程", "老城复兴工程", "文脉复归工程"]
    assert names("实施“百企引进”、“千企改造”工程。") == ["“百企引进”工程", "“千企改造”工程"]
    assert names("实施“云企业”和“羚企业”、雏鹰企业培育行动。") == ["“云企业”和“羚企业”、雏鹰企业培育行动"]


def test_a_list_closed_by_and_others_borrows_what_is_done_and_holds_names_in_marks():
    assert names("实施节能汽车、智能家电、绿色建材下乡等行动。") == [
        "节能汽车下乡行动",
        "智能家电下乡行动",
        "绿色建材下乡行动",
    ]
    assert names("实施“云岫精品”“千企百展”等工程。") == ["“云岫精品”工程", "“千企百展”工程"]


def test_a_list_closed_by_and_others_leaves_its_ending_to_the_last_word():
    assert names("开展燃气整治、反诈宣传等专项行动。") == ["燃气整治专项行动", "反诈宣传专项行动"]
    assert names("实施节能改造、固废利用等重大工程。") == []
    assert names("推进大桥、机场等工程。") == []


def test_a_name_that_heads_its_line_needs_no_verb():
    assert names("1.荆岫文物平安工程：加强巡查。") == ["荆岫文物平安工程"]
    assert names("（二）云岫遗址传承工程\n") == ["云岫遗址传承工程"]
    assert names("1.重点水利工程：加快进度。") == []


def test_a_sort_of_works_is_no_programme():
    assert names("实施一批保护维修工程。") == []
    assert names("落实国土空间规划。") == []
    assert names("推进“形象工程”整治。") == []


def test_a_name_told_once_is_known_in_the_whole_text():
    text = "开展文化强基提质行动。文化强基提质行动惠及全市。"
    assert names(text) == ["文化强基提质行动"] * 2


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("深入实施强基行动。", "action", "实施"),
        ("认真落实即将出台的《云岫市促进条例》。", "action", "落实"),
        ("《云岫市促进条例》正式印发。", "action", "印发"),
        ("省政府办公厅印发《云岫市促进办法》。", "issuer", "省政府办公厅"),
        ("落实《云岫市人民政府关于促进就业的意见》。", "issuer", "云岫市人民政府"),
        ("根据云政发〔2024〕5号文件《云岫市促进办法》，", "number", "云政发〔2024〕5号"),
    ],
)
def test_verb_issuer_and_number_are_read_around_a_name(text, field, value):
    [policy] = policies(text)
    assert policy.readings[field].value == value


def test_laws_joined_by_and_are_several():
    assert names("贯彻落实数据安全法和网络安全法。") == ["数据安全法", "网络安全法"]


def test_laws_without_marks_need_a_verb():
    assert names("深入实施外商投资法。") == ["外商投资法"]
    assert names("改进工作方法，创新办法，依法行政。") == []


def test_a_short_bracket_is_a_part_of_a_name():
    assert names("推进首台（套）装备推广工程。") == ["首台（套）装备推广工程"]
    assert names("（三）推进装备推广工程。") == ["装备推广工程"]


def test_every_mention_is_one_and_quotes_are_exact():
    text = "实施乡村建设行动。要把乡村建设行动作为重点，持续实施乡村建设行动。"
    found = list(policies(text))
    assert [text[policy.start : policy.end] for policy in found] == ["乡村建设行动"] * 3
