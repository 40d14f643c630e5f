"""Which forms a stay asks: by what each form says of itself, and by what has been begun."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from viktig.domain.library import FormEntry
from viktig.domain.shape import Shape

WHAT_MATTERS: Final = "what-matters"
STILL_RIGHT: Final = "still-right"
ACTIVITIES: Final = "activities"
TALKS: Final = ("admission-talk", "discharge-talk")
"""Filled in by staff and patient together; nobody is asked them alone."""
WORKFLOWS: Final = frozenset((WHAT_MATTERS, STILL_RIGHT, ACTIVITIES, *TALKS))
FALLBACK: Final = "medical"
"""Where no form is meant for such a place, that of a medical ward is asked."""
NEAR: Final = timedelta(days=1)


class Forms(Shape, frozen=True):
    """`now`: each form in the version that is asked now. `ever`: canonical -> every version that was ever asked; `own`:
    the same of what organisations have loaded, by organisation and canonical."""

    now: tuple[FormEntry, ...]
    ever: Mapping[str, FormEntry]
    own: Mapping[tuple[str, str], FormEntry] = {}

    def known(self, canonical: str, organization: str) -> FormEntry | None:
        return self.ever.get(canonical) or self.own.get((organization, canonical))

    def questions(self, canonical: str, organization: str) -> int:
        """How many questions it asks; 0 for a form that is not ours."""
        known = self.known(canonical, organization)
        return known.questions if known else 0


class Situation(Shape, frozen=True, kw_only=True):
    """As much of a stay as decides what it asks. Days are the unit's."""

    organization: str
    kind: str
    born: str
    admitted: str
    today: str
    leaves: str = ""
    """The planned discharge; empty where there is none."""
    moved: bool = False
    running: bool = True

    @property
    def age(self) -> int:
        """In whole years, on the day of admission."""
        born, came = date.fromisoformat(self.born), date.fromisoformat(self.admitted)
        return max(0, came.year - born.year - ((came.month, came.day) < (born.month, born.day)))

    @property
    def turns(self) -> bool:
        """Whether the patient has come from another unit, or leaves today or tomorrow."""
        near = bool(self.leaves) and date.fromisoformat(self.leaves) <= date.fromisoformat(self.today) + NEAR
        return self.running and (self.moved or near)


class Begun(Shape, frozen=True):
    """A document of the stay that holds answers to a form. `sent`: it was, and whoever asks may know that."""

    canonical: str
    sent: bool = False


class Asked(Shape, frozen=True):
    """`newer`: the version that is asked now, where answers were begun on an older one."""

    form: FormEntry
    newer: FormEntry | None = None


def of_patient(forms: Forms, stay: Situation, begun: Sequence[Begun]) -> tuple[Asked, ...]:
    """What matters first; then what is asked anew at a transition, and what may be left out."""
    first = _one(forms, stay, WHAT_MATTERS, "patient", begun)
    sent = any(one.sent and _workflow(forms, one, stay.organization) == WHAT_MATTERS for one in begun)
    anew = _one(forms, stay, STILL_RIGHT, "patient", begun)
    if anew and not (stay.turns and sent) and not _is_begun(anew, begun):
        anew = None
    return tuple(one for one in (first, anew, _one(forms, stay, ACTIVITIES, "patient", begun)) if one)


def of_carer(forms: Forms, stay: Situation, begun: Sequence[Begun]) -> tuple[Asked, ...]:
    """What each who helps is asked about themselves. `begun`: by this one."""
    one = _one(forms, stay, WHAT_MATTERS, "related", begun)
    return (one,) if one else ()


def of_team(forms: Forms, stay: Situation, begun: Sequence[Begun]) -> tuple[Asked, ...]:
    """The talks that patient and staff have together."""
    return tuple(one for each in TALKS if (one := _one(forms, stay, each, "patient", begun)))


def later(one: str, other: str) -> str:
    """Of two canonicals that of the later version: a document does not go back to an earlier one."""
    return max(one, other, key=lambda canonical: _number(canonical.partition("|")[2]))


def _one(forms: Forms, stay: Situation, workflow: str, about: str, begun: Sequence[Begun]) -> Asked | None:
    """What was begun goes on, on its own version, whatever the rule says now; else the form that fits best."""
    meant = [one for one in forms.now if (one.workflow, one.about) == (workflow, about)]
    best = _best(meant, stay)
    known = (forms.known(one.canonical, stay.organization) for one in begun)
    held = [one for one in known if one and (one.workflow, one.about) == (workflow, about)]
    if not held:
        return Asked(best) if best else None
    url = best.url if best and any(one.url == best.url for one in held) else held[0].url
    form = max((one for one in held if one.url == url), key=lambda one: _number(one.version))
    now = next((one for one in forms.now if one.url == url), None)
    newer = now if now and _number(now.version) > _number(form.version) else None
    return Asked(form, newer)


def _best(meant: Iterable[FormEntry], stay: Situation) -> FormEntry | None:
    """A form for the age goes before one for the place, and that before one for all; of two such the house's own."""
    theirs = [
        one for one in meant if one.organization in ("", stay.organization) and one.youngest <= stay.age <= one.oldest
    ]
    fitting = [one for one in theirs if not one.venues or stay.kind in one.venues]
    fitting = fitting or [one for one in theirs if FALLBACK in one.venues and one.workflow == WHAT_MATTERS]
    return min(fitting, key=lambda one: (not one.of_an_age, not one.venues, not one.organization), default=None)


def _workflow(forms: Forms, one: Begun, organization: str) -> str:
    known = forms.known(one.canonical, organization)
    return known.workflow if known else ""


def _is_begun(asked: Asked, begun: Iterable[Begun]) -> bool:
    return any(one.canonical.partition("|")[0] == asked.form.url for one in begun)


def _number(version: str) -> tuple[tuple[int, str], ...]:
    """1.10 comes after 1.9; words come before numbers."""
    parts = re.split(r"[.+-]", version)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)
