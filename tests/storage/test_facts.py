"""The row of times a stay leaves: kept beside every write, and the same when it is counted again from the events."""

import random
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from tests.storage.walk import any_step, read_all, recounted
from tests.storage.ward import HOUSE, MEDICAL, SURGICAL, Ward, admitted, answers, give, say, stay, version, ward
from viktig.domain.encounter import EndOfStay, Transfer
from viktig.domain.fact import month_of
from viktig.storage import encounters, facts
from viktig.storage.connection import Connection, Row
from viktig.storage.database import Database


def fact(database: Database, there: Ward) -> Row:
    row: Row = database.read_now(lambda c: dict(c.sql.fact(organization=HOUSE, encounter=there.encounter)))
    return row


def every_fact(database: Database) -> list[Row]:
    found = database.read_now(lambda c: [dict(row) for row in c.raw.execute("select * from stay_fact")])
    return sorted(found, key=lambda row: row["encounter"])


def test_a_draft_is_counted_as_begun_and_asked(database: Database) -> None:
    there = ward(database)
    say(database, there, {"matters": "sove", "home": "trappa"}, status="in-progress")
    row = fact(database, there)
    assert (row["begun"], row["answered_at"], row["unread"]) == (2, "", 0)
    assert row["asked_at"] != ""


def test_what_was_counted_by_older_rules_is_counted_again_once_in_steps(database: Database) -> None:
    there = ward(database)
    say(database, there, {"matters": "sove"})
    for name in ("Anna", "Birger"):
        database.write_now(partial(admitted, given=name))
    said: list[str] = []
    facts.brought_up(database, said.append)
    assert said == []
    kept = every_fact(database)
    database.write_now(lambda c: c.raw.execute("update stay_fact set answered_at = 'never'"))
    database.write_now(lambda c: c.sql.set_meta(key="counted_by", value="0"))
    facts.brought_up(database, said.append, at_once=2)
    assert every_fact(database) == kept
    facts.brought_up(database, said.append)
    assert said == ["Counting 3 stays again, as this version counts them ..."]


def test_counting_again_that_was_stopped_on_the_way_begins_anew(database: Database) -> None:
    say(database, ward(database), {"matters": "sove"})
    kept = every_fact(database)
    database.write_now(lambda c: c.raw.execute("update stay_fact set answered_at = 'never'"))
    database.write_now(lambda c: c.sql.set_meta(key="counted_by", value="0"))

    def stop(_: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        facts.brought_up(database, stop)
    facts.brought_up(database, str)
    assert every_fact(database) == kept


def test_a_move_is_known_from_when_it_was_noted(database: Database) -> None:
    there = ward(database)
    to = Transfer(unit=SURGICAL, at="2026-11-02T09:00:00.000Z")
    database.write_now(lambda c: encounters.transfer(c, HOUSE, there.encounter, to, str(stay(c, there)["tag"])))
    (then,) = database.read_now(lambda c: facts.as_it_was(c, "2026-11-02T10:00:00.000Z"))
    assert then == (HOUSE, MEDICAL)
    assert fact(database, there)["unit"] == SURGICAL


def test_an_answer_is_unread_then_read_then_changed(database: Database) -> None:
    there = ward(database)
    first = say(database, there, {"matters": "sove"})
    assert (fact(database, there)["unread"], fact(database, there)["begun"]) == (1, 0)
    database.write_now(partial(read_all, there=there))
    assert fact(database, there)["unread"] == 0
    say(database, there, {"matters": "sove godt"}, [first], "amended")
    assert fact(database, there)["unread"] == 2
    assert recounted(database) == (1, 0)


def test_an_answer_against_the_rules_is_shown_and_counted_when_it_is_mended(database: Database) -> None:
    there = ward(database)
    broken = version(there.ingrid, there.shared, answers(there, {"no-such-question": "x"}, "completed"))
    assert give(database, there.ingrid, broken).remark == ("unknown-item",)
    assert (fact(database, there)["answered_at"], fact(database, there)["unread"]) == ("", 1)
    say(database, there, {"matters": "sove"}, [broken.version], "amended")
    assert fact(database, there)["answered_at"] != ""
    assert recounted(database) == (1, 0)


def test_the_helper_is_named_by_their_own_word(database: Database) -> None:
    there = ward(database)
    written = answers(there, {"matters": "sove"}, "completed", helper=True)
    give(database, there.lars, version(there.lars, there.shared, written))
    assert fact(database, there)["helped_by"] == "sønn"
    assert recounted(database) == (1, 0)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_happens_the_kept_row_is_the_counted_one(database: Database, seed: int) -> None:
    there = ward(database)
    chance = random.Random(seed)
    for _ in range(25):
        any_step(database, there, chance)()
        assert recounted(database) == (1, 0)


def test_also_when_everything_happens_at_once(database: Database) -> None:
    there = ward(database)
    chance = random.Random(7)
    for _ in range(4):
        steps = [any_step(database, there, chance) for _ in range(12)]
        with ThreadPoolExecutor(6) as threads:
            for done in [threads.submit(step) for step in steps]:
                done.result()
        assert recounted(database) == (1, 0)


def test_moving_and_ending_are_counted_from_the_events(database: Database) -> None:
    there = ward(database)

    def tag(connection: Connection) -> str:
        return str(stay(connection, there)["tag"])

    to = Transfer(unit=SURGICAL, at="2026-11-02T09:00:00.000Z")
    database.write_now(lambda c: encounters.transfer(c, HOUSE, there.encounter, to, tag(c)))
    say(database, there, {"matters": "sove"})
    row = fact(database, there)
    assert (row["unit"], row["answered_unit"]) == (SURGICAL, SURGICAL)
    database.write_now(lambda c: encounters.end(c, HOUSE, there.encounter, EndOfStay(ending="discharged"), tag(c)))
    row = fact(database, there)
    assert (row["ending"], row["month"]) == ("discharged", month_of(row["ended"], "Europe/Oslo"))
    assert recounted(database) == (1, 0)
