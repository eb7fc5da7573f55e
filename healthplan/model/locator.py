"""Where in a paper a figure stands. Locators use a closed Vietnamese vocabulary; readers of English get its
translation."""

import re

# Longest first: "cột chỉ tiêu" before "cột".
VOCABULARY = {
    "gạch đầu dòng": "bullet",
    "cột chỉ tiêu toàn tỉnh": "target column",
    "cột chỉ tiêu": "target column",
    "cột thời gian": "time column",
    "cột ghi chú": "notes column",
    "tên dòng": "row name",
    "đoạn cuối": "last paragraph",
    "dòng cuối": "last line",
    "đoạn kết": "closing paragraph",
    "dấu cộng": "plus item",
    "nhiệm vụ": "task",
    "Phụ lục": "Annex",
    "phụ lục": "annex",
    "Phần đầu văn bản": "Opening part",
    "Phần mở đầu": "Opening part",
    "Phần đầu": "Opening part",
    "Đầu văn bản": "Head of the paper",
    "Trang web": "Web page",
    "Nơi nhận": "Recipients",
    "Tiêu đề": "Title",
    "Phần": "Part",
    "Mục": "Section",
    "đoạn": "paragraph",
    "dòng": "row",
    "cột": "column",
    "ý": "item",
    "xã": "communes",
}
WORD = re.compile(rf"(?<!\w)(?:{'|'.join(VOCABULARY)})(?!\w)")


def english(locator: str) -> str:
    """The locator with each word of the vocabulary in English; numbers and signs stay."""
    return WORD.sub(lambda found: VOCABULARY[found[0]], locator)
