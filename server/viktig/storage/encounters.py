"""Stays: arriving, moving, ending, and what the ward is told of them."""

import msgspec

from viktig.domain.counting import NOT_A_STAY
from viktig.domain.encounter import (
    Encounter,
    EndOfStay,
    NewStay,
    OfferedModule,
    Place,
    Postponement,
    Today,
    Transfer,
    Unit,
)
from viktig.domain.person import Patient, RelatedPerson
from viktig.domain.problems import Problem
from viktig.storage import changes, facts, invitations, learning, patients, reminders, units
from viktig.storage.clock import CLOCKS_DIFFER, moment, tidy, uuid7
from viktig.storage.connection import Connection, Row

TO_UNIT = msgspec.json.Decoder(Unit)
TO_TODAY = msgspec.json.Decoder(Today)
TO_POSTPONEMENT = msgspec.json.Decoder(Postponement)
TO_MODULES = msgspec.json.Decoder(tuple[OfferedModule, ...])
STATUS_AFTER = {
    "discharged": "finished",
    "died": "finished",
    "cancelled": "cancelled",
    "wrong-patient": "entered-in-error",
}


def admit(connection: Connection, organization: str, unit: str, stay: NewStay) -> str:
    """A new stay; somebody known by the same number and birth date is the same person. Gives the stay's id."""
    units.unit(connection, organization, unit)
    known = patients.known(connection, organization, stay)
    if known and connection.sql.running_stay(organization=organization, patient=known, unit=unit) is not None:
        raise Problem("already-here", "identifier")
    patient = patients.keep(connection, organization, stay, known)
    encounter, admitted = uuid7(), tidy(stay.admitted)
    connection.sql.add_encounter(
        organization=organization,
        encounter=encounter,
        patient=patient,
        unit=unit,
        admitted=admitted,
        room=stay.room,
        bed=stay.bed,
        planned_discharge=stay.planned_discharge,
    )
    _happened(connection, organization, encounter, "arrived", admitted, unit)
    changes.note(connection, organization, patient, "stay", encounter)
    _told(connection, organization, encounter, unit)
    return encounter


def _happened(
    connection: Connection, organization: str, encounter: str, kind: str, at: str, unit: str = "", body: str = ""
) -> None:
    connection.sql.add_event(
        organization=organization, event=uuid7(), encounter=encounter, kind=kind, at=at, unit=unit, body=body
    )


def _when(connection: Connection, organization: str, encounter: str, said: str) -> str:
    """When it happened: now, or earlier as somebody says, but not before the patient came to this unit."""
    if not said:
        return connection.now
    at = tidy(said)
    events = connection.sql.events_of_stay(organization=organization, encounter=encounter, as_of=facts.END_OF_TIME)
    came = max(event["at"] for event in events if event["kind"] in ("arrived", "moved"))
    if at < came or moment(at) > moment(connection.now) + CLOCKS_DIFFER:  # a mistyped year would leave doors open
        raise Problem("not-valid", "at")
    return at


def _changing(connection: Connection, organization: str, encounter: str) -> Row:
    """The stay as it is now, before anybody else changes it; its phones will hear of it."""
    changes.note(connection, organization, row(connection, organization, encounter)["patient"], "stay", encounter)
    return row(connection, organization, encounter)


def _told(connection: Connection, organization: str, encounter: str, *places: str) -> None:
    """The lists and the figures hear of a change to a stay."""
    facts.recount(connection, organization, encounter)
    for place in sorted(set(places)):
        units.touch(connection, organization, place)


def row(connection: Connection, organization: str, encounter: str) -> Row:
    found: Row | None = connection.sql.encounter(organization=organization, encounter=encounter)
    if found is None:
        raise Problem("not-found")
    return found


def encounter(connection: Connection, organization: str, id: str) -> Encounter:
    """The stay as the team sees it."""
    found = row(connection, organization, id)
    # Compared here: SQLite knows no small letter for Å.
    others = connection.sql.other_names(organization=organization, unit=found["unit"], encounter=id)
    similar = any(other["family"].casefold() == found["family"].casefold() for other in others)
    return Encounter(
        id=id,
        patient=Patient(
            id=found["patient"],
            given=found["given"],
            family=found["family"],
            birth_date=found["birth_date"],
            language=found["language"],
            interpreter=found["interpreter"],
            phone=found["phone"],
        ),
        unit=TO_UNIT.decode(found["settings"]),
        status=found["status"],
        admitted=found["admitted"],
        ended=found["ended"],
        ending=found["ending"],
        room=found["room"],
        bed=found["bed"],
        planned_discharge=found["planned_discharge"],
        similar_name=similar,
        related=tuple(
            RelatedPerson(
                id=one["related"],
                patient=one["patient"],
                name=one["name"],
                relation=one["relation"],
                phone=one["phone"],
            )
            for one in connection.sql.related_of_patient(organization=organization, patient=found["patient"])
        ),
        today=TO_TODAY.decode(found["today"]) if found["today"] else None,
        ask_alone=bool(found["ask_alone"]),
        tag=str(found["tag"]),
    )


def set_ask_alone(connection: Connection, organization: str, id: str, ask_alone: bool, tag: str) -> None:
    """Told to the team alone: no phone hears that anything changed."""
    found = row(connection, organization, id)
    same_tag(found, tag)
    if not connection.sql.set_ask_alone(
        organization=organization, encounter=id, ask_alone=int(ask_alone), tag=found["tag"]
    ):
        raise Problem("changed-meanwhile")
    units.touch(connection, organization, found["unit"])


def same_tag(found: Row, tag: str) -> None:
    """Refuses a change that was made while looking at something older."""
    if not tag:
        raise Problem("missing-if-match")
    if tag.strip('"') != str(found["tag"]):
        raise Problem("changed-meanwhile")


def place(connection: Connection, organization: str, id: str, where: Place, tag: str) -> None:
    found = _changing(connection, organization, id)
    same_tag(found, tag)
    connection.sql.set_place(
        organization=organization,
        encounter=id,
        room=where.room,
        bed=where.bed,
        planned_discharge=where.planned_discharge,
    )
    connection.sql.set_interpreter(organization=organization, patient=found["patient"], interpreter=where.interpreter)
    _told(connection, organization, id, found["unit"])


def transfer(connection: Connection, organization: str, id: str, to: Transfer, tag: str) -> None:
    """To another unit: unread answers are that unit's from now on, and open invitations end."""
    found = _changing(connection, organization, id)
    same_tag(found, tag)
    if found["status"] != "in-progress":
        raise Problem("stay-ended")
    if to.unit == found["unit"]:
        raise Problem("not-valid", "unit")
    units.unit(connection, organization, to.unit)
    connection.sql.set_unit(organization=organization, encounter=id, unit=to.unit, room=to.room, bed=to.bed)
    invitations.end_sheets(connection, organization, id)
    at = _when(connection, organization, id, to.at)
    _happened(connection, organization, id, "moved", at, to.unit, connection.now)
    _told(connection, organization, id, found["unit"], to.unit)


def end(connection: Connection, organization: str, id: str, how: EndOfStay, tag: str) -> None:
    """The stay ends: invitations with it. After a mistake, phones may hand in what they hold and read nothing."""
    found = _changing(connection, organization, id)
    same_tag(found, tag)
    if found["status"] != "in-progress":
        raise Problem("stay-ended")
    at = _when(connection, organization, id, how.at)
    connection.sql.set_end(
        organization=organization, encounter=id, status=STATUS_AFTER[how.ending], ended=at, ending=how.ending
    )
    invitations.end_all(connection, organization, id)
    reminders.stay_ended(connection, organization, id, how.ending)
    known = connection.now if how.ending in NOT_A_STAY else at  # figures of a month that is over stay as they were told
    _happened(connection, organization, id, "ended", known, found["unit"], how.ending)
    _told(connection, organization, id, found["unit"])


def set_today(connection: Connection, organization: str, id: str, today: Today) -> None:
    found = _changing(connection, organization, id)
    connection.sql.set_today(organization=organization, encounter=id, today=msgspec.json.encode(today).decode())
    _told(connection, organization, id, found["unit"])


def postpone(connection: Connection, organization: str, id: str, why: Postponement | None) -> None:
    """Cannot answer now, or (None) can again."""
    found = _changing(connection, organization, id)
    text = msgspec.json.encode(why).decode() if why else ""
    connection.sql.set_postponement(organization=organization, encounter=id, postponement=text)
    kind = "postponed" if why else "resumed"
    _happened(connection, organization, id, kind, connection.now, found["unit"], why.reason if why else "")
    _told(connection, organization, id, found["unit"])


def offered(connection: Connection, organization: str, id: str) -> None:
    """A sheet was made: an offer, not yet a question asked."""
    found = _changing(connection, organization, id)
    _happened(connection, organization, id, "offered", connection.now, found["unit"])
    _told(connection, organization, id, found["unit"])


def phone_came(connection: Connection, organization: str, id: str) -> None:
    """Something about the stay's phones changed: the list shows whether there is one."""
    units.touch(connection, organization, row(connection, organization, id)["unit"])


def offer_module(connection: Connection, organization: str, id: str, module: OfferedModule) -> None:
    """Once for each module: the newest word of why stands."""
    found = _changing(connection, organization, id)
    others = tuple(one for one in TO_MODULES.decode(found["modules"]) if one.module != module.module)
    text = msgspec.json.encode((*others, module)).decode()
    connection.sql.set_modules(organization=organization, encounter=id, modules=text)
    _happened(connection, organization, id, learning.OFFERED, connection.now, found["unit"], module.module)
    learning.recount(connection, organization, id, facts.END_OF_TIME)
    _told(connection, organization, id, found["unit"])


def postponement(found: Row) -> Postponement | None:
    return TO_POSTPONEMENT.decode(found["postponement"]) if found["postponement"] else None


def modules(found: Row) -> tuple[OfferedModule, ...]:
    return TO_MODULES.decode(found["modules"])
