"""Decks, and every file that holds one."""
