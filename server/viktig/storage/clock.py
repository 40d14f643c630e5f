"""The server's clock and the ids made from it."""

import os
import time
import uuid
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

CLOCKS_DIFFER = timedelta(minutes=10)
"""So far ahead of ours may another clock say that something has happened."""


def instant(moment: datetime) -> str:
    """UTC with milliseconds and a Z: the form in which every time is stored."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def now() -> str:
    return instant(datetime.now(UTC))


def tidy(text: str) -> str:
    """A time that was handed in, in the form in which every time is stored: as text they sort."""
    return instant(moment(text))


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def day(text: str, zone: str) -> str:
    """The day it is there at that time."""
    return moment(text).astimezone(ZoneInfo(zone)).date().isoformat()


def end_of_last_month(text: str, zone: str) -> str:
    """The last millisecond of the last month that is whole there at that time."""
    first = moment(text).astimezone(ZoneInfo(zone)).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return instant(first - timedelta(milliseconds=1))


def uuid7() -> str:
    """A UUID that sorts by the time it was made (RFC 9562, version 7), within a millisecond too (its method 3)."""
    thousandth, rest = divmod(time.time_ns(), 1_000_000)
    chance = int.from_bytes(os.urandom(8)) & 0x3FFF_FFFF_FFFF_FFFF
    part = rest * 4096 // 1_000_000
    return str(uuid.UUID(int=thousandth << 80 | 7 << 76 | part << 64 | 2 << 62 | chance))
