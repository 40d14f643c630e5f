"""That an answer was read is kept with the versions that were on screen."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

import msgspec
import pytest

from tests.storage.ward import Ward, say, stay, ward
from viktig.domain.problems import Problem
from viktig.domain.review import NewReview, Review
from viktig.storage import reviews
from viktig.storage.clock import uuid7
from viktig.storage.connection import Connection
from viktig.storage.database import Database


def read(connection: Connection, there: Ward, versions: tuple[str, ...], by: str = "kari") -> Review:
    reader = msgspec.structs.replace(there.kari, author=f"Practitioner/{by}", name=by.title())
    return reviews.add(connection, reader, stay(connection, there), NewReview(there.encounter, versions, together=True))


def test_a_reading_keeps_who_read_what_and_how(database: Database) -> None:
    there = ward(database)
    seen = say(database, there, {"matters": "sove"})
    made = database.write_now(partial(read, there=there, versions=(seen,)))
    kept = database.read_now(lambda c: reviews.shape(reviews.found(c, there.kari.organization, made.id), None))
    assert kept == made
    assert (kept.versions, kept.by, kept.title, kept.together, kept.undone) == ((seen,), "Kari", "nurse", True, False)


def test_only_what_lies_in_the_stay_can_be_read(database: Database) -> None:
    there = ward(database)
    seen = say(database, there, {"matters": "sove"})
    with pytest.raises(Problem, match="not-valid"):
        database.write_now(partial(read, there=there, versions=(seen, uuid7())))


def test_a_reading_is_undone_by_the_one_who_read_and_nobody_else(database: Database) -> None:
    there = ward(database)
    seen = say(database, there, {"matters": "sove"})
    made = database.write_now(partial(read, there=there, versions=(seen,), by="ahmed"))
    with pytest.raises(Problem, match="not-allowed"):
        database.write_now(lambda c: reviews.undo(c, there.kari, made.id))
    ahmed = msgspec.structs.replace(there.kari, author="Practitioner/ahmed")
    database.write_now(lambda c: reviews.undo(c, ahmed, made.id))
    assert database.read_now(lambda c: reviews.shape(reviews.found(c, ahmed.organization, made.id), None)).undone


def test_two_nurses_who_read_at_once_are_both_kept(database: Database) -> None:
    there = ward(database)
    seen = say(database, there, {"matters": "sove"})
    with ThreadPoolExecutor(4) as threads:
        list(
            threads.map(
                lambda by: database.write_now(partial(read, there=there, versions=(seen,), by=by)),
                ["kari", "ahmed", "kari", "ahmed"],
            )
        )
    rows = database.read_now(
        lambda c: c.sql.reviews_of_stay(organization=there.kari.organization, encounter=there.encounter)
    )
    assert sorted(row["practitioner"] for row in rows) == ["ahmed", "ahmed", "kari", "kari"]
