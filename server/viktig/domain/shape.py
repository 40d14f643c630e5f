"""What every shape on the wire has in common."""

from typing import Annotated

import msgspec
from msgspec import Meta


class Shape(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """A value that never changes: snake_case here, camelCase on the wire, defaults left out."""


Instant = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$", max_length=27)]
"""A point in time: ISO 8601, UTC, ending in Z."""

Day = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d$")]
"""A calendar day."""

Id = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
"""An identifier: UUIDs (version 7 for what is made over time), or a short name chosen by an administrator."""

Uuid = Annotated[str, Meta(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]

Words = Annotated[str, Meta(max_length=10_000)]
"""What a person wrote, as they wrote it."""

Line = Annotated[str, Meta(max_length=200)]
"""A name, a place, a short sentence."""
