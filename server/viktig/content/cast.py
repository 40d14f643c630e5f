"""The demo's people, all invented: who they are, what they say and do and when, and how their wards used to work."""

from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from viktig.content.happenings import Acted, Event, Finished, Hours, Moved, Said, ToldOfSelf, WasHelped
from viktig.content.reading import LANGUAGES, Written, demand, reading, toml
from viktig.domain.encounter import Helpline, UnitKind
from viktig.domain.person import StaffRole
from viktig.domain.shape import Day, Id, Line

FOLDER: Final = Path(__file__).parent / "demo"
MONTHS: Final = 13

Share = Annotated[float, Meta(ge=0, le=1)]


class Place(Written, kw_only=True, frozen=True):
    id: Id
    name: Line
    kind: UnitKind
    phone: Line
    bell: bool = False
    reader: Literal["name", "role"] = "name"
    helplines: tuple[Helpline, ...]
    interpreters: Line = ""


class House(Written, kw_only=True, frozen=True):
    id: Id
    name: Line
    kind: Literal["hospital", "municipality"]
    units: tuple[Place, ...]


class Employee(Written, kw_only=True, frozen=True):
    """`title` is a message id, as in `Practitioner`."""

    id: Id
    organization: Id
    given: Line
    family: Line
    role: StaffRole
    title: Line
    units: tuple[Id, ...]


class Close(Written, frozen=True):
    """Somebody close, who helps."""

    name: Line
    relation: Line
    phone: Line = ""


class Guest(Written, kw_only=True, frozen=True):
    """A patient and their stay. `about` is what the demo's first page says of them."""

    organization: Id
    unit: Id
    given: Line
    family: Line
    birth_date: Day
    hours_ago: Hours
    room: Line = ""
    bed: Line = ""
    language: Line = "nb"
    interpreter: Line = ""
    phone: Line = ""
    identifier: Line = ""
    planned_in_days: int | None = None
    about: Line = ""
    helper: Close | None = None
    events: tuple[Event, ...] = ()


class Habits(Written, frozen=True):
    """How a ward works: shares of the step before, and mean hours."""

    excluded: Share
    asked: Share
    answered: Share
    read: Share
    responded: Share
    marked: Share
    """Patients who say whether it helped."""
    talked: Share
    """Patients who say whether somebody talked with them about it."""
    hours_to_ask: Hours
    hours_to_read: Hours


class Past(Written, kw_only=True, frozen=True):
    """A ward's thirteen months of stays that are over, the oldest month first."""

    unit: Id
    stays: Annotated[tuple[int, ...], Meta(min_length=MONTHS, max_length=MONTHS)]
    first: Habits
    later: Habits | None = None
    changed: Annotated[int, Meta(ge=1, lt=MONTHS)] | None = None
    """The month from which the later habits hold."""
    why: Line = ""
    """What the ward did then."""

    def habits(self, month: int) -> Habits:
        return self.later if self.later and self.changed is not None and month >= self.changed else self.first


class Voice(Written, frozen=True):
    """What somebody once answered."""

    language: Line
    said: Said


class Cast(msgspec.Struct, frozen=True):
    organizations: tuple[House, ...]
    staff: tuple[Employee, ...]
    stays: tuple[Guest, ...]
    history: tuple[Past, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]
    tasks: tuple[str, ...]
    answers: tuple[Voice, ...]


class HousesWritten(Written, frozen=True):
    organizations: tuple[House, ...]


class StaffWritten(Written, frozen=True):
    staff: tuple[Employee, ...]


class StaysWritten(Written, frozen=True):
    stays: tuple[Guest, ...]


class HistoryWritten(Written, frozen=True):
    given: tuple[str, ...]
    family: tuple[str, ...]
    tasks: tuple[str, ...]
    history: tuple[Past, ...]


class AnswersWritten(Written, frozen=True):
    answers: tuple[Voice, ...]


def houses(path: Path) -> tuple[House, ...]:
    """An organisation's public pages are at /learn/ID, where our modules and languages have theirs."""
    told = toml(path, HousesWritten).organizations
    with reading(path):
        for house in told:
            demand(house.id not in LANGUAGES, f"{house.id!r} is a language: give the organisation another id")
            demand(house.id not in module_ids(), f"{house.id!r} is a learning module: give the organisation another id")
    return told


def module_ids() -> frozenset[str]:
    """Of our modules, also those that nobody may read yet."""
    return frozenset(path.name for path in (FOLDER.parent / "modules").iterdir() if path.is_dir())


def load(folder: Path = FOLDER) -> Cast:
    """Strict: an event out of order, or by somebody who is not there, is told with the patient's name."""
    past = toml(folder / "history.toml", HistoryWritten)
    cast = Cast(
        organizations=houses(folder / "organizations.toml"),
        staff=toml(folder / "staff.toml", StaffWritten).staff,
        stays=tuple(stay for path in sorted(folder.glob("patients*.toml")) for stay in toml(path, StaysWritten).stays),
        history=past.history,
        given=past.given,
        family=past.family,
        tasks=past.tasks,
        answers=toml(folder / "answers.toml", AnswersWritten).answers,
    )
    with reading(folder / "patients*.toml"):
        for stay in cast.stays:
            _check(cast, stay)
    return cast


def _check(cast: Cast, stay: Guest) -> None:
    units = {unit.id for house in cast.organizations if house.id == stay.organization for unit in house.units}
    hands = {one.id for one in cast.staff if one.organization == stay.organization}
    hands |= {"patient", "helper"} if stay.helper else {"patient"}
    demand(stay.unit in units, f"{stay.given}: there is no unit {stay.unit}")
    at, tasks = stay.hours_ago, set[str]()
    for event in stay.events:
        demand(event.hours_ago <= at, f"{stay.given}: {event} comes before what stands above it")
        demand(event.by in hands, f"{stay.given}: there is no {event.by}")
        at = event.hours_ago
        match event:
            case ToldOfSelf():
                demand(event.by == "helper", f"{stay.given}: {event.by} does not tell of themselves here")
            case Acted():
                tasks.add(event.name)
            case Finished() | WasHelped():
                demand(event.task in tasks, f"{stay.given}: there is no task {event.task}")
            case Moved():
                demand(event.unit in units, f"{stay.given}: there is no unit {event.unit}")
