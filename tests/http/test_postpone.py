"""Cannot answer now: a state with a reason and a time to ask again."""

from __future__ import annotations

import pytest

from tests.asking import slug, told
from tests.people import Town


@pytest.mark.parametrize("reason", ["too-ill", "confused", "language", "declined"])
def test_the_list_and_the_page_say_why_until_when_and_who_said_so(town: Town, reason: str) -> None:
    stay = town.admit()
    body = {"reason": reason, "askAgain": "2026-11-24T08:00:00Z", "by": "Somebody", "at": "2001-01-01T00:00:00Z"}
    made = told(town.kari.post(f"/api/encounters/{stay}/postponements", body), 201)
    assert (made["reason"], made["askAgain"], made["by"]) == (reason, "2026-11-24T08:00:00Z", "Kari")
    assert made["at"].startswith("2026-11-23")
    row = town.ahmed.row(stay)
    assert (row["state"], row["postponement"]) == ("postponed", made)
    assert town.ahmed.page(stay)["postponement"] == made


def test_able_to_answer_again(town: Town) -> None:
    stay = town.admit()
    told(town.kari.post(f"/api/encounters/{stay}/postponements", {"reason": "confused"}), 201)
    response = town.ahmed.delete(f"/api/encounters/{stay}/postponements")
    assert (response.status_code, response.content) == (204, b"")
    assert town.kari.row(stay)["state"] == "not-answered"
    assert not town.fact(stay)["excluded"]


def test_an_answer_stands_before_the_postponement(town: Town) -> None:
    phone = town.phone(town.admit())
    told(town.kari.post(f"/api/encounters/{phone.stay}/postponements", {"reason": "too-ill"}), 201)
    assert town.fact(phone.stay)["excluded"] == "too-ill"
    phone.send({"matters": "Hjem"})
    assert town.kari.row(phone.stay)["state"] == "unread"
    assert not town.fact(phone.stay)["excluded"]


def test_who_declines_was_asked_and_who_is_ill_was_not(town: Town) -> None:
    ill, declined = town.admit(), town.admit("Olav", "Berg")
    told(town.kari.post(f"/api/encounters/{ill}/postponements", {"reason": "too-ill"}), 201)
    told(town.kari.post(f"/api/encounters/{declined}/postponements", {"reason": "declined"}), 201)
    assert not town.fact(ill)["asked_at"]
    assert town.fact(declined)["asked_at"]


def test_a_reason_that_is_none_is_not_valid(town: Town) -> None:
    stay = town.admit()
    assert slug(town.kari.post(f"/api/encounters/{stay}/postponements", {"reason": "busy"})) == "not-valid"
    body = {"reason": "confused", "askAgain": "tomorrow"}
    assert slug(town.kari.post(f"/api/encounters/{stay}/postponements", body)) == "not-valid"


def test_it_stands_in_the_access_log(town: Town) -> None:
    phone = town.phone(town.admit())
    told(town.kari.post(f"/api/encounters/{phone.stay}/postponements", {"reason": "confused"}), 201)
    told(town.kari.delete(f"/api/encounters/{phone.stay}/postponements"), 204)
    verbs = [entry["verb"] for entry in told(phone.get("/api/access-log"))["entries"]]
    assert {"postponed", "resumed"} <= set(verbs)
