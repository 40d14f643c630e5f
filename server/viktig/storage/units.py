"""Organisations, units and the staff who work in them."""

import msgspec

from viktig.domain.encounter import Unit
from viktig.domain.person import Practitioner
from viktig.domain.problems import Problem
from viktig.storage.clock import day
from viktig.storage.connection import Connection

TO_UNIT = msgspec.json.Decoder(Unit)
TO_NAMES = msgspec.json.Decoder(tuple[str, ...])


def add_organization(connection: Connection, organization: str, name: str, kind: str) -> None:
    connection.sql.add_organization(organization=organization, name=name, kind=kind)


def add_unit(connection: Connection, unit: Unit) -> None:
    connection.sql.add_unit(
        organization=unit.organization, unit=unit.id, name=unit.name, settings=msgspec.json.encode(unit).decode()
    )


def unit(connection: Connection, organization: str, unit: str) -> Unit:
    row = connection.sql.unit(organization=organization, unit=unit)
    if row is None:
        raise Problem("unit-unknown", "unit")
    return TO_UNIT.decode(row["settings"])


def units(connection: Connection, organization: str, names: tuple[str, ...]) -> tuple[Unit, ...]:
    return tuple(unit(connection, organization, name) for name in names)


def everywhere(connection: Connection, organization: str) -> tuple[Unit, ...]:
    """All units of an organisation, by name."""
    rows = connection.sql.units_of_organization(organization=organization)
    return tuple(TO_UNIT.decode(row["settings"]) for row in rows)


def touch(connection: Connection, organization: str, unit: str) -> None:
    """Something on the unit's list has changed: live pages hear of it after the commit."""
    connection.touched.add((organization, unit))


def change_number(connection: Connection, organization: str, unit: str) -> int:
    row = connection.sql.unit_n(organization=organization, unit=unit)
    return int(row["n"]) if row else 0


def add_practitioner(connection: Connection, organization: str, one: Practitioner) -> None:
    connection.sql.add_practitioner(
        organization=organization,
        practitioner=one.id,
        given=one.given,
        family=one.family,
        role=one.role,
        title=one.title,
        units=msgspec.json.encode(one.units).decode(),
    )


def practitioner(connection: Connection, organization: str, id: str) -> Practitioner:
    row = connection.sql.practitioner(organization=organization, practitioner=id)
    if row is None:
        raise Problem("not-found")
    return Practitioner(
        id=id,
        given=row["given"],
        family=row["family"],
        role=row["role"],
        title=row["title"],
        units=TO_NAMES.decode(row["units"]),
    )


def colleagues(connection: Connection, organization: str, unit: str) -> tuple[Practitioner, ...]:
    """Those who work in the unit, by name."""
    everyone = (
        practitioner(connection, organization, row["practitioner"])
        for row in connection.sql.practitioners(organization=organization)
    )
    return tuple(one for one in everyone if unit in one.units)


def today(connection: Connection, organization: str, encounter: str) -> str:
    """The day it is in the unit of a stay."""
    row = connection.sql.encounter(organization=organization, encounter=encounter)
    return day(connection.now, TO_UNIT.decode(row["settings"]).timezone)
