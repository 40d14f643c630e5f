"""Every route and everybody who has no business there: refused, nothing leaked, and written down.

The doors are read from the application's own table: a new route without `who`, or that this file cannot knock on,
fails here.
"""

from __future__ import annotations

import pytest

from tests.asking import Person, Phone, next_id, slug
from tests.clock import Clock
from tests.http.doors import Ward, doors
from tests.people import HOSPITAL, Town

WHO = {"anybody", "signed-in", "phone", "patient", "nurse", "staff"}
SECRETS = ("Ingrid", "Nilsen", "Hjem til katten", "Datteren min", "Ringe naboen", "Tone", "My daughter")


@pytest.fixture
def ward(town: Town) -> Ward:
    return Ward(town)


HELD_BY_OWN = {"session", "sign-out", "not-me", "my-sessions", "move", "my-readings", "read-so-far"}
"""They are about the asking person alone and take no id of anybody."""


def must_refuse(ward: Ward, person: Person, author: str, allowed: set[str], reveals: set[str]) -> None:
    """Knocks on every door but those that are this person's own. `reveals`: slugs that may be told."""
    before = ward.state()
    for door in doors(ward.town):
        if door.who == "anybody" or door.name in HELD_BY_OWN | allowed:
            continue
        logged = len(ward.refused())
        response = ward.knock(person, door)
        if door.name == "sync" and response.status_code == 200:
            (receipt,) = response.json()["receipts"]
            assert receipt["outcome"] == "refused", door
            assert not any(change["kind"] == "version" for change in response.json().get("changed", [])), door
        else:
            assert slug(response) in reveals, door
        assert not any(secret in response.text for secret in SECRETS), door
        ward.town.clock.forward(minutes=31)  # one line a viewer, door and half hour
        person.token = signed_in_again(ward, person)
        assert len(ward.refused()) == logged + 1, door
        assert ward.refused()[-1][0] == author, door
    assert ward.state() == before


def signed_in_again(ward: Ward, person: Person) -> str:
    """The clock went on: staff are signed in anew, phones are still in."""
    id = getattr(person, "id", "")
    organization = "fjordbyen-kommune" if id == "marit" else HOSPITAL
    return ward.town.sign_in(id, organization, person.profile).token if id else person.token


def test_every_door_says_who_may_come(town: Town) -> None:
    found = list(doors(town))
    assert len(found) > 30
    assert {repr(door): door.who for door in found if door.who not in WHO} == {}
    assert len({door.name for door in found}) == len(found)


def test_only_these_doors_are_open_to_anybody(town: Town) -> None:
    assert {door.name for door in doors(town) if door.who == "anybody"} == {
        "health",
        "redeem",
        "refuse",
        "challenge",
        "renew",
        "stop-by-link",
        "module-feedback",
    }


def test_doors_that_are_open_to_anybody_tell_nothing_of_anybody(ward: Ward) -> None:
    before = ward.state()
    for door in doors(ward.town):
        if door.who == "anybody":
            response = ward.knock(ward.town.stranger(), door)
            assert not any(secret in response.text for secret in SECRETS), door
            assert "set-cookie" not in response.headers, door
    assert ward.state() == before


def test_nobody_gets_in_without_signing_in(ward: Ward) -> None:
    before = ward.state()
    for door in doors(ward.town):
        if door.who != "anybody":
            assert slug(ward.knock(ward.town.stranger(), door)) == "not-signed-in", door
    assert ward.state() == before


def test_a_session_that_has_ended_opens_no_door(ward: Ward, clock: Clock) -> None:
    kari, ingrid = ward.town.kari, ward.ingrid
    clock.forward(days=8)
    before = ward.state()
    for door in doors(ward.town):
        if door.who != "anybody":
            for person in (kari, ingrid):
                assert slug(ward.knock(person, door)) == "session-expired", door
    assert ward.state() == before


def test_a_cookie_under_another_name_opens_no_door(ward: Ward) -> None:
    borrowed = Person(ward.town.http, "anotherphone", ward.ingrid.token)
    before = ward.state()
    for door in doors(ward.town):
        if door.who != "anybody":
            assert slug(ward.knock(borrowed, door)) == "wrong-profile", door
    assert ward.state() == before


def test_the_patient_of_another_stay_is_refused_everywhere(ward: Ward) -> None:
    olav = ward.town.phone(ward.town.admit("Olav", "Berg"), "olavsphoneno")
    must_refuse(ward, olav, olav.author, {"access-log", "reminders", "remind"}, {"not-found", "not-allowed"})


def test_a_helper_is_refused_wherever_it_is_not_about_helping(ward: Ward) -> None:
    must_refuse_helper(ward, ward.tone)


def must_refuse_helper(ward: Ward, tone: Phone) -> None:
    """A helper knows the patient's name and the shared answers; what is hidden must stay so."""
    before = ward.state()
    for door in doors(ward.town):
        if door.who == "anybody" or door.name in HELD_BY_OWN:
            continue
        response = ward.knock(tone, door)
        if door.name == "sync":
            assert response.json()["receipts"][0]["problem"] == "wrong-author"
        else:
            assert slug(response) in ("not-found", "not-allowed"), door
        assert "Datteren min" not in response.text, door
    assert ward.state() == before


def test_the_patient_has_no_key_to_the_doors_of_staff(ward: Ward) -> None:
    before = ward.state()
    for door in doors(ward.town):
        if door.who in ("nurse", "staff"):
            assert slug(ward.knock(ward.ingrid, door)) == "not-found", door
    assert ward.state() == before


def test_a_nurse_of_another_unit_is_refused_everywhere(ward: Ward) -> None:
    must_refuse(ward, ward.town.sigrid, "Practitioner/sigrid", set(), {"not-found", "not-allowed"})


def test_a_nurse_of_another_organisation_is_refused_everywhere(ward: Ward) -> None:
    must_refuse(ward, ward.town.marit, "Practitioner/marit", set(), {"not-found", "not-allowed"})


def test_for_strangers_what_is_anothers_does_not_exist(ward: Ward) -> None:
    for person in (ward.town.sigrid, ward.town.marit):
        for door in doors(ward.town):
            if door.who in ("nurse", "staff"):
                assert slug(ward.knock(person, door)) == "not-found", door


def test_a_leader_opens_no_running_stay(ward: Ward) -> None:
    her_own = {"arrivals", "figures", "learning", "events"}
    must_refuse(ward, ward.town.liv, "Practitioner/liv", her_own, {"not-allowed", "not-found"})


def test_after_discharge_a_leader_reads_what_was_unread_and_does_no_nurses_work(ward: Ward) -> None:
    ward.ingrid.send({"matters": "Hjem til katten, straks"}, base=(ward.sent,))
    ward.town.ahmed.end(ward.ingrid.stay)
    assert ward.town.liv.page(ward.ingrid.stay)
    for door in doors(ward.town):
        if door.who == "nurse":
            assert slug(ward.knock(ward.town.liv, door)) in ("not-allowed", "not-found"), door


def test_ids_that_nobody_has_are_refused_like_ids_of_others(ward: Ward) -> None:
    """So that trying ids tells nothing."""
    stay = next_id()
    for person in (ward.town.sigrid, ward.town.kari):
        assert slug(person.get(f"/api/encounters/{stay}")) == "not-found"
