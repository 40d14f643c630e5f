"""Staff read modules of their own: a mark for their own eyes; others are told a word on the unit, or nothing."""

from __future__ import annotations

from functools import partial

import pytest

from tests.asking import Json, Staff, slug, told
from tests.clock import Clock
from tests.people import HOSPITAL, MEDICINE, SURGERY, Town
from viktig.domain.person import Practitioner
from viktig.domain.staff_reading import in_words
from viktig.storage import units

MODULE = "teach-back"
CREW = ("berit", "cato", "dina")


def read(person: Staff, step: int = 0, *, finished: bool = False) -> list[Json]:
    body = {"moduleVersion": "1.0.0", "language": "nb", "step": step, "finished": finished}
    marks: list[Json] = told(person.put(f"/api/staff-readings/{MODULE}", body))["readings"]
    return marks


def mine(person: Staff) -> list[Json]:
    marks: list[Json] = told(person.get("/api/staff-readings")).get("readings", [])
    return marks


def of_the_unit(town: Town, who: str = "liv", unit: str = MEDICINE) -> str:
    all_ = told(town.sign_in(who).get(f"/api/units/{unit}/learning"))["staff"]
    return str(next(one["read"] for one in all_ if one["module"] == MODULE))


def month_over(town: Town) -> None:
    town.clock.set("2026-12-01T09:00:00Z")


def crew(town: Town) -> list[Staff]:
    """Three more on Medisin 2: with Kari and Ahmed they are five; Liv leads them."""
    for name in CREW:
        one = Practitioner(name, name.capitalize(), "Lie", "nurse", "nurse", (MEDICINE,))
        town.database.write_now(partial(units.add_practitioner, organization=HOSPITAL, one=one))
    return [town.sign_in(name) for name in CREW]


def test_where_one_is_is_kept_and_finished_once_is_finished(either_town: Town, clock: Clock) -> None:
    read(either_town.kari, 2)
    (mark,) = mine(either_town.kari)
    assert (mark["step"], mark.get("finished")) == (2, None)
    read(either_town.kari, 5, finished=True)
    when = mine(either_town.kari)[0]["finished"]
    clock.forward(days=1)
    kari = either_town.sign_in("kari")
    (again,) = read(kari, 1)
    assert (again["step"], again["finished"]) == (1, when)


def test_a_mark_is_for_ones_own_eyes(town: Town) -> None:
    read(town.kari, 5, finished=True)
    assert mine(town.ahmed) == []
    assert mine(town.liv) == []


def test_of_a_unit_of_fewer_than_five_nothing_is_told(town: Town) -> None:
    crew(town)
    dina = Practitioner("dina", "Dina", "Lie", "nurse", "nurse", (SURGERY, MEDICINE))
    town.database.write_now(lambda c: c.raw.execute("delete from practitioner where practitioner = 'dina'"))
    town.database.write_now(partial(units.add_practitioner, organization=HOSPITAL, one=dina))
    read(town.kari, finished=True)
    month_over(town)
    assert of_the_unit(town) == "hidden"


@pytest.mark.parametrize(("readers", "word"), list(enumerate(("few", "few", "half", "half", "most", "most"))))
def test_of_a_larger_unit_a_word_is_told_and_nobody_is_named(either_town: Town, readers: int, word: str) -> None:
    staff = [*crew(either_town), either_town.kari, either_town.ahmed]
    for one in staff[:readers]:
        read(one, finished=True)
    for one in staff[readers:]:
        read(one, 3)
    read(either_town.sigrid, finished=True)  # of another unit
    read(either_town.liv, finished=True)  # who looks
    month_over(either_town)
    assert of_the_unit(either_town) == word
    text = told(either_town.sign_in("liv").get(f"/api/units/{MEDICINE}/learning"))["staff"]
    assert not [name for name in CREW if name in str(text)]


def test_no_word_tells_one_count_alone_whoever_large_the_unit_is() -> None:
    for staff in range(5, 60):
        words = [in_words(readers, staff) for readers in range(staff + 1)]
        assert min(words.count(word) for word in ("few", "half", "most")) >= 2
        assert len(set(words)) == 3
    assert {in_words(readers, 4) for readers in range(5)} == {"hidden"}


def test_what_is_read_today_is_told_to_others_when_the_month_is_over_and_to_oneself_at_once(either_town: Town) -> None:
    staff = [*crew(either_town), either_town.kari]
    month_over(either_town)
    staff = [either_town.sign_in(one.id) for one in staff]
    for one in staff:
        read(one, 5, finished=True)
        assert mine(one)[0]["finished"]
    assert of_the_unit(either_town) == "few"
    either_town.clock.set("2026-12-31T22:59:59Z")
    assert of_the_unit(either_town) == "few"
    either_town.clock.set("2026-12-31T23:00:00Z")
    assert of_the_unit(either_town) == "most"


def test_whoever_works_in_two_units_counts_in_the_first_of_them_alone(town: Town) -> None:
    staff = [*crew(town), town.kari]
    more = Practitioner("even", "Even", "Lie", "nurse", "nurse", (SURGERY, MEDICINE))
    town.database.write_now(partial(units.add_practitioner, organization=HOSPITAL, one=more))
    for one in staff:
        read(one, finished=True)
    month_over(town)
    assert of_the_unit(town) == "most"  # four of five; of six it would be "half"


def test_a_nurse_is_not_told_how_far_the_unit_is(town: Town) -> None:
    crew(town)
    assert slug(town.kari.get(f"/api/units/{MEDICINE}/learning")) == "not-allowed"
    assert slug(town.liv.get(f"/api/units/{SURGERY}/learning")) == "not-found"


def test_patients_have_no_marks_and_staff_none_in_what_patients_read(town: Town) -> None:
    phone = town.phone(town.admit())
    assert slug(phone.get("/api/staff-readings")) == "not-allowed"
    body = {"moduleVersion": "1.0.0", "language": "nb"}
    assert slug(phone.put(f"/api/staff-readings/{MODULE}", body)) == "not-allowed"
    assert slug(town.kari.put("/api/staff-readings/going-home", body)) == "not-found"
    assert slug(town.kari.put("/api/staff-readings/juggling", body)) == "not-found"


def test_what_is_for_staff_cannot_be_offered_and_is_none_of_the_modules_of_patients(town: Town) -> None:
    stay = town.admit()
    assert slug(town.kari.post(f"/api/encounters/{stay}/modules", {"module": MODULE})) == "not-valid"
    modules = told(town.liv.get(f"/api/units/{MEDICINE}/learning"))["modules"]
    assert MODULE not in {one["module"] for one in modules}
