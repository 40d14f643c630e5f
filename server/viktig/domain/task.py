"""What the team does about an answer: FHIR Task."""

from typing import Annotated, Literal

from msgspec import Meta

from viktig.domain.shape import Day, Id, Instant, Line, Shape, Words, real

TaskStatus = Literal["requested", "in-progress", "completed", "rejected", "cancelled"]
TaskOutcome = Literal["planned", "done-at-once", "cannot"]
"""`planned`: with an owner and a day. `done-at-once`: agreed and done in the talk. `cannot`: agreed and explained."""


class Quote(Shape, frozen=True):
    """The person's own words that an action was made from."""

    version: Id
    link_id: Line
    text: Words


class NewTask(Shape, kw_only=True, frozen=True):
    encounter: Id
    outcome: TaskOutcome = "planned"
    description: Annotated[str, Meta(min_length=1, max_length=1000)]
    """Plain words, since the patient reads them."""
    quote: Quote | None = None
    owner: Id = ""
    due: Day | Literal[""] = ""

    def __post_init__(self) -> None:
        real(self.due)


class Task(Shape, kw_only=True, frozen=True):
    """`owner_name` is shown to the patient as the unit allows. `tag` is what If-Match must carry."""

    id: Id
    encounter: Id
    patient: Id
    status: TaskStatus
    outcome: TaskOutcome
    description: Words
    quote: Quote | None = None
    owner: Line = ""
    owner_name: Line = ""
    due: Line = ""
    made_at: Instant
    made_by: Line = ""
    changed_at: Instant
    helped: Line = ""
    """The patient's latest word on it: yes, little, no, unknown; empty when not asked or not answered."""
    helped_words: Words = ""
    """What the patient said with it. For the team; no phone is told."""
    thanks: bool = False
    tag: Line = ""


class TaskChange(Shape, frozen=True):
    status: TaskStatus
    description: Annotated[str, Meta(min_length=1, max_length=1000)]
    owner: Id = ""
    due: Day | Literal[""] = ""

    def __post_init__(self) -> None:
        real(self.due)
