"""POST /api/sync: what a phone is told, and from where."""

from __future__ import annotations

import pytest

from tests.asking import Json, Phone, next_id, told, version
from tests.people import SURGERY, Town
from viktig.storage.clock import uuid7


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


def kinds(answer: Json) -> list[str]:
    return [change["kind"] for change in answer.get("changed", [])]


def versions(answer: Json) -> list[str]:
    return [change["version"]["version"] for change in answer.get("changed", []) if change["kind"] == "version"]


def test_a_new_phone_is_told_the_stay(ingrid: Phone) -> None:
    (change,) = ingrid.sync()["changed"]
    assert change["stay"] == ingrid.welcome["stay"]


def test_what_a_phone_handed_in_itself_is_not_sent_back_later(ingrid: Phone) -> None:
    ingrid.sync()
    answer = ingrid.sync(ingrid.version(ingrid.answers({"matters": "Hjem"})))
    assert versions(answer) == []
    assert versions(ingrid.sync()) == []


def test_what_another_phone_wrote_is_told_once(town: Town, ingrid: Phone) -> None:
    tone = town.phone(ingrid.stay, "tonesphone", role="related")
    ingrid.sync()
    written = tone.send({"matters": "Hjem"})
    assert versions(ingrid.sync()) == [written]
    assert kinds(ingrid.sync()) == []


def test_each_change_comes_once_and_none_is_skipped(either_town: Town) -> None:
    town = either_town
    ingrid = town.phone(town.admit())
    tone = town.phone(ingrid.stay, "tonesphone", role="related")
    ingrid.sync()
    written, heard, last = [], [], 0
    for number in range(12):
        written.append(tone.write(tone.answers({"matters": str(number)}), document=next_id()))
        if number % 3 == 0:
            answer = ingrid.sync()
            heard += versions(answer)
            assert answer["at"][ingrid.patient]["n"] > last
            last = answer["at"][ingrid.patient]["n"]
    heard += versions(ingrid.sync())
    assert heard == written


def test_a_long_absence_is_told_in_several_answers(town: Town, ingrid: Phone) -> None:
    tone = town.phone(ingrid.stay, "tonesphone", role="related")
    ingrid.sync()
    written = []
    for _ in range(9):
        put = [tone.version(tone.answers({"matters": "x"}), document=next_id()) for _ in range(50)]
        tone.sync(*put)
        written += [one["version"] for one in put]
    heard, more, answers = [], True, 0
    while more:
        answer = ingrid.sync()
        heard += versions(answer)
        more, answers = answer.get("more", False), answers + 1
    assert heard == written
    assert answers > 2


def test_from_the_start_come_the_heads_and_all_of_a_document_with_several(ingrid: Phone) -> None:
    first = ingrid.send({"matters": "Hjem"})
    second = ingrid.send({"matters": "Hjem nå"}, base=(first,))
    assert versions(ingrid.sync(since={})) == [second]
    third = ingrid.send({"matters": "Bort"}, base=(first,))
    assert sorted(versions(ingrid.sync(since={}))) == sorted([first, second, third])


def test_reviews_tasks_and_the_day_reach_the_phone(town: Town, ingrid: Phone) -> None:
    ingrid.send({"matters": "Hjem"})
    document = ingrid.wish()
    ingrid.sync()
    review, task = town.kari.read(ingrid.stay), town.kari.act(ingrid.stay)
    told(town.kari.put(f"/api/encounters/{ingrid.stay}/today", {"tonight": {"text": "Ring på"}}))
    told(town.kari.post(f"/api/attentions/{document}/take"))
    answer = ingrid.sync()
    assert kinds(answer) == ["review", "task", "stay", "attention"]
    by_kind = {change["kind"]: change for change in answer["changed"]}
    assert (by_kind["review"]["review"]["id"], by_kind["review"]["review"]["by"]) == (review["id"], "Kari")
    assert by_kind["task"]["task"]["id"] == task["id"]
    assert by_kind["stay"]["stay"]["today"]["tonight"] == {"text": "Ring på"}
    assert by_kind["attention"]["attention"]["takenBy"] == "Kari"


def test_a_unit_that_shows_roles_only_tells_no_names_of_staff(town: Town) -> None:
    per = town.phone(town.admit("Per", "Haugen", SURGERY), "perstelephone")
    per.send({"matters": "Fiske"})
    document = per.wish()
    town.sigrid.read(per.stay)
    town.sigrid.act(per.stay, owner="sigrid")
    told(town.sigrid.post(f"/api/attentions/{document}/take"))
    asked = {"resourceType": "VisitQuestion", "encounter": per.stay, "text": "Får jeg fisk?"}
    entry = next_id()
    first = per.write(asked, entry)
    ticked = version("Practitioner/sigrid", per.patient, asked | {"answered": True}, entry, (first,))
    told(town.sigrid.post(f"/api/encounters/{per.stay}/versions", {"put": [ticked]}))
    heard = [per.sync(), per.sync(since={}), told(per.get(f"/api/documents/{entry}/versions"))]
    assert ticked["version"] in str(heard[0])
    assert "sigrid" not in str(heard).lower()
    assert "nurse" in str(heard)


def test_a_changed_task_comes_again_with_its_newest_state_only(town: Town, ingrid: Phone) -> None:
    ingrid.sync()
    task = town.kari.act(ingrid.stay)
    for status in ("in-progress", "completed"):
        body = {"status": status, "description": "Gå tur"}
        task = told(town.kari.put(f"/api/tasks/{task['id']}", body, tag=task["tag"]))
    (change,) = ingrid.sync()["changed"]
    assert change["task"]["status"] == "completed"


def test_a_new_epoch_is_told_from_the_start(town: Town, ingrid: Phone) -> None:
    written = ingrid.send({"matters": "Hjem"})
    ingrid.sync()
    town.database.write_now(lambda connection: connection.sql.set_meta(key="epoch", value=uuid7()))
    answer = ingrid.sync()
    assert versions(answer) == [written]
    assert "gone" not in answer
    assert kinds(ingrid.sync()) == []


def test_a_cursor_from_the_future_is_told_from_the_start(ingrid: Phone) -> None:
    written = ingrid.send({"matters": "Hjem"})
    at = ingrid.since[ingrid.patient]
    assert versions(ingrid.sync(since={ingrid.patient: {**at, "n": 10**15}})) == [written]


def test_cursors_of_other_patients_are_passed_over(ingrid: Phone) -> None:
    answer = ingrid.sync(since={"somebody-else": {"epoch": "x", "n": 5, "access": "y"}})
    assert set(answer["at"]) == {ingrid.patient}


def test_other_reach_is_told_from_the_start_and_not_that_there_is_more(town: Town, ingrid: Phone) -> None:
    shared, hidden = ingrid.send({"matters": "Hjem"}), ingrid.send_to_staff({"worry": "Datteren min"})
    wish = ingrid.wish()
    tone = town.phone(ingrid.stay, "tonesphone", role="related")
    patients_cursor = ingrid.since
    answer = tone.sync(since=patients_cursor)
    assert versions(answer) == [shared]
    assert "gone" not in answer
    assert all(name not in str(answer["changed"]) for name in (hidden, wish))


@pytest.mark.parametrize("ending", ["wrong-patient", "cancelled"])
def test_after_a_mistaken_stay_the_phone_holds_and_hears_nothing_more(town: Town, ingrid: Phone, ending: str) -> None:
    ingrid.send({"matters": "Hjem"})
    town.kari.end(ingrid.stay, ending)
    answer = ingrid.sync()
    assert answer["gone"] == [ingrid.form["shared"]]
    assert kinds(answer) == []
    answer = ingrid.sync(ingrid.version(ingrid.answers({"talk": "Rolig"})))
    assert answer["receipts"][0]["outcome"] == "stored"
    assert kinds(answer) == []
    assert kinds(ingrid.sync(since={})) == []


@pytest.mark.parametrize("ending", ["discharged", "died"])
def test_after_the_stay_the_phone_hears_how_it_ended(town: Town, ingrid: Phone, ending: str) -> None:
    ingrid.sync()
    town.kari.end(ingrid.stay, ending)
    (change,) = ingrid.sync()["changed"]
    assert (change["stay"]["status"], change["stay"]["ending"]) == ("finished", ending)
