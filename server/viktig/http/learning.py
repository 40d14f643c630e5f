"""Whether learning helped, for the leader."""

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from viktig.content.taught import taught
from viktig.domain.access import Actor, Place, granted
from viktig.domain.counting import first_of
from viktig.domain.fact import month_of
from viktig.domain.learning import Learning, Of
from viktig.domain.learning_cases import Window, cases
from viktig.domain.learning_counting import module_figures
from viktig.domain.problems import Problem
from viktig.domain.staff_reading import counted_in, staff_learned
from viktig.http.house import Visit
from viktig.storage import learning as kept
from viktig.storage import staff_readings, units
from viktig.storage.clock import day, end_of_last_month
from viktig.storage.connection import Connection

MONTHS = 13


@get("/api/units/{unit:str}/learning", name="learning", opt={"who": "staff"})
async def learning(unit: FromPath[str], visit: NamedDependency[Visit], of: FromQuery[Of] = "unit") -> Learning:
    """Asked at a unit, as all figures are: a leader counts where they lead. `of=organization` is the house as a whole,
    for whoever answers for the texts: small counts are hidden, and it is of thirteen whole months, so that neither two
    spans nor two days differ by what few said. A unit's own figures are of this month, too."""

    def work(connection: Connection, actor: Actor) -> Learning:
        if granted(actor, "count", Place(organization=actor.organization, unit=unit)) != "leader":
            raise Problem("not-allowed")
        organization = actor.organization
        place = units.unit(connection, organization, unit)
        until, zone = whole_months(connection, organization)
        first, before = first_of(MONTHS, until, zone), first_of(MONTHS + 1, until, zone)
        if of == "unit":
            as_of, rows = connection.now, kept.of_unit(connection, organization, unit, before)
        else:
            as_of, rows = until, kept.of_house(connection, organization, before, until)
        texts = taught(visit.house.library, organization)
        readers = [one for one in texts if not one.for_staff]
        total, modules = module_figures(
            readers,
            cases(rows, readers, Window(first, zone, as_of)),
            kept.opinions(connection, organization, first, month_of(until, zone)),
            actor.units,
            as_of,
            today=connection.now,
            whole=of == "unit" or all_theirs(connection, actor),
        )
        staff = counted_in(unit, units.colleagues(connection, organization, unit))
        return Learning(
            unit=place,
            of=of,
            as_of=connection.now,
            until=day(until, zone),
            first=first,
            total=total,
            modules=modules,
            staff=staff_learned(texts, staff, staff_readings.finished(connection, organization, until)),
        )

    return await visit.read(work)


def whole_months(connection: Connection, organization: str) -> tuple[str, str]:
    """The end of the last month that is over in every unit, and the time zone it is the end in: the same for whoever
    asks, wherever they are."""
    zones = {place.timezone for place in units.everywhere(connection, organization)}
    return min((end_of_last_month(connection.now, zone), zone) for zone in zones)


def all_theirs(connection: Connection, actor: Actor) -> bool:
    """Whether this leader leads every unit there is."""
    return {place.id for place in units.everywhere(connection, actor.organization)} <= set(actor.units)


ROUTES = (learning,)
