"""The network eats the answer to a redeemed code: the same phone asks again and is let in, nobody else is."""

from __future__ import annotations

from tests.asking import slug, token_of, told
from tests.http.device_key import DeviceKey
from tests.people import Town

PROFILE = "ingridsphone"


def test_the_phone_that_used_the_code_is_welcomed_again_as_the_same_person(town: Town) -> None:
    code, key = town.kari.invite(town.admit())["code"], DeviceKey()
    lost = told(town.redeem(code, PROFILE, device=key.public), 201)
    again = town.redeem(code, PROFILE, device=key.public)
    welcome = told(again, 201)
    assert welcome["device"] == lost["device"]
    assert welcome["person"] == lost["person"]
    assert welcome["stay"]["id"] == lost["stay"]["id"]
    assert token_of(again)


def test_a_helper_who_asks_again_stays_one_helper(town: Town) -> None:
    stay = town.admit()
    code, key = town.kari.invite(stay)["code"], DeviceKey()
    who = {"role": "related", "name": "Tone", "relation": "datter", "device": key.public}
    first = told(town.redeem(code, PROFILE, **who), 201)
    assert told(town.redeem(code, PROFILE, **who), 201)["person"] == first["person"]
    assert len(town.kari.page(stay)["encounter"]["related"]) == 1


def test_another_phone_is_told_that_the_code_is_used(town: Town) -> None:
    code = town.kari.invite(town.admit())["code"]
    told(town.redeem(code, PROFILE, device=DeviceKey().public), 201)
    assert slug(town.redeem(code, "anotherphone", device=DeviceKey().public)) == "code-used"
    assert slug(town.redeem(code, "anotherphone")) == "code-used"


def test_without_the_right_birth_date_nobody_is_let_in_again(town: Town) -> None:
    code, key = town.kari.invite(town.admit())["code"], DeviceKey()
    told(town.redeem(code, PROFILE, device=key.public), 201)
    assert slug(town.redeem(code, PROFILE, device=key.public, birthDate="1942-04-13")) == "code-used"
