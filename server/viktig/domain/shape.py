"""What every shape on the wire has in common."""

import hashlib
import uuid
from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta


class Shape(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """A value that never changes: snake_case here, camelCase on the wire, defaults left out."""


DAY = r"(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
TIME = r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?"

Instant = Annotated[str, Meta(pattern=rf"^{DAY}T{TIME}Z$", max_length=27)]
"""A point in time: ISO 8601, UTC, ending in Z."""

Day = Annotated[str, Meta(pattern=rf"^{DAY}$")]
"""A calendar day."""


def real(*times: str) -> None:
    """Raises ValueError for a day that no calendar has, such as 30 February; an empty one is not looked at."""
    for one in times:
        if one:
            datetime.fromisoformat(one)


Id = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
"""An identifier: UUIDs (version 7 for what is made over time), or a short name chosen by an administrator."""

Uuid = Annotated[str, Meta(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]


def named_uuid(name: str) -> str:
    """The UUID (version 8) of a name: the same wherever it is computed."""
    raw = bytearray(hashlib.sha256(name.encode()).digest()[:16])
    raw[6] = raw[6] & 0x0F | 0x80
    raw[8] = raw[8] & 0x3F | 0x80
    return str(uuid.UUID(bytes=bytes(raw)))


Words = Annotated[str, Meta(max_length=10_000)]
"""What a person wrote, as they wrote it."""

Line = Annotated[str, Meta(max_length=200)]
"""A name, a place, a short sentence."""
