"""What each member of staff has read: read back by themselves alone, told to others as a word on the unit."""

from collections import defaultdict

from viktig.domain.access import Actor
from viktig.domain.staff_reading import ReadSoFar, StaffReading
from viktig.storage.connection import Connection


def mine(connection: Connection, actor: Actor) -> tuple[StaffReading, ...]:
    rows = connection.sql.staff_readings(organization=actor.organization, practitioner=name_of(actor))
    return tuple(
        StaffReading(row["module"], row["module_version"], row["language"], row["step"], row["finished"])
        for row in rows
    )


def keep(connection: Connection, actor: Actor, module: str, read: ReadSoFar) -> None:
    connection.sql.put_staff_reading(
        organization=actor.organization,
        practitioner=name_of(actor),
        module=module,
        module_version=read.module_version,
        language=read.language,
        step=read.step,
        finished=connection.now if read.finished else "",
    )


def name_of(actor: Actor) -> str:
    return actor.author.partition("/")[2]


def finished(connection: Connection, organization: str, until: str) -> dict[str, set[str]]:
    """module -> who had read it to the end by then. Only to be counted."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in connection.sql.finished_by_staff(organization=organization, until=until):
        found[row["module"]].add(row["practitioner"])
    return found
