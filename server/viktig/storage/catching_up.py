"""What a phone does not know yet."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from typing import get_args

import msgspec

from viktig.domain.access import Actor, reach
from viktig.domain.asking import Forms
from viktig.domain.consent import Scope
from viktig.domain.sync import Change, Cursor
from viktig.domain.version import Receipt, StoredVersion, heads
from viktig.storage import asking, encounters, papers, telling, versions
from viktig.storage.connection import Connection

MOST_CHANGES = 200
NONE = Forms(now=(), ever={})


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
        at = msgspec.structs.replace(at, asked=asked_now(connection, actor, forms))
        return Caught(at, from_start(connection, actor, forms, at.n), gone)
    if receipts:
        at = msgspec.structs.replace(at, asked=cursor.asked)  # the hot road: another round looks what is asked by now
    else:
        at = msgspec.structs.replace(at, asked=asked_now(connection, actor, forms))
    if at.n - cursor.n == sum(receipt.outcome == "stored" for receipt in receipts):
        return asks_anew(connection, actor, cursor, forms, Caught(at, gone=gone))
    given = {receipt.version for receipt in receipts if receipt.outcome != "refused"}
    return asks_anew(connection, actor, cursor, forms, _later(connection, actor, cursor, forms, given, at, gone))


def asked_now(connection: Connection, actor: Actor, forms: Forms) -> str:
    """A digest of what the person's stay asks now: a day, or a new version of a form, changes that without a write."""
    stay = encounters.row(connection, actor.organization, actor.encounter)
    return asking.digest(asking.of_phone(connection, actor, stay, forms))


def asks_anew(connection: Connection, actor: Actor, cursor: Cursor, forms: Forms, caught: Caught) -> Caught:
    """With the stay told once more, when it asks something else than the phone has heard."""
    told = any(change.stay and change.stay.id == actor.encounter for change in caught.changed)
    if told or caught.at.asked == cursor.asked:
        return caught
    change = telling.one(connection, actor, forms, caught.at.n, "stay", actor.encounter)
    return msgspec.structs.replace(caught, changed=(*caught.changed, *((change,) if change else ())))


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
    rows = connection.sql.documents_of_patient(**where)
    held = [(row["document"], papers.paper(actor, row)) for row in rows]
    gone = [name for name, one in held if papers.sees(once, one) and not papers.sees(actor, one)]
    told = [("review", row["review"]) for row in connection.sql.reviews_of_patient(**where)]
    told += [("task", row["task"]) for row in connection.sql.tasks_of_patient(**where)]
    gone += [
        id
        for kind, id in told
        if telling.one(connection, once, NONE, 0, kind, id) and not telling.one(connection, actor, NONE, 0, kind, id)
    ]
    return tuple(gone)


def handed_over(connection: Connection, actor: Actor) -> tuple[str, ...]:
    """Documents for health personnel alone that have been sent: a phone that several share lets go of them."""
    rows = connection.sql.documents_of_patient(organization=actor.organization, patient=actor.patient)
    own = msgspec.structs.replace(actor, keeps="own")
    done = [row for row in rows if row["kind"] != "QuestionnaireResponse" or (row["received"] and not row["drafting"])]
    return tuple(
        row["document"]
        for row in done
        if papers.sees(own, papers.paper(actor, row)) and not papers.sees(actor, papers.paper(actor, row))
    )


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
    seen = [row for row in rows if not papers.of_another(actor, row) and papers.sees(actor, papers.paper(actor, row))]
    told = [telling.signed(connection, actor, row["encounter"], versions.stored(row)) for row in seen]
    for document in connection.sql.documents_of_patient(**where):
        if (
            document["received"]
            and papers.of_another(actor, document)
            and papers.sees(actor, papers.paper(actor, document))
        ):
            told += standing(telling.history(connection, actor, document))
    return (
        *(change for kind, id in found if (change := telling.one(connection, actor, forms, n, kind, id))),
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
    changed = (telling.one(connection, actor, forms, n, kind, id) for (kind, id), n in newest.items())
    more = len(rows) == MOST_CHANGES
    end = rows[-1]["n"] if more else at.n
    told = tuple(sorted((change for change in changed if change), key=lambda change: change.n))
    return Caught(msgspec.structs.replace(at, n=end), told, gone, more=more)
