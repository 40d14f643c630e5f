"""A wish to talk alone lies on top of the list until somebody by name has taken it."""

from __future__ import annotations

import pytest

from tests.asking import Phone, slug, told
from tests.people import Town


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


def test_the_wish_is_on_the_list_until_it_is_taken(town: Town, ingrid: Phone) -> None:
    document = ingrid.wish("as-soon-as-possible")
    wish = town.kari.row(ingrid.stay)["attention"]
    assert (wish["document"], wish["wish"]) == (document, "as-soon-as-possible")
    assert "takenBy" not in wish
    taken = told(town.kari.post(f"/api/attentions/{document}/take"))
    assert (taken["takenBy"], taken["title"]) == ("Kari", "nurse")
    assert town.ahmed.row(ingrid.stay)["attention"] == taken
    assert town.ahmed.page(ingrid.stay)["attention"] == taken


def test_it_is_taken_once(either_town: Town) -> None:
    town = either_town
    document = town.phone(town.admit()).wish()
    told(town.kari.post(f"/api/attentions/{document}/take"))
    assert slug(town.ahmed.post(f"/api/attentions/{document}/take")) == "already-taken"


def test_the_patient_hears_who_will_come(town: Town, ingrid: Phone) -> None:
    document = ingrid.wish()
    told(town.kari.post(f"/api/attentions/{document}/take"))
    (change,) = (change for change in ingrid.sync()["changed"] if change["kind"] == "attention")
    assert change["attention"]["takenBy"] == "Kari"


def test_no_wish_is_nothing_to_look_at(town: Town, ingrid: Phone) -> None:
    ingrid.wish("no")
    assert "attention" not in town.kari.row(ingrid.stay)
    assert "attention" not in town.kari.page(ingrid.stay)


def test_a_wish_that_was_taken_back_leaves_the_list(town: Town, ingrid: Phone) -> None:
    document = ingrid.wish()
    version = told(ingrid.get(f"/api/documents/{document}/versions"))["versions"][0]["version"]
    ingrid.wish("no", document, (version,))
    assert "attention" not in town.kari.row(ingrid.stay)


@pytest.mark.parametrize(("wish", "minutes"), [("as-soon-as-possible", 30), ("during-the-day", 240)])
def test_what_nobody_took_in_time_is_the_leaders_too(town: Town, ingrid: Phone, wish: str, minutes: int) -> None:
    document = ingrid.wish(wish)
    town.clock.forward(minutes=minutes - 1)
    liv = town.sign_in("liv")
    assert liv.row(ingrid.stay) == {}
    assert slug(liv.post(f"/api/attentions/{document}/take")) == "not-allowed"
    town.clock.forward(minutes=2)
    assert liv.row(ingrid.stay)["attention"]["wish"] == wish
    assert told(liv.post(f"/api/attentions/{document}/take"))["takenBy"] == "Liv"


def test_a_wish_that_there_is_not_is_not_found(town: Town) -> None:
    assert slug(town.kari.post("/api/attentions/no-such-wish/take")) == "not-found"


def test_taking_it_stands_in_the_access_log(town: Town, ingrid: Phone) -> None:
    told(town.kari.post(f"/api/attentions/{ingrid.wish()}/take"))
    assert "took" in [entry["verb"] for entry in told(ingrid.get("/api/access-log"))["entries"]]
