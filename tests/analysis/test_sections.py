"""Sections: what is told of last year and what is promised for this one."""

from analysis.sections import outline, year_of

REPORT = """云岫市政府工作报告
——2024年1月8日在云岫市第六届人民代表大会第三次会议上
各位代表：
现在，我向大会报告政府工作。
一、2023年工作回顾
过去一年，全市经济稳中向好。
（一）产业发展取得新进展
新增企业120家。
二、2024年工作安排
今年要重点做好以下工作。
（一）加快产业升级
推进园区建设，力争年底建成3个园区。
"""
NEWS = """全市工业会议召开
2023年，全市工业增长6%。
会议强调，要加快园区建设。
"""


def modes(text: str, **options) -> dict[str, str]:
    whole = outline(text, **options)
    return {text[p.start : p.end][:8]: p.mode for p in whole.paragraphs}


def test_headings_tell_reviews_from_plans():
    told = modes(REPORT)
    assert told["新增企业120家"] == "review"
    assert told["（一）产业发展取"] == "review"
    assert told["（一）加快产业升"] == told["推进园区建设，力"] == "plan"


def test_a_paragraph_has_the_time_of_its_opening_or_of_its_section():
    whole = outline(REPORT)
    periods = {REPORT[p.start : p.end][:4]: str(p.period) for p in whole.paragraphs}
    assert periods["过去一年"] == periods["新增企业"] == "2023"
    assert periods["推进园区"] == "2024"
    assert whole.reference == 2024


def test_news_has_no_sections_but_times():
    assert set(modes(NEWS).values()) == {""}
    assert str(outline(NEWS).at(NEWS.index("工业增长")).period) == "2023"


def test_openings_tell_where_a_heading_promises_both():
    text = (
        "各位代表：\n一、过去五年成就和今后五年目标任务\n过去五年，建成园区8个。\n新增企业900家。\n"
        "今后五年，主要目标是产值翻番。\n培育企业900家。\n"
    )
    assert [p.mode for p in outline(text, reference=2024).paragraphs][2:] == [
        "review",
        "review",
        "plan",
        "plan",
    ]


def test_the_first_section_of_a_report_reviews_whatever_its_heading_says():
    text = "各位代表：\n一、迎难而上，交出答卷\n新增企业120家。\n二、奋发有为，开创新局\n新增企业150家。\n"
    assert modes(text)["新增企业120家"] == "review"
    assert modes(text)["新增企业150家"] == "plan"


def test_a_plan_without_telling_headings_is_a_plan():
    assert modes("云岫市推进新型工业化行动方案\n一、加快园区建设\n新建园区3个。\n")["新建园区3个。"] == "plan"


def test_news_of_a_plan_is_none():
    text = "云岫市部署2024年重点任务\n1月8日，全市工业会议召开。\n全市建成园区8个。\n"
    assert set(modes(text).values()) == {""}


def test_headings_known_to_an_importer_are_used():
    text = "云岫市政府工作\n上年完成情况\n表一\n新增企业120家。\n"
    assert modes(text)["新增企业120家"] == ""
    assert modes(text, headings=frozenset({8}))["新增企业120家"] == "review"


def test_cells_of_a_table_are_no_headings():
    text = "各位代表：\n一、2024年工作安排\n指标\n2020年完成情况\n目标\n新增企业120家。\n"
    assert modes(text)["新增企业120家"] == "plan"


def test_explanations_of_terms_are_notes():
    text = "各位代表：\n二、2024年工作安排\n新建园区3个。\n名词解释\n新型园区：指年产值10亿元以上的园区。\n"
    assert modes(text)["新型园区：指年产"] == "notes"


def test_the_year_is_told_from_date_heading_or_use():
    assert year_of(REPORT) == 2024
    assert year_of("关于2022年工作回顾\n2021年、2021年、2021年，") == 2023
    assert year_of("到2025年，全市达标。2023年，开工。2023年，建成。") == 2023
    assert year_of("没有年份") is None


def test_a_plan_of_some_years_is_due_in_them():
    text = "云岫市“十四五”工业发展规划\n一、发展基础\n企业100家。\n二、主要任务\n新增企业100家。\n"
    periods = [str(p.period) for p in outline(text, reference=2021).paragraphs]
    assert periods == ["2021/2025", "2020", "2020", "2021/2025", "2021/2025"]


def test_after_its_plans_a_report_does_not_turn_back_for_a_hoped_for_success():
    text = (
        "云岫市政府工作报告\n各位代表：\n一、取得历史性成就的五年\n新增企业120家。\n"
        "二、今年工作安排\n推进园区建设。\n三、砥砺前行，干出新成效\n培育企业50家。\n"
    )
    told = modes(text, reference=2024)
    assert told["新增企业120家"] == "review"
    assert told["培育企业50家。"] == "plan"


def test_a_heading_in_bold_may_stand_before_its_text_on_one_line():
    text = (
        "云岫市政府工作报告\n各位代表：\n**一、2023年工作回顾** 过去一年，全市经济稳中向好，新增企业120家。\n"
        "培育企业30家。\n**二、主要任务** 全年要抓好园区建设和企业培育等各项工作。\n培育企业50家。\n"
    )
    told = modes(text, reference=2024)
    assert (told["培育企业30家。"], told["培育企业50家。"]) == ("review", "plan")


def test_paragraphs_that_open_with_a_year_or_a_plan_tell_the_mode_where_headings_do_not():
    text = (
        "云岫市政府工作报告\n各位代表：\n“十一五”时期，园区建成8个。\n新增企业900家。\n"
        "“十二五”时期，产值翻番。\n培育企业900家。\n"
    )
    told = modes(text, reference=2011)
    assert (told["新增企业900家"], told["培育企业900家"]) == ("review", "plan")


def test_numbers_that_begin_anew_after_a_review_tell_of_plans():
    text = (
        "云岫市政府工作报告\n各位代表：\n2023年工作回顾\n过去一年，全市经济稳中向好。\n一、产业提质\n新增企业120家。\n"
        "二、民生改善\n新增就业3万人。\n一、加强调节\n培育企业50家。\n二、优化环境\n新增学校3所。\n"
    )
    told = modes(text, reference=2024)
    assert (told["新增就业3万人。"], told["培育企业50家。"], told["新增学校3所。"]) == (
        "review",
        "plan",
        "plan",
    )


def test_a_note_under_a_table_goes_on_in_lines_of_its_own():
    text = "云岫市发展规划\n加快建设。\n注：①甲项为2031年数据。\n②乙项为9万人次。\n加快建设。\n"
    assert [paragraph.mode for paragraph in outline(text, reference=2032).paragraphs][2:] == [
        "notes",
        "notes",
        "plan",
    ]
