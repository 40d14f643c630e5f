"""Patients: the same person is known again by number and birth date."""

from viktig.domain.encounter import NewStay
from viktig.storage.clock import uuid7
from viktig.storage.connection import Connection


def known(connection: Connection, organization: str, stay: NewStay) -> str:
    """Who was here before under the same number, born on the same day; empty when nobody was."""
    if not stay.identifier:
        return ""
    row = connection.sql.patient_by_identifier(
        organization=organization, identifier=stay.identifier, birth_date=stay.birth_date
    )
    return str(row["patient"]) if row else ""


def keep(connection: Connection, organization: str, stay: NewStay, known: str) -> str:
    """The patient, new or with what was said of them this time."""
    said = {
        "organization": organization,
        "given": stay.given,
        "family": stay.family,
        "language": stay.language,
        "interpreter": stay.interpreter,
        "phone": stay.phone,
    }
    if known:
        connection.sql.set_patient(patient=known, **said)
        return known
    patient = uuid7()
    said["language"] = stay.language or "nb"
    connection.sql.add_patient(patient=patient, identifier=stay.identifier, birth_date=stay.birth_date, **said)
    return patient
