"""What the reading pane is made of: rows of set text, passages painted on them, caret, search and outline.

`desktop/document_pane.py` is the widget; here stand its parts. All offsets are code points of the document's
text, all lengths logical pixels.
"""
