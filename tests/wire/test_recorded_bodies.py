"""What a phone once sent is read for ever: bodies recorded when each shape was released, never changed afterwards."""

import hashlib
import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from tests.storage.ward import ARRIVED, HOUSE, LIBRARY, MEDICAL, furnish, people
from viktig.domain.access import Actor
from viktig.domain.encounter import Today
from viktig.domain.sync import SyncRequest
from viktig.domain.version import SHAPE, Content, Receipt, Version
from viktig.http.receiving import receive
from viktig.storage import encounters, versions
from viktig.storage.connection import Connection
from viktig.storage.database import Database, open_database

BODIES = sorted(Path(__file__).parent.glob("shape-*/*.json"))
PATIENT, STAY = "01a1b2c3-0000-7000-8000-000000000001", "01a1b2c3-0000-7000-8000-000000000002"


def one_stay(connection: Connection) -> None:
    """The stay that the bodies were recorded in."""
    furnish(connection)
    where = {"organization": HOUSE, "patient": PATIENT}
    connection.sql.add_patient(
        given="Ingrid", family="Nilsen", birth_date="1942-04-12", identifier="", language="nb", interpreter="",
        phone="", **where,
    )  # fmt: skip
    connection.sql.add_encounter(
        encounter=STAY, unit=MEDICAL, admitted=ARRIVED, room="12", bed="", planned_discharge="", **where
    )
    encounters.set_today(connection, HOUSE, STAY, Today())


def author_of(connection: Connection, version: Version) -> Actor:
    """Whoever wrote it, signed in."""
    there = people(connection, STAY)
    kind = {"Patient": there.ingrid, "RelatedPerson": there.lars, "Practitioner": there.kari}
    return msgspec.structs.replace(kind[version.author.partition("/")[0]], author=version.author)


def taken_in(connection: Connection, raw: bytes) -> tuple[Version, Receipt]:
    version = msgspec.json.decode(raw, type=Version)
    actor = author_of(connection, version)
    stay = encounters.row(connection, HOUSE, STAY) if actor.kind == "staff" else None
    return version, receive(connection, LIBRARY, actor, raw, stay)


@pytest.mark.parametrize("body", BODIES, ids=lambda path: f"{path.parent.name}: {path.stem}")
def test_a_recorded_body_is_stored_letter_for_letter(sqlite_url: str, body: Path) -> None:
    database: Database = open_database(sqlite_url)
    database.write_now(one_stay)
    request = msgspec.json.decode(body.read_bytes(), type=SyncRequest)
    assert request.put
    for raw in request.put:
        version, receipt = database.write_now(lambda c, raw=raw: taken_in(c, bytes(raw)))  # type: ignore[misc]
        assert (receipt.outcome, receipt.remark, receipt.problem) == ("stored", (), "")
        assert receipt.hash == hashlib.sha256(bytes(version.content)).hexdigest()
        kept = database.read_now(lambda c, id=version.id: versions.history(c, HOUSE, id))  # type: ignore[misc]
        assert bytes(version.content) in [bytes(one.content) for one in kept]
    database.close()


def test_every_kind_of_document_has_been_recorded() -> None:
    put = [raw for body in BODIES for raw in msgspec.json.decode(body.read_bytes(), type=SyncRequest).put]
    recorded = {msgspec.json.decode(raw)["content"]["resourceType"] for raw in put}
    assert recorded == {kind.__name__ for kind in get_args(Content)}


def test_every_released_shape_has_its_bodies() -> None:
    assert {int(re.sub(r"\D", "", body.parent.name)) for body in BODIES} == set(range(1, SHAPE + 1))
