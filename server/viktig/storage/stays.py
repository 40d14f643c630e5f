"""A stay as a phone knows it: the patient's own, or that of somebody who helps."""

import msgspec

from viktig.domain.access import Actor
from viktig.domain.asking import Forms
from viktig.domain.encounter import Stay
from viktig.storage import asking, earlier_answers, encounters
from viktig.storage.connection import Connection


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
    asked = asking.of_phone(connection, actor, found, forms)
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
        forms=asked,
        earlier=earlier_answers.of_phone(connection, actor, found, asked),
        modules=offered,
        today=today if not helps or "today" in actor.scopes else None,
        sharing=actor.scopes,
    )
