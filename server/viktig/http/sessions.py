"""Signing in again by the device's key, looking at one's sessions, and leaving."""

import base64

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from litestar import Request, Response, delete, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from viktig.domain.access import Actor
from viktig.domain.encounter import Staff
from viktig.domain.problems import Problem
from viktig.domain.session import Challenge, ChallengeRequest, DeviceKey, Person, Renewal, Session, SessionRow
from viktig.domain.shape import Shape
from viktig.http.house import House, Visit
from viktig.http.invitations import session_cookie
from viktig.storage import audit_events, encounters, sessions, stays, units
from viktig.storage.connection import Connection

TO_PERSON = msgspec.json.Decoder(Person)
TO_KEY = msgspec.json.Decoder(DeviceKey)


class SessionRows(Shape, frozen=True):
    sessions: tuple[SessionRow, ...] = ()


def session_of(connection: Connection, house: House, actor: Actor) -> Session:
    """Who is signed in, with what they may choose between."""
    if actor.kind == "staff":
        one = units.practitioner(connection, actor.organization, actor.author.partition("/")[2])
        staff = Staff(**msgspec.structs.asdict(one), places=units.everywhere(connection, actor.organization))
        return Session(kind="staff", profile=actor.profile, until=actor.until, staff=staff, demo=house.demo)
    person = Person(author=actor.author, role=actor.kind, name=actor.name, relation=actor.relation)
    stay = stays.stay(connection, actor, actor.encounter, house.forms) if actor.reads else None
    return Session(kind=actor.kind, profile=actor.profile, until=actor.until, person=person, stay=stay, demo=house.demo)


@get("/api/session", name="session", opt={"who": "signed-in"})
async def session(visit: NamedDependency[Visit]) -> Session:
    return await visit.read(lambda connection, actor: session_of(connection, visit.house, actor))


@delete("/api/session", name="sign-out", opt={"who": "signed-in"})
async def sign_out(visit: NamedDependency[Visit]) -> None:
    await visit.write(lambda connection, _: sessions.end(connection, visit.token))


@post("/api/session/not-me", name="not-me", status_code=204, opt={"who": "phone"})
async def not_me(visit: NamedDependency[Visit]) -> None:
    """The code reached the wrong person: this phone's key and sessions end, and the access log says so."""

    def work(connection: Connection, actor: Actor) -> None:
        if actor.kind == "staff":
            raise Problem("not-allowed")
        device = connection.sql.session_by_token(token_hash=sessions.hash_of(visit.token))["device"]
        audit_events.did(connection, actor, actor.patient, "", "not-me", "own")
        sessions.revoke(connection, device)
        sessions.end(connection, visit.token)
        connection.sql.end_moves(organization=actor.organization, encounter=actor.encounter, made_by=actor.author)
        encounters.phone_came(connection, actor.organization, actor.encounter)

    await visit.write(work)


@post("/api/session/challenge", name="challenge", status_code=200, opt={"who": "anybody"})
async def challenge(data: JSONBody[ChallengeRequest], house: NamedDependency[House]) -> Challenge:
    return Challenge(nonce=await house.database.write(lambda c: sessions.challenge(c, data.device)))


def signed(key: DeviceKey, nonce: str, signature: str) -> bool:
    """Whether the raw signature (r and s, 32 bytes each, base64url) over the nonce was made by this key."""
    try:
        x, y, raw = (base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)) for part in (key.x, key.y, signature))
        if len(raw) != 64:
            return False
        numbers = ec.EllipticCurvePublicNumbers(int.from_bytes(x), int.from_bytes(y), ec.SECP256R1())
        der = encode_dss_signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:]))
        numbers.public_key().verify(der, nonce.encode(), ec.ECDSA(hashes.SHA256()))
    except (ValueError, InvalidSignature):
        return False
    return True


@post("/api/session/renew", name="renew", status_code=200, opt={"who": "anybody"})
async def renew(
    data: JSONBody[Renewal], house: NamedDependency[House], request: Request[object, object, State]
) -> Response[Session]:
    """A new session for a phone whose key signed the challenge: no form closes because a login ran out."""
    agent = request.headers.get("user-agent", "")
    if not data.profile.isalnum():
        raise Problem("not-valid", "profile")

    def work(connection: Connection) -> tuple[Session, str] | None:
        device = sessions.device_of_challenge(connection, data.nonce, data.device)
        if not signed(TO_KEY.decode(device["public_key"]), data.nonce, data.signature):
            return None  # the nonce stays spent
        person = TO_PERSON.decode(device["person"])
        token, _ = sessions.start_phone(
            connection,
            device["organization"],
            device["patient"],
            device["encounter"],
            person,
            data.device,
            data.profile,
            agent,
            device["keeps"],
        )
        return session_of(connection, house, sessions.actor(connection, token, data.profile)), token

    outcome = await house.database.write(work)
    if outcome is None:
        raise Problem("key-unknown")
    found, token = outcome
    return Response(found, cookies=[session_cookie(data.profile, token, found.until, house.now())])


@get("/api/sessions", name="my-sessions", opt={"who": "signed-in"})
async def my_sessions(visit: NamedDependency[Visit]) -> SessionRows:
    return SessionRows(sessions=await visit.read(sessions.mine))


@delete("/api/sessions/{session_id:str}", name="end-session", opt={"who": "signed-in"})
async def end_session(session_id: FromPath[str], visit: NamedDependency[Visit]) -> None:
    await visit.write(lambda connection, actor: sessions.end_one(connection, actor, session_id))


ROUTES = (session, sign_out, not_me, challenge, renew, my_sessions, end_session)
