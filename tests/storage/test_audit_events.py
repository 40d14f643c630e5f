"""The access log: one entry for a span of looking, one for each thing done, never changed."""

import msgspec
import pytest

from tests.storage.ward import HOUSE, MEDICAL, SURGICAL, Ward, ward
from viktig.domain.arrivals import AccessEntry
from viktig.domain.encounter import Unit
from viktig.storage import audit_events, units
from viktig.storage.connection import Connection
from viktig.storage.database import Database

TIMES = ["2026-11-02T08:00:00.000Z", "2026-11-02T08:29:59.999Z", "2026-11-02T08:30:00.000Z", "2026-11-03T08:00:00.000Z"]


def log(database: Database, there: Ward) -> tuple[AccessEntry, ...]:
    return database.read_now(lambda c: audit_events.of_patient(c, HOUSE, there.patient)).entries


def at(connection: Connection, time: str) -> Connection:
    return Connection(connection.raw, connection.sql, time, connection.mark)


def test_opening_is_told_once_in_half_an_hour(database: Database) -> None:
    there = ward(database)

    def work(connection: Connection) -> None:
        for time in TIMES:
            audit_events.opened(at(connection, time), there.kari, there.patient, MEDICAL, "opened", "care-team")

    database.write_now(work)
    assert [entry.at for entry in log(database, there)] == [TIMES[3], TIMES[2], TIMES[0]]


@pytest.mark.parametrize("other", ["viewer", "basis", "verb"])
def test_another_viewer_ground_or_purpose_is_an_entry_of_its_own(database: Database, other: str) -> None:
    there = ward(database)
    second = msgspec.structs.replace(there.kari, author="Practitioner/ahmed") if other == "viewer" else there.kari
    basis = "leader" if other == "basis" else "care-team"
    verb = "history" if other == "verb" else "opened"

    def work(connection: Connection) -> None:
        now = at(connection, TIMES[0])
        audit_events.opened(now, there.kari, there.patient, MEDICAL, "opened", "care-team")
        audit_events.opened(now, second, there.patient, MEDICAL, verb, basis)

    database.write_now(work)
    assert len(log(database, there)) == 2


def test_each_thing_done_is_an_entry(database: Database) -> None:
    there = ward(database)
    for _ in range(3):
        database.write_now(lambda c: audit_events.did(c, there.kari, there.patient, MEDICAL, "read", "care-team"))
    assert [(entry.verb, entry.who, entry.unit) for entry in log(database, there)] == [
        ("read", "Kari", "Medisin 2")
    ] * 3


def test_a_list_is_one_entry_for_a_viewer_a_unit_and_a_day(database: Database) -> None:
    there = ward(database)

    def work(connection: Connection) -> int:
        for time in TIMES:
            audit_events.listed(at(connection, time), there.kari, MEDICAL, "care-team")
        return len([row for row in connection.sql.audit_events() if row["verb"] == "list"])

    assert database.write_now(work) == 2


def test_a_name_is_told_only_where_the_unit_tells_names(database: Database) -> None:
    there = ward(database)
    role = Unit(id=SURGICAL, name="Kirurgi 1", kind="surgical", organization=HOUSE, reader="role")
    database.write_now(lambda c: units.add_unit(c, role))
    database.write_now(lambda c: audit_events.did(c, there.kari, there.patient, SURGICAL, "read", "care-team"))
    (entry,) = log(database, there)
    assert (entry.who, entry.title) == ("", "nurse")
