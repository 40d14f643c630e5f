"""What the team does about an answer."""

from __future__ import annotations

import pytest

from tests.asking import Json, Phone, next_id, slug, told
from tests.people import Town


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


def test_an_action_has_words_an_owner_a_day_and_the_words_it_was_made_from(town: Town, ingrid: Phone) -> None:
    sent = ingrid.send({"matters": "Å kunne gå til postkassen"})
    quote = {"version": sent, "linkId": "matters", "text": "Å kunne gå til postkassen"}
    task = town.kari.act(ingrid.stay, description="Gå en tur hver dag", owner="ahmed", due="2026-11-25", quote=quote)
    assert (task["status"], task["outcome"]) == ("requested", "planned")
    assert (task["owner"], task["ownerName"], task["due"], task["madeBy"]) == ("ahmed", "Ahmed", "2026-11-25", "Kari")
    assert task["quote"] == quote
    assert town.ahmed.page(ingrid.stay)["tasks"] == [task]
    assert town.fact(ingrid.stay)["responded_at"] == task["madeAt"]


@pytest.mark.parametrize(("outcome", "status"), [("done-at-once", "completed"), ("cannot", "rejected")])
def test_what_was_agreed_is_closed_at_once(town: Town, ingrid: Phone, outcome: str, status: str) -> None:
    assert town.kari.act(ingrid.stay, outcome=outcome)["status"] == status
    assert "openTasks" not in town.kari.row(ingrid.stay)
    assert town.fact(ingrid.stay)["responded_at"]


def test_the_patient_sees_first_names_and_no_ids_of_staff(town: Town, ingrid: Phone) -> None:
    town.kari.act(ingrid.stay, owner="ahmed")
    (change,) = (change for change in ingrid.sync()["changed"] if change["kind"] == "task")
    assert change["task"]["ownerName"] == "Ahmed"
    assert "owner" not in change["task"]
    assert "Said" not in str(change)


def test_a_change_is_kept_with_a_new_tag(town: Town, ingrid: Phone) -> None:
    task = town.kari.act(ingrid.stay)
    body = {"status": "in-progress", "description": "Gå to turer", "owner": "kari", "due": "2026-11-26"}
    changed = told(town.ahmed.put(f"/api/tasks/{task['id']}", body, task["tag"]))
    assert (changed["status"], changed["description"], changed["ownerName"]) == ("in-progress", "Gå to turer", "Kari")
    assert changed["tag"] != task["tag"]


def test_two_nurses_at_once_and_the_second_is_told(either_town: Town) -> None:
    town = either_town
    task = town.kari.act(town.admit())
    body = {"status": "completed", "description": "Gå tur"}
    told(town.kari.put(f"/api/tasks/{task['id']}", body, task["tag"]))
    other = body | {"status": "cancelled"}
    assert slug(town.ahmed.put(f"/api/tasks/{task['id']}", other, task["tag"])) == "changed-meanwhile"
    assert slug(town.ahmed.put(f"/api/tasks/{task['id']}", other)) == "missing-if-match"


def test_the_patient_says_whether_it_helped_and_may_change_their_mind(either_town: Town) -> None:
    town = either_town
    ingrid = town.phone(town.admit())
    ingrid.send({"matters": "Hjem"})
    task = town.kari.act(ingrid.stay)["id"]
    document = next_id()
    mark: Json = {"resourceType": "TaskMark", "encounter": ingrid.stay, "task": task, "helped": "little"}
    first = ingrid.write(mark, document)
    assert town.kari.page(ingrid.stay)["tasks"][0]["helped"] == "little"
    second = ingrid.write(mark | {"helped": "yes", "words": "Jeg gikk selv", "thanks": True}, document, (first,))
    (shown,) = town.kari.page(ingrid.stay)["tasks"]
    assert (shown["helped"], shown["helpedWords"], shown["thanks"]) == ("yes", "Jeg gikk selv", True)
    assert town.fact(ingrid.stay)["helped"] == "yes"
    assert "helped" in str(told(town.kari.get(f"/api/units/{town.kari.unit}/handover")))
    ingrid.write(mark | {"helped": "no"}, document, (second,))
    (shown,) = town.kari.page(ingrid.stay)["tasks"]
    assert shown["helped"] == "no"
    assert not shown.keys() & {"helpedWords", "thanks"}


def test_each_action_has_the_words_that_were_said_of_it(town: Town, ingrid: Phone) -> None:
    walk, letters = town.kari.act(ingrid.stay)["id"], town.kari.act(ingrid.stay, description="Lese posten")["id"]
    mark: Json = {"resourceType": "TaskMark", "encounter": ingrid.stay, "helped": "yes"}
    ingrid.write(mark | {"task": walk, "words": "Jeg gikk selv"}, next_id())
    ingrid.write(mark | {"task": letters, "thanks": True}, next_id())
    shown = {one["id"]: (one.get("helpedWords"), one.get("thanks")) for one in town.kari.page(ingrid.stay)["tasks"]}
    assert shown == {walk: ("Jeg gikk selv", None), letters: (None, True)}


def test_what_the_patient_says_of_an_action_comes_with_it_to_no_phone(town: Town, ingrid: Phone) -> None:
    task = town.kari.act(ingrid.stay)
    mark: Json = {"resourceType": "TaskMark", "encounter": ingrid.stay, "task": task["id"], "helped": "yes"}
    ingrid.write(mark | {"words": "Jeg gikk selv", "thanks": True}, next_id())
    told(town.kari.put(f"/api/tasks/{task['id']}", {"status": "completed", "description": "Gå"}, task["tag"]))
    for phone in (ingrid, town.phone(ingrid.stay, "tonesphone", role="related")):
        (seen,) = [change["task"] for change in phone.sync()["changed"] if change["kind"] == "task"]
        assert seen["helped"] == "yes"
        assert not seen.keys() & {"helpedWords", "thanks"}


def test_a_mark_does_not_take_the_tag_from_a_nurse_at_work(town: Town, ingrid: Phone) -> None:
    task = town.kari.act(ingrid.stay)
    mark: Json = {"resourceType": "TaskMark", "encounter": ingrid.stay, "task": task["id"], "helped": "yes"}
    ingrid.write(mark, next_id())
    told(town.kari.put(f"/api/tasks/{task['id']}", {"status": "completed", "description": "Gå"}, task["tag"]))


@pytest.mark.parametrize(
    "wrong",
    [
        {"description": ""},
        {"description": "x" * 1001},
        {"outcome": "perhaps"},
        {"due": "tomorrow"},
        {"due": "2026-02-30"},
        {"owner": "../kari"},
        {"quote": {"version": "x"}},
    ],
)
def test_what_is_not_filled_in_right_is_not_valid(town: Town, ingrid: Phone, wrong: Json) -> None:
    body = {"encounter": ingrid.stay, "description": "Gå tur"} | wrong
    assert slug(town.kari.post("/api/tasks", body)) == "not-valid"
    assert "tasks" not in town.kari.page(ingrid.stay)


def test_an_owner_whom_nobody_knows_is_not_found(town: Town, ingrid: Phone) -> None:
    for owner in ("nobody", "marit"):
        body = {"encounter": ingrid.stay, "description": "Gå tur", "owner": owner}
        assert slug(town.kari.post("/api/tasks", body)) == "not-found"


def test_an_action_that_there_is_not_is_not_found(town: Town) -> None:
    body = {"status": "completed", "description": "Gå"}
    assert slug(town.kari.put("/api/tasks/no-such-task", body, "1")) == "not-found"


def test_nurses_of_another_unit_do_nothing_here(town: Town, ingrid: Phone) -> None:
    task = town.kari.act(ingrid.stay)
    assert slug(town.sigrid.post("/api/tasks", {"encounter": ingrid.stay, "description": "x"})) == "not-found"
    body = {"status": "cancelled", "description": "x"}
    assert slug(town.sigrid.put(f"/api/tasks/{task['id']}", body, task["tag"])) == "not-found"
