"""The one round trip between a phone and the server."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from viktig.domain.consent import Carer
from viktig.domain.encounter import Stay
from viktig.domain.review import Attention, Review
from viktig.domain.shape import Id, Line, Shape
from viktig.domain.task import Task
from viktig.domain.version import Receipt, StoredVersion

MOST_PUT = 50
LARGEST_BODY = 1_000_000
LARGEST_CONTENT = 512_000


class Cursor(Shape, frozen=True):
    """How far a device has come: `n` counts per patient, `epoch` is the database's, `access` what may be seen, `asked`
    which forms the stay asked then."""

    epoch: Line = ""
    n: Annotated[int, Meta(ge=0)] = 0
    access: Line = ""
    asked: Line = ""


class SyncRequest(Shape, frozen=True):
    """`put` is decoded one by one, so that a broken version fails alone."""

    since: Annotated[dict[Id, Cursor], Meta(max_length=20)] = {}
    put: Annotated[list[msgspec.Raw], Meta(max_length=MOST_PUT)] = []


class Change(Shape, frozen=True):
    """One thing that changed; exactly one of the fields after `kind` is set."""

    n: int
    kind: Literal["version", "review", "task", "stay", "attention", "carer"]
    version: StoredVersion | None = None
    review: Review | None = None
    task: Task | None = None
    stay: Stay | None = None
    attention: Attention | None = None
    carer: Carer | None = None
    """Told to the patient only."""


class SyncAnswer(Shape, frozen=True):
    """`gone` lists what the device may no longer hold: documents, reviews, tasks. `more`: come again at once."""

    at: dict[str, Cursor]
    receipts: tuple[Receipt, ...] = ()
    changed: tuple[Change, ...] = ()
    gone: tuple[Line, ...] = ()
    more: bool = False
