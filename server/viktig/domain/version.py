"""Documents have versions: the one idea that carries everything a person writes under their own name."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from viktig.domain.consent import Consent, Scope
from viktig.domain.entry import ContactPoint, MedicationStatement, VisitQuestion
from viktig.domain.mark import CommunicationRequest, ModuleProgress, TalkMark, TaskMark
from viktig.domain.questionnaire_response import Audience, QuestionnaireResponse
from viktig.domain.shape import Id, Instant, Line, Shape, Uuid
from viktig.domain.translation import Translation

Content = (
    QuestionnaireResponse
    | TaskMark
    | TalkMark
    | CommunicationRequest
    | ModuleProgress
    | VisitQuestion
    | MedicationStatement
    | ContactPoint
    | Consent
    | Translation
)

SHAPE = 1
"""Number of the content's shape. Every number that was ever released is read for ever (tests/wire/)."""


class Version(Shape, kw_only=True, frozen=True):
    """One version of one document as it travels. `content` stays the exact text that was sent."""

    id: Uuid
    """The document."""
    version: Uuid
    """This version, made by the device: the idempotency key."""
    base: Annotated[tuple[Uuid, ...], Meta(max_length=20)] = ()
    """The versions the author saw when writing; an unknown one is stored, not refused."""
    patient: Id
    author: Annotated[str, Meta(pattern=r"^(Patient|RelatedPerson|Practitioner)/[A-Za-z0-9_-]{1,64}$")]
    recorded: Instant
    """The device's clock: kept, never trusted for order."""
    shape: Annotated[int, Meta(ge=1)] = SHAPE
    content: msgspec.Raw


class StoredVersion(Shape, kw_only=True, frozen=True):
    """A version as it comes back: with the time the server received it, and who wrote it in words."""

    id: Uuid
    version: Uuid
    base: tuple[Uuid, ...] = ()
    patient: Id
    author: Line
    author_name: Line = ""
    recorded: Instant
    received: Instant
    shape: int = SHAPE
    hash: Line = ""
    content: msgspec.Raw


Outcome = Literal["stored", "already", "refused"]


class Receipt(Shape, frozen=True):
    """Given only when the commit has reached the disk. `hash`: SHA-256 (hex) of the content's UTF-8 bytes as sent."""

    version: Line
    outcome: Outcome
    hash: Line = ""
    received: Instant = ""
    remark: tuple[Line, ...] = ()
    """Slugs of the form's rules that the content breaks: kept and shown, not counted until mended."""
    problem: Line = ""
    """Slug, when refused."""


def audience_of(content: Content) -> Audience:
    """Who may see it: a wish to talk alone, and what is shared with whom, is for no helper by its nature."""
    match content:
        case QuestionnaireResponse() | Translation():
            return content.audience
        case CommunicationRequest() | Consent():
            return "staff"
        case _:
            return "all"


SCOPE: Final[Mapping[str, Scope | Literal[""]]] = {
    "QuestionnaireResponse": "answers",
    "CommunicationRequest": "answers",
    "Translation": "answers",
    "TaskMark": "plan",
    "VisitQuestion": "list",
    "MedicationStatement": "list",
    "ContactPoint": "list",
}
"""What each kind of document falls under when the patient shares it; the others are nobody's but whose they are."""


def about(content: Content, author: str) -> str:
    """Whose own it is, when that is somebody who helps (`RelatedPerson/…`); empty: the patient's."""
    match content:
        case QuestionnaireResponse() | Translation():
            return content.subject
        case ModuleProgress() if author.startswith("RelatedPerson/"):
            return author
        case _:
            return ""


Bases = Mapping[str, tuple[str, ...]]
"""version id -> the versions it was written on."""


def heads(bases: Bases) -> tuple[str, ...]:
    """The versions that no other names as its base, in order of id. A ring of names leaves no document headless."""
    named = {base for version, names in bases.items() for base in names if base != version}
    found = {version for version in bases if version not in named}
    covered = {older for version in found for older in ancestors(bases, version)}
    return tuple(sorted(found)) if len(covered) == len(bases) else newest(bases, bases)


def ancestors(bases: Bases, version: str) -> set[str]:
    """The version itself and all it was written on, as far as they are known."""
    seen: set[str] = set()
    waiting = [version]
    while waiting:
        one = waiting.pop()
        if one not in seen and one in bases:
            seen.add(one)
            waiting.extend(bases[one])
    return seen


def oldest_first(bases: Bases, chosen: Iterable[str]) -> tuple[str, ...]:
    """The chosen versions and all they were written on, each after its bases (but for a ring), else in order of id."""
    order: dict[str, None] = {}
    entered: set[str] = set()
    waiting = sorted(chosen, reverse=True)
    while waiting:
        one = waiting[-1]
        if one in entered or one not in bases:
            waiting.pop()
            if one in bases:
                order.setdefault(one)
        else:
            entered.add(one)
            waiting.extend(sorted((base for base in bases[one] if base not in entered), reverse=True))
    return tuple(order)


def newest(bases: Bases, chosen: Iterable[str]) -> tuple[str, ...]:
    """Of the chosen versions, those that no other chosen one was (directly or not) written on, in order of id.

    Versions that were written on each other cover nothing of each other: of a ring, all stand.
    """
    waiting = set(chosen)
    below: dict[str, set[str]] = {}
    covered: set[str] = set()
    for version in sorted(waiting, reverse=True):  # the latest first: one walk covers what it was written on
        if version not in covered:
            below[version] = ancestors(bases, version)
            covered |= below[version]
    left = {one for top, older in below.items() for one in older & below.keys() if top not in below[one]}
    standing = below.keys() - left
    rings = [top for top in standing if any(top in bases.get(older, ()) for older in below[top] - {top})]
    alike = {one for top in rings for one in below[top] & waiting if top in ancestors(bases, one)}
    return tuple(sorted(standing | alike))
