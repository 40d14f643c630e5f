"""My list: the patient's own questions, medicines and numbers; a nurse ticks off and confirms."""

from __future__ import annotations

import pytest

from tests.asking import Json, Phone, Staff, next_id, told, version
from tests.people import Town
from viktig.domain.entry import MOST_ENTRIES

KARI = {"by": "Kari", "title": "nurse", "at": "2026-11-02T09:00:00Z"}


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


def question(stay: str, text: str = "Når får jeg reise hjem?", **more: object) -> Json:
    return {"resourceType": "VisitQuestion", "encounter": stay, "text": text, **more}


def medicine(stay: str, dosage: str = "50 mg", **more: object) -> Json:
    return {
        "resourceType": "MedicationStatement",
        "encounter": stay,
        "medication": "Metoprolol",
        "dosage": dosage,
        **more,
    }


def hand_in(staff: Staff, phone: Phone, content: Json, document: str, *base: str) -> Json:
    made = version(f"Practitioner/{staff.id}", phone.patient, content, document, base)
    answer = told(staff.post(f"/api/encounters/{phone.stay}/versions", {"put": [made]}))
    (receipt,) = answer["receipts"]
    return {"id": made["version"], **receipt}


def entries(staff: Staff, stay: str) -> list[Json]:
    return [one["content"] for one in staff.page(stay).get("entries", ())]


def test_what_the_patient_puts_on_the_list_stands_on_the_nurses_page_and_in_the_row(town: Town, ingrid: Phone) -> None:
    ingrid.write(question(ingrid.stay), next_id())
    ingrid.write(medicine(ingrid.stay), next_id())
    ingrid.write({"resourceType": "ContactPoint", "encounter": ingrid.stay, "name": "Mona"}, next_id())
    kinds = [entry["resourceType"] for entry in entries(town.kari, ingrid.stay)]
    assert kinds == ["VisitQuestion", "MedicationStatement", "ContactPoint"]
    assert town.kari.row(ingrid.stay)["visitQuestions"] == 1


def test_a_nurse_ticks_off_a_question_and_the_phone_hears_what_was_answered(town: Town, ingrid: Phone) -> None:
    document = next_id()
    asked = ingrid.write(question(ingrid.stay), document)
    ticked = question(ingrid.stay, answered=True, answer="På fredag")
    assert hand_in(town.kari, ingrid, ticked, document, asked)["outcome"] == "stored"
    (change,) = ingrid.sync()["changed"]
    assert (change["version"]["content"], change["version"]["authorName"]) == (ticked, "Kari")
    assert "visitQuestions" not in town.kari.row(ingrid.stay)


def test_what_was_removed_is_gone_from_the_page_until_somebody_brings_it_back(town: Town, ingrid: Phone) -> None:
    document = next_id()
    first = ingrid.write(question(ingrid.stay), document)
    removed = ingrid.write(question(ingrid.stay, removed=True), document, (first,))
    assert entries(town.kari, ingrid.stay) == []
    ingrid.write(question(ingrid.stay), document, (removed,))
    assert entries(town.kari, ingrid.stay) == [question(ingrid.stay)]


def test_side_by_side_the_page_tells_all_versions_so_that_they_can_be_joined(town: Town, ingrid: Phone) -> None:
    document = next_id()
    first = ingrid.write(question(ingrid.stay), document)
    ingrid.write(question(ingrid.stay, "Når får jeg reise, og med hvem?"), document, (first,))
    hand_in(town.kari, ingrid, question(ingrid.stay, answered=True), document, first)
    assert len(entries(town.kari, ingrid.stay)) == 3
    assert town.kari.row(ingrid.stay)["visitQuestions"] == 1


def test_only_staff_confirm_a_medicine(town: Town, ingrid: Phone) -> None:
    document = next_id()
    made = ingrid.version(medicine(ingrid.stay, confirmed=KARI), document)
    (receipt,) = ingrid.sync(made)["receipts"]
    assert (receipt["outcome"], receipt["problem"]) == ("refused", "not-allowed")
    first = ingrid.write(medicine(ingrid.stay), document)
    assert hand_in(town.kari, ingrid, medicine(ingrid.stay, confirmed=KARI), document, first)["outcome"] == "stored"


def test_nobody_confirms_in_anothers_name_nor_carries_it_over_to_other_words(town: Town, ingrid: Phone) -> None:
    document = next_id()
    first = ingrid.write(medicine(ingrid.stay), document)
    confirmed = medicine(ingrid.stay, confirmed=KARI)
    assert hand_in(town.ahmed, ingrid, confirmed, document, first)["problem"] == "not-allowed"
    by_kari = hand_in(town.kari, ingrid, confirmed, document, first)["id"]
    other = medicine(ingrid.stay, "100 mg", confirmed=KARI)
    assert hand_in(town.ahmed, ingrid, other, document, by_kari)["problem"] == "not-allowed"
    assert hand_in(town.ahmed, ingrid, confirmed, document, by_kari)["outcome"] == "stored"


def test_a_full_list_says_so_and_has_room_again_when_something_is_removed_or_in_the_next_stay(town: Town) -> None:
    ingrid = town.phone(town.admit(identifier="10915596784"))
    made = [ingrid.version(question(ingrid.stay, f"Nummer {n}"), next_id()) for n in range(MOST_ENTRIES)]
    for start in range(0, MOST_ENTRIES, 50):
        ingrid.sync(*made[start : start + 50])
    (receipt,) = ingrid.sync(ingrid.version(question(ingrid.stay), next_id()))["receipts"]
    assert (receipt["outcome"], receipt["problem"]) == ("refused", "list-full")
    gone = question(ingrid.stay, "Nummer 0", removed=True)
    ingrid.write(gone, made[0]["id"], (made[0]["version"],))
    ingrid.write(question(ingrid.stay), next_id())
    town.kari.end(ingrid.stay)
    again = town.phone(town.admit(identifier="10915596784"), "nextphone")
    assert again.patient == ingrid.patient
    again.write(question(again.stay), next_id())


def test_what_stands_is_the_same_on_both_engines(either_town: Town) -> None:
    phone = either_town.phone(either_town.admit())
    document = next_id()
    first = phone.write(question(phone.stay), document)
    hand_in(either_town.kari, phone, question(phone.stay, answered=True), document, first)
    assert entries(either_town.kari, phone.stay) == [question(phone.stay, answered=True)]


def test_going_through_the_list_stands_in_the_access_log(town: Town, ingrid: Phone) -> None:
    document = next_id()
    first = ingrid.write(question(ingrid.stay), document)
    hand_in(town.kari, ingrid, question(ingrid.stay, answered=True), document, first)
    assert "listed" in [entry["verb"] for entry in told(ingrid.get("/api/access-log"))["entries"]]
