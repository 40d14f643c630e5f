"""That an answer was read: kept with the versions that were on screen."""

import json
from datetime import timedelta

import msgspec

from viktig.domain.access import Actor
from viktig.domain.encounter import Unit
from viktig.domain.problems import Problem
from viktig.domain.review import UNDO_SECONDS, NewReview, Review
from viktig.storage import changes, facts, reminders, units
from viktig.storage.clock import moment, uuid7
from viktig.storage.connection import Connection, Row

TO_NAMES = msgspec.json.Decoder(tuple[str, ...])


def add(connection: Connection, actor: Actor, stay: Row, new: NewReview) -> Review:
    """Only what was sent in this stay can be read here."""
    review = uuid7()
    changes.note(connection, actor.organization, stay["patient"], "review", review)
    known = {
        row["version"]
        for row in connection.sql.versions_of_stay(organization=actor.organization, encounter=new.encounter)
    }
    if not set(new.versions) <= known:
        raise Problem("not-valid", "versions")
    connection.sql.add_review(
        organization=actor.organization,
        review=review,
        encounter=new.encounter,
        patient=stay["patient"],
        practitioner=actor.author.partition("/")[2],
        name=actor.name,
        title=actor.title,
        together=int(new.together),
        interpreter=None if new.interpreter is None else int(new.interpreter),
        at=connection.now,
        versions=json.dumps(new.versions),
    )
    reminders.happened(connection, actor.organization, new.encounter, "read", review)
    _told(connection, actor.organization, stay)
    return shape(connection.sql.review(organization=actor.organization, review=review), None)


def undo(connection: Connection, actor: Actor, review: str) -> None:
    """By the reader, within half a minute."""
    row = found(connection, actor.organization, review)
    if row["practitioner"] != actor.author.partition("/")[2]:
        raise Problem("not-allowed")
    if moment(row["at"]) + timedelta(seconds=UNDO_SECONDS) < moment(connection.now):
        raise Problem("too-late")
    changes.note(connection, actor.organization, row["patient"], "review", review)
    connection.sql.undo_review(organization=actor.organization, review=review, undone=connection.now)
    stay = connection.sql.encounter(organization=actor.organization, encounter=row["encounter"])
    _told(connection, actor.organization, stay)


def found(connection: Connection, organization: str, review: str) -> Row:
    row: Row | None = connection.sql.review(organization=organization, review=review)
    if row is None:
        raise Problem("not-found")
    return row


def read_since(connection: Connection, actor: Actor, encounter: str, since: str) -> bool:
    """Whether this person has read something of the stay after that time."""
    rows = connection.sql.reviews_of_stay(organization=actor.organization, encounter=encounter)
    me = actor.author.partition("/")[2]
    return any(row["practitioner"] == me and row["at"] >= since and not row["undone"] for row in rows)


def _told(connection: Connection, organization: str, stay: Row) -> None:
    facts.recount(connection, organization, stay["encounter"])
    units.touch(connection, organization, stay["unit"])


def shape(row: Row, seen_by_patient_of: Unit | None) -> Review:
    """With the reader as staff see them, or (given the unit) as that unit lets its patients see them."""
    hidden = seen_by_patient_of is not None and seen_by_patient_of.reader == "role"
    return Review(
        id=row["review"],
        encounter=row["encounter"],
        versions=TO_NAMES.decode(row["versions"]),
        together=bool(row["together"]),
        interpreter=None if row["interpreter"] is None else bool(row["interpreter"]),
        at=row["at"],
        by="" if hidden else row["name"],
        title=row["title"],
        undone=bool(row["undone"]),
    )
