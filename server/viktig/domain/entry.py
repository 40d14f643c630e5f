"""My list: questions for the round, own medicines, whom to call. Each entry is a document of its own."""

from typing import Final, Literal

from viktig.domain.shape import Id, Instant, Line, Shape, Words

MOST_ENTRIES: Final = 200
"""On the list of one stay; what was removed does not count."""

Sneks = Literal["as-before", "new", "changed", "course", "stopped"]
"""Som før, Ny, Endret, Kur, Slutt."""


class VisitQuestion(Shape, tag_field="resourceType", tag="VisitQuestion", kw_only=True, frozen=True):
    """A question for the round; ticked off by whoever heard the answer, the patient or a nurse."""

    encounter: Id
    text: Words
    answered: bool = False
    answer: Words = ""
    """What was answered, for those who want to remember it."""
    module: Id | Literal[""] = ""
    """The module it came up in."""
    passage: Line = ""
    """The beginning of the paragraph there that it is about."""
    removed: bool = False


class Confirmation(Shape, frozen=True):
    """That a nurse went through the entry with the patient."""

    by: Line
    title: Line = ""
    at: Instant = ""


class MedicationStatement(Shape, tag_field="resourceType", tag="MedicationStatement", kw_only=True, frozen=True):
    """One medicine as the patient tells it. It does not decide what to use."""

    encounter: Id
    medication: Line
    dosage: Line = ""
    """How much and how, in the person's own words."""
    timing: Line = ""
    reason: Line = ""
    mark: Sneks | Literal[""] = ""
    source: Literal["", "patient", "package", "related", "gp", "pharmacy", "hospital"] = ""
    note: Words = ""
    confirmed: Confirmation | None = None
    """Set by staff only; a change of the words lets it fall."""
    removed: bool = False


class ContactPoint(Shape, tag_field="resourceType", tag="ContactPoint", kw_only=True, frozen=True):
    """Somebody to call."""

    encounter: Id
    name: Line
    about: Line = ""
    """Who they are, or what for."""
    phone: Line = ""
    removed: bool = False


Entry = VisitQuestion | MedicationStatement | ContactPoint
EntryState = Literal["open", "answered", "removed"]


def state_of(entry: Entry) -> EntryState:
    """How one version leaves it."""
    if entry.removed:
        return "removed"
    return "answered" if isinstance(entry, VisitQuestion) and entry.answered else "open"
