"""Decks: what an address defines, the slides it makes, the files that hold them."""
