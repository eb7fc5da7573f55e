"""Rows in, bytes out: files that readers take with them."""
