"""No query goes through everything there is: each finds its rows by a key, however many others there are."""

import re

import pytest

from viktig.storage.connection import load_queries
from viktig.storage.database import open_database
from viktig.storage.planner import figures

QUERIES = load_queries("sqlite3")
NAMES = sorted(name for name in QUERIES.available_queries if not name.endswith("_cursor"))
WHOLE = {
    "all_encounters": "counting everything again is its purpose",
    "all_practitioners": "the demo's list",
    "audit_events": "tests look at all of it",
    "grandfather_helpers": "once, after an old backup was restored",
    "grandfather_questionnaires": "once, after an old backup was restored",
    "grandfather_progress": "once, after an old backup was restored",
    "finished_by_staff": "a few for each member of staff",
    "forget_challenges": "those of the last five minutes",
    "lock_organization": "the key of an organisation is its name alone",
    "migrations": "a few",
    "module_answers": "a few: at the start and when there are more",
    "organizations": "a few",
    "own_content_count": "a few",
    "own_modules": "a few: at the start and when there are more",
    "practitioners": "the staff of one organisation",
    "questionnaires": "a few: all that organisations have loaded, at the start and when there are more",
    "reminder_states": "counted by `viktig check`",
    "unit_numbers": "one row a unit",
    "units_of_organization": "one row a unit",
    "standing": "its first row is a constant",
}
"""Queries that may read a whole table, or a whole organisation's part of it, and why."""


@pytest.mark.parametrize("name", NAMES)
def test_a_query_finds_its_rows_by_a_key(sqlite_url: str, name: str) -> None:
    sql = getattr(QUERIES, name).sql
    values = dict.fromkeys(re.findall(r":(\w+)", sql), "x")
    database = open_database(sqlite_url)
    plan = database.read_now(
        lambda c: [str(row["detail"]) for row in c.raw.execute(f"explain query plan {sql}", values).fetchall()]
    )
    database.close()
    slow = [step for step in plan if re.match(r"SCAN (?!\w+ VIRTUAL)", step) or step.endswith("(organization=?)")]
    assert bool(slow) <= (name in WHOLE), slow


def test_every_exception_is_a_query() -> None:
    assert set(WHOLE) <= set(NAMES)


def test_figures_fall_with_each_column_and_a_key_finds_one_row() -> None:
    assert figures(["organization", "unit", "status"], unique=False) == "1000000 500000 20000 2000"
    assert figures(["organization", "patient", "n"], unique=True) == "1000000 500000 10 1"
    assert figures(["token_hash"], unique=True) == "1000000 1"
