"""Reminders go out: each at most once, never at night, never after a stop, a death or a mistake."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from tests.asking import ORIGIN, slug, told
from tests.clock import Clock
from tests.http.posting import BOTH, EVERYTHING, TEXT, Post, post
from tests.people import HOSPITAL
from viktig.domain.encounter import EndOfStay
from viktig.domain.reminder import NewReminderAddress
from viktig.reminding import Reminding
from viktig.storage import encounters, reminders
from viktig.storage.clock import instant
from viktig.storage.connection import Connection

__all__ = ["post"]


@BOTH
def test_who_has_not_sent_is_reminded_on_the_phone_and_again_a_day_later(post: Post, clock: Clock) -> None:
    post.wish()
    clock.forward(hours=3, minutes=59)
    assert post.round() == 0
    clock.forward(minutes=2)
    assert (post.round(), post.round()) == (1, 0)
    (got,) = post.push.got
    assert post.browser.opened(got.body) == TEXT
    clock.forward(days=1, minutes=1)
    assert (post.round(), post.round()) == (1, 0)
    clock.forward(days=2)
    assert post.round() == 0
    assert post.count == 2


def test_a_message_tells_neither_name_nor_ward_nor_hospital_and_how_to_stop(post: Post, clock: Clock) -> None:
    post.by_sms(["answer"])
    clock.forward(hours=5)
    assert post.round() == 1
    (got,) = post.sms.got
    assert got.headers["authorization"] == "Bearer hemmelig"
    assert set(got.json) == {"id", "to", "text"}
    assert got.json["to"] == "+4798765432"
    first, _, stop = got.json["text"].partition("\n\n")
    assert first == f"{TEXT} {ORIGIN}"
    assert stop.startswith(f"Ikke flere slike: {ORIGIN}/stop#")


def test_the_stop_link_works_without_signing_in_and_tells_nothing(post: Post, clock: Clock) -> None:
    post.by_sms(EVERYTHING)
    clock.forward(hours=5)
    post.round()
    token = post.sms.got[0].json["text"].rpartition("#")[2]
    stranger = post.town.stranger()
    told(stranger.post("/api/reminders/stop", {"stop": "nobody-has-this-one"}), 204)
    assert told(post.ingrid.get("/api/reminders"))["addresses"]
    for _ in range(2):
        told(stranger.post("/api/reminders/stop", {"stop": token}), 204)
    assert "addresses" not in told(post.ingrid.get("/api/reminders"))
    clock.forward(days=2)
    assert post.round() == 0


def test_who_has_sent_is_not_asked_to(post: Post, clock: Clock) -> None:
    post.wish()
    post.ingrid.send({"matters": "Hjem"})
    clock.forward(hours=5)
    assert post.round() == 0
    assert post.states() == ["withdrawn"]


def test_at_night_it_waits_for_the_morning_of_the_unit(post: Post, clock: Clock) -> None:
    clock.set("2026-11-23T18:30:00Z")
    post.wish()
    clock.set("2026-11-23T22:31:00Z")
    assert post.round() == 0
    clock.set("2026-11-24T06:59:00Z")
    assert post.round() == 0
    clock.set("2026-11-24T07:01:00Z")
    assert post.round() == 1


@BOTH
def test_read_and_agreed_are_told_only_to_who_asked_for_it_and_as_one(post: Post, clock: Clock) -> None:
    post.wish(occasions=["answer"])
    post.ingrid.send({"matters": "Hjem"})
    post.town.kari.read(post.ingrid.stay)
    clock.forward(minutes=50)
    assert post.round() == 0
    post.wish(occasions=["read", "agreed"])
    post.town.kari.read(post.ingrid.stay)
    post.town.kari.act(post.ingrid.stay)
    post.town.kari.act(post.ingrid.stay, description="Ringe datteren")
    clock.forward(minutes=11)
    assert (post.round(), post.round()) == (1, 0)
    clock.forward(days=3)
    assert post.round() == 0


def test_a_reading_that_was_taken_back_is_not_told(post: Post, clock: Clock) -> None:
    post.ingrid.send({"matters": "Hjem"})
    post.wish(occasions=["read"])
    review = post.town.kari.read(post.ingrid.stay)
    told(post.town.kari.delete(f"/api/reviews/{review['id']}"), 204)
    clock.forward(hours=1)
    assert post.round() == 0


@pytest.mark.parametrize("ending", ["died", "wrong-patient", "cancelled"])
def test_after_a_death_or_a_mistake_nothing_goes_out_and_no_address_is_kept(
    post: Post, clock: Clock, ending: str
) -> None:
    post.wish(occasions=EVERYTHING)
    post.by_sms(EVERYTHING)
    post.ingrid.send({"matters": "Hjem"})
    post.town.kari.read(post.ingrid.stay)
    post.town.kari.end(post.ingrid.stay, ending)
    assert set(post.states()) == {"withdrawn"}
    clock.forward(hours=12)
    assert post.round() == 0
    where = {"organization": HOSPITAL, "encounter": post.ingrid.stay}
    assert post.town.database.read_now(lambda c: list(c.sql.reminder_addresses(**where))) == []
    again = {"channel": "sms", "to": "98765432", "occasions": ["read"]}
    assert slug(post.ingrid.post("/api/reminders", again)) in ("stay-ended", "not-found")


@BOTH
@pytest.mark.parametrize("how", ["died", "stopped"])
def test_what_was_taken_up_already_stays_at_home_when_it_is_no_longer_wanted(
    post: Post, clock: Clock, how: str
) -> None:
    made = post.wish()
    clock.forward(hours=5)
    worker = Reminding(post.town.database, post.settings)
    (taken,) = post.town.database.write_now(lambda c: reminders.take(c, worker._limits))
    if how == "died":
        post.town.kari.end(post.ingrid.stay, "died")
    else:
        told(post.ingrid.delete(f"/api/reminders/{made['id']}"), 204)
    tried = asyncio.run(worker._tried(taken))
    post.town.database.write_now(lambda c: reminders.note(c, taken, tried))
    assert (post.count, post.states()) == (0, ["withdrawn"])


@BOTH
def test_after_discharge_nobody_is_asked_to_answer_but_hears_that_it_was_read(post: Post, clock: Clock) -> None:
    post.wish(occasions=EVERYTHING)
    post.ingrid.send({"matters": "Hjem"})
    post.town.kari.end(post.ingrid.stay)
    post.town.liv.read(post.ingrid.stay)
    clock.forward(hours=5)
    assert post.round() == 1
    assert sorted(post.states()) == ["sent", "withdrawn"]


@BOTH
def test_a_stay_that_ends_while_others_write_takes_its_reminders_along_or_does_not_end(post: Post) -> None:
    """Both or neither: the same transaction."""
    post.wish()

    tag = post.town.kari.tag(post.ingrid.stay)

    def fails(connection: Connection) -> None:
        encounters.end(connection, HOSPITAL, post.ingrid.stay, EndOfStay(ending="died"), tag)
        raise ConnectionError

    with pytest.raises(ConnectionError):
        post.town.database.write_now(fails)
    assert post.states() == ["waiting"]


@BOTH
def test_a_server_killed_while_sending_never_sends_it_again(post: Post, clock: Clock) -> None:
    post.wish()
    clock.forward(hours=5)
    limits = Reminding(post.town.database, post.settings)._limits
    (taken,) = post.town.database.write_now(lambda c: reminders.take(c, limits))
    assert taken.addresses
    assert post.round() == 0  # another worker finds nothing
    clock.forward(minutes=6)
    assert post.round() == 0
    assert (post.states(), post.count) == (["lost"], 0)


@BOTH
def test_two_workers_at_once_send_it_once(post: Post, clock: Clock) -> None:
    post.wish()
    clock.forward(hours=5)

    async def both() -> list[int]:
        rounds = [Reminding(post.town.database, post.settings).step() for _ in range(4)]
        return list(await asyncio.gather(*rounds))

    assert sum(asyncio.run(both())) == 1
    assert post.count == 1


def somebody_else(post: Post) -> str:
    """Whose turn comes after Ingrid's in the same round; gives the stay."""
    olav = post.town.phone(post.town.admit("Olav"), "olavsphone", device=None)
    told(olav.post("/api/reminders", {"channel": "sms", "to": "91234567", "occasions": ["answer"]}), 201)
    return olav.stay


def test_an_address_that_cannot_be_used_costs_nobody_else_their_reminder(post: Post, clock: Clock) -> None:
    post.wish()
    clock.forward(seconds=1)
    somebody_else(post)
    where = {"organization": HOSPITAL, "encounter": post.ingrid.stay}

    def spoil(connection: Connection) -> None:
        """As a version before this one let it in."""
        (row,) = connection.sql.reminder_addresses(**where)
        reminders.forget(connection, HOSPITAL, post.ingrid.stay, row["address"])
        broken = f"{post.push.url}/\x00"
        new = NewReminderAddress(channel="push", to=broken, keys=post.browser.keys)
        reminders.add_address(connection, HOSPITAL, post.ingrid.stay, new, timedelta(hours=4))

    post.town.database.write_now(spoil)
    clock.forward(hours=5)
    assert (post.round(), len(post.sms.got)) == (1, 1)


def test_what_surely_failed_is_tried_again_later_and_later_and_then_given_up(post: Post, clock: Clock) -> None:
    post.push.status = 503
    post.wish()
    clock.forward(hours=4, minutes=1)
    tries = []
    for _ in range(130):
        before = post.count
        post.round()
        if post.count > before:
            tries.append(instant(clock.at)[11:16])
        clock.forward(minutes=1)
    assert tries == ["12:01", "12:02", "12:06", "12:22", "13:26"]
    assert post.states() == ["failed"]


def test_when_the_answer_never_came_it_may_have_arrived_and_is_not_sent_again(post: Post, clock: Clock) -> None:
    post.push.status = 0
    post.wish()
    clock.forward(hours=5)
    assert (post.round(), post.count) == (0, 1)
    clock.forward(hours=5)
    assert (post.round(), post.count) == (0, 1)
    assert post.states() == ["lost"]


@BOTH
def test_a_phone_that_is_gone_is_forgotten_and_the_next_way_is_tried(post: Post, clock: Clock) -> None:
    post.wish()
    post.by_sms(["answer"])
    post.push.status = 410
    clock.forward(hours=5)
    assert (post.round(), len(post.push.got), len(post.sms.got)) == (1, 1, 1)
    assert [one["channel"] for one in told(post.ingrid.get("/api/reminders"))["addresses"]] == ["sms"]


def test_a_phone_that_is_left_is_no_longer_reminded(post: Post, clock: Clock) -> None:
    keys = {"kty": "EC", "crv": "P-256", "x": "A" * 43, "y": "B" * 43}
    post.ingrid = post.town.phone(post.ingrid.stay, "ingridsother", device=keys)
    post.wish()
    told(post.ingrid.delete("/api/session"), 204)
    clock.forward(hours=5)
    assert (post.round(), post.count) == (0, 0)
