"""Every command of the window, one line each.

Menus, toolbar, shortcuts and the page of shortcuts are built from this list (`desktop/actions.py`); what a
command does stands in the connections of `desktop/main_window.py`. All words are English and are looked up
in the catalogue under "Command".
"""

from dataclasses import dataclass

from exporters import EXPORTERS


@dataclass(frozen=True)
class Command:
    """One command.

    `menu` is the path of its menu; `rule` draws a line before it. `needs` names what must be the case for
    it to be enabled: project, writable, document (in the active pane), selection, passage and suggestion
    (in focus), chosen (documents in the library), undo, redo, trash, panes (two or more). `bar` is its
    place in the toolbar: tens form groups, from 90 on the right side; 0 keeps it out. `words` stand beside
    its icon there.
    """

    id: str
    text: str
    keys: str = ""
    icon: str = ""
    menu: str = ""
    needs: str = ""
    rule: bool = False
    bar: int = 0
    words: str = ""
    checkable: bool = False


FILE, EDIT, PASSAGE, VIEW, HELP = "&File", "&Edit", "&Passage", "&View", "&Help"
SUGGEST = "&Suggestions"
RECENT, EXPORT = "&File/Open &recent", "&File/E&xport as"
PANES, ALIGN, LEDGERS = "&View/&Panes", "&View/Diffe&rences", "&View/&Go to ledger"
YEARS = "&View/&Year on year"
MENUS = (FILE, RECENT, EXPORT, EDIT, PASSAGE, SUGGEST, VIEW, PANES, ALIGN, LEDGERS, YEARS, HELP)
AFTER = {RECENT: "open", EXPORT: "target_sheet"}
"""The commands that menus within a menu follow; the others stand at the end."""

_OWN: tuple[Command, ...] = (
    Command("new", "&New project…", "Ctrl+N", "new", FILE),
    Command("open", "&Open project…", "Ctrl+O", "open", FILE),
    Command("forget_recent", "&Clear this list", menu=RECENT, rule=True),
    Command("sample", "Open the s&ample project", "", "sample", FILE),
    Command("import", "&Import…", "Ctrl+I", "import", FILE, "writable", rule=True, bar=10, words="Import"),
    Command("take_over", "Ta&ke over from REFI-QDA…", "", "", FILE, "writable"),
    Command("properties", "Document &properties…", "Alt+Return", "properties", FILE, "chosen", rule=True),
    Command("open_beside", "Open be&side", "Ctrl+Return", "beside", FILE, "chosen"),
    Command("remove", "Remove &document", "Ctrl+Delete", "trash", FILE, "chosen writable"),
    Command("trash", "&Trash…", "", "restore", FILE, "project"),
    Command("briefing", "Export &briefing…", "Ctrl+E", "briefing", FILE, "project", True, 90, "Briefing"),
    Command(
        "target_sheet", "Export target s&heet…", "Ctrl+Shift+E", "sheet", FILE, "project", False, 91, "Sheet"
    ),
    Command("bring_back", "Brin&g a target sheet back…", "", "import", FILE, "project"),
    Command("close_project", "&Close project", "Ctrl+Shift+W", "", FILE, "project", rule=True),
    Command("settings", "S&ettings…", "Ctrl+,", "settings", FILE),
    Command("quit", "&Quit", "Ctrl+Q", "", FILE),
    Command("undo", "&Undo", "Ctrl+Z", "undo", EDIT, "undo writable", bar=20),
    Command("redo", "&Redo", "Ctrl+Shift+Z, Ctrl+Y", "redo", EDIT, "redo writable", bar=21),
    Command("find", "&Find in the document", "Ctrl+F", "search", EDIT, "document", rule=True),
    Command("search", "&Search all documents", "Ctrl+Shift+F", "search", EDIT, "project"),
    Command("go_back", "Go back to where you were", "Ctrl+[", "previous", EDIT, "project"),
    Command("reindex", "Rebuild the search index", "", "refresh", EDIT, "writable"),
    Command("tag_task", "&Task", "1", "task", PASSAGE, "selection writable", bar=30, words="Task"),
    Command("tag_target", "T&arget", "2", "target", PASSAGE, "selection writable", bar=31, words="Target"),
    Command("tag_policy", "&Policy", "3", "policy", PASSAGE, "selection writable", bar=32, words="Policy"),
    Command("untag", "&Untag", "Delete", "untag", PASSAGE, "passage writable", bar=33),
    Command("to_task", "Make it a task", "Ctrl+1", "", PASSAGE, "passage writable", rule=True),
    Command("to_target", "Make it a target", "Ctrl+2", "", PASSAGE, "passage writable"),
    Command("to_policy", "Make it a policy", "Ctrl+3", "", PASSAGE, "passage writable"),
    Command("widen", "&Widen the selection", "Ctrl+Up", "widen", PASSAGE, "document", rule=True),
    Command("narrow", "&Narrow the selection", "Ctrl+Down", "narrow", PASSAGE, "selection"),
    Command(
        "start_back", "Start one character earlier", "Alt+Shift+Left", "", PASSAGE, "passage writable", True
    ),
    Command("start_on", "Start one character later", "Alt+Shift+Right", "", PASSAGE, "passage writable"),
    Command("end_back", "End one character earlier", "Alt+Left", "", PASSAGE, "passage writable"),
    Command("end_on", "End one character later", "Alt+Right", "", PASSAGE, "passage writable"),
    Command("previous", "P&revious passage", "Shift+F8", "previous", PASSAGE, "document", rule=True),
    Command("next", "Ne&xt passage", "F8", "next", PASSAGE, "document"),
    Command("in_ledger", "Show in the &ledger", "Ctrl+L", "ledgers", PASSAGE, "passage"),
    Command(
        "suggest", "&Suggest", "Ctrl+G", "suggest", SUGGEST, "document writable", bar=40, words="Suggest"
    ),
    Command("suggest_chosen", "Suggest for the chosen &documents", "", "", SUGGEST, "chosen writable"),
    Command("suggest_all", "Suggest for the &whole project", "Ctrl+Shift+G", "", SUGGEST, "project writable"),
    Command("next_suggestion", "&Next suggestion", "N", "next", SUGGEST, "document", rule=True),
    Command("previous_suggestion", "&Previous suggestion", "Shift+N", "previous", SUGGEST, "document"),
    Command("confirm", "&Confirm", "C", "check", SUGGEST, "suggestion writable"),
    Command("confirm_next", "Confirm and &go on", "Y", "", SUGGEST, "suggestion writable"),
    Command("reject", "&Reject and go on", "X, Backspace", "close", SUGGEST, "suggestion writable"),
    Command(
        "confirm_kind",
        "Confirm all of this &kind in the document",
        "Ctrl+Shift+K",
        "",
        SUGGEST,
        "suggestion writable",
        True,
    ),
    Command("confirm_page", "Confirm what the pane s&hows", "Ctrl+Shift+Y", "", SUGGEST, "document writable"),
    Command(
        "confirm_sure",
        "Confirm all s&ure enough in the document",
        "Ctrl+Shift+U",
        "",
        SUGGEST,
        "document writable",
    ),
    Command("tag_others", "Tag &other mentions…", "Ctrl+Shift+M", "all", SUGGEST, "passage writable", True),
    Command("lexicon", "Words of this pro&ject…", "", "book", SUGGEST, "project"),
    Command("library", "&Library", "Ctrl+B", "library", VIEW, "project", bar=60, checkable=True),
    Command("inspector", "&Inspector", "Ctrl+Shift+B", "inspector", VIEW, "project", bar=62, checkable=True),
    Command("ledgers", "Le&dgers", "Ctrl+J", "ledgers", VIEW, "project", bar=61, checkable=True),
    Command("outline", "&Outline", "Ctrl+Shift+O", "outline", VIEW, "document", rule=True),
    Command("page", "Pages or &text", "F4", "page", VIEW, "document"),
    Command("page_beside", "Text and pages &side by side", "Shift+F4", "", VIEW, "document"),
    Command("one_pane", "&One pane", "Ctrl+Alt+1", "document", PANES, "project"),
    Command("two_panes", "T&wo panes", "Ctrl+Alt+2", "panes", PANES, "project"),
    Command("three_panes", "T&hree panes", "Ctrl+Alt+3", "", PANES, "project"),
    Command("four_panes", "&Four panes", "Ctrl+Alt+4", "", PANES, "project"),
    Command("split", "&Split", "Ctrl+\\", "split", PANES, "project", rule=True, bar=50),
    Command("swap", "Sw&ap with the next pane", "Ctrl+Shift+X", "swap", PANES, "panes"),
    Command("close_pane", "&Close pane", "Ctrl+W", "close", PANES, "project"),
    Command("other_pane", "&Next pane", "F6", "", PANES, "panes"),
    Command("linked", "&Linked scrolling", "Ctrl+Shift+L", "link", PANES, "panes", True, 52, checkable=True),
    Command("aligned", "Ali&gn panes", "Ctrl+Shift+A", "align", PANES, "project", bar=53, checkable=True),
    Command("next_difference", "&Next difference", "F7", "down", ALIGN, "panes"),
    Command("previous_difference", "&Previous difference", "Shift+F7", "up", ALIGN, "panes"),
    Command("next_new", "Next ne&w sentence", "Ctrl+F7", "", ALIGN, "panes", rule=True),
    Command("next_dropped", "Next &dropped sentence", "Ctrl+Shift+F7", "", ALIGN, "panes"),
    Command("partner", "&Jump to what corresponds", "F9", "", ALIGN, "panes", rule=True),
    Command("show_difference", "&Show the difference", "Shift+F9", "", ALIGN, "panes"),
    Command("zoom_in", "&Zoom in", "Ctrl+=", "zoom_in", VIEW, "document", rule=True),
    Command("zoom_out", "Zoom o&ut", "Ctrl+-", "zoom_out", VIEW, "document"),
    Command("zoom_reset", "&Actual size", "Ctrl+0", "", VIEW, "document"),
    Command("ledger_task", "&Tasks", "Alt+1", "task", LEDGERS, "project"),
    Command("ledger_target", "T&argets", "Alt+2", "target", LEDGERS, "project"),
    Command("ledger_policy", "&Policies", "Alt+3", "policy", LEDGERS, "project"),
    Command("ledger_suggestions", "S&uggestions", "Alt+4", "suggest", LEDGERS, "project"),
    Command("ledger_search", "&Search results", "Alt+5", "search", LEDGERS, "project"),
    Command("tracker", "&Tracker of promises", "F12", "years", YEARS, "project", bar=63),
    Command("timeline", "Time&line of an indicator", "Shift+F12", "", YEARS, "project"),
    Command("register", "&Policy register", "Ctrl+F12", "", YEARS, "project"),
    Command("comparison", "&Comparison of two documents", "Ctrl+Shift+F12", "", YEARS, "project"),
    Command("suggest_links", "&Suggest links for what is traced", "", "", YEARS, "writable", rule=True),
    Command("words", "&Word counts…", "Alt+0", "", VIEW, "project", rule=True),
    Command("shortcuts", "&Keyboard shortcuts", "F1", "keyboard", HELP),
    Command("about", "&About Cezhu", "", "info", HELP),
)

COMMANDS: tuple[Command, ...] = (
    *_OWN,
    *(
        Command(exporter.name, f"{exporter.en}…", menu=EXPORT, needs="project")
        for exporter in EXPORTERS
        if exporter.name not in {command.id for command in _OWN}
    ),
)
"""Those above, and one for every other form of report."""
