"""What a phone is told: everything it may see, once, and nothing that it may not; also while others write."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from tests.storage.ward import (
    ARRIVED,
    HOUSE,
    LIBRARY,
    MEDICAL,
    SURGICAL,
    Ward,
    admitted,
    answers,
    give,
    people,
    say,
    stay,
    version,
    ward,
)
from viktig.domain.access import Actor
from viktig.domain.encounter import Today, TodayLine, Transfer
from viktig.domain.review import NewReview
from viktig.domain.sync import Change, Cursor
from viktig.domain.task import NewTask
from viktig.domain.version import Receipt
from viktig.storage import catching_up, encounters, reviews, tasks
from viktig.storage.catching_up import Caught
from viktig.storage.clock import uuid7
from viktig.storage.connection import Connection
from viktig.storage.database import Database

START = Cursor()
Names = set[tuple[str, str]]


def caught(database: Database, actor: Actor, since: Cursor = START, *receipts: Receipt) -> Caught:
    return database.read_now(lambda c: catching_up.since(c, actor, since, LIBRARY.forms, receipts))


def name(change: Change) -> tuple[str, str]:
    """The kind of what changed, and its id."""
    match change.kind:
        case "version":
            assert change.version is not None
            return change.kind, change.version.version
        case "attention":
            assert change.attention is not None
            return change.kind, change.attention.document
        case _:
            thing = getattr(change, change.kind)
            return change.kind, str(thing.id)


def names(told: Caught) -> Names:
    return {name(change) for change in told.changed}


def read(database: Database, there: Ward, *seen: str) -> str:
    def work(connection: Connection) -> str:
        new = NewReview(encounter=there.encounter, versions=seen)
        return reviews.add(connection, there.kari, stay(connection, there), new).id

    return database.write_now(work)


def act(database: Database, there: Ward, words: str = "Gåtrening") -> str:
    def work(connection: Connection) -> str:
        new = NewTask(encounter=there.encounter, description=words, owner="kari")
        return tasks.add(connection, there.kari, stay(connection, there), new).id

    return database.write_now(work)


def wish(database: Database, there: Ward, document: str) -> str:
    content = {"resourceType": "CommunicationRequest", "encounter": there.encounter, "wish": "during-the-day"}
    one = version(there.ingrid, document, content)
    assert give(database, there.ingrid, one).outcome == "stored"
    return one.version


def talked(database: Database, there: Ward) -> str:
    """A document of its own; gives the version's id."""
    content = {"resourceType": "TalkMark", "encounter": there.encounter, "talked": "yes"}
    one = version(there.ingrid, uuid7(), content)
    assert give(database, there.ingrid, one).outcome == "stored"
    return one.version


def test_from_the_start_come_heads_stay_reviews_tasks_and_wishes(database: Database) -> None:
    there = ward(database)
    first = say(database, there, {"matters": "sove"})
    second = say(database, there, {"matters": "sove godt"}, [first])
    review, task = read(database, there, second), act(database, there)
    document = "00000000-0000-7000-8000-000000000001"
    asked = wish(database, there, document)
    assert names(caught(database, there.ingrid)) == {
        ("stay", there.encounter),
        ("version", second),
        ("version", asked),
        ("review", review),
        ("task", task),
        ("attention", document),
    }


def test_all_versions_come_of_a_document_with_several_heads(database: Database) -> None:
    there = ward(database)
    first = say(database, there, {"matters": "sove"})
    left, right = (say(database, there, {"matters": "sove", link: "x"}, [first]) for link in ("home", "worry"))
    versions = {id for kind, id in names(caught(database, there.ingrid)) if kind == "version"}
    assert versions == {first, left, right}


def test_later_comes_only_what_is_new_and_nothing_twice(database: Database) -> None:
    there = ward(database)
    first = say(database, there, {"matters": "sove"})
    at = caught(database, there.ingrid).at
    assert caught(database, there.ingrid, at).changed == ()
    review = read(database, there, first)
    task = act(database, there)
    told = caught(database, there.ingrid, at)
    assert names(told) == {("review", review), ("task", task)}
    assert [change.n for change in told.changed] == [at.n + 1, at.n + 2]
    assert caught(database, there.ingrid, told.at).changed == ()


def test_a_thing_that_changed_twice_comes_once_as_it_is_now(database: Database) -> None:
    there = ward(database)
    at = caught(database, there.ingrid).at

    def set_today(words: str) -> Callable[[Connection], None]:
        today = Today(next=TodayLine(text=words))
        return lambda connection: encounters.set_today(connection, HOUSE, there.encounter, today)

    database.write_now(set_today("Legevisitt"))
    database.write_now(set_today("Røntgen klokka 13"))
    (only,) = caught(database, there.ingrid, at).changed
    assert only.stay is not None
    assert only.stay.today is not None
    assert only.stay.today.next.text == "Røntgen klokka 13"


def test_what_the_same_request_handed_in_is_not_sent_back(database: Database) -> None:
    there = ward(database)
    at = caught(database, there.ingrid).at
    mine = Receipt(version=say(database, there, {"matters": "sove"}), outcome="stored")
    told = caught(database, there.ingrid, at, mine)
    assert (told.changed, told.at.n) == ((), at.n + 1)
    task = act(database, there)
    assert names(caught(database, there.ingrid, at, mine)) == {("task", task)}


def test_what_was_refused_because_another_bears_its_id_is_told(database: Database) -> None:
    there = ward(database)
    at = caught(database, there.ingrid).at
    first = say(database, there, {"matters": "sove"})
    refused = Receipt(version=first, outcome="refused", problem="version-differs")
    assert names(caught(database, there.ingrid, at, refused)) == {("version", first)}


def test_much_news_comes_in_parts_and_complete(database: Database) -> None:
    there = ward(database)
    cursor = caught(database, there.ingrid).at

    def many(connection: Connection) -> None:
        for number in range(450):
            new = NewTask(encounter=there.encounter, description=f"Tiltak {number}")
            tasks.add(connection, there.kari, stay(connection, there), new)

    database.write_now(many)
    seen: list[str] = []
    more = True
    while more:
        told = caught(database, there.ingrid, cursor)
        seen += [change.task.description for change in told.changed if change.task]
        assert told.at.n > cursor.n
        cursor, more = told.at, told.more
    assert seen == [f"Tiltak {number}" for number in range(450)]


def test_a_helper_is_told_nothing_of_what_is_for_staff_only(database: Database) -> None:
    there = ward(database)
    start = caught(database, there.lars).at
    shared = say(database, there, {"matters": "sove"})
    secret = version(there.ingrid, there.staff, answers(there, {"worry": "hjemme"}, "completed", audience="staff"))
    give(database, there.ingrid, secret)
    wish(database, there, "00000000-0000-7000-8000-000000000001")
    for cursor in (START, start):
        told = caught(database, there.lars, cursor)
        assert names(told) - {("stay", there.encounter)} == {("version", shared)}
        assert b"hjemme" not in msgspec.json.encode(told.changed)
    assert ("version", secret.version) in names(caught(database, there.ingrid))


def test_another_reach_answers_from_the_start_and_does_not_name_what_was_never_told(database: Database) -> None:
    there = ward(database)
    say(database, there, {"matters": "sove"})
    give(database, there.ingrid, version(there.ingrid, there.staff, answers(there, {"worry": "x"}, audience="staff")))
    mine = caught(database, there.ingrid).at
    told = caught(database, there.lars, mine)
    assert told.gone == ()
    assert ("stay", there.encounter) in names(told)
    assert caught(database, there.lars, told.at).gone == ()


def test_another_epoch_answers_from_the_start(database: Database) -> None:
    there = ward(database)
    mine = say(database, there, {"matters": "sove"})
    before = caught(database, there.ingrid).at
    database.write_now(lambda connection: connection.sql.set_meta(key="epoch", value="another"))
    told = caught(database, there.ingrid, before)
    assert told.at.epoch == "another"
    assert names(told) == {("stay", there.encounter), ("version", mine)}


def test_a_cursor_from_the_future_answers_from_the_start(database: Database) -> None:
    there = ward(database)
    at = caught(database, there.ingrid).at
    ahead = msgspec.structs.replace(at, n=at.n + 1)
    assert names(caught(database, there.ingrid, ahead)) == {("stay", there.encounter)}


def test_one_who_may_no_longer_read_is_told_nothing(database: Database) -> None:
    there = ward(database)
    say(database, there, {"matters": "sove"})
    give(database, there.ingrid, version(there.ingrid, there.staff, answers(there, {"worry": "x"}, audience="staff")))
    before = caught(database, there.ingrid).at
    told = caught(database, msgspec.structs.replace(there.ingrid, reads=False), before)
    assert told.changed == ()
    assert set(told.gone) == {there.shared, there.staff}


def test_another_patients_things_are_never_told(database: Database) -> None:
    there = ward(database)
    other = database.write_now(lambda c: people(c, admitted(c, "Åse", "Berg", SURGICAL)))
    say(database, other, {"matters": "Åses ord"})
    assert names(caught(database, there.ingrid)) == {("stay", there.encounter)}


def test_both_stays_of_one_person_are_told(database: Database) -> None:
    there = ward(database)

    def moved(connection: Connection) -> None:
        tag = str(stay(connection, there)["tag"])
        encounters.transfer(connection, HOUSE, there.encounter, Transfer(unit=SURGICAL, at=ARRIVED), tag)

    before = caught(database, there.ingrid).at
    database.write_now(moved)
    (change,) = caught(database, there.ingrid, before).changed
    assert change.stay is not None
    assert (change.stay.unit.id, MEDICAL) == (SURGICAL, MEDICAL)


@pytest.mark.parametrize("writers", [6])
def test_no_number_is_skipped_while_many_write(database: Database, writers: int) -> None:
    """Somebody who follows along while versions, readings and actions come in has, in the end, been told of each."""
    there = ward(database)
    cursor = caught(database, there.ingrid).at
    first = say(database, there, {"matters": "sove"})
    expected: Names = {("version", first)}
    heard: list[tuple[int, tuple[str, str]]] = []

    def write(number: int) -> tuple[str, str]:
        match number % 3:
            case 0:
                return "version", talked(database, there)
            case 1:
                return "review", read(database, there, first)
            case _:
                return "task", act(database, there, f"Tiltak {number}")

    with ThreadPoolExecutor(writers) as threads:
        going = [threads.submit(write, number) for number in range(90)]
        while not all(one.done() for one in going):
            told = caught(database, there.ingrid, cursor)
            heard += [(change.n, name(change)) for change in told.changed]
            cursor = told.at
        expected |= {one.result() for one in going}
    heard += [(change.n, name(change)) for change in caught(database, there.ingrid, cursor).changed]
    assert {one for _, one in heard} == expected
    numbers = [n for n, _ in heard]
    assert numbers == sorted(set(numbers))
    assert len(numbers) == len(expected)
