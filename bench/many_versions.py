"""A database with very many versions, made by SQL in seconds: five documents a patient, four versions a document."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from bench.phones import HOUSE, WARD, furnish
from viktig.storage.database import open_database
from viktig.storage.migrate import migrate

ID = "printf('0199%04x-%04x-7{0}00-8000-%012x', {1} >> 16, {1} & 65535, {1})"
CONTENT = json.dumps(
    {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": "https://viktig.example/Questionnaire/what-matters|1.0.0",
        "status": "completed",
        "encounter": "-",
        "language": "nb",
        "item": [{"linkId": "matters", "answer": [{"valueString": "Å sove om natta og spise om dagen. " * 8}]}],
    }
)
THEN = "2026-01-01T08:00:00.000Z"


def numbers(count: int) -> str:
    return f"with recursive i(k) as (select 0 union all select k + 1 from i where k < {count - 1})"


def statements(versions: int) -> list[str]:
    documents, patients = versions // 4, versions // 20
    patient, stay, document = ID.format("1", "k"), ID.format("2", "k"), ID.format("3", "k")
    of_document = f"{ID.format('1', '(k / 5)')}, {ID.format('2', '(k / 5)')}"
    patient_of_version = ID.format("1", "(k / 20)")
    version = f"{ID.format('4', 'k')}, {ID.format('3', '(k / 4)')}, {patient_of_version}, '[]', 'Patient/-'"
    head = f"k % 4 = 3, '{CONTENT}'"
    past = f"'{WARD}', '{THEN}', '{THEN}', 'discharged'"
    made = {
        "patient (organization, patient, given, family, birth_date, n)": (
            f"{patient}, 'Ingrid', 'Nilsen', '1942-04-12', 20",
            patients,
        ),
        "encounter (organization, encounter, patient, unit, admitted, ended, ending, status)": (
            f"{stay}, {patient}, {past}, 'finished'",
            patients,
        ),
        "stay_fact (organization, encounter, patient, unit, admitted, ended, ending, month)": (
            f"{stay}, {patient}, {past}, '2026-01'",
            patients,
        ),
        "document (organization, document, patient, encounter, kind, audience, author)": (
            f"{document}, {of_document}, 'QuestionnaireResponse', 'all', 'Patient/-'",
            documents,
        ),
        "version (organization, version, document, patient, base, author, recorded, received, shape, hash, kind, "
        "status, head, content)": (
            f"{version}, '{THEN}', '{THEN}', 1, {ID.format('5', 'k')}, 'QuestionnaireResponse', 'completed', {head}",
            versions,
        ),
        "change (organization, patient, n, kind, id)": (
            f"{patient_of_version}, k % 20 + 1, 'version', {ID.format('4', 'k')}",
            versions,
        ),
    }
    return [
        f"{numbers(count)} insert into {table} select '{HOUSE}', {values} from i"
        for table, (values, count) in made.items()
    ]


def filled(path: Path, versions: int) -> str:
    """The address of a migrated database that holds so many versions already."""
    url = f"sqlite:///{path}"
    database = open_database(url)
    migrate(database)
    database.write_now(furnish)
    database.close()
    raw = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = off", "synchronous = off", "cache_size = -500000"):
        raw.execute(f"pragma {pragma}")
    raw.execute("begin")
    for statement in statements(versions):
        raw.execute(statement)
    raw.execute("commit")
    raw.close()
    return url
