"""Benchmarks: every row is a ratio of our work to the least work that could do it, both measured in one run.

A row is a module with `measure()`, which yields its results, and its line in ROWS. docs/performance.md says
what each row does and why its goal is what it is.
"""

ROWS = {
    "start": "bench.start",
    "open": "bench.opening",
    "tag": "bench.tagging",
    "undo": "bench.undoing",
    "scroll": "bench.scrolling",
    "ledger": "bench.ledgers",
    "search": "bench.searching",
    "words": "bench.word_counting",
    "xlsx": "bench.sheets",
    "docx": "bench.briefings",
    "pdf": "bench.printed",
    "page": "bench.page_pictures",
    "read": "bench.suggesting",
    "align": "bench.aligning",
    "trace": "bench.tracing",
    "growth": "bench.growth",
    "memory": "bench.memory",
}
