"""Whether learning helped, for the leader; and what staff read themselves."""

from litestar import get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from viktig.content.taught import taught
from viktig.domain.access import Actor, Place, granted
from viktig.domain.counting import first_of
from viktig.domain.learning import Learning, Of
from viktig.domain.learning_counting import Window, cases, module_figures
from viktig.domain.problems import Problem
from viktig.domain.staff_reading import ReadSoFar, StaffReadings, staff_learned
from viktig.http.house import Visit
from viktig.http.units import MOST_MONTHS
from viktig.storage import learning as kept
from viktig.storage import staff_readings, units
from viktig.storage.connection import Connection

MONTHS = 13


@get("/api/units/{unit:str}/learning", name="learning", opt={"who": "staff"})
async def learning(
    unit: FromPath[str], visit: NamedDependency[Visit], months: FromQuery[int] = MONTHS, of: FromQuery[Of] = "unit"
) -> Learning:
    """Asked at a unit, as all figures are: a leader counts where they lead. `of=organization` is the house as a whole,
    for whoever answers for the texts: small counts are hidden, and it is always of thirteen months, so that two
    answers do not tell one month of another unit."""

    def work(connection: Connection, actor: Actor) -> Learning:
        if granted(actor, "count", Place(organization=actor.organization, unit=unit)) != "leader":
            raise Problem("not-allowed")
        place = units.unit(connection, actor.organization, unit)
        texts = taught(visit.house.library, actor.organization)
        so_many = MONTHS if of == "organization" else max(1, min(months, MOST_MONTHS))
        first = first_of(so_many, connection.now, place.timezone)
        rows = kept.since(connection, actor.organization, first_of(so_many + 1, connection.now, place.timezone))
        theirs = [row for row in rows if of == "organization" or row.unit == unit]
        readers = [one for one in texts if not one.for_staff]
        total, modules = module_figures(
            readers,
            cases(theirs, readers, Window(first, place.timezone, connection.now)),
            kept.opinions(connection, actor.organization, first),
            actor.units,
            connection.now,
            whole=of == "unit" or all_theirs(connection, actor),
        )
        colleagues = [one.id for one in units.colleagues(connection, actor.organization, unit)]
        return Learning(
            unit=place,
            of=of,
            as_of=connection.now,
            first=first,
            total=total,
            modules=modules,
            staff=staff_learned(texts, colleagues, staff_readings.finished(connection, actor.organization)),
        )

    return await visit.read(work)


def all_theirs(connection: Connection, actor: Actor) -> bool:
    """Whether this leader leads every unit there is."""
    return {place.id for place in units.everywhere(connection, actor.organization)} <= set(actor.units)


def own(actor: Actor) -> None:
    if actor.kind != "staff":
        raise Problem("not-allowed")


@get("/api/staff-readings", name="my-readings", opt={"who": "signed-in"})
async def my_readings(visit: NamedDependency[Visit]) -> StaffReadings:
    def work(connection: Connection, actor: Actor) -> StaffReadings:
        own(actor)
        return StaffReadings(staff_readings.mine(connection, actor))

    return await visit.read(work)


@put("/api/staff-readings/{module:str}", name="read-so-far", opt={"who": "signed-in"})
async def read_so_far(module: FromPath[str], data: JSONBody[ReadSoFar], visit: NamedDependency[Visit]) -> StaffReadings:
    """Gives all of one's own marks back."""

    def work(connection: Connection, actor: Actor) -> StaffReadings:
        own(actor)
        told = visit.house.library.shelf(actor.organization).get(module)
        if told is None or "staff" not in told.first.for_whom:
            raise Problem("not-found")
        staff_readings.keep(connection, actor, module, data)
        return StaffReadings(staff_readings.mine(connection, actor))

    return await visit.write(work)


ROUTES = (learning, my_readings, read_so_far)
