""" "I dag": three lines that staff set and the patient sees."""

from __future__ import annotations

from tests.asking import slug, told
from tests.people import SURGERY, Town

TODAY = {
    "withMe": {"text": "Ahmed"},
    "next": {"text": "", "known": False},
    "tonight": {"text": "Ring på"},
}


def test_the_patient_sees_what_was_set_by_whom_and_when(town: Town) -> None:
    phone = town.phone(town.admit())
    phone.sync()
    told(town.kari.put(f"/api/encounters/{phone.stay}/today", TODAY))
    today = phone.sync()["changed"][0]["stay"]["today"]
    assert today["withMe"] == {"text": "Ahmed"}
    assert today["next"] == {"known": False}
    assert today["setBy"] == "Kari"
    assert today["setAt"].startswith("2026-11-23T08:00")


def test_nobody_can_sign_for_another(town: Town) -> None:
    stay = town.admit()
    body = TODAY | {"setBy": "Overlegen", "setAt": "2001-01-01T00:00:00Z"}
    today = told(town.kari.put(f"/api/encounters/{stay}/today", body))["today"]
    assert (today["setBy"], today["setAt"][:4]) == ("Kari", "2026")


def test_a_unit_that_shows_roles_only_does_not_sign_with_a_name(town: Town) -> None:
    per = town.phone(town.admit("Per", "Haugen", SURGERY), "perstelephone")
    told(town.sigrid.put(f"/api/encounters/{per.stay}/today", TODAY))
    assert "Sigrid" not in per.raw(b"{}").text


def test_it_goes_with_the_transfer_and_with_the_end(town: Town) -> None:
    phone = town.phone(town.admit())
    told(town.kari.put(f"/api/encounters/{phone.stay}/today", TODAY))
    town.kari.transfer(phone.stay, SURGERY)
    assert "today" not in town.sigrid.page(phone.stay)["encounter"]
    told(town.sigrid.put(f"/api/encounters/{phone.stay}/today", TODAY))
    assert "today" not in town.sigrid.end(phone.stay)
    assert "today" not in phone.sync(since={})["changed"][0]["stay"]


def test_a_stay_that_has_ended_has_no_today(town: Town) -> None:
    stay = town.admit()
    town.kari.end(stay)
    assert slug(town.kari.put(f"/api/encounters/{stay}/today", TODAY)) == "stay-ended"
