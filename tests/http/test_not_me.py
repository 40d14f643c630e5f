""" "I am not this person", said after the code was redeemed."""

from __future__ import annotations

from tests.asking import slug, told
from tests.http.device_key import DeviceKey
from tests.people import Town


def test_the_phone_is_let_go_and_its_key_with_it(town: Town) -> None:
    key = DeviceKey()
    phone = town.phone(town.admit(), device=key.public)
    response = phone.post("/api/session/not-me")
    assert (response.status_code, response.content) == (204, b"")
    assert slug(phone.get("/api/session")) == "session-expired"
    assert slug(key.renew(town, phone.welcome["device"], phone.profile)) == "key-unknown"


def test_a_phone_without_a_key_takes_nobody_with_it(town: Town) -> None:
    stranger = town.phone(town.admit(), "wrongphone")
    other = town.phone(town.admit("Olav", "Berg"), "olavsphoneno")
    told(town.kari.get("/api/session"))
    told(stranger.post("/api/session/not-me"), 204)
    assert slug(stranger.get("/api/session")) == "session-expired"
    told(other.get("/api/session"))
    told(town.kari.get("/api/session"))


def test_the_ward_is_told(town: Town) -> None:
    phone = town.phone(town.admit())
    before = town.kari.arrivals()["n"]
    told(phone.post("/api/session/not-me"), 204)
    assert town.kari.arrivals()["n"] > before
    right = town.phone(phone.stay, "rightphone")
    assert "not-me" in [entry["verb"] for entry in told(right.get("/api/access-log"))["entries"]]


def test_the_right_persons_own_phone_goes_on(town: Town) -> None:
    stay = town.admit()
    right, wrong = town.phone(stay, "rightphone"), town.phone(stay, "wrongphone", device=DeviceKey().public)
    told(wrong.post("/api/session/not-me"), 204)
    told(right.get("/api/session"))


def test_staff_cannot_say_so(town: Town) -> None:
    assert slug(town.kari.post("/api/session/not-me")) == "not-allowed"
