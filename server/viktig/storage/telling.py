"""What one person may be told of one thing: all of it, less of it, or nothing."""

from collections.abc import Callable

import msgspec

from viktig.domain.access import Actor, Paper
from viktig.domain.asking import Forms
from viktig.domain.consent import Scope
from viktig.domain.encounter import Unit
from viktig.domain.questionnaire_response import Audience
from viktig.domain.sync import Change
from viktig.domain.task import Task
from viktig.domain.version import StoredVersion
from viktig.storage import attentions, consents, encounters, reviews, stays, tasks, units, versions
from viktig.storage.connection import Connection, Row
from viktig.storage.papers import of_another, paper, sees


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


def of_stay(actor: Actor, encounter: str, scope: Scope = "learning", audience: Audience = "all") -> bool:
    """Whether the person may see such a thing of a stay; learning is for everybody who is there."""
    once = msgspec.structs.replace(actor, scopes=(*actor.scopes, "learning"))
    return sees(once, Paper(actor.organization, actor.patient, encounter, audience, scope))


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
