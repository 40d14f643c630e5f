"""A sheet of the Patient Education Materials Assessment Tool for printed material (PEMAT-P; AHRQ 2013).

The tool's sentences are not repeated here: only its numbers, so that a rater works with the tool beside the text.
"""

from typing import Final

from viktig.content.reading import Written
from viktig.domain.shape import Day, Line

UNDERSTAND: Final = frozenset((*range(1, 13), *range(15, 20)))
ACT: Final = frozenset(range(20, 27))
"""Items 13 and 14 are for film and sound."""


class Pemat(Written, frozen=True):
    """One rater, one language. Every item stands in one of the three lists."""

    language: Line
    by: Line
    date: Day
    agree: tuple[int, ...]
    disagree: tuple[int, ...] = ()
    not_applicable: tuple[int, ...] = ()

    def whole(self) -> bool:
        rated = (*self.agree, *self.disagree, *self.not_applicable)
        return len(rated) == len(set(rated)) and set(rated) == UNDERSTAND | ACT

    def share(self, part: frozenset[int]) -> int | None:
        """Per cent agreed of the items rated in a part; what does not apply counts nowhere."""
        agree, disagree = (len(part.intersection(items)) for items in (self.agree, self.disagree))
        return round(100 * agree / (agree + disagree)) if agree + disagree else None
