"""The window of words: frequencies, keywords, lines through the years, labels that stand together."""
