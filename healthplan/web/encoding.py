"""How an answer may be packed: the header Accept-Encoding with its weights (RFC 9110, section 12.5.3)."""

import re
from collections.abc import Sequence

ITEM = re.compile(r"\s*([!#$%&'*+.^_`|~0-9a-z-]+)\s*(?:;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?")
SAME = {"x-gzip": "gzip", "x-compress": "compress"}


def preferred(accepted: str, offered: Sequence[str]) -> list[str]:
    """Those of the offered encodings that the reader takes and likes no less than none at all, the most liked
    first, then in the order of the offer. What cannot be read in the header counts as not accepted."""
    weights: dict[str, float] = {}
    for part in accepted.lower().split(","):
        if found := ITEM.fullmatch(part):
            name = SAME.get(found[1], found[1])
            weights.setdefault(name, float(found[2] or 1))
    other = weights.get("*", 0.0)
    least = weights.get("identity", 0.0)
    liked = {name: weights.get(name, other) for name in offered}
    return sorted((name for name in offered if liked[name] > 0 and liked[name] >= least), key=lambda name: -liked[name])
