"""Tasks: sentences that direct, and those that report, describe, exhort or quote."""

import pytest

from analysis.indicators import Words
from analysis.sections import outline
from analysis.sentences import sentences
from analysis.tasks import verdicts

PLAN = "云岫市2024年工业工作要点\n2024年重点任务\n"
NEWS = "全市工业会议召开\n"


def directive(text: str, head: str) -> list[bool]:
    whole, words = outline(head + text, reference=2024), Words(head + text)
    spans = [span for span in sentences(head + text) if span[0] >= len(head)]
    paragraph = whole.at(spans[0][0])
    return [verdict.directive for verdict in verdicts(head + text, spans, paragraph, words, 2024)]


@pytest.mark.parametrize(
    "sentence",
    [
        "加快园区建设。",
        "一是深入推进技术改造，提升装备水平。",
        "（二）统筹推进绿色发展。",
        "将审批事项全部纳入清单管理。",
        "以公正监管促进公平竞争。",
        "各级政府要坚持过紧日子。",
        "产业政策要更加精准。",
        "确保不发生系统性风险。",
        "年底前全部完成管网改造。",
        "中小企业宽带资费再降10%。",
        "国家支持平台企业创新发展。",
        "继续把稳就业作为重点。",
        "片区名单由市文物局另行公布。",
        "深化改革，强化有利于提高效率的举措。",
        "1.云岫遗址传承工程：推进遗址公园建设。",
        "深入贯彻重要论述，推进县域治理体系建设，加大修缮力度。",
        "更大力度推进市场化改革。",
        "力保企业健康运行。",
        "整顿和规范市场秩序。",
        "积极而又大胆地探索改革途径。",
        "“一园一策”深化产业合作。",
        "扎实推进“八五”普法。",
        "依法保障居民特别是儿童的权益。",
        "不准推诿扯皮。",
        "解决群众反映的基本医疗问题。",
        "各机构以书面形式将证明内容一次性告知申请人。",
    ],
)
def test_directing_sentences_of_a_plan_are_tasks(sentence):
    assert directive(sentence, PLAN) == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "发展是解决一切问题的基础和关键。",
        "今年是实施规划的关键一年。",
        "要坚定信心、攻坚克难，不断开创新局面。",
        "今年要重点抓好以下几方面工作。",
        "主要预期目标是：工业增加值增长6%。",
        "让我们携手前行，共创未来！",
        "市政府编制了《云岫市工业发展规划》，有利于引导投资。",
        "推进园区建设具有十分重要的意义。",
        "为加快园区建设，制定本方案。",
        "为做好园区建设工作，现就有关事项通知如下：",
        "（一）指导思想。",
        "1.考核对象。",
        "（四）产业融合方面6项。",
        "展望2035年，我市将建成工业强市。",
        "加强园区建设，是产业发展的必然要求。",
        "推进园区振兴的思路举措得以确立。",
        "三、发展目标",
        "到2030年，园区面貌明显好转。",
        "（市工信局牵头，市科技局配合）",
        "我们一定攻坚克难，交出满意答卷！",
    ],
)
def test_descriptions_lists_and_exhortation_are_none(sentence):
    assert directive(sentence, PLAN) == [False]


def test_what_follows_in_a_list_of_targets_is_none_until_it_ends():
    text = "主要预期目标是：工业增加值增长6%；固定资产投资增长8%以上；粮食产量稳定。加快园区建设。"
    assert directive(text, PLAN) == [False, False, False, True]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("会议强调，要加快园区建设。", True),
        ("加快园区建设，完善配套设施。", True),
        ("2023年，全市先后出台12项政策，不断健全服务体系。", False),
        ("累计建成园区8个。", False),
        ("2023年，市工信局加强园区管理，完善配套设施。", False),
        ("2023年，加强园区管理。不断完善配套设施。2024年，加快园区建设。", [False, False, True]),
        ("园区建设成效明显。", False),
        ("在推进园区建设的同时，产业规模持续扩大。", False),
        ("会议指出，今年以来，全市工业运行平稳，圆满完成目标任务。", False),
        ("会议指出，去年推进了园区建设，今年要加快产业升级。", True),
        ("副市长李某出席会议并讲话。", False),
        ("近日，市工信局召开推进会，部署园区建设。", False),
        ("市工信局局长王某接受记者采访时表示，2024年将加快园区建设。", True),
        ("园区建设迈出新步伐。加快完善配套设施，新增产值10亿元。", [False, False]),
        ("推动园区建设取得新突破。完善配套设施。", [True, True]),
        ("2023年，园区建设成效明显。接下来，将完善配套设施。", [False, True]),
    ],
)
def test_news_is_judged_by_its_sentences(sentence, expected):
    assert directive(sentence, NEWS) == (expected if isinstance(expected, list) else [expected])


def test_among_goals_what_is_to_be_reached_is_no_task_and_what_is_to_be_done_is():
    goals = "（三）主要目标。\n"
    text = "形成布局合理的园区体系。园区产值达到80亿元。打造精品赛事，培育云岫品牌。"
    assert directive(text, PLAN + "一、总体要求\n" + goals) == [False, False, True]
    assert directive("（三）发展目标。形成布局合理的园区体系。", PLAN) == [False, False]
    assert directive("形成布局合理的园区体系。", PLAN + "（三）主要任务\n") == [True]


def test_the_items_of_a_counted_list_are_names():
    text = "（一）知识产权方面2项：以保护为核心的保险机制；推动资金投向企业的容错机制。"
    assert directive(text, PLAN) == [False, False]


def test_a_review_has_no_tasks_but_for_what_comes_next():
    head = "各位代表：\n一、2023年工作回顾\n"
    assert directive("加快园区建设。下一步，要加快园区建设。", head) == [False, True]


def test_outsiders_do_not_speak_for_the_issuer():
    quoted = "“企业要加快创新。”云岫重工公司董事长李某表示，接下来要扩大产能。推进智能化改造。"
    assert directive(quoted, NEWS) == [False, False, False]
    resumed = "云岫大学教授王某认为，要重视人才。会议要求，要加快人才引进。"
    assert directive(resumed, NEWS) == [False, True]


def test_headings_are_no_tasks():
    assert directive("（三）加快产业升级\n", PLAN) == [False]


def test_short_verbs_count_only_as_words():
    assert directive("建好园区，建筑业稳步发展。", NEWS) == [True]
    assert directive("建筑业增势良好。", NEWS) == [False]
