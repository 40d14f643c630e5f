"""Looking at one's own sessions, and ending one from another place."""

from __future__ import annotations

from tests.asking import Person, slug, told
from tests.http.device_key import DeviceKey
from tests.people import Town


def rows(person: Person) -> list[dict[str, object]]:
    found: list[dict[str, object]] = told(person.get("/api/sessions"))["sessions"]
    return found


def test_each_of_my_sessions_is_listed_and_this_one_is_marked(town: Town) -> None:
    desk = town.sign_in("kari", profile="karisdesk")
    tablet = town.sign_in("kari", profile="karistablet")
    assert [row.get("current", False) for row in rows(tablet)] == [True, False]
    assert [row.get("current", False) for row in rows(desk)] == [False, True]
    assert {row["agent"] for row in rows(desk)} == {"a browser"}


def test_nobody_elses_sessions_are_listed(town: Town) -> None:
    town.ahmed.get("/api/session")
    town.phone(town.admit())
    assert len(rows(town.kari)) == 1


def test_a_session_can_be_ended_from_another_place(town: Town) -> None:
    desk = town.sign_in("kari", profile="karisdesk")
    tablet = town.sign_in("kari", profile="karistablet")
    (other,) = (row["id"] for row in rows(desk) if not row.get("current"))
    response = desk.delete(f"/api/sessions/{other}")
    assert (response.status_code, response.content) == (204, b"")
    assert slug(tablet.get("/api/session")) == "session-expired"
    assert len(rows(desk)) == 1


def test_ending_a_lost_phones_session_ends_its_key(town: Town) -> None:
    key = DeviceKey()
    stay = town.admit()
    lost = town.phone(stay, "lostphone", device=key.public)
    kept = town.phone(stay, "keptphone", device=DeviceKey().public)
    (other,) = (row["id"] for row in rows(kept) if not row.get("current"))
    told(kept.delete(f"/api/sessions/{other}"), 204)
    assert slug(lost.get("/api/session")) == "session-expired"
    assert slug(key.renew(town, lost.welcome["device"], "lostphone")) == "key-unknown"
    told(kept.get("/api/session"))


def test_somebody_elses_session_is_not_found(town: Town) -> None:
    (row,) = rows(town.ahmed)
    assert slug(town.kari.delete(f"/api/sessions/{row['id']}")) == "not-found"
    told(town.ahmed.get("/api/session"))


def test_the_patient_and_the_helper_do_not_see_each_others_sessions(town: Town) -> None:
    stay = town.admit()
    patient = town.phone(stay)
    helper = town.phone(stay, "tonesphone", role="related")
    assert len(rows(patient)) == len(rows(helper)) == 1
