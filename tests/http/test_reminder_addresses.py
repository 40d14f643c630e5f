"""Where somebody wants to be reminded: said on the phone, noted by a nurse, shown with care, refused when nowhere."""

from __future__ import annotations

import pytest

from tests.asking import Json, slug, told
from tests.clock import Clock
from tests.http.posting import Post, post
from tests.people import SURGERY
from viktig.domain.reminder import MOST_ADDRESSES

__all__ = ["post"]


def test_the_same_phone_twice_is_one_and_shows_only_what_its_owner_needs(post: Post) -> None:
    post.wish()
    post.wish(occasions=["read"])
    post.by_sms(["answer"])
    found = told(post.ingrid.get("/api/reminders"))
    assert [(one["channel"], one["to"], one["occasions"]) for one in found["addresses"]] == [
        ("sms", "…432", ["answer"]),
        ("push", "", ["read"]),
    ]
    assert found["channels"] == ["push", "sms"]
    assert len(found["key"]) == 87
    told(post.ingrid.delete(f"/api/reminders/{found['addresses'][0]['id']}"), 204)
    assert len(told(post.ingrid.get("/api/reminders"))["addresses"]) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"to": "https://evil.example/x"},
        {"to": "http://10.0.0.1/x"},
        {"keys": None},
        {"channel": "sms", "to": "113 113"},
        {"channel": "email", "to": "ingrid@example.org"},
        {"occasions": []},
    ],
)
def test_what_cannot_be_reached_is_refused(post: Post, wrong: Json) -> None:
    keys = {"p256dh": post.browser.keys.p256dh, "auth": post.browser.keys.auth}
    body = {"channel": "push", "to": f"{post.push.url}/x", "keys": keys, **wrong}
    assert slug(post.ingrid.post("/api/reminders", body)) == "not-valid"


def test_somebody_who_helps_is_never_reminded_of_the_patients_things(post: Post) -> None:
    tone = post.town.phone(post.ingrid.stay, "tonesphone", role="related")
    assert slug(tone.get("/api/reminders")) == "not-found"
    assert slug(tone.post("/api/reminders", {"channel": "sms", "to": "98765432"})) == "not-found"


def test_a_nurse_notes_the_patients_yes_and_can_end_it(post: Post, clock: Clock) -> None:
    path = f"/api/encounters/{post.ingrid.stay}/reminders"
    made = told(post.town.kari.post(path, {"channel": "sms", "to": "98765432"}), 201)
    page = post.town.kari.page(post.ingrid.stay)
    assert page["remindBy"] == ["push", "sms"]
    assert [(one["to"], one["agreedWith"]) for one in page["reminders"]] == [("…432", "Kari")]
    assert told(post.ingrid.get("/api/reminders"))["addresses"][0]["agreedWith"] == "Kari"
    verbs = [entry["verb"] for entry in told(post.ingrid.get("/api/access-log"))["entries"]]
    assert "reminder-agreed" in verbs
    clock.forward(minutes=1)
    told(post.town.kari.delete(f"{path}/{made['id']}"), 204)
    clock.forward(hours=5)
    assert post.round() == 0


def test_where_staff_have_no_names_the_patient_hears_of_the_yes_without_one(post: Post) -> None:
    per = post.town.phone(post.town.admit("Per", "Haugen", SURGERY), "perstelephone")
    path = f"/api/encounters/{per.stay}/reminders"
    told(post.town.sigrid.post(path, {"channel": "sms", "to": "98765432"}), 201)
    (seen,) = told(per.get("/api/reminders"))["addresses"]
    assert (seen["to"], "agreedWith" in seen) == ("…432", False)


def test_the_same_address_takes_the_place_of_the_earlier_one_however_many_there_are(post: Post) -> None:
    numbers = [f"9876543{last}" for last in range(MOST_ADDRESSES)]
    for number in (*numbers, *numbers):
        post.wish(channel="sms", to=number, keys=None)
    more = {"channel": "sms", "to": "98765400", "language": "nb"}
    assert slug(post.ingrid.post("/api/reminders", more)) == "not-valid"
    assert len(told(post.ingrid.get("/api/reminders"))["addresses"]) == MOST_ADDRESSES
