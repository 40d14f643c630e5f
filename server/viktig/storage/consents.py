"""Who helps, and what the patient shares with them: kept from the patient's own word, or a nurse's."""

import msgspec

from viktig.domain.access import Actor
from viktig.domain.consent import SHEET, Carer, Consent, NewCarer, over, strictest
from viktig.domain.encounter import Unit
from viktig.domain.problems import Problem
from viktig.storage import changes, invitations
from viktig.storage.clock import day, uuid7
from viktig.storage.connection import Connection, Row

TO_CONSENT = msgspec.json.Decoder(Consent)
TO_UNIT = msgspec.json.Decoder(Unit)


def found(connection: Connection, organization: str, encounter: str, related: str) -> Row:
    row: Row | None = connection.sql.consent(organization=organization, related=related)
    if row is None or row["encounter"] != encounter:
        raise Problem("not-found")
    return row


def free(connection: Connection, organization: str, consent: Consent) -> bool:
    """Whether this stay may speak of that person: nobody decides about somebody who helps another patient."""
    row = connection.sql.consent(organization=organization, related=consent.related)
    return row is None or row["encounter"] == consent.encounter


def by_sheet(
    connection: Connection, organization: str, stay: Row, related: str, name: str, relation: str, phone: str = ""
) -> None:
    """Somebody helps with the ward's sheet in hand: the patient let them have it, sees it, and can end it."""
    note(connection, organization, stay["patient"], related)
    _named(connection, organization, stay["patient"], related, name, relation, phone)
    _put(connection, organization, stay, related, scopes=SHEET, ground="sheet")


def by_patient(connection: Connection, organization: str, stay: Row, consent: Consent) -> None:
    """What the patient's phones have written about one who helps, taken together."""
    rows = connection.sql.consent_heads(organization=organization, document=consent.related)
    said = strictest([TO_CONSENT.decode(row["content"]) for row in rows])
    known = connection.sql.consent(organization=organization, related=consent.related)
    if known is None or known["ground"] == "patient":
        _named(connection, organization, stay["patient"], consent.related, said.name, said.relation)
    note(connection, organization, stay["patient"], consent.related)
    _put(
        connection,
        organization,
        stay,
        consent.related,
        scopes=said.scopes,
        until=said.until,
        status=said.status,
        ground="patient",
    )
    if said.status == "inactive":
        connection.sql.end_invitations_of_carer(
            organization=organization, encounter=stay["encounter"], related=consent.related
        )


def by_nurse(connection: Connection, actor: Actor, stay: Row, new: NewCarer, related: str = "") -> str:
    """Registered on the patient's word to a nurse, or while the patient cannot consent. Gives the carer's id."""
    related = related or uuid7()
    note(connection, actor.organization, stay["patient"], related)
    _named(connection, actor.organization, stay["patient"], related, new.name, new.relation, new.phone)
    _put(
        connection,
        actor.organization,
        stay,
        related,
        scopes=new.scopes,
        until=new.until,
        ground=new.ground,
        practitioner=actor.author.partition("/")[2],
        by_name=actor.name,
        title=actor.title,
        reason=new.reason if new.ground == "cannot-consent" else "",
        look_again=new.look_again if new.ground == "cannot-consent" else "",
    )
    return related


def end(connection: Connection, actor: Actor, stay: Row, related: str) -> None:
    row = found(connection, actor.organization, stay["encounter"], related)
    note(connection, actor.organization, stay["patient"], related)
    _put(
        connection,
        actor.organization,
        stay,
        related,
        scopes=tuple(row["scopes"].split()),
        until=row["until"],
        status="inactive",
        ground="nurse",
        practitioner=actor.author.partition("/")[2],
        by_name=actor.name,
        title=actor.title,
    )
    invitations.end_of_carer(connection, actor.organization, stay["encounter"], related)


def note(connection: Connection, organization: str, patient: str, related: str) -> None:
    """The patient's phone is told."""
    changes.note(connection, organization, patient, "carer", related)


def _named(
    connection: Connection, organization: str, patient: str, related: str, name: str, relation: str, phone: str = ""
) -> None:
    said = {"organization": organization, "related": related, "name": name, "relation": relation, "phone": phone}
    if connection.sql.set_related(**said) == 0:
        connection.sql.add_related(patient=patient, **said)


def _put(
    connection: Connection,
    organization: str,
    stay: Row,
    related: str,
    *,
    scopes: tuple[str, ...],
    ground: str,
    until: str = "",
    status: str = "active",
    practitioner: str = "",
    by_name: str = "",
    title: str = "",
    reason: str = "",
    look_again: str = "",
) -> None:
    connection.sql.put_consent(
        organization=organization,
        related=related,
        patient=stay["patient"],
        encounter=stay["encounter"],
        scopes=" ".join(scopes),
        until=until,
        status=status,
        ground=ground,
        practitioner=practitioner,
        by_name=by_name,
        title=title,
        reason=reason,
        look_again=look_again,
        since=connection.now,
    )


def carer(connection: Connection, organization: str, related: str, for_patient: bool = True) -> Carer:
    """Somebody who helps, as the care team sees them, or as the unit lets its patients see who registered them."""
    row = connection.sql.carer(organization=organization, related=related)
    unit = TO_UNIT.decode(row["settings"])
    today = day(connection.now, unit.timezone)
    ended = over(row["until"], row["status"], today)
    hidden = for_patient and unit.reader == "role"
    return Carer(
        id=related,
        encounter=row["encounter"],
        name=row["name"],
        relation=row["relation"],
        phone=row["phone"],
        scopes=tuple(row["scopes"].split()),
        until=row["until"],
        status="ended" if ended else "active" if row["joined"] else "invited",
        ground=row["ground"],
        by="" if hidden else row["by_name"],
        title=row["title"],
        reason=row["reason"],
        look_again=row["look_again"],
        overdue=bool(row["look_again"]) and not ended and row["look_again"] <= today,
        since=row["since"],
    )


def of_stay(connection: Connection, organization: str, encounter: str) -> tuple[Carer, ...]:
    rows = connection.sql.carers_of_stay(organization=organization, encounter=encounter)
    return tuple(carer(connection, organization, row["related"], for_patient=False) for row in rows)
