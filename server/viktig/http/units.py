"""A unit: who is here, Vaktarket, the figures, and the live stream that says "something changed"."""

from collections.abc import AsyncIterator

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody
from litestar.response import ServerSentEvent, ServerSentEventMessage

from viktig.domain.access import Actor, Place, granted
from viktig.domain.arrivals import Arrivals, Handover
from viktig.domain.counting import MEASURES, first_of
from viktig.domain.counting import months as by_month
from viktig.domain.encounter import Encounter, NewStay
from viktig.domain.figures import Figures
from viktig.domain.problems import Problem
from viktig.http.house import Visit
from viktig.http.live import Live
from viktig.storage import arrivals as lists
from viktig.storage import audit_events, encounters, units
from viktig.storage.clock import instant
from viktig.storage.connection import Connection

MOST_MONTHS = 60


@get("/api/units/{unit:str}/arrivals", name="arrivals", opt={"who": "staff"})
async def arrivals(unit: FromPath[str], visit: NamedDependency[Visit]) -> Arrivals:
    def work(connection: Connection, actor: Actor) -> Arrivals:
        basis = granted(actor, "list", Place(organization=actor.organization, unit=unit))
        audit_events.listed(connection, actor, unit, basis)
        place = units.unit(connection, actor.organization, unit)
        return lists.arrivals(connection, place, visit.house.forms, leaders=basis == "leader")

    return await visit.look(work)


@get("/api/units/{unit:str}/handover", name="handover", opt={"who": "nurse"})
async def handover(unit: FromPath[str], visit: NamedDependency[Visit]) -> Handover:
    def work(connection: Connection, actor: Actor) -> Handover:
        basis = granted(actor, "list", Place(organization=actor.organization, unit=unit))
        if basis != "care-team":
            raise Problem("not-allowed")
        found = lists.handover(connection, units.unit(connection, actor.organization, unit))
        for row in found.rows:
            patient = encounters.row(connection, actor.organization, row.encounter)["patient"]
            audit_events.opened(connection, actor, patient, unit, "handover", basis)
        return found

    return await visit.look(work)


@get("/api/units/{unit:str}/figures", name="figures", opt={"who": "staff"})
async def figures(unit: FromPath[str], visit: NamedDependency[Visit], months: FromQuery[int] = 13) -> Figures:
    """Closed stays of the last months, by the month in which they ended."""

    def work(connection: Connection, actor: Actor) -> Figures:
        granted(actor, "count", Place(organization=actor.organization, unit=unit))
        place = units.unit(connection, actor.organization, unit)
        first = first_of(max(1, min(months, MOST_MONTHS)), connection.now, place.timezone)
        rows = connection.sql.facts_of_unit(organization=actor.organization, unit=unit, first=first)
        counted, total = by_month(rows, connection.now)
        oldest = connection.sql.oldest_unread(organization=actor.organization, unit=unit)["received"] or ""
        return Figures(
            unit=place, as_of=connection.now, measures=MEASURES, months=counted, total=total, oldest_unread=oldest
        )

    return await visit.read(work)


@get("/api/units/{unit:str}/events", name="events", opt={"who": "staff"})
async def events(unit: FromPath[str], visit: NamedDependency[Visit], live: NamedDependency[Live]) -> ServerSentEvent:
    """Carries only "changed, n". It ends with the session, and does not keep it alive."""

    def work(connection: Connection, actor: Actor) -> tuple[str, str, int]:
        granted(actor, "list", Place(organization=actor.organization, unit=unit))
        n = units.change_number(connection, actor.organization, unit)
        return actor.organization, actor.until, n

    organization, until, n = await visit.read(work)

    async def told() -> AsyncIterator[ServerSentEventMessage]:
        async for number in live.changes(organization, unit, n):
            if instant(live.clock()) > until or not await still_in(visit):
                return
            yield ServerSentEventMessage(event="changed", data=f'{{"n": {number}}}', retry=3000)

    return ServerSentEvent(told())


async def still_in(visit: Visit) -> bool:
    try:
        await visit.read(lambda _, actor: actor.session)
    except Problem:
        return False
    return True


@post("/api/units/{unit:str}/encounters", name="admit", opt={"who": "nurse"})
async def admit(unit: FromPath[str], data: JSONBody[NewStay], visit: NamedDependency[Visit]) -> Encounter:
    def work(connection: Connection, actor: Actor) -> Encounter:
        basis = granted(actor, "admit", Place(organization=actor.organization, unit=unit))
        encounter = encounters.admit(connection, actor.organization, unit, data)
        found = encounters.encounter(connection, actor.organization, encounter)
        audit_events.did(connection, actor, found.patient.id, unit, "admitted", basis)
        return found

    return await visit.write(work)


ROUTES = (arrivals, handover, figures, events, admit)
