"""Filled in together, or typed in from paper: staff write, and it says who said it."""

from __future__ import annotations

import pytest

from tests.asking import Json, Phone, Staff, answers, next_id, slug, told, version
from tests.people import SURGERY, Town


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


def typed(staff: Staff, phone: Phone, said: dict[str, str], audience: str = "all", **more: object) -> Json:
    """A version by staff with the patient's words in it."""
    content = answers(phone.form, phone.stay, phone.speaker(), said, "completed", audience)
    for item in content["item"]:
        item["writtenBy"] = {"kind": "staff", "name": staff.id.capitalize()}
    document = phone.form["staff" if audience == "staff" else "shared"]
    made = version(f"Practitioner/{staff.id}", phone.patient, content | {"origin": "paper"}, document, ())
    return made | more


def hand_in(staff: Staff, stay: str, *put: object) -> list[Json]:
    receipts: list[Json] = told(staff.post(f"/api/encounters/{stay}/versions", {"put": list(put)}))["receipts"]
    return receipts


def test_the_patients_words_typed_by_a_nurse_say_both_names(town: Town, ingrid: Phone) -> None:
    (receipt,) = hand_in(town.kari, ingrid.stay, typed(town.kari, ingrid, {"matters": "Hjem"}))
    assert receipt["outcome"] == "stored"
    (shown,) = town.ahmed.page(ingrid.stay)["answers"]
    assert (shown["authorName"], shown["response"]["origin"]) == ("Kari", "paper")
    (item,) = shown["response"]["item"]
    assert (item["saidBy"]["name"], item["writtenBy"]["kind"]) == ("Ingrid", "staff")
    assert town.fact(ingrid.stay)["answered_at"]


def test_it_reaches_the_patients_phone(town: Town, ingrid: Phone) -> None:
    ingrid.sync()
    made = typed(town.kari, ingrid, {"matters": "Hjem"})
    hand_in(town.kari, ingrid.stay, made)
    (change,) = ingrid.sync()["changed"]
    assert (change["version"]["version"], change["version"]["authorName"]) == (made["version"], "Kari")


def test_staff_write_the_answers_for_staff_alone_too(town: Town, ingrid: Phone) -> None:
    (receipt,) = hand_in(town.kari, ingrid.stay, typed(town.kari, ingrid, {"worry": "Datteren"}, "staff"))
    assert receipt["outcome"] == "stored"


def test_nobody_writes_in_anothers_name(town: Town, ingrid: Phone) -> None:
    for author in ("Practitioner/ahmed", ingrid.author):
        made = typed(town.kari, ingrid, {"matters": "Hjem"}, author=author)
        (receipt,) = hand_in(town.kari, ingrid.stay, made)
        assert (receipt["outcome"], receipt["problem"]) == ("refused", "wrong-author")


def test_only_the_form_of_this_stay_is_written(town: Town, ingrid: Phone) -> None:
    olav = town.phone(town.admit("Olav", "Berg"), "olavsphoneno")
    wish = {"resourceType": "CommunicationRequest", "encounter": ingrid.stay, "wish": "no"}
    by_kari = "Practitioner/kari"
    refused = [
        typed(town.kari, olav, {"matters": "Fiske"}),
        typed(town.kari, ingrid, {"matters": "Hjem"}, patient=olav.patient),
        version(by_kari, ingrid.patient, wish, next_id(), ()),
    ]
    receipts = hand_in(town.kari, ingrid.stay, *refused, typed(town.kari, ingrid, {"matters": "Hjem"}))
    assert [receipt["outcome"] for receipt in receipts] == ["refused", "refused", "refused", "stored"]
    assert not town.kari.page(olav.stay).get("answers")


def test_eleven_versions_are_too_many(town: Town, ingrid: Phone) -> None:
    put = [typed(town.kari, ingrid, {"matters": "Hjem"}) for _ in range(11)]
    assert slug(town.kari.post(f"/api/encounters/{ingrid.stay}/versions", {"put": put})) == "not-valid"


def test_paper_that_was_left_behind_can_be_typed_in_after_discharge(town: Town, ingrid: Phone) -> None:
    town.kari.end(ingrid.stay)
    town.clock.forward(days=2)
    kari = town.sign_in("kari")
    (receipt,) = hand_in(kari, ingrid.stay, typed(kari, ingrid, {"matters": "Hjem"}))
    assert receipt["outcome"] == "stored"


def test_a_nurse_of_another_unit_writes_nothing(town: Town, ingrid: Phone) -> None:
    made = typed(town.sigrid, ingrid, {"matters": "Hjem"})
    assert slug(town.sigrid.post(f"/api/encounters/{ingrid.stay}/versions", {"put": [made]})) == "not-found"
    town.kari.transfer(ingrid.stay, SURGERY)
    assert slug(town.kari.post(f"/api/encounters/{ingrid.stay}/versions", {"put": []})) == "not-found"


def test_it_stands_in_the_access_log(town: Town, ingrid: Phone) -> None:
    hand_in(town.kari, ingrid.stay, typed(town.kari, ingrid, {"matters": "Hjem"}))
    assert "wrote" in [entry["verb"] for entry in told(ingrid.get("/api/access-log"))["entries"]]


def test_one_draft_goes_from_the_patient_to_the_carer_to_the_nurse_and_each_answer_keeps_its_author(
    town: Town,
) -> None:
    ingrid = town.phone(town.admit())
    tone = town.phone(ingrid.stay, "tonesphone", role="related")
    first = ingrid.draft({"matters": "Hjem til katten"})
    drafted = next(one["version"] for one in tone.sync()["changed"] if one["kind"] == "version")
    items = [*drafted["content"]["item"], *tone.answers({"home": "Trappa"})["item"]]
    second = tone.write({**tone.answers({}, "in-progress"), "item": items}, base=(first,))
    kari = town.kari.speaker()
    items = [*items, {**items[0], "linkId": "talk", "saidBy": ingrid.speaker(), "writtenBy": kari}]
    content = {**ingrid.answers({}), "origin": "conversation", "item": items}
    made = version("Practitioner/kari", ingrid.patient, content, ingrid.form["shared"], (second,))
    (receipt,) = told(town.kari.post(f"/api/encounters/{ingrid.stay}/versions", {"put": [made]}))["receipts"]
    assert receipt["outcome"] == "stored"
    (on_page,) = town.kari.page(ingrid.stay)["answers"]
    by = {item["linkId"]: item["writtenBy"]["name"] for item in on_page["response"]["item"]}
    assert by == {"matters": "Ingrid", "home": "Tone", "talk": "Kari"}


def test_a_unit_that_shows_roles_only_tells_the_title_of_who_wrote(town: Town) -> None:
    per = town.phone(town.admit("Per", "Haugen", SURGERY), "perstelephone")
    made = typed(town.sigrid, per, {"matters": "Fiske"})
    hand_in(town.sigrid, per.stay, made)
    heard = [per.sync(), per.sync(since={})]
    told_by = [change["version"]["authorName"] for one in heard for change in one["changed"] if "version" in change]
    kept = told(per.get(f"/api/documents/{per.form['shared']}/versions"))["versions"]
    assert [*told_by, *(one["authorName"] for one in kept)] == ["nurse"] * 3
    assert town.sigrid.page(per.stay)["answers"][0]["authorName"] == "Sigrid"
