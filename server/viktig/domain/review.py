"""That an answer was read: by whom, when, alone or together with the patient."""

from datetime import datetime, timedelta
from typing import Annotated

from msgspec import Meta

from viktig.domain.shape import Id, Instant, Line, Shape, Uuid

UNDO_SECONDS = 30
TAKE_WITHIN_MINUTES = {"as-soon-as-possible": 30, "during-the-day": 240}
"""After that a wish to talk is the leader's too. Ours; a unit's own times come later."""


class NewReview(Shape, frozen=True):
    """`versions` are those that were on screen; anything later is unread again."""

    encounter: Id
    versions: Annotated[tuple[Uuid, ...], Meta(min_length=1, max_length=50)]
    together: bool = False
    interpreter: bool | None = None
    """Whether an interpreter was there, when it was read together; null: nobody asked."""


class Review(Shape, kw_only=True, frozen=True):
    """`by` is the reader as the unit lets the patient see it: first name and role, or the role only."""

    id: Id
    encounter: Id
    versions: tuple[Id, ...]
    together: bool = False
    interpreter: bool | None = None
    at: Instant
    by: Line = ""
    title: Line = ""
    undone: bool = False


def overdue(wish: str, received: datetime, taken: bool, now: datetime) -> bool:
    """Whether nobody took a wish to talk in time."""
    return not taken and now >= received + timedelta(minutes=TAKE_WITHIN_MINUTES.get(wish, 10**6))


class Attention(Shape, frozen=True):
    """A wish to talk alone, on top of the arrivals until somebody by name has taken it."""

    document: Id
    version: Id
    encounter: Id
    wish: Line
    received: Instant
    taken_at: Instant = ""
    taken_by: Line = ""
    title: Line = ""
