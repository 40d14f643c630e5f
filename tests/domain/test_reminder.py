"""When a reminder may go out, where to, and when it is better left."""

from __future__ import annotations

from datetime import datetime

import pytest

from viktig.domain.reminder import (
    Limits,
    Occasion,
    Standing,
    again,
    awake,
    known_service,
    shown_target,
    tidy_target,
    turn,
)

OSLO = "Europe/Oslo"
LIMITS = Limits(quiet=(21, 8), a_day=1, a_stay=2)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


NOON = at("2026-11-23T11:00:00Z")


def standing(**other: object) -> Standing:
    return Standing(**{"status": "in-progress", "answered": False, "zone": OSLO, **other})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        ("2026-11-23T19:59:00Z", "2026-11-23T19:59:00Z"),
        ("2026-11-23T20:00:00Z", "2026-11-24T07:00:00Z"),
        ("2026-11-24T03:00:00Z", "2026-11-24T07:00:00Z"),
        ("2026-11-24T07:00:00Z", "2026-11-24T07:00:00Z"),
        ("2026-03-28T22:00:00Z", "2026-03-29T06:00:00Z"),
        ("2026-10-24T22:00:00Z", "2026-10-25T07:00:00Z"),
    ],
)
def test_nothing_is_sent_at_night_also_when_the_clock_changes(moment: str, until: str) -> None:
    assert awake(at(moment), OSLO, (21, 8)) == at(until)


def test_quiet_hours_may_lie_within_a_day_or_be_none() -> None:
    assert awake(NOON, OSLO, (12, 14)) == at("2026-11-23T13:00:00Z")
    assert awake(NOON, OSLO, (0, 0)) == NOON


@pytest.mark.parametrize("occasion", ["answer", "read", "agreed"])
def test_it_goes_out_when_nothing_speaks_against_it(occasion: Occasion) -> None:
    assert turn(occasion, standing(), LIMITS, NOON) == NOON


@pytest.mark.parametrize("how", [{"status": "entered-in-error"}, {"status": "cancelled"}, {"undone": True}])
@pytest.mark.parametrize("occasion", ["answer", "read", "agreed"])
def test_after_a_mistake_or_a_reading_taken_back_it_is_left(occasion: Occasion, how: dict[str, object]) -> None:
    assert turn(occasion, standing(**how), LIMITS, NOON) is None


@pytest.mark.parametrize("how", [{"answered": True}, {"status": "finished"}, {"excluded": "declined"}])
def test_nobody_is_asked_for_an_answer_that_is_there_or_not_wanted(how: dict[str, object]) -> None:
    assert turn("answer", standing(**how), LIMITS, NOON) is None
    assert turn("read", standing(**how), LIMITS, NOON) == NOON


def test_somebody_too_ill_to_answer_is_left_in_peace_for_now() -> None:
    later = turn("answer", standing(excluded="too-ill"), LIMITS, NOON)
    assert later is not None
    assert later > NOON


def test_at_most_one_a_day_and_two_a_stay() -> None:
    yesterday, today = "2026-11-22T11:30:00.000Z", "2026-11-23T10:00:00.000Z"
    assert turn("read", standing(sent=(yesterday,)), LIMITS, NOON) == at("2026-11-23T11:30:00Z")
    assert turn("read", standing(sent=("2026-11-22T10:59:00.000Z",)), LIMITS, NOON) == NOON
    assert turn("read", standing(sent=(today,)), LIMITS, NOON) == at("2026-11-24T10:00:00Z")
    assert turn("read", standing(sent=(yesterday, today)), LIMITS, NOON) is None


def test_what_failed_is_tried_again_more_and_more_seldom_and_then_not() -> None:
    waits = [(later - NOON).total_seconds() / 60 if (later := again(n, NOON)) else None for n in range(1, 6)]
    assert waits == [1, 4, 16, 64, None]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("987 65 432", "+4798765432"),
        ("+46 70 123 45 67", "+46701234567"),
        ("0046701234567", "+46701234567"),
        ("113", ""),
        ("12345678", ""),
        ("+47 98 76\n54 32\n", "+4798765432"),
        ("ring meg", ""),
    ],
)
def test_a_number_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert tidy_target("sms", typed) == kept


@pytest.mark.parametrize(
    "wrong",
    ["ingrid", "a@b", "a@b.no\nBcc: c@d.no", "a b@c.no", "<a@b.no>", "a@b.no,c@d.no", "kåre@b.no", "a\x00@b.no"],
)
def test_what_is_no_address_gets_no_letter(wrong: str) -> None:
    assert tidy_target("email", wrong) == ""
    assert tidy_target("email", " ingrid@example.org ") == "ingrid@example.org"


def test_an_address_is_shown_so_that_only_its_owner_knows_it() -> None:
    assert shown_target("sms", "+4798765432") == "…432"
    assert shown_target("email", "ingrid@example.org") == "i…@example.org"
    assert shown_target("push", "https://fcm.googleapis.com/fcm/send/abc") == ""


HOSTS = ("fcm.googleapis.com", "*.push.apple.com")


@pytest.mark.parametrize(
    "endpoint",
    ["https://fcm.googleapis.com/fcm/send/abc", "https://web.push.apple.com/abc", "https://fcm.googleapis.com:443/"],
)
def test_known_push_services_are_asked(endpoint: str) -> None:
    assert known_service(endpoint, HOSTS, "")


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://fcm.googleapis.com/abc",
        "https://fcm.googleapis.com.evil.example/",
        "https://evilpush.apple.com.example/",
        "https://push.apple.com@10.0.0.1/",
        "https://user@fcm.googleapis.com/",
        "https://fcm.googleapis.com:8443/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://10.0.0.1/",
        "https://push.apple.com:x/",
        "https://evil.example\\.push.apple.com/",
        "https://evil.example%2f.push.apple.com/",
        "https://a..push.apple.com/",
        f"https://{'a' * 64}.push.apple.com/",
        "https://fcm.googleapis.com/\x00",
        "http://127.0.0.1:1@evil.example/",
        "http://127.0.0.1:9999/abc",
        "",
    ],
)
def test_nobody_else_is_asked(endpoint: str) -> None:
    assert not known_service(endpoint, (*HOSTS, "127.0.0.1", "10.0.0.1", "::1"), "")
    assert not known_service(endpoint, HOSTS, "http://127.0.0.1:1")
