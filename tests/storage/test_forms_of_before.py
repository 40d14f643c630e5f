"""Answers from before documents named their form hold what matters, or are those of one who helps; also from an older
backup."""

from __future__ import annotations

import pytest

from tests.storage.ward import HOUSE, Ward, answers, give, say, version, ward
from viktig.domain.encounter import form_document
from viktig.storage.connection import Connection
from viktig.storage.database import Database
from viktig.storage.migrate import MIGRATIONS, statements

CARER = "https://viktig.example/Questionnaire/carer"


@pytest.fixture
def before(database: Database) -> Ward:
    there = ward(database)
    say(database, there, {"matters": "Katten"})
    own = {**answers(there, {"carer-matters": "Å sove"}, "completed", helper=True), "subject": there.lars.author}
    document = form_document(there.encounter, CARER, "staff", there.lars.author)
    content = {**own, "questionnaire": f"{CARER}|1.0.0", "audience": "staff"}
    assert give(database, there.lars, version(there.lars, document, content)).outcome == "stored"
    database.write_now(lambda c: c.raw.execute("update document set questionnaire = '', workflow = ''"))
    return there


def named(connection: Connection) -> set[tuple[str, str]]:
    rows = connection.raw.execute("select questionnaire, workflow from document").fetchall()
    return {(row["questionnaire"].rpartition("/")[2], row["workflow"]) for row in rows}


BOTH = {("what-matters|1.0.0", "what-matters"), ("carer|1.0.0", "what-matters")}


def test_by_the_migration(database: Database, before: Ward) -> None:
    moved = [one for one in statements((MIGRATIONS / "0007_asked.sql").read_text()) if one.startswith("update")]
    database.write_now(lambda c: [c.raw.execute(one) for one in moved])
    assert database.read_now(named) == BOTH


def test_by_a_restored_backup_and_just_once(database: Database, before: Ward) -> None:
    assert database.write_now(lambda c: c.sql.grandfather_questionnaires()) == 2
    assert database.write_now(lambda c: c.sql.grandfather_questionnaires()) == 0
    assert database.read_now(named) == BOTH


def test_a_draft_counts_as_begun_in_its_own_form(database: Database) -> None:
    there = ward(database)
    say(database, there, {"matters": "Katten"}, status="in-progress")
    where = {"organization": HOUSE, "unit": "medisin-2"}
    (row,) = database.read_now(lambda c: c.sql.begun_on_unit(**where))
    assert (row["encounter"], row["questionnaire"].rpartition("/")[2]) == (there.encounter, "what-matters|1.0.0")
