"""What lies on the server, read from its file and not through what is being tested."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import NamedTuple

from e2e.server import Server


class Stored(NamedTuple):
    version: str
    document: str
    base: str
    content: str


def stored(server: Server, patient: str) -> list[Stored]:
    """Every version of one patient, in order of arrival."""
    with closing(sqlite3.connect(f"file:{server.folder / 'viktig.db'}?mode=ro", uri=True)) as database:
        rows = database.execute(
            "select version, document, base, content from version where patient = ? order by received, version",
            (patient,),
        )
        return [Stored(*row) for row in rows]


def carrying(versions: list[Stored], words: str) -> list[Stored]:
    return [one for one in versions if words in one.content]


def doubled(versions: list[Stored]) -> list[str]:
    """Contents that stand there twice as the same change of the same document. Each answer carries its millisecond."""
    seen: set[tuple[str, str, str]] = set()
    twice = []
    for one in versions:
        key = (one.document, one.base, one.content)
        if key in seen:
            twice.append(one.content)
        seen.add(key)
    return twice
