"""A phone whose login ran out signs a challenge with its key and goes on."""

from __future__ import annotations

import pytest

from tests.asking import Person, Phone, slug, token_of, told
from tests.http.device_key import DeviceKey, base64url, challenge
from tests.people import Town

PROFILE = "ingridsphone"


@pytest.fixture
def key() -> DeviceKey:
    return DeviceKey()


@pytest.fixture
def phone(town: Town, key: DeviceKey) -> Phone:
    return town.phone(town.admit(), PROFILE, device=key.public)


def test_a_signed_challenge_gives_a_new_session_for_the_same_person(town: Town, key: DeviceKey, phone: Phone) -> None:
    town.clock.forward(days=8)
    assert slug(phone.get("/api/session")) == "session-expired"
    response = key.renew(town, phone.welcome["device"], PROFILE)
    session = told(response)
    assert session["person"] == phone.welcome["person"]
    again = Person(town.http, PROFILE, token_of(response))
    assert told(again.get("/api/session")) == session
    assert token_of(response) != phone.token


def test_what_was_written_before_is_sent_after(town: Town, key: DeviceKey, phone: Phone) -> None:
    waiting = phone.version(phone.answers({"matters": "Hjem til katten"}))
    town.clock.forward(days=8)
    assert slug(phone.post("/api/sync", {"put": [waiting]})) == "session-expired"
    phone.token = token_of(key.renew(town, phone.welcome["device"], PROFILE))
    assert phone.sync(waiting)["receipts"][0]["outcome"] == "stored"


def test_a_phone_that_signed_in_again_stands_once_in_the_list_and_the_session_before_has_ended(
    town: Town, key: DeviceKey, phone: Phone
) -> None:
    before = phone.token
    phone.token = token_of(key.renew(town, phone.welcome["device"], PROFILE))
    assert [row["current"] for row in told(phone.get("/api/sessions"))["sessions"]] == [True]
    assert slug(Person(town.http, PROFILE, before).get("/api/session")) == "session-expired"


def test_the_cookie_is_as_strict_as_the_first_one(town: Town, key: DeviceKey, phone: Phone) -> None:
    cookie = key.renew(town, phone.welcome["device"], PROFILE).headers["set-cookie"].lower()
    for word in ("secure", "httponly", "samesite=strict", "path=/"):
        assert word in cookie


def test_a_challenge_is_good_once(town: Town, key: DeviceKey, phone: Phone) -> None:
    device = phone.welcome["device"]
    nonce = challenge(town, device)
    told(key.renew(town, device, PROFILE, nonce))
    assert slug(key.renew(town, device, PROFILE, nonce)) == "key-unknown"


def test_a_wrong_signature_spends_the_challenge(town: Town, key: DeviceKey, phone: Phone) -> None:
    device = phone.welcome["device"]
    nonce = challenge(town, device)
    assert slug(key.renew(town, device, PROFILE, nonce, key.sign("something else"))) == "key-unknown"
    assert slug(key.renew(town, device, PROFILE, nonce)) == "key-unknown"


def test_another_key_opens_nothing(town: Town, phone: Phone) -> None:
    response = DeviceKey().renew(town, phone.welcome["device"], PROFILE)
    assert slug(response) == "key-unknown"
    assert "set-cookie" not in response.headers


def test_a_challenge_of_one_phone_does_not_fit_another(town: Town, key: DeviceKey, phone: Phone) -> None:
    other = town.phone(town.admit("Olav", "Berg"), "olavsphoneno", device=DeviceKey().public)
    nonce = challenge(town, other.welcome["device"])
    assert slug(key.renew(town, phone.welcome["device"], PROFILE, nonce)) == "key-unknown"


def test_a_challenge_lives_five_minutes(town: Town, key: DeviceKey, phone: Phone) -> None:
    nonce = challenge(town, phone.welcome["device"])
    town.clock.forward(minutes=5, seconds=1)
    assert slug(key.renew(town, phone.welcome["device"], PROFILE, nonce)) == "key-unknown"


def test_a_device_that_nobody_knows_gets_a_challenge_that_fits_nothing(town: Town, key: DeviceKey) -> None:
    assert len(challenge(town, "nodevice")) >= 22
    assert slug(key.renew(town, "nodevice", PROFILE)) == "key-unknown"


@pytest.mark.parametrize("signature", ["AAAA", "!" * 86, base64url(bytes(64)), base64url(b"\xff" * 64), "é" * 86])
def test_what_is_no_signature_is_refused_as_a_wrong_one(
    town: Town, key: DeviceKey, phone: Phone, signature: str
) -> None:
    assert slug(key.renew(town, phone.welcome["device"], PROFILE, signature=signature)) == "key-unknown"


def test_a_key_that_is_no_point_on_the_curve_opens_nothing(town: Town) -> None:
    nowhere = {"kty": "EC", "crv": "P-256", "x": "A" * 43, "y": "B" * 43}
    phone = town.phone(town.admit(), PROFILE, device=nowhere)
    assert slug(DeviceKey().renew(town, phone.welcome["device"], PROFILE)) == "key-unknown"


def test_after_a_mistaken_stay_the_phone_comes_in_and_reads_nothing(town: Town, key: DeviceKey, phone: Phone) -> None:
    town.kari.end(phone.stay, "wrong-patient")
    session = told(key.renew(town, phone.welcome["device"], PROFILE))
    assert "stay" not in session
