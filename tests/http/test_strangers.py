"""Every route and everybody who has no business there: refused, nothing leaked, and written down.

The doors are read from the application's own table: a new route without `who`, or that this file cannot knock on,
fails here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from tests.asking import Json, Person, Phone, answers, next_id, slug, told, version
from tests.clock import MONDAY, Clock
from tests.people import BORN, HOSPITAL, MEDICINE, Town
from viktig.domain.reminder import NewReminderAddress
from viktig.storage import reminders

WHO = {"anybody", "signed-in", "phone", "patient", "nurse", "staff"}
SECRETS = ("Ingrid", "Nilsen", "Hjem til katten", "Datteren min", "Ringe naboen", "Tone", "My daughter")
NAMELESS = {
    "id": "6f1c2d3e-0000-4000-8000-000000000001",
    "organization": HOSPITAL,
    "module": "going-home",
    "moduleVersion": "1.0.0",
    "language": "nb",
    "understandable": "yes",
    "useful": "yes",
}


class Door:
    """One method of one route."""

    def __init__(self, method: str, path: str, name: str, who: str) -> None:
        self.method, self.path, self.name, self.who = method, path, name, who

    def __repr__(self) -> str:
        return f"{self.method} {self.path}"


def doors(town: Town) -> Iterator[Door]:
    for route in town.app.api.routes:
        if route.path.startswith("/api/schema"):
            continue
        handlers: list[Any] = getattr(route, "route_handlers", None) or [getattr(route, "route_handler", None)]
        for handler in handlers:
            for method in sorted(getattr(handler, "http_methods", {"POST"}) - {"OPTIONS"}):
                yield Door(method, route.path, handler.name or "", handler.opt.get("who", ""))


class Ward:
    """Ingrid's stay with everything that there can be in it: the ids of all that a stranger must not reach."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.ingrid = town.phone(town.admit())
        self.tone = town.phone(self.ingrid.stay, "tonesphone", role="related")
        self.sent = self.ingrid.send({"matters": "Hjem til katten"})
        self.hidden = self.ingrid.send_to_staff({"worry": "Datteren min"})
        town.ahmed.translate(self.ingrid, self.hidden, "My daughter", audience="staff")
        self.wish = self.ingrid.wish()
        told(town.ahmed.post(f"/api/attentions/{self.wish}/take"))
        self.review = town.ahmed.read(self.ingrid.stay)
        self.task = town.ahmed.act(self.ingrid.stay, description="Ringe naboen")
        self.sheet = town.ahmed.invite(self.ingrid.stay)
        wish, hours = NewReminderAddress(channel="sms", to="+4798765432"), timedelta(hours=4)
        self.address = town.database.write_now(
            lambda c: reminders.add_address(c, HOSPITAL, self.ingrid.stay, wish, hours).id
        )
        self.session = town.ahmed.get("/api/sessions").json()["sessions"][0]["id"]

    def path(self, door: Door) -> str:
        """With the ids of Ingrid's stay; of documents the one that a helper may not see."""
        told = {
            "encounter": self.ingrid.stay,
            "document": self.wish if door.name == "take" else self.ingrid.form["staff"],
            "unit": MEDICINE,
            "review_id": self.review["id"],
            "task": self.task["id"],
            "invitation": self.sheet["id"],
            "session_id": self.session,
            "related": self.tone.author.partition("/")[2],
            "address": self.address,
            "module": "going-home",
        }
        parts = (part.partition(":")[0].strip("{") if "{" in part else "" for part in door.path.split("/"))
        path = door.path
        for name in filter(None, parts):
            path = path.replace(f"{{{name}:str}}", told[name])
        return path

    def body(self, door: Door) -> object:
        """A good body for each door: what is refused must be refused for who asks."""
        stay = self.ingrid.stay
        bodies: dict[str, object] = {
            "sync": {"put": [self.theirs()]},
            "place": {"room": "1"},
            "today": {},
            "transfer": {"unit": "kirurgi-1"},
            "end-stay": {"ending": "died"},
            "postpone": {"reason": "declined"},
            "offer-module": {"module": "going-home"},
            "write-together": {"put": [self.theirs()]},
            "rescue": {"put": [self.theirs()]},
            "invite": {},
            "sheet-for-carer": {},
            **{door: {"name": "X", "ground": "nurse"} for door in ("register-carer", "change-carer")},
            "ask-alone": {"askAlone": True},
            "review": {"encounter": stay, "versions": [self.sent]},
            "act": {"encounter": stay, "description": "x"},
            "change-task": {"status": "cancelled", "description": "x"},
            "admit": {"given": "X", "family": "Y", "birthDate": BORN, "admitted": MONDAY},
            "redeem": {"code": "AAAABBBB", "birthDate": BORN, "role": "patient", "profile": "nobodyknown"},
            "refuse": {"code": "AAAABBBB"},
            "challenge": {"device": "no-such-device"},
            "renew": {"device": "no-such-device", "nonce": "x", "signature": "x", "profile": "nobodyknown"},
            "remind": {"channel": "sms", "to": "98765432"},
            "stop-by-link": {"stop": "nobody-has-this-one"},
            "module-feedback": NAMELESS,
            "read-so-far": {"moduleVersion": "1.0.0", "language": "nb"},
            "agree-reminder": {"channel": "sms", "to": "98765432"},
        }
        if door.method in ("GET", "DELETE") or door.name in ("not-me", "take", "move", "invite-carer"):
            return None
        return bodies[door.name]

    def theirs(self) -> Json:
        """A version for Ingrid's document, in the name of somebody who is not her."""
        content = answers(
            self.ingrid.form, self.ingrid.stay, {"kind": "patient", "name": "X"}, {"talk": "x"}, "amended"
        )
        return version("Patient/somebody-else", self.ingrid.patient, content, self.ingrid.form["shared"], (self.sent,))

    def knock(self, person: Person, door: Door) -> Any:
        return person.ask(door.method, self.path(door), self.body(door), tag="1")

    def state(self) -> tuple[Json, list[Any]]:
        """Everything that a stranger could have changed."""
        tables = ("encounter", "review", "task", "attention", "invitation", "version", "patient", "consent")
        read = self.town.database.read_now
        return self.town.fact(self.ingrid.stay), [
            read(lambda c, table=table: [tuple(row) for row in c.raw.execute(f"select * from {table}")])  # type: ignore[misc]
            for table in tables
        ]

    def refused(self) -> list[tuple[str, str]]:
        return [(event["actor"], event["basis"]) for event in self.town.events() if event["verb"] == "refused"]


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
