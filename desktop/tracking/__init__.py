"""Year on year: what became of promises, indicators and policies, and how two documents differ."""
