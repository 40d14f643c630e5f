"""POST /api/sync: what a phone hands in, and the receipts it gets."""

from __future__ import annotations

import hashlib
import json

import pytest

from tests.asking import Json, Phone, next_id, told
from tests.people import Town

OLD_FORM = "https://viktig.example/Questionnaire/what-matters|0.9.0"


@pytest.fixture
def phone(town: Town) -> Phone:
    return town.phone(town.admit())


@pytest.fixture
def any_phone(shared_town: Town) -> Phone:
    """A patient of their own in a town that others use too."""
    return shared_town.phone(shared_town.admit())


def outcomes(answer: Json) -> list[tuple[str, str]]:
    return [(receipt["outcome"], receipt.get("problem", "")) for receipt in answer["receipts"]]


def test_a_version_is_stored_and_the_receipt_names_its_hash_and_the_servers_time(either_town: Town) -> None:
    phone = either_town.phone(either_town.admit())
    content = json.dumps(phone.answers({"matters": "Å kunne gå til postkassen"}))
    made = phone.version({}, recorded="2001-01-01T00:00:00Z")
    body = json.dumps({"put": [made]}).replace('"content": {}', f'"content": {content}').encode()
    (receipt,) = told(phone.raw(body))["receipts"]
    assert receipt["version"] == made["version"]
    assert receipt["outcome"] == "stored"
    assert receipt["hash"] == hashlib.sha256(content.encode()).hexdigest()
    assert receipt["received"].startswith("2026-11-23T08:00")


def test_a_version_handed_in_ten_times_is_kept_once(either_town: Town) -> None:
    phone = either_town.phone(either_town.admit())
    made = phone.version(phone.answers({"matters": "Hjem"}))
    first = phone.sync(made)["receipts"][0]
    for _ in range(9):
        again = phone.sync(made)["receipts"][0]
        assert again == {**first, "outcome": "already"}
    assert len(told(phone.get(f"/api/documents/{made['id']}/versions"))["versions"]) == 1


def test_the_same_version_twice_in_one_request_is_kept_once(town: Town, phone: Phone) -> None:
    made = phone.version(phone.answers({"matters": "Hjem"}))
    assert outcomes(phone.sync(made, made)) == [("stored", ""), ("already", "")]


def test_the_same_id_with_other_words_is_refused_and_the_first_words_stand(phone: Phone) -> None:
    made = phone.version(phone.answers({"matters": "Hjem"}))
    phone.sync(made)
    other = {**made, "content": phone.answers({"matters": "Bort"})}
    assert outcomes(phone.sync(other)) == [("refused", "version-differs")]
    (kept,) = told(phone.get(f"/api/documents/{made['id']}/versions"))["versions"]
    assert kept["content"] == made["content"]
    assert outcomes(phone.sync({**other, "version": next_id(), "base": [made["version"]]})) == [("stored", "")]


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        ({"version": "x"}, "not-valid"),
        ({"id": "../../etc"}, "not-valid"),
        ({"content": {"resourceType": "Patient"}}, "not-valid"),
        ({"content": {"resourceType": "QuestionnaireResponse"}}, "not-valid"),
        ({"content": "words"}, "not-valid"),
        ({"content": None}, "not-valid"),
        ({"content": []}, "not-valid"),
        ({"recorded": "yesterday"}, "not-valid"),
        ({"author": "Device/1"}, "not-valid"),
        ({"shape": 0}, "not-valid"),
        ({"shape": 2}, "not-valid"),
        ({"shape": 10**30}, "not-valid"),
        ({"base": ["x"]}, "not-valid"),
        ({"base": [next_id() for _ in range(21)]}, "not-valid"),
        ({"author": "Patient/somebody-else"}, "wrong-author"),
    ],
)
def test_a_broken_version_fails_alone_among_good_ones(any_phone: Phone, broken: Json, problem: str) -> None:
    before, after = (
        any_phone.version(any_phone.answers({"talk": "Rolig"})),
        any_phone.version(any_phone.answers({"home": "Katten"})),
    )
    wrong = {**any_phone.version(any_phone.answers({"matters": "Hjem"})), **broken}
    answer = any_phone.sync(before, wrong, after)
    assert outcomes(answer) == [("stored", ""), ("refused", problem), ("stored", "")]
    assert answer["receipts"][1]["version"] == wrong["version"]
    assert "hash" not in answer["receipts"][1]
    kept = told(any_phone.get(f"/api/documents/{before['id']}/versions"))["versions"]
    assert [one["version"] for one in kept] == [before["version"], after["version"]]


@pytest.mark.parametrize("nothing", [None, 1, "words", [], {}, True])
def test_what_is_no_version_at_all_is_refused_without_a_name(any_phone: Phone, nothing: object) -> None:
    good = any_phone.version(any_phone.answers({"talk": "Rolig"}))
    answer = any_phone.sync(nothing, good)
    assert outcomes(answer) == [("refused", "not-valid"), ("stored", "")]
    assert answer["receipts"][0]["version"] == ""


def test_a_content_that_is_too_large_fails_alone(phone: Phone) -> None:
    long = phone.version(phone.answers({f"matters-{number}": "x" * 9_000 for number in range(60)}))
    good = phone.version(phone.answers({"talk": "Rolig"}))
    assert outcomes(phone.sync(long, good)) == [("refused", "too-large"), ("stored", "")]


def test_fifty_versions_are_taken_at_once(phone: Phone) -> None:
    many = [phone.version(phone.answers({"matters": str(number)}), document=next_id()) for number in range(50)]
    answer = phone.sync(*many)
    assert outcomes(answer) == [("stored", "")] * 50
    assert [receipt["version"] for receipt in answer["receipts"]] == [one["version"] for one in many]


def test_a_version_on_a_base_that_nobody_knows_is_stored(phone: Phone) -> None:
    made = phone.version(phone.answers({"matters": "Hjem"}), base=(next_id(),))
    assert outcomes(phone.sync(made)) == [("stored", "")]


def test_a_base_that_comes_late_is_no_head(phone: Phone) -> None:
    first = phone.version(phone.answers({"matters": "Hjem"}))
    second = phone.version(phone.answers({"matters": "Hjem nå"}), base=(first["version"],))
    phone.sync(second)
    phone.sync(first)
    heads = [change["version"]["version"] for change in phone.sync(since={})["changed"] if change["kind"] == "version"]
    assert heads == [second["version"]]


def test_a_stale_form_version_is_stored_with_a_remark(phone: Phone) -> None:
    made = phone.version({**phone.answers({"matters": "Hjem"}), "questionnaire": OLD_FORM})
    (receipt,) = phone.sync(made)["receipts"]
    assert (receipt["outcome"], receipt["remark"]) == ("stored", ["unknown-form"])


@pytest.mark.parametrize(
    ("item", "remark"),
    [
        ({"linkId": "shoe-size", "answer": [{"valueInteger": 42}]}, "unknown-item"),
        ({"linkId": "matters", "answer": [{"valueBoolean": True}]}, "wrong-type"),
        ({"linkId": "matters", "answer": [{}]}, "wrong-type"),
        ({"linkId": "matters", "answer": [{"valueString": "x", "valueInteger": 1}]}, "wrong-type"),
        ({"linkId": "matters", "answer": [{"valueInteger": 10**400}]}, "wrong-type"),
        ({"linkId": "matters", "answer": [{"valueString": "x" * 4001}]}, "too-long"),
        ({"linkId": "matters", "answer": [{"valueString": "x"}, {"valueString": "y"}]}, "too-many-answers"),
        ({"linkId": "hearing", "answer": [{"valueCoding": {"code": "like-a-bat"}}]}, "unknown-option"),
    ],
)
def test_what_breaks_the_forms_rules_is_stored_with_a_remark(
    shared_town: Town, any_phone: Phone, item: Json, remark: str
) -> None:
    content = any_phone.answers({"talk": "Rolig"})
    who = {"saidBy": any_phone.speaker(), "writtenBy": any_phone.speaker(), "authored": "2026-11-23T08:00:00Z"}
    made = any_phone.version({**content, "item": [*content["item"], {**item, **who}]})
    (receipt,) = any_phone.sync(made)["receipts"]
    assert (receipt["outcome"], receipt["remark"]) == ("stored", [remark])
    (shown,) = shared_town.kari.page(any_phone.stay)["answers"]
    assert shown["remark"] == [remark]


def test_what_breaks_the_rules_is_shown_but_not_counted_until_it_is_mended(town: Town, phone: Phone) -> None:
    broken = phone.send({"shoe-size": "42"})
    assert town.kari.row(phone.stay)["state"] == "unread"
    assert not town.fact(phone.stay)["answered_at"]
    phone.send({"matters": "Hjem"}, base=(broken,))
    assert town.fact(phone.stay)["answered_at"]


def test_the_wish_to_talk_and_the_marks_are_versions_too(town: Town, phone: Phone) -> None:
    phone.send({"matters": "Hjem"})
    task = town.kari.act(phone.stay)["id"]
    for content in (
        {"resourceType": "CommunicationRequest", "encounter": phone.stay, "wish": "during-the-day"},
        {"resourceType": "TaskMark", "encounter": phone.stay, "task": task, "helped": "yes", "thanks": True},
        {"resourceType": "TalkMark", "encounter": phone.stay, "talked": "little"},
        {
            "resourceType": "ModuleProgress",
            "encounter": phone.stay,
            "module": "going-home",
            "moduleVersion": "1.0.0",
            "language": "nb",
            "step": 3,
            "finished": True,
            "teachBack": {"words": "Jeg ringer posten", "unsure": ["Når jeg skal ringe"]},
        },
    ):
        phone.write(content, document=next_id())
    page = town.kari.page(phone.stay)
    assert page["attention"]["wish"] == "during-the-day"
    assert page["tasks"][0]["helped"] == "yes"
    assert page["talked"] == "little"
    assert page["modules"][0]["teachBack"]["unsure"] == ["Når jeg skal ringe"]


def test_what_was_told_of_a_text_stays_told_when_another_phone_reads_on(town: Town, phone: Phone) -> None:
    document, told = next_id(), {"words": "Jeg ringer posten", "unsure": ["Når jeg skal ringe"]}
    read = {"resourceType": "ModuleProgress", "encounter": phone.stay, "module": "going-home", "language": "nb"}
    first = phone.write(
        read | {"moduleVersion": "1.0.0", "step": 9, "finished": True, "teachBack": told}, document=document
    )
    phone.write(read | {"moduleVersion": "1.0.0", "step": 3}, document=document, base=(first,))
    [module] = town.kari.page(phone.stay)["modules"]
    assert module["teachBack"] == told
    assert module["finished"]


def test_a_mark_on_a_task_of_another_patient_changes_nothing_there(town: Town, phone: Phone) -> None:
    other = town.admit("Olav", "Berg")
    task = town.kari.act(other)["id"]
    phone.write({"resourceType": "TaskMark", "encounter": phone.stay, "task": task, "helped": "no"}, document=next_id())
    assert "helped" not in town.kari.page(other)["tasks"][0]


def test_after_discharge_a_phone_still_hands_in(town: Town, phone: Phone) -> None:
    town.kari.end(phone.stay)
    phone.send({"matters": "Hjem"})
    assert town.fact(phone.stay)["answered_at"]
