"""The access log: only ever added to, and shown to the patient in plain words."""

import msgspec

from viktig.domain.access import Actor
from viktig.domain.arrivals import AccessEntry, AccessLog
from viktig.domain.encounter import Unit
from viktig.storage.clock import uuid7
from viktig.storage.connection import Connection, Row

TO_UNIT = msgspec.json.Decoder(Unit)


def opened(connection: Connection, actor: Actor, patient: str, unit: str, verb: str, basis: str) -> None:
    """One event per viewer, person, verb, basis and half hour."""
    _add(
        connection,
        actor,
        patient,
        unit,
        verb,
        basis,
        f"{actor.author} {patient} {verb} {basis} {half_hour(connection.now)}",
    )


def listed(connection: Connection, actor: Actor, unit: str, basis: str) -> None:
    """One event per viewer, unit and day."""
    _add(connection, actor, "", unit, "list", basis, f"{actor.author} list {unit} {connection.now[:10]}")


def did(connection: Connection, actor: Actor, patient: str, unit: str, verb: str, basis: str) -> None:
    """Something was done: each time counts."""
    _add(connection, actor, patient, unit, verb, basis, uuid7())


def refused(connection: Connection, actor: Actor, verb: str, slug: str) -> None:
    """A stranger at a door: one event per viewer, door and half hour."""
    _add(connection, actor, "", "", "refused", slug, f"{actor.author} refused {verb} {half_hour(connection.now)}")


def half_hour(now: str) -> str:
    return now[:14] + ("00" if now[14:16] < "30" else "30")


def _add(connection: Connection, actor: Actor, patient: str, unit: str, verb: str, basis: str, span: str) -> None:
    connection.sql.add_audit_event(
        organization=actor.organization,
        event=uuid7(),
        patient=patient,
        actor=actor.author,
        name=actor.name,
        title=actor.title,
        unit=unit,
        verb=verb,
        basis=basis,
        at=connection.now,
        span=span,
    )


def of_patient(connection: Connection, organization: str, patient: str) -> AccessLog:
    """Newest first, 500 at most; names of staff where the unit they acted for tells them to its patients."""
    rows = connection.sql.audit_events_of_patient(organization=organization, patient=patient)
    return AccessLog(entries=tuple(entry(row) for row in rows))


def entry(row: Row) -> AccessEntry:
    unit = TO_UNIT.decode(row["settings"]) if row["settings"] else None
    return AccessEntry(
        at=row["at"],
        who=row["name"] if unit is None or unit.reader == "name" else "",
        title=row["title"],
        unit=unit.name if unit else "",
        verb=row["verb"],
        basis=row["basis"],
    )
