"""What a phone does not know yet."""

import hashlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import combinations
from typing import get_args

import msgspec

from viktig.domain.access import Actor, Paper, may, reach
from viktig.domain.consent import Scope
from viktig.domain.encounter import Unit
from viktig.domain.problems import Problem
from viktig.domain.questionnaire_response import Audience
from viktig.domain.sync import Change, Cursor
from viktig.domain.task import Task
from viktig.domain.version import SCOPE, Receipt, StoredVersion, heads
from viktig.storage import attentions, consents, encounters, reviews, stays, tasks, units, versions
from viktig.storage.connection import Connection, Row
from viktig.storage.stays import Forms

MOST_CHANGES = 200


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
    gone = () if same or not cursor.access else forbidden(connection, actor, cursor.access)
    if actor.keeps != "own" and any(receipt.outcome == "stored" for receipt in receipts):
        gone = (*gone, *handed_over(connection, actor))
    if not actor.reads:
        return Caught(at, gone=gone)
    if not same or cursor.n == 0 or cursor.n > at.n:
        return Caught(at, from_start(connection, actor, forms, at.n), gone)
    if at.n - cursor.n == sum(receipt.outcome == "stored" for receipt in receipts):
        return Caught(at, gone=gone)
    given = {receipt.version for receipt in receipts if receipt.outcome != "refused"}
    return _later(connection, actor, cursor, forms, given, at, gone)


@lru_cache(maxsize=4096)
def short(reach: str) -> str:
    return hashlib.sha256(reach.encode()).hexdigest()[:16]


def as_before(actor: Actor, access: str) -> Actor:
    """The person with the reach that this `access` stands for; with the widest when it is none that we know."""
    scopes = get_args(Scope)
    each = (some for many in range(len(scopes)) for some in combinations(scopes, many))
    had = (some for some in each if short(reach(msgspec.structs.replace(actor, reads=True, scopes=some))) == access)
    return msgspec.structs.replace(actor, reads=True, keeps="own", scopes=next(had, scopes))


def forbidden(connection: Connection, actor: Actor, access: str) -> tuple[str, ...]:
    """What of this patient's the person could see with that `access`, and may no longer hold: documents, readings and
    actions. A helper does not hear that there is more."""
    where = {"organization": actor.organization, "patient": actor.patient}
    once = as_before(actor, access)
    papers = [(row["document"], paper(actor, row)) for row in connection.sql.documents_of_patient(**where)]
    gone = [name for name, one in papers if sees(once, one) and not sees(actor, one)]
    told = [("review", row["review"]) for row in connection.sql.reviews_of_patient(**where)]
    told += [("task", row["task"]) for row in connection.sql.tasks_of_patient(**where)]
    gone += [
        id
        for kind, id in told
        if one(connection, once, (), 0, kind, id) and not one(connection, actor, (), 0, kind, id)
    ]
    return tuple(gone)


def handed_over(connection: Connection, actor: Actor) -> tuple[str, ...]:
    """Documents for health personnel alone that have been sent: a phone that several share lets go of them."""
    rows = connection.sql.documents_of_patient(organization=actor.organization, patient=actor.patient)
    own = msgspec.structs.replace(actor, keeps="own")
    done = [row for row in rows if row["kind"] != "QuestionnaireResponse" or (row["received"] and not row["drafting"])]
    return tuple(row["document"] for row in done if sees(own, paper(actor, row)) and not sees(actor, paper(actor, row)))


def paper(actor: Actor, row: Row) -> Paper:
    """A row of a document (or of a version with its document's columns)."""
    return Paper(
        organization=actor.organization,
        patient=actor.patient,
        encounter=row["encounter"],
        audience=row["audience"],
        scope=SCOPE.get(row["kind"], ""),
        about=row["about"],
    )


def of_another(actor: Actor, document: Row) -> bool:
    """What another tells of themselves is theirs alone until it is sent."""
    return document["about"] not in ("", actor.author)


def history(connection: Connection, actor: Actor, document: Row) -> tuple[StoredVersion, ...]:
    """All versions of a document as this person may see them, oldest first."""
    where = connection, actor.organization, document["document"]
    found = versions.sent(*where) if of_another(actor, document) else versions.history(*where)
    return tuple(signed(connection, actor, document["encounter"], one) for one in found)


def signed(connection: Connection, actor: Actor, encounter: str, version: StoredVersion) -> StoredVersion:
    """Staff under their title only, where the unit tells its patients no more."""
    kind, _, practitioner = version.author.partition("/")
    if kind != "Practitioner" or unit_of(connection, actor, encounter).reader == "name":
        return version
    title = units.practitioner(connection, actor.organization, practitioner).title
    return msgspec.structs.replace(version, author="Practitioner/", author_name=title)


def unit_of(connection: Connection, actor: Actor, encounter: str) -> Unit:
    return encounters.TO_UNIT.decode(encounters.row(connection, actor.organization, encounter)["settings"])


def sees(actor: Actor, paper: Paper) -> bool:
    return not isinstance(may(actor, "see", paper), Problem)


def of_stay(actor: Actor, encounter: str, scope: Scope = "learning", audience: Audience = "all") -> bool:
    """Whether the person may see such a thing of a stay; learning is for everybody who is there."""
    once = msgspec.structs.replace(actor, scopes=(*actor.scopes, "learning"))
    return sees(once, Paper(actor.organization, actor.patient, encounter, audience, scope))


def from_start(connection: Connection, actor: Actor, forms: Forms, n: int) -> tuple[Change, ...]:
    where = {"organization": actor.organization, "patient": actor.patient}
    found: list[tuple[str, str]] = []
    found += [("stay", row["encounter"]) for row in connection.sql.encounters_of_patient(**where)]
    found += [("review", row["review"]) for row in connection.sql.reviews_of_patient(**where)]
    found += [("task", row["task"]) for row in connection.sql.tasks_of_patient(**where)]
    if actor.kind == "patient":
        found += [("attention", row["document"]) for row in connection.sql.attentions_of_patient(**where)]
        found += [("carer", row["related"]) for row in connection.sql.carers_of_patient(**where)]
    rows = connection.sql.stored_versions_from_start(
        staff_too=int(actor.kind == "patient"), author=actor.author, **where
    )
    seen = [row for row in rows if not of_another(actor, row) and sees(actor, paper(actor, row))]
    told = [signed(connection, actor, row["encounter"], versions.stored(row)) for row in seen]
    for document in connection.sql.documents_of_patient(**where):
        if document["received"] and of_another(actor, document) and sees(actor, paper(actor, document)):
            told += standing(history(connection, actor, document))
    return (
        *(change for kind, id in found if (change := one(connection, actor, forms, n, kind, id))),
        *(Change(n=n, kind="version", version=version) for version in told),
    )


def standing(found: Sequence[StoredVersion]) -> Sequence[StoredVersion]:
    """The newest; where several stand beside each other, all of them, so that they can be joined."""
    newest = heads({version.version: version.base for version in found})
    return found if len(newest) > 1 else [version for version in found if version.version in newest]


def _later(
    connection: Connection,
    actor: Actor,
    cursor: Cursor,
    forms: Forms,
    given: set[str],
    at: Cursor,
    gone: tuple[str, ...],
) -> Caught:
    rows = connection.sql.changes_since(
        organization=actor.organization, patient=actor.patient, n=cursor.n, most=MOST_CHANGES
    )
    newest: dict[tuple[str, str], int] = {(row["kind"], row["id"]): row["n"] for row in rows if row["id"] not in given}
    changed = (one(connection, actor, forms, n, kind, id) for (kind, id), n in newest.items())
    more = len(rows) == MOST_CHANGES
    end = rows[-1]["n"] if more else at.n
    told = tuple(sorted((change for change in changed if change), key=lambda change: change.n))
    return Caught(Cursor(epoch=at.epoch, n=end, access=at.access), told, gone, more=more)


def one(connection: Connection, actor: Actor, forms: Forms, n: int, kind: str, id: str) -> Change | None:
    """One changed thing as this person may see it; None when it is not for them."""
    organization = actor.organization
    if kind == "stay":
        return Change(n=n, kind="stay", stay=stays.stay(connection, actor, id, forms)) if of_stay(actor, id) else None
    if kind == "carer":
        told = actor.kind == "patient" and actor.reads
        return Change(n=n, kind="carer", carer=consents.carer(connection, organization, id)) if told else None
    row = LOOK_UP[kind](connection, organization, id)
    if kind == "version":
        version = told_version(connection, actor, row)
        return Change(n=n, kind="version", version=version) if version else None
    if kind == "attention" and not of_stay(actor, row["encounter"], "answers", "staff"):
        return None
    unit = unit_of(connection, actor, row["encounter"])
    match kind:
        case "review":
            review = reviews.shape(row, unit)
            seen = tuple(version for version in review.versions if shown(connection, actor, version))
            return Change(n=n, kind="review", review=msgspec.structs.replace(review, versions=seen)) if seen else None
        case "task":
            task = told_task(connection, actor, tasks.shape(connection, organization, row, unit))
            return Change(n=n, kind="task", task=task) if task else None
        case _:
            return Change(n=n, kind="attention", attention=attentions.shape(row, unit))


def told_version(connection: Connection, actor: Actor, row: Row) -> StoredVersion | None:
    if not sees(actor, paper(actor, row)):
        return None
    if of_another(actor, row):
        return next((one for one in history(connection, actor, row) if one.version == row["version"]), None)
    return signed(connection, actor, row["encounter"], versions.stored(row))


def told_task(connection: Connection, actor: Actor, task: Task) -> Task | None:
    """An action as this person may see it: with the words it was made from only when those are theirs to see, and not
    at all when those words were for health personnel alone."""
    planned = of_stay(actor, task.encounter, "plan")
    if task.quote is None:
        return task if planned else None
    row = connection.sql.stored_version(organization=actor.organization, version=task.quote.version)
    if row is not None and sees(actor, paper(actor, row)):
        return task if planned or row["about"] == actor.author else None
    if actor.kind == "patient" and (row is None or not row["about"]):
        return msgspec.structs.replace(task, quote=None) if row else task  # a shared phone: what was done, not why
    secret = row is None or row["audience"] == "staff" or row["about"]
    return None if secret or not planned else msgspec.structs.replace(task, quote=None)


def shown(connection: Connection, actor: Actor, version: str) -> bool:
    """Whether a version that was read is this person's to see."""
    row = connection.sql.stored_version(organization=actor.organization, version=version)
    return row is not None and sees(actor, paper(actor, row))


LOOK_UP: dict[str, Callable[[Connection, str, str], Row]] = {
    "version": lambda connection, organization, id: connection.sql.stored_version(
        organization=organization, version=id
    ),
    "review": reviews.found,
    "task": tasks.found,
    "attention": attentions.found,
}
