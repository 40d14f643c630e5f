""" "I am not this person": the sheet reached somebody else."""

from __future__ import annotations

import httpx

from tests.asking import slug, told
from tests.people import Town


def refuse(town: Town, code: str) -> httpx.Response:
    return town.stranger().post("/api/invitations/refuse", {"code": code})


def test_a_refused_sheet_opens_nothing_any_more(town: Town) -> None:
    code = town.kari.invite(town.admit())["code"]
    response = refuse(town, code)
    assert (response.status_code, response.content) == (204, b"")
    assert slug(town.redeem(code, "ingridsphone")) == "code-expired"
    assert slug(refuse(town, code)) == "code-expired"


def test_the_ward_hears_that_the_sheet_was_refused(town: Town) -> None:
    stay = town.admit()
    code = town.kari.invite(stay)["code"]
    before = town.kari.arrivals()["n"]
    refuse(town, code)
    assert town.kari.arrivals()["n"] > before
    assert [row["state"] for row in town.kari.page(stay)["invitations"]] == ["refused"]


def test_refusing_a_code_that_nobody_has_counts_as_a_wrong_try(town: Town) -> None:
    for number in range(200):
        assert slug(refuse(town, f"AAAA{number:04}")) == "code-unknown"
    assert slug(refuse(town, "AAAABBBB")) == "too-many-tries"


def test_a_used_code_cannot_be_refused(town: Town) -> None:
    code = town.kari.invite(town.admit())["code"]
    told(town.redeem(code, "ingridsphone"), 201)
    assert slug(refuse(town, code)) == "code-used"


def test_refusing_needs_no_birth_date_and_tells_nothing(town: Town) -> None:
    response = refuse(town, town.kari.invite(town.admit())["code"])
    assert response.status_code == 204
    assert "set-cookie" not in response.headers
