"""No wish to talk alone is left without somebody who sees to it."""

from __future__ import annotations

import pytest

from tests.asking import Phone, told
from tests.people import Town


@pytest.fixture
def ingrid(either_town: Town) -> Phone:
    return either_town.phone(either_town.admit())


def newest(phone: Phone, document: str) -> str:
    return str(told(phone.get(f"/api/documents/{document}/versions"))["versions"][-1]["version"])


def take(town: Town, document: str) -> None:
    told(town.kari.post(f"/api/attentions/{document}/take"))


def test_a_wish_after_one_that_was_taken_waits_for_a_taker_again(either_town: Town, ingrid: Phone) -> None:
    document = ingrid.wish("during-the-day")
    take(either_town, document)
    ingrid.wish("as-soon-as-possible", document, (newest(ingrid, document),))
    wish = either_town.kari.row(ingrid.stay)["attention"]
    assert wish["wish"] == "as-soon-as-possible"
    assert "takenBy" not in wish


def test_the_phone_that_wished_again_hears_that_nobody_has_taken_it_yet(either_town: Town, ingrid: Phone) -> None:
    document = ingrid.wish()
    take(either_town, document)
    ingrid.sync()
    again = {"resourceType": "CommunicationRequest", "encounter": ingrid.stay, "wish": "during-the-day"}
    answer = ingrid.sync(ingrid.version(again, document, (newest(ingrid, document),)))
    (change,) = (change for change in answer["changed"] if change["kind"] == "attention")
    assert "takenAt" not in change["attention"]


def test_a_wish_that_nobody_took_stands_before_a_later_one_that_somebody_did(either_town: Town, ingrid: Phone) -> None:
    waiting = ingrid.wish()
    either_town.clock.forward(minutes=1)
    take(either_town, either_town.phone(ingrid.stay, "secondphone").wish("during-the-day"))
    assert either_town.kari.row(ingrid.stay)["attention"]["document"] == waiting
    assert either_town.kari.page(ingrid.stay)["attention"]["document"] == waiting


def test_an_older_word_that_comes_late_does_not_take_the_wish_back(either_town: Town, ingrid: Phone) -> None:
    """The phone's clock was set back between the two: they are handed in the wrong way round."""
    wish = {"resourceType": "CommunicationRequest", "encounter": ingrid.stay, "wish": "no"}
    first = ingrid.version(wish)
    first["id"] = document = first["version"]
    second = ingrid.version({**wish, "wish": "as-soon-as-possible"}, document, (first["version"],))
    ingrid.sync(second, first)
    assert either_town.kari.row(ingrid.stay)["attention"]["wish"] == "as-soon-as-possible"


def test_a_wish_that_nobody_took_before_the_stay_ended_is_the_leaders(either_town: Town, ingrid: Phone) -> None:
    document = ingrid.wish()
    either_town.kari.end(ingrid.stay)
    row = either_town.liv.row(ingrid.stay)
    assert (row["attention"]["document"], row["owner"]) == (document, "leader")
    assert either_town.liv.page(ingrid.stay)["attention"]["document"] == document
    told(either_town.liv.post(f"/api/attentions/{document}/take"))
    assert either_town.liv.row(ingrid.stay) == {}


def test_a_wish_that_came_after_the_stay_is_the_leaders_too(either_town: Town, ingrid: Phone) -> None:
    either_town.kari.end(ingrid.stay)
    document = ingrid.wish()
    assert either_town.liv.row(ingrid.stay)["attention"]["document"] == document


@pytest.mark.parametrize("ending", ["died", "wrong-patient", "cancelled"])
def test_after_a_death_or_a_mistake_nobody_is_asked_to_talk(either_town: Town, ingrid: Phone, ending: str) -> None:
    ingrid.wish()
    either_town.kari.end(ingrid.stay, ending)
    assert either_town.liv.row(ingrid.stay) == {}
