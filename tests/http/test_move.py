"""From one phone to the next, or into the installed app: the same person, by a code of ten minutes."""

from __future__ import annotations

import pytest

from tests.asking import slug, told
from tests.clock import Clock
from tests.http.carers import come
from tests.people import Town


def test_the_next_phone_is_the_same_patient(town: Town) -> None:
    ingrid = town.phone(town.admit())
    ingrid.send({"matters": "Hjem til katten"})
    code = told(ingrid.post("/api/session/move"), 201)["link"].partition("#")[2]
    new = come(town, code, "ingridsnewphone", role="related", name="Nobody", relation="x")
    assert (new.author, new.welcome["person"]["role"]) == (ingrid.author, "patient")
    assert "katten" in str(new.sync())
    assert "katten" in str(ingrid.sync(since={}))


def test_a_helper_moves_as_themselves(town: Town) -> None:
    tone = town.phone(town.admit(), "tonesphone", role="related")
    code = told(tone.post("/api/session/move"), 201)["code"]
    new = come(town, code, "tonesnewphone")
    assert new.welcome["person"] == tone.welcome["person"]
    assert new.welcome["stay"] == tone.welcome["stay"]


def test_it_is_for_ten_minutes_and_once(town: Town, clock: Clock) -> None:
    ingrid = town.phone(town.admit())
    first = told(ingrid.post("/api/session/move"), 201)["code"]
    second = told(ingrid.post("/api/session/move"), 201)["code"]
    assert slug(town.redeem(first, "newphoneno1")) == "code-expired"
    assert town.redeem(second, "newphoneno1").status_code == 201
    assert slug(town.redeem(second, "newphoneno2")) == "code-used"
    third = told(ingrid.post("/api/session/move"), 201)["code"]
    clock.forward(minutes=11)
    assert slug(town.redeem(third, "newphoneno1")) == "code-expired"


def test_the_birth_date_is_asked_as_for_any_code(town: Town) -> None:
    ingrid = town.phone(town.admit())
    code = told(ingrid.post("/api/session/move"), 201)["code"]
    for _ in range(4):
        assert slug(town.redeem(code, "thiefsphone", birthDate="1970-01-01")) == "birth-date-differs"
    assert slug(town.redeem(code, "thiefsphone", birthDate="1970-01-01")) == "code-blocked"


def test_after_the_stay_whoever_still_reads_may_do_so_on_a_new_phone(town: Town, clock: Clock) -> None:
    ingrid = town.phone(town.admit())
    ingrid.send({"matters": "Hjem til katten"})
    town.kari.end(ingrid.stay)
    assert "katten" in str(come(town, told(ingrid.post("/api/session/move"), 201)["code"], "newphoneno1").sync())
    clock.forward(days=6)
    code = told(ingrid.post("/api/session/move"), 201)["code"]
    assert town.redeem(code, "newphoneno2").status_code == 201


@pytest.mark.parametrize("keeps", ["shared", "ward"])
def test_a_phone_that_others_use_gives_nobody_what_it_does_not_keep_itself(town: Town, keeps: str) -> None:
    tablet = town.phone(town.admit(), "wardstablet", keeps=keeps)
    assert slug(tablet.post("/api/session/move")) == "not-allowed"


def test_it_is_not_on_the_wards_list_of_sheets_and_it_is_in_the_log(town: Town) -> None:
    ingrid = town.phone(town.admit())
    before = town.kari.page(ingrid.stay)["invitations"]
    come(town, told(ingrid.post("/api/session/move"), 201)["code"], "newphoneno1")
    assert town.kari.page(ingrid.stay)["invitations"] == before
    assert told(ingrid.get("/api/access-log"))["entries"][0]["verb"] in ("moved-phone", "opened")


def test_who_shuts_out_a_lost_phone_shuts_out_the_code_that_it_asked_for(town: Town) -> None:
    stay = town.admit()
    lost, ingrid = town.phone(stay), town.phone(stay, "secondphone")
    code = told(lost.post("/api/session/move"), 201)["code"]
    (other,) = (one for one in told(ingrid.get("/api/sessions"))["sessions"] if not one.get("current"))
    told(ingrid.delete(f"/api/sessions/{other['id']}"), 204)
    assert slug(town.redeem(code, "thiefsphone")) == "code-expired"


def test_what_reached_the_wrong_person_goes_no_further(town: Town) -> None:
    stranger = town.phone(town.admit())
    code = told(stranger.post("/api/session/move"), 201)["code"]
    told(stranger.post("/api/session/not-me"), 204)
    assert slug(town.redeem(code, "nextphone")) == "code-expired"
