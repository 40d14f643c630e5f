"""Organisations, units and staff."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.storage.ward import HOUSE, MEDICAL, SURGICAL, ward
from viktig.domain.encounter import Helpline, Unit
from viktig.domain.person import Practitioner
from viktig.domain.problems import Problem
from viktig.storage import units
from viktig.storage.connection import Connection
from viktig.storage.database import Database


def test_a_unit_comes_back_as_it_was_set(database: Database) -> None:
    ward(database)
    night = Unit(
        id="rus",
        name="Rusposten på Øya",
        kind="addiction",
        organization=HOUSE,
        phone="00 00 00 00",
        reader="role",
        helplines=(Helpline(number="113", name="Ambulanse"),),
    )
    database.write_now(lambda c: units.add_unit(c, night))
    assert database.read_now(lambda c: units.unit(c, HOUSE, "rus")) == night


def test_units_of_another_organisation_are_unknown_here(database: Database) -> None:
    ward(database)
    with pytest.raises(Problem, match="unit-unknown"):
        database.read_now(lambda c: units.unit(c, "kommune", MEDICAL))


def test_colleagues_are_those_who_work_in_the_unit(database: Database) -> None:
    ward(database)
    eva = Practitioner(id="eva", given="Eva", family="Lie", role="nurse", units=(SURGICAL, MEDICAL))
    ola = Practitioner(id="ola", given="Ola", family="Dal", role="leader", units=(SURGICAL,))
    for one in (eva, ola):
        database.write_now(lambda c, one=one: units.add_practitioner(c, HOUSE, one))  # type: ignore[misc]
    assert [one.id for one in database.read_now(lambda c: units.colleagues(c, HOUSE, MEDICAL))] == ["eva", "kari"]


def number(connection: Connection) -> int:
    return units.change_number(connection, HOUSE, MEDICAL)


def test_what_changed_a_list_raises_its_number_once_a_commit(database: Database) -> None:
    ward(database)

    def twice(connection: Connection) -> None:
        units.touch(connection, HOUSE, MEDICAL)
        units.touch(connection, HOUSE, MEDICAL)

    before = database.read_now(number)
    for step in range(1, 4):
        database.write_now(twice)
        assert database.read_now(number) == before + step


def test_nobody_who_has_written_finds_an_old_number(database: Database) -> None:
    ward(database)
    before = database.read_now(number)

    def touched(_: int) -> bool:
        seen = database.read_now(number)
        database.write_now(lambda c: units.touch(c, HOUSE, MEDICAL))
        return database.read_now(number) > seen

    with ThreadPoolExecutor(6) as threads:
        assert all(threads.map(touched, range(60)))
    assert before < database.read_now(number) <= before + 60
