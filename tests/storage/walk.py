"""Things that happen on a ward, drawn by chance; and the facts counted again afterwards."""

import random
from collections.abc import Callable
from functools import partial

from tests.storage.ward import HOUSE, Ward, answers, give, say, stay, version
from viktig.domain.encounter import Postponement
from viktig.domain.review import NewReview
from viktig.domain.task import NewTask
from viktig.storage import encounters, facts, reviews, tasks
from viktig.storage.connection import Connection
from viktig.storage.database import Database


def recounted(database: Database) -> tuple[int, int]:
    """How many stays there are, and how many of them the events tell otherwise."""
    return database.write_now(lambda connection: facts.rebuild(connection))


def read_all(connection: Connection, there: Ward) -> None:
    where = {"organization": HOUSE, "encounter": there.encounter}
    seen = tuple(sorted(row["version"] for row in connection.sql.versions_of_stay(**where)))
    if seen:
        reviews.add(connection, there.kari, stay(connection, there), NewReview(there.encounter, seen[-50:]))


def act(connection: Connection, there: Ward) -> None:
    tasks.add(connection, there.kari, stay(connection, there), NewTask(encounter=there.encounter, description="x"))


def any_step(database: Database, there: Ward, chance: random.Random) -> Callable[[], object]:
    """Something that happens on a ward."""
    words = {chance.choice(["matters", "home", "worry", "bad"]): chance.choice("abc") for _ in range(2)}
    status = chance.choice(["in-progress", "completed", "amended"])
    known = database.read_now(
        lambda c: [r["version"] for r in c.sql.bases_of_document(organization=HOUSE, document=there.shared)]
    )
    base = chance.sample(known, min(len(known), chance.randrange(3)))
    helper = version(there.lars, there.shared, answers(there, words, status, helper=True), base)
    secret = version(there.ingrid, there.staff, answers(there, words, status, audience="staff"))
    talked = {"resourceType": "TalkMark", "encounter": there.encounter, "talked": chance.choice(["yes", "no"])}
    why = Postponement(reason=chance.choice(["too-ill", "declined"]), at="2026-11-02T09:00:00.000Z")
    return chance.choice(
        [
            lambda: say(database, there, words, base, status),
            lambda: give(database, there.lars, helper),
            lambda: give(database, there.ingrid, secret),
            lambda: give(database, there.ingrid, version(there.ingrid, helper.version, talked)),
            lambda: database.write_now(partial(read_all, there=there)),
            lambda: database.write_now(partial(act, there=there)),
            lambda: database.write_now(lambda c: encounters.postpone(c, HOUSE, there.encounter, why)),
            lambda: database.write_now(lambda c: encounters.postpone(c, HOUSE, there.encounter, None)),
            lambda: database.write_now(lambda c: encounters.offered(c, HOUSE, there.encounter)),
        ]
    )
