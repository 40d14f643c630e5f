"""One page per patient: what matters first, and what changed since it was read."""

from __future__ import annotations

import pytest

from tests.asking import Phone, slug, told
from tests.people import SURGERY, Town


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit(bed="2", phone="41234567", planned_discharge="2026-11-27"))


def test_the_page_tells_who_it_is_and_what_was_said(town: Town, ingrid: Phone) -> None:
    sent = ingrid.send({"matters": "Å kunne gå til postkassen"})
    page = town.kari.page(ingrid.stay)
    encounter = page["encounter"]
    assert (encounter["patient"]["given"], encounter["patient"]["phone"]) == ("Ingrid", "41234567")
    assert (encounter["bed"], encounter["plannedDischarge"]) == ("2", "2026-11-27")
    (answers,) = page["answers"]
    assert answers["document"] == ingrid.form["shared"] == page["sharedDocuments"][0]
    assert (answers["versions"], answers["authorName"]) == ([sent], "Ingrid")
    assert answers["response"]["item"][0]["answer"] == [{"valueString": "Å kunne gå til postkassen"}]
    assert page["forms"] == [form["path"] for form in ingrid.welcome["stay"]["forms"]]
    assert page["staffDocuments"] == [form["staff"] for form in ingrid.welcome["stay"]["forms"]]


def test_those_who_can_own_an_action_are_those_of_the_unit(town: Town, ingrid: Phone) -> None:
    names = {one["code"]: one["display"] for one in town.kari.page(ingrid.stay)["colleagues"]}
    assert names == {"kari": "Kari Moe", "ahmed": "Ahmed Said", "liv": "Liv Dahl"}


def test_what_changed_since_it_was_read_stands_beside_the_new_words(town: Town, ingrid: Phone) -> None:
    first = ingrid.send({"talk": "Rolig", "matters": "Hjem", "worry": "Trappen"})
    town.kari.read(ingrid.stay)
    ingrid.send({"talk": "Rolig", "matters": "Hjem til katten", "home": "Alene"}, base=(first,))
    (answers,) = town.kari.page(ingrid.stay)["answers"]
    assert "read" not in answers
    before = {item["linkId"]: item.get("answer", []) for item in answers["changed"]}
    assert before == {
        "matters": [{"valueString": "Hjem"}],
        "worry": [{"valueString": "Trappen"}],
        "home": [],
    }
    assert answers["since"] < answers["received"]


def test_what_was_never_read_has_nothing_to_be_compared_with(town: Town, ingrid: Phone) -> None:
    first = ingrid.send({"matters": "Hjem"})
    ingrid.send({"matters": "Hjem nå"}, base=(first,))
    (answers,) = town.kari.page(ingrid.stay)["answers"]
    assert "changed" not in answers


def test_after_reading_nothing_is_new(town: Town, ingrid: Phone) -> None:
    ingrid.send({"matters": "Hjem"})
    town.kari.read(ingrid.stay)
    (answers,) = town.kari.page(ingrid.stay)["answers"]
    assert answers["read"] is True
    assert "changed" not in answers


def test_a_stay_that_there_is_not_is_not_found(town: Town) -> None:
    assert slug(town.kari.get("/api/encounters/no-such-stay")) == "not-found"


def test_the_page_can_be_opened_for_two_weeks_after_the_stay(town: Town, ingrid: Phone) -> None:
    town.kari.end(ingrid.stay)
    town.clock.forward(days=13)
    kari = town.sign_in("kari")
    assert kari.page(ingrid.stay)["encounter"]["status"] == "finished"
    town.clock.forward(days=2)
    kari = town.sign_in("kari")
    assert slug(kari.get(f"/api/encounters/{ingrid.stay}")) == "stay-ended"


@pytest.mark.parametrize("ending", ["wrong-patient", "cancelled"])
def test_the_page_of_a_mistaken_stay_is_closed_at_once(town: Town, ingrid: Phone, ending: str) -> None:
    ingrid.send({"matters": "Hjem"})
    town.kari.end(ingrid.stay, ending)
    assert slug(town.kari.get(f"/api/encounters/{ingrid.stay}")) == "stay-ended"
    assert slug(town.liv.get(f"/api/encounters/{ingrid.stay}")) == "not-allowed"


def test_the_former_unit_no_longer_opens_the_page(town: Town, ingrid: Phone) -> None:
    town.kari.transfer(ingrid.stay, SURGERY)
    assert slug(town.kari.get(f"/api/encounters/{ingrid.stay}")) == "not-found"
    told(town.sigrid.get(f"/api/encounters/{ingrid.stay}"))


def test_opening_is_logged_once_in_half_an_hour_for_each_viewer(town: Town, ingrid: Phone) -> None:
    def opened() -> int:
        return [event["verb"] for event in town.events()].count("opened")

    town.kari.page(ingrid.stay)
    town.kari.page(ingrid.stay)
    assert opened() == 1
    town.ahmed.page(ingrid.stay)
    assert opened() == 2
    town.clock.forward(minutes=31)
    town.kari.page(ingrid.stay)
    assert opened() == 3
