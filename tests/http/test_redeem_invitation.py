"""A phone hands in the code of its sheet, once."""

from __future__ import annotations

import re

import pytest

from tests.asking import Person, slug, token_of, told
from tests.people import BORN, SURGERY, Town

PROFILE = "ingridsphone"


def test_the_link_and_the_birth_date_open_the_stay(town: Town) -> None:
    stay = town.admit()
    secret = town.kari.invite(stay)["link"].partition("#")[2]
    welcome = told(town.redeem(secret, PROFILE), 201)
    assert welcome["profile"] == PROFILE
    assert welcome["stay"]["id"] == stay
    assert welcome["stay"]["unit"]["name"] == "Medisin 2"
    assert welcome["person"] == {"author": f"Patient/{welcome['stay']['patient']}", "role": "patient", "name": "Ingrid"}
    assert [form["name"] for form in welcome["stay"]["forms"]] == ["what-matters", "activities"]


@pytest.mark.parametrize("typed", ["{0}{1}", "{0} {1}", "{0}-{1}", " {0} {1} "])
def test_the_short_code_may_be_typed_with_small_letters_and_spaces(town: Town, typed: str) -> None:
    code = town.kari.invite(town.admit())["code"].replace(" ", "").lower()
    assert len(code) == 8
    assert town.redeem(typed.format(code[:4], code[4:]), PROFILE).status_code == 201


def test_somebody_who_helps_gets_a_name_of_their_own(town: Town) -> None:
    stay = town.admit()
    tone = town.phone(stay, role="related")
    assert tone.welcome["person"]["author"].startswith("RelatedPerson/")
    assert tone.welcome["person"] | {"author": ""} == {
        "author": "",
        "role": "related",
        "name": "Tone",
        "relation": "datter",
    }
    (related,) = town.kari.page(stay)["encounter"]["related"]
    assert (related["name"], related["relation"]) == ("Tone", "datter")


@pytest.mark.parametrize("missing", [{"name": ""}, {"relation": " "}])
def test_somebody_who_helps_must_say_who_they_are(town: Town, missing: dict[str, str]) -> None:
    code = town.kari.invite(town.admit())["code"]
    who = {"role": "related", "name": "Tone", "relation": "datter", **missing}
    assert slug(town.redeem(code, PROFILE, **who)) == "not-valid"
    assert town.redeem(code, PROFILE).status_code == 201


def test_the_cookie_is_for_this_person_on_this_site_alone(town: Town) -> None:
    response = town.redeem(town.kari.invite(town.admit())["code"], PROFILE)
    cookie = response.headers["set-cookie"]
    assert re.fullmatch(rf"__Host-viktig-{PROFILE}=[\w-]{{43}}; .*", cookie)
    said = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert {"secure", "httponly", "samesite=strict", "path=/"} <= said
    assert not any(part.startswith("domain") for part in said)
    (age,) = (int(part.partition("=")[2]) for part in said if part.startswith("max-age"))
    assert 29 * 86400 < age <= 30 * 86400


def test_every_redemption_makes_a_new_token(town: Town) -> None:
    stay = town.admit()
    tokens = {token_of(town.redeem(town.kari.invite(stay)["code"], PROFILE)) for _ in range(3)}
    assert len(tokens) == 3


def test_a_code_that_nobody_has_is_unknown(town: Town) -> None:
    assert slug(town.redeem("AAAA BBBB", PROFILE)) == "code-unknown"


def test_a_code_opens_once(either_town: Town) -> None:
    code = either_town.kari.invite(either_town.admit())["code"]
    assert either_town.redeem(code, PROFILE).status_code == 201
    assert slug(either_town.redeem(code, "anotherphone")) == "code-used"


def test_the_link_of_a_used_code_is_used_too(town: Town) -> None:
    invitation = town.kari.invite(town.admit())
    told(town.redeem(invitation["code"], PROFILE), 201)
    assert slug(town.redeem(invitation["link"].partition("#")[2], PROFILE)) == "code-used"


def test_the_short_code_ends_after_a_day_and_the_link_lives_on(town: Town) -> None:
    invitation = town.kari.invite(town.admit())
    town.clock.forward(hours=24, minutes=1)
    assert slug(town.redeem(invitation["code"], PROFILE)) == "code-expired"
    assert town.redeem(invitation["link"].partition("#")[2], PROFILE).status_code == 201


def test_the_link_ends_after_the_days_the_nurse_chose(town: Town) -> None:
    secret = town.kari.invite(town.admit(), days=2)["link"].partition("#")[2]
    town.clock.forward(days=2, minutes=1)
    assert slug(town.redeem(secret, PROFILE)) == "code-expired"


def test_a_wrong_birth_date_opens_nothing_and_sets_no_cookie(town: Town) -> None:
    response = town.redeem(town.kari.invite(town.admit())["code"], PROFILE, birthDate="1942-04-13")
    assert slug(response) == "birth-date-differs"
    assert "set-cookie" not in response.headers
    assert "Ingrid" not in response.text
    assert BORN not in response.text


def test_the_fifth_wrong_birth_date_stops_the_code_for_good(either_town: Town) -> None:
    town = either_town
    code = town.kari.invite(town.admit())["code"]
    slugs = [slug(town.redeem(code, PROFILE, birthDate=f"1942-04-0{day}")) for day in range(1, 6)]
    assert slugs == ["birth-date-differs"] * 4 + ["code-blocked"]
    assert slug(town.redeem(code, PROFILE)) == "code-blocked"


def test_four_wrong_birth_dates_leave_the_code_open(town: Town) -> None:
    code = town.kari.invite(town.admit())["code"]
    for day in range(1, 5):
        town.redeem(code, PROFILE, birthDate=f"1942-04-0{day}")
    assert town.redeem(code, PROFILE).status_code == 201


def test_too_many_unknown_codes_shut_the_door_for_a_quarter_of_an_hour(town: Town) -> None:
    invitation = town.kari.invite(town.admit())
    for number in range(200):
        assert slug(town.redeem(f"AAAA{number:04}", PROFILE)) == "code-unknown"
    assert slug(town.redeem(invitation["code"], PROFILE)) == "too-many-tries"
    town.clock.forward(minutes=16)
    assert town.redeem(invitation["code"], PROFILE).status_code == 201


def test_a_transfer_ends_the_sheets_that_were_handed_out(town: Town) -> None:
    stay = town.admit()
    code = town.kari.invite(stay)["code"]
    town.kari.transfer(stay, SURGERY)
    assert slug(town.redeem(code, PROFILE)) == "code-expired"


@pytest.mark.parametrize("ending", ["discharged", "died", "wrong-patient", "cancelled"])
def test_the_end_of_the_stay_ends_the_sheets(town: Town, ending: str) -> None:
    stay = town.admit()
    code = town.kari.invite(stay)["code"]
    town.kari.end(stay, ending)
    assert slug(town.redeem(code, PROFILE)) == "code-expired"


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": ""},
        {"code": "A" * 81},
        {"birthDate": "12.04.1942"},
        {"birthDate": None},
        {"role": "nurse"},
        {"profile": "short"},
        {"profile": "INGRIDSPHONE"},
        {"device": {"kty": "EC", "crv": "P-384", "x": "a" * 43, "y": "b" * 43}},
        {"device": {"kty": "EC", "crv": "P-256", "x": "a", "y": "b"}},
        {"name": "x" * 201},
    ],
)
def test_what_is_not_filled_in_right_is_not_valid(shared_town: Town, wrong: dict[str, object]) -> None:
    body = {
        "code": shared_town.kari.invite(shared_town.admit())["code"],
        "birthDate": BORN,
        "role": "patient",
        "profile": PROFILE,
    }
    response = Person(shared_town.http, PROFILE).post("/api/invitations/redeem", body | wrong)
    assert slug(response) == "not-valid"


def test_the_ward_sees_that_there_is_a_phone(town: Town) -> None:
    stay = town.admit()
    before = town.kari.arrivals()
    town.phone(stay)
    after = town.kari.arrivals()
    assert after["n"] > before["n"]
    assert after["stays"][0]["invited"] is True
    assert [row["state"] for row in town.kari.page(stay)["invitations"]] == ["used"]
