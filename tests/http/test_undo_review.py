"""Taking a reading back, for half a minute."""

from __future__ import annotations

import pytest

from tests.asking import Phone, slug, told
from tests.people import Town


@pytest.fixture
def ingrid(town: Town) -> Phone:
    phone = town.phone(town.admit())
    phone.send({"matters": "Hjem"})
    return phone


def test_within_thirty_seconds_it_is_as_if_nobody_had_read(town: Town, ingrid: Phone) -> None:
    review = town.kari.read(ingrid.stay)
    town.clock.forward(seconds=29)
    response = town.kari.delete(f"/api/reviews/{review['id']}")
    assert (response.status_code, response.content) == (204, b"")
    assert town.kari.row(ingrid.stay)["state"] == "unread"
    assert not town.fact(ingrid.stay)["first_read_at"]
    assert "reviews" not in town.kari.page(ingrid.stay)
    (change,) = (change for change in ingrid.sync()["changed"] if change["kind"] == "review")
    assert change["review"]["undone"] is True


def test_after_thirty_seconds_it_is_too_late(town: Town, ingrid: Phone) -> None:
    review = town.kari.read(ingrid.stay)
    town.clock.forward(seconds=31)
    assert slug(town.kari.delete(f"/api/reviews/{review['id']}")) == "too-late"
    assert town.kari.row(ingrid.stay)["state"] == "read"


def test_nobody_takes_back_what_another_read(town: Town, ingrid: Phone) -> None:
    review = town.kari.read(ingrid.stay)
    assert slug(town.ahmed.delete(f"/api/reviews/{review['id']}")) == "not-allowed"
    assert town.kari.row(ingrid.stay)["state"] == "read"


def test_the_reading_of_another_stands(town: Town, ingrid: Phone) -> None:
    review = town.kari.read(ingrid.stay)
    town.ahmed.read(ingrid.stay)
    told(town.kari.delete(f"/api/reviews/{review['id']}"), 204)
    assert town.kari.row(ingrid.stay)["state"] == "read"


def test_a_leader_who_read_after_discharge_can_take_it_back(town: Town, ingrid: Phone) -> None:
    town.kari.end(ingrid.stay)
    review = town.liv.read(ingrid.stay)
    told(town.liv.delete(f"/api/reviews/{review['id']}"), 204)
    assert town.liv.row(ingrid.stay)["state"] == "unread"


def test_a_review_that_there_is_not_is_not_found(town: Town) -> None:
    assert slug(town.kari.delete("/api/reviews/no-such-review")) == "not-found"


def test_both_the_reading_and_the_taking_back_stand_in_the_log(town: Town, ingrid: Phone) -> None:
    review = town.kari.read(ingrid.stay)
    told(town.kari.delete(f"/api/reviews/{review['id']}"), 204)
    verbs = [entry["verb"] for entry in told(ingrid.get("/api/access-log"))["entries"]]
    assert verbs[:2] == ["unread", "read"]
