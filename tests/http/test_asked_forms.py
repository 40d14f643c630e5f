"""What each is asked: the form of the place and the age, anew at a transition, and never a draft's form exchanged."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from litestar.testing import TestClient
from litestar.types import ASGIApp

from tests.asking import ORIGIN, Json, Phone, told, version
from tests.clock import Clock
from tests.people import HOME_CARE, HOSPITAL, MEDICINE, SURGERY, Town
from viktig.app import create_app
from viktig.content.library import FOLDER, Library
from viktig.domain.encounter import Unit
from viktig.settings import Settings
from viktig.storage import units

SECRET = "Jeg er redd for svigersønnen min"
PSYCHIATRY = "psykisk-helse"


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


def asked(phone: Phone) -> list[str]:
    """What the phone is asked after a round that hands nothing in."""
    stays = [change["stay"] for change in phone.sync().get("changed", []) if change["kind"] == "stay"]
    phone.welcome["stay"] = next((stay for stay in stays if stay["id"] == phone.stay), phone.welcome["stay"])
    return [form["name"] for form in phone.welcome["stay"].get("forms", [])]


def form(phone: Phone, name: str) -> Json:
    return next(one for one in phone.welcome["stay"]["forms"] if one["name"] == name)


def answer(phone: Phone, name: str, said: dict[str, str], status: str = "completed", audience: str = "all") -> str:
    """In another form than the first."""
    one = form(phone, name)
    content = {**phone.answers(said, status, audience), "questionnaire": one["questionnaire"]}
    return phone.write(content, one["shared" if audience == "all" else "staff"])


def test_a_stay_asks_what_matters_and_what_may_be_left_out(ingrid: Phone) -> None:
    assert [(one["name"], one["workflow"]) for one in ingrid.welcome["stay"]["forms"]] == [
        ("what-matters", "what-matters"),
        ("activities", "activities"),
    ]


def test_each_is_asked_by_place_and_age(town: Town) -> None:
    klara = town.phone(town.admit(unit=HOME_CARE), "klarasphone")
    assert klara.form["name"] == "what-matters-home"
    child = town.admit(given="Oda", birth_date="2017-05-20")
    page = town.kari.page(child)
    assert page["forms"] == ["forms/what-matters-child@1.0.0.json"]
    assert page["questions"] == 6
    assert [talk["name"] for talk in page["talks"]] == ["admission-talk", "discharge-talk"]


def test_a_small_child_is_spoken_for_and_a_schoolchild_is_not(town: Town) -> None:
    asked_of = {
        born: town.phone(town.admit(birth_date=born), f"phone{born[:4]}", role="related", birthDate=born).form
        for born in ("2022-05-20", "2017-05-20")
    }
    assert {born: form.get("spokenFor", False) for born, form in asked_of.items()} == {
        "2022-05-20": True,
        "2017-05-20": False,
    }


def test_who_helps_is_asked_the_patients_form_and_their_own(town: Town, ingrid: Phone) -> None:
    tone = town.phone(ingrid.stay, "tonesphone", role="related")
    assert asked(tone) == ["what-matters", "activities", "carer"]


def test_how_far_a_draft_has_come_is_told_of_its_own_form(town: Town) -> None:
    klara = town.phone(town.admit(unit=HOME_CARE), "klarasphone")
    klara.draft({"matters": "Fuglene", "door": "Bank på"})
    row = town.marit.row(klara.stay)
    assert (row["begun"], row["questions"]) == (2, 13)
    page = town.marit.page(klara.stay)
    assert (page["begun"], page["questions"]) == (2, 13)


def test_another_form_is_no_answer_to_what_matters(town: Town, ingrid: Phone) -> None:
    answer(ingrid, "activities", {}, "in-progress")
    assert town.kari.row(ingrid.stay)["state"] == "not-answered"
    assert not town.fact(ingrid.stay)["asked_at"]
    one = form(ingrid, "activities")
    content = {**ingrid.answers({"activity": "Gå i trapper"}), "questionnaire": one["questionnaire"]}
    content["item"][0]["within"] = "a"
    ingrid.write({**content, "audience": "staff"}, one["staff"])
    assert town.kari.row(ingrid.stay)["state"] == "unread"
    fact = town.fact(ingrid.stay)
    assert (fact["answered_at"], fact["begun"]) == ("", 0)
    assert fact["changed_at"]
    town.kari.read(ingrid.stay)
    assert town.kari.row(ingrid.stay)["state"] == "not-answered"


def test_whether_it_is_still_right_is_asked_after_a_transfer(town: Town, ingrid: Phone) -> None:
    town.kari.transfer(ingrid.stay, SURGERY)
    assert asked(ingrid) == ["what-matters", "activities"]
    ingrid.send({"matters": "Katten"})
    assert asked(ingrid) == ["what-matters", "still-right", "activities"]
    answer(ingrid, "still-right", {"know-first": "Jeg er sliten"})
    (row,) = [one for one in town.sigrid.page(ingrid.stay)["answers"] if one["workflow"] == "still-right"]
    assert not row.get("read")


def test_it_is_asked_the_day_before_a_planned_discharge_without_anybody_writing(town: Town, clock: Clock) -> None:
    ingrid = town.phone(town.admit(planned_discharge="2026-11-26"))
    ingrid.send({"matters": "Katten"})
    assert asked(ingrid) == ["what-matters", "activities"]
    assert "changed" not in ingrid.sync()
    clock.forward(days=2)
    assert asked(ingrid) == ["what-matters", "still-right", "activities"]
    assert "changed" not in ingrid.sync()


def test_what_is_for_health_personnel_alone_does_not_show_in_what_a_helper_is_asked(town: Town, ingrid: Phone) -> None:
    tone = town.phone(ingrid.stay, "tonesphone", role="related")
    town.kari.transfer(ingrid.stay, SURGERY)
    assert asked(ingrid) == ["what-matters", "activities"]
    ingrid.send_to_staff({"worry": SECRET})
    assert asked(ingrid) == ["what-matters", "still-right", "activities"]
    assert asked(tone) == ["what-matters", "activities", "carer"]
    answer(ingrid, "still-right", {"know-first": SECRET}, audience="staff")
    assert asked(tone) == ["what-matters", "activities", "carer"]
    ingrid.send({"matters": "Katten"})
    assert asked(tone) == ["what-matters", "still-right", "activities", "carer"]


def test_what_was_begun_goes_on_after_a_transfer_to_a_place_with_another_form(town: Town, ingrid: Phone) -> None:
    ward = Unit(id=PSYCHIATRY, name="Psykisk helse", kind="mental-health", organization=HOSPITAL)
    town.database.write_now(lambda connection: units.add_unit(connection, ward))
    other = town.phone(town.admit(family="Berg"), "bergsphone")
    ingrid.draft({"matters": "Katten"})
    for stay in (ingrid.stay, other.stay):
        town.kari.transfer(stay, PSYCHIATRY)
    assert asked(ingrid) == ["what-matters", "activities"]
    assert asked(other) == ["what-matters-mental-health", "activities"]


def test_a_talk_that_staff_filled_in_is_no_answer_of_the_patients(town: Town, ingrid: Phone) -> None:
    talk = town.kari.page(ingrid.stay)["talks"][0]
    content = {
        **ingrid.answers({"call-me": "Ingrid"}),
        "questionnaire": talk["questionnaire"],
        "origin": "conversation",
    }
    kari = town.kari
    made = version(f"Practitioner/{kari.id}", ingrid.patient, content, talk["shared"], ())
    (receipt,) = told(kari.post(f"/api/encounters/{ingrid.stay}/versions", {"put": [made]}))["receipts"]
    assert receipt["outcome"] == "stored"
    assert kari.row(ingrid.stay)["state"] == "not-answered"
    assert (town.fact(ingrid.stay)["asked_at"], town.fact(ingrid.stay)["unread"]) == ("", 0)
    assert [one["workflow"] for one in kari.page(ingrid.stay)["answers"]] == ["admission-talk"]
    assert kari.get(f"/api/units/{MEDICINE}/handover").json().get("rows", []) == []


@pytest.fixture
def renewed(tmp_path: Path) -> Library:
    """The content of the next release: what matters is asked anew, in version 2."""
    for room in ("questionnaires", "modules", "prompts"):
        shutil.copytree(FOLDER / room, tmp_path / room)
    path = tmp_path / "questionnaires" / "what-matters.json"
    shutil.copy(path, path.with_name("what-matters@1.0.0.json"))
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"version": "2.0.0"}), "utf-8")
    return Library(tmp_path)


def test_a_draft_stays_on_its_version_until_the_person_takes_it_along(town: Town, renewed: Library) -> None:
    ingrid = town.phone(town.admit())
    fresh = town.phone(town.admit(family="Berg"), "bergsphone")
    first = ingrid.draft({"matters": "Katten"})
    http: TestClient[ASGIApp] = TestClient(create_app(Settings(url=ORIGIN), town.database, renewed), base_url=ORIGIN)
    with http:
        ingrid.http = fresh.http = http
        offered_anew(ingrid, fresh, first)


def offered_anew(ingrid: Phone, fresh: Phone, first: str) -> None:
    assert asked(fresh)[0] == "what-matters"
    assert form(fresh, "what-matters")["questionnaire"].endswith("|2.0.0")
    asked(ingrid)
    mine = form(ingrid, "what-matters")
    assert mine["questionnaire"].endswith("what-matters|1.0.0")
    assert mine["path"] == "forms/what-matters@1.0.0.json"
    assert (mine["newer"][-6:], mine["newerPath"]) == ("|2.0.0", "forms/what-matters@2.0.0.json")
    assert "newer" not in form(fresh, "what-matters")
    taken = {**ingrid.answers({"matters": "Katten"}, "in-progress"), "questionnaire": mine["newer"]}
    second = ingrid.write(taken, base=(first,))
    asked(ingrid)
    assert form(ingrid, "what-matters")["questionnaire"] == mine["newer"]
    assert form(ingrid, "what-matters")["shared"] == mine["shared"]
    ingrid.draft({"matters": "Katten og hunden"}, base=(second,))  # another phone of hers, which does not know it yet
    asked(ingrid)
    assert form(ingrid, "what-matters")["questionnaire"] == mine["newer"]
