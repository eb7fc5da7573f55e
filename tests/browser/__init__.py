"""The product in a real Chromium, against a real server over a copy of data/."""
