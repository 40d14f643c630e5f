"""A wish to talk alone: on top of the list until somebody by name has taken it."""

from viktig.domain.access import Actor
from viktig.domain.encounter import Unit
from viktig.domain.mark import CommunicationRequest
from viktig.domain.problems import Problem
from viktig.domain.review import Attention, overdue
from viktig.domain.version import Version
from viktig.storage import changes, units
from viktig.storage.clock import moment
from viktig.storage.connection import Connection, Row


def wished(connection: Connection, organization: str, version: Version, wish: CommunicationRequest) -> None:
    """A new word is taken anew, whoever took the last one; one that came late says nothing any longer."""
    rows = connection.sql.bases_of_document(organization=organization, document=version.id)
    if not any(row["head"] and row["version"] == version.version for row in rows):
        return
    if len(rows) > 1:
        changes.note(connection, organization, version.patient, "attention", version.id)
    connection.sql.put_attention(
        organization=organization,
        document=version.id,
        version=version.version,
        encounter=wish.encounter,
        patient=version.patient,
        wish=wish.wish,
        received=connection.now,
    )


def found(connection: Connection, organization: str, document: str) -> Row:
    row: Row | None = connection.sql.attention(organization=organization, document=document)
    if row is None:
        raise Problem("not-found")
    return row


def take(connection: Connection, actor: Actor, stay: Row, document: str) -> Attention:
    changes.note(connection, actor.organization, stay["patient"], "attention", document)
    taken = connection.sql.take_attention(
        organization=actor.organization,
        document=document,
        taken_at=connection.now,
        taken_by=actor.author.partition("/")[2],
        name=actor.name,
        title=actor.title,
    )
    if not taken:
        raise Problem("already-taken")
    units.touch(connection, actor.organization, stay["unit"])
    return shape(found(connection, actor.organization, document), None)


def shape(row: Row, seen_by_patient_of: Unit | None) -> Attention:
    hidden = seen_by_patient_of is not None and seen_by_patient_of.reader == "role"
    return Attention(
        document=row["document"],
        version=row["version"],
        encounter=row["encounter"],
        wish=row["wish"],
        received=row["received"],
        taken_at=row["taken_at"],
        taken_by="" if hidden else row["name"],
        title=row["title"],
    )


def of_stay(connection: Connection, organization: str, encounter: str) -> Attention | None:
    row = connection.sql.attention_of_stay(organization=organization, encounter=encounter)
    return shape(row, None) if row else None


def left(stay: Row, wish: Attention) -> bool:
    """Whether the stay ended, but not by death, before anybody took it: the leader sees to it."""
    return stay["status"] == "finished" and stay["ending"] != "died" and not wish.taken_at


def late(connection: Connection, wish: Attention) -> bool:
    """Whether nobody took it in time: then it is the leader's too."""
    return overdue(wish.wish, moment(wish.received), bool(wish.taken_at), moment(connection.now))
