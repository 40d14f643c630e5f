"""What the team does about an answer: changed only by one who has seen it as it is."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.storage.ward import HOUSE, Ward, give, stay, version, ward
from viktig.domain.problems import Problem
from viktig.domain.task import NewTask, Quote, Task, TaskChange
from viktig.storage import tasks
from viktig.storage.clock import uuid7
from viktig.storage.connection import Connection
from viktig.storage.database import Database

NEW = "Gåtrening til postkassen"


def act(database: Database, there: Ward, **more: object) -> Task:
    new = NewTask(encounter=there.encounter, description=NEW, **more)  # type: ignore[arg-type]
    return database.write_now(lambda c: tasks.add(c, there.kari, stay(c, there), new))


def change(database: Database, there: Ward, task: str, words: str, tag: str) -> Task:
    to = TaskChange(status="in-progress", description=words)
    return database.write_now(lambda c: tasks.change(c, there.kari, stay(c, there), task, to, tag))


def found(database: Database, task: str) -> Task:
    def work(connection: Connection) -> Task:
        return tasks.shape(connection, HOUSE, tasks.found(connection, HOUSE, task), None)

    return database.read_now(work)


def test_an_action_keeps_the_words_it_was_made_from(database: Database) -> None:
    there = ward(database)
    quote = Quote(version=uuid7(), link_id="matters", text="Å gå til postkassen «selv» 🧦")
    made = act(database, there, quote=quote, owner="kari", due="2026-11-30")
    assert found(database, made.id) == made
    assert (made.quote, made.owner_name, made.made_by, made.status) == (quote, "Kari", "Kari", "requested")


@pytest.mark.parametrize(
    ("outcome", "status"), [("planned", "requested"), ("done-at-once", "completed"), ("cannot", "rejected")]
)
def test_what_was_agreed_decides_how_it_begins(database: Database, outcome: str, status: str) -> None:
    assert act(database, ward(database), outcome=outcome).status == status


def test_an_unknown_owner_is_refused_and_nothing_is_made(database: Database) -> None:
    there = ward(database)
    with pytest.raises(Problem, match="not-found"):
        act(database, there, owner="nobody-here")
    assert database.read_now(lambda c: c.sql.tasks_of_stay(organization=HOUSE, encounter=there.encounter)) == []


def test_a_change_needs_the_tag_that_was_read(database: Database) -> None:
    there = ward(database)
    made = act(database, there)
    with pytest.raises(Problem, match="missing-if-match"):
        change(database, there, made.id, "a", "")
    changed = change(database, there, made.id, "b", f'"{made.tag}"')
    with pytest.raises(Problem, match="changed-meanwhile"):
        change(database, there, made.id, "c", made.tag)
    assert found(database, made.id).description == changed.description == "b"


def test_of_several_who_change_it_at_once_one_succeeds(database: Database) -> None:
    there = ward(database)
    made = act(database, there)

    def attempt(words: str) -> str:
        try:
            return change(database, there, made.id, words, made.tag).description
        except Problem as problem:
            return problem.slug

    with ThreadPoolExecutor(6) as threads:
        told = list(threads.map(attempt, "abcdef"))
    assert told.count("changed-meanwhile") == 5
    assert found(database, made.id).description in told


def test_the_patients_word_on_it_stands_beside_it(database: Database) -> None:
    there = ward(database)
    made = act(database, there)
    mark = {"resourceType": "TaskMark", "encounter": there.encounter, "task": made.id, "helped": "little"}
    assert give(database, there.ingrid, version(there.ingrid, uuid7(), mark)).outcome == "stored"
    assert found(database, made.id).helped == "little"
