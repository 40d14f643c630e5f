"""A stay as a phone knows it: the patient's own, or that of somebody who helps."""

import msgspec

from viktig.domain.access import Actor
from viktig.domain.encounter import FormForStay, Stay, form_document
from viktig.domain.library import FormEntry
from viktig.storage import encounters
from viktig.storage.connection import Connection

Forms = tuple[FormEntry, ...]


def stay(connection: Connection, actor: Actor, id: str, forms: Forms) -> Stay:
    """The stay as this phone's person knows it."""
    found = encounters.row(connection, actor.organization, id)
    unit = encounters.TO_UNIT.decode(found["settings"])
    today = encounters.TO_TODAY.decode(found["today"]) if found["today"] else None
    offered = encounters.TO_MODULES.decode(found["modules"])
    if unit.reader == "role":
        today = msgspec.structs.replace(today, set_by="") if today else None
        offered = tuple(msgspec.structs.replace(one, by="") for one in offered)
    helps = actor.kind == "related"
    if helps and "answers" not in actor.scopes:
        offered = tuple(msgspec.structs.replace(one, reason="") for one in offered)
    return Stay(
        id=id,
        patient=found["patient"],
        given=found["given"],
        unit=unit,
        status=found["status"],
        admitted=found["admitted"],
        ended=found["ended"],
        ending=found["ending"],
        room=found["room"],
        forms=tuple(asked(id, form, actor.author) for form in forms if asks(form, actor)),
        modules=offered,
        today=today if not helps or "today" in actor.scopes else None,
        sharing=actor.scopes,
    )


def asks(form: FormEntry, actor: Actor) -> bool:
    """Of the patient's own form, whoever may help with the answers; of that about those who help, each of them."""
    if form.about == "related":
        return actor.kind == "related"
    return actor.kind == "patient" or "answers" in actor.scopes


def asked(encounter: str, form: FormEntry, author: str) -> FormForStay:
    """A form with the ids of the two documents that hold its answers. `author`: of a form about themselves, whose."""
    about = author if form.about == "related" else ""
    return FormForStay(
        questionnaire=form.canonical,
        name=form.name,
        path=form.path,
        shared=form_document(encounter, form.url, "all", about),
        staff=form_document(encounter, form.url, "staff", about),
        about=form.about,
    )
