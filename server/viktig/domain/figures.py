"""The ward's process measures: counted from event times, closed cases only."""

from viktig.domain.encounter import Unit
from viktig.domain.shape import Instant, Line, Shape


class Count(Shape, frozen=True):
    """One measure in one month. `share` is numerator / denominator, None when the denominator is 0."""

    measure: Line
    numerator: int
    denominator: int
    share: float | None = None


class Month(Shape, frozen=True):
    """`month` is YYYY-MM in the unit's time zone, by the day the stay ended."""

    month: Line
    counts: tuple[Count, ...] = ()
    excluded: dict[str, int] = {}
    """Coded exclusions: reason -> stays."""
    median_hours_to_read: float | None = None


class Figures(Shape, frozen=True):
    unit: Unit
    as_of: Instant
    measures: tuple[Line, ...]
    months: tuple[Month, ...] = ()
    total: Month | None = None
    oldest_unread: Instant = ""
    """When the oldest answer that nobody has read was received (not limited to closed stays)."""
