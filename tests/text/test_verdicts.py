"""The short form of verdicts, cut to the one that a narrow cell has room for."""

import pytest

from healthplan.text import Lang
from healthplan.text.verdicts import shortest


@pytest.mark.parametrize(("short", "verdict", "told"), [
    ("72-NQ/TW · 2026: vượt · 2030: bằng", "equal", "72-NQ/TW · 2030: bằng"),
    ("72-NQ/TW · 2030: bằng · 2045: bằng", "equal", "72-NQ/TW · 2030: bằng"),
    ("72-NQ/TW · 2030: chưa bằng · 2045: bằng", "weaker", "72-NQ/TW · 2030: chưa bằng"),
    ("KH KT-XH 2026 · 2026: muộn hơn; 201/QĐ-TTg · 2030: vượt", "stronger", "201/QĐ-TTg · 2030: vượt"),
    ("72-NQ/TW · 2045: bằng", "equal", "72-NQ/TW · 2045: bằng"),
])  # fmt: skip
def test_a_narrow_cell_tells_the_verdict_of_its_sign_for_the_year_of_its_goal(short, verdict, told) -> None:
    assert shortest(short, verdict, Lang.VI, 2030) == told
