"""POST /api/sync: what nobody may write, and what a helper may not."""

from __future__ import annotations

import pytest

from tests.asking import Json, Phone, next_id, slug, told, version
from tests.people import HOME_CARE, SURGERY, Town


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


@pytest.fixture
def tone(town: Town, ingrid: Phone) -> Phone:
    """Her daughter, on a phone of her own."""
    return town.phone(ingrid.stay, "tonesphone", role="related")


@pytest.fixture
def olav(town: Town) -> Phone:
    return town.phone(town.admit("Olav", "Berg"), "olavsphoneno")


def refusal(phone: Phone, made: Json) -> str:
    (receipt,) = phone.sync(made)["receipts"]
    assert receipt["outcome"] == "refused", receipt
    return str(receipt["problem"])


def test_a_version_in_somebody_elses_name_is_refused(town: Town, ingrid: Phone, olav: Phone) -> None:
    made = {**ingrid.version(ingrid.answers({"matters": "Hjem"})), "author": olav.author}
    assert refusal(ingrid, made) == "wrong-author"
    assert not town.kari.page(ingrid.stay).get("answers")


def test_the_helper_cannot_write_as_the_patient(ingrid: Phone, tone: Phone) -> None:
    made = {**tone.version(tone.answers({"matters": "Hjem"})), "author": ingrid.author}
    assert refusal(tone, made) == "wrong-author"


def test_a_foreign_patients_id_is_refused(town: Town, ingrid: Phone, olav: Phone) -> None:
    made = version(ingrid.author, olav.patient, ingrid.answers({"matters": "Hjem"}), ingrid.form["shared"], ())
    assert refusal(ingrid, made) == "not-allowed"
    theirs = version(ingrid.author, olav.patient, olav.answers({"matters": "Hjem"}), olav.form["shared"], ())
    assert refusal(ingrid, theirs) == "not-found"
    assert not town.kari.page(olav.stay).get("answers")


def test_a_foreign_stay_is_refused(town: Town, ingrid: Phone, olav: Phone) -> None:
    made = ingrid.version(olav.answers({"matters": "Hjem"}))
    assert refusal(ingrid, made) == "not-allowed"
    assert not town.kari.page(olav.stay).get("answers")


def test_a_stay_of_another_organisation_is_refused_as_if_there_were_none(town: Town, ingrid: Phone) -> None:
    elsewhere = town.admit("Per", "Haugen", HOME_CARE)
    made = ingrid.version({**ingrid.answers({"matters": "Hjem"}), "encounter": elsewhere})
    nowhere = ingrid.version({**ingrid.answers({"matters": "Hjem"}), "encounter": next_id()})
    assert refusal(ingrid, made) == refusal(ingrid, nowhere) == "not-found"


def test_a_foreign_document_is_refused_and_stands_as_it_stood(town: Town, ingrid: Phone, olav: Phone) -> None:
    olav.send({"matters": "Fiske"})
    made = ingrid.version(ingrid.answers({"matters": "Hjem"}), document=olav.form["shared"])
    assert refusal(ingrid, made) == "not-allowed"
    (shown,) = town.kari.page(olav.stay)["answers"]
    assert shown["response"]["item"][0]["answer"] == [{"valueString": "Fiske"}]


def test_a_version_id_of_somebody_else_tells_nothing_of_them(ingrid: Phone, olav: Phone) -> None:
    theirs = olav.send({"matters": "Fiske"})
    made = {**ingrid.version(ingrid.answers({"matters": "Hjem"})), "version": theirs}
    (receipt,) = ingrid.sync(made)["receipts"]
    assert (receipt["outcome"], receipt["problem"]) == ("refused", "version-differs")
    assert "hash" not in receipt


def test_a_document_stays_with_its_stay_its_kind_and_its_readers(ingrid: Phone) -> None:
    ingrid.send({"matters": "Hjem"})
    shared = ingrid.form["shared"]
    other_readers = ingrid.version(ingrid.answers({"matters": "Hjem"}, audience="staff"), document=shared)
    other_kind = ingrid.version(
        {"resourceType": "TalkMark", "encounter": ingrid.stay, "talked": "yes"}, document=shared
    )
    assert refusal(ingrid, other_readers) == "not-allowed"
    assert refusal(ingrid, other_kind) == "not-allowed"


def test_a_document_does_not_follow_the_patient_into_another_stay(town: Town) -> None:
    first = town.admit(identifier="10915596784")
    ingrid = town.phone(first)
    ingrid.send({"matters": "Hjem"})
    second = town.admit(unit=SURGERY, identifier="10915596784")
    made = ingrid.version({**ingrid.answers({"matters": "Hjem"}), "encounter": second})
    assert refusal(ingrid, made) == "not-allowed"


def test_the_helper_writes_on_the_shared_form(town: Town, tone: Phone) -> None:
    tone.send({"matters": "Hun vil hjem"})
    assert town.kari.row(tone.stay)["helpedBy"] == "datter"


def test_the_helper_cannot_write_for_staff_alone(town: Town, ingrid: Phone, tone: Phone) -> None:
    made = tone.version(tone.answers({"worry": "Mor"}, audience="staff"), document=tone.form["staff"])
    assert refusal(tone, made) == "not-allowed"
    ingrid.send_to_staff({"worry": "Datteren min"})
    assert refusal(tone, {**made, "version": next_id()}) == "not-allowed"
    (shown,) = town.kari.page(ingrid.stay)["answers"]
    assert "Datteren min" in str(shown)


def test_the_helper_cannot_wish_to_talk_in_the_patients_place(ingrid: Phone, tone: Phone) -> None:
    content = {"resourceType": "CommunicationRequest", "encounter": tone.stay, "wish": "no"}
    assert refusal(tone, tone.version(content, document=next_id())) == "not-allowed"
    document = ingrid.wish()
    assert refusal(tone, tone.version(content, document=document)) == "not-allowed"


def test_staff_do_not_write_through_the_phones_door(town: Town, ingrid: Phone) -> None:
    made = version("Practitioner/kari", ingrid.patient, ingrid.answers({"talk": "x"}), ingrid.form["shared"], ())
    assert slug(town.kari.post("/api/sync", {"put": [made]})) == "not-allowed"
    assert slug(town.kari.post("/api/sync", {})) == "not-allowed"


def test_a_refused_version_is_written_to_the_access_log_and_not_shown_to_the_other(
    town: Town, ingrid: Phone, olav: Phone
) -> None:
    refusal(ingrid, version(ingrid.author, olav.patient, olav.answers({"matters": "x"}), olav.form["shared"], ()))
    logged = [(event["actor"], event["basis"]) for event in town.events() if event["verb"] == "refused"]
    assert (ingrid.author, "not-found") in logged
    assert "refused" not in [entry["verb"] for entry in told(olav.get("/api/access-log")).get("entries", [])]
