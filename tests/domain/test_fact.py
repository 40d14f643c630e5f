"""One row a stay, counted from what happened."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from viktig.domain.fact import CHANGED, UNREAD, Doing, Fact, Reading, StayEvent, Writing, best, fact, month_of, unread

OSLO = "Europe/Oslo"


def at(hour: int) -> str:
    """So many hours into the stay."""
    return f"2026-11-{2 + hour // 24:02}T{hour % 24:02}:00:00.000Z"


def arrived(hour: int = 0, unit: str = "medisin") -> StayEvent:
    return StayEvent("arrived", at(hour), unit)


def sent(version: str, hour: int, *base: str, document: str = "d", counted: bool = True, helper: str = "") -> Writing:
    return Writing(
        document=document,
        version=version,
        base=base,
        received=at(hour),
        sent=True,
        counted=counted,
        said=1,
        helper=helper,
    )


def draft(version: str, hour: int, said: int) -> Writing:
    return Writing(document="d", version=version, received=at(hour), sent=False, counted=False, said=said)


def of(workflow: str, writing: Writing) -> Writing:
    """In another form."""
    return msgspec.structs.replace(writing, workflow=workflow, document=workflow)


def count(
    events: Sequence[StayEvent] = (),
    writings: Sequence[Writing] = (),
    readings: Sequence[Reading] = (),
    doings: Sequence[Doing] = (),
    talked: str = "",
) -> Fact:
    return fact(at(0), (arrived(), *events), writings, readings, doings, talked, OSLO)


def test_a_stay_to_which_nothing_has_happened_says_nothing() -> None:
    assert count() == Fact(unit="medisin", admitted=at(0))


def test_only_what_matters_is_asked_begun_and_answered() -> None:
    found = count(writings=[of("activities", draft("a", 1, 3)), of("what-matters", draft("b", 2, 2))])
    assert (found.asked_at, found.begun) == (at(2), 2)
    found = count(writings=[of("activities", sent("a", 1, helper="datter"))])
    assert (found.asked_at, found.answered_at, found.helped_by) == ("", "", "")


def test_whatever_was_sent_wants_to_be_read_but_for_the_talks() -> None:
    main, anew = of("what-matters", sent("a", 1)), of("still-right", sent("b", 9))
    found = count(writings=[main, anew], readings=[Reading(at(2), ("a",))])
    assert (found.unread, found.answered_at, found.changed_at) == (CHANGED, at(1), at(9))
    talk = of("admission-talk", sent("c", 10))
    assert count(writings=[main, talk], readings=[Reading(at(2), ("a",))]).unread == 0


def test_the_unit_is_where_the_patient_was_moved_last() -> None:
    moved = [StayEvent("moved", at(5), "kirurgi"), StayEvent("moved", at(9), "ortopedi")]
    assert count(moved).unit == "ortopedi"


def test_the_answer_belongs_to_the_unit_where_it_was_written() -> None:
    moved = [StayEvent("moved", at(5), "kirurgi")]
    assert count(moved, [sent("a", 4)]).answered_unit == "medisin"
    assert count(moved, [sent("a", 5)]).answered_unit == "kirurgi"
    assert count(moved, [sent("a", 6)]).answered_unit == "kirurgi"


def test_an_end_that_was_taken_back_is_none() -> None:
    ended = StayEvent("ended", at(40), "medisin", "discharged")
    assert count([ended]).ending == "discharged"
    assert count([ended]).month == "2026-11"
    back = count([ended, StayEvent("returned", at(41), "medisin")])
    assert (back.ended, back.ending, back.month) == ("", "", "")


def test_offering_a_sheet_is_not_asking() -> None:
    found = count([StayEvent("offered", at(1)), StayEvent("offered", at(2))])
    assert (found.offered_at, found.asked_at) == (at(1), "")


def test_a_form_that_was_begun_is_asked_and_not_answered() -> None:
    found = count(writings=[draft("a", 3, said=2), draft("b", 4, said=5), draft("c", 5, said=4)])
    assert (found.asked_at, found.answered_at, found.begun) == (at(3), "", 5)


def test_sending_ends_what_was_begun() -> None:
    found = count(writings=[draft("a", 3, said=2), sent("b", 6, "a"), draft("c", 7, said=9)])
    assert (found.begun, found.answered_at, found.changed_at) == (0, at(6), at(6))


def test_the_first_and_the_last_time_of_sending_are_both_kept() -> None:
    found = count(writings=[sent("a", 3), sent("b", 9, "a")])
    assert (found.answered_at, found.changed_at) == (at(3), at(9))


def test_declining_is_being_asked() -> None:
    found = count([StayEvent("postponed", at(2), body="declined")])
    assert (found.asked_at, found.excluded) == (at(2), "declined")


@pytest.mark.parametrize("reason", ["too-ill", "confused", "language"])
def test_who_could_not_be_asked_was_not(reason: str) -> None:
    found = count([StayEvent("postponed", at(2), body=reason)])
    assert (found.asked_at, found.excluded) == ("", reason)


def test_able_again_is_no_longer_excluded_and_an_answer_includes_at_once() -> None:
    postponed = StayEvent("postponed", at(2), body="confused")
    assert count([postponed, StayEvent("resumed", at(3))]).excluded == ""
    assert count([postponed], [sent("a", 4)]).excluded == ""
    assert count([postponed], [draft("a", 4, said=1)]).excluded == "confused"


def test_what_breaks_the_rules_is_unread_but_not_answered() -> None:
    found = count(writings=[sent("a", 3, counted=False)])
    assert (found.answered_at, found.unread, found.begun) == ("", UNREAD, 1)


def test_who_helped_last_is_told() -> None:
    found = count(writings=[sent("a", 3, helper="datter"), sent("b", 4, "a", helper="nabo"), sent("c", 5, "b")])
    assert found.helped_by == "nabo"


def test_the_first_and_the_last_reading_are_both_kept() -> None:
    found = count(writings=[sent("a", 3)], readings=[Reading(at(4), ("a",)), Reading(at(8), ("a",))])
    assert (found.first_read_at, found.read_at, found.unread) == (at(4), at(8), 0)


def test_the_first_thing_that_was_done_is_the_response() -> None:
    found = count(doings=[Doing(at(5), helped="no"), Doing(at(4), helped="yes")])
    assert (found.responded_at, found.task_asked, found.helped) == (at(4), 1, "yes")
    assert count(doings=[Doing(at(5))]).helped == ""


def read(*versions: str) -> list[Reading]:
    return [Reading(at(50), versions)]


def test_what_nobody_saw_is_unread_and_what_came_after_is_changed() -> None:
    assert unread([sent("a", 1)], []) == UNREAD
    assert unread([sent("a", 1)], read("a")) == 0
    assert unread([sent("a", 1), sent("b", 2, "a")], read("a")) == CHANGED
    assert unread([sent("a", 1), sent("b", 2, "a")], read("b")) == 0


def test_of_two_heads_both_must_be_seen() -> None:
    heads = [sent("a", 1), sent("b", 2, "a"), sent("c", 3, "a")]
    assert unread(heads, read("b")) == CHANGED
    assert unread(heads, read("b", "c")) == 0


def test_of_two_documents_both_must_be_seen() -> None:
    both = [sent("a", 1), sent("b", 2, document="e")]
    assert unread(both, read("a")) == CHANGED
    assert unread(both, read("a", "b")) == 0


def test_a_draft_on_top_does_not_make_it_unread() -> None:
    assert (
        unread(
            [sent("a", 1), Writing(document="d", version="b", base=("a",), received=at(2), sent=False, counted=False)],
            read("a"),
        )
        == 0
    )


def test_a_late_older_version_that_a_newer_one_was_written_on_needs_no_reading() -> None:
    assert unread([sent("b", 1, "a"), sent("a", 2)], read("b")) == 0


@pytest.mark.parametrize(
    ("moment", "month"),
    [
        ("2026-12-31T22:59:59.999Z", "2026-12"),
        ("2026-12-31T23:00:00.000Z", "2027-01"),
        ("2026-03-29T00:59:59.000Z", "2026-03"),
        ("2026-03-31T21:59:59.000Z", "2026-03"),
        ("2026-03-31T22:00:00.000Z", "2026-04"),
        ("2026-10-25T01:00:00.000Z", "2026-10"),
        ("2026-10-31T22:59:59.000Z", "2026-10"),
        ("2026-10-31T23:00:00.000Z", "2026-11"),
    ],
)
def test_a_month_begins_at_midnight_where_the_unit_is(moment: str, month: str) -> None:
    assert month_of(moment, OSLO) == month


def test_another_zone_has_other_months() -> None:
    assert month_of("2026-12-31T23:30:00Z", "UTC") == "2026-12"


def test_the_kindest_word_stands() -> None:
    assert best(["no", "yes", "little"]) == "yes"
    assert best(["no", "little", ""]) == "little"
    assert best(["unknown", "no"]) == "no"
    assert best(["", ""]) == best([]) == ""


names = st.sampled_from("abcdef")


@given(st.lists(st.tuples(names, st.lists(names, max_size=2), st.booleans()), unique_by=lambda one: one[0], max_size=6))
def test_reading_everything_that_was_sent_leaves_nothing_unread(told: list[tuple[str, list[str], bool]]) -> None:
    writings = [
        Writing(document="d", version=name, base=tuple(base), received=at(1), sent=is_sent, counted=is_sent)
        for name, base, is_sent in told
    ]
    everything = [Reading(at(2), tuple(name for name, _, _ in told))] if told else []
    assert unread(writings, everything) == 0
    if any(is_sent for _, _, is_sent in told):
        assert unread(writings, []) == UNREAD
