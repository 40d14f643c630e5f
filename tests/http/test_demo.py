"""Signing in by a click exists only over a database that is marked as a demo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.asking import Person, slug, token_of, told
from tests.clock import Clock
from tests.people import BORN, HOME_CARE, HOSPITAL, MEDICINE, Town
from viktig.demo import prepare
from viktig.domain.encounter import NewStay
from viktig.storage import demo_links, encounters
from viktig.storage.connection import Connection
from viktig.storage.database import open_database


@pytest.fixture
def demo_town(sqlite_url: str, clock: Clock) -> Iterator[Town]:
    database = open_database(sqlite_url)
    database.write_now(lambda connection: demo_links.mark(connection, []))
    database.close()
    town = Town(sqlite_url, clock)
    with town.http:
        yield town


def with_patient(connection: Connection) -> str:
    new = NewStay(given="Ingrid", family="Nilsen", birth_date=BORN, admitted="2026-11-23T08:00:00Z")
    stay = encounters.admit(connection, HOSPITAL, MEDICINE, new)
    one = {"organization": HOSPITAL, "encounter": stay, "name": "Ingrid", "about": "84 år", "birth_date": BORN}
    demo_links.mark(connection, [one])
    return stay


def test_over_a_real_database_there_is_no_such_door(town: Town) -> None:
    assert slug(town.stranger().get("/api/demo/people")) == "not-found"
    body = {"staff": f"{HOSPITAL}:kari", "profile": "karisdemopc"}
    response = town.stranger().post("/api/demo/session", body)
    assert slug(response) == "not-found"
    assert "set-cookie" not in response.headers


def test_a_kept_demo_of_an_older_version_is_counted_again(demo_town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    stay = demo_town.admit()
    kept = demo_town.fact(stay)
    demo_town.database.write_now(lambda c: c.raw.execute("update stay_fact set admitted = 'never'"))
    demo_town.database.write_now(lambda c: c.sql.set_meta(key="counted_by", value="0"))
    prepare(demo_town.database, demo_town.library)
    assert demo_town.fact(stay) == kept
    assert "Counting 1 stays again" in capsys.readouterr().out


def test_the_staff_of_both_organisations_are_offered_with_their_units(demo_town: Town) -> None:
    staff = {one["id"]: one for one in told(demo_town.stranger().get("/api/demo/people"))["staff"]}
    kari = staff[f"{HOSPITAL}:kari"]
    assert (kari["name"], kari["role"], kari["unit"]) == ("Kari Moe", "nurse", "Medisin 2")
    assert len(staff) == 5


def test_a_click_signs_in_and_the_page_says_that_it_is_a_demo(demo_town: Town) -> None:
    body = {"staff": "fjordbyen-kommune:marit", "profile": "maritsdemopc"}
    response = demo_town.stranger().post("/api/demo/session", body)
    session = told(response, 201)
    assert (session["demo"], session["staff"]["given"]) == (True, "Marit")
    marit = Person(demo_town.http, "maritsdemopc", token_of(response))
    assert told(marit.get(f"/api/units/{HOME_CARE}/arrivals"))["unit"]["id"] == HOME_CARE


@pytest.mark.parametrize("staff", ["", "kari", "fjordbyen:nobody", "nowhere:kari", "fjordbyen:", ":kari"])
def test_somebody_who_is_not_there_cannot_be_clicked(demo_town: Town, staff: str) -> None:
    response = demo_town.stranger().post("/api/demo/session", {"staff": staff, "profile": "karisdemopc"})
    assert slug(response) == "not-found"
    assert "set-cookie" not in response.headers


def test_a_demo_patients_link_opens_their_stay_each_time_anew(demo_town: Town) -> None:
    stay = demo_town.database.write_now(with_patient)
    for profile in ("firstphone", "secondphone"):
        (patient,) = told(demo_town.stranger().get("/api/demo/people"))["patients"]
        assert (patient["name"], patient["about"], patient["birthDate"]) == ("Ingrid", "84 år", BORN)
        secret = patient["link"].removeprefix("/i#")
        assert told(demo_town.redeem(secret, profile), 201)["stay"]["id"] == stay


def test_a_demo_patient_who_has_left_is_no_longer_offered(demo_town: Town) -> None:
    stay = demo_town.database.write_now(with_patient)
    demo_town.kari.end(stay)
    assert "patients" not in told(demo_town.stranger().get("/api/demo/people"))


def test_looking_again_makes_no_further_invitation_while_one_is_unused(demo_town: Town) -> None:
    stay = demo_town.database.write_now(with_patient)
    first, second = (told(demo_town.stranger().get("/api/demo/people"))["patients"] for _ in range(2))
    assert first == second
    assert len(demo_town.kari.page(stay)["invitations"]) == 1
