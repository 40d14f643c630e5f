"""Invitations: single use, short lived, five wrong tries. Only hashes are kept."""

import hashlib
import secrets
from datetime import timedelta
from typing import Literal

import msgspec

from viktig.domain.access import Actor
from viktig.domain.problems import Problem
from viktig.domain.session import InvitationRow, Person
from viktig.storage.clock import instant, moment, uuid7
from viktig.storage.connection import Connection, Row

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ2346789"
"""No I O S 0 1 5: they are mistaken for one another when read out."""
CODE_HOURS = 24
MOVE_MINUTES = 10
MOST_TRIES = 5
MOST_WRONG_CODES = 200
"""In a quarter of an hour, all together: a ward shares one address, so no single address is shut out."""
MARK = {"patient": "p.", "related": "c."}
"""Before the secret of a link that is for one person alone: whether that is the patient or somebody who helps."""
LINK_LENGTH = 16
"""What is as long as this is a link's secret: it cannot be guessed, and whoever has one is let in all the time."""


Made = tuple[str, str, str, str, str]
"""Id, secret (128 bits), short code, and when each of the two ends."""


def hash_of(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def tidy(code: str) -> str:
    """What was typed, as it was made: a link's secret is left alone, a short code loses spaces and small letters."""
    code = code.strip()
    if code[:2] in MARK.values():
        return code[2:]
    compact = "".join(code.split()).replace("-", "") if len("".join(code.split())) < LINK_LENGTH else code.strip()
    return compact.upper() if len(compact) == 8 else compact


def make(
    connection: Connection, organization: str, encounter: str, by: str, days: int, person: Person | None = None
) -> Made:
    """`person`: the carer it is for alone."""
    ends = timedelta(days=days), timedelta(hours=CODE_HOURS)
    return _make(connection, organization, encounter, by, ends, "carer" if person else "sheet", person)


def make_move(connection: Connection, actor: Actor) -> tuple[Made, Person]:
    """For the same person's next phone, within minutes; an earlier one ends."""
    connection.sql.end_moves(organization=actor.organization, encounter=actor.encounter, made_by=actor.author)
    role: Literal["patient", "related"] = "patient" if actor.kind == "patient" else "related"
    person = Person(author=actor.author, role=role, name=actor.name, relation=actor.relation)
    soon = timedelta(minutes=MOVE_MINUTES)
    made = _make(connection, actor.organization, actor.encounter, actor.author, (soon, soon), "move", person)
    return made, person


def _make(
    connection: Connection,
    organization: str,
    encounter: str,
    by: str,
    ends: tuple[timedelta, timedelta],
    kind: str,
    person: Person | None,
) -> Made:
    secret = secrets.token_urlsafe(16)
    code = "".join(secrets.choice(LETTERS) for _ in range(8))
    made = moment(connection.now)
    expires, code_expires = (instant(made + after) for after in ends)
    invitation = uuid7()
    connection.sql.add_invitation(
        organization=organization,
        invitation=invitation,
        encounter=encounter,
        secret_hash=hash_of(secret),
        code_hash=hash_of(code),
        made=connection.now,
        made_by=by,
        expires=expires,
        code_expires=code_expires,
        kind=kind,
        person=msgspec.json.encode(person).decode() if person else "",
        related=person.author.partition("/")[2] if person and person.role == "related" else "",
    )
    return invitation, secret, code, expires, code_expires


def find(connection: Connection, typed: str) -> Row:
    """The open invitation of a code, or why there is none."""
    since = instant(moment(connection.now) - timedelta(minutes=15))
    code = tidy(typed)
    if len(code) < LINK_LENGTH and connection.sql.wrong_codes(since=since)["n"] >= MOST_WRONG_CODES:
        raise Problem("too-many-tries")
    digest = hash_of(code)
    connection.sql.lock_invitation(hash=digest)
    found: Row | None = connection.sql.invitation_by_hash(hash=digest)
    if found is None:
        raise Problem("code-unknown")
    if found["state"] == "used":
        raise Problem("code-used")
    if found["state"] == "blocked":
        raise Problem("code-blocked")
    ends = found["expires"] if digest == found["secret_hash"] else found["code_expires"]
    running = found["status"] == "in-progress" or found["kind"] == "move"  # whoever reads on may do so on a new phone
    if found["state"] != "open" or connection.now > ends or not running:
        raise Problem("code-expired")
    return found


def wrong_code(connection: Connection) -> None:
    """Counts a code that nobody has; older ones are forgotten."""
    connection.sql.forget_wrong_codes(before=instant(moment(connection.now) - timedelta(hours=1)))
    connection.sql.add_wrong_code(organization="", id=uuid7(), at=connection.now)


def wrong_birth_date(connection: Connection, found: Row) -> str:
    """Counts a wrong try; the fifth ends the invitation. Gives the slug to be told."""
    tries = found["tries"] + 1
    state = "blocked" if tries >= MOST_TRIES else "open"
    connection.sql.set_invitation_tries(
        organization=found["organization"], invitation=found["invitation"], tries=tries, state=state
    )
    return "code-blocked" if state == "blocked" else "birth-date-differs"


def use(connection: Connection, found: Row) -> None:
    connection.sql.set_invitation_state(
        organization=found["organization"], invitation=found["invitation"], state="used"
    )


def used_by(connection: Connection, found: Row, device: str, person: Person) -> None:
    connection.sql.set_invitation_device(
        organization=found["organization"],
        invitation=found["invitation"],
        device=device,
        related=person.author.partition("/")[2] if person.role == "related" else "",
    )


def device_that_used(connection: Connection, typed: str) -> Row | None:
    """The phone that used this code within the last hour, while its key is good."""
    since = instant(moment(connection.now) - timedelta(hours=1))
    device: Row | None = connection.sql.device_of_invitation(hash=hash_of(tidy(typed)), since=since)
    return device


def refuse(connection: Connection, found: Row) -> None:
    connection.sql.set_invitation_state(
        organization=found["organization"], invitation=found["invitation"], state="refused"
    )


def end_all(connection: Connection, organization: str, encounter: str) -> None:
    """Whatever lies open dies with the stay."""
    connection.sql.end_invitations(organization=organization, encounter=encounter)


def end_sheets(connection: Connection, organization: str, encounter: str) -> None:
    """The ward's sheet dies at transfer."""
    connection.sql.end_sheets(organization=organization, encounter=encounter)


def end_of_carer(connection: Connection, organization: str, encounter: str, related: str) -> None:
    connection.sql.end_invitations_of_carer(organization=organization, encounter=encounter, related=related)


def end(connection: Connection, organization: str, encounter: str, invitation: str) -> None:
    connection.sql.end_invitation(organization=organization, encounter=encounter, invitation=invitation)


def rows(connection: Connection, organization: str, encounter: str) -> tuple[InvitationRow, ...]:
    found = connection.sql.invitations_of_stay(organization=organization, encounter=encounter)
    return tuple(
        InvitationRow(
            id=row["invitation"],
            made=row["made"],
            expires=row["expires"],
            state="expired" if row["state"] == "open" and row["expires"] < connection.now else row["state"],
        )
        for row in found
    )
