"""An invitation is used once, also when two type its code at the same moment."""

from concurrent.futures import ThreadPoolExecutor

from tests.storage.ward import HOUSE, Ward, ward
from viktig.domain.problems import Problem
from viktig.storage import invitations
from viktig.storage.connection import Connection
from viktig.storage.database import Database


def made(database: Database, there: Ward) -> str:
    return database.write_now(lambda c: invitations.make(c, HOUSE, there.encounter, "Practitioner/kari", 7))[2]


def test_of_several_who_use_a_code_at_once_one_gets_in(database: Database) -> None:
    code = made(database, ward(database))

    def use(connection: Connection) -> str:
        invitations.use(connection, invitations.find(connection, code))
        return "in"

    def attempt(_: int) -> str:
        try:
            return database.write_now(use)
        except Problem as problem:
            return problem.slug

    with ThreadPoolExecutor(6) as threads:
        assert sorted(threads.map(attempt, range(6))) == ["code-used"] * 5 + ["in"]


def test_every_wrong_try_counts_also_when_they_come_at_once(database: Database) -> None:
    code = made(database, ward(database))

    def guess(connection: Connection) -> str:
        try:
            return invitations.wrong_birth_date(connection, invitations.find(connection, code))
        except Problem as problem:
            return problem.slug

    with ThreadPoolExecutor(6) as threads:
        told = list(threads.map(lambda _: database.write_now(guess), range(12)))
    assert told.count("birth-date-differs") == invitations.MOST_TRIES - 1
    assert told.count("code-blocked") == 12 - (invitations.MOST_TRIES - 1)
