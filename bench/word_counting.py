"""words: forty documents counted, against rjieba cutting them; frequencies and keywords, against a plain sum.

What was counted is kept while the program runs: the first is waited for once, the second at every choice.
"""

from collections import Counter
from collections.abc import Iterator

import rjieba

from analysis.lexicons import words_of
from bench.aligning import report
from bench.measure import Result, alternate, seconds
from workbench import word_counts
from workbench.word_counts import Source, Task, WordCounts

DOCUMENTS, LENGTH = 40, 20_000
"""Reports of a usual length, in all fewer characters than are shared out among processes."""


def measure() -> Iterator[Result]:
    texts = [report(LENGTH, seed) for seed in range(DOCUMENTS)]
    task = Task(tuple(enumerate(texts)), ())
    sources = [Source(id_, "", 2000 + id_, len(text)) for id_, text in task.texts]
    known, stops = counted(task), words_of("stop_words")
    plain = [Counter(rjieba.cut(text)) for text in texts]

    def count(_run: int) -> float:
        return seconds(lambda: counted(task))

    def cut(_run: int) -> float:
        return seconds(lambda: [rjieba.cut(text) for text in texts])

    def tell(_run: int) -> float:
        return seconds(lambda: (known.frequencies(sources, stops), known.keywords(sources, stops)))

    def add_up(_run: int) -> float:
        return seconds(lambda: (total(plain).most_common(), [words.most_common(20) for words in plain]))

    yield Result("words", f"{DOCUMENTS} documents counted", *alternate(count, cut), goal=2.0)
    yield Result("words", "their frequencies and keywords", *alternate(tell, add_up), goal=3.0)


def counted(task: Task) -> WordCounts:
    """The words of the documents, as the window keeps them."""
    counts = WordCounts()
    counts.take(task, word_counts.count(task))
    return counts


def total(documents: list[Counter[str]]) -> Counter[str]:
    words: Counter[str] = Counter()
    for document in documents:
        words.update(document)
    return words
