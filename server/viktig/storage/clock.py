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


def uuid7() -> str:
    """A UUID that sorts by the time it was made (RFC 9562, version 7)."""
    raw = bytearray((time.time_ns() // 1_000_000 << 80 | int.from_bytes(os.urandom(10))).to_bytes(16))
    raw[6] = raw[6] & 0x0F | 0x70
    raw[8] = raw[8] & 0x3F | 0x80
    return str(uuid.UUID(bytes=bytes(raw)))
