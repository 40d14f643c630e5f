"""To another unit: everything that waits goes with the patient."""

from __future__ import annotations

import pytest

from tests.asking import slug, told
from tests.people import HOME_CARE, MEDICINE, SURGERY, Town


def test_the_stay_moves_from_one_list_to_the_other(town: Town) -> None:
    stay = town.admit(room="12")
    before = town.kari.arrivals()["n"]
    moved = town.kari.transfer(stay, SURGERY, room="3", bed="1")
    assert (moved["unit"]["id"], moved["room"], moved["bed"]) == (SURGERY, "3", "1")
    assert town.kari.row(stay) == {}
    assert town.kari.arrivals()["n"] > before
    assert town.sigrid.row(stay)["room"] == "3"


def test_an_unread_answer_is_the_new_units_from_now_on(town: Town) -> None:
    phone = town.phone(town.admit())
    phone.send({"matters": "Hjem"})
    town.kari.transfer(phone.stay, SURGERY)
    row = town.sigrid.row(phone.stay)
    assert (row["state"], row.get("owner", "shift"), row["fromUnit"]) == ("unread", "shift", "Medisin 2")
    town.sigrid.read(phone.stay)
    assert town.sigrid.row(phone.stay)["state"] == "read"


def test_a_wish_to_talk_goes_with_the_patient(town: Town) -> None:
    phone = town.phone(town.admit())
    document = phone.wish()
    town.kari.transfer(phone.stay, SURGERY)
    assert town.sigrid.row(phone.stay)["attention"]["wish"] == "as-soon-as-possible"
    assert slug(town.kari.post(f"/api/attentions/{document}/take")) == "not-found"
    told(town.sigrid.post(f"/api/attentions/{document}/take"))


def test_an_answer_written_here_does_not_say_where_it_came_from(town: Town) -> None:
    phone = town.phone(town.admit())
    phone.send({"matters": "Hjem"})
    assert "fromUnit" not in town.kari.row(phone.stay)


def test_the_phone_goes_on_and_learns_the_new_unit(town: Town) -> None:
    phone = town.phone(town.admit())
    phone.sync()
    town.kari.transfer(phone.stay, SURGERY)
    assert phone.sync()["changed"][0]["stay"]["unit"]["name"] == "Kirurgi 1"
    phone.send({"matters": "Hjem"})
    assert town.sigrid.row(phone.stay)["state"] == "unread"


def test_there_is_no_transfer_to_a_unit_that_is_none(town: Town) -> None:
    stay = town.admit()
    for unit in ("no-such-unit", HOME_CARE):
        response = town.kari.post(f"/api/encounters/{stay}/transfer", {"unit": unit}, town.kari.tag(stay))
        assert slug(response) == "unit-unknown"
    assert town.kari.row(stay)


def test_two_nurses_at_once_and_the_second_is_told(either_town: Town) -> None:
    town = either_town
    stay = town.admit()
    tag = town.ahmed.tag(stay)
    town.kari.transfer(stay, SURGERY)
    town.sigrid.transfer(stay, MEDICINE)
    body = {"unit": SURGERY}
    assert slug(town.ahmed.post(f"/api/encounters/{stay}/transfer", body, tag)) == "changed-meanwhile"
    assert slug(town.ahmed.post(f"/api/encounters/{stay}/transfer", body)) == "missing-if-match"


def test_a_stay_that_has_ended_goes_nowhere(town: Town) -> None:
    stay = town.admit()
    tag = town.kari.end(stay)["tag"]
    assert slug(town.kari.post(f"/api/encounters/{stay}/transfer", {"unit": SURGERY}, tag)) == "stay-ended"


def test_the_patient_sees_in_the_access_log_that_they_were_moved(town: Town) -> None:
    phone = town.phone(town.admit())
    town.kari.transfer(phone.stay, SURGERY)
    entries = told(phone.get("/api/access-log"))["entries"]
    assert "transferred" in [entry["verb"] for entry in entries]


@pytest.mark.parametrize("at", ["2026-11-22T07:00:00Z", "2026-11-22T19:00:00Z"])
def test_nobody_was_moved_before_they_came(town: Town, at: str) -> None:
    stay = town.admit(admitted="2026-11-22T08:00:00Z")
    town.kari.transfer(stay, SURGERY, at="2026-11-22T20:00:00Z")
    for verb, body in (("transfer", {"unit": MEDICINE}), ("end", {"ending": "died"})):
        path = f"/api/encounters/{stay}/{verb}"
        assert slug(town.sigrid.post(path, {**body, "at": at}, town.sigrid.tag(stay))) == "not-valid"
    assert town.sigrid.row(stay)


def test_a_stay_may_be_written_in_as_moved_earlier(town: Town) -> None:
    stay = town.admit(admitted="2026-11-22T08:00:00Z")
    town.kari.transfer(stay, SURGERY, at="2026-11-22T20:00:00Z")
    assert town.fact(stay)["unit"] == SURGERY


def test_nobody_is_moved_to_where_they_are(town: Town) -> None:
    stay = town.admit()
    path = f"/api/encounters/{stay}/transfer"
    assert slug(town.kari.post(path, {"unit": MEDICINE}, town.kari.tag(stay))) == "not-valid"
