"""Invitations: made by a nurse, redeemed once by a phone."""

from urllib.parse import urlsplit

from litestar import Request, Response, delete, post
from litestar.datastructures import Cookie, State
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from viktig.domain.access import Actor
from viktig.domain.problems import Problem
from viktig.domain.session import Invitation, InvitationRefusal, NewInvitation, Person, Redemption, Welcome
from viktig.http.charts import chart
from viktig.http.house import House, Visit, cookie_name
from viktig.interop.sheet import qr_code
from viktig.storage import audit_events, consents, encounters, invitations, sessions, stays
from viktig.storage.clock import moment, uuid7
from viktig.storage.connection import Connection, Row
from viktig.storage.invitations import MARK

AnyRequest = Request[object, object, State]


def session_cookie(profile: str, token: str, until: str, now: str) -> Cookie:
    """One cookie per person on a phone; it ends with the session."""
    seconds = int((moment(until) - moment(now)).total_seconds())
    return Cookie(
        key=cookie_name(profile),
        value=token,
        max_age=max(seconds, 0),
        path="/",
        secure=True,
        httponly=True,
        samesite="strict",
    )


def person_of(redemption: Redemption, found: Row) -> Person:
    """Who holds the phone from now on: whom the invitation names, else the patient, or somebody who helps."""
    if found["person"]:
        return sessions.TO_PERSON.decode(found["person"])
    if redemption.role == "patient":
        return Person(author=f"Patient/{found['patient']}", role="patient", name=found["given"])
    if not (redemption.name.strip() and redemption.relation.strip()):
        raise Problem("not-valid", "name, relation")
    return Person(author=f"RelatedPerson/{uuid7()}", role="related", name=redemption.name, relation=redemption.relation)


def redeem_now(connection: Connection, house: House, asked: Redemption, agent: str) -> tuple[Welcome, str] | str:
    """The welcome and its token; or the slug of why not, so that the wrong try itself is kept."""
    try:
        found = invitations.find(connection, asked.code)
    except Problem as problem:
        if problem.slug == "code-unknown":
            invitations.wrong_code(connection)
        again = answered_again(connection, house, asked, agent) if problem.slug == "code-used" else None
        return again or problem.slug
    if found["birth_date"] != asked.birth_date:
        return invitations.wrong_birth_date(connection, found)
    organization, encounter, patient = found["organization"], found["encounter"], found["patient"]
    person = person_of(asked, found)
    invitations.use(connection, found)
    if person.role == "related" and not found["person"]:
        related = person.author.partition("/")[2]
        consents.by_sheet(connection, organization, found, related, person.name, person.relation)
    device = (
        sessions.add_device(connection, organization, patient, encounter, person, asked.device, asked.keeps)
        if asked.device
        else ""
    )
    invitations.used_by(connection, found, device, person)
    if person.role == "related":
        consents.note(connection, organization, patient, person.author.partition("/")[2])
    token, until = sessions.start_phone(
        connection, organization, patient, encounter, person, device, asked.profile, agent, asked.keeps
    )
    actor = sessions.actor(connection, token, asked.profile)
    verb = "moved-phone" if found["kind"] == "move" else "redeemed"
    audit_events.did(connection, actor, patient, found["unit"], verb, "own" if person.role == "patient" else "helping")
    encounters.phone_came(connection, organization, encounter)
    stay = stays.stay(connection, actor, encounter, house.forms)
    return Welcome(profile=asked.profile, person=person, stay=stay, device=device, until=until), token


def answered_again(connection: Connection, house: House, asked: Redemption, agent: str) -> tuple[Welcome, str] | None:
    """The same welcome for the phone that used the code, when the network ate the first one; for anybody else None."""
    device = invitations.device_that_used(connection, asked.code)
    if device is None or asked.device is None or not sessions.same_key(device, asked.device):
        return None
    if device["birth_date"] != asked.birth_date:
        return None
    person = sessions.TO_PERSON.decode(device["person"])
    organization, encounter = device["organization"], device["encounter"]
    token, until = sessions.start_phone(
        connection,
        organization,
        device["patient"],
        encounter,
        person,
        device["device"],
        asked.profile,
        agent,
        device["keeps"],
    )
    actor = sessions.actor(connection, token, asked.profile)
    stay = stays.stay(connection, actor, encounter, house.forms)
    return Welcome(profile=asked.profile, person=person, stay=stay, device=device["device"], until=until), token


def base_of(house: House, request: AnyRequest) -> str:
    """What links begin with."""
    return house.settings.url.rstrip("/") or "{0.scheme}://{0.netloc}".format(urlsplit(str(request.base_url)))


def handed_out(made: invitations.Made, base: str, stay: Row, person: Person | None = None) -> Invitation:
    """An invitation as it is shown, once. `person`: whom it is for alone; the link says so, and the phone need not ask
    who has it in hand."""
    id, secret, code, expires, code_expires = made
    link = f"{base}/i#{MARK[person.role] if person else ''}{secret}"
    return Invitation(
        id=id,
        link=link,
        code=code,
        qr=qr_code(link),
        initials=f"{stay['given'][:1]}. {stay['family'][:1]}.",
        room=stay["room"],
        name=person.name if person else "",
        expires=expires,
        code_expires=code_expires,
    )


@post("/api/invitations/redeem", name="redeem", opt={"who": "anybody"})
async def redeem(data: JSONBody[Redemption], house: NamedDependency[House], request: AnyRequest) -> Response[Welcome]:
    if not data.profile.isalnum():
        raise Problem("not-valid", "profile")  # a pattern's $ lets a last line break through; a cookie's name does not
    agent = request.headers.get("user-agent", "")
    outcome = await house.database.write(lambda c: redeem_now(c, house, data, agent))
    if isinstance(outcome, str):
        raise Problem(outcome)
    welcome, token = outcome
    return Response(welcome, status_code=201, cookies=[session_cookie(data.profile, token, welcome.until, house.now())])


@post("/api/invitations/refuse", name="refuse", status_code=204, opt={"who": "anybody"})
async def refuse(data: JSONBody[InvitationRefusal], house: NamedDependency[House]) -> None:
    """ "I am not this person": the sheet ends, and the ward sees that it reached somebody else."""

    def work(connection: Connection) -> str:
        try:
            found = invitations.find(connection, data.code)
        except Problem as problem:
            if problem.slug == "code-unknown":
                invitations.wrong_code(connection)
            return problem.slug
        invitations.refuse(connection, found)
        encounters.phone_came(connection, found["organization"], found["encounter"])
        return ""

    slug = await house.database.write(work)
    if slug:
        raise Problem(slug)


@post("/api/encounters/{encounter:str}/invitations", name="invite", opt={"who": "nurse"})
async def invite(
    encounter: FromPath[str], data: JSONBody[NewInvitation], visit: NamedDependency[Visit], request: AnyRequest
) -> Invitation:
    base = base_of(visit.house, request)

    def work(connection: Connection, actor: Actor) -> Invitation:
        found, basis = chart(connection, actor, "write", encounter)
        if found["status"] != "in-progress":
            raise Problem("stay-ended")
        made = invitations.make(connection, actor.organization, encounter, actor.author, data.days)
        encounters.offered(connection, actor.organization, encounter)
        audit_events.did(connection, actor, found["patient"], found["unit"], "invited", basis)
        return handed_out(made, base, found)

    return await visit.write(work)


@delete("/api/encounters/{encounter:str}/invitations/{invitation:str}", name="end-invitation", opt={"who": "nurse"})
async def end_invitation(encounter: FromPath[str], invitation: FromPath[str], visit: NamedDependency[Visit]) -> None:
    def work(connection: Connection, actor: Actor) -> None:
        found, basis = chart(connection, actor, "write", encounter)
        audit_events.did(connection, actor, found["patient"], found["unit"], "uninvited", basis)
        invitations.end(connection, actor.organization, encounter, invitation)

    await visit.write(work)


@post("/api/session/move", name="move", opt={"who": "phone"})
async def move(visit: NamedDependency[Visit], request: AnyRequest) -> Invitation:
    """For the same person's next phone, or the installed app on this one: ten minutes, once.

    Not from a phone that others use: whoever has it in hand would read on their own what such a phone does not keep.
    """
    base = base_of(visit.house, request)

    def work(connection: Connection, actor: Actor) -> Invitation:
        if actor.kind == "staff" or not actor.reads or actor.keeps != "own":
            raise Problem("not-allowed")
        stay = encounters.row(connection, actor.organization, actor.encounter)
        made, person = invitations.make_move(connection, actor)
        return handed_out(made, base, stay, person)

    return await visit.write(work)


ROUTES = (redeem, refuse, invite, end_invitation, move)
