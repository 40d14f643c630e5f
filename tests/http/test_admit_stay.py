"""A nurse writes in somebody who has arrived."""

from __future__ import annotations

import pytest

from tests.asking import Json, slug, told
from tests.people import BORN, MEDICINE, SURGERY, Town

NEW: Json = {
    "given": "Ingrid",
    "family": "Nilsen",
    "birthDate": BORN,
    "admitted": "2026-11-23T07:40:00Z",
    "identifier": "10915596784",
    "room": "12",
    "plannedDischarge": "2026-11-27",
}


def test_the_stay_is_on_the_list_at_once(town: Town) -> None:
    encounter = told(town.kari.post(f"/api/units/{MEDICINE}/encounters", NEW), 201)
    assert encounter["patient"]["given"] == "Ingrid"
    assert (encounter["status"], encounter["unit"]["id"], encounter["room"]) == ("in-progress", MEDICINE, "12")
    assert encounter["tag"]
    assert "10915596784" not in str(encounter)
    assert town.kari.row(encounter["id"])["state"] == "not-answered"


def test_somebody_who_comes_again_is_the_same_person(town: Town) -> None:
    first = told(town.kari.post(f"/api/units/{MEDICINE}/encounters", NEW), 201)
    town.kari.end(first["id"])
    again = told(town.kari.post(f"/api/units/{MEDICINE}/encounters", NEW | {"family": "Nilsen-Moe"}), 201)
    assert again["patient"]["id"] == first["patient"]["id"]
    assert again["patient"]["family"] == "Nilsen-Moe"
    assert again["id"] != first["id"]


def test_the_same_number_with_another_birth_date_is_another_person(town: Town) -> None:
    first = told(town.kari.post(f"/api/units/{MEDICINE}/encounters", NEW), 201)
    other = told(town.kari.post(f"/api/units/{MEDICINE}/encounters", NEW | {"birthDate": "1950-01-01"}), 201)
    assert other["patient"]["id"] != first["patient"]["id"]


def test_nobody_is_admitted_twice_to_the_same_unit(either_town: Town) -> None:
    path = f"/api/units/{MEDICINE}/encounters"
    told(either_town.kari.post(path, NEW), 201)
    assert slug(either_town.kari.post(path, NEW)) == "already-here"
    assert len(either_town.kari.arrivals()["stays"]) == 1


def test_two_without_a_number_are_two(town: Town) -> None:
    nameless = {key: value for key, value in NEW.items() if key != "identifier"}
    path = f"/api/units/{MEDICINE}/encounters"
    first, second = (told(town.kari.post(path, nameless), 201) for _ in range(2))
    assert first["patient"]["id"] != second["patient"]["id"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"given": ""},
        {"family": ""},
        {"family": "x" * 201},
        {"birthDate": "12.04.1942"},
        {"birthDate": "1942-13-01"},
        {"birthDate": "1942-02-30"},
        {"admitted": "today"},
        {"admitted": "2026-11-23T07:40:00"},
        {"admitted": "2026-13-45T99:99:99Z"},
        {"plannedDischarge": "soon"},
        {"plannedDischarge": "2026-02-30"},
        {"room": "x" * 201},
    ],
)
def test_what_is_not_filled_in_right_is_not_valid_and_nothing_is_kept(shared_town: Town, wrong: Json) -> None:
    assert slug(shared_town.kari.post(f"/api/units/{MEDICINE}/encounters", NEW | wrong)) == "not-valid"
    assert "stays" not in shared_town.kari.arrivals()


@pytest.mark.parametrize("missing", ["given", "family", "birthDate", "admitted"])
def test_what_is_needed_must_be_there(shared_town: Town, missing: str) -> None:
    body = {key: value for key, value in NEW.items() if key != missing}
    response = shared_town.kari.post(f"/api/units/{MEDICINE}/encounters", body)
    assert slug(response) == "not-valid"


def test_a_problem_repeats_nothing_of_what_was_written(town: Town) -> None:
    response = town.kari.post(f"/api/units/{MEDICINE}/encounters", NEW | {"birthDate": "Hemmelig 1942"})
    assert "Hemmelig" not in response.text
    assert "10915596784" not in response.text


def test_a_nurse_admits_to_her_own_unit_only(town: Town) -> None:
    assert slug(town.kari.post(f"/api/units/{SURGERY}/encounters", NEW)) == "not-found"
    assert slug(town.kari.post("/api/units/no-such-unit/encounters", NEW)) == "not-found"
    assert slug(town.liv.post(f"/api/units/{MEDICINE}/encounters", NEW)) == "not-allowed"


def test_the_admission_stands_in_the_access_log(town: Town) -> None:
    stay = told(town.kari.post(f"/api/units/{MEDICINE}/encounters", NEW), 201)["id"]
    log = told(town.phone(stay).get("/api/access-log"))["entries"]
    assert ("admitted", "Kari", "Medisin 2") in [(one["verb"], one["who"], one["unit"]) for one in log]


def test_what_an_arrival_does_not_say_of_somebody_we_know_stays_as_it_was(town: Town) -> None:
    known = NEW | {"phone": "900 00 000", "interpreter": "somali", "language": "nn"}
    first = told(town.kari.post(f"/api/units/{MEDICINE}/encounters", known), 201)
    told(town.kari.post(f"/api/encounters/{first['id']}/end", {"ending": "discharged"}, first["tag"]))
    again = told(town.kari.post(f"/api/units/{MEDICINE}/encounters", NEW), 201)["patient"]
    assert again == first["patient"]
