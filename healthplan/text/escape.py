"""Words that came from a file, an address or a reader, for those parts of a screen that read Markdown: labels
of buttons, switches and radios, messages, captions, titles."""

import re

SIGN = re.compile(r"[!-/:-@\[-`{-~]")  # all that Markdown may take for more than itself
# Streamlit makes links, smileys, icons and arrows of what is left when Markdown was read: an unseen letter
# that joins words (U+2060) stands in their midst.
MADE = re.compile(r"(?<=:)(?=[\w/+-])|(?<=www)(?=\.)|(?=@)|(?<=[-<>~=])(?=[-<>=])", re.IGNORECASE)


def markdown_escape(text: str) -> str:
    """The text so that it stays text: no picture, no link, no formula, no smiley comes of it."""
    return SIGN.sub(r"\\\g<0>", MADE.sub("\u2060", " ".join(text.split())))
