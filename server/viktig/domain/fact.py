"""One row a stay: the times of its events, counted from the events themselves. `viktig rebuild` counts it all again."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, Literal
from zoneinfo import ZoneInfo

from viktig.domain.asking import TALKS, WHAT_MATTERS
from viktig.domain.shape import Instant, Shape
from viktig.domain.version import Bases, newest

UNREAD, CHANGED = 1, 2
COUNTED: Final = ("", WHAT_MATTERS)
"""Work whose answers count as the patient's answer; a form that we do not know was never another."""


class StayEvent(Shape, frozen=True):
    """`body` is the ending, the reason why the person could not be asked, the module, or when a move was noted: it is
    known from then on (of older moves that is empty, and they are known from when they happened)."""

    kind: Literal["arrived", "moved", "ended", "offered", "postponed", "resumed", "returned", "module-offered"]
    at: Instant
    unit: str = ""
    body: str = ""


class Writing(Shape, frozen=True, kw_only=True):
    """One version of a form. `said` counts the questions that hold something; `workflow` is the form's."""

    document: str
    version: str
    base: tuple[str, ...] = ()
    received: Instant
    sent: bool
    counted: bool
    """Sent, and within the form's rules: what breaks them is shown, and counts when it is mended."""
    said: int = 0
    helper: str = ""
    """The helper's own word for who they are; empty when no helper wrote it."""
    workflow: str = ""


class Reading(Shape, frozen=True):
    at: Instant
    versions: tuple[str, ...]


class Doing(Shape, frozen=True):
    """An action was made; `helped` is the patient's latest word on it."""

    at: Instant
    helped: str = ""


class Fact(Shape, frozen=True, kw_only=True):
    """Field names are the columns of `stay_fact`."""

    unit: str
    admitted: Instant
    ended: Instant = ""
    ending: str = ""
    month: str = ""
    excluded: str = ""
    offered_at: Instant = ""
    asked_at: Instant = ""
    begun: int = 0
    answered_at: Instant = ""
    changed_at: Instant = ""
    helped_by: str = ""
    answered_unit: str = ""
    first_read_at: Instant = ""
    read_at: Instant = ""
    unread: int = 0
    responded_at: Instant = ""
    task_asked: int = 0
    helped: str = ""
    talked: str = ""


def fact(
    admitted: Instant,
    events: Sequence[StayEvent],
    writings: Sequence[Writing],
    readings: Sequence[Reading],
    doings: Sequence[Doing],
    talked: str,
    zone: str,
) -> Fact:
    """Counts one stay from what happened to it; every sequence in order of time. Asked, begun and answered is what
    matters; read is all that was sent, but for the talks, which staff wrote themselves."""
    unit, ended, ending, excluded = "", "", "", ""
    for event in events:
        match event.kind:
            case "arrived":
                unit = unit or event.unit
            case "moved":
                unit = event.unit
            case "returned":
                ended = ending = ""
            case "ended":
                ended, ending = event.at, event.body
            case "postponed":
                excluded = event.body
            case "resumed":
                excluded = ""
            case "offered" | "module-offered":
                pass
    theirs = [writing for writing in writings if writing.workflow not in TALKS]
    main = [writing for writing in theirs if writing.workflow in COUNTED]
    sent = [writing for writing in main if writing.counted]
    asked = [main[0].received] if main else []
    asked += [event.at for event in events if event.kind == "postponed" and event.body == "declined"]
    drafts = [writing for writing in main if not writing.counted]
    return Fact(
        unit=unit,
        admitted=admitted,
        ended=ended,
        ending=ending,
        month=month_of(ended, zone) if ended else "",
        excluded="" if sent else excluded,
        offered_at=next((event.at for event in events if event.kind == "offered"), ""),
        asked_at=min(asked, default=""),
        begun=0 if sent else max((writing.said for writing in drafts), default=0),
        answered_at=sent[0].received if sent else "",
        changed_at=next((writing.received for writing in reversed(theirs) if writing.counted), ""),
        helped_by=next((writing.helper for writing in reversed(sent) if writing.helper), ""),
        answered_unit=unit_at(events, sent[0].received) if sent else "",
        first_read_at=readings[0].at if readings else "",
        read_at=readings[-1].at if readings else "",
        unread=unread(theirs, readings),
        responded_at=min((doing.at for doing in doings), default=""),
        task_asked=int(bool(doings)),
        helped=best([doing.helped for doing in doings]),
        talked=talked,
    )


def unread(writings: Sequence[Writing], readings: Sequence[Reading]) -> int:
    """0 when every newest sent version was on somebody's screen; UNREAD, or CHANGED when older ones were."""
    seen = {version for reading in readings for version in reading.versions}
    for document in {writing.document for writing in writings}:
        own = [writing for writing in writings if writing.document == document]
        bases: Bases = {writing.version: writing.base for writing in own}
        if not set(newest(bases, [writing.version for writing in own if writing.sent])) <= seen:
            return CHANGED if seen else UNREAD
    return 0


def unit_at(events: Sequence[StayEvent], at: Instant) -> str:
    """Where the patient lay at that time."""
    places = [event for event in events if event.kind in ("arrived", "moved")]
    before = [event.unit for event in places if event.at <= at]
    return before[-1] if before else places[0].unit if places else ""


def ending_of(events: Sequence[StayEvent]) -> str:
    """How the stay has ended; empty while it goes on."""
    endings = [event.body if event.kind == "ended" else "" for event in events if event.kind in ("ended", "returned")]
    return endings[-1] if endings else ""


def month_of(at: Instant, zone: str) -> str:
    """YYYY-MM in the unit's time zone."""
    return datetime.fromisoformat(at).astimezone(ZoneInfo(zone)).strftime("%Y-%m")


def best(words: Sequence[str]) -> str:
    """The kindest of several words on whether it helped; empty when nobody answered."""
    return next((word for word in ("yes", "little", "no", "unknown") if word in words), "")
