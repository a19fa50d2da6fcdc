"""Word documents: each thing a reader sees in them."""
