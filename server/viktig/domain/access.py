"""Who may do what: one function decides, and says on what ground."""

from typing import Literal

from viktig.domain.consent import Scope, Scopes
from viktig.domain.person import StaffRole
from viktig.domain.problems import Problem
from viktig.domain.questionnaire_response import Audience
from viktig.domain.session import Keeping
from viktig.domain.shape import Id, Instant, Line, Shape

DAYS_AFTER_STAY_TEAM = 14
DAYS_AFTER_STAY_PHONE = 30

Basis = Literal["own", "helping", "care-team", "owner", "leader"]
Verb = Literal["write", "see", "see-own-log", "open", "list", "act", "read", "admit", "count"]


class Actor(Shape, frozen=True):
    """Who is asking. `author` is FHIR's way of saying it: Patient/…, RelatedPerson/…, Practitioner/…."""

    organization: Id
    kind: Literal["patient", "related", "staff"]
    author: Line
    session: Id
    profile: Line
    patient: Id = ""
    encounter: Id = ""
    reads: bool = True
    """False when the stay is long over or was a mistake: such a phone may only hand in what it still holds."""
    scopes: Scopes = ()
    """Of somebody who helps: what the patient shares with them now."""
    keeps: Keeping = "own"
    name: Line = ""
    relation: Line = ""
    title: Line = ""
    role: StaffRole | Literal[""] = ""
    units: tuple[Id, ...] = ()
    until: Instant = ""
    seen: Instant = ""


class Chart(Shape, frozen=True):
    """A patient's stay as a thing to be allowed to see.

    `fresh` is within the days after the stay. `waiting`: something here is the leader's to see to, an answer that
    nobody read before the stay ended (also when this leader has just read it: reading is followed by doing), or a wish
    to talk that nobody took in time.
    """

    organization: Id
    patient: Id
    unit: Id
    open: bool
    fresh: bool = False
    waiting: bool = False


class Paper(Shape, frozen=True):
    """A document (or another thing told to phones) as a thing to be allowed to see or write.

    `scope`: what it falls under when the patient shares it; empty: nobody's but whose it is. `about`: the one who helps
    (`RelatedPerson/…`) whose own it is; empty: the patient's.
    """

    organization: Id
    patient: Id
    encounter: Id
    audience: Audience
    scope: Scope | Literal[""] = "answers"
    about: Line = ""


class Place(Shape, frozen=True):
    """A unit as a thing to be allowed to look at or work in."""

    organization: Id
    unit: Id


Thing = Chart | Paper | Place


def may(actor: Actor, verb: Verb, thing: Thing) -> Basis | Problem:
    """The ground on which it is allowed, or the problem. What is another's is said not to exist."""
    if thing.organization != actor.organization:
        return Problem("not-found")
    match thing:
        case Paper():
            return _paper(actor, verb, thing)
        case Chart():
            return _chart(actor, verb, thing)
        case Place():
            return _place(actor, verb, thing)


def _paper(actor: Actor, verb: Verb, paper: Paper) -> Basis | Problem:
    if actor.kind == "staff":
        return Problem("not-allowed")  # staff reach papers through the stay's chart
    if actor.patient != paper.patient:
        return Problem("not-found")
    if verb == "see" and not actor.reads:
        return Problem("not-allowed")
    if actor.kind == "related":
        return _helps(actor, paper)
    if paper.about:
        shared = verb == "see" and paper.audience == "all" and paper.scope == "answers"
        return "own" if shared else Problem("not-allowed")
    if verb == "see" and actor.keeps != "own" and paper.audience == "staff" and paper.scope == "answers":
        return Problem("not-allowed")  # several share this phone: what was sent to health personnel alone stays there
    return "own"


def _helps(actor: Actor, paper: Paper) -> Basis | Problem:
    """Their own, and of the patient's what is shared with them now; of another helper's nothing."""
    if paper.encounter != actor.encounter:
        return Problem("not-allowed")
    if paper.about == actor.author:
        return "own"
    shared = not paper.about and paper.audience == "all" and paper.scope in actor.scopes
    return "helping" if shared else Problem("not-allowed")


def _chart(actor: Actor, verb: Verb, chart: Chart) -> Basis | Problem:
    if actor.kind != "staff":
        own = actor.kind == "patient" and actor.patient == chart.patient and actor.reads
        return "own" if own and verb == "see-own-log" else Problem("not-found")
    if chart.unit not in actor.units:
        return Problem("not-found")
    if actor.role == "nurse" and verb in ("open", "act", "read", "write", "admit"):
        if chart.open or (chart.fresh and verb != "admit"):
            return "care-team"
        return Problem("stay-ended")
    if actor.role == "leader" and verb in ("open", "act", "read") and chart.waiting:
        return "owner"
    return Problem("not-allowed")


def _place(actor: Actor, verb: Verb, place: Place) -> Basis | Problem:
    if actor.kind != "staff" or place.unit not in actor.units:
        return Problem("not-found")
    if actor.role == "nurse" and verb in ("list", "admit", "count"):
        return "care-team"
    if actor.role == "leader" and verb in ("list", "count"):
        return "leader"
    return Problem("not-allowed")


def granted(actor: Actor, verb: Verb, thing: Thing) -> Basis:
    """`may`, with the problem raised."""
    decision = may(actor, verb, thing)
    if isinstance(decision, Problem):
        raise decision
    return decision


def reach(actor: Actor) -> str:
    """What a phone's person may see, as a short text that changes when the reach does."""
    what = " ".join(sorted(actor.scopes)) if actor.kind == "related" else "all+staff"
    return f"{actor.author} {what} {actor.keeps} {'reads' if actor.reads else 'sends'}"
