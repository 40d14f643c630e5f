"""One function decides: who may do what, and on what ground."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viktig.domain.access import Actor, Chart, Paper, Place, Thing, Verb, granted, may, reach
from viktig.domain.consent import SHEET
from viktig.domain.problems import Problem

VERBS = get_args(Verb)
HOUSE, OTHER_HOUSE, WARD, OTHER_WARD, PATIENT, STAY = "house", "other-house", "ward", "other-ward", "ingrid", "stay-1"


def actor(kind: str = "staff", role: str = "", **more: object) -> Actor:
    who = {"patient": f"Patient/{PATIENT}", "related": "RelatedPerson/tone", "staff": "Practitioner/kari"}[kind]
    said = {"organization": HOUSE, "kind": kind, "author": who, "session": "s", "profile": "p", "role": role}
    return Actor(**(said | more))  # type: ignore[arg-type]


NURSE, LEADER = actor(role="nurse", units=(WARD,)), actor(role="leader", units=(WARD,))
ADMINISTRATOR = actor(role="administrator", units=(WARD,))
INGRID = actor("patient", patient=PATIENT, encounter=STAY)
TONE = actor("related", patient=PATIENT, encounter=STAY, scopes=SHEET)
RUNNING = Chart(HOUSE, PATIENT, WARD, open=True)
JUST_ENDED = Chart(HOUSE, PATIENT, WARD, open=False, fresh=True)
LONG_ENDED = Chart(HOUSE, PATIENT, WARD, open=False)
LEFT_UNREAD = Chart(HOUSE, PATIENT, WARD, open=False, fresh=True, waiting=True)
SHARED, HIDDEN = Paper(HOUSE, PATIENT, STAY, "all"), Paper(HOUSE, PATIENT, STAY, "staff")
HERE = Place(HOUSE, WARD)


def decision(who: Actor, verb: Verb, thing: Thing) -> str:
    """The basis, or the problem's slug."""
    found = may(who, verb, thing)
    return found.slug if isinstance(found, Problem) else found


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("who", [NURSE, LEADER, ADMINISTRATOR, INGRID, TONE])
@pytest.mark.parametrize(
    "thing",
    [Chart(OTHER_HOUSE, PATIENT, WARD, open=True), Paper(OTHER_HOUSE, PATIENT, STAY, "all"), Place(OTHER_HOUSE, WARD)],
)
def test_what_belongs_to_another_organisation_does_not_exist(who: Actor, verb: Verb, thing: Thing) -> None:
    assert decision(who, verb, thing) == "not-found"


@pytest.mark.parametrize("verb", ["open", "act", "read", "write", "admit"])
def test_a_nurse_cares_for_those_who_are_here(verb: Verb) -> None:
    assert decision(NURSE, verb, RUNNING) == "care-team"


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("who", [NURSE, LEADER, ADMINISTRATOR])
def test_another_units_patients_do_not_exist_for_staff(who: Actor, verb: Verb) -> None:
    assert decision(who, verb, Chart(HOUSE, PATIENT, OTHER_WARD, open=True)) == "not-found"
    assert decision(who, verb, Place(HOUSE, OTHER_WARD)) == "not-found"


@pytest.mark.parametrize(("verb", "said"), [("open", "care-team"), ("read", "care-team"), ("admit", "stay-ended")])
def test_just_after_the_stay_a_nurse_looks_and_reads_but_does_not_move(verb: Verb, said: str) -> None:
    assert decision(NURSE, verb, JUST_ENDED) == said


@pytest.mark.parametrize("verb", ["open", "act", "read", "write", "admit"])
def test_long_after_the_stay_it_is_closed(verb: Verb) -> None:
    assert decision(NURSE, verb, LONG_ENDED) == "stay-ended"
    assert decision(LEADER, verb, LONG_ENDED) == "not-allowed"


@pytest.mark.parametrize("verb", VERBS)
def test_a_leader_opens_nobodys_page_who_is_in_good_hands(verb: Verb) -> None:
    assert decision(LEADER, verb, RUNNING) == "not-allowed"
    assert decision(LEADER, verb, JUST_ENDED) == "not-allowed"


@pytest.mark.parametrize("verb", ["open", "act", "read"])
def test_what_nobody_saw_to_is_the_leaders(verb: Verb) -> None:
    assert decision(LEADER, verb, LEFT_UNREAD) == "owner"


@pytest.mark.parametrize("verb", ["write", "admit", "see", "list"])
def test_a_leader_does_no_nurses_work_on_it(verb: Verb) -> None:
    assert decision(LEADER, verb, LEFT_UNREAD) == "not-allowed"


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("thing", [RUNNING, LEFT_UNREAD, HERE])
def test_an_administrator_has_no_way_to_patients(verb: Verb, thing: Thing) -> None:
    assert decision(ADMINISTRATOR, verb, thing) == "not-allowed"


def test_a_ward_is_listed_and_counted_by_its_own_and_admitted_to_by_nurses() -> None:
    assert [decision(NURSE, verb, HERE) for verb in ("list", "count", "admit")] == ["care-team"] * 3
    assert [decision(LEADER, verb, HERE) for verb in ("list", "count", "admit")] == ["leader", "leader", "not-allowed"]


@pytest.mark.parametrize("verb", ["write", "see"])
def test_a_patient_has_all_of_their_own_papers(verb: Verb) -> None:
    assert decision(INGRID, verb, SHARED) == decision(INGRID, verb, HIDDEN) == "own"
    assert decision(INGRID, verb, Paper(HOUSE, PATIENT, "another-stay", "staff")) == "own"


@pytest.mark.parametrize("verb", ["write", "see"])
def test_a_helper_has_the_shared_papers_of_the_stay_they_were_asked_to_help_in(verb: Verb) -> None:
    assert decision(TONE, verb, SHARED) == "helping"
    assert decision(TONE, verb, HIDDEN) == "not-allowed"
    assert decision(TONE, verb, Paper(HOUSE, PATIENT, "another-stay", "all")) == "not-allowed"


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("who", [INGRID, TONE])
def test_another_patients_papers_do_not_exist(who: Actor, verb: Verb) -> None:
    assert decision(who, verb, Paper(HOUSE, "olav", STAY, "all")) == "not-found"


@pytest.mark.parametrize("verb", VERBS)
def test_staff_reach_papers_through_the_stay_only(verb: Verb) -> None:
    assert decision(NURSE, verb, SHARED) == "not-allowed"


@pytest.mark.parametrize("who", [INGRID, TONE])
def test_a_phone_that_no_longer_reads_may_still_hand_in(who: Actor) -> None:
    late = actor(who.kind, patient=PATIENT, encounter=STAY, reads=False, scopes=SHEET)
    assert decision(late, "see", SHARED) == "not-allowed"
    assert decision(late, "write", SHARED) in ("own", "helping")
    assert decision(late, "see-own-log", RUNNING) == "not-found"


@pytest.mark.parametrize("verb", VERBS)
def test_the_log_is_all_that_a_phone_reaches_of_the_chart_and_the_patients_alone(verb: Verb) -> None:
    assert decision(INGRID, verb, RUNNING) == ("own" if verb == "see-own-log" else "not-found")
    assert decision(TONE, verb, RUNNING) == "not-found"
    assert decision(INGRID, verb, HERE) == decision(TONE, verb, HERE) == "not-found"


def test_granted_raises_the_problem() -> None:
    assert granted(NURSE, "open", RUNNING) == "care-team"
    with pytest.raises(Problem) as refused:
        granted(LEADER, "open", RUNNING)
    assert refused.value.slug == "not-allowed"


def test_the_reach_differs_whenever_what_may_be_seen_differs() -> None:
    late = actor("patient", patient=PATIENT, encounter=STAY, reads=False)
    another_helper = actor("related", patient=PATIENT, encounter=STAY, author="RelatedPerson/per")
    assert len({reach(INGRID), reach(TONE), reach(late), reach(another_helper)}) == 4
    assert reach(INGRID) == reach(actor("patient", patient=PATIENT, encounter=STAY, session="t"))


things = st.one_of(
    st.builds(
        Chart,
        organization=st.sampled_from((HOUSE, OTHER_HOUSE)),
        patient=st.sampled_from((PATIENT, "olav")),
        unit=st.sampled_from((WARD, OTHER_WARD)),
        open=st.booleans(),
        fresh=st.booleans(),
        waiting=st.booleans(),
    ),
    st.builds(
        Paper,
        organization=st.sampled_from((HOUSE, OTHER_HOUSE)),
        patient=st.sampled_from((PATIENT, "olav")),
        encounter=st.sampled_from((STAY, "another-stay")),
        audience=st.sampled_from(("all", "staff")),
    ),
    st.builds(Place, organization=st.sampled_from((HOUSE, OTHER_HOUSE)), unit=st.sampled_from((WARD, OTHER_WARD))),
)


@given(st.sampled_from((NURSE, LEADER, ADMINISTRATOR, INGRID, TONE)), st.sampled_from(VERBS), things)
def test_whatever_is_granted_lies_in_ones_own_organisation_and_unit_or_stay(
    who: Actor, verb: Verb, thing: Thing
) -> None:
    if isinstance(may(who, verb, thing), Problem):
        return
    assert thing.organization == who.organization
    match thing:
        case Chart(unit=unit, patient=patient):
            assert unit in who.units or patient == who.patient
        case Paper(patient=patient, audience=audience):
            assert patient == who.patient
            assert audience == "all" or who.kind == "patient"
        case Place(unit=unit):
            assert unit in who.units
