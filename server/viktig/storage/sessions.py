"""Sessions of our own: an opaque token, new at every sign-in, with an idle and an absolute limit."""

import hashlib
import secrets
from datetime import timedelta

import msgspec

from viktig.domain.access import DAYS_AFTER_STAY_PHONE, Actor
from viktig.domain.consent import Scopes, shared_now
from viktig.domain.person import Practitioner
from viktig.domain.problems import Problem
from viktig.domain.session import DeviceKey, Keeping, Person, SessionRow
from viktig.storage import reminders, units
from viktig.storage.clock import instant, moment, uuid7
from viktig.storage.connection import Connection, Row

TO_PERSON = msgspec.json.Decoder(Person)
IDLE = {"staff": timedelta(minutes=60), "patient": timedelta(days=7), "related": timedelta(days=7)}
LONGEST = {"staff": timedelta(hours=12), "patient": timedelta(days=30), "related": timedelta(days=30)}
SEEN_EVERY = timedelta(minutes=5)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def start_phone(
    connection: Connection,
    organization: str,
    patient: str,
    encounter: str,
    person: Person,
    device: str,
    profile: str,
    agent: str,
    keeps: Keeping = "own",
) -> tuple[str, str]:
    """Gives the token and the time when it ends. A phone has one session: the one before ends with it."""
    if device:
        connection.sql.end_sessions_of_device(device=device)
    return _start(
        connection,
        organization=organization,
        kind=person.role,
        author=person.author,
        patient=patient,
        encounter=encounter,
        person=msgspec.json.encode(person).decode(),
        device=device,
        profile=profile,
        agent=agent,
        keeps=keeps,
    )


def start_staff(
    connection: Connection, organization: str, practitioner: str, profile: str, agent: str
) -> tuple[str, str]:
    return _start(
        connection,
        organization=organization,
        kind="staff",
        author=f"Practitioner/{practitioner}",
        patient="",
        encounter="",
        person="",
        device="",
        profile=profile,
        agent=agent,
        keeps="own",
    )


def _start(connection: Connection, **row: str) -> tuple[str, str]:
    token = secrets.token_urlsafe(32)
    until = instant(moment(connection.now) + LONGEST[row["kind"]])
    connection.sql.forget_old_sessions(now=connection.now)
    row["agent"] = row["agent"][:120]
    connection.sql.add_session(
        token_hash=hash_of(token), session=uuid7(), started=connection.now, seen=connection.now, until=until, **row
    )
    return token, until


def actor(connection: Connection, token: str, profile: str) -> Actor:
    """Who holds this token now; the profile that the request names must be the session's."""
    row = connection.sql.session_by_token(token_hash=hash_of(token))
    if row is None:
        raise Problem("session-expired")
    now = moment(connection.now)
    if connection.now > row["until"] or moment(row["seen"]) + IDLE[row["kind"]] < now:
        raise Problem("session-expired")
    if row["profile"] != profile:
        raise Problem("wrong-profile")
    if row["kind"] == "staff":
        return _staff(row, units.practitioner(connection, row["organization"], row["author"].partition("/")[2]))
    person = TO_PERSON.decode(row["person"])
    return Actor(
        organization=row["organization"],
        kind=row["kind"],
        author=row["author"],
        session=row["session"],
        profile=row["profile"],
        patient=row["patient"],
        encounter=row["encounter"],
        scopes=shared(connection, row) if row["kind"] == "related" else (),
        keeps=row["keeps"],
        name=person.name,
        relation=person.relation,
        reads=reads(row, connection.now),
        until=row["until"],
        seen=row["seen"],
    )


def shared(connection: Connection, row: Row) -> Scopes:
    until = row["shared_until"] or ""
    today = units.today(connection, row["organization"], row["encounter"]) if until else ""
    return shared_now(row["scopes"] or "", until, row["consent_status"] or "", today)


def reads(row: Row, now: str) -> bool:
    """Until the stay's end and some days; never after a mistake."""
    if row["status"] in ("entered-in-error", "cancelled"):
        return False
    return not row["ended"] or moment(row["ended"]) + timedelta(days=DAYS_AFTER_STAY_PHONE) > moment(now)


def _staff(row: Row, one: Practitioner) -> Actor:
    return Actor(
        organization=row["organization"],
        kind="staff",
        author=row["author"],
        session=row["session"],
        profile=row["profile"],
        name=one.given,
        title=one.title,
        role=one.role,
        units=one.units,
        until=row["until"],
        seen=row["seen"],
    )


def seen_again(connection: Connection, token: str, actor: Actor) -> None:
    """Puts off the idle limit; written every few minutes only."""
    if moment(actor.seen) + SEEN_EVERY < moment(connection.now):
        connection.sql.session_seen(token_hash=hash_of(token), seen=connection.now)


def end(connection: Connection, token: str) -> None:
    row = connection.sql.session_by_token(token_hash=hash_of(token))
    reminders.device_left(connection, row["device"] if row else "")
    connection.sql.end_session(token_hash=hash_of(token))


def add_device(
    connection: Connection,
    organization: str,
    patient: str,
    encounter: str,
    person: Person,
    key: DeviceKey,
    keeps: Keeping,
) -> str:
    device = uuid7()
    connection.sql.add_device(
        device=device,
        organization=organization,
        patient=patient,
        encounter=encounter,
        author=person.author,
        person=msgspec.json.encode(person).decode(),
        public_key=msgspec.json.encode(key).decode(),
        keeps=keeps,
        made=connection.now,
    )
    return device


def same_key(device: Row, key: DeviceKey) -> bool:
    return str(device["public_key"]) == msgspec.json.encode(key).decode()


def challenge(connection: Connection, device: str) -> str:
    """A nonce for a device to sign, good for five minutes. An unknown device gets one too, that fits nothing."""
    connection.sql.forget_challenges(now=connection.now)
    nonce = secrets.token_urlsafe(32)
    connection.sql.add_challenge(
        nonce=nonce, device=device, expires=instant(moment(connection.now) + timedelta(minutes=5))
    )
    return nonce


def device_of_challenge(connection: Connection, nonce: str, device: str) -> Row:
    """Spends the nonce; gives the device it was made for."""
    spent = connection.sql.take_challenge(nonce=nonce)
    if spent is None or spent["device"] != device or spent["expires"] < connection.now:
        raise Problem("key-unknown")
    row: Row | None = connection.sql.device(device=device)
    if row is None or row["revoked"]:
        raise Problem("key-unknown")
    return row


def revoke(connection: Connection, device: str) -> None:
    """A phone that has no key shares its empty name with all others: nothing is ended then."""
    if not device:
        return
    connection.sql.revoke_device(device=device, revoked=connection.now)
    reminders.device_left(connection, device)
    connection.sql.end_sessions_of_device(device=device)


def mine(connection: Connection, actor: Actor) -> tuple[SessionRow, ...]:
    rows = connection.sql.sessions_of_author(organization=actor.organization, author=actor.author)
    return tuple(
        SessionRow(
            id=row["session"],
            started=row["started"],
            seen=row["seen"],
            agent=row["agent"],
            current=row["session"] == actor.session,
        )
        for row in rows
    )


def end_one(connection: Connection, actor: Actor, session: str) -> None:
    """Ends one of my own sessions, its device's key with it, and a code for a next phone that it may have asked for."""
    row = connection.sql.session_of_author(organization=actor.organization, author=actor.author, session=session)
    if row is None:
        raise Problem("not-found")
    if row["device"]:
        revoke(connection, row["device"])
    connection.sql.end_session_of_author(organization=actor.organization, author=actor.author, session=session)
    connection.sql.end_moves(organization=actor.organization, encounter=actor.encounter, made_by=actor.author)
