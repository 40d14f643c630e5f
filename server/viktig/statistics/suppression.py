"""What of small figures is shown: counts of 1 to 4 are hidden, and what they would follow from."""

from collections.abc import Sequence
from typing import Final, NamedTuple

FEWEST: Final = 5
"""Below this a count is hidden (0 is not), and so is the share of so few."""
CERTAIN: Final = 30
"""A share of fewer is marked as uncertain."""


class Table(NamedTuple):
    """The cells and their sum as they may be shown; None is hidden."""

    cells: tuple[int | None, ...]
    total: int | None


def small(count: int, known: int = 0) -> bool:
    """Whether a count must be hidden. `known`: what of it the reader knows whole, since it is theirs: what is left is
    of others."""
    return 0 < count < FEWEST or 0 < count - known < FEWEST


def suppressed(counts: Sequence[int], known: Sequence[int] = ()) -> Table:
    """Small cells are hidden, and another one beside where they would follow from the sum; else the sum itself.

    What is `known` is subtracted first, as the reader would.
    """
    known = known or [0] * len(counts)
    of_others = [count - own for count, own in zip(counts, known, strict=True)]
    hidden = {place for place, count in enumerate(counts) if small(count, known[place])}
    total: int | None = None if small(sum(counts), sum(known)) else sum(counts)
    while total is not None and hidden and follows([of_others[place] for place in hidden]):
        others = [place for place, count in enumerate(counts) if count and place not in hidden]
        if others:
            hidden.add(min(others, key=lambda place: counts[place]))
        else:
            total = None
    return Table(tuple(None if place in hidden else count for place, count in enumerate(counts)), total)


def follows(hidden: Sequence[int]) -> bool:
    """Whether cells can be told from their sum: one alone, or all of them as small or as large as a hidden one is."""
    return len(hidden) == 1 or sum(hidden) in (len(hidden), len(hidden) * (FEWEST - 1))
