"""A nurse takes a sheet back."""

from __future__ import annotations

from tests.asking import slug, told
from tests.people import SURGERY, Town


def test_a_sheet_that_was_taken_back_opens_nothing(town: Town) -> None:
    stay = town.admit()
    sheet = town.kari.invite(stay)
    response = town.kari.delete(f"/api/encounters/{stay}/invitations/{sheet['id']}")
    assert (response.status_code, response.content) == (204, b"")
    assert slug(town.redeem(sheet["code"], "ingridsphone")) == "code-expired"
    assert [row["state"] for row in town.kari.page(stay)["invitations"]] == ["ended"]


def test_taking_it_back_stands_in_the_access_log(town: Town) -> None:
    stay = town.admit()
    sheet = town.kari.invite(stay)
    told(town.kari.delete(f"/api/encounters/{stay}/invitations/{sheet['id']}"), 204)
    assert "uninvited" in [event["verb"] for event in town.events()]


def test_the_other_sheets_of_the_stay_live_on(town: Town) -> None:
    stay = town.admit()
    first, second = town.kari.invite(stay), town.kari.invite(stay)
    told(town.kari.delete(f"/api/encounters/{stay}/invitations/{first['id']}"), 204)
    assert town.redeem(second["code"], "ingridsphone").status_code == 201


def test_a_phone_that_came_by_the_sheet_stays_signed_in(town: Town) -> None:
    stay = town.admit()
    sheet = town.kari.invite(stay)
    told(town.redeem(sheet["code"], "ingridsphone"), 201)
    told(town.kari.delete(f"/api/encounters/{stay}/invitations/{sheet['id']}"), 204)
    assert [row["state"] for row in town.kari.page(stay)["invitations"]] == ["used"]


def test_a_sheet_of_another_stay_is_not_reached_through_mine(town: Town) -> None:
    mine, other = town.admit(), town.admit("Per", "Haugen", SURGERY)
    sheet = town.sigrid.invite(other)
    town.kari.delete(f"/api/encounters/{mine}/invitations/{sheet['id']}")
    assert town.redeem(sheet["code"], "perstelephone").status_code == 201
