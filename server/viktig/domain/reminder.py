"""Reminders: who wants them, when one may go out, and when it is better left."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from msgspec import Meta

from viktig.domain.encounter import EncounterStatus
from viktig.domain.shape import Id, Instant, Line, Shape

Channel = Literal["push", "sms", "email"]
Occasion = Literal["answer", "read", "agreed"]
"""The answers are not sent yet; somebody has read them; something new is agreed."""
Occasions = Annotated[tuple[Occasion, ...], Meta(min_length=1, max_length=3)]
Outcome = Literal["sent", "gone", "failed", "unknown"]
"""`gone`: nobody is there any longer. `failed`: surely not sent. `unknown`: perhaps sent, so never sent again."""
PREFERRED: tuple[Channel, ...] = ("push", "sms", "email")
MOST_TRIES = 5
MOST_ADDRESSES = 6
NUMBER = re.compile(r"\+[1-9][0-9]{7,14}")
EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z0-9-]{2,24}")
ENDPOINT = re.compile(r"https://(?:[a-z0-9-]{1,63}\.){1,8}[a-z][a-z0-9-]{1,23}(?::443)?/[!-~]*", re.IGNORECASE)
"""Plain signs only, so that whoever checks an address and whoever asks there read the same name."""


class PushKeys(Shape, frozen=True):
    """What a browser gives to seal a message for it (RFC 8291), base64url."""

    p256dh: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{87}$")]
    auth: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{22}$")]


class NewReminderAddress(Shape, kw_only=True, frozen=True):
    """Where somebody wants to be reminded: a push service's address, a telephone number, an e-mail address."""

    channel: Channel
    to: Annotated[str, Meta(min_length=5, max_length=1000)]
    keys: PushKeys | None = None
    occasions: Occasions = ("answer",)
    language: Line = ""


class AgreedReminder(Shape, kw_only=True, frozen=True):
    """A nurse notes that the patient said yes to being reminded so."""

    channel: Literal["sms", "email"]
    to: Annotated[str, Meta(min_length=5, max_length=200)]


class ReminderAddress(Shape, kw_only=True, frozen=True):
    """`to` shows as much as its owner needs to know it again. `agreed_with`: the member of staff who noted the yes."""

    id: Id
    channel: Channel
    to: Line
    occasions: tuple[Occasion, ...]
    here: bool = False
    """On the phone that asks."""
    agreed_with: Line = ""
    since: Instant


class Reminders(Shape, frozen=True):
    """`key`: what a browser must be given to be reminded (VAPID, base64url)."""

    channels: tuple[Channel, ...] = ()
    key: Line = ""
    addresses: tuple[ReminderAddress, ...] = ()


class ReminderStop(Shape, frozen=True):
    """The end of a stop link."""

    stop: Annotated[str, Meta(min_length=16, max_length=64)]


class Limits(Shape, kw_only=True, frozen=True):
    """`quiet`: from and to, hours of the day in the unit's time zone; the same twice is never."""

    quiet: tuple[int, int]
    a_day: int
    a_stay: int


class Standing(Shape, kw_only=True, frozen=True):
    """How it stands with a stay when a reminder's turn has come."""

    status: EncounterStatus
    answered: bool
    excluded: str = ""
    undone: bool = False
    """The reading that it tells of was taken back."""
    sent: tuple[Instant, ...] = ()
    """Earlier ones in this stay, in order."""
    zone: str


def turn(occasion: Occasion, standing: Standing, limits: Limits, now: datetime) -> datetime | None:
    """`now` when it may go out now, a later time to look again, or None when it is better left for good."""
    if standing.status in ("cancelled", "entered-in-error") or standing.undone or len(standing.sent) >= limits.a_stay:
        return None
    if occasion == "answer":
        if standing.answered or standing.status == "finished" or standing.excluded == "declined":
            return None
        if standing.excluded:
            return now + timedelta(hours=6)
    lately = [one for one in map(datetime.fromisoformat, standing.sent) if one > now - timedelta(days=1)]
    if len(lately) >= limits.a_day:
        return awake(lately[-limits.a_day] + timedelta(days=1), standing.zone, limits.quiet)
    return awake(now, standing.zone, limits.quiet)


def awake(at: datetime, zone: str, quiet: tuple[int, int]) -> datetime:
    """The same moment, or the end of the quiet hours that it falls into."""
    begin, end = quiet
    local = at.astimezone(ZoneInfo(zone))
    hour = local.hour
    still = begin <= hour < end if begin < end else begin != end and (hour >= begin or hour < end)
    if not still:
        return at
    on = local.date() + timedelta(days=int(begin > end and hour >= begin))
    return datetime.combine(on, time(end), ZoneInfo(zone)).astimezone(UTC)


def again(tries: int, now: datetime) -> datetime | None:
    """When to try once more after so many tries that surely failed: 1, 4, 16, 64 minutes, then never."""
    return now + timedelta(minutes=4 ** (tries - 1)) if tries < MOST_TRIES else None


def tidy_target(channel: Channel, to: str) -> str:
    """A number or an address as it is kept (a Norwegian number gets its 47); empty when it is none."""
    if channel == "email":
        return to.strip() if EMAIL.fullmatch(to.strip()) else ""
    if channel == "sms":
        bare = re.sub(r"[\s()-]", "", to)
        number = f"+47{bare}" if re.fullmatch(r"[2-9]\d{7}", bare) else re.sub(r"^00", "+", bare)
        return number if NUMBER.fullmatch(number) else ""
    return to


def shown_target(channel: Channel, to: str) -> str:
    """Enough to know it again, too little to use it."""
    if channel == "push":
        return ""
    if channel == "sms":
        return f"…{to[-3:]}"
    name, _, host = to.partition("@")
    return f"{name[:1]}…@{host}"


def known_service(endpoint: str, hosts: Sequence[str], test: str) -> bool:
    """Whether a push service may be asked: https, by a name on the list, never a number; or the one test address."""
    if test and f"{endpoint}/".startswith(f"{test.rstrip('/')}/"):
        return True
    if not ENDPOINT.fullmatch(endpoint):
        return False
    host = (urlsplit(endpoint).hostname or "").lower()
    return any(host == name or (name.startswith("*.") and host.endswith(name[1:])) for name in hosts)
