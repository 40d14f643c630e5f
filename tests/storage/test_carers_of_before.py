"""Who helped before there were consents goes on with what the ward's sheet gives; also from an older backup."""

from __future__ import annotations

import pytest

from tests.storage.ward import HOUSE, Ward, ward
from viktig.domain.session import DeviceKey, Person
from viktig.storage import consents, sessions
from viktig.storage.connection import Connection
from viktig.storage.database import Database
from viktig.storage.migrate import MIGRATIONS, statements

MONA = Person(author="RelatedPerson/mona", role="related", name="Mona", relation="datter")


@pytest.fixture
def before(database: Database) -> Ward:
    """Mona has a phone, and a name; nobody has written down what she may see."""
    there = ward(database)

    def work(connection: Connection) -> None:
        key = DeviceKey(kty="EC", crv="P-256", x="x" * 43, y="y" * 43)
        sessions.add_device(connection, HOUSE, there.patient, there.encounter, MONA, key, "own")
        who = {"organization": HOUSE, "related": "mona", "patient": there.patient}
        connection.sql.add_related(name="Mona", relation="datter", phone="", **who)

    database.write_now(work)
    return there


def the_carer(connection: Connection) -> tuple[tuple[str, ...], str, str]:
    carer = consents.carer(connection, HOUSE, "mona")
    return carer.scopes, carer.ground, carer.status


def test_by_the_migration(database: Database, before: Ward) -> None:
    moved = [one for one in statements((MIGRATIONS / "0003_carers.sql").read_text()) if one.startswith("insert")]
    database.write_now(lambda c: [c.raw.execute(one) for one in moved])
    assert database.read_now(the_carer) == (("answers", "plan", "list", "today"), "sheet", "active")


def test_by_a_restored_backup_and_just_once(database: Database, before: Ward) -> None:
    assert database.write_now(lambda c: c.sql.grandfather_helpers()) == 1
    assert database.write_now(lambda c: c.sql.grandfather_helpers()) == 0
    assert database.read_now(the_carer) == (("answers", "plan", "list", "today"), "sheet", "active")
