"""One maker a kind of slide."""
