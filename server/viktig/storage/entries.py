"""The list: what may be written on it, and what the team sees of it."""

import msgspec

from viktig.domain.access import Actor
from viktig.domain.entry import MOST_ENTRIES, Entry
from viktig.domain.entry_join import may_confirm
from viktig.domain.problems import Problem
from viktig.domain.version import StoredVersion, Version
from viktig.storage.connection import Connection
from viktig.storage.versions import stored

TO_ENTRY = msgspec.json.Decoder(Entry)


def check(connection: Connection, actor: Actor, version: Version, entry: Entry, new: bool) -> None:
    """Raises the problem, if there is one. `new`: the first version of its document."""
    where = {"organization": actor.organization}
    if new and connection.sql.count_entries(encounter=entry.encounter, **where)["entries"] >= MOST_ENTRIES:
        raise Problem("list-full")
    rows = connection.sql.versions_of_document(document=version.id, **where) if actor.kind == "staff" else ()
    before = [TO_ENTRY.decode(row["content"]) for row in rows if row["version"] in version.base]
    if not may_confirm(entry, before, actor.name, actor.kind == "staff", actor.title):
        raise Problem("not-allowed")


def of_stay(connection: Connection, organization: str, encounter: str) -> tuple[StoredVersion, ...]:
    """What stands now of each entry: its head; where there are several, all versions, so that they can be joined."""
    rows = connection.sql.entries_of_stay(organization=organization, encounter=encounter)
    return tuple(stored(row) for row in rows)
