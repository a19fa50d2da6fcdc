<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Cezhu</source>
        <translation>关于策注</translation>
    </message>
    <message>
        <source>Cezhu 策注</source>
        <translation>策注 Cezhu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>MIT: free to use, to change and to pass on</source>
        <translation>MIT：可自由使用、修改和传播</translation>
    </message>
    <message>
        <source>Read policy documents side by side, tag what they promise, hand in the report.</source>
        <translation>并排研读政策文件，标注任务与目标，一键生成报告。</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>可读取</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>可导出</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>{command}: {step}</source>
        <translation>{command}：{step}</translation>
    </message>
</context>
<context>
    <name>AlignBar</name>
    <message>
        <source>Alike at least {percent} %</source>
        <translation>相似度不低于 {percent}%</translation>
    </message>
    <message>
        <source>Dropped {count}</source>
        <translation>删去 {count}</translation>
    </message>
    <message>
        <source>Go to the next one</source>
        <translation>跳到下一处</translation>
    </message>
    <message>
        <source>How alike sentences must be to correspond</source>
        <translation>句子相似到何种程度才算对应</translation>
    </message>
    <message>
        <source>Moved {count}</source>
        <translation>移动 {count}</translation>
    </message>
    <message>
        <source>New {count}</source>
        <translation>新增 {count}</translation>
    </message>
    <message>
        <source>Reworded {count}</source>
        <translation>改写 {count}</translation>
    </message>
    <message>
        <source>Same {count}</source>
        <translation>相同 {count}</translation>
    </message>
    <message>
        <source>Sentences less alike than this count as dropped and new.</source>
        <translation>相似程度低于此值的句子，算作删去和新增。</translation>
    </message>
    <message>
        <source>Show two different documents side by side to see what differs.</source>
        <translation>并排打开两份不同的文档，即可看出异同。</translation>
    </message>
</context>
<context>
    <name>Aligning</name>
    <message>
        <source>Align the panes first ({keys}).</source>
        <translation>请先对齐窗格（{keys}）。</translation>
    </message>
    <message>
        <source>Nothing in the other document corresponds to this sentence.</source>
        <translation>另一份文档中没有与这句话对应的内容。</translation>
    </message>
    <message>
        <source>Put the caret into a sentence first.</source>
        <translation>请先把光标放到一句话里。</translation>
    </message>
    <message>
        <source>There is none before.</source>
        <translation>前面没有了。</translation>
    </message>
    <message>
        <source>There is none further on.</source>
        <translation>后面没有了。</translation>
    </message>
</context>
<context>
    <name>Alignments</name>
    <message>
        <source>Aligning documents</source>
        <translation>正在对齐文档</translation>
    </message>
    <message>
        <source>The documents were not aligned.</source>
        <translation>文档未对齐。</translation>
    </message>
</context>
<context>
    <name>AnnotatedPage</name>
    <message>
        <source>A new document is written: text, headings and tables, passages shaded by kind.</source>
        <translation>另存为新文档：保留正文、标题和表格，标注按类别着色。</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>批注方式</translation>
    </message>
    <message>
        <source>For this tick one document, and one that was imported from a .docx file.</source>
        <translation>仅适用于勾选一件文档，且该文档由 .docx 文件导入。</translation>
    </message>
    <message>
        <source>Put the comments into the original Word file</source>
        <translation>把批注写入原 Word 文件</translation>
    </message>
    <message>
        <source>The file keeps everything else as it is: pictures, headers, formats.</source>
        <translation>文件的其他内容（图片、页眉、格式）一律不变。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>The file of this project is protected against writing. Here it can be read, searched and exported, but not changed.</source>
        <translation>此项目文件受写保护。在这里可以阅读、搜索和导出，但不能修改。</translation>
    </message>
    <message>
        <source>{user} on {host} has had this project open since {time}. Here it can be read, searched and exported, but not changed.</source>
        <translation>{user} 自 {time} 起在 {host} 上打开了此项目。在这里可以阅读、搜索和导出，但不能修改。</translation>
    </message>
</context>
<context>
    <name>BriefingPage</name>
    <message>
        <source>Another template…</source>
        <translation>其他模板…</translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation>选择模板</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Modern, with a cover</source>
        <translation>现代版式（带封面）</translation>
    </message>
    <message>
        <source>Name of the series</source>
        <translation>简报名称</translation>
    </message>
    <message>
        <source>Number of the issue</source>
        <translation>期号</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>编印单位</translation>
    </message>
    <message>
        <source>Official (GB/T 9704)</source>
        <translation>公文格式（GB/T 9704）</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Template and parts</source>
        <translation>模板与内容</translation>
    </message>
    <message>
        <source>Tick at least one part.</source>
        <translation>请至少勾选一个部分。</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Word documents</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>as endnotes</source>
        <translation>尾注</translation>
    </message>
    <message>
        <source>as footnotes</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>by department</source>
        <translation>按牵头单位</translation>
    </message>
    <message>
        <source>by their number in the document</source>
        <translation>按文中序号</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation>文中夹注</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>{name}, on some of the passages</source>
        <translation>{name}（仅部分标注带有）</translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>several values</source>
        <translation>多个值</translation>
    </message>
</context>
<context>
    <name>ChooseDialog</name>
    <message>
        <source>Look through all numbers of the other documents</source>
        <translation>在其他文档的全部数值中查找</translation>
    </message>
    <message>
        <source>The likeliest</source>
        <translation>最可能的</translation>
    </message>
    <message>
        <source>What reports this promise?</source>
        <translation>哪一处报告了这项承诺？</translation>
    </message>
    <message>
        <source>Which promise is this?</source>
        <translation>这是哪一项承诺？</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>找到 {count} 处</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>&amp;About Cezhu</source>
        <translation>关于策注(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>实际大小(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close pane</source>
        <translation>关闭窗格(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>关闭项目(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Comparison of two documents</source>
        <translation>两份文档比较(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>确认(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Find in the document</source>
        <translation>在文档中查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Four panes</source>
        <translation>四个窗格(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go to ledger</source>
        <translation>切换台账(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>标注详情(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Jump to what corresponds</source>
        <translation>跳到对应处(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>文档库(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Linked scrolling</source>
        <translation>同步滚动(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Narrow the selection</source>
        <translation>缩小选区(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>新建项目(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Next difference</source>
        <translation>下一处差异(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>下一窗格(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next suggestion</source>
        <translation>下一条建议(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;One pane</source>
        <translation>一个窗格(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>打开项目(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Outline</source>
        <translation>大纲(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Panes</source>
        <translation>窗格(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Passage</source>
        <translation>标注(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Policies</source>
        <translation>政策(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation>政策(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Policy register</source>
        <translation>政策登记簿(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Previous difference</source>
        <translation>上一处差异(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Previous suggestion</source>
        <translation>上一条建议(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reject and go on</source>
        <translation>否决并转到下一条(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Search all documents</source>
        <translation>搜索全部文档(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Search results</source>
        <translation>搜索结果(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Show the difference</source>
        <translation>显示差异(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>拆分(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Suggest</source>
        <translation>提取建议(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Suggest links for what is traced</source>
        <translation>为追踪结果建议关联(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Suggestions</source>
        <translation>建议(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>任务(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>任务(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Tracker of promises</source>
        <translation>承诺追踪(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Trash…</source>
        <translation>回收站(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Untag</source>
        <translation>取消标注(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Widen the selection</source>
        <translation>扩大选区(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Word counts…</source>
        <translation>词频分析(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Year on year</source>
        <translation>逐年对照(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Zoom in</source>
        <translation>放大(&amp;Z)</translation>
    </message>
    <message>
        <source>Ali&amp;gn panes</source>
        <translation>对齐窗格(&amp;G)</translation>
    </message>
    <message>
        <source>Annotated document…</source>
        <translation>批注文档…</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>简报</translation>
    </message>
    <message>
        <source>Brin&amp;g a target sheet back…</source>
        <translation>取回目标表(&amp;G)…</translation>
    </message>
    <message>
        <source>CSV table…</source>
        <translation>CSV 台账…</translation>
    </message>
    <message>
        <source>Confirm all of this &amp;kind in the document</source>
        <translation>确认本文档全部同类建议(&amp;K)</translation>
    </message>
    <message>
        <source>Confirm all s&amp;ure enough in the document</source>
        <translation>确认本文档把握足够的全部建议(&amp;U)</translation>
    </message>
    <message>
        <source>Confirm and &amp;go on</source>
        <translation>确认并转到下一条(&amp;G)</translation>
    </message>
    <message>
        <source>Confirm what the pane s&amp;hows</source>
        <translation>确认当前窗格显示的建议(&amp;H)</translation>
    </message>
    <message>
        <source>Diffe&amp;rences</source>
        <translation>异同(&amp;R)</translation>
    </message>
    <message>
        <source>Document &amp;properties…</source>
        <translation>文档属性(&amp;P)…</translation>
    </message>
    <message>
        <source>E&amp;xport as</source>
        <translation>导出为(&amp;E)</translation>
    </message>
    <message>
        <source>End one character earlier</source>
        <translation>终点前移一字</translation>
    </message>
    <message>
        <source>End one character later</source>
        <translation>终点后移一字</translation>
    </message>
    <message>
        <source>Export &amp;briefing…</source>
        <translation>导出简报(&amp;W)…</translation>
    </message>
    <message>
        <source>Export target s&amp;heet…</source>
        <translation>导出目标表(&amp;X)…</translation>
    </message>
    <message>
        <source>Go back to where you were</source>
        <translation>回到刚才的位置</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>JSON Lines records…</source>
        <translation>JSON Lines 台账…</translation>
    </message>
    <message>
        <source>Le&amp;dgers</source>
        <translation>台账(&amp;D)</translation>
    </message>
    <message>
        <source>Make it a policy</source>
        <translation>改为政策</translation>
    </message>
    <message>
        <source>Make it a target</source>
        <translation>改为目标</translation>
    </message>
    <message>
        <source>Make it a task</source>
        <translation>改为任务</translation>
    </message>
    <message>
        <source>Ne&amp;xt passage</source>
        <translation>下一处标注(&amp;X)</translation>
    </message>
    <message>
        <source>Next &amp;dropped sentence</source>
        <translation>下一句删去(&amp;D)</translation>
    </message>
    <message>
        <source>Next ne&amp;w sentence</source>
        <translation>下一句新增(&amp;W)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>打开最近的项目(&amp;R)</translation>
    </message>
    <message>
        <source>Open be&amp;side</source>
        <translation>在旁边打开(&amp;B)</translation>
    </message>
    <message>
        <source>Open the s&amp;ample project</source>
        <translation>打开示例项目(&amp;A)</translation>
    </message>
    <message>
        <source>P&amp;revious passage</source>
        <translation>上一处标注(&amp;R)</translation>
    </message>
    <message>
        <source>Pages or &amp;text</source>
        <translation>页面或文本(&amp;T)</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>REFI-QDA codebook…</source>
        <translation>REFI-QDA 编码本…</translation>
    </message>
    <message>
        <source>REFI-QDA project…</source>
        <translation>REFI-QDA 项目…</translation>
    </message>
    <message>
        <source>Rebuild the search index</source>
        <translation>重建检索索引</translation>
    </message>
    <message>
        <source>Remove &amp;document</source>
        <translation>移除文档(&amp;D)</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>S&amp;uggestions</source>
        <translation>建议(&amp;U)</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>目标表</translation>
    </message>
    <message>
        <source>Show in the &amp;ledger</source>
        <translation>在台账中显示(&amp;L)</translation>
    </message>
    <message>
        <source>Start one character earlier</source>
        <translation>起点前移一字</translation>
    </message>
    <message>
        <source>Start one character later</source>
        <translation>起点后移一字</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>提取建议</translation>
    </message>
    <message>
        <source>Suggest for the &amp;whole project</source>
        <translation>为整个项目提取建议(&amp;W)</translation>
    </message>
    <message>
        <source>Suggest for the chosen &amp;documents</source>
        <translation>为选中的文档提取建议(&amp;D)</translation>
    </message>
    <message>
        <source>Sw&amp;ap with the next pane</source>
        <translation>与下一窗格互换(&amp;A)</translation>
    </message>
    <message>
        <source>T&amp;arget</source>
        <translation>目标(&amp;A)</translation>
    </message>
    <message>
        <source>T&amp;argets</source>
        <translation>目标(&amp;A)</translation>
    </message>
    <message>
        <source>T&amp;hree panes</source>
        <translation>三个窗格(&amp;H)</translation>
    </message>
    <message>
        <source>T&amp;wo panes</source>
        <translation>两个窗格(&amp;W)</translation>
    </message>
    <message>
        <source>Ta&amp;ke over from REFI-QDA…</source>
        <translation>接收 REFI-QDA 文件(&amp;K)…</translation>
    </message>
    <message>
        <source>Tag &amp;other mentions…</source>
        <translation>标注其他提及(&amp;O)…</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Text and pages &amp;side by side</source>
        <translation>文本与页面并排(&amp;S)</translation>
    </message>
    <message>
        <source>Time&amp;line of an indicator</source>
        <translation>指标时间线(&amp;L)</translation>
    </message>
    <message>
        <source>W3C annotations…</source>
        <translation>W3C 网络标注…</translation>
    </message>
    <message>
        <source>Web page…</source>
        <translation>网页…</translation>
    </message>
    <message>
        <source>Words of this pro&amp;ject…</source>
        <translation>项目词语(&amp;J)…</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>缩小(&amp;U)</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Copy list</source>
        <translation>复制清单</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Open two documents beside each other to compare them.</source>
        <translation>并排打开两份文档即可比较。</translation>
    </message>
    <message>
        <source>Reworded</source>
        <translation>改写</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>The documents are being compared.</source>
        <translation>正在比较两份文档。</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>{after}, against {before}</source>
        <translation>{after}（对照 {before}）</translation>
    </message>
</context>
<context>
    <name>Count</name>
    <message>
        <source>1 difference</source>
        <translation>1 处差异</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 份文档</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 个标签</translation>
    </message>
    <message>
        <source>1 link suggested</source>
        <translation>建议了 1 条关联</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 页</translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation>1 处标注</translation>
    </message>
    <message>
        <source>1 policy</source>
        <translation>1 项政策</translation>
    </message>
    <message>
        <source>1 suggestion</source>
        <translation>1 条建议</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 个词</translation>
    </message>
    <message>
        <source>{count} differences</source>
        <translation>{count} 处差异</translation>
    </message>
    <message>
        <source>{count} documents</source>
        <translation>{count} 份文档</translation>
    </message>
    <message>
        <source>{count} labels</source>
        <translation>{count} 个标签</translation>
    </message>
    <message>
        <source>{count} links suggested</source>
        <translation>建议了 {count} 条关联</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} 页</translation>
    </message>
    <message>
        <source>{count} passages</source>
        <translation>{count} 处标注</translation>
    </message>
    <message>
        <source>{count} policies</source>
        <translation>{count} 项政策</translation>
    </message>
    <message>
        <source>{count} suggestions</source>
        <translation>{count} 条建议</translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation>{count} 个词</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>Pick a day</source>
        <translation>选择日期</translation>
    </message>
    <message>
        <source>not a date</source>
        <translation>不是有效日期</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>This target has no number to trace: give it a value first.</source>
        <translation>这项目标没有可追踪的数值：请先填写数值。</translation>
    </message>
</context>
<context>
    <name>DifferenceCard</name>
    <message>
        <source>Dropped</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Nothing corresponds in this document.</source>
        <translation>这份文档中没有对应的内容。</translation>
    </message>
    <message>
        <source>Reworded</source>
        <translation>改写</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>位置有变</translation>
    </message>
    <message>
        <source>{percent} % alike</source>
        <translation>相似度 {percent}%</translation>
    </message>
</context>
<context>
    <name>DocumentPane</name>
    <message>
        <source>Text of the document</source>
        <translation>文档正文</translation>
    </message>
</context>
<context>
    <name>DocumentTicks</name>
    <message>
        <source>No year</source>
        <translation>未注明年份</translation>
    </message>
</context>
<context>
    <name>DocumentsFound</name>
    <message>
        <source>All documents</source>
        <translation>全部文档</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>As the numbers say</source>
        <translation>按数值判断</translation>
    </message>
    <message>
        <source>Choose a promise to see both quotes.</source>
        <translation>选择一项承诺，查看两处原文。</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Judge…</source>
        <translation>改判…</translation>
    </message>
    <message>
        <source>Next plan: counted otherwise, {figure}</source>
        <translation>下一计划：口径改变，{figure}</translation>
    </message>
    <message>
        <source>Next plan: kept at {figure}</source>
        <translation>下一计划：保持 {figure}</translation>
    </message>
    <message>
        <source>Next plan: lowered to {figure}</source>
        <translation>下一计划：调低至 {figure}</translation>
    </message>
    <message>
        <source>Next plan: raised to {figure}</source>
        <translation>下一计划：调高至 {figure}</translation>
    </message>
    <message>
        <source>No document is here yet that could report it.</source>
        <translation>还没有能报告这项承诺的文档。</translation>
    </message>
    <message>
        <source>No later document was found to report it.</source>
        <translation>后来的文档中没有找到对它的报告。</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>否决</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>已报告</translation>
    </message>
    <message>
        <source>Reported by…</source>
        <translation>由何处报告…</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>judged by an analyst</source>
        <translation>分析人员改判</translation>
    </message>
    <message>
        <source>proposed, {sure} sure</source>
        <translation>建议，把握 {sure}</translation>
    </message>
</context>
<context>
    <name>ExportContents</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>It will hold {passages} of {documents}.</source>
        <translation>将包含 {documents}中的 {passages}。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Those open</source>
        <translation>已打开的</translation>
    </message>
    <message>
        <source>Tick at least one document.</source>
        <translation>请至少勾选一件文档。</translation>
    </message>
    <message>
        <source>Tick at least one kind of passage.</source>
        <translation>请至少勾选一类标注。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export {report}</source>
        <translation>导出 {report}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Say which file to write.</source>
        <translation>请指定要写入的文件。</translation>
    </message>
    <message>
        <source>There is a folder of that name.</source>
        <translation>已有同名文件夹。</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>文件夹 {folder} 不存在。</translation>
    </message>
    <message>
        <source>{name} exists already. Replace it?</source>
        <translation>{name} 已存在。要替换吗？</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export {report} again, and the dialog is as you left it.</source>
        <translation>再次导出“{report}”，窗口保持原样。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写入 {name}</translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation>{name} 已导出。</translation>
    </message>
    <message>
        <source>{name} was not written.</source>
        <translation>{name} 没有写成。</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>from “{words}”</source>
        <translation>取自“{words}”</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Find in this document</source>
        <translation>在本文档中查找</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>下一处 (回车)</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>上一处 (Shift+回车)</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>The view was not filled.</source>
        <translation>视图未填写。</translation>
    </message>
    <message>
        <source>Tracking promises</source>
        <translation>正在追踪承诺</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>Annotated document</source>
        <translation>带批注的文档</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 台账</translation>
    </message>
    <message>
        <source>Excel target sheet</source>
        <translation>Excel 目标表</translation>
    </message>
    <message>
        <source>JSON Lines records</source>
        <translation>JSON Lines 台账</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>OpenDocument 文档</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>REFI-QDA codebook</source>
        <translation>REFI-QDA 编码本</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>REFI-QDA 项目</translation>
    </message>
    <message>
        <source>Rich text</source>
        <translation>RTF 文档</translation>
    </message>
    <message>
        <source>Spreadsheet as text</source>
        <translation>文本形式的电子表格</translation>
    </message>
    <message>
        <source>W3C annotations</source>
        <translation>W3C 网络标注</translation>
    </message>
    <message>
        <source>WPS document</source>
        <translation>WPS 文档</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Word 97–2003 document</source>
        <translation>Word 97–2003 文档</translation>
    </message>
    <message>
        <source>Word briefing</source>
        <translation>Word 简报</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word 文档</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>A project from your disk</source>
        <translation>打开磁盘上的项目</translation>
    </message>
    <message>
        <source>An empty project, kept in one file</source>
        <translation>新建空项目，保存为一个文件</translation>
    </message>
    <message>
        <source>Cezhu</source>
        <translation>策注</translation>
    </message>
    <message>
        <source>Two years of an invented city, tagged</source>
        <translation>虚构城市两年的文件，已标注</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>No year</source>
        <translation>无年份</translation>
    </message>
</context>
<context>
    <name>Heading</name>
    <message>
        <source>Set by hand: no later reading changes it.</source>
        <translation>已手动填写，不会被自动识别覆盖。</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Already in the project as “{title}”. Tick it to import it anyway.</source>
        <translation>项目中已有相同文本《{title}》。如仍需导入，请勾选。</translation>
    </message>
    <message>
        <source>Already in the trash of the project as “{title}”. Tick it to import it anyway.</source>
        <translation>回收站中已有相同文本《{title}》。如仍需导入，请勾选。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Drop files here, or add them with the button above.</source>
        <translation>把文件拖到这里，或用上方按钮添加。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Known already: {count}</source>
        <translation>已存在：{count}</translation>
    </message>
    <message>
        <source>Not readable: {count}</source>
        <translation>无法读取：{count}</translation>
    </message>
    <message>
        <source>Reading {done} of {total}</source>
        <translation>正在读取 {done} / {total}</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止读取</translation>
    </message>
    <message>
        <source>The same text as {name} in this list. Tick it to import both.</source>
        <translation>与列表中的 {name} 文本相同。如需都导入，请勾选。</translation>
    </message>
    <message>
        <source>To be imported: {count}</source>
        <translation>待导入：{count}</translation>
    </message>
</context>
<context>
    <name>ImportForm</name>
    <message>
        <source>Beginning of the text</source>
        <translation>正文开头</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>ImportRow</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>characters {characters} · paragraphs {paragraphs}</source>
        <translation>{characters} 字 · {paragraphs} 段</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>标注详情</translation>
    </message>
    <message>
        <source>Put on a label</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Select words in a document and press 1, 2 or 3 to tag a task, a target or a policy.</source>
        <translation>在文档中选中文字，按 1、2 或 3 标注为任务、目标或政策。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>展开全文</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Tagged {when}</source>
        <translation>标注于 {when}</translation>
    </message>
    <message>
        <source>Untag</source>
        <translation>取消标注</translation>
    </message>
    <message>
        <source>by {author}</source>
        <translation>标注人 {author}</translation>
    </message>
    <message>
        <source>changed {when}</source>
        <translation>修改于 {when}</translation>
    </message>
    <message>
        <source>proposed by {rule}</source>
        <translation>由规则“{rule}”建议</translation>
    </message>
    <message>
        <source>{document}, paragraph {number}</source>
        <translation>{document}，第 {number} 段</translation>
    </message>
    <message>
        <source>{passages} in {documents}. What you change is changed in all of them.</source>
        <translation>{documents}中的 {passages}。所作改动对全部生效。</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Policies</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>LabelPicker</name>
    <message>
        <source>Another colour…</source>
        <translation>其他颜色…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour of the label</source>
        <translation>标签颜色</translation>
    </message>
    <message>
        <source>Find or make a label</source>
        <translation>查找或新建标签</translation>
    </message>
    <message>
        <source>New label under it</source>
        <translation>新建下级标签</translation>
    </message>
    <message>
        <source>New label under {name}</source>
        <translation>在“{name}”下新建标签</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
</context>
<context>
    <name>LedgerHeader</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>显示全部行</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>contains…</source>
        <translation>包含…</translation>
    </message>
    <message>
        <source>e.g. 2023 or &lt;2024-06</source>
        <translation>如 2023 或 &lt;2024-06</translation>
    </message>
    <message>
        <source>e.g. &gt;=8万 or 100..200</source>
        <translation>如 &gt;=8万 或 100..200</translation>
    </message>
</context>
<context>
    <name>LedgerPage</name>
    <message>
        <source>No row meets the filter.</source>
        <translation>没有符合筛选条件的行。</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>显示全部行</translation>
    </message>
</context>
<context>
    <name>LedgerPanel</name>
    <message>
        <source>All documents</source>
        <translation>全部文档</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>No suggestions wait. Ctrl+G reads the document of the active pane and proposes what to tag.</source>
        <translation>没有待处理的建议。按 Ctrl+G 通读当前窗格的文档，并提出标注建议。</translation>
    </message>
    <message>
        <source>No {kinds} yet. Select words in a document and press {key}.</source>
        <translation>还没有{kinds}。在文档中选中文字，按 {key} 标注。</translation>
    </message>
    <message>
        <source>Open ones</source>
        <translation>已打开的</translation>
    </message>
    <message>
        <source>Putting the rows in order…</source>
        <translation>正在整理各行的次序…</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>the first {count}</source>
        <translation>仅列前 {count} 条</translation>
    </message>
    <message>
        <source>{count} selected: an edit goes to all</source>
        <translation>已选 {count} 行，编辑将应用于全部</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} / {all}</translation>
    </message>
</context>
<context>
    <name>Left</name>
    <message>
        <source>PDF documents that have no text beside them</source>
        <translation>份不带文本的 PDF 文档</translation>
    </message>
    <message>
        <source>codings of whole documents, or by codes that are missing</source>
        <translation>处对整份文档的编码，或所用编码不存在</translation>
    </message>
    <message>
        <source>films, with their transcripts</source>
        <translation>段视频及其转写</translation>
    </message>
    <message>
        <source>links</source>
        <translation>个链接</translation>
    </message>
    <message>
        <source>maps</source>
        <translation>张关系图</translation>
    </message>
    <message>
        <source>notes that belong to no passage and no document</source>
        <translation>条不属于任何段落或文档的备注</translation>
    </message>
    <message>
        <source>pictures, with what is coded in them</source>
        <translation>张图片及其中的编码</translation>
    </message>
    <message>
        <source>recordings of sound, with their transcripts</source>
        <translation>段录音及其转写</translation>
    </message>
    <message>
        <source>selections of no kind, which wait as suggested tasks</source>
        <translation>处未说明类别的选段，已作为任务建议等待确认</translation>
    </message>
    <message>
        <source>selections on the pages of PDF documents</source>
        <translation>处 PDF 页面上的选区</translation>
    </message>
    <message>
        <source>selections that have no words, or neither a code nor a note</source>
        <translation>处没有文字，或既无编码也无备注的选段</translation>
    </message>
    <message>
        <source>sets</source>
        <translation>个集合</translation>
    </message>
    <message>
        <source>texts that the file does not hold or that cannot be read</source>
        <translation>份文件中没有或无法读取的文本</translation>
    </message>
    <message>
        <source>variables of documents and cases</source>
        <translation>个文档或个案变量</translation>
    </message>
</context>
<context>
    <name>Lexicon</name>
    <message>
        <source>an indicator that should stay below its value</source>
        <translation>约束性指标：数值以不超过为达成</translation>
    </message>
    <message>
        <source>follows a number, as in 120家</source>
        <translation>单位：跟在数字之后，如“120家”</translation>
    </message>
    <message>
        <source>may be told to act: lead or supporting</source>
        <translation>部门：可识别为牵头或配合单位</translation>
    </message>
    <message>
        <source>one word wherever it stands</source>
        <translation>术语：无论出现在哪里都作为一个整词，不拆开</translation>
    </message>
    <message>
        <source>proposed as a policy wherever it is named</source>
        <translation>政策名称：凡出现即建议标为政策</translation>
    </message>
    <message>
        <source>what bears this name is not proposed</source>
        <translation>不作建议：该名称的内容不再建议</translation>
    </message>
</context>
<context>
    <name>LexiconDialog</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>New word</source>
        <translation>新词语</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Words of this project</source>
        <translation>项目词语</translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message>
        <source>Double click opens it; the middle button opens it beside.</source>
        <translation>双击打开；按鼠标中键在旁边打开。</translation>
    </message>
    <message>
        <source>No year</source>
        <translation>未注明年份</translation>
    </message>
    <message>
        <source>{paragraphs} paragraphs: {tagged} tagged, {waiting} with suggestions only · {read} % read</source>
        <translation>共 {paragraphs} 段：{tagged} 段已标注，{waiting} 段仅有建议 · 已读 {read}%</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Drop files here to import them.</source>
        <translation>把文件拖到这里即可导入。</translation>
    </message>
    <message>
        <source>Filter by title, issuer or year</source>
        <translation>按标题、发文机关或年份筛选</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文档库</translation>
    </message>
    <message>
        <source>No document matches the filter.</source>
        <translation>没有符合筛选条件的文档。</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>several values</source>
        <translation>多个值</translation>
    </message>
</context>
<context>
    <name>LinksList</name>
    <message>
        <source>Continued by</source>
        <translation>后续</translation>
    </message>
    <message>
        <source>Continues</source>
        <translation>延续</translation>
    </message>
    <message>
        <source>Implemented by</source>
        <translation>落实于</translation>
    </message>
    <message>
        <source>Implements</source>
        <translation>落实</translation>
    </message>
    <message>
        <source>Proposed. It is right: confirm “{meaning}”</source>
        <translation>程序建议。正确：确认“{meaning}”</translation>
    </message>
    <message>
        <source>Proposed. It is wrong: refuse “{meaning}”</source>
        <translation>程序建议。不对：否决“{meaning}”</translation>
    </message>
    <message>
        <source>Remove this link</source>
        <translation>删除此关联</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>报告于</translation>
    </message>
    <message>
        <source>Reported by…</source>
        <translation>由何处报告…</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>This reports…</source>
        <translation>这里报告的是…</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Show the pages</source>
        <translation>显示页面</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Cezhu</source>
        <translation>策注</translation>
    </message>
    <message>
        <source>Moved to the trash · {undo}</source>
        <translation>已移到回收站 · {undo}</translation>
    </message>
    <message>
        <source>{project} – Cezhu</source>
        <translation>{project} – 策注</translation>
    </message>
</context>
<context>
    <name>MentionsDialog</name>
    <message>
        <source>All documents</source>
        <translation>全部文档</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open ones</source>
        <translation>已打开的</translation>
    </message>
    <message>
        <source>Other mentions: {count} · documents: {documents}</source>
        <translation>其他提及 {count} 处 · 文档 {documents} 份</translation>
    </message>
    <message>
        <source>Paragraph {number}</source>
        <translation>第 {number} 段</translation>
    </message>
    <message>
        <source>Suggestions among them are confirmed. What you once rejected is not ticked.</source>
        <translation>其中的建议将被确认；曾经否决的默认不勾选。</translation>
    </message>
    <message>
        <source>Tag other mentions</source>
        <translation>标注其他提及</translation>
    </message>
    <message>
        <source>Tag {count}</source>
        <translation>标注 {count} 处</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Count as one, shown under</source>
        <translation>合并为一项，显示名称为</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Judge otherwise</source>
        <translation>改判</translation>
    </message>
    <message>
        <source>Why is it “{state}”? The note is kept with the trace.</source>
        <translation>为什么是“{state}”？说明与追踪一同保存。</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>not a number</source>
        <translation>不是有效数字</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>Leave it</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Make {count} targets</source>
        <translation>拆分为 {count} 个目标</translation>
    </message>
    <message>
        <source>These words hold {count} numbers.</source>
        <translation>所选文字含 {count} 个数值。</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Building the sample project</source>
        <translation>正在生成示例项目</translation>
    </message>
    <message>
        <source>Cezhu projects (*{suffix})</source>
        <translation>策注项目 (*{suffix})</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Sample project</source>
        <translation>示例项目</translation>
    </message>
    <message>
        <source>The sample project was not built.</source>
        <translation>示例项目没有建成。</translation>
    </message>
</context>
<context>
    <name>OrderedTicks</name>
    <message>
        <source>Drag a line, or press Alt and an arrow, to move it.</source>
        <translation>拖动，或按 Alt 加方向键，可调整顺序。</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Filter headings</source>
        <translation>筛选标题</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview of the document</source>
        <translation>文档概览</translation>
    </message>
    <message>
        <source>{passages}, {suggestions}. Shaded: what you have read.</source>
        <translation>{passages}，{suggestions}；底色为已读部分。</translation>
    </message>
</context>
<context>
    <name>PagePane</name>
    <message>
        <source>Pages of the document</source>
        <translation>文档的页面</translation>
    </message>
    <message>
        <source>This page cannot be shown.</source>
        <translation>无法显示此页。</translation>
    </message>
</context>
<context>
    <name>PagesBeside</name>
    <message>
        <source>All four panes are in use; close one to see the pages beside.</source>
        <translation>四个窗格都已有文档，请先关闭一个，再并排显示页面。</translation>
    </message>
</context>
<context>
    <name>PaneFrame</name>
    <message>
        <source>Choose a document</source>
        <translation>选择文档</translation>
    </message>
    <message>
        <source>Choose a document in the library, or drag one here.</source>
        <translation>在文档库中选择文档，或将文档拖到这里。</translation>
    </message>
    <message>
        <source>Choose the document of this pane</source>
        <translation>选择本窗格显示的文档</translation>
    </message>
    <message>
        <source>Close this pane</source>
        <translation>关闭本窗格</translation>
    </message>
    <message>
        <source>Import what you want to read, or drop files here.</source>
        <translation>请导入要阅读的文件，或将文件拖放到此处。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Show the pages</source>
        <translation>显示页面</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>显示文本</translation>
    </message>
    <message>
        <source>Where the text stands on these pages was not kept when the document was imported. Passages are shown and tagged in the text; import the document again to see them here.</source>
        <translation>导入该文档时未保存文字在页面上的位置。请在文本中查看和标注；重新导入该文档即可在页面上看到标注。</translation>
    </message>
</context>
<context>
    <name>PassagePage</name>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>编辑单元格</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>否决</translation>
    </message>
    <message>
        <source>Show beside</source>
        <translation>在旁边显示</translation>
    </message>
    <message>
        <source>Show in the document</source>
        <translation>在文档中显示</translation>
    </message>
    <message>
        <source>Untag</source>
        <translation>取消标注</translation>
    </message>
</context>
<context>
    <name>Pointer</name>
    <message>
        <source>{kind}, suggested</source>
        <translation>{kind}（建议）</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>The language changes when Cezhu is started again: something is being worked on.</source>
        <translation>正在处理其他工作，语言将在下次启动时更改。</translation>
    </message>
</context>
<context>
    <name>PresetBar</name>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Keep what is chosen under this name</source>
        <translation>以此名称保存当前选择</translation>
    </message>
    <message>
        <source>Preset: choose one, or name this choice</source>
        <translation>方案：选择已有方案，或为当前选择命名</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the preset of this name</source>
        <translation>删除此名称的方案</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>A bracket is not closed; nothing was looked for. Write ) behind the group, or all in quotes.</source>
        <translation>括号没有闭合，未进行检索。请在分组后写 )，或把内容放进引号。</translation>
    </message>
    <message>
        <source>A label needs a name; nothing was changed. Enter one.</source>
        <translation>标签需要名称，未作任何更改。请输入名称。</translation>
    </message>
    <message>
        <source>A name needs at least one character; nothing was added. Write the word and try again.</source>
        <translation>名称至少要有一个字符；没有添加任何内容。请写明词语后重试。</translation>
    </message>
    <message>
        <source>A process that reads documents ended by itself, perhaps for lack of memory; what was read before is kept. Close other programs, or choose fewer documents at a time.</source>
        <translation>一个读取文档的进程自行退出，可能是内存不足；此前读出的内容已保留。请关闭其他程序，或一次选择较少的文档。</translation>
    </message>
    <message>
        <source>Another program is holding {path}; this change was not made, all earlier ones are kept. Try again.</source>
        <translation>{path} 正被其他程序占用，本次更改未生效，此前的更改均已保存。请重试。</translation>
    </message>
    <message>
        <source>LibreOffice could not open {name}, which is damaged or locked by a password; nothing was imported. Open it in Word or WPS and save it as .docx, without a password.</source>
        <translation>LibreOffice 无法打开 {name}，文件已损坏或有密码，未导入任何内容。请用 Word 或 WPS 打开，去掉密码后另存为 .docx。</translation>
    </message>
    <message>
        <source>LibreOffice did not turn the report into pages; the report can be written all the same. Open it in Word or WPS to see its pages.</source>
        <translation>LibreOffice 未能生成页面；不影响导出报告。请在 Word 或 WPS 中打开查看。</translation>
    </message>
    <message>
        <source>NEAR joins words, phrases and groups of OR; nothing was looked for. Take AND and NOT out of them.</source>
        <translation>NEAR 只能连接词、短语和 OR 分组，未进行检索。请去掉其中的 AND 和 NOT。</translation>
    </message>
    <message>
        <source>No project could be made in the folder {folder}: {reason}. Choose another folder.</source>
        <translation>无法在文件夹 {folder} 中新建项目：{reason}。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Reading {name} took longer than {seconds} seconds and was stopped; nothing was imported. Split it, or save it again as text.</source>
        <translation>读取 {name} 超过 {seconds} 秒，已停止，未导入任何内容。请拆分该文件，或另存为纯文本后再导入。</translation>
    </message>
    <message>
        <source>That password does not open the pages; the text can be read and tagged all the same. Enter another one to see them.</source>
        <translation>该密码无法打开页面，文本仍可阅读和标注。请输入其他密码以查看页面。</translation>
    </message>
    <message>
        <source>The briefing has no part “{part}”; nothing was written. Choose from {parts}.</source>
        <translation>简报没有“{part}”这一部分；没有写出任何文件。可选：{parts}。</translation>
    </message>
    <message>
        <source>The disk of {path} failed: {reason}. What was being written is lost, all earlier changes are kept. Check that the disk is connected, then open the project again.</source>
        <translation>{path} 所在磁盘出错：{reason}。正在写入的内容已丢失，此前的更改均已保存。请检查磁盘连接后重新打开项目。</translation>
    </message>
    <message>
        <source>The encoding of {name} could not be recognised; nothing was imported. Import it again and choose the encoding, or save it as UTF-8.</source>
        <translation>无法识别 {name} 的编码，未导入任何内容。请重新导入并指定编码，或将其另存为 UTF-8。</translation>
    </message>
    <message>
        <source>The pages of this document are locked by a password; its text can be read and tagged all the same. Enter the password to see them.</source>
        <translation>该文档的页面有密码保护，文本仍可阅读和标注。请输入密码以查看页面。</translation>
    </message>
    <message>
        <source>The pages of this document cannot be shown, because the file it came from is damaged; its text can be read and tagged all the same. Import a whole copy to see the pages.</source>
        <translation>原始文件已损坏，无法显示该文档的页面，文本仍可阅读和标注。请导入完整的文件以查看页面。</translation>
    </message>
    <message>
        <source>The password does not open {name}; nothing was imported. Import it again with the right one, or save it without a password.</source>
        <translation>密码无法打开 {name}，未导入任何内容。请用正确的密码重新导入，或另存为不带密码的文件。</translation>
    </message>
    <message>
        <source>The phrase “{words}” is not closed; nothing was looked for. Write a second &quot; behind it.</source>
        <translation>短语“{words}”的引号没有闭合，未进行检索。请在后面再写一个 &quot;。</translation>
    </message>
    <message>
        <source>The picture {name} could not be saved in {folder}; nothing was written. Choose a folder in which you may write.</source>
        <translation>图片 {name} 无法保存到 {folder}，未写入任何内容。请选择可以写入的文件夹。</translation>
    </message>
    <message>
        <source>The picture {name} could not be saved in {folder}; nothing was written. Choose a folder that is there, and a name that ends in .png.</source>
        <translation>图片 {name} 无法保存到 {folder}；没有写入任何内容。请选择一个已有的文件夹，文件名以 .png 结尾。</translation>
    </message>
    <message>
        <source>The program part that reads files stopped while reading {name}; nothing was imported from it. Save it again as .docx or text and import that.</source>
        <translation>读取 {name} 时读取程序意外停止，未从中导入任何内容。请将其另存为 .docx 或纯文本后再导入。</translation>
    </message>
    <message>
        <source>The record of the export in {name} is damaged, so nothing can be compared; nothing was changed. Edit a fresh export instead.</source>
        <translation>{name} 中的导出记录已损坏，无法比较；没有做任何改动。请重新导出后再编辑。</translation>
    </message>
    <message>
        <source>The search says only what must not stand there; nothing was looked for. Add words to find, or write a hyphen in quotes.</source>
        <translation>检索式只说明了要排除什么，未进行检索。请补上要查找的词；要查找连字符本身，请放进引号。</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” has no column “{column}”; its rows were left out.</source>
        <translation>工作表“{sheet}”没有“{column}”列；其中各行未予采用。</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” is not in the workbook; its passages stay as they are.</source>
        <translation>工作簿中没有工作表“{sheet}”；其中的标注保持不变。</translation>
    </message>
    <message>
        <source>The template {name} could not be read: it is missing or no Word document; nothing was written. Choose another template, or open it in Word and save it again as .docx.</source>
        <translation>模板“{name}”无法读取：文件不存在，或不是 Word 文档；没有写出任何文件。请另选模板，或用 Word 打开后重新另存为 .docx。</translation>
    </message>
    <message>
        <source>The template {name} was not used: paragraph {paragraph}: {mistake}; nothing was written. Correct it in Word; the manual shows how placeholders are written.</source>
        <translation>模板“{name}”未能使用：第{paragraph}段：{mistake}；没有写出任何文件。请在 Word 中改正，占位符的写法见手册。</translation>
    </message>
    <message>
        <source>The template {name} was not used: paragraph {paragraph}: {{{{ {word} }}}} is unknown, perhaps {{{{ {near} }}}} is meant; nothing was written. Correct it in Word; the manual lists the placeholders.</source>
        <translation>模板“{name}”未能使用：第{paragraph}段：没有 {{{{ {word} }}}} 这个占位符，也许是 {{{{ {near} }}}}；没有写出任何文件。请在 Word 中改正，占位符见手册。</translation>
    </message>
    <message>
        <source>There is a ) without a ( before it; nothing was looked for. Write such words in quotes.</source>
        <translation>有 ) 而前面没有 (，未进行检索。请把这样的内容放进引号。</translation>
    </message>
    <message>
        <source>There is already a file at {path}; it was left as it is. Choose another name, or open that file.</source>
        <translation>{path} 已存在，未作改动。请换一个名称，或打开该文件。</translation>
    </message>
    <message>
        <source>There is no document with the id {id} in the project; nothing was written. Those there are: {known}.</source>
        <translation>项目中没有编号为 {id} 的文档，未写入任何内容。现有编号：{known}。</translation>
    </message>
    <message>
        <source>There is no encoding called “{encoding}”; {name} was not imported. Use one such as UTF-8, GB18030, Big5 or UTF-16.</source>
        <translation>没有名为“{encoding}”的编码，{name} 未导入。请使用 UTF-8、GB18030、Big5 或 UTF-16 等编码。</translation>
    </message>
    <message>
        <source>There is no file {name}; nothing was changed. Choose the edited workbook.</source>
        <translation>没有文件 {name}；没有做任何改动。请选择编辑过的工作簿。</translation>
    </message>
    <message>
        <source>There is no project at {path}. It may have been moved or renamed; open it from where it is now.</source>
        <translation>{path} 处没有项目，可能已被移动或重命名。请从现在的位置打开。</translation>
    </message>
    <message>
        <source>There is no view called “{view}”; nothing was painted. Choose one of {views}.</source>
        <translation>没有名为“{view}”的视图，未绘制任何图片。请从 {views} 中选择。</translation>
    </message>
    <message>
        <source>True pages are made by LibreOffice, which is not installed; the report can be written without it. Install LibreOffice to see its pages here.</source>
        <translation>实际页面由 LibreOffice 生成，本机尚未安装；不影响导出报告。安装 LibreOffice 后可在此查看页面。</translation>
    </message>
    <message>
        <source>the same text is in the project already as “{title}”; it was not imported again.</source>
        <translation>项目中已有相同的文本《{title}》，未重复导入。</translation>
    </message>
    <message>
        <source>the same text is in the trash already as “{title}”; it was not imported again. Restore it there.</source>
        <translation>回收站中已有相同的文本《{title}》，未重复导入。请在回收站中恢复。</translation>
    </message>
    <message>
        <source>{cell}: a document needs a title; it was left out.</source>
        <translation>{cell}：文档必须有标题；此处未予采用。</translation>
    </message>
    <message>
        <source>{cell}: a new row needs the title of its document and a quote; it was left out.</source>
        <translation>{cell}：新增行须写明文档标题和原文；此行未予采用。</translation>
    </message>
    <message>
        <source>{cell}: the column “{column}” is none of ours; it was left out.</source>
        <translation>{cell}：“{column}”列不是本表的列；未予采用。</translation>
    </message>
    <message>
        <source>{cell}: the formula has not been computed; it was left out. Open the workbook in Excel, WPS or LibreOffice and save it there.</source>
        <translation>{cell}：公式尚未计算；此处未予采用。请用 Excel、WPS 或 LibreOffice 打开工作簿并保存。</translation>
    </message>
    <message>
        <source>{cell}: the id {id} stands twice in this sheet; this row was left out.</source>
        <translation>{cell}：编号 {id} 在本工作表中重复；此行未予采用。</translation>
    </message>
    <message>
        <source>{cell}: the id “{id}” was not exported with this workbook; this row was left out.</source>
        <translation>{cell}：编号“{id}”不是随本工作簿导出的；此行未予采用。</translation>
    </message>
    <message>
        <source>{cell}: the passage {id} is no longer in the project; this row was left out.</source>
        <translation>{cell}：标注 {id} 已不在项目中；此行未予采用。</translation>
    </message>
    <message>
        <source>{cell}: the quote of a passage is changed in its document alone; it was left out.</source>
        <translation>{cell}：标注的原文只能在文档中改动；此处未予采用。</translation>
    </message>
    <message>
        <source>{cell}: the text is longer than a cell can hold, so a change of it in the sheet was left out.</source>
        <translation>{cell}：原文字超出单元格容量，表中对它的改动未予采用。</translation>
    </message>
    <message>
        <source>{cell}: there are several labels named “{label}” in the project; it was left out.</source>
        <translation>{cell}：项目中有多个名为“{label}”的标签；此处未予采用。</translation>
    </message>
    <message>
        <source>{cell}: there is no document “{title}” in the project, or several; the new row was left out.</source>
        <translation>{cell}：项目中没有文档“{title}”，或有多份同名文档；新增行未予采用。</translation>
    </message>
    <message>
        <source>{cell}: this passage is in the project already; the new row was left out.</source>
        <translation>{cell}：项目中已有此标注；新增行未予采用。</translation>
    </message>
    <message>
        <source>{cell}: “{quote}” does not stand in “{title}”; the new row was left out.</source>
        <translation>{cell}：“{title}”中没有“{quote}”；新增行未予采用。</translation>
    </message>
    <message>
        <source>{cell}: “{quote}” stands {count} times in “{title}”; the new row was left out. Write a longer quote, which stands there once.</source>
        <translation>{cell}：“{quote}”在“{title}”中出现 {count} 次；新增行未予采用。请写出只出现一次的更长原文。</translation>
    </message>
    <message>
        <source>{cell}: “{value}” is a percentage, but the unit of the row is “{unit}”; it was left out.</source>
        <translation>{cell}：“{value}”是百分数，而本行的单位是“{unit}”；此处未予采用。</translation>
    </message>
    <message>
        <source>{cell}: “{value}” is no date; it was left out.</source>
        <translation>{cell}：“{value}”不是日期；此处未予采用。</translation>
    </message>
    <message>
        <source>{cell}: “{value}” is no number; it was left out.</source>
        <translation>{cell}：“{value}”不是数字；此处未予采用。</translation>
    </message>
    <message>
        <source>{cell}: “{value}” is none of {choices}; it was left out.</source>
        <translation>{cell}：“{value}”不在可选项（{choices}）之中；此处未予采用。</translation>
    </message>
    <message>
        <source>{name} can only be read with the help of LibreOffice, which is not installed; nothing was imported. Install LibreOffice, or open the file in Word or WPS and save it as .docx.</source>
        <translation>读取 {name} 需要 LibreOffice，但尚未安装，未导入任何内容。请安装 LibreOffice，或用 Word 或 WPS 打开该文件并另存为 .docx。</translation>
    </message>
    <message>
        <source>{name} could not be opened ({reason}); nothing was imported. Close it in other programs, check that you may read it, and import it again.</source>
        <translation>无法打开 {name}（{reason}），未导入任何内容。请在其他程序中关闭该文件，确认您有读取权限后重新导入。</translation>
    </message>
    <message>
        <source>{name} could not be read as an Excel workbook: {reason}; nothing was changed. Open it in Excel, WPS or LibreOffice, save it again as .xlsx and try once more.</source>
        <translation>{name} 无法作为 Excel 工作簿读取：{reason}；没有做任何改动。请用 Excel、WPS 或 LibreOffice 打开，重新存为 .xlsx 后再试。</translation>
    </message>
    <message>
        <source>{name} has no record of an export, so it cannot be compared with the project; nothing was changed. Choose a target sheet that was exported from this project, or export it anew.</source>
        <translation>{name} 没有导出记录，无法与项目比较；没有做任何改动。请选择由本项目导出的目标表，或重新导出。</translation>
    </message>
    <message>
        <source>{name} has {pages} pages, more than the {limit} that can be read; nothing was imported. Split it and import the parts.</source>
        <translation>{name} 有 {pages} 页，超过可读取的 {limit} 页，未导入任何内容。请拆分后分别导入。</translation>
    </message>
    <message>
        <source>{name} holds no text; nothing was imported. If it shows pictures of pages, save it as text first.</source>
        <translation>{name} 不含文字，未导入任何内容。如果其中是页面图片，请先转换为文字。</translation>
    </message>
    <message>
        <source>{name} is a damaged PDF, or only a part of one; nothing was imported. Fetch it again from where it came, or print it to a new PDF and import that.</source>
        <translation>{name} 是已损坏或不完整的 PDF，未导入任何内容。请重新获取该文件，或打印为新的 PDF 后再导入。</translation>
    </message>
    <message>
        <source>{name} is a damaged Word document; nothing was imported. Open it in Word or WPS, let it be repaired, and save it again as .docx.</source>
        <translation>{name} 是已损坏的 Word 文档，未导入任何内容。请用 Word 或 WPS 打开并修复，再另存为 .docx。</translation>
    </message>
    <message>
        <source>{name} is a folder, not a document; nothing was imported. Choose the files inside it.</source>
        <translation>{name} 是文件夹而不是文档，未导入任何内容。请选择其中的文件。</translation>
    </message>
    <message>
        <source>{name} is empty; nothing was imported. Look for a complete copy of it.</source>
        <translation>{name} 是空文件，未导入任何内容。请查找完整的副本。</translation>
    </message>
    <message>
        <source>{name} is locked by a password; nothing was imported. Import it again and give its password.</source>
        <translation>{name} 受密码保护，未导入任何内容。请重新导入并输入密码。</translation>
    </message>
    <message>
        <source>{name} is no longer there; nothing was imported. Look whether it was moved or renamed.</source>
        <translation>{name} 已不存在，未导入任何内容。请检查它是否被移动或重命名。</translation>
    </message>
    <message>
        <source>{name} is no whole REFI-QDA file; nothing was taken over. Export it again from the program it comes from.</source>
        <translation>{name} 不是完整的 REFI-QDA 文件，未接收任何内容。请从原程序重新导出。</translation>
    </message>
    <message>
        <source>{name} is none of the documents that can be read, such as Word, PDF, web pages and text; nothing was imported. Open it in the program it was made with and save it as .docx or as text.</source>
        <translation>{name} 不是可以读取的文档（如 Word、PDF、网页和纯文本），未导入任何内容。请用原来的程序打开，另存为 .docx 或纯文本。</translation>
    </message>
    <message>
        <source>{name} is not a text: it holds binary data; nothing was imported. Open it in the program it was made with and save it as text or as a Word document (.docx).</source>
        <translation>{name} 不是文本文件，其中含有二进制数据，未导入任何内容。请用原来的程序打开，另存为纯文本或 Word 文档（.docx）。</translation>
    </message>
    <message>
        <source>{name} is not written in {encoding}; nothing was imported. Choose another encoding, or let the program find it.</source>
        <translation>{name} 的编码不是 {encoding}，未导入任何内容。请选择其他编码，或由程序自动识别。</translation>
    </message>
    <message>
        <source>{name} is protected by a password or an old .xls file; nothing was changed. Save it again as .xlsx without a password.</source>
        <translation>{name} 设有密码或是旧的 .xls 文件；没有做任何改动。请去掉密码并重新存为 .xlsx。</translation>
    </message>
    <message>
        <source>{name} is protected by a password; nothing was imported. Open it in Word or WPS, remove the password, and save it again.</source>
        <translation>{name} 受密码保护，未导入任何内容。请用 Word 或 WPS 打开，去除密码后重新保存。</translation>
    </message>
    <message>
        <source>{name} is too large ({size} MB; at most {limit} MB can be read); nothing was imported. Split it and import the parts.</source>
        <translation>{name} 过大（{size} MB，最大支持 {limit} MB），未导入任何内容。请拆分后分别导入。</translation>
    </message>
    <message>
        <source>{name} needs more memory to be read than this computer has free; nothing was imported. Close other programs, or split the file and import the parts.</source>
        <translation>读取 {name} 所需的内存超过本机可用内存，未导入任何内容。请关闭其他程序，或将文件拆分后分别导入。</translation>
    </message>
    <message>
        <source>{name} only encloses a document of another format; nothing was imported. Open it in Word or WPS and save it again as .docx.</source>
        <translation>{name} 只嵌入了另一种格式的文档，未导入任何内容。请用 Word 或 WPS 打开并重新另存为 .docx。</translation>
    </message>
    <message>
        <source>{name} was exported from another project; nothing was changed. Open that project, or choose a target sheet of this one.</source>
        <translation>{name} 是从另一个项目导出的；没有做任何改动。请打开那个项目，或选择本项目的目标表。</translation>
    </message>
    <message>
        <source>{name} was not read, because reading was stopped; nothing was imported. Add it once more.</source>
        <translation>{name} 未读取：读取已被停止，未导入任何内容。请重新添加。</translation>
    </message>
    <message>
        <source>{name} was not written: it is open in another program or protected against writing. The file on disk is unchanged. Close it there or choose another name.</source>
        <translation>{name} 未写入：文件正在其他程序中打开或受写保护。磁盘上的文件未改动。请先关闭该文件，或换一个名称。</translation>
    </message>
    <message>
        <source>{name} was not written: no report is kept in a file of that ending. Choose a name that ends in {suffixes}.</source>
        <translation>{name} 未写入：没有报告使用这种扩展名。请使用以 {suffixes} 结尾的名称。</translation>
    </message>
    <message>
        <source>{name} was not written: the folder {folder} does not exist. Choose another folder.</source>
        <translation>{name} 未写入：文件夹 {folder} 不存在。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{name} was not written: there is a folder of that name. Choose another name.</source>
        <translation>{name} 未写入：已有同名文件夹。请换一个名称。</translation>
    </message>
    <message>
        <source>{name} was not written: there is no report “{form}” in a file of that ending. Choose one of {forms}.</source>
        <translation>{name} 未写入：这种扩展名没有“{form}”报告。请从 {forms} 中选择。</translation>
    </message>
    <message>
        <source>{name} was not written: there is no space left on the disk. Nothing on the disk was changed. Free some space or choose another disk.</source>
        <translation>{name} 未写入：磁盘空间不足。磁盘上的文件未改动。请清理空间或选择其他磁盘。</translation>
    </message>
    <message>
        <source>{name} was not written: you may not create files in the folder {folder}. Choose another folder.</source>
        <translation>{name} 未写入：您无权在文件夹 {folder} 中创建文件。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{name} was not written: {reason}. Nothing on the disk was changed. Try again or choose another folder.</source>
        <translation>{name} 未写入：{reason}。磁盘上的文件未改动。请重试或选择其他文件夹。</translation>
    </message>
    <message>
        <source>{name} would unpack to {size} MB, more than the {limit} MB that can be read; nothing was imported. Save a copy without its pictures and import that.</source>
        <translation>{name} 解压后达 {size} MB，超过可读取的 {limit} MB，未导入任何内容。请去除图片另存一份后再导入。</translation>
    </message>
    <message>
        <source>{name} would unpack to {size} MB, more than the {limit} MB that can be read; nothing was taken over. Export it in parts.</source>
        <translation>{name} 解压后有 {size} MB，超过可读取的 {limit} MB，未接收任何内容。请分批导出。</translation>
    </message>
    <message>
        <source>{path} comes from an older Cezhu and must be upgraded first, which is not possible while it is write-protected or open elsewhere; it was left as it is. Close it there, or copy it elsewhere.</source>
        <translation>{path} 由旧版策注创建，需要先升级，但它受写保护或正在别处打开，无法升级，未作改动。请先在别处关闭，或复制到其他位置。</translation>
    </message>
    <message>
        <source>{path} could not be copied before its upgrade: {reason}. It was left as it is; make room beside it.</source>
        <translation>升级前无法备份 {path}：{reason}。文件未作改动，请在其所在磁盘腾出空间。</translation>
    </message>
    <message>
        <source>{path} could not be read: {reason}. It was left as it is; check its permissions and its disk.</source>
        <translation>无法读取 {path}：{reason}。文件未作改动，请检查其权限和所在磁盘。</translation>
    </message>
    <message>
        <source>{path} could not be upgraded: {reason}. It was left as it was, and a checked copy is at {copy}. Go on with the older Cezhu and send us this message.</source>
        <translation>无法升级 {path}：{reason}。文件保持原样，已校验的副本在 {copy}。请继续使用旧版策注，并将此消息发给我们。</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}. This change was not made, all earlier ones are kept. Make room on the disk, then try again.</source>
        <translation>无法写入 {path}：{reason}。本次更改未生效，此前的更改均已保存。请清理磁盘空间后重试。</translation>
    </message>
    <message>
        <source>{path} is damaged: {reason}. Nothing was written to it. Copy it to a safe place, then open your latest copy.</source>
        <translation>{path} 已损坏：{reason}。未向其中写入任何内容。请将它复制到安全的位置，再打开最近的备份。</translation>
    </message>
    <message>
        <source>{path} is not a Cezhu project; it was left as it is. Choose a file that ends in .cezhu.</source>
        <translation>{path} 不是策注项目，未作改动。请选择以 .cezhu 结尾的文件。</translation>
    </message>
    <message>
        <source>{path} is open in another program, that of {user}@{host}; nothing was changed. Close it there, or work on a copy.</source>
        <translation>{path} 已在另一程序中打开（{user}@{host}），未作任何更改。请在那里关闭它，或使用副本。</translation>
    </message>
    <message>
        <source>{path} is write-protected; nothing was changed. Allow writing to it, or work on a copy.</source>
        <translation>{path} 受写保护，未作任何更改。请允许写入，或使用副本。</translation>
    </message>
    <message>
        <source>{path} was last opened by a newer Cezhu (schema {found}; this one knows {known}); it was left as it is. Update Cezhu to open it.</source>
        <translation>{path} 上次由更新版本的策注打开（结构版本 {found}，当前支持 {known}），未作改动。请更新策注后再打开。</translation>
    </message>
    <message>
        <source>“{indicator}” is {figure} here and {other} in “{title}” for the same period.</source>
        <translation>“{indicator}”此处为{figure}，而“{title}”同期为{other}。</translation>
    </message>
    <message>
        <source>“{name}” cannot go under itself or under a label below it; the tree stays as it was.</source>
        <translation>“{name}”不能移到自身或其下级标签之下，标签树保持不变。</translation>
    </message>
    <message>
        <source>“{operator}” stands without words to join; nothing was looked for. Write words there, or &quot;{operator}&quot; in quotes to find the word itself.</source>
        <translation>“{operator}”旁边没有可连接的词，未进行检索。请补上词语；要查找这个词本身，请写成 &quot;{operator}&quot;。</translation>
    </message>
    <message>
        <source>“{quote}” is a target without a figure.</source>
        <translation>“{quote}”：目标没有数值。</translation>
    </message>
    <message>
        <source>“{quote}”: it is not said by when, or for which period, this target holds.</source>
        <translation>“{quote}”：没有写明目标的时期或期限。</translation>
    </message>
    <message>
        <source>“{quote}”: it is not said which indicator this target is about.</source>
        <translation>“{quote}”：没有写明是哪项指标。</translation>
    </message>
    <message>
        <source>“{quote}”: its source “{title}” has neither issuer nor number nor date to cite.</source>
        <translation>“{quote}”：所引文档“{title}”缺少发文机关、文号和日期，无法注明出处。</translation>
    </message>
    <message>
        <source>“{quote}”: no department leads this task.</source>
        <translation>“{quote}”：任务没有牵头单位。</translation>
    </message>
    <message>
        <source>“{quote}”: the figure {figure} has no unit.</source>
        <translation>“{quote}”：数值 {figure} 没有单位。</translation>
    </message>
    <message>
        <source>“{quote}”: the report can cite “{title}”, but no paragraph of it.</source>
        <translation>“{quote}”：只能注明出自“{title}”，无法注明段落。</translation>
    </message>
    <message>
        <source>“{title}” has suggestions nobody has confirmed ({count}); the report leaves them out.</source>
        <translation>“{title}”有 {count} 条建议尚未确认，报告中不会出现。</translation>
    </message>
    <message>
        <source>“{value}” cannot be the {name} of a document; it keeps what it had. Enter another value.</source>
        <translation>“{value}”不能用作文档的 {name}，原值保持不变。请输入其他值。</translation>
    </message>
    <message>
        <source>“{value}” does not fit the field “{field}”, which keeps what it had. Enter a number, a date or one of the choices, as the field asks for.</source>
        <translation>“{value}”不适合字段“{field}”，原值保持不变。请按字段要求输入数字、日期或选项。</translation>
    </message>
    <message>
        <source>“{word}” is in the list already with this meaning; nothing was changed. Remove one of the two, or write this one another way.</source>
        <translation>词表中已有含义相同的“{word}”，未作任何更改。请删除其中一个，或换一种写法。</translation>
    </message>
</context>
<context>
    <name>ProblemBox</name>
    <message>
        <source>Cezhu</source>
        <translation>策注</translation>
    </message>
    <message>
        <source>Something went wrong inside Cezhu: {error}. All changes made before are saved; you can go on.</source>
        <translation>策注内部出错：{error}。此前的更改均已保存，您可以继续工作。</translation>
    </message>
</context>
<context>
    <name>PropertiesDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Document properties</source>
        <translation>文档属性</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入时间</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
</context>
<context>
    <name>PropertyForm</name>
    <message>
        <source>Addressee</source>
        <translation>主送机关</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>发文日期</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>发文机关</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Published on</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>Reference year</source>
        <translation>基准年份</translation>
    </message>
    <message>
        <source>The year the document speaks of as “this year”.</source>
        <translation>文中“今年”“本年度”所指的年份。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>Quality</name>
    <message>
        <source>Blank pages: {count}</source>
        <translation>空白页：{count}</translation>
    </message>
    <message>
        <source>Characters of a private font: {count}</source>
        <translation>专用字体字符：{count}</translation>
    </message>
    <message>
        <source>Characters of watermarks left out: {count}</source>
        <translation>略去的水印字符：{count}</translation>
    </message>
    <message>
        <source>Characters that could not be read: {count}</source>
        <translation>无法读出的字符：{count}</translation>
    </message>
    <message>
        <source>Comments left out: {count}</source>
        <translation>略去的批注：{count}</translation>
    </message>
    <message>
        <source>Control characters dropped: {count}</source>
        <translation>略去的控制字符：{count}</translation>
    </message>
    <message>
        <source>Damaged pages: {count}</source>
        <translation>损坏的页：{count}</translation>
    </message>
    <message>
        <source>Embedded documents left out: {count}</source>
        <translation>略去的嵌入文档：{count}</translation>
    </message>
    <message>
        <source>Hidden characters left out: {count}</source>
        <translation>略去的隐藏字符：{count}</translation>
    </message>
    <message>
        <source>Lines of a table of contents left out: {count}</source>
        <translation>略去的目录行：{count}</translation>
    </message>
    <message>
        <source>Pages that are photographs: {count}</source>
        <translation>照片页：{count}</translation>
    </message>
    <message>
        <source>Pages that are pictures of text: {count}</source>
        <translation>没有文字层的扫描页：{count}</translation>
    </message>
    <message>
        <source>Pages with text recognised in pictures: {count}</source>
        <translation>经文字识别的页：{count}</translation>
    </message>
    <message>
        <source>Pictures that may show text, marked in it: {count}</source>
        <translation>可能含文字的图片（文中已标出）：{count}</translation>
    </message>
    <message>
        <source>Pictures without text left out: {count}</source>
        <translation>略去的图片：{count}</translation>
    </message>
    <message>
        <source>Radicals read as their characters: {count}</source>
        <translation>部首字符还原为汉字：{count}</translation>
    </message>
    <message>
        <source>Symbols left out: {count}</source>
        <translation>略去的符号：{count}</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>A click goes to the passage; export again, and this dialog is as you left it.</source>
        <translation>点击即转到标注；再次导出时，本窗口保持原样。</translation>
    </message>
    <message>
        <source>An editor would ask: {count}</source>
        <translation>编辑会提出的问题：{count}</translation>
    </message>
    <message>
        <source>Nothing: every figure has its unit, period and source.</source>
        <translation>没有问题：数据的单位、时限和出处齐全。</translation>
    </message>
</context>
<context>
    <name>ReadingOptions</name>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Keep line breaks: every line is a paragraph</source>
        <translation>保留换行：每行作为一段</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Recognise</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Recognise the text in pictures (takes some seconds a page)</source>
        <translation>识别图片中的文字（每页需数秒）</translation>
    </message>
    <message>
        <source>Recognised: {encoding}</source>
        <translation>已识别：{encoding}</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>This document has no pages to show: it is text only.</source>
        <translation>该文档只有文本，没有可显示的页面。</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>File name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>磁盘读写错误</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>文件或文件夹不存在</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>磁盘为只读</translation>
    </message>
    <message>
        <source>attempt to write a readonly database</source>
        <translation>文件为只读</translation>
    </message>
    <message>
        <source>commits to {}</source>
        <translation>承诺 {}</translation>
    </message>
    <message>
        <source>comparator {} + {}</source>
        <translation>比较词 {} + {}</translation>
    </message>
    <message>
        <source>database disk image is malformed</source>
        <translation>文件结构已损坏</translation>
    </message>
    <message>
        <source>database or disk is full</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>direction {} + {}</source>
        <translation>增减词 {} + {}</translation>
    </message>
    <message>
        <source>disk I/O error</source>
        <translation>磁盘读写错误</translation>
    </message>
    <message>
        <source>ending …{}</source>
        <translation>词尾 …{}</translation>
    </message>
    <message>
        <source>indicator {} + {}</source>
        <translation>指标 {} + {}</translation>
    </message>
    <message>
        <source>it does not say its schema</source>
        <translation>缺少结构版本信息</translation>
    </message>
    <message>
        <source>item {}</source>
        <translation>条目 {}</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>文件末尾缺失</translation>
    </message>
    <message>
        <source>modal {}</source>
        <translation>情态词 {}</translation>
    </message>
    <message>
        <source>name in marks …{}</source>
        <translation>引号内名称 …{}</translation>
    </message>
    <message>
        <source>name {}</source>
        <translation>名称 {}</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>number {}</source>
        <translation>数值 {}</translation>
    </message>
    <message>
        <source>object put first 把</source>
        <translation>“把”字句</translation>
    </message>
    <message>
        <source>own word {}</source>
        <translation>项目词语 {}</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>row of a table + {}</source>
        <translation>表格行 + {}</translation>
    </message>
    <message>
        <source>title …{}</source>
        <translation>标题 …{}</translation>
    </message>
    <message>
        <source>title 《…{}》</source>
        <translation>书名号标题 《…{}》</translation>
    </message>
    <message>
        <source>told before</source>
        <translation>前文已出现</translation>
    </message>
    <message>
        <source>unable to open database file</source>
        <translation>无法打开文件</translation>
    </message>
    <message>
        <source>verb {}</source>
        <translation>动词 {}</translation>
    </message>
    <message>
        <source>verb {} + …{}</source>
        <translation>动词 {} + …{}</translation>
    </message>
</context>
<context>
    <name>RegisterTree</name>
    <message>
        <source>Document number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>发文机关</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>提及</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>政策</translation>
    </message>
</context>
<context>
    <name>RegisterView</name>
    <message>
        <source>Name, number or issuer</source>
        <translation>名称、文号或发文机关</translation>
    </message>
    <message>
        <source>No policy is named yet.</source>
        <translation>还没有提到任何政策。</translation>
    </message>
    <message>
        <source>the first {count} are shown, words find the others</source>
        <translation>显示前 {count} 项，输入文字可查找其余</translation>
    </message>
</context>
<context>
    <name>ReportPreview</name>
    <message>
        <source>At a glance</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>The first {shown} of {documents} documents are shown here; the report has them all.</source>
        <translation>此处只显示 {documents} 份文档中的前 {shown} 份；报告包含全部文档。</translation>
    </message>
    <message>
        <source>The pages are being made…</source>
        <translation>正在生成页面…</translation>
    </message>
    <message>
        <source>The preview is being made…</source>
        <translation>正在生成预览…</translation>
    </message>
    <message>
        <source>True pages</source>
        <translation>实际页面</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>Bring back {name}</source>
        <translation>取回 {name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Left out: {count}</source>
        <translation>未予采用：{count}</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>The sheet says what the project says: there is nothing to take over.</source>
        <translation>表格与项目一致，没有需要接收的内容。</translation>
    </message>
    <message>
        <source>This project is open for reading only.</source>
        <translation>本项目以只读方式打开。</translation>
    </message>
    <message>
        <source>Ticked lines are taken over as one step, which Undo takes back. Nothing has been changed yet.</source>
        <translation>勾选的各行将一步接收，可一次撤销。目前尚未作任何更改。</translation>
    </message>
    <message>
        <source>{ticked} of {differences} ticked.</source>
        <translation>共 {differences}，已勾选 {ticked} 处。</translation>
    </message>
</context>
<context>
    <name>ReturnTree</name>
    <message>
        <source>(new labels: {names})</source>
        <translation>（新标签：{names}）</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Changed in the project alone: ticked, the old value comes back</source>
        <translation>仅项目中改过：勾选则恢复旧值</translation>
    </message>
    <message>
        <source>Changed in the sheet</source>
        <translation>表格中已改</translation>
    </message>
    <message>
        <source>Changed on both sides: ticked, the sheet wins</source>
        <translation>两边都改过：勾选则以表格为准</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>In the project</source>
        <translation>项目中</translation>
    </message>
    <message>
        <source>In the sheet</source>
        <translation>表格中</translation>
    </message>
    <message>
        <source>New rows: ticked, their quotes are tagged</source>
        <translation>新增的行：勾选则标注其原文</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Rows removed from the sheet: ticked, their passages are untagged</source>
        <translation>表格中删去的行：勾选则取消其标注</translation>
    </message>
</context>
<context>
    <name>Returning</name>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Bring a target sheet back</source>
        <translation>取回目标表</translation>
    </message>
    <message>
        <source>Excel workbooks</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>The sheet was not read; nothing was changed.</source>
        <translation>表格未读取，项目没有更改。</translation>
    </message>
    <message>
        <source>{differences} taken over from {name}; Undo takes it all back.</source>
        <translation>已从 {name} 接收 {differences}；撤销可一次还原。</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Name for this search</source>
        <translation>给这个检索起个名字</translation>
    </message>
    <message>
        <source>No search is saved yet: type one first</source>
        <translation>还没有保存的检索：请先输入检索式</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>保存此检索</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Excel…</source>
        <translation>Excel…</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选条件</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Putting the hits in order…</source>
        <translation>正在整理命中的次序…</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已存检索</translation>
    </message>
    <message>
        <source>Tag all…</source>
        <translation>全部标注…</translation>
    </message>
    <message>
        <source>{fetched} of {total} hits fetched…</source>
        <translation>已取得 {total} 处命中中的 {fetched} 处…</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search all documents</source>
        <translation>搜索全部文档</translation>
    </message>
    <message>
        <source>What can be typed here</source>
        <translation>这里可以输入什么</translation>
    </message>
</context>
<context>
    <name>SearchFilters</name>
    <message>
        <source>AND and NOT within whole documents</source>
        <translation>与、非以整篇文档为范围</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>发文机关</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Traditional = simplified</source>
        <translation>繁体与简体视为相同</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>{name}: write it like {example}.</source>
        <translation>{name}：请写成 {example} 的样子。</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>A phrase in quotes: spaces and operators are plain text</source>
        <translation>引号里是短语：空格和运算符都按原字查找</translation>
    </message>
    <message>
        <source>Any characters, from one on, exactly as they stand</source>
        <translation>任意字词，一个字起，原样查找</translation>
    </message>
    <message>
        <source>At most so many characters apart, in any paragraph</source>
        <translation>相隔不超过这么多字，可跨段落</translation>
    </message>
    <message>
        <source>Both in one paragraph; also AND, 与</source>
        <translation>同一段里都有；也可写 AND、与</translation>
    </message>
    <message>
        <source>Brackets group</source>
        <translation>括号分组</translation>
    </message>
    <message>
        <source>Finds 二〇二三 too; width and case never matter</source>
        <translation>也找到二〇二三；全角半角、大小写不分</translation>
    </message>
    <message>
        <source>Latin words that begin so</source>
        <translation>以此开头的西文词</translation>
    </message>
    <message>
        <source>Not in the same paragraph; also NOT, 非</source>
        <translation>同一段里没有后者；也可写 NOT、非</translation>
    </message>
    <message>
        <source>One of them; also 或</source>
        <translation>其中之一；也可写 或</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>Nothing found for “{query}”.</source>
        <translation>未找到“{query}”。</translation>
    </message>
    <message>
        <source>Type in the search field to look through all documents.</source>
        <translation>在搜索框中输入文字，即可搜索全部文档。</translation>
    </message>
</context>
<context>
    <name>SearchTagging</name>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Only the words found</source>
        <translation>仅命中的词</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>标注内容</translation>
    </message>
    <message>
        <source>Tag all hits</source>
        <translation>标注全部命中</translation>
    </message>
    <message>
        <source>Tag {count}</source>
        <translation>标注 {count} 处</translation>
    </message>
    <message>
        <source>What is tagged so already is left out.</source>
        <translation>已经这样标注的不再列出。</translation>
    </message>
    <message>
        <source>Whole sentences</source>
        <translation>整句</translation>
    </message>
    <message>
        <source>{count} more are not listed, and will be tagged too.</source>
        <translation>另有 {count} 处未列出，也会一并标注。</translation>
    </message>
</context>
<context>
    <name>SearchWork</name>
    <message>
        <source>Hits.xlsx</source>
        <translation>检索结果.xlsx</translation>
    </message>
    <message>
        <source>Tagging {count} hits</source>
        <translation>正在标注 {count} 处命中</translation>
    </message>
    <message>
        <source>The other hits were not tagged; those that were are one step to undo.</source>
        <translation>其余命中没有标注；已标注的可以一步撤销。</translation>
    </message>
    <message>
        <source>Write the hits to Excel</source>
        <translation>把命中写入 Excel</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写入 {name}</translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation>{name} 已写入。</translation>
    </message>
    <message>
        <source>{name} was not written.</source>
        <translation>{name} 没有写入。</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Font of documents</source>
        <translation>文档字体</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Language of reports</source>
        <translation>报告语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Older steps are forgotten when the project is opened.</source>
        <translation>更早的步骤会在打开项目时清除。</translation>
    </message>
    <message>
        <source>Open documents with their outline where there is room</source>
        <translation>宽度足够时打开文档即显示大纲</translation>
    </message>
    <message>
        <source>Open the last project at the start</source>
        <translation>启动时打开上次的项目</translation>
    </message>
    <message>
        <source>Size of documents, in points</source>
        <translation>文档字号（磅）</translation>
    </message>
    <message>
        <source>Stands beside what you tag and in the reports.</source>
        <translation>显示在您的标注旁和报告中。</translation>
    </message>
    <message>
        <source>Steps that can be undone</source>
        <translation>可撤销的步骤数</translation>
    </message>
    <message>
        <source>The window opens anew in it, as everything stands.</source>
        <translation>窗口随即以该语言重新打开，一切保持原样。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>简体中文</source>
        <translation>简体中文</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>The id of each row is always there: by it the edited sheet finds its way back.</source>
        <translation>每行的编号始终保留，改过的表格凭它取回。</translation>
    </message>
    <message>
        <source>Tick at least one column of the sheet “{sheet}”.</source>
        <translation>请至少勾选工作表“{sheet}”的一列。</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
</context>
<context>
    <name>Shelving</name>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Documents that were in the project already: {known}.</source>
        <translation>项目中已有的文档：{known} 份。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>New: {documents}, {passages}, {labels}.</source>
        <translation>新增：{documents}、{passages}、{labels}。</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>Take over a REFI-QDA file</source>
        <translation>接收 REFI-QDA 文件</translation>
    </message>
    <message>
        <source>The file was not taken over.</source>
        <translation>文件未被接收。</translation>
    </message>
    <message>
        <source>What had no place:</source>
        <translation>未能接收的内容：</translation>
    </message>
    <message>
        <source>{left} of {total} documents were not imported.</source>
        <translation>{total} 份文档中有 {left} 份没有导入。</translation>
    </message>
    <message>
        <source>{name} is taken over.</source>
        <translation>{name} 已接收。</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Filter by command or key</source>
        <translation>按命令或按键筛选</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>SieveBar</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>全部部门</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>按年份</translation>
    </message>
    <message>
        <source>Confirm all sure ones ({count})</source>
        <translation>确认全部有把握的（{count}）</translation>
    </message>
    <message>
        <source>Export target sheet…</source>
        <translation>导出目标表…</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Only sure ones</source>
        <translation>只看有把握的</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>已报告</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>待确认</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Cezhu</source>
        <translation>策注</translation>
    </message>
    <message>
        <source>Read policy documents side by side, tag what they promise, hand in the report.</source>
        <translation>并排研读政策文件，标注任务与目标，一键生成报告。</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>All changes saved · {time}</source>
        <translation>更改已全部保存 · {time}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Documents {count}</source>
        <translation>文档 {count}</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>{work}: waits for what is under way</source>
        <translation>{work}：等前一项工作完成后开始</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>add label</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>add word</source>
        <translation>添加词语</translation>
    </message>
    <message>
        <source>change kind</source>
        <translation>更改类别</translation>
    </message>
    <message>
        <source>change word</source>
        <translation>修改词语</translation>
    </message>
    <message>
        <source>confirm link</source>
        <translation>确认关联</translation>
    </message>
    <message>
        <source>confirm suggestions</source>
        <translation>确认建议</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>judge promise</source>
        <translation>改判目标结论</translation>
    </message>
    <message>
        <source>keep preset</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <source>link</source>
        <translation>建立关联</translation>
    </message>
    <message>
        <source>make several targets</source>
        <translation>拆分为多个目标</translation>
    </message>
    <message>
        <source>merge names</source>
        <translation>合并名称</translation>
    </message>
    <message>
        <source>move</source>
        <translation>调整范围</translation>
    </message>
    <message>
        <source>move label</source>
        <translation>移动标签</translation>
    </message>
    <message>
        <source>propose traces</source>
        <translation>建议目标追踪</translation>
    </message>
    <message>
        <source>put label</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>rebuild the index</source>
        <translation>重建索引</translation>
    </message>
    <message>
        <source>recolour label</source>
        <translation>更改标签颜色</translation>
    </message>
    <message>
        <source>refuse link</source>
        <translation>否决关联</translation>
    </message>
    <message>
        <source>reject suggestions</source>
        <translation>否决建议</translation>
    </message>
    <message>
        <source>remove document</source>
        <translation>移除文档</translation>
    </message>
    <message>
        <source>remove label</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>remove preset</source>
        <translation>删除方案</translation>
    </message>
    <message>
        <source>remove search</source>
        <translation>移除检索</translation>
    </message>
    <message>
        <source>remove word</source>
        <translation>删除词语</translation>
    </message>
    <message>
        <source>rename label</source>
        <translation>重命名标签</translation>
    </message>
    <message>
        <source>restore document</source>
        <translation>恢复文档</translation>
    </message>
    <message>
        <source>save search</source>
        <translation>保存检索</translation>
    </message>
    <message>
        <source>set field</source>
        <translation>填写字段</translation>
    </message>
    <message>
        <source>set property</source>
        <translation>修改文档属性</translation>
    </message>
    <message>
        <source>split names</source>
        <translation>拆分名称</translation>
    </message>
    <message>
        <source>suggest</source>
        <translation>生成建议</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>tag all hits</source>
        <translation>标注全部命中</translation>
    </message>
    <message>
        <source>tag mentions</source>
        <translation>标注其他提及</translation>
    </message>
    <message>
        <source>take back sheet</source>
        <translation>取回目标表</translation>
    </message>
    <message>
        <source>take label</source>
        <translation>移除标签</translation>
    </message>
    <message>
        <source>take over</source>
        <translation>接收文件</translation>
    </message>
    <message>
        <source>unlink</source>
        <translation>删除关联</translation>
    </message>
    <message>
        <source>untag</source>
        <translation>取消标注</translation>
    </message>
</context>
<context>
    <name>Stepping</name>
    <message>
        <source>Redone: {step}</source>
        <translation>已重做：{step}</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>已撤销：{step}</translation>
    </message>
</context>
<context>
    <name>Suggesting</name>
    <message>
        <source>Deciding on {suggestions}</source>
        <translation>正在处理 {suggestions}</translation>
    </message>
    <message>
        <source>No suggestions wait in this document.</source>
        <translation>本文档没有待处理的建议。</translation>
    </message>
    <message>
        <source>Nothing new to suggest.</source>
        <translation>没有新的建议。</translation>
    </message>
    <message>
        <source>Reading {documents} for suggestions</source>
        <translation>正在为 {documents}提取建议</translation>
    </message>
    <message>
        <source>What was decided before stays; the rest waits.</source>
        <translation>此前已作的决定保留，其余的继续待定。</translation>
    </message>
    <message>
        <source>What was read before stays; the rest was not read.</source>
        <translation>已提取的建议保留，其余文档未读。</translation>
    </message>
    <message>
        <source>{made} new suggestions, {waiting} wait. N next · C confirm · X reject</source>
        <translation>新增 {made} 条建议，共 {waiting} 条待处理。N 下一条 · C 确认 · X 否决</translation>
    </message>
    <message>
        <source>{suggestions} confirmed</source>
        <translation>已确认 {suggestions}</translation>
    </message>
</context>
<context>
    <name>SuggestionCard</name>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>否决</translation>
    </message>
    <message>
        <source>Suggestion, {sure} % sure</source>
        <translation>建议，把握 {sure}%</translation>
    </message>
    <message>
        <source>{suggestions}, {least}–{most} % sure</source>
        <translation>{suggestions}，把握 {least}%–{most}%</translation>
    </message>
</context>
<context>
    <name>SuggestionsBar</name>
    <message>
        <source>By place</source>
        <translation>按位置</translation>
    </message>
    <message>
        <source>By sureness</source>
        <translation>按把握</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Confirm many</source>
        <translation>批量确认</translation>
    </message>
    <message>
        <source>Confirm the selected rows (Enter)</source>
        <translation>确认选中的行（Enter）</translation>
    </message>
    <message>
        <source>Confirm {count}</source>
        <translation>确认 {count} 条</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>否决</translation>
    </message>
    <message>
        <source>Reject the selected rows (Delete); they do not come back</source>
        <translation>否决选中的行（Delete），以后不再出现</translation>
    </message>
    <message>
        <source>Sureness from</source>
        <translation>把握不低于</translation>
    </message>
</context>
<context>
    <name>SuggestionsPage</name>
    <message>
        <source>All rows shown</source>
        <translation>列表中的全部</translation>
    </message>
    <message>
        <source>All {kinds}</source>
        <translation>全部{kinds}</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>否决</translation>
    </message>
    <message>
        <source>What the document shows now</source>
        <translation>文档当前显示的</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>Looking for mentions of {name}</source>
        <translation>正在查找“{name}”的其他提及</translation>
    </message>
    <message>
        <source>The mentions were not looked for to the end.</source>
        <translation>未查找完毕。</translation>
    </message>
    <message>
        <source>This passage names no policy and no indicator that could be looked for.</source>
        <translation>该标注没有政策名称或指标，无从查找。</translation>
    </message>
    <message>
        <source>{name} stands nowhere else, or is tagged everywhere already.</source>
        <translation>“{name}”没有其他提及，或均已标注。</translation>
    </message>
</context>
<context>
    <name>TextArea</name>
    <message>
        <source>several values</source>
        <translation>多个值</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Measured in</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>No indicator has a number for two years yet.</source>
        <translation>还没有一个指标有两年的数值。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>reported, otherwise</source>
        <translation>报告，其他情况</translation>
    </message>
    <message>
        <source>reported, {state}</source>
        <translation>报告，{state}</translation>
    </message>
    <message>
        <source>the {count} best told</source>
        <translation>依据最充分的 {count} 项</translation>
    </message>
    <message>
        <source>{unit}, change</source>
        <translation>{unit}，变化</translation>
    </message>
</context>
<context>
    <name>TogetherView</name>
    <message>
        <source>Labels and kinds</source>
        <translation>标签与类别</translation>
    </message>
    <message>
        <source>Labels and labels</source>
        <translation>标签与标签</translation>
    </message>
    <message>
        <source>No passage has a label yet. Labels are put on in the inspector.</source>
        <translation>还没有带标签的标注。可在检查器中添加标签。</translation>
    </message>
    <message>
        <source>Paragraphs in which both labels stand; a label with itself: all of its own</source>
        <translation>两个标签同时出现的段落数；标签与自身：其出现的全部段落</translation>
    </message>
    <message>
        <source>Passages of a kind that have the label</source>
        <translation>带有该标签的各类标注数</translation>
    </message>
</context>
<context>
    <name>TrackerView</name>
    <message>
        <source>No promise meets the filter.</source>
        <translation>没有符合筛选条件的承诺。</translation>
    </message>
    <message>
        <source>No promises yet. Import the documents of two years, and what they promise stands here.</source>
        <translation>还没有承诺。导入两年的文档，其中的承诺就会列在这里。</translation>
    </message>
    <message>
        <source>The promises are being worked out.</source>
        <translation>正在梳理承诺。</translation>
    </message>
</context>
<context>
    <name>Tracking</name>
    <message>
        <source>Comparing two documents</source>
        <translation>正在比较两份文档</translation>
    </message>
    <message>
        <source>Reading the policies</source>
        <translation>正在读取政策</translation>
    </message>
    <message>
        <source>The view was not filled.</source>
        <translation>视图未填写。</translation>
    </message>
</context>
<context>
    <name>TrackingPanel</name>
    <message>
        <source>Back to the ledgers</source>
        <translation>回到台账</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Policy register</source>
        <translation>政策登记簿</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>The project has changed.</source>
        <translation>项目有改动。</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>承诺追踪</translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Delete what is in the trash for good? Documents: {count}.</source>
        <translation>要永久删除回收站中的 {count} 份文档吗？</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移除时间</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restored documents come back with all their passages.</source>
        <translation>恢复文档时，其全部标注一并恢复。</translation>
    </message>
    <message>
        <source>The documents, their passages and the files they were imported from are deleted. Nothing that was done before can be undone afterwards.</source>
        <translation>文档、其标注以及导入的原始文件都将被删除，此前的所有操作也无法再撤销。</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
</context>
<context>
    <name>TruePages</name>
    <message>
        <source>The pages are being made…</source>
        <translation>正在生成页面…</translation>
    </message>
    <message>
        <source>and {pages} more</source>
        <translation>另有 {pages}</translation>
    </message>
</context>
<context>
    <name>UpgradeDialog</name>
    <message>
        <source>Bringing “{name}” up to date…</source>
        <translation>正在把“{name}”升级到新版本…</translation>
    </message>
    <message>
        <source>It comes from an older Cezhu. A copy of it as it was stays beside it.</source>
        <translation>它由较早版本的策注保存。升级前的原样副本会留在它旁边。</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
</context>
<context>
    <name>WordWork</name>
    <message>
        <source>Counting words</source>
        <translation>统计词语</translation>
    </message>
    <message>
        <source>Counting words…</source>
        <translation>正在统计词语…</translation>
    </message>
    <message>
        <source>The words were not counted to the end; open the window of words to go on.</source>
        <translation>词语统计未完成；重新打开词语窗口即可继续。</translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation>{name}已写好。</translation>
    </message>
    <message>
        <source>{words} in {documents}</source>
        <translation>{documents}，{words}</translation>
    </message>
</context>
<context>
    <name>WordsWindow</name>
    <message>
        <source>Add to the lexicon…</source>
        <translation>加入词库…</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>全部文档</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Co-occurrence</source>
        <translation>共现</translation>
    </message>
    <message>
        <source>Export table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Export table…</source>
        <translation>导出表格…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>词频</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Leave the chosen words out from now on, in this project.</source>
        <translation>在本项目中今后不再统计所选词语。</translation>
    </message>
    <message>
        <source>Open documents</source>
        <translation>已打开的文档</translation>
    </message>
    <message>
        <source>Stop word</source>
        <translation>设为停用词</translation>
    </message>
    <message>
        <source>Through the years</source>
        <translation>历年走势</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
</context>
<context>
    <name>YearEditor</name>
    <message>
        <source>not a year</source>
        <translation>不是有效年份</translation>
    </message>
</context>
<context>
    <name>YearsView</name>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Times in 10,000 characters, by reference year</source>
        <translation>每万字出现次数，按所属年度</translation>
    </message>
    <message>
        <source>Up to five words, with spaces between them</source>
        <translation>最多五个词，用空格分隔</translation>
    </message>
    <message>
        <source>{word}, {year}
{times} times, {rate} in 10,000 characters</source>
        <translation>{word}，{year}年
{times}次，每万字{rate}次</translation>
    </message>
</context>
</TS>
