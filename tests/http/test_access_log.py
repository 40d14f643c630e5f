"""Who has looked, why and when: shown to the patient, in order."""

from __future__ import annotations

import pytest

from tests.asking import Json, Phone, slug, told
from tests.people import SURGERY, Town


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


def log(phone: Phone) -> list[Json]:
    found: list[Json] = told(phone.get("/api/access-log"))["entries"]
    return found


def test_an_entry_tells_who_what_why_where_and_when(town: Town, ingrid: Phone) -> None:
    town.clock.forward(minutes=5)
    town.kari.page(ingrid.stay)
    newest = log(ingrid)[0]
    assert newest["at"].startswith("2026-11-23T08:05")
    assert newest | {"at": ""} == {
        "at": "",
        "who": "Kari",
        "title": "nurse",
        "unit": "Medisin 2",
        "verb": "opened",
        "basis": "care-team",
    }


def test_the_newest_stands_first(town: Town, ingrid: Phone) -> None:
    ingrid.send({"matters": "Hjem"})
    town.kari.read(ingrid.stay)
    town.kari.act(ingrid.stay)
    assert [entry["verb"] for entry in log(ingrid)] == ["acted", "read", "opened", "redeemed"]
    times = [entry["at"] for entry in log(ingrid)]
    assert times == sorted(times, reverse=True)


def test_opening_the_page_again_within_the_half_hour_is_one_entry(town: Town, ingrid: Phone) -> None:
    for minute in (0, 10, 19, 31):
        town.clock.set(f"2026-11-23T09:{minute:02}:00Z")
        town.kari.page(ingrid.stay)
    assert [entry["verb"] for entry in log(ingrid)].count("opened") == 2


def test_each_viewer_and_each_kind_of_looking_is_an_entry_of_its_own(town: Town, ingrid: Phone) -> None:
    ingrid.send({"matters": "Hjem"})
    town.kari.page(ingrid.stay)
    town.ahmed.page(ingrid.stay)
    told(town.kari.get(f"/api/encounters/{ingrid.stay}/documents/{ingrid.form['shared']}/versions"))
    assert sorted((entry["verb"], entry["who"]) for entry in log(ingrid))[:3] == [
        ("history", "Kari"),
        ("opened", "Ahmed"),
        ("opened", "Kari"),
    ]


def test_ones_own_reading_is_not_logged(ingrid: Phone) -> None:
    before = log(ingrid)
    ingrid.sync(since={})
    ingrid.send({"matters": "Hjem"})
    told(ingrid.get(f"/api/documents/{ingrid.form['shared']}/versions"))
    assert log(ingrid) == before


def test_what_was_refused_is_logged_but_is_no_entry_of_the_patients(town: Town, ingrid: Phone) -> None:
    before = log(ingrid)
    assert slug(town.sigrid.get(f"/api/encounters/{ingrid.stay}")) == "not-found"
    assert log(ingrid) == before
    (refused,) = (event for event in town.events() if event["verb"] == "refused")
    assert (refused["actor"], refused["basis"]) == ("Practitioner/sigrid", "not-found")


def test_a_stranger_who_tries_all_day_is_one_line_in_half_an_hour(town: Town, ingrid: Phone) -> None:
    for _ in range(5):
        town.sigrid.get(f"/api/encounters/{ingrid.stay}")
    assert [event["verb"] for event in town.events()].count("refused") == 1
    town.clock.forward(minutes=31)
    town.sigrid.get(f"/api/encounters/{ingrid.stay}")
    assert [event["verb"] for event in town.events()].count("refused") == 2


def test_a_unit_that_shows_roles_only_names_nobody(town: Town) -> None:
    per = town.phone(town.admit("Per", "Haugen", SURGERY), "perstelephone")
    town.sigrid.page(per.stay)
    newest = log(per)[0]
    assert newest["who"] == ""
    assert newest["title"] == "nurse"


def test_a_helper_is_shown_by_the_name_they_gave(town: Town, ingrid: Phone) -> None:
    town.phone(ingrid.stay, "tonesphone", role="related")
    newest = log(ingrid)[0]
    assert (newest["verb"], newest["who"], newest["basis"]) == ("redeemed", "Tone", "helping")


def test_the_log_of_another_patient_is_their_own(town: Town, ingrid: Phone) -> None:
    olav = town.phone(town.admit("Olav", "Berg"), "olavsphoneno")
    town.kari.page(ingrid.stay)
    assert [entry["verb"] for entry in log(olav)] == ["redeemed"]


@pytest.mark.parametrize("who", ["kari", "liv"])
def test_staff_have_no_door_to_a_patients_log(town: Town, who: str) -> None:
    assert slug(town.sign_in(who).get("/api/access-log")) == "not-found"


def test_the_log_is_only_ever_added_to(town: Town, ingrid: Phone) -> None:
    town.kari.page(ingrid.stay)
    before = town.events()
    town.kari.end(ingrid.stay, "wrong-patient")
    assert town.events()[: len(before)] == before
