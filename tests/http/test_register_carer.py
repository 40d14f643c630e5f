"""A nurse registers somebody who helps: with the patient's yes, or while the patient cannot consent."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.asking import Json, slug, told
from tests.clock import Clock
from tests.http.carers import come, consent, everything
from tests.people import Town

TONE: Json = {"name": "Tone", "relation": "datter", "phone": "90000000", "scopes": ["answers", "plan"]}
WITH_YES: Json = {**TONE, "ground": "nurse"}


@pytest.fixture
def stay(town: Town) -> str:
    return town.admit()


def register(town: Town, stay: str, body: Json = WITH_YES) -> Json:
    carer: Json = told(town.kari.post(f"/api/encounters/{stay}/carers", body), 201)
    return carer


def cannot(clock: Clock, days: int = 2) -> Json:
    again = (clock.at + timedelta(days=days)).strftime("%Y-%m-%d")
    return {**TONE, "ground": "cannot-consent", "reason": "Delirium etter operasjonen", "lookAgain": again}


def test_the_carer_gets_a_sheet_and_sees_what_was_agreed(town: Town, stay: str) -> None:
    carer = register(town, stay)
    assert (carer["status"], carer["by"], carer["title"]) == ("invited", "Kari", "nurse")
    sheet = told(town.kari.post(f"/api/encounters/{stay}/carers/{carer['id']}/invitations", {}), 201)
    assert sheet["name"] == "Tone"
    tone = come(town, sheet["code"], role="related")
    assert tone.author == f"RelatedPerson/{carer['id']}"
    assert tone.welcome["stay"]["sharing"] == ["answers", "plan", "learning"]
    (on_page,) = town.kari.page(stay)["carers"]
    assert (on_page["status"], on_page["ground"]) == ("active", "nurse")


def test_a_carers_sheet_is_not_the_patients(town: Town, stay: str) -> None:
    carer = register(town, stay)
    told(town.kari.post(f"/api/encounters/{stay}/carers/{carer['id']}/invitations", {}), 201)
    assert "invited" not in town.kari.row(stay)
    assert "invitations" not in town.kari.page(stay)


def test_the_patients_phone_is_told_and_can_end_it(town: Town, stay: str) -> None:
    ingrid = town.phone(stay)
    ingrid.sync()
    carer = register(town, stay)
    (change,) = ingrid.sync()["changed"]
    assert (change["kind"], change["carer"]["by"], change["carer"]["title"]) == ("carer", "Kari", "nurse")
    consent(ingrid, carer["id"], status="inactive")
    (on_page,) = town.kari.page(stay)["carers"]
    assert (on_page["status"], on_page["ground"], on_page["name"]) == ("ended", "patient", "Tone")


def test_who_cannot_consent_needs_a_reason_and_a_day_to_look_again(town: Town, stay: str, clock: Clock) -> None:
    for missing in ("reason", "lookAgain"):
        body = {key: value for key, value in cannot(clock).items() if key != missing}
        assert slug(town.kari.post(f"/api/encounters/{stay}/carers", body)) == "not-valid"
    carer = register(town, stay, cannot(clock))
    assert (carer["reason"], carer["by"]) == ("Delirium etter operasjonen", "Kari")


def test_when_the_day_to_look_again_has_come_the_page_and_the_list_say_so(town: Town, stay: str, clock: Clock) -> None:
    carer = register(town, stay, cannot(clock))
    assert "overdue" not in carer
    assert "lookAgain" not in town.kari.row(stay)
    clock.forward(days=2)
    kari = town.sign_in("kari")
    (on_page,) = kari.page(stay)["carers"]
    assert on_page["overdue"] is True
    assert kari.row(stay)["lookAgain"] == on_page["lookAgain"]
    told(kari.put(f"/api/encounters/{stay}/carers/{carer['id']}", WITH_YES))
    assert "lookAgain" not in kari.row(stay)
    (on_page,) = kari.page(stay)["carers"]
    assert (on_page["ground"], on_page.get("reason", "")) == ("nurse", "")


def test_nobody_is_asked_to_look_again_at_what_is_over_by_itself(town: Town, stay: str, clock: Clock) -> None:
    until = (clock.at + timedelta(days=1)).strftime("%Y-%m-%d")
    register(town, stay, {**cannot(clock), "until": until})
    clock.forward(days=2)
    assert "lookAgain" not in town.sign_in("kari").row(stay)


def test_a_nurse_ends_it(town: Town, stay: str) -> None:
    carer = register(town, stay)
    code = told(town.kari.post(f"/api/encounters/{stay}/carers/{carer['id']}/invitations", {}), 201)["code"]
    tone = come(town, code, role="related")
    told(town.kari.delete(f"/api/encounters/{stay}/carers/{carer['id']}"), 204)
    assert tone.sync()["changed"][0]["stay"]["sharing"] == ["learning"]
    again = town.kari.post(f"/api/encounters/{stay}/carers/{carer['id']}/invitations", {})
    assert slug(again) == "not-allowed"


def test_all_of_it_is_in_the_patients_log(town: Town, stay: str, clock: Clock) -> None:
    ingrid = town.phone(stay)
    carer = register(town, stay, cannot(clock))
    told(town.kari.put(f"/api/encounters/{stay}/carers/{carer['id']}", WITH_YES))
    told(town.kari.post(f"/api/encounters/{stay}/carers/{carer['id']}/invitations", {}), 201)
    told(town.kari.delete(f"/api/encounters/{stay}/carers/{carer['id']}"), 204)
    verbs = [entry["verb"] for entry in told(ingrid.get("/api/access-log"))["entries"]]
    assert verbs[:4] == ["carer-ended", "carer-invited", "carer-registered", "carer-cannot-consent"]


def test_a_role_only_unit_does_not_name_who_registered(town: Town) -> None:
    stay = town.admit(unit="kirurgi-1")
    ingrid = town.phone(stay)
    told(town.sigrid.post(f"/api/encounters/{stay}/carers", WITH_YES), 201)
    (carer,) = (change["carer"] for change in ingrid.sync()["changed"] if change["kind"] == "carer")
    assert ("by" not in carer, carer["title"]) == (True, "nurse")


def test_ask_alone_is_the_teams_and_nobody_elses(town: Town, stay: str) -> None:
    ingrid, tone = town.phone(stay), town.phone(stay, "tonesphone", role="related")
    ingrid.sync(), tone.sync()
    path = f"/api/encounters/{stay}/ask-alone"
    assert slug(town.kari.put(path, {"askAlone": True})) == "missing-if-match"
    assert told(town.kari.put(path, {"askAlone": True}, town.kari.tag(stay)))["askAlone"] is True
    assert slug(town.kari.put(path, {"askAlone": True}, "1")) == "changed-meanwhile"
    assert town.kari.page(stay)["encounter"]["askAlone"] is True
    assert town.kari.row(stay)["askAlone"] is True
    for phone in (ingrid, tone):
        assert "changed" not in phone.sync()
        assert "lone" not in everything(phone) + str(told(phone.get("/api/session")))
    assert "ask-alone" not in str(told(ingrid.get("/api/access-log")))
    assert "ask-alone" in [event["verb"] for event in town.events()]
