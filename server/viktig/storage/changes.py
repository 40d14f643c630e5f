"""The counter of a patient: everything a phone must hear of takes its number here, in the writing transaction."""

from typing import Literal

from viktig.storage.connection import Connection

Kind = Literal["version", "review", "task", "stay", "attention", "carer"]


def note(connection: Connection, organization: str, patient: str, kind: Kind, id: str) -> int:
    """Gives the change its number; the patient's row stays locked until the commit, so none can be skipped.

    Comes before anything else of the patient is read or written, so that two writers wait instead of crossing.
    """
    connection.sql.raise_patient_n(organization=organization, patient=patient)
    n: int = connection.sql.patient_n(organization=organization, patient=patient)["n"]
    connection.sql.add_change(organization=organization, patient=patient, n=n, kind=kind, id=id)
    return n
