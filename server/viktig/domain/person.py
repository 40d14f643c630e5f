"""The people: patients, those close to them, and staff."""

from typing import Literal

from viktig.domain.shape import Day, Id, Line, Shape

SpeakerKind = Literal["patient", "related", "staff"]
StaffRole = Literal["nurse", "leader", "administrator"]


class Speaker(Shape, frozen=True):
    """Who said an answer, or who wrote it down. `name` is a first name; `relation` is the helper's own word for it."""

    kind: SpeakerKind
    name: Line = ""
    relation: Line = ""


class Patient(Shape, frozen=True):
    """FHIR Patient, as small as the loop allows."""

    id: Id
    given: Line
    family: Line
    birth_date: Day
    language: Line = "nb"
    interpreter: Line = ""
    """The language an interpreter is needed for; empty when none is."""
    phone: Line = ""


class RelatedPerson(Shape, frozen=True):
    """Somebody who helps the patient, on one phone, under their own name."""

    id: Id
    patient: Id
    name: Line
    relation: Line
    phone: Line = ""


class Practitioner(Shape, frozen=True):
    """A member of staff."""

    id: Id
    given: Line
    family: Line
    role: StaffRole
    title: Line = ""
    """The profession as said to patients: a message id such as "nurse" or "physiotherapist"."""
    units: tuple[Id, ...] = ()
