"""Reading: a review names the versions that were on screen."""

from __future__ import annotations

import pytest

from tests.asking import Phone, next_id, slug, told
from tests.people import SURGERY, Town


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


def test_what_was_read_is_read_and_the_patient_hears_by_whom_and_when(town: Town, ingrid: Phone) -> None:
    sent = ingrid.send({"matters": "Hjem"})
    town.clock.forward(minutes=10)
    review = town.kari.read(ingrid.stay, together=True)
    assert (review["versions"], review["by"], review["title"], review["together"]) == ([sent], "Kari", "nurse", True)
    assert review["at"].startswith("2026-11-23T08:10")
    assert town.kari.row(ingrid.stay)["state"] == "read"
    assert town.kari.row(ingrid.stay)["readAt"] == review["at"]
    (change,) = (change for change in ingrid.sync()["changed"] if change["kind"] == "review")
    assert change["review"] == review


def test_a_later_version_is_unread_again(town: Town, ingrid: Phone) -> None:
    first = ingrid.send({"matters": "Hjem"})
    town.kari.read(ingrid.stay)
    ingrid.send({"matters": "Hjem nå"}, base=(first,))
    assert town.kari.row(ingrid.stay)["state"] == "changed"
    town.ahmed.read(ingrid.stay)
    assert town.kari.row(ingrid.stay)["state"] == "read"


def test_what_came_while_the_page_was_open_is_still_unread(town: Town, ingrid: Phone) -> None:
    first = ingrid.send({"matters": "Hjem"})
    on_screen = town.kari.page(ingrid.stay)["answers"][0]["versions"]
    ingrid.send({"matters": "Hjem nå"}, base=(first,))
    told(town.kari.post("/api/reviews", {"encounter": ingrid.stay, "versions": on_screen}), 201)
    assert town.kari.row(ingrid.stay)["state"] == "changed"


def test_both_forms_must_be_read(town: Town, ingrid: Phone) -> None:
    shared = ingrid.send({"matters": "Hjem"})
    ingrid.send_to_staff({"worry": "Datteren"})
    told(town.kari.post("/api/reviews", {"encounter": ingrid.stay, "versions": [shared]}), 201)
    assert town.kari.row(ingrid.stay)["state"] == "changed"
    town.kari.read(ingrid.stay)
    assert town.kari.row(ingrid.stay)["state"] == "read"


def test_of_two_heads_both_must_be_read(town: Town, ingrid: Phone) -> None:
    first = ingrid.send({"matters": "Hjem"})
    heads = [ingrid.send({"matters": words}, base=(first,)) for words in ("Hjem nå", "Hjem snart")]
    told(town.kari.post("/api/reviews", {"encounter": ingrid.stay, "versions": heads[:1]}), 201)
    assert town.kari.row(ingrid.stay)["state"] == "changed"
    town.kari.read(ingrid.stay)
    assert town.kari.row(ingrid.stay)["state"] == "read"


def test_two_nurses_may_read_at_once(either_town: Town) -> None:
    town = either_town
    ingrid = town.phone(town.admit())
    ingrid.send({"matters": "Hjem"})
    first, second = town.kari.read(ingrid.stay), town.ahmed.read(ingrid.stay)
    assert [one["by"] for one in town.kari.page(ingrid.stay)["reviews"]] == ["Kari", "Ahmed"]
    assert first["id"] != second["id"]
    assert town.fact(ingrid.stay)["first_read_at"] == first["at"]


def test_versions_of_another_stay_cannot_be_read_here(town: Town, ingrid: Phone) -> None:
    olav = town.phone(town.admit("Olav", "Berg"), "olavsphoneno")
    sent = olav.send({"matters": "Fiske"})
    assert slug(town.kari.post("/api/reviews", {"encounter": ingrid.stay, "versions": [sent]})) == "not-valid"
    assert town.kari.row(olav.stay)["state"] == "unread"


@pytest.mark.parametrize("versions", [[], ["x"], [next_id()], [next_id() for _ in range(51)]])
def test_a_review_names_versions_that_there_are(town: Town, ingrid: Phone, versions: list[str]) -> None:
    ingrid.send({"matters": "Hjem"})
    body = {"encounter": ingrid.stay, "versions": versions}
    assert slug(town.kari.post("/api/reviews", body)) == "not-valid"
    assert town.kari.row(ingrid.stay)["state"] == "unread"


def test_after_discharge_the_leader_reads(town: Town, ingrid: Phone) -> None:
    ingrid.send({"matters": "Hjem"})
    assert slug(town.liv.get(f"/api/encounters/{ingrid.stay}")) == "not-allowed"
    town.kari.end(ingrid.stay)
    assert town.liv.read(ingrid.stay)["by"] == "Liv"
    log = told(ingrid.get("/api/access-log"))["entries"]
    assert ("read", "owner") in [(entry["verb"], entry["basis"]) for entry in log]


def test_a_leader_who_has_read_it_can_do_something_about_it(town: Town, ingrid: Phone) -> None:
    ingrid.send({"matters": "Hjem"})
    town.kari.end(ingrid.stay)
    task = {"encounter": ingrid.stay, "outcome": "cannot", "description": "Vi ringte og forklarte"}
    town.liv.read(ingrid.stay)
    told(town.liv.post("/api/tasks", task), 201)
    assert told(town.liv.get(f"/api/encounters/{ingrid.stay}"))["tasks"][0]["description"] == task["description"]


def test_after_transfer_the_new_unit_reads_and_the_old_cannot(town: Town, ingrid: Phone) -> None:
    sent = ingrid.send({"matters": "Hjem"})
    town.kari.transfer(ingrid.stay, SURGERY)
    body = {"encounter": ingrid.stay, "versions": [sent]}
    assert slug(town.kari.post("/api/reviews", body)) == "not-found"
    told(town.sigrid.post("/api/reviews", body), 201)


def test_a_unit_that_shows_roles_only_tells_the_role(town: Town) -> None:
    per = town.phone(town.admit("Per", "Haugen", SURGERY), "perstelephone")
    per.send({"matters": "Fiske"})
    assert town.sigrid.read(per.stay)["by"] == "Sigrid"
    (change,) = (change for change in per.sync()["changed"] if change["kind"] == "review")
    assert "by" not in change["review"]
    assert change["review"]["title"] == "nurse"


def test_read_together_tells_whether_an_interpreter_was_there_when_somebody_was_asked(town: Town) -> None:
    ingrid = town.phone(town.admit())
    ingrid.send({"matters": "Hjem"})
    for said, kept in (({"interpreter": True}, True), ({"interpreter": False}, False), ({}, None)):
        review = town.kari.read(ingrid.stay, together=True, **said)
        assert review.get("interpreter") is kept
    reviews = town.ahmed.page(ingrid.stay)["reviews"]
    assert [review.get("interpreter") for review in reviews] == [True, False, None]
