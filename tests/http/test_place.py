"""Setting a room, a bed or an interpreter right."""

from __future__ import annotations

from tests.asking import slug, told
from tests.people import Town


def test_the_new_place_is_on_the_list_and_on_the_phone(town: Town) -> None:
    phone = town.phone(town.admit(room="12"))
    phone.sync()
    body = {"room": "14", "bed": "1", "interpreter": "polsk", "plannedDischarge": "2026-11-30"}
    encounter = told(town.kari.put(f"/api/encounters/{phone.stay}/place", body, town.kari.tag(phone.stay)))
    assert (encounter["room"], encounter["bed"], encounter["plannedDischarge"]) == ("14", "1", "2026-11-30")
    row = town.kari.row(phone.stay)
    assert (row["room"], row["bed"], row["interpreter"]) == ("14", "1", "polsk")
    assert phone.sync()["changed"][0]["stay"]["room"] == "14"


def test_two_nurses_at_once_and_the_second_is_told(town: Town) -> None:
    stay = town.admit()
    tag = town.ahmed.tag(stay)
    told(town.kari.put(f"/api/encounters/{stay}/place", {"room": "14"}, town.kari.tag(stay)))
    assert slug(town.ahmed.put(f"/api/encounters/{stay}/place", {"room": "9"}, tag)) == "changed-meanwhile"
    assert town.kari.row(stay)["room"] == "14"
    told(town.ahmed.put(f"/api/encounters/{stay}/place", {"room": "9"}, town.ahmed.tag(stay)))
    assert town.kari.row(stay)["room"] == "9"


def test_the_tag_must_be_named(town: Town) -> None:
    stay = town.admit(room="12")
    assert slug(town.kari.put(f"/api/encounters/{stay}/place", {"room": "14"})) == "missing-if-match"
    assert town.kari.row(stay)["room"] == "12"


def test_the_tag_may_stand_in_quotes(town: Town) -> None:
    stay = town.admit()
    told(town.kari.put(f"/api/encounters/{stay}/place", {"room": "14"}, f'"{town.kari.tag(stay)}"'))


def test_a_stay_that_has_ended_stays_as_it_was(town: Town) -> None:
    stay = town.admit()
    tag = town.kari.end(stay)["tag"]
    assert slug(town.kari.put(f"/api/encounters/{stay}/place", {"room": "14"}, tag)) == "stay-ended"


def test_a_day_that_is_none_is_not_valid(town: Town) -> None:
    stay = town.admit()
    body = {"plannedDischarge": "next week"}
    assert slug(town.kari.put(f"/api/encounters/{stay}/place", body, town.kari.tag(stay))) == "not-valid"
