"""Who helps: invited by the patient from the phone, or registered by a nurse."""

from litestar import delete, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from viktig.domain.access import Actor
from viktig.domain.consent import Carer, NewCarer
from viktig.domain.problems import Problem
from viktig.domain.session import Invitation, NewInvitation, Person
from viktig.http.charts import chart
from viktig.http.house import Visit
from viktig.http.invitations import AnyRequest, base_of, handed_out
from viktig.storage import audit_events, consents, encounters, invitations, units
from viktig.storage.connection import Connection, Row

VERB = {"nurse": "carer-registered", "cannot-consent": "carer-cannot-consent"}


def invited(connection: Connection, actor: Actor, stay: Row, related: str, days: int, base: str) -> Invitation:
    """For this carer alone: whoever had one before goes on as the same person. Earlier open ones end."""
    carer = consents.carer(connection, actor.organization, related)
    if stay["status"] != "in-progress" or carer.status == "ended":
        raise Problem("stay-ended" if stay["status"] != "in-progress" else "not-allowed")
    invitations.end_of_carer(connection, actor.organization, stay["encounter"], related)
    person = Person(author=f"RelatedPerson/{related}", role="related", name=carer.name, relation=carer.relation)
    made = invitations.make(connection, actor.organization, stay["encounter"], actor.author, days, person)
    return handed_out(made, base, stay, person)


@post("/api/consents/{related:str}/invitation", name="invite-carer", opt={"who": "patient"})
async def invite_carer(related: FromPath[str], visit: NamedDependency[Visit], request: AnyRequest) -> Invitation:
    base = base_of(visit.house, request)

    def work(connection: Connection, actor: Actor) -> Invitation:
        if actor.kind != "patient":
            raise Problem("not-found")
        consents.found(connection, actor.organization, actor.encounter, related)
        stay = encounters.row(connection, actor.organization, actor.encounter)
        audit_events.did(connection, actor, actor.patient, stay["unit"], "carer-invited", "own")
        return invited(connection, actor, stay, related, 7, base)

    return await visit.write(work)


@post("/api/encounters/{encounter:str}/carers", name="register-carer", opt={"who": "nurse"})
async def register(encounter: FromPath[str], data: JSONBody[NewCarer], visit: NamedDependency[Visit]) -> Carer:
    def work(connection: Connection, actor: Actor) -> Carer:
        found, basis = chart(connection, actor, "write", encounter)
        related = consents.by_nurse(connection, actor, found, data)
        audit_events.did(connection, actor, found["patient"], found["unit"], VERB[data.ground], basis)
        units.touch(connection, actor.organization, found["unit"])
        return consents.carer(connection, actor.organization, related, for_patient=False)

    return await visit.write(work)


@put("/api/encounters/{encounter:str}/carers/{related:str}", name="change-carer", opt={"who": "nurse"})
async def change(
    encounter: FromPath[str], related: FromPath[str], data: JSONBody[NewCarer], visit: NamedDependency[Visit]
) -> Carer:
    def work(connection: Connection, actor: Actor) -> Carer:
        found, basis = chart(connection, actor, "write", encounter)
        consents.found(connection, actor.organization, encounter, related)
        consents.by_nurse(connection, actor, found, data, related)
        audit_events.did(connection, actor, found["patient"], found["unit"], VERB[data.ground], basis)
        units.touch(connection, actor.organization, found["unit"])
        return consents.carer(connection, actor.organization, related, for_patient=False)

    return await visit.write(work)


@delete("/api/encounters/{encounter:str}/carers/{related:str}", name="end-carer", opt={"who": "nurse"})
async def end(encounter: FromPath[str], related: FromPath[str], visit: NamedDependency[Visit]) -> None:
    def work(connection: Connection, actor: Actor) -> None:
        found, basis = chart(connection, actor, "write", encounter)
        consents.end(connection, actor, found, related)
        audit_events.did(connection, actor, found["patient"], found["unit"], "carer-ended", basis)
        units.touch(connection, actor.organization, found["unit"])

    await visit.write(work)


@post("/api/encounters/{encounter:str}/carers/{related:str}/invitations", name="sheet-for-carer", opt={"who": "nurse"})
async def sheet(
    encounter: FromPath[str],
    related: FromPath[str],
    data: JSONBody[NewInvitation],
    visit: NamedDependency[Visit],
    request: AnyRequest,
) -> Invitation:
    base = base_of(visit.house, request)

    def work(connection: Connection, actor: Actor) -> Invitation:
        found, basis = chart(connection, actor, "write", encounter)
        consents.found(connection, actor.organization, encounter, related)
        audit_events.did(connection, actor, found["patient"], found["unit"], "carer-invited", basis)
        return invited(connection, actor, found, related, data.days, base)

    return await visit.write(work)


ROUTES = (invite_carer, register, change, end, sheet)
