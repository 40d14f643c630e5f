"""A wish to talk alone is taken once, by somebody with a name."""

from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from tests.storage.ward import HOUSE, MEDICAL, Ward, give, stay, version, ward
from viktig.domain.problems import Problem
from viktig.storage import attentions, units
from viktig.storage.clock import uuid7
from viktig.storage.database import Database


def wish(database: Database, there: Ward, words: str = "as-soon-as-possible", document: str = "") -> str:
    content = {"resourceType": "CommunicationRequest", "encounter": there.encounter, "wish": words}
    one = version(there.ingrid, document or uuid7(), content)
    assert give(database, there.ingrid, one).outcome == "stored"
    return one.id


def take(database: Database, there: Ward, document: str, by: str) -> str:
    nurse = msgspec.structs.replace(there.kari, author=f"Practitioner/{by}", name=by)
    try:
        return database.write_now(lambda c: attentions.take(c, nurse, stay(c, there), document)).taken_by
    except Problem as problem:
        return problem.slug


def test_of_several_who_take_it_at_once_one_has_it(database: Database) -> None:
    there = ward(database)
    document = wish(database, there)
    with ThreadPoolExecutor(5) as threads:
        told = list(threads.map(lambda by: take(database, there, document, by), ["ola", "eva", "per", "ida", "jon"]))
    (taker,) = set(told) - {"already-taken"}
    assert told.count("already-taken") == 4
    assert database.read_now(lambda c: attentions.found(c, HOUSE, document))["name"] == taker


def test_taking_it_tells_the_list_and_the_phone(database: Database) -> None:
    there = ward(database)
    document = wish(database, there)

    def numbers() -> tuple[int, int]:
        return database.read_now(
            lambda c: (
                units.change_number(c, HOUSE, MEDICAL),
                c.sql.patient_n(organization=HOUSE, patient=there.patient)["n"],
            )
        )

    unit, phone = numbers()
    take(database, there, document, "ola")
    assert numbers() == (unit + 1, phone + 1)
    take(database, there, document, "eva")
    assert numbers() == (unit + 1, phone + 1)


def test_no_wish_is_none(database: Database) -> None:
    there = ward(database)
    wish(database, there, "no")
    assert database.read_now(lambda c: attentions.of_stay(c, HOUSE, there.encounter)) is None


def test_an_unknown_one_is_not_found(database: Database) -> None:
    there = ward(database)
    with pytest.raises(Problem, match="not-found"):
        database.read_now(lambda c: attentions.found(c, there.kari.organization, uuid7()))
