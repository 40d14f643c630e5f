"""Documents have versions: the one idea that carries everything a person writes under their own name."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from viktig.domain.mark import CommunicationRequest, ModuleProgress, TalkMark, TaskMark
from viktig.domain.questionnaire_response import Audience, QuestionnaireResponse
from viktig.domain.shape import Id, Instant, Line, Shape, Uuid

Content = QuestionnaireResponse | TaskMark | TalkMark | CommunicationRequest | ModuleProgress

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
    """Given only after the commit has reached the disk. `hash` is SHA-256 (hex) of the content's UTF-8 bytes as sent."""

    version: Line
    outcome: Outcome
    hash: Line = ""
    received: Instant = ""
    remark: tuple[Line, ...] = ()
    """Slugs of the form's rules that the content breaks: kept and shown, not counted until mended."""
    problem: Line = ""
    """Slug, when refused."""


def encounter_of(content: Content) -> str:
    return content.encounter


def audience_of(content: Content) -> Audience:
    """Who may see it: a wish to talk alone is for staff by its nature."""
    match content:
        case QuestionnaireResponse():
            return content.audience
        case CommunicationRequest():
            return "staff"
        case _:
            return "all"


Bases = Mapping[str, tuple[str, ...]]
"""version id -> the versions it was written on."""


def heads(bases: Bases) -> tuple[str, ...]:
    """The versions that no other version names as its base, in order of id."""
    named = {base for names in bases.values() for base in names}
    return tuple(sorted(version for version in bases if version not in named))


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


def common_base(bases: Bases, one: str, other: str) -> str | None:
    """The newest version both were written on; the largest id when there are several, None when there is none."""
    shared = ancestors(bases, one) & ancestors(bases, other)
    below = {base for version in shared for base in bases[version]}
    return max(shared - below, default=None)


def newest(bases: Bases, chosen: Iterable[str]) -> tuple[str, ...]:
    """Of the chosen versions, those that no other chosen one was (directly or not) written on, in order of id."""
    wanted = set(chosen)
    covered: set[str] = set()
    for version in wanted:
        covered |= ancestors(bases, version) - {version}
    return tuple(sorted(wanted - covered))
