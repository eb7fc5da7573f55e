"""Rows in, bytes out: the files that readers take away."""
