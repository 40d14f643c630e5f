"""The ward's measures from the facts of its stays."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from viktig.domain.counting import MEASURES, first_of, hours, month, months
from viktig.domain.fact import Fact

AS_OF = "2026-11-30T12:00:00.000Z"
Stay = dict[str, Any]


def stay(**said: object) -> Stay:
    """Three days in November, ended."""
    kept = Fact(
        unit="m",
        admitted="2026-11-02T08:00:00.000Z",
        ended="2026-11-05T08:00:00.000Z",
        ending="discharged",
        month="2026-11",
    )
    return msgspec.structs.asdict(kept) | said


ANSWERED: Stay = {"asked_at": "2026-11-02T10:00:00.000Z", "answered_at": "2026-11-02T12:00:00.000Z"}


def counts(*stays: Stay, as_of: str = AS_OF) -> dict[str, tuple[int, int]]:
    return {one.measure: (one.numerator, one.denominator) for one in month("2026-11", stays, as_of).counts}


def test_every_measure_is_told_in_its_order() -> None:
    assert tuple(one.measure for one in month("2026-11", [], AS_OF).counts) == MEASURES


def test_without_stays_there_is_no_share_and_no_median() -> None:
    empty = month("2026-11", [], AS_OF)
    assert all((one.numerator, one.denominator, one.share) == (0, 0, None) for one in empty.counts)
    assert empty.median_hours_to_read is None


def test_a_stay_of_less_than_a_day_is_not_eligible() -> None:
    assert counts(stay(ended="2026-11-03T07:59:59.000Z"))["eligible"] == (0, 1)
    assert counts(stay(ended="2026-11-03T08:00:00.000Z"))["eligible"] == (1, 1)


def test_those_who_could_not_be_asked_are_told_by_reason_and_not_eligible() -> None:
    found = month(
        "2026-11", [stay(excluded="too-ill"), stay(excluded="too-ill"), stay(excluded="declined"), stay()], AS_OF
    )
    assert found.excluded == {"declined": 1, "too-ill": 2}
    assert (found.counts[0].numerator, found.counts[0].denominator) == (1, 4)


def test_asked_within_a_day_of_arriving() -> None:
    assert counts(stay(asked_at="2026-11-03T08:00:00.000Z"))["asked-24h"] == (1, 1)
    assert counts(stay(asked_at="2026-11-03T08:00:01.000Z"))["asked-24h"] == (0, 1)
    assert counts(stay())["asked"] == (0, 1)


@pytest.mark.parametrize(
    ("read", "as_of", "said"),
    [
        ("2026-11-03T12:00:00.000Z", AS_OF, (1, 1)),
        ("2026-11-03T12:00:01.000Z", AS_OF, (0, 1)),
        ("", AS_OF, (0, 1)),
        ("", "2026-11-03T11:59:59.000Z", (0, 0)),
        ("", "2026-11-03T12:00:00.000Z", (0, 1)),
        ("2026-11-02T13:00:00.000Z", "2026-11-02T14:00:00.000Z", (1, 1)),
    ],
)
def test_an_answer_counts_for_reading_when_it_was_read_or_a_day_has_gone(
    read: str, as_of: str, said: tuple[int, int]
) -> None:
    assert counts(stay(**ANSWERED, first_read_at=read), as_of=as_of)["read-24h"] == said


def test_the_median_is_of_the_hours_from_receipt_to_reading() -> None:
    read = [f"2026-11-0{day}T{hour:02}:00:00.000Z" for day, hour in ((2, 13), (2, 18), (4, 12))]
    found = month("2026-11", [stay(**ANSWERED, first_read_at=one) for one in (*read, "")], AS_OF)
    assert found.median_hours_to_read == 6.0


def test_responded_helped_and_talked_are_of_those_who_answered() -> None:
    done: Stay = {**ANSWERED, "responded_at": "2026-11-03T08:00:00.000Z", "task_asked": 1}
    found = counts(
        stay(**done, helped="yes", talked="yes"),
        stay(**done, helped="little", talked="little"),
        stay(**done),
        stay(**ANSWERED, talked="no"),
        stay(asked_at="2026-11-02T10:00:00.000Z", responded_at="2026-11-03T08:00:00.000Z", task_asked=1),
    )
    assert found["responded"] == (3, 4)
    assert found["helped"] == (1, 3)
    assert found["helped-unanswered"] == (1, 3)
    assert found["talked"] == (1, 3)
    assert found["talked-unanswered"] == (1, 4)


@pytest.mark.parametrize("ending", ["wrong-patient", "cancelled"])
def test_a_mistake_is_no_stay(ending: str) -> None:
    by_month, total = months([stay(ending=ending)], AS_OF)
    assert by_month == ()
    assert total.counts[0].denominator == 0


def test_only_stays_that_have_ended_are_counted() -> None:
    by_month, _ = months([stay(ended="", ending="", month=""), stay(ended="2026-12-01T08:00:00.000Z")], AS_OF)
    assert by_month == ()


def test_each_month_by_itself_and_all_together() -> None:
    october = stay(month="2026-10", ended="2026-10-30T08:00:00.000Z", admitted="2026-10-20T08:00:00.000Z")
    by_month, total = months([stay(), october, stay()], AS_OF)
    assert [(one.month, one.counts[0].denominator) for one in by_month] == [("2026-10", 1), ("2026-11", 2)]
    assert (total.month, total.counts[0].denominator) == ("", 3)


@pytest.mark.parametrize(
    ("back", "as_of", "first"),
    [
        (1, "2026-11-30T12:00:00Z", "2026-11"),
        (2, "2026-01-15T12:00:00Z", "2025-12"),
        (13, "2026-11-30T12:00:00Z", "2025-11"),
        (13, "2026-12-31T23:30:00Z", "2026-01"),
        (60, "2026-12-01T12:00:00Z", "2022-01"),
    ],
)
def test_the_first_of_so_many_months(back: int, as_of: str, first: str) -> None:
    assert first_of(back, as_of, "Europe/Oslo") == first


def test_hours_run_on_through_the_night_when_the_clocks_change() -> None:
    assert hours("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z") == 25
    assert hours("2026-11-02T08:00:00.000Z", "2026-11-02T08:30:00Z") == 0.5


moments = st.sampled_from(["", *(f"2026-11-{day:02}T08:00:00.000Z" for day in range(2, 9))])
stays = st.builds(
    stay,
    ended=st.sampled_from([f"2026-11-{day:02}T08:00:00.000Z" for day in range(2, 9)]),
    excluded=st.sampled_from(["", "too-ill"]),
    asked_at=moments,
    answered_at=moments,
    first_read_at=moments,
    responded_at=moments,
    task_asked=st.integers(0, 1),
    helped=st.sampled_from(["", "yes", "no"]),
    talked=st.sampled_from(["", "yes", "little"]),
)


@given(st.lists(stays, max_size=12))
def test_no_numerator_is_larger_than_its_denominator(told: list[Stay]) -> None:
    for one in month("2026-11", told, AS_OF).counts:
        assert 0 <= one.numerator <= one.denominator <= len(told)
        assert (one.share is None) == (one.denominator == 0)
