"""The cast: two organisations with invented people, seeded through the real storage."""

from __future__ import annotations

from functools import cache, cached_property
from typing import Literal

import httpx
from litestar.testing import TestClient
from litestar.types import ASGIApp

from tests.asking import ORIGIN, Json, Person, Phone, Staff, token_of, told
from tests.clock import Clock
from viktig.app import create_app
from viktig.content.library import Library
from viktig.domain.encounter import Helpline, NewStay, Unit
from viktig.domain.person import Practitioner
from viktig.settings import Settings
from viktig.storage import encounters, invitations, sessions, units
from viktig.storage.connection import Connection
from viktig.storage.database import Database, open_database

HOSPITAL, MUNICIPALITY = "fjordbyen", "fjordbyen-kommune"
MEDICINE, SURGERY, HOME_CARE = "medisin-2", "kirurgi-1", "hjemmetjenesten"
BORN = "1942-04-12"


@cache
def library() -> Library:
    """As in the demo: with drafts, since all our modules are."""
    return Library(drafts=True)


class Town:
    """Fjordbyen: a hospital and a municipality over one database, and everybody in them."""

    def __init__(self, url: str, clock: Clock, settings: Settings | None = None) -> None:
        self.clock = clock
        self.database: Database = open_database(url)
        self.database.write_now(seed)
        self.app = create_app(settings or Settings(url=ORIGIN), self.database, self.library)
        self.http: TestClient[ASGIApp] = TestClient(self.app, base_url=ORIGIN)

    @property
    def library(self) -> Library:
        return library()

    @cached_property
    def kari(self) -> Staff:
        return self.sign_in("kari")

    @cached_property
    def ahmed(self) -> Staff:
        return self.sign_in("ahmed")

    @cached_property
    def liv(self) -> Staff:
        """Leads the medical ward."""
        return self.sign_in("liv")

    @cached_property
    def sigrid(self) -> Staff:
        """A nurse on the surgical ward."""
        return self.sign_in("sigrid")

    @cached_property
    def marit(self) -> Staff:
        """A nurse in the municipality's home care."""
        return self.sign_in("marit", MUNICIPALITY)

    def sign_in(self, practitioner: str, organization: str = HOSPITAL, profile: str = "") -> Staff:
        profile = profile or f"{practitioner}sdesk"
        token, _ = self.database.write_now(
            lambda connection: sessions.start_staff(connection, organization, practitioner, profile, "a browser")
        )
        place = self.database.read_now(lambda c: units.practitioner(c, organization, practitioner).units[0])
        return Staff(self.http, profile, token, practitioner, place)

    def stranger(self) -> Person:
        """Nobody we know."""
        return Person(self.http, "nobodyknown")

    def admit(self, given: str = "Ingrid", family: str = "Nilsen", unit: str = MEDICINE, **stay: str) -> str:
        """A new stay; gives its id."""
        organization = MUNICIPALITY if unit == HOME_CARE else HOSPITAL
        said = {"birth_date": BORN, "admitted": self.clock.text, "room": "12", **stay}
        new = NewStay(given=given, family=family, **said)
        return self.database.write_now(lambda connection: encounters.admit(connection, organization, unit, new))

    def redeem(self, code: str, profile: str, **more: object) -> httpx.Response:
        body = {"code": code, "birthDate": BORN, "role": "patient", "profile": profile, **more}
        return Person(self.http, profile).post("/api/invitations/redeem", body)

    def phone(
        self, stay: str, profile: str = "ingridsphone", role: Literal["patient", "related"] = "patient", **more: object
    ) -> Phone:
        """A phone that has redeemed a fresh invitation of this stay."""
        code = self.database.write_now(lambda connection: new_code(connection, stay))
        if role == "related":
            more = {"name": "Tone", "relation": "datter", **more}
        response = self.redeem(code, profile, role=role, **more)
        return Phone(self.http, told(response, 201), token_of(response))

    def events(self) -> list[Json]:
        """The access log whole, as the database keeps it."""
        return self.database.read_now(lambda connection: [dict(row) for row in connection.sql.audit_events()])

    def fact(self, stay: str, organization: str = HOSPITAL) -> Json:
        return self.database.read_now(lambda c: dict(c.sql.fact(organization=organization, encounter=stay)))

    def close(self) -> None:
        self.database.close()


def new_code(connection: Connection, stay: str) -> str:
    """The secret of a fresh link for a stay of either organisation."""
    for name in (HOSPITAL, MUNICIPALITY):
        if connection.sql.encounter(organization=name, encounter=stay):
            return invitations.make(connection, name, stay, "Practitioner/kari", 7)[1]
    raise LookupError(stay)


def seed(connection: Connection) -> None:
    """The two organisations, their units and their staff."""
    units.add_organization(connection, HOSPITAL, "Fjordbyen sykehus", "hospital")
    units.add_organization(connection, MUNICIPALITY, "Fjordbyen kommune", "municipality")
    lines = (Helpline(number="113", name="Medisinsk nødtelefon"),)
    for unit in (
        Unit(id=MEDICINE, name="Medisin 2", kind="medical", organization=HOSPITAL, helplines=lines),
        Unit(id=SURGERY, name="Kirurgi 1", kind="surgical", organization=HOSPITAL, reader="role"),
        Unit(id=HOME_CARE, name="Hjemmetjenesten", kind="home-care", organization=MUNICIPALITY),
    ):
        units.add_unit(connection, unit)
    for organization, one in (
        (HOSPITAL, Practitioner("kari", "Kari", "Moe", "nurse", "nurse", (MEDICINE,))),
        (HOSPITAL, Practitioner("ahmed", "Ahmed", "Said", "nurse", "nurse", (MEDICINE,))),
        (HOSPITAL, Practitioner("liv", "Liv", "Dahl", "leader", "leader", (MEDICINE,))),
        (HOSPITAL, Practitioner("sigrid", "Sigrid", "Vik", "nurse", "nurse", (SURGERY,))),
        (MUNICIPALITY, Practitioner("marit", "Marit", "Lunde", "nurse", "nurse", (HOME_CARE,))),
    ):
        units.add_practitioner(connection, organization, one)
