"""The ward's process measures, counted from closed stays. No published Norwegian definition was found: ours."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from statistics import median
from typing import Any

from viktig.domain.fact import month_of
from viktig.domain.figures import Count, Month

MEASURES = (
    "eligible",
    "asked",
    "asked-24h",
    "answered",
    "read-24h",
    "responded",
    "helped",
    "helped-unanswered",
    "talked",
    "talked-unanswered",
)
NOT_A_STAY = ("wrong-patient", "cancelled")
Fact = Mapping[str, Any]
"""A row of `stay_fact`."""


def hours(start: str, end: str) -> float:
    return (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds() / 3600


def months(facts: Sequence[Fact], as_of: str) -> tuple[tuple[Month, ...], Month]:
    """Each month by the day the stay ended, oldest first; and all of them together."""
    stays = [fact for fact in facts if fact["month"] and fact["ending"] not in NOT_A_STAY and fact["ended"] <= as_of]
    grouped: dict[str, list[Fact]] = defaultdict(list)
    for stay in stays:
        grouped[stay["month"]].append(stay)
    return tuple(month(name, grouped[name], as_of) for name in sorted(grouped)), month("", stays, as_of)


def month(name: str, stays: Sequence[Fact], as_of: str) -> Month:
    """The waterfall. An answer counts as closed for reading when it was read, or 24 hours after it was received."""
    long = [stay for stay in stays if hours(stay["admitted"], stay["ended"]) >= 24]
    eligible = [stay for stay in long if not stay["excluded"]]
    asked = [stay for stay in eligible if stay["asked_at"]]
    answered = [stay for stay in eligible if stay["answered_at"]]
    closed = [stay for stay in answered if stay["first_read_at"] or hours(stay["answered_at"], as_of) >= 24]
    waits = [max(0.0, hours(stay["answered_at"], stay["first_read_at"])) for stay in answered if stay["first_read_at"]]
    responded = [stay for stay in answered if stay["responded_at"]]
    doing = [stay for stay in answered if stay["task_asked"]]
    said = [stay for stay in doing if stay["helped"]]
    talked = [stay for stay in answered if stay["talked"]]
    counts = (
        count("eligible", len(eligible), len(stays)),
        count("asked", len(asked), len(eligible)),
        count("asked-24h", sum(hours(stay["admitted"], stay["asked_at"]) <= 24 for stay in asked), len(eligible)),
        count("answered", len(answered), len(eligible)),
        count("read-24h", sum(wait <= 24 for wait in waits), len(closed)),
        count("responded", len(responded), len(answered)),
        count("helped", sum(stay["helped"] == "yes" for stay in said), len(doing)),
        count("helped-unanswered", len(doing) - len(said), len(doing)),
        count("talked", sum(stay["talked"] == "yes" for stay in talked), len(talked)),
        count("talked-unanswered", len(answered) - len(talked), len(answered)),
    )
    excluded = Counter(stay["excluded"] for stay in long if stay["excluded"])
    return Month(
        month=name,
        counts=counts,
        excluded=dict(sorted(excluded.items())),
        median_hours_to_read=round(median(waits), 1) if waits else None,
    )


def first_of(months: int, as_of: str, zone: str) -> str:
    """The first of so many months (YYYY-MM), of which the last is the one that runs in the unit's time zone."""
    year, number = map(int, month_of(as_of, zone).split("-"))
    before = year * 12 + number - months
    return f"{before // 12:04}-{before % 12 + 1:02}"


def count(measure: str, numerator: int, denominator: int) -> Count:
    share = numerator / denominator if denominator else None
    return Count(measure=measure, numerator=numerator, denominator=denominator, share=share)
