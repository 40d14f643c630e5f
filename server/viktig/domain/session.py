"""Signing in: by invitation, by the device's key, or (in a demo) by a click."""

from typing import Annotated, Literal

from msgspec import Meta

from viktig.domain.encounter import Staff, Stay
from viktig.domain.shape import Day, Id, Instant, Line, Shape

Profile = Annotated[str, Meta(pattern=r"^[a-z0-9]{8,32}$")]
"""Names one person on one device; the cookie is `__Host-viktig-<profile>`."""


Keeping = Literal["own", "shared", "ward"]
"""Whose phone it is: the person's own; one that several share, which holds nothing only for health personnel after it
was sent; the ward's tablet, which is wiped when it is handed back."""


class DeviceKey(Shape, frozen=True):
    """The public half (JWK, P-256) of a key that never leaves the device."""

    kty: Literal["EC"]
    crv: Literal["P-256"]
    x: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{43}$")]
    y: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{43}$")]


class Redemption(Shape, kw_only=True, frozen=True):
    """`code` is the link's fragment or the short code, spaces and letter case as typed."""

    code: Annotated[str, Meta(min_length=4, max_length=80)]
    birth_date: Day
    role: Literal["patient", "related"]
    """With `name` and `relation`: what counts when the invitation itself does not say whose it is."""
    name: Line = ""
    relation: Line = ""
    profile: Profile
    device: DeviceKey | None = None
    keeps: Keeping = "own"


class InvitationRefusal(Shape, frozen=True):
    """ "I am not this person": the invitation ends, and the ward is told."""

    code: Annotated[str, Meta(min_length=4, max_length=80)]


class Person(Shape, frozen=True):
    """Who holds the phone: `author` is what their versions carry."""

    author: Line
    role: Literal["patient", "related"]
    name: Line
    relation: Line = ""


class Welcome(Shape, frozen=True):
    """What a phone gets for a good code."""

    profile: Profile
    person: Person
    stay: Stay
    device: Id = ""
    until: Instant = ""


class Challenge(Shape, frozen=True):
    """To be signed (ECDSA P-256, SHA-256, over the UTF-8 of `nonce`) within five minutes."""

    nonce: Line


class ChallengeRequest(Shape, frozen=True):
    device: Id


class Renewal(Shape, frozen=True):
    device: Id
    nonce: Line
    signature: Annotated[str, Meta(max_length=200)]
    profile: Profile


class DemoSignIn(Shape, frozen=True):
    staff: Line
    """`organisation:practitioner`, as the list of demo people gives it."""
    profile: Profile


class Session(Shape, frozen=True):
    """Who is signed in under the profile that the request names."""

    kind: Literal["patient", "related", "staff"]
    profile: Profile
    until: Instant
    person: Person | None = None
    stay: Stay | None = None
    staff: Staff | None = None
    demo: bool = False


class SessionRow(Shape, frozen=True):
    """One of my sessions, to look at and to end."""

    id: Id
    started: Instant
    seen: Instant
    current: bool = False
    agent: Line = ""


class NewInvitation(Shape, frozen=True):
    """How the sheet is handed over; `short` codes live 24 hours, links until they expire or the stay ends."""

    days: Annotated[int, Meta(ge=1, le=30)] = 7


class Invitation(Shape, kw_only=True, frozen=True):
    """Shown once: only hashes are kept. `qr` is an SVG drawing of `link`."""

    id: Id
    link: Line
    code: Line
    qr: Annotated[str, Meta(max_length=60_000)]
    initials: Line
    room: Line = ""
    name: Line = ""
    """Whom it is for, when it is for one person alone."""
    expires: Instant
    code_expires: Instant


class InvitationRow(Shape, frozen=True):
    id: Id
    made: Instant
    expires: Instant
    state: Literal["open", "used", "expired", "blocked", "refused", "ended"]
