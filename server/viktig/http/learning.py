"""Whether learning helped, for the leader."""

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from viktig.content.taught import taught
from viktig.domain.access import Actor, Place, granted
from viktig.domain.counting import first_of
from viktig.domain.learning import Learning, Of
from viktig.domain.learning_cases import Window, cases
from viktig.domain.learning_counting import module_figures
from viktig.domain.problems import Problem
from viktig.domain.staff_reading import staff_learned
from viktig.http.house import Visit
from viktig.storage import learning as kept
from viktig.storage import staff_readings, units
from viktig.storage.connection import Connection

MONTHS = 13


@get("/api/units/{unit:str}/learning", name="learning", opt={"who": "staff"})
async def learning(unit: FromPath[str], visit: NamedDependency[Visit], of: FromQuery[Of] = "unit") -> Learning:
    """Asked at a unit, as all figures are: a leader counts where they lead. `of=organization` is the house as a whole,
    for whoever answers for the texts: small counts are hidden. It is always of thirteen months, so that what one
    month's few readers said is not the difference between two answers."""

    def work(connection: Connection, actor: Actor) -> Learning:
        if granted(actor, "count", Place(organization=actor.organization, unit=unit)) != "leader":
            raise Problem("not-allowed")
        place = units.unit(connection, actor.organization, unit)
        texts = taught(visit.house.library, actor.organization)
        first = first_of(MONTHS, connection.now, place.timezone)
        rows = kept.since(connection, actor.organization, first_of(MONTHS + 1, connection.now, place.timezone))
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


ROUTES = (learning,)
