"""Keeping versions: once each, exactly as sent, and the document's standing beside them."""

import hashlib
from collections.abc import Mapping

import msgspec

from viktig.domain.access import Actor
from viktig.domain.asking import later
from viktig.domain.entry import ContactPoint, MedicationStatement, VisitQuestion, state_of
from viktig.domain.join import joined
from viktig.domain.questionnaire_response import QuestionnaireResponse
from viktig.domain.version import (
    Content,
    Receipt,
    StoredVersion,
    Version,
    about,
    ancestors,
    audience_of,
    heads,
    newest,
)
from viktig.storage.changes import note
from viktig.storage.connection import Connection, Row

TO_QUESTIONNAIRE_RESPONSE = msgspec.json.Decoder(QuestionnaireResponse)
MOST_SIDE_BY_SIDE = 10
MOST_DOCUMENTS = 2000
"""Of one stay, by one author, with what was taken from the list again."""
MOST_BY_ONE = 2000
"""Of one document, by one author: many times what somebody writes in the longest stay."""
ENCODER = msgspec.json.Encoder()
TO_NAMES = msgspec.json.Decoder(tuple[str, ...])


def hash_of(content: bytes) -> str:
    """SHA-256 (hex) over the exact bytes as sent."""
    return hashlib.sha256(content).hexdigest()


def standing(connection: Connection, organization: str, version: Version, encounter: str) -> Row:
    """What there is already of the stay, the document and the version itself: fields are None where nothing is."""
    row: Row = connection.sql.standing(
        organization=organization, encounter=encounter, document=version.id, version=version.version
    )
    return row


def earlier(there: Row, version: Version, digest: str) -> Receipt | None:
    """The receipt of a version that is already kept, or that bears the id of another one."""
    if there["hash"] is None:
        return None
    if there["hash"] != digest:
        return Receipt(version=version.version, outcome="refused", problem="version-differs")
    return Receipt(version=version.version, outcome="already", hash=digest, received=there["received"])


def add(
    connection: Connection,
    actor: Actor,
    version: Version,
    content: Content,
    digest: str,
    there: Row,
    remark: tuple[str, ...],
    workflow: str,
) -> None:
    """Stores a version, marks which ones are heads, and keeps what the document says now. `there`: what stood before.
    `workflow`: of the form; empty for one that we do not know."""
    organization, new = actor.organization, there["document"] is None
    note(connection, organization, version.patient, "version", version.version)
    text = bytes(version.content).decode()
    response = content if isinstance(content, QuestionnaireResponse) else None
    sent = response is not None and response.sent
    questionnaire = later(response.questionnaire, there["questionnaire"] or "") if response else ""
    if new:
        connection.sql.add_document(
            organization=organization,
            document=version.id,
            patient=version.patient,
            encounter=content.encounter,
            kind=type(content).__name__,
            audience=audience_of(content),
            about=about(content, version.author),
            author=version.author,
            questionnaire=questionnaire,
            workflow=workflow,
            drafting=int(response is not None and not sent),
            sent=text if sent else "",
            sent_versions=ENCODER.encode((version.version,)).decode() if sent else "[]",
            remark=ENCODER.encode(remark).decode() if sent else "[]",
            received=connection.now if sent else "",
        )
    connection.sql.add_version(
        organization=organization,
        version=version.version,
        document=version.id,
        patient=version.patient,
        base=ENCODER.encode(version.base).decode(),
        author=version.author,
        author_name=actor.name,
        recorded=version.recorded,
        received=connection.now,
        shape=version.shape,
        hash=digest,
        kind=type(content).__name__,
        status=standing_of(content),
        remark=" ".join(remark),
        head=1 if new else _head(connection, organization, version),
        content=text,
    )
    if sent and not new:
        _sent_again(connection, organization, version.id, questionnaire, remark)
    elif response and not new:
        connection.sql.set_document_drafting(
            organization=organization, document=version.id, questionnaire=questionnaire
        )


def standing_of(content: Content) -> str:
    """One word for how this version leaves its document, where there is one."""
    match content:
        case QuestionnaireResponse():
            return content.status
        case VisitQuestion() | MedicationStatement() | ContactPoint():
            return state_of(content)
        case _:
            return ""


def flooded(connection: Connection, organization: str, encounter: str, author: str) -> bool:
    """Whether one author has begun so many documents in a stay that it is no person any longer; a new phone of the
    patient is told of all of them at once."""
    begun = connection.sql.documents_by_author(organization=organization, encounter=encounter, author=author)
    return bool(begun["n"] >= MOST_DOCUMENTS)


def scattered(connection: Connection, organization: str, version: Version) -> bool:
    """Whether its author has written so many versions, or so many side by side, that it is no person any longer.

    Joining what stands side by side takes the square of how many there are, and a review names them all. The whole
    history is read when heads are joined, and by a new phone.
    """
    whose = {"organization": organization, "document": version.id, "author": version.author}
    if connection.sql.versions_by_author(**whose)["n"] >= MOST_BY_ONE:
        return True
    rows = connection.sql.heads_of_author(**whose)
    return sum(row["version"] not in version.base for row in rows) >= MOST_SIDE_BY_SIDE


def _head(connection: Connection, organization: str, version: Version) -> int:
    """Whether nothing was written on it yet (1 or 0); what it was itself written on is no head any longer."""
    others = connection.sql.bases_of_document(organization=organization, document=version.id)
    were = {row["version"] for row in others if row["head"]}
    are = were - set(version.base) | {version.version}
    bases = {row["version"]: TO_NAMES.decode(row["base"]) for row in others}
    if any(version.version in names for names in bases.values()):
        # It came late, and may close a ring of names: then all of the ring are heads, or no phone would hear of them.
        are = set(heads({**bases, version.version: version.base}))
    for one in were - are:
        connection.sql.not_head(organization=organization, version=one)
    for one in are - were - {version.version}:
        connection.sql.again_head(organization=organization, version=one)
    return int(version.version in are)


def _sent_again(
    connection: Connection, organization: str, document: str, questionnaire: str, remark: tuple[str, ...]
) -> None:
    """What the team sees of a form: the newest sent versions, joined."""
    rows: Mapping[str, Row] = {
        row["version"]: row for row in connection.sql.versions_of_document(organization=organization, document=document)
    }
    bases = {version: TO_NAMES.decode(row["base"]) for version, row in rows.items()}
    sent = newest(bases, (version for version, row in rows.items() if row["status"] in ("completed", "amended")))
    if len(sent) == 1:
        current = rows[sent[0]]["content"]
    else:
        contents = {version: TO_QUESTIONNAIRE_RESPONSE.decode(row["content"]) for version, row in rows.items()}
        current = ENCODER.encode(joined(bases, contents, sent)).decode()
    connection.sql.set_document_sent(
        organization=organization,
        document=document,
        sent=current,
        sent_versions=ENCODER.encode(sent).decode(),
        remark=ENCODER.encode(remark).decode(),
        received=connection.now,
        questionnaire=questionnaire,
    )


def stored(row: Row) -> StoredVersion:
    """A row of the version table as it travels: the content byte for byte."""
    return StoredVersion(
        id=row["document"],
        version=row["version"],
        base=TO_NAMES.decode(row["base"]),
        patient=row["patient"],
        author=row["author"],
        author_name=row["author_name"],
        recorded=row["recorded"],
        received=row["received"],
        shape=row["shape"],
        hash=row["hash"],
        content=msgspec.Raw(row["content"].encode()),
    )


def history(connection: Connection, organization: str, document: str) -> tuple[StoredVersion, ...]:
    """All versions of a document, oldest first by the server's clock."""
    rows = connection.sql.stored_versions_of_document(organization=organization, document=document)
    return tuple(stored(row) for row in rows)


def sent(connection: Connection, organization: str, document: str) -> tuple[StoredVersion, ...]:
    """What was sent of a document, for those who are told no drafts of it, oldest first.

    Each names as base the sent versions that it was written on, however many drafts lie between: else what was sent
    anew would stand beside what it replaced.
    """
    known = connection.sql.bases_of_document(organization=organization, document=document)
    bases = {row["version"]: TO_NAMES.decode(row["base"]) for row in known}
    rows = connection.sql.sent_versions_of_document(organization=organization, document=document)
    names = {row["version"] for row in rows}
    below = {name: newest(bases, (names & ancestors(bases, name)) - {name}) for name in names}
    return tuple(msgspec.structs.replace(stored(row), base=below[row["version"]]) for row in rows)
