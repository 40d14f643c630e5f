"""A stay ends as discharged, died, wrong patient or cancelled: what the list, the phone and the figures show."""

from __future__ import annotations

import pytest

from tests.asking import Phone, slug, told
from tests.people import MEDICINE, Town

ENDINGS = ["discharged", "died", "wrong-patient", "cancelled"]
MISTAKES = ["wrong-patient", "cancelled"]


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit(admitted="2026-11-21T08:00:00Z"))


def counted(town: Town) -> tuple[int, int]:
    """Eligible stays of all that count."""
    figures = told(town.kari.get(f"/api/units/{MEDICINE}/figures"))
    (eligible,) = (count for count in figures["total"]["counts"] if count["measure"] == "eligible")
    return eligible["numerator"], eligible["denominator"]


@pytest.mark.parametrize(
    ("ending", "status"),
    [
        ("discharged", "finished"),
        ("died", "finished"),
        ("wrong-patient", "entered-in-error"),
        ("cancelled", "cancelled"),
    ],
)
def test_the_stay_says_how_and_when_it_ended(town: Town, ingrid: Phone, ending: str, status: str) -> None:
    ended = town.kari.end(ingrid.stay, ending, at="2026-11-23T07:30:00Z")
    assert (ended["status"], ended["ending"], ended["ended"]) == (status, ending, "2026-11-23T07:30:00.000Z")


@pytest.mark.parametrize("ending", ["discharged", "died"])
def test_what_nobody_read_stays_with_the_leader(town: Town, ingrid: Phone, ending: str) -> None:
    ingrid.send({"matters": "Hjem"})
    town.kari.end(ingrid.stay, ending)
    row = town.liv.row(ingrid.stay)
    assert (row["state"], row["owner"], row["ending"]) == ("unread", "leader", ending)
    assert told(town.liv.get(f"/api/units/{MEDICINE}/figures"))["oldestUnread"]


@pytest.mark.parametrize("ending", MISTAKES)
def test_a_mistaken_stay_is_on_nobodys_list_and_in_no_figure(town: Town, ingrid: Phone, ending: str) -> None:
    ingrid.send({"matters": "Hjem"})
    town.kari.end(ingrid.stay, ending)
    assert town.kari.row(ingrid.stay) == town.liv.row(ingrid.stay) == {}
    assert counted(town) == (0, 0)
    assert "oldestUnread" not in told(town.kari.get(f"/api/units/{MEDICINE}/figures"))
    assert "rows" not in told(town.kari.get(f"/api/units/{MEDICINE}/handover"))


@pytest.mark.parametrize("ending", ["discharged", "died"])
def test_a_stay_that_ended_is_counted(town: Town, ingrid: Phone, ending: str) -> None:
    town.kari.end(ingrid.stay, ending)
    assert counted(town) == (1, 1)


def test_after_a_mistaken_stay_the_phone_hands_in_and_reads_nothing(town: Town, ingrid: Phone) -> None:
    ingrid.send({"matters": "Hjem"})
    town.kari.end(ingrid.stay, "wrong-patient")
    assert "stay" not in told(ingrid.get("/api/session"))
    assert slug(ingrid.get(f"/api/documents/{ingrid.form['shared']}/versions")) == "not-allowed"
    assert slug(ingrid.get("/api/access-log")) == "not-found"
    answer = ingrid.sync(ingrid.version(ingrid.answers({"talk": "Rolig"})))
    assert answer["receipts"][0]["outcome"] == "stored"


def test_both_logs_say_that_it_was_the_wrong_patient(town: Town, ingrid: Phone) -> None:
    town.kari.end(ingrid.stay, "wrong-patient")
    patients = {event["patient"] for event in town.events() if event["verb"] == "ended-wrong-patient"}
    assert patients == {ingrid.patient}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_stay_ends_once(town: Town, ingrid: Phone, ending: str) -> None:
    tag = town.kari.end(ingrid.stay)["tag"]
    response = town.kari.post(f"/api/encounters/{ingrid.stay}/end", {"ending": ending}, tag)
    assert slug(response) == "stay-ended"


def test_two_nurses_at_once_and_the_second_is_told(town: Town, ingrid: Phone) -> None:
    tag = town.ahmed.tag(ingrid.stay)
    told(town.kari.put(f"/api/encounters/{ingrid.stay}/place", {"room": "14"}, tag))
    path = f"/api/encounters/{ingrid.stay}/end"
    assert slug(town.ahmed.post(path, {"ending": "discharged"}, tag)) == "changed-meanwhile"
    assert slug(town.ahmed.post(path, {"ending": "discharged"})) == "missing-if-match"
    assert slug(town.ahmed.post(path, {"ending": "escaped"}, tag)) == "not-valid"
    assert town.kari.row(ingrid.stay)


def test_a_wish_to_talk_leaves_the_list_with_the_patient(town: Town, ingrid: Phone) -> None:
    ingrid.wish()
    assert town.kari.row(ingrid.stay)["attention"]
    town.kari.end(ingrid.stay, "died")
    assert town.kari.row(ingrid.stay) == {}
