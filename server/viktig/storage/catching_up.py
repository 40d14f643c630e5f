"""What a phone does not know yet."""

import hashlib
from collections.abc import Callable, Sequence
from functools import lru_cache

import msgspec

from viktig.domain.access import Actor, Paper, may, reach
from viktig.domain.problems import Problem
from viktig.domain.sync import Change, Cursor
from viktig.domain.version import Receipt
from viktig.storage import attentions, encounters, reviews, tasks, versions
from viktig.storage.connection import Connection, Row

MOST_CHANGES = 200
Forms = tuple[tuple[str, str, str], ...]


class Caught(msgspec.Struct, frozen=True):
    at: Cursor
    changed: tuple[Change, ...] = ()
    gone: tuple[str, ...] = ()
    more: bool = False


def since(connection: Connection, actor: Actor, cursor: Cursor, forms: Forms, receipts: Sequence[Receipt]) -> Caught:
    """From the start for a new epoch or another reach; else what took a number above the cursor.

    `receipts`: of what this same request handed in, and the phone therefore holds already.
    """
    access = short(reach(actor))
    row = connection.sql.where_patient_stands(organization=actor.organization, patient=actor.patient)
    at = Cursor(epoch=row["epoch"], n=row["n"], access=access)
    same = cursor.epoch == at.epoch and cursor.access == access
    gone = () if same or not cursor.access else forbidden(connection, actor)
    if not actor.reads:
        return Caught(at, gone=gone)
    if not same or cursor.n == 0 or cursor.n > at.n:
        return Caught(at, from_start(connection, actor, forms, at.n), gone)
    if at.n - cursor.n == sum(receipt.outcome == "stored" for receipt in receipts):
        return Caught(at)
    given = {receipt.version for receipt in receipts if receipt.outcome != "refused"}
    return _later(connection, actor, cursor, forms, given, at)


@lru_cache(maxsize=4096)
def short(reach: str) -> str:
    return hashlib.sha256(reach.encode()).hexdigest()[:16]


def forbidden(connection: Connection, actor: Actor) -> tuple[str, ...]:
    """Documents of this patient that the person may no longer hold: a helper does not hear that there are others."""
    rows = connection.sql.documents_of_patient(organization=actor.organization, patient=actor.patient)
    once = msgspec.structs.replace(actor, reads=True)
    return tuple(
        row["document"]
        for row in rows
        if visible(once, row["encounter"], row["audience"]) and not visible(actor, row["encounter"], row["audience"])
    )


def visible(actor: Actor, encounter: str, audience: str = "all") -> bool:
    paper = Paper(
        organization=actor.organization,
        patient=actor.patient,
        encounter=encounter,
        audience="staff" if audience == "staff" else "all",
    )
    return not isinstance(may(actor, "see", paper), Problem)


def from_start(connection: Connection, actor: Actor, forms: Forms, n: int) -> tuple[Change, ...]:
    where = {"organization": actor.organization, "patient": actor.patient}
    found: list[tuple[str, str]] = []
    found += [("stay", row["encounter"]) for row in connection.sql.encounters_of_patient(**where)]
    found += [("review", row["review"]) for row in connection.sql.reviews_of_patient(**where)]
    found += [("task", row["task"]) for row in connection.sql.tasks_of_patient(**where)]
    found += [("attention", row["document"]) for row in connection.sql.attentions_of_patient(**where)]
    rows = connection.sql.stored_versions_from_start(staff_too=int(actor.kind == "patient"), **where)
    told = [
        Change(n=n, kind="version", version=versions.stored(row)) for row in rows if visible(actor, row["encounter"])
    ]
    return (*(change for kind, id in found if (change := one(connection, actor, forms, n, kind, id))), *told)


def _later(connection: Connection, actor: Actor, cursor: Cursor, forms: Forms, given: set[str], at: Cursor) -> Caught:
    rows = connection.sql.changes_since(
        organization=actor.organization, patient=actor.patient, n=cursor.n, most=MOST_CHANGES
    )
    newest: dict[tuple[str, str], int] = {(row["kind"], row["id"]): row["n"] for row in rows if row["id"] not in given}
    changed = (one(connection, actor, forms, n, kind, id) for (kind, id), n in newest.items())
    more = len(rows) == MOST_CHANGES
    end = rows[-1]["n"] if more else at.n
    told = tuple(sorted((change for change in changed if change), key=lambda change: change.n))
    return Caught(Cursor(epoch=at.epoch, n=end, access=at.access), told, more=more)


def one(connection: Connection, actor: Actor, forms: Forms, n: int, kind: str, id: str) -> Change | None:
    """One changed thing as this person may see it; None when it is not for them."""
    organization = actor.organization
    if kind == "stay":
        stay = encounters.stay(connection, organization, id, forms)
        return Change(n=n, kind="stay", stay=stay) if visible(actor, id) else None
    row = LOOK_UP[kind](connection, organization, id)
    if not visible(actor, row["encounter"], row["audience"] if kind == "version" else AUDIENCE[kind]):
        return None
    if kind == "version":
        return Change(n=n, kind="version", version=versions.stored(row))
    unit = encounters.TO_UNIT.decode(encounters.row(connection, organization, row["encounter"])["settings"])
    match kind:
        case "review":
            review = reviews.shape(row, unit)
            seen = tuple(version for version in review.versions if shown(connection, actor, version))
            return Change(n=n, kind="review", review=msgspec.structs.replace(review, versions=seen)) if seen else None
        case "task":
            task = tasks.shape(connection, organization, row, unit)
            hidden = task.quote is not None and not shown(connection, actor, task.quote.version)
            return None if hidden else Change(n=n, kind="task", task=task)
        case _:
            return Change(n=n, kind="attention", attention=attentions.shape(row, unit))


def shown(connection: Connection, actor: Actor, version: str) -> bool:
    """Whether a version that was read, or that an action was made from, is this person's to see."""
    if actor.kind == "patient":
        return True
    row = connection.sql.stored_version(organization=actor.organization, version=version)
    return row is not None and visible(actor, row["encounter"], row["audience"])


AUDIENCE = {"review": "all", "task": "all", "attention": "staff"}
LOOK_UP: dict[str, Callable[[Connection, str, str], Row]] = {
    "version": lambda connection, organization, id: connection.sql.stored_version(
        organization=organization, version=id
    ),
    "review": reviews.found,
    "task": tasks.found,
    "attention": attentions.found,
}
