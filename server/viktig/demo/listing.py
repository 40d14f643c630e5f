"""The demo's people put things on the list, and staff go through it with them."""

from typing import Any

import msgspec

from viktig.content import happenings as done
from viktig.content.library import Library
from viktig.demo.acting import put
from viktig.domain.access import Actor
from viktig.storage.clock import uuid7
from viktig.storage.connection import Connection

Entries = dict[str, tuple[str, str, dict[str, Any]]]
"""The entry's own words -> document, newest version, content."""


def listed(connection: Connection, library: Library, actor: Actor, entries: Entries, event: done.Listed) -> None:
    module = {"module": event.module} if event.module else {}
    for text in event.questions:
        write(connection, library, actor, entries, text, {"resourceType": "VisitQuestion", "text": text, **module})
    for one in event.medicines:
        words = {name: said for name, said in msgspec.structs.asdict(one).items() if said}
        write(connection, library, actor, entries, one.medication, {"resourceType": "MedicationStatement", **words})
    for number in event.numbers:
        words = {name: said for name, said in msgspec.structs.asdict(number).items() if said}
        write(connection, library, actor, entries, number.name, {"resourceType": "ContactPoint", **words})


def gone_through(
    connection: Connection, library: Library, actor: Actor, entries: Entries, event: done.WentThrough
) -> None:
    for text, answer in event.answers.items():
        write(connection, library, actor, entries, text, {"answered": True, "answer": answer})
    for name in event.confirmed:
        by = {"by": actor.name, "title": actor.title, "at": connection.now}
        write(connection, library, actor, entries, name, {"confirmed": by})


def write(
    connection: Connection, library: Library, actor: Actor, entries: Entries, words: str, change: dict[str, Any]
) -> None:
    document, last, before = entries.get(words) or (following(entries), "", {"encounter": actor.encounter})
    content = {**before, **change}
    entries[words] = document, put(connection, library, actor, document, content, [last] if last else []), content


def following(entries: Entries) -> str:
    """A document's id after all the others: the list stands in the order it was written, however fast that was."""
    latest = max((document for document, _, _ in entries.values()), default="")
    while (made := uuid7()) <= latest:
        pass
    return made
