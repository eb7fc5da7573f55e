"""Roadmap 72: provincial health plans side by side. See README.md for the floors between the folders."""
