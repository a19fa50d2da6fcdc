"""What the page pane is made of: pages in a column, their pictures, passages painted on them.

`desktop/page_pane.py` is the widget. Places come packed from the import; pictures are painted by the same
engine, pypdfium2, in a thread of its own (`engine`), in tiles that are kept as long as there is room.
"""
