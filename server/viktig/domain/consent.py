"""What a patient shares with somebody who helps, for how long, and on whose word."""

from typing import Annotated, Literal

from msgspec import Meta

from viktig.domain.shape import Day, Id, Instant, Line, Shape, real

Scope = Literal["answers", "plan", "list", "today", "learning"]
"""My answers; what we do and the plan; my list; "I dag"; learning, which everybody who helps may read."""
Scopes = Annotated[tuple[Scope, ...], Meta(max_length=5)]
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
    name: Line
    relation: Line = ""
    phone: Line = ""
    scopes: Scopes = ()
    until: Line = ""
    status: Literal["invited", "active", "ended"]
    ground: Ground
    by: Line = ""
    """Who said so: a first name and role, for the grounds that staff registered."""
    reason: Line = ""
    look_again: Line = ""
    since: Instant = ""


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
