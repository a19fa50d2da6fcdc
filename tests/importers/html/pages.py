"""Invented pages in the manners of the sites that publish documents."""

TITLE = "云岭市人民政府关于加快产业升级的指导意见"
FIRST = "产业升级是推动高质量发展的重要支撑。为加快建设现代化产业体系，经市政府同意，现提出以下意见。"
SECOND = "到2027年，全市规模以上工业增加值年均增长6%以上，培育专精特新企业200家，研发投入强度达到3%。"
THIRD = "各区县要加强组织领导，健全工作机制，强化要素保障，推动各项任务落地见效，重大事项及时报告市政府。"

BODY = f"""
<p align="center"><b>云岭市人民政府关于</b></p><p align="center"><b>加快产业升级的指导意见</b></p>
<p align="center">云政发〔2026〕3号</p>
<p>各区、县人民政府，市政府各部门：</p>
<p>　　{FIRST}</p><p>&nbsp;&nbsp;<strong>一、总体要求</strong></p><p>{SECOND}</p><p>二、保障措施</p>
<p>{THIRD}</p>
<p align="right">云岭市人民政府&nbsp;&nbsp;&nbsp;&nbsp;</p><p align="right">2026年1月9日&emsp;</p>
"""
"""The text of a document, as most sites set it."""

LINES = [
    "云岭市人民政府关于",
    "加快产业升级的指导意见",
    "云政发〔2026〕3号",
    "各区、县人民政府，市政府各部门：",
    FIRST,
    "一、总体要求",
    SECOND,
    "二、保障措施",
    THIRD,
    "云岭市人民政府",
    "2026年1月9日",
]
"""What a reader reads of it."""

MENU = "".join(f'<li><a href="/{name}/">{name}</a></li>' for name in ("首页", "要闻", "政务公开"))
FOOT = """
<div class="footer"><p>主办：云岭市人民政府办公室　承办：云岭市数据局</p>
<p>网站标识码：0000000001　云ICP备00000001号</p></div>
"""


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


COUNCIL = page(
    f"""<div class="wrap"><table border="0"><tr><td><table class="bd1">
<tr><td><b>索 引 号：</b></td><td>000000001/2026-00003</td><td><b>主题分类：</b></td>
<td>工业、交通\\其他</td></tr>
<tr><td><b>发文机关：</b></td><td>云岭市人民政府</td><td><b>成文日期：</b></td><td>2026年01月09日</td></tr>
<tr><td><b>标　　题：</b></td><td colspan="3">{TITLE}</td></tr>
<tr><td><b>发文字号：</b></td><td>云政发〔2026〕3号</td><td><b>发布日期：</b></td><td>2026年01月15日</td>
</tr>
</table><table class="bd1"><tr><td><b>主 题 词：</b></td><td></td><td></td><td></td></tr></table></td>
</tr></table>
<table border="0"><tr><td><table><tr><td id="UCAP-CONTENT">{BODY}</td></tr></table>
<div id="qr_container">扫一扫在手机打开当前页</div><table><tr><td><img src="print.gif">
<a href="#">打印</a></td></tr></table></td>
<td><table><tr><td>相关链接</td></tr></table></td></tr></table></div>"""
)
"""The layout tables of the central site, with its table of properties."""

MINISTRY = page(
    f"""<ul class="nav">{MENU}</ul>
<div class="mnav">当前位置：<a href="/">首页</a> &gt; <a href="/x">政策文件</a></div>
<div class="ctitle"><h1 id="con_title">{TITLE}</h1></div>
<div class="cinfo center">
<span id="con_time">发布时间：2026-01-15 16:30</span>&nbsp;<span>来源：政策法规处</span>
<span>浏览次数：<b>1024</b>次</span><span>【字体：<a>大</a> <a>中</a> <a>小</a>】</span></div>
<div class="ccontent center" id="con_con">{BODY}</div>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div>
<div>上一篇：<a href="1.html">云岭市商务局关于促进消费的通知</a></div>
<div>下一篇：<a href="2.html">没有了</a></div>
<p><a href="#">【打印本页】</a> <a href="#">【关闭窗口】</a></p>{FOOT}""",
    head=f"<title>{TITLE}-云岭市人民政府网</title>",
)
"""A title and a line of facts above the text, neighbours and buttons below."""

PROVINCE = page(
    f"""<header><div class="logo">云岭市人民政府</div><ul>{MENU}</ul></header>
<dl class="xxgk"><dt>索引号</dt><dd>YL0001-2026-0003</dd><dt>公文种类</dt><dd>意见</dd><dt>发文字号</dt>
<dd>云政发〔2026〕3号</dd>
<dt>制发机关</dt><dd>云岭市人民政府</dd><dt>成文日期</dt><dd>2026-01-09</dd><dt>发布日期</dt>
<dd>2026-01-15</dd></dl>
<div class="article"><div class="view TRS_UEDITOR trs_paper_default">{BODY}</div></div>
<div class="xgwj"><h3>相关解读</h3><ul><li><a href="3.html">一图读懂产业升级意见</a></li><li>
<a href="4.html">专家解读产业升级意见</a></li></ul></div>
{FOOT}""",
    head=f"""<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2026-01-15 16:30">
<meta name="ContentSource" content="云岭市人民政府办公室">
<meta name="SiteName" content="云岭市人民政府网">""",
)
"""A definition list of properties and the editor's container."""

OLD = page(
    """<form name="aspnetForm"><table width="100%"><tr><td>首页 &gt;&gt; 公开目录</td></tr><tr>
<td align="center"><font size="5">"""
    f"""{TITLE}</font></td></tr><tr><td>发布日期：2026-01-15　　来源：本站　　阅读次数：12</td></tr><tr>
<td><br>
云政发〔2026〕3号<br>
<br>各区、县人民政府，市政府各部门：<br>　　{FIRST}<br>　　一、总体要求<br>　　{SECOND}<br>
　　二、保障措施<br>　　{THIRD}<br>　　　　　　　　云岭市人民政府<br>　　　　　　　　2026年1月9日<br></td>
</tr>
<tr><td>版权所有：云岭市人民政府　联系电话：000-0000000</td></tr></table></form>"""
)
"""Everything in one table, paragraphs parted by <br>."""

DATABASE = page(
    f"""<div class="header"><a href="/law">法律法规</a><a href="/case">司法案例</a></div><div class="wrap">
<h2 class="title">{TITLE}<a>【现行有效】</a></h2><div class="fields"><ul>
<li><strong>制定机关：</strong><a href="/1">云岭市人民政府</a></li>
<li><strong>发文字号：</strong>云政发〔2026〕3号</li>
<li><strong>公布日期：</strong>2026.01.09</li>
<li><strong>施行日期：</strong>2026.02.01</li>
<li><strong>时效性：</strong><a href="/2">现行有效</a></li>
<li><strong>法规类别：</strong><a href="/3">工业管理</a></li>
</ul></div><div class="fulltext" id="divFullText">{BODY}</div>
<div>© 北大法宝：（<a href="/">www.pkulaw.com</a>）专业提供法律信息，\
正式引用法规条文时请与标准文本核对。</div></div>""",
    head=f"<title>{TITLE}-北大法宝V6官网</title>",
)
"""A law database's page."""

PAGES = {"council": COUNCIL, "ministry": MINISTRY, "province": PROVINCE, "old": OLD, "database": DATABASE}
