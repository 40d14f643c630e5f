"""A stay: the patient's page, and what a nurse sets on it."""

from typing import Annotated

import msgspec
from litestar import Request, delete, get, post, put
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from viktig.domain.access import Actor
from viktig.domain.arrivals import PatientPage
from viktig.domain.encounter import AskAlone, Encounter, EndOfStay, OfferedModule, Place, Postponement, Today, Transfer
from viktig.domain.problems import Problem
from viktig.domain.shape import Shape
from viktig.domain.version import Receipt
from viktig.http.charts import chart
from viktig.http.house import Visit
from viktig.http.receiving import kind_of, receive
from viktig.reminding import channels_of
from viktig.storage import audit_events, encounters, pages
from viktig.storage.connection import Connection

AnyRequest = Request[object, object, State]
MOST_TOGETHER = 10


@get("/api/encounters/{encounter:str}", name="patient-page", opt={"who": "staff"})
async def patient_page(encounter: FromPath[str], visit: NamedDependency[Visit]) -> PatientPage:
    def work(connection: Connection, actor: Actor) -> PatientPage:
        found, basis = chart(connection, actor, "open", encounter)
        audit_events.opened(connection, actor, found["patient"], found["unit"], "opened", basis)
        house = visit.house
        page = pages.page(connection, actor, encounter, house.forms, house.library.tags(actor.organization))
        return msgspec.structs.replace(page, remind_by=channels_of(house.settings))

    return await visit.look(work)


def set_right(connection: Connection, actor: Actor, encounter: str, verb: str) -> None:
    """Asks whether a running stay may be changed, and writes that it is."""
    found, basis = chart(connection, actor, "admit", encounter)
    audit_events.did(connection, actor, found["patient"], found["unit"], verb, basis)


@put("/api/encounters/{encounter:str}/place", name="place", opt={"who": "nurse"})
async def place(
    encounter: FromPath[str], data: JSONBody[Place], visit: NamedDependency[Visit], request: AnyRequest
) -> Encounter:
    tag = request.headers.get("if-match", "")

    def work(connection: Connection, actor: Actor) -> Encounter:
        set_right(connection, actor, encounter, "placed")
        encounters.place(connection, actor.organization, encounter, data, tag)
        return encounters.encounter(connection, actor.organization, encounter)

    return await visit.write(work)


@put("/api/encounters/{encounter:str}/today", name="today", opt={"who": "nurse"})
async def today(encounter: FromPath[str], data: JSONBody[Today], visit: NamedDependency[Visit]) -> Encounter:
    def work(connection: Connection, actor: Actor) -> Encounter:
        signed = msgspec.structs.replace(data, set_at=connection.now, set_by=actor.name)
        set_right(connection, actor, encounter, "today")
        encounters.set_today(connection, actor.organization, encounter, signed)
        return encounters.encounter(connection, actor.organization, encounter)

    return await visit.write(work)


@post("/api/encounters/{encounter:str}/transfer", name="transfer", status_code=200, opt={"who": "nurse"})
async def transfer(
    encounter: FromPath[str], data: JSONBody[Transfer], visit: NamedDependency[Visit], request: AnyRequest
) -> Encounter:
    tag = request.headers.get("if-match", "")

    def work(connection: Connection, actor: Actor) -> Encounter:
        set_right(connection, actor, encounter, "transferred")
        encounters.transfer(connection, actor.organization, encounter, data, tag)
        return encounters.encounter(connection, actor.organization, encounter)

    return await visit.write(work)


@post("/api/encounters/{encounter:str}/end", name="end-stay", status_code=200, opt={"who": "nurse"})
async def end_stay(
    encounter: FromPath[str], data: JSONBody[EndOfStay], visit: NamedDependency[Visit], request: AnyRequest
) -> Encounter:
    tag = request.headers.get("if-match", "")

    def work(connection: Connection, actor: Actor) -> Encounter:
        set_right(connection, actor, encounter, f"ended-{data.ending}")
        encounters.end(connection, actor.organization, encounter, data, tag)
        return encounters.encounter(connection, actor.organization, encounter)

    return await visit.write(work)


@put("/api/encounters/{encounter:str}/ask-alone", name="ask-alone", opt={"who": "nurse"})
async def ask_alone(
    encounter: FromPath[str], data: JSONBody[AskAlone], visit: NamedDependency[Visit], request: AnyRequest
) -> Encounter:
    """For the team alone: neither the patient's log nor any phone tells of it."""
    tag = request.headers.get("if-match", "")

    def work(connection: Connection, actor: Actor) -> Encounter:
        set_right(connection, actor, encounter, "ask-alone")
        encounters.set_ask_alone(connection, actor.organization, encounter, data.ask_alone, tag)
        return encounters.encounter(connection, actor.organization, encounter)

    return await visit.write(work)


def acting(connection: Connection, actor: Actor, encounter: str, verb: str) -> None:
    """Asks whether a nurse may do this for the patient now, and writes that it is done."""
    found, basis = chart(connection, actor, "write", encounter)
    audit_events.did(connection, actor, found["patient"], found["unit"], verb, basis)


@post("/api/encounters/{encounter:str}/postponements", name="postpone", opt={"who": "nurse"})
async def postpone(
    encounter: FromPath[str], data: JSONBody[Postponement], visit: NamedDependency[Visit]
) -> Postponement:
    def work(connection: Connection, actor: Actor) -> Postponement:
        acting(connection, actor, encounter, "postponed")
        signed = msgspec.structs.replace(data, by=actor.name, at=connection.now)
        encounters.postpone(connection, actor.organization, encounter, signed)
        return signed

    return await visit.write(work)


@delete("/api/encounters/{encounter:str}/postponements", name="resume", opt={"who": "nurse"})
async def resume(encounter: FromPath[str], visit: NamedDependency[Visit]) -> None:
    def work(connection: Connection, actor: Actor) -> None:
        acting(connection, actor, encounter, "resumed")
        encounters.postpone(connection, actor.organization, encounter, None)

    await visit.write(work)


@post("/api/encounters/{encounter:str}/modules", name="offer-module", opt={"who": "nurse"})
async def offer_module(
    encounter: FromPath[str], data: JSONBody[OfferedModule], visit: NamedDependency[Visit]
) -> OfferedModule:
    def work(connection: Connection, actor: Actor) -> OfferedModule:
        acting(connection, actor, encounter, "offered")
        if data.module not in visit.house.library.tags(actor.organization):
            raise Problem("not-valid", "module")
        signed = msgspec.structs.replace(data, by=actor.name)
        encounters.offer_module(connection, actor.organization, encounter, signed)
        return signed

    return await visit.write(work)


VERBS = {"QuestionnaireResponse": "wrote", "Translation": "translated"}
"""What the access log says of it; anything else is the list's."""


class PutVersions(Shape, frozen=True):
    """Decoded here and not by the framework: each content is kept as the exact text that was sent."""

    put: Annotated[list[msgspec.Raw], Meta(max_length=MOST_TOGETHER)] = []


TO_PUT = msgspec.json.Decoder(PutVersions)


class Receipts(Shape, frozen=True):
    receipts: tuple[Receipt, ...] = ()


@post("/api/encounters/{encounter:str}/versions", name="write-together", status_code=200, opt={"who": "nurse"})
async def write_together(encounter: FromPath[str], visit: NamedDependency[Visit], request: AnyRequest) -> Receipts:
    """Filled in together, or typed from paper: each answer says who said it, and that staff wrote it. Or the list:
    a question ticked off, a medicine confirmed. Or a translation of what was sent."""
    try:
        data = TO_PUT.decode(await request.body())
    except msgspec.ValidationError:
        raise Problem("not-valid", "put") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Problem("unreadable") from None

    def work(connection: Connection, actor: Actor) -> Receipts:
        found, basis = chart(connection, actor, "write", encounter)
        receipts = tuple(receive(connection, visit.house.library, actor, bytes(raw), found) for raw in data.put)
        kinds = set(map(kind_of, map(bytes, data.put)))
        verb = next((verb for kind, verb in VERBS.items() if kind in kinds), "listed")
        audit_events.did(connection, actor, found["patient"], found["unit"], verb, basis)
        return Receipts(receipts=receipts)

    return await visit.write(work)


ROUTES = (
    patient_page,
    place,
    ask_alone,
    today,
    transfer,
    end_stay,
    postpone,
    resume,
    offer_module,
    write_together,
)
