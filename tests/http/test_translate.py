"""A translation: by a named member of staff, beside the original, and for nobody who may not read that."""

from __future__ import annotations

import pytest

from tests.asking import Json, Phone, Staff, next_id, told, translation
from tests.people import SURGERY, Town

HOME, SLEEP = "أن أعود إلى البيت", "أن أنام جيدا"


@pytest.fixture
def amina(town: Town) -> Phone:
    return town.phone(town.admit("Amina", "Haddad"))


def hand_in(staff: Staff, stay: str, *put: object) -> list[Json]:
    receipts: list[Json] = told(staff.post(f"/api/encounters/{stay}/versions", {"put": list(put)}))["receipts"]
    return receipts


def beside(staff: Staff, stay: str) -> list[Json]:
    (shown,) = staff.page(stay)["answers"]
    found: list[Json] = shown.get("translations", [])
    return found


def test_a_translation_stands_beside_the_original_with_who_and_when(town: Town, amina: Phone) -> None:
    sent = amina.send({"matters": HOME})
    made = translation(town.kari, amina, sent, "Å komme hjem", interpreter=True)
    (receipt,) = hand_in(town.kari, amina.stay, made)
    assert receipt["outcome"] == "stored"
    (shown,) = town.ahmed.page(amina.stay)["answers"]
    assert shown["response"]["item"][0]["answer"] == [{"valueString": HOME}]
    (one,) = shown["translations"]
    assert (one["by"], one["title"], one["at"]) == ("Kari", "nurse", receipt["received"])
    assert one["translation"]["item"] == [{"linkId": "matters", "text": "Å komme hjem"}]
    assert one["translation"]["interpreter"]
    assert "earlier" not in one


def test_of_an_original_that_has_changed_it_says_which_answers_it_was_of(town: Town, amina: Phone) -> None:
    sent = amina.send({"matters": HOME, "worry": "x"})
    item = [{"linkId": "matters", "text": "Hjem"}, {"linkId": "worry", "text": "y"}]
    hand_in(town.kari, amina.stay, translation(town.kari, amina, sent, "", item=item))
    amina.send({"matters": SLEEP, "worry": "x"}, base=(sent,))
    (one,) = beside(town.kari, amina.stay)
    assert one["earlier"] == ["matters"]


def test_a_better_one_takes_its_place_and_two_beside_each_other_both_stand(town: Town, amina: Phone) -> None:
    sent = amina.send({"matters": HOME})
    first = translation(town.kari, amina, sent, "Hjem")
    hand_in(town.kari, amina.stay, first)
    hand_in(town.ahmed, amina.stay, translation(town.ahmed, amina, sent, "Å få komme hjem"))
    assert [one["by"] for one in beside(town.kari, amina.stay)] == ["Kari", "Ahmed"]
    both = tuple(one["version"] for one in beside(town.kari, amina.stay))
    hand_in(town.kari, amina.stay, translation(town.kari, amina, sent, "Å komme hjem", base=both))
    (one,) = beside(town.kari, amina.stay)
    assert one["translation"]["item"][0]["text"] == "Å komme hjem"


def test_only_what_was_sent_in_this_stay_is_translated_and_for_the_same_people(town: Town, amina: Phone) -> None:
    draft = amina.draft({"matters": HOME})
    olav = town.phone(town.admit("Olav", "Berg"), "olavsphoneno")
    other = olav.send({"matters": "Fiske"})
    sent = amina.send({"matters": HOME}, base=(draft,))
    elsewhere = translation(town.kari, amina, other, "Fisk", document=olav.form["shared"])
    refused = [
        (translation(town.kari, amina, draft, "Hjem"), "not-valid"),
        (elsewhere, "not-allowed"),
        (translation(town.kari, amina, sent, "Hjem", document=next_id()), "not-found"),
        (translation(town.kari, amina, sent, "Hjem", document=amina.form["shared"], audience="staff"), "not-allowed"),
        (translation(town.kari, amina, sent, "Hjem") | {"id": next_id()}, "not-allowed"),
        (translation(town.kari, amina, sent, "Hjem", language="bokmål, kanskje"), "not-valid"),
    ]
    receipts = hand_in(town.kari, amina.stay, *(made for made, _ in refused))
    assert [receipt.get("problem") for receipt in receipts] == [problem for _, problem in refused]
    assert beside(town.kari, amina.stay) == []


def test_no_phone_writes_one_and_no_file_brings_one_in(town: Town, amina: Phone) -> None:
    sent = amina.send({"matters": HOME})
    made = translation(town.kari, amina, sent, "Hjem") | {"author": amina.author}
    (receipt,) = amina.sync(made)["receipts"]
    assert receipt["problem"] == "not-allowed"
    rescued = told(town.kari.post(f"/api/encounters/{amina.stay}/rescued", {"put": [made]}))["receipts"]
    assert rescued[0]["problem"] == "not-allowed"


def test_a_nurse_of_another_unit_writes_none(town: Town, amina: Phone) -> None:
    sent = amina.send({"matters": HOME})
    put = {"put": [translation(town.sigrid, amina, sent, "Hjem")]}
    assert town.sigrid.post(f"/api/encounters/{amina.stay}/versions", put).status_code == 404
    town.kari.transfer(amina.stay, SURGERY)
    (receipt,) = hand_in(town.sigrid, amina.stay, *put["put"])
    assert receipt["outcome"] == "stored"


def test_the_patient_hears_of_it_and_a_helper_only_where_they_see_the_original(town: Town, amina: Phone) -> None:
    tone = town.phone(amina.stay, "tonesphone", role="related")
    shared, hidden = amina.send({"matters": HOME}), amina.send_to_staff({"worry": SLEEP})
    amina.sync(), tone.sync()
    of_hidden = translation(town.kari, amina, hidden, "Søvn", audience="staff")
    made = [translation(town.kari, amina, shared, "Hjem"), of_hidden]
    hand_in(town.kari, amina.stay, *made)

    def heard(phone: Phone, since: Json | None = None) -> set[str]:
        changed = phone.sync(since=since)["changed"]
        return {one["version"]["version"] for one in changed if one["kind"] == "version"} & {
            one["version"] for one in made
        }

    both, one = {made[0]["version"], made[1]["version"]}, {made[0]["version"]}
    assert (heard(amina), heard(tone)) == (both, one)
    assert (heard(amina, {}), heard(tone, {})) == (both, one)
    assert tone.get(f"/api/documents/{made[1]['id']}/versions").status_code == 404


def test_it_is_told_in_the_access_log_and_counts_for_nothing(town: Town, amina: Phone) -> None:
    sent = amina.send({"matters": HOME})
    before = town.fact(amina.stay)
    hand_in(town.kari, amina.stay, translation(town.kari, amina, sent, "Hjem"))
    assert "translated" in [entry["verb"] for entry in told(amina.get("/api/access-log"))["entries"]]
    assert town.fact(amina.stay) == before


def test_that_an_answer_is_in_another_language_can_be_said_without_translating_it(town: Town, amina: Phone) -> None:
    sent = amina.send({"matters": HOME})
    (receipt,) = hand_in(town.kari, amina.stay, translation(town.kari, amina, sent, "", item=[]))
    assert receipt["outcome"] == "stored"
    assert beside(town.kari, amina.stay)[0]["translation"]["originalLanguage"] == "ar"
