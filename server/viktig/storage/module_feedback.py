"""The pool of what readers think: nothing leaves it alone, and nothing that leaves it keeps its id or its place."""

import secrets
import uuid

import msgspec

from viktig.domain.module_feedback import AT_LEAST, OTHER_VERSION, ModuleFeedback
from viktig.domain.problems import Problem
from viktig.storage.connection import Connection

CHANCE = secrets.SystemRandom()
MONTH = len("2026-11")


def add(connection: Connection, told: ModuleFeedback) -> None:
    """Once for each id, while it waits; the fifth of a cell takes the others along."""
    if not connection.sql.lock_organization(organization=told.organization):
        raise Problem("not-valid", "organization")
    kept = msgspec.structs.asdict(msgspec.structs.replace(told, words=told.words.strip()))
    connection.sql.add_waiting_feedback(month=connection.now[:MONTH], **kept)
    release(connection, told.organization, told.module, told.language)


def release(connection: Connection, organization: str, module: str, language: str) -> None:
    """All of the cell is laid down anew, shuffled and under new ids: which came together is told by nothing, either.

    What leaves the pool is of the month of its release, and of a version only where all of it is: who was alone in
    reading the text in a month, or an old text, is not alone here.
    """
    cell = {"organization": organization, "module": module, "language": language}
    waiting = connection.sql.waiting_feedback(**cell)
    if len(waiting) < AT_LEAST:
        return
    versions = {str(row["module_version"]) for row in waiting}
    version = versions.pop() if len(versions) == 1 else OTHER_VERSION
    alike = {"month": connection.now[:MONTH], "module_version": version}
    rows = [*map(dict, connection.sql.released_feedback(**cell)), *({**row, **alike} for row in waiting)]
    connection.sql.forget_waiting_feedback(**cell)
    connection.sql.forget_released_feedback(**cell)
    CHANCE.shuffle(rows)
    for row in rows:
        connection.sql.add_released_feedback(**{**row, "id": str(uuid.uuid4())})
