"""A nurse makes a sheet with a code on it."""

from __future__ import annotations

import pytest

from tests.asking import ORIGIN, slug, told
from tests.clock import Clock
from tests.people import SURGERY, Town
from viktig.settings import Settings


def test_the_sheet_holds_a_link_a_code_and_initials_only(town: Town) -> None:
    stay = town.admit(room="12")
    sheet = town.kari.invite(stay)
    assert sheet["link"].startswith(f"{ORIGIN}/i#")
    assert len(sheet["link"].partition("#")[2]) >= 22  # 128 bits in base64url
    assert (sheet["initials"], sheet["room"]) == ("I. N.", "12")
    assert sheet["qr"].startswith("<svg")
    assert "Ingrid" not in str(sheet)


def test_the_code_can_be_read_out(town: Town) -> None:
    codes = {town.kari.invite(town.admit())["code"] for _ in range(20)}
    assert len(codes) == 20
    assert not set("".join(codes)) & set("IOS015")


def test_the_code_lives_a_day_and_the_link_as_long_as_was_asked(town: Town) -> None:
    sheet = town.kari.invite(town.admit(), days=3)
    assert sheet["codeExpires"].startswith("2026-11-24T08:00")
    assert sheet["expires"].startswith("2026-11-26T08:00")


@pytest.mark.parametrize("days", [0, 31, "long", 1.5])
def test_a_sheet_lives_between_a_day_and_a_month(shared_town: Town, days: object) -> None:
    stay = shared_town.admit()
    assert slug(shared_town.kari.post(f"/api/encounters/{stay}/invitations", {"days": days})) == "not-valid"


def test_only_hashes_are_kept(town: Town) -> None:
    sheet = town.kari.invite(town.admit())
    secret = sheet["link"].partition("#")[2]
    rows = town.database.read_now(lambda c: [tuple(row) for row in c.raw.execute("select * from invitation")])
    assert len(rows) == 1
    assert secret not in str(rows)
    assert sheet["code"] not in str(rows)


def test_making_a_sheet_is_an_offer_and_not_yet_a_question_asked(town: Town) -> None:
    stay = town.admit()
    town.kari.invite(stay)
    assert town.fact(stay)["offered_at"]
    assert not town.fact(stay)["asked_at"]
    row = town.kari.row(stay)
    assert row["invited"] is True
    assert "asked" not in row


def test_no_sheet_is_made_for_a_stay_that_has_ended(town: Town) -> None:
    stay = town.admit()
    town.kari.end(stay)
    assert slug(town.kari.post(f"/api/encounters/{stay}/invitations", {})) == "stay-ended"


def test_after_a_transfer_the_new_unit_makes_the_sheets(town: Town) -> None:
    stay = town.admit()
    town.kari.transfer(stay, SURGERY)
    assert slug(town.kari.post(f"/api/encounters/{stay}/invitations", {})) == "not-found"
    assert town.sigrid.invite(stay)


def test_without_an_address_of_its_own_the_link_begins_with_the_address_that_was_asked(
    sqlite_url: str, clock: Clock
) -> None:
    town = Town(sqlite_url, clock, Settings())
    with town.http:
        assert town.kari.invite(town.admit())["link"].startswith(f"{ORIGIN}/i#")


def test_that_a_sheet_was_made_stands_in_the_access_log(town: Town) -> None:
    stay = town.admit()
    town.kari.invite(stay)
    log = told(town.phone(stay).get("/api/access-log"))["entries"]
    assert ("invited", "Kari") in [(entry["verb"], entry["who"]) for entry in log]
