"""Finding a stay and asking whether the person may do this with it."""

from datetime import timedelta

from viktig.domain.access import DAYS_AFTER_STAY_TEAM, Actor, Basis, Chart, Verb, granted
from viktig.storage import attentions, encounters, reviews
from viktig.storage.clock import moment
from viktig.storage.connection import Connection, Row


def chart(connection: Connection, actor: Actor, verb: Verb, encounter: str) -> tuple[Row, Basis]:
    """The stay's row and the ground on which this person may; or the problem."""
    found = encounters.row(connection, actor.organization, encounter)
    open_ = found["status"] == "in-progress"
    fact = connection.sql.fact(organization=actor.organization, encounter=encounter)
    last = moment(found["ended"]) + timedelta(days=DAYS_AFTER_STAY_TEAM) if found["ended"] else None
    carers = connection.sql.unread_carers_of_stay(organization=actor.organization, encounter=encounter)["n"]
    left = bool((fact and fact["unread"]) or carers) and found["status"] == "finished"
    wish = attentions.of_stay(connection, actor.organization, encounter)
    alone = wish is not None and (attentions.late(connection, wish) if open_ else attentions.left(found, wish))
    fresh = last is not None and last > moment(connection.now) and found["status"] == "finished"
    thing = Chart(
        organization=actor.organization,
        patient=found["patient"],
        unit=found["unit"],
        open=open_,
        fresh=fresh,
        waiting=left or alone or (fresh and reviews.read_since(connection, actor, encounter, found["ended"])),
    )
    return found, granted(actor, verb, thing)
