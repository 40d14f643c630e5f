"""ARCHITECTURE.md's table of routes is the application's own, both ways; a demo database alone has more."""

from __future__ import annotations

import re
from pathlib import Path

from tests.http.doors import doors
from tests.people import Town

ARCHITECTURE = Path(__file__).resolve().parent.parent.parent / "ARCHITECTURE.md"


def written() -> set[tuple[str, str]]:
    """(method, path) of each route of the table. "POST /a/b, /c" stands for /a/b and /a/c."""
    found = set()
    table = ARCHITECTURE.read_text().partition("## Routes")[2]
    for line in re.findall(r"^\| ([A-Z]+ /[^|]+) \|", table, re.MULTILINE):
        method = before = ""
        for part in line.split(", "):
            said, _, path = part.strip().rpartition(" ")
            method = said or method
            if not said and before:
                path = before.rpartition("/")[0] + path
            before = path
            found.add((method, re.sub(r"\{[^}]*\}", "{}", path.partition("?")[0])))
    return {(method, path) for method, path in found if path.startswith("/api/") and "/demo/" not in path}


def test_the_table_names_each_route_and_no_other(shared_town: Town) -> None:
    served = {(door.method, re.sub(r"\{[^}]*\}", "{}", door.path)) for door in doors(shared_town)}
    assert written() == served
