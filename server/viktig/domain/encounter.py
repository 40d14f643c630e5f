"""A stay: FHIR Encounter, and what the phone and the ward see of it."""

from typing import Annotated, Literal

from msgspec import Meta

from viktig.domain.consent import Scopes
from viktig.domain.person import Patient, Practitioner, RelatedPerson
from viktig.domain.questionnaire_response import Audience, ResponseItem
from viktig.domain.shape import Day, Id, Instant, Line, Shape, named_uuid, real

EncounterStatus = Literal["planned", "in-progress", "finished", "cancelled", "entered-in-error"]
Ending = Literal["discharged", "died", "wrong-patient", "cancelled"]
UnitKind = Literal["medical", "surgical", "mental-health", "addiction", "home-care"]


class Helpline(Shape, frozen=True):
    """Who to ring when it is urgent: a unit setting."""

    number: Line
    name: Line


class Unit(Shape, frozen=True):
    """A ward or a home-care team: a leaf of the organisation's tree."""

    id: Id
    name: Line
    kind: UnitKind
    organization: Id = ""
    organization_name: Line = ""
    phone: Line = ""
    bell: bool = False
    """Whether there is a button by the bed to ring with."""
    timezone: Line = "Europe/Oslo"
    reader: Literal["name", "role"] = "name"
    """What a patient is told of who read: first name and role, or the role only."""
    helplines: tuple[Helpline, ...] = ()
    interpreters: Line = ""
    """How an interpreter is booked here, in a few words; empty: as usual."""


class TodayLine(Shape, frozen=True):
    """One line of "I dag". `known` false means "we don't know yet", an answer in its own right."""

    text: Line = ""
    known: bool = True


class Today(Shape, frozen=True):
    """Set by staff in one tap: who is with me now, what happens next and about when, who to ring tonight."""

    with_me: TodayLine = TodayLine()
    next: TodayLine = TodayLine()
    tonight: TodayLine = TodayLine()
    set_at: Instant = ""
    set_by: Line = ""


class FormForStay(Shape, frozen=True):
    """A form that this stay asks, and the ids of the documents that hold its answers: the same on every device."""

    questionnaire: Line
    """Canonical `url|version`."""
    name: Id
    path: Line
    """Where the form lies: a path below /content/."""
    shared: Id
    staff: Id
    about: Literal["patient", "related"] = "patient"
    """Whose own answers they are. Of a form about the one who helps, `shared` is what the patient may see."""
    workflow: Line = ""
    """`what-matters` is the one that counts; `still-right` asks anew at a transition; `activities` may be left out."""
    spoken_for: bool = False
    """Of a small child: what somebody writes who helps is their own word, unless they say that it is the child's."""
    newer: Line = ""
    """Canonical of a newer version, where answers were begun on this one: they move there if the person agrees."""
    newer_path: Line = ""


class EarlierAnswers(Shape, frozen=True):
    """What was sent in an earlier stay to a form that this stay asks, and has not been sent in this one."""

    questionnaire: Line
    """Canonical, as it was asked then."""
    audience: Audience
    received: Instant
    item: tuple[ResponseItem, ...] = ()


class OfferedModule(Shape, frozen=True):
    """A module somebody or some answer pointed to. `reason` is the true one: a staff's words, or the slug of a rule."""

    module: Id
    by: Line = ""
    reason: Line = ""


class Stay(Shape, frozen=True):
    """What a patient's phone knows of the stay."""

    id: Id
    patient: Id
    given: Line
    unit: Unit
    status: EncounterStatus
    admitted: Instant
    ended: Instant = ""
    ending: Line = ""
    room: Line = ""
    forms: tuple[FormForStay, ...] = ()
    earlier: tuple[EarlierAnswers, ...] = ()
    modules: tuple[OfferedModule, ...] = ()
    today: Today | None = None
    sharing: Scopes = ()
    """For somebody who helps: what the patient shares with them now."""


class NewStay(Shape, kw_only=True, frozen=True):
    """An arrival, from the nurse's form or a row of a file."""

    given: Annotated[str, Meta(min_length=1, max_length=200)]
    family: Annotated[str, Meta(min_length=1, max_length=200)]
    birth_date: Day
    identifier: Line = ""
    """National identity number or the record system's own number; kept to recognise the same person again."""
    language: Line = ""
    """Empty: as it is known, else bokmål."""
    interpreter: Line = ""
    phone: Line = ""
    room: Line = ""
    bed: Line = ""
    admitted: Instant
    planned_discharge: Day | Literal[""] = ""

    def __post_init__(self) -> None:
        real(self.birth_date, self.admitted, self.planned_discharge)


class Encounter(Shape, frozen=True):
    """A stay as the team sees it. `tag` is what If-Match must carry to change it."""

    id: Id
    patient: Patient
    unit: Unit
    status: EncounterStatus
    admitted: Instant
    ended: Instant = ""
    ending: Line = ""
    room: Line = ""
    bed: Line = ""
    planned_discharge: Line = ""
    similar_name: bool = False
    related: tuple[RelatedPerson, ...] = ()
    today: Today | None = None
    ask_alone: bool = False
    """Ask the patient alone: set by staff, never told to anybody who helps."""
    tag: Line = ""


class Transfer(Shape, frozen=True):
    unit: Id
    room: Line = ""
    bed: Line = ""
    at: Instant = ""

    def __post_init__(self) -> None:
        real(self.at)


class AskAlone(Shape, frozen=True):
    ask_alone: bool


class EndOfStay(Shape, frozen=True):
    ending: Ending
    at: Instant = ""

    def __post_init__(self) -> None:
        real(self.at)


class Place(Shape, frozen=True):
    """What a nurse may set right on a running stay."""

    room: Line = ""
    bed: Line = ""
    interpreter: Line = ""
    planned_discharge: Day | Literal[""] = ""

    def __post_init__(self) -> None:
        real(self.planned_discharge)


class Postponement(Shape, frozen=True):
    """Cannot answer now: why, and when to ask again. A coded exclusion of the waterfall while it stands."""

    reason: Literal["too-ill", "confused", "language", "declined"]
    ask_again: Instant | Literal[""] = ""
    by: Line = ""
    at: Instant = ""

    def __post_init__(self) -> None:
        real(self.ask_again)


class Staff(Practitioner, frozen=True):
    """The member of staff who is signed in. `units` are their own; `places` all of the organisation's, to move to."""

    places: tuple[Unit, ...] = ()


def form_document(encounter: str, questionnaire_url: str, audience: Audience, about: str = "") -> str:
    """The id of the document that holds a form's answers in a stay: the same from every phone (UUID version 8).

    `about`: whose own answers (`RelatedPerson/…`) when they are not the patient's.
    """
    return named_uuid(f"{encounter}\n{questionnaire_url}\n{audience}" + (f"\n{about}" if about else ""))
