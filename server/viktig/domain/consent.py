"""What a patient shares with somebody who helps, for how long, and on whose word."""

from collections.abc import Sequence
from typing import Annotated, Final, Literal, get_args

from msgspec import Meta

from viktig.domain.shape import Day, Id, Instant, Line, Shape, real

Scope = Literal["answers", "plan", "list", "today", "learning"]
"""My answers; what we do and the plan; my list; "I dag"; learning, which everybody who helps may read."""
Scopes = Annotated[tuple[Scope, ...], Meta(max_length=5)]
SHEET: Final[Scopes] = ("answers", "plan", "list", "today")
"""What somebody gets who helps with the ward's sheet in hand."""
Ground = Literal["patient", "sheet", "nurse", "cannot-consent"]
"""The patient's own yes on the phone; a sheet that the patient let somebody use; the patient's yes as a nurse was told
it; or, while the patient cannot consent, the word of a named clinician with a reason and a date to look again."""


class Consent(Shape, tag_field="resourceType", tag="Consent", kw_only=True, frozen=True):
    """FHIR Consent, as the patient gives and ends it from the phone. No helper ever sees one."""

    encounter: Id
    related: Id
    """The RelatedPerson; the phone makes the id (UUIDv7) when it invites somebody new."""
    name: Line
    relation: Line = ""
    scopes: Scopes = ()
    until: Day | Literal[""] = ""
    """The last day; empty: until the stay is over on the phone."""
    status: Literal["active", "inactive"]

    def __post_init__(self) -> None:
        real(self.until)


class Carer(Shape, kw_only=True, frozen=True):
    """Somebody who helps, as the patient and the care team see them."""

    id: Id
    encounter: Id
    name: Line
    relation: Line = ""
    phone: Line = ""
    scopes: Scopes = ()
    until: Line = ""
    status: Literal["invited", "active", "ended"]
    ground: Ground
    by: Line = ""
    """Who said so: a first name, for the grounds that staff registered."""
    title: Line = ""
    reason: Line = ""
    look_again: Line = ""
    overdue: bool = False
    """The day to look again has come."""
    since: Instant = ""
    shared: Id | Literal[""] = ""
    """The documents of their own form, told to the care team: what the patient may see, and what only staff may."""
    staff: Id | Literal[""] = ""


class NewCarer(Shape, kw_only=True, frozen=True):
    """A nurse registers somebody who helps."""

    name: Annotated[str, Meta(min_length=1, max_length=200)]
    relation: Line = ""
    phone: Line = ""
    scopes: Scopes = ()
    until: Day | Literal[""] = ""
    ground: Literal["nurse", "cannot-consent"]
    reason: Line = ""
    """Why the patient cannot consent now; needed for that ground."""
    look_again: Day | Literal[""] = ""
    """When the clinician looks again; needed for that ground."""

    def __post_init__(self) -> None:
        real(self.until, self.look_again)
        if self.ground == "cannot-consent" and not (self.reason.strip() and self.look_again):
            raise ValueError("reason, lookAgain")


class Standing(Shape, frozen=True):
    """What holds of a consent that was written in several places."""

    scopes: Scopes
    until: str
    status: Literal["active", "inactive"]
    name: str
    relation: str


def strictest(heads: Sequence[Consent]) -> Standing:
    """Of what two phones wrote without knowing of each other, the least is shared: one that ended it has ended it."""
    last = heads[-1]
    return Standing(
        scopes=tuple(scope for scope in get_args(Scope) if all(scope in head.scopes for head in heads)),
        until=min((head.until for head in heads if head.until), default=""),
        status="active" if all(head.status == "active" for head in heads) else "inactive",
        name=last.name,
        relation=last.relation,
    )


def over(until: str, status: str, today: str) -> bool:
    """Whether nothing is shared any longer; `until` is the last day, `today` the day it is in the unit."""
    return status != "active" or bool(until and today > until)


def shared_now(scopes: str, until: str, status: str, today: str) -> Scopes:
    """What somebody who helps may see now; `scopes` with spaces between.

    Whoever was ended has what everybody has who was given learning only: nobody can tell the one from the other.
    """
    given = () if over(until, status, today) else scopes.split()
    return tuple(scope for scope in get_args(Scope) if scope == "learning" or scope in given)
