"""Pushes labels apart so that none covers another."""


def spread(wanted: list[float], gap: float, low: float, high: float) -> list[float]:
    """Positions as close to the wanted ones as can be, at least `gap` apart and between `low` and `high` if
    they fit.

    The order of the wanted positions is kept. Pooling of neighbours (isotonic regression), the usual exact
    answer.
    """
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    pools: list[tuple[float, int]] = []  # (sum of wanted minus offset, members)
    for rank, index in enumerate(order):
        pools.append((wanted[index] - rank * gap, 1))
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            total, members = pools.pop()
            pools[-1] = (pools[-1][0] + total, pools[-1][1] + members)
    flat = [total / members for total, members in pools for _ in range(members)]
    top = high - gap * (len(wanted) - 1)
    placed = [max(low, min(position, max(low, top))) + rank * gap for rank, position in enumerate(flat)]
    result = [0.0] * len(wanted)
    for rank, index in enumerate(order):
        result[index] = placed[rank]
    return result
