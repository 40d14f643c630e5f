"""Everybody in the demo, from content/demo: houses, staff, who is there now, and thirteen months of stays."""

import random
from datetime import timedelta

from viktig.content import cast as roles
from viktig.content.library import Library
from viktig.demo.acting import at
from viktig.demo.history import Stage, live_through
from viktig.demo.learning import readers, staff_read
from viktig.demo.present import Bed
from viktig.domain.person import Practitioner
from viktig.interop.units_file import load_houses
from viktig.storage import demo_links, encounters, units
from viktig.storage.clock import moment
from viktig.storage.connection import Connection

SEED = 20261123
DAYS_IN_MONTH = 30.44


def people(connection: Connection, library: Library) -> None:
    """Fills an empty database, in one transaction, and marks it as a demo."""
    now = connection.now
    cast = roles.load()
    crews = houses(connection, cast)
    history(connection, library, cast, crews, now)
    for organization, crew in sorted(crews.items()):
        staff_read(connection, library, organization, list(crew.values()), SEED)
    links = present(connection, library, cast, crews, now)
    at(connection, moment(now))
    demo_links.mark(connection, links)


def houses(connection: Connection, cast: roles.Cast) -> dict[str, dict[str, Practitioner]]:
    """Organisations, units and staff; gives the staff of each organisation by id."""
    load_houses(connection, cast.organizations)
    crews: dict[str, dict[str, Practitioner]] = {house.id: {} for house in cast.organizations}
    for one in cast.staff:
        practitioner = Practitioner(
            id=one.id, given=one.given, family=one.family, role=one.role, title=one.title, units=one.units
        )
        crews[one.organization][one.id] = practitioner
        units.add_practitioner(connection, one.organization, practitioner)
    return crews


def history(
    connection: Connection, library: Library, cast: roles.Cast, crews: dict[str, dict[str, Practitioner]], now: str
) -> None:
    """Stays that are over: the dice fall the same way every time."""
    dice = random.Random(SEED)  # noqa: S311 - invented people, not secrets
    homes = {place.id: house.id for house in cast.organizations for place in house.units}
    for past in cast.history:
        crew = [one for one in crews[homes[past.unit]].values() if past.unit in one.units]
        nurses = [one for one in crew if one.role == "nurse"]
        leader = next(one for one in crew if one.role == "leader")
        home = homes[past.unit]
        who_read = readers(connection, library, home, SEED + len(past.unit))
        stage = Stage(connection, library, home, past.unit, nurses, leader, cast, dice, who_read)
        for month, stays in enumerate(past.stays):
            first = moment(now) - timedelta(days=DAYS_IN_MONTH * (len(past.stays) - month))
            for _ in range(stays):
                admitted = first + timedelta(days=dice.uniform(0, DAYS_IN_MONTH))
                live_through(stage, past.habits(month), min(admitted, moment(now) - timedelta(days=8)))


def present(
    connection: Connection, library: Library, cast: roles.Cast, crews: dict[str, dict[str, Practitioner]], now: str
) -> list[dict[str, str]]:
    """Those who are there now; gives whose phone a newcomer can open."""
    links = []
    for guest in cast.stays:
        bed = Bed(connection, library, guest, crews[guest.organization], now)
        for event in guest.events:
            bed.play(event)
        if encounters.row(connection, guest.organization, bed.encounter)["status"] == "in-progress":
            name = f"{guest.given} {guest.family}"
            links.append(
                {
                    "organization": guest.organization,
                    "encounter": bed.encounter,
                    "name": name,
                    "about": guest.about,
                    "birth_date": guest.birth_date,
                }
            )
    return links
