"""What staff read themselves: marks for their own eyes."""

from litestar import get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from viktig.domain.access import Actor
from viktig.domain.problems import Problem
from viktig.domain.staff_reading import ReadSoFar, StaffReadings
from viktig.http.house import Visit
from viktig.storage import staff_readings
from viktig.storage.connection import Connection


def only_staff(actor: Actor) -> None:
    if actor.kind != "staff":
        raise Problem("not-allowed")


@get("/api/staff-readings", name="my-readings", opt={"who": "signed-in"})
async def my_readings(visit: NamedDependency[Visit]) -> StaffReadings:
    def work(connection: Connection, actor: Actor) -> StaffReadings:
        only_staff(actor)
        return StaffReadings(staff_readings.mine(connection, actor))

    return await visit.read(work)


@put("/api/staff-readings/{module:str}", name="read-so-far", opt={"who": "signed-in"})
async def read_so_far(module: FromPath[str], data: JSONBody[ReadSoFar], visit: NamedDependency[Visit]) -> StaffReadings:
    """Gives all of one's own marks back."""

    def work(connection: Connection, actor: Actor) -> StaffReadings:
        only_staff(actor)
        told = visit.house.library.shelf(actor.organization).get(module)
        if told is None or "staff" not in told.first.for_whom:
            raise Problem("not-found")
        staff_readings.keep(connection, actor, module, data)
        return StaffReadings(staff_readings.mine(connection, actor))

    return await visit.write(work)


ROUTES = (my_readings, read_so_far)
