"""Who is signed in under the profile that a request names, and leaving."""

from __future__ import annotations

from tests.asking import Person, slug, token_of, told
from tests.http.device_key import DeviceKey
from tests.people import HOSPITAL, MEDICINE, Town


def test_a_patient_is_told_who_they_are_and_which_stay_it_is(town: Town) -> None:
    phone = town.phone(town.admit())
    session = told(phone.get("/api/session"))
    assert (session["kind"], session["profile"]) == ("patient", phone.profile)
    assert session["person"] == phone.welcome["person"]
    assert session["stay"] == phone.welcome["stay"]
    assert "demo" not in session


def test_a_nurse_is_told_her_units_and_where_a_patient_can_be_moved_to(town: Town) -> None:
    session = told(town.kari.get("/api/session"))
    assert session["kind"] == "staff"
    assert session["staff"]["given"] == "Kari"
    assert session["staff"]["units"] == [MEDICINE]
    places = [unit["id"] for unit in session["staff"]["places"]]
    assert MEDICINE in places
    assert len(places) > 1
    assert {unit["organization"] for unit in session["staff"]["places"]} == {HOSPITAL}
    assert "person" not in session


def test_without_a_cookie_nobody_is_signed_in(town: Town) -> None:
    assert slug(town.stranger().get("/api/session")) == "not-signed-in"


def test_a_token_that_we_never_gave_is_as_good_as_expired(town: Town) -> None:
    assert slug(Person(town.http, "kariskarisk", "A" * 43).get("/api/session")) == "session-expired"


def test_a_token_under_another_profile_is_refused(town: Town) -> None:
    phone = town.phone(town.admit())
    other = Person(town.http, "anotherphone", phone.token)
    assert slug(other.get("/api/session")) == "wrong-profile"


def test_the_profile_must_be_named(town: Town) -> None:
    phone = town.phone(town.admit())
    headers = {"cookie": f"__Host-viktig-{phone.profile}={phone.token}"}
    assert slug(town.http.get("/api/session", headers=headers)) == "not-signed-in"


def test_two_people_on_one_phone_each_have_their_own_cookie(town: Town) -> None:
    ingrid = town.phone(town.admit(), "ingridsphone")
    olav = town.phone(town.admit("Olav", "Berg"), "olavsphoneno")
    both = f"__Host-viktig-{ingrid.profile}={ingrid.token}; __Host-viktig-{olav.profile}={olav.token}"
    for one in (ingrid, olav):
        headers = {"cookie": both, "viktig-profile": one.profile}
        assert told(town.http.get("/api/session", headers=headers))["person"]["author"] == one.author


def test_a_nurse_is_signed_out_after_an_idle_hour(town: Town) -> None:
    town.kari.get("/api/session")
    town.clock.forward(minutes=61)
    assert slug(town.kari.get("/api/session")) == "session-expired"


def test_a_nurse_who_works_stays_signed_in_until_the_day_is_over(town: Town) -> None:
    for _ in range(14):
        told(town.kari.get(f"/api/units/{MEDICINE}/arrivals"))
        town.clock.forward(minutes=50)
    assert town.clock.text > "2026-11-23T19:30"
    told(town.kari.get("/api/session"))
    town.clock.forward(minutes=30)
    assert slug(town.kari.get("/api/session")) == "session-expired"


def test_a_phone_is_signed_out_after_an_idle_week(town: Town) -> None:
    phone = town.phone(town.admit())
    town.clock.forward(days=7, minutes=1)
    assert slug(phone.get("/api/session")) == "session-expired"


def test_a_phone_in_use_stays_signed_in(town: Town) -> None:
    phone = town.phone(town.admit())
    for day in range(4):
        town.clock.forward(days=5)
        phone.send({"matters": f"Dag {day}"})
    told(phone.get("/api/session"))


def test_signing_out_ends_the_session_at_once(town: Town) -> None:
    phone = town.phone(town.admit())
    response = phone.delete("/api/session")
    assert (response.status_code, response.content) == (204, b"")
    assert slug(phone.get("/api/session")) == "session-expired"


def test_signing_out_ends_nobody_elses_session(town: Town) -> None:
    stay = town.admit()
    first, second = town.phone(stay, "firstphone"), town.phone(stay, "secondphone")
    told(first.delete("/api/session"), 204)
    told(second.get("/api/session"))
    told(town.kari.get("/api/session"))


def test_only_hashes_of_tokens_are_kept(town: Town) -> None:
    phone = town.phone(town.admit())
    rows = town.database.read_now(lambda c: [tuple(row) for row in c.raw.execute("select * from session")])
    assert phone.profile in str(rows)
    assert phone.token not in str(rows)


def test_a_phone_reads_for_thirty_days_after_discharge_and_then_only_hands_in(town: Town) -> None:
    key = DeviceKey()
    phone = town.phone(town.admit(), device=key.public)
    phone.send({"matters": "Hjem til katten"})
    town.kari.end(phone.stay)
    town.clock.forward(days=29)
    phone.token = token_of(key.renew(town, phone.welcome["device"], phone.profile))
    assert told(phone.get("/api/session"))["stay"]["id"] == phone.stay
    assert phone.sync(since={})["changed"]
    town.clock.forward(days=2)
    assert "stay" not in told(phone.get("/api/session"))
    answer = phone.sync(phone.version(phone.answers({"talk": "Rolig"})), since={})
    assert answer["receipts"][0]["outcome"] == "stored"
    assert not answer.get("changed")
