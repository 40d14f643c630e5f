"""Who has been here before is shown what they said then, and only they and those they let see their answers."""

from __future__ import annotations

import pytest

from tests.asking import Json, Phone, Staff, next_id
from tests.clock import Clock
from tests.http.carers import consent, everything, joined
from tests.people import HOME_CARE, SURGERY, Town

SECRET = "Jeg er redd for svigersønnen min"
BEFORE = "Å komme på hytta"
NUMBER = {"identifier": "F-20417"}


def kari(town: Town) -> Staff:
    """At a desk where she has just signed in."""
    return town.sign_in("kari", profile=f"desk{next_id()[-8:]}")


def leave(town: Town, stay: str, ending: str = "discharged") -> None:
    kari(town).end(stay, ending)


@pytest.fixture
def before(town: Town, clock: Clock) -> Phone:
    """Ingrid's phone of the spring, when she was here the first time and went home."""
    phone = town.phone(town.admit(**NUMBER), "ingridsoldphone")
    phone.send({"matters": BEFORE, "talk": "Langsomt"})
    phone.send_to_staff({"worry": SECRET})
    kari(town).read(phone.stay)
    leave(town, phone.stay)
    clock.forward(days=60)
    return phone


@pytest.fixture
def now(town: Town, before: Phone) -> str:
    """Her stay of today."""
    return town.admit(**NUMBER)


def earlier(phone: Phone) -> dict[str, dict[str, str]]:
    """audience -> question -> words, as the phone is told from the start."""
    stays = [change["stay"] for change in phone.sync(since={})["changed"] if change["kind"] == "stay"]
    here: Json = next(stay for stay in stays if stay["id"] == phone.stay)
    return {
        one["audience"]: {item["linkId"]: item["answer"][0]["valueString"] for item in one["item"]}
        for one in here.get("earlier", [])
    }


ALL, ALONE = {"matters": BEFORE, "talk": "Langsomt"}, {"worry": SECRET}


def test_the_patient_is_shown_what_was_said_last_time_until_it_is_said_anew(town: Town, now: str) -> None:
    ingrid = town.phone(now)
    assert earlier(ingrid) == {"all": ALL, "staff": ALONE}
    welcomed = ingrid.welcome["stay"]["earlier"][0]
    assert welcomed["questionnaire"].endswith("what-matters|1.0.0")
    assert welcomed["received"].startswith("2026-11-23")
    ingrid.draft({"matters": BEFORE})
    assert earlier(ingrid) == {"all": ALL, "staff": ALONE}
    ingrid.send({"matters": BEFORE})
    assert earlier(ingrid) == {}


def test_the_newest_earlier_stay_counts_and_no_draft_of_it(town: Town, now: str, clock: Clock) -> None:
    second = town.phone(now, "ingridssecond")
    sent = second.send({"matters": "Hunden"})
    second.draft({"matters": "Hunden og noe til"}, base=(sent,))
    kari(town).read(now)
    leave(town, now)
    clock.forward(days=3)
    assert earlier(town.phone(town.admit(**NUMBER))) == {"all": {"matters": "Hunden"}}


def test_another_form_asks_for_other_answers(town: Town, before: Phone, now: str) -> None:
    assert earlier(town.phone(town.admit(**{**NUMBER, "unit": SURGERY}))) == {"all": ALL, "staff": ALONE}
    assert earlier(town.phone(town.admit(**{**NUMBER, "unit": HOME_CARE}))) == {}


def test_a_stay_that_was_a_mistake_is_not_remembered(town: Town, clock: Clock) -> None:
    wrong = town.phone(town.admit(**NUMBER), "thewrongphone")
    wrong.send({"matters": SECRET})
    leave(town, wrong.stay, "wrong-patient")
    clock.forward(days=1)
    assert earlier(town.phone(town.admit(**NUMBER))) == {}


def test_a_stranger_with_the_same_name_is_shown_nothing(town: Town, now: str) -> None:
    stranger = town.phone(town.admit(), "strangersphone")
    assert earlier(stranger) == {}
    assert BEFORE not in everything(stranger)


def test_when_the_stay_is_over_nothing_of_before_is_told(town: Town, now: str) -> None:
    ingrid = town.phone(now)
    leave(town, now)
    assert earlier(ingrid) == {}


@pytest.mark.parametrize("keeps", ["shared", "ward"])
def test_a_phone_that_several_share_holds_nothing_for_health_personnel_alone(town: Town, now: str, keeps: str) -> None:
    assert earlier(town.phone(now, "wardstablet", keeps=keeps)) == {"all": ALL}


def test_who_helps_with_the_answers_is_shown_them_but_what_is_for_health_personnel(town: Town, now: str) -> None:
    per, _ = joined(town, town.phone(now), "answers")
    assert earlier(per) == {"all": ALL}
    assert SECRET not in everything(per)


def test_who_helps_with_other_things_is_shown_nothing(town: Town, now: str) -> None:
    per, _ = joined(town, town.phone(now), "plan", "list", "today")
    assert earlier(per) == {}
    assert BEFORE not in everything(per)


def test_when_the_patient_ends_it_they_go_from_the_helpers_phone(town: Town, now: str) -> None:
    ingrid = town.phone(now)
    per, version = joined(town, ingrid, "answers")
    assert BEFORE in str(per.sync())
    consent(ingrid, per.author.partition("/")[2], "today", base=(version,))
    (stay,) = [change["stay"] for change in per.sync()["changed"] if change["kind"] == "stay"]
    assert "earlier" not in stay
    assert BEFORE not in everything(per)


def test_an_answer_for_health_personnel_in_this_stay_does_not_show_by_what_is_missing(town: Town, now: str) -> None:
    ingrid = town.phone(now)
    per, _ = joined(town, ingrid, "answers")
    ingrid.send_to_staff({"worry": SECRET})
    assert earlier(per) == {"all": ALL}


def changes(page: Json) -> dict[str, str]:
    """question -> what it said before; empty where nothing was said."""
    (answers,) = page["answers"]
    said = {one["linkId"]: one.get("answer") or [{"valueString": ""}] for one in answers.get("changed", [])}
    return {link: answer[0]["valueString"] for link, answer in said.items()}


def test_the_nurse_sees_what_has_changed_since_the_last_stay_until_it_is_read(town: Town, now: str) -> None:
    ingrid = town.phone(now)
    first = ingrid.send({"matters": "Hunden", "talk": "Langsomt", "home": "Trappa"})
    page = kari(town).page(now)
    assert changes(page) == {"matters": BEFORE, "home": ""}
    (answers,) = page["answers"]
    assert (answers["lastStay"], answers["since"][:10]) == (True, "2026-11-23")
    kari(town).read(now)
    assert changes(kari(town).page(now)) == {}
    ingrid.send({"matters": "Hunden", "talk": "Raskt", "home": "Trappa"}, base=(first,))
    page = kari(town).page(now)
    assert changes(page) == {"talk": "Langsomt"}
    assert "lastStay" not in page["answers"][0]


def test_what_was_said_on_another_unit_is_not_shown_to_this_one(town: Town, before: Phone) -> None:
    ingrid = town.phone(town.admit(**{**NUMBER, "unit": SURGERY}))
    ingrid.send({"matters": "Hunden"})
    page = town.sigrid.page(ingrid.stay)
    assert changes(page) == {}
    assert BEFORE not in str(page)
