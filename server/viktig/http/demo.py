"""Signing in by a click: these routes exist only over a database that is marked as a demo."""

from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import JSONBody

from viktig.domain.problems import Problem
from viktig.domain.session import DemoSignIn, Session
from viktig.domain.shape import Line, Shape
from viktig.http.house import House
from viktig.http.invitations import session_cookie
from viktig.http.sessions import session_of
from viktig.storage import demo_links, sessions, units
from viktig.storage.connection import Connection


class DemoStaff(Shape, frozen=True):
    id: Line
    name: Line
    title: Line
    role: Line
    unit: Line


class DemoPatient(Shape, frozen=True):
    name: Line
    about: Line
    link: Line
    birth_date: Line


class DemoPeople(Shape, frozen=True):
    staff: tuple[DemoStaff, ...] = ()
    patients: tuple[DemoPatient, ...] = ()


@get("/api/demo/people", name="demo-people", opt={"who": "anybody"})
async def people(house: NamedDependency[House]) -> DemoPeople:
    def work(connection: Connection) -> DemoPeople:
        staff = []
        for row in connection.sql.all_practitioners():
            one = units.practitioner(connection, row["organization"], row["practitioner"])
            places = units.units(connection, row["organization"], one.units)
            names = ", ".join(place.name for place in places)
            id = f"{row['organization']}:{one.id}"
            staff.append(DemoStaff(id=id, name=f"{one.given} {one.family}", title=one.title, role=one.role, unit=names))
        patients = tuple(DemoPatient(**link) for link in demo_links.fresh(connection))
        return DemoPeople(staff=tuple(staff), patients=patients)

    return await house.database.write(work)


@post("/api/demo/session", name="demo-session", opt={"who": "anybody"})
async def sign_in(
    data: JSONBody[DemoSignIn], house: NamedDependency[House], request: Request[object, object, State]
) -> Response[Session]:
    agent = request.headers.get("user-agent", "")
    organization, _, practitioner = data.staff.partition(":")
    if not practitioner:
        raise Problem("not-found")

    def work(connection: Connection) -> tuple[Session, str]:
        units.practitioner(connection, organization, practitioner)
        token, _ = sessions.start_staff(connection, organization, practitioner, data.profile, agent)
        return session_of(connection, house, sessions.actor(connection, token, data.profile)), token

    found, token = await house.database.write(work)
    return Response(found, status_code=201, cookies=[session_cookie(data.profile, token, found.until, house.now())])


ROUTES = (people, sign_in)
