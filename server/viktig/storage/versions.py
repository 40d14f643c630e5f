"""Keeping versions: once each, exactly as sent, and the document's standing beside them."""

import hashlib
import json
from collections.abc import Mapping

import msgspec

from viktig.domain.access import Actor
from viktig.domain.join import joined
from viktig.domain.questionnaire_response import QuestionnaireResponse
from viktig.domain.version import Content, Receipt, StoredVersion, Version, audience_of, newest
from viktig.storage.changes import note
from viktig.storage.connection import Connection, Row

TO_QUESTIONNAIRE_RESPONSE = msgspec.json.Decoder(QuestionnaireResponse)
TO_NAMES = msgspec.json.Decoder(tuple[str, ...])


def hash_of(content: bytes) -> str:
    """SHA-256 (hex) over the exact bytes as sent."""
    return hashlib.sha256(content).hexdigest()


def earlier(connection: Connection, organization: str, version: Version, digest: str) -> Receipt | None:
    """The receipt of a version that is already kept, or that bears the id of another one."""
    row = connection.sql.version_hash(organization=organization, version=version.version)
    if row is None:
        return None
    if row["hash"] != digest:
        return Receipt(version=version.version, outcome="refused", problem="version-differs")
    return Receipt(version=version.version, outcome="already", hash=digest, received=row["received"])


def add(
    connection: Connection,
    actor: Actor,
    version: Version,
    content: Content,
    digest: str,
    document: Row | None,
    remark: tuple[str, ...],
) -> int:
    """Stores a version and marks which ones are heads; gives the change's number."""
    organization = actor.organization
    n = note(connection, organization, version.patient, "version", version.version)
    drafting = int(isinstance(content, QuestionnaireResponse) and not content.sent)
    head = 1
    if document is None:
        connection.sql.add_document(
            organization=organization,
            document=version.id,
            patient=version.patient,
            encounter=content.encounter,
            kind=type(content).__name__,
            audience=audience_of(content),
            author=version.author,
            drafting=drafting,
        )
    else:
        named = connection.sql.bases_of_document(organization=organization, document=version.id)
        head = int(not any(version.version in TO_NAMES.decode(row["base"]) for row in named))
        for row in named:
            if row["head"] and row["version"] in version.base:
                connection.sql.not_head(organization=organization, version=row["version"])
        if drafting and not document["drafting"]:
            connection.sql.set_document_drafting(organization=organization, document=version.id, drafting=1)
    connection.sql.add_version(
        organization=organization,
        version=version.version,
        document=version.id,
        patient=version.patient,
        base=json.dumps(version.base),
        author=version.author,
        author_name=actor.name,
        recorded=version.recorded,
        received=connection.now,
        shape=version.shape,
        hash=digest,
        kind=type(content).__name__,
        status=content.status if isinstance(content, QuestionnaireResponse) else "",
        remark=" ".join(remark),
        head=head,
        content=bytes(version.content).decode(),
    )
    return n


def sent_now(
    connection: Connection, organization: str, document: str, just_sent: QuestionnaireResponse, alone: bool
) -> tuple[QuestionnaireResponse, tuple[str, ...]]:
    """What the team sees of a form: the newest sent versions, joined, and their ids. `alone`: it is the first one."""
    rows: Mapping[str, Row] = {
        row["version"]: row for row in connection.sql.versions_of_document(organization=organization, document=document)
    }
    if alone or len(rows) == 1:
        return just_sent, tuple(rows)
    bases = {version: TO_NAMES.decode(row["base"]) for version, row in rows.items()}
    sent = newest(bases, (version for version, row in rows.items() if row["status"] in ("completed", "amended")))
    if len(sent) == 1:
        return TO_QUESTIONNAIRE_RESPONSE.decode(rows[sent[0]]["content"]), sent
    contents = {version: TO_QUESTIONNAIRE_RESPONSE.decode(row["content"]) for version, row in rows.items()}
    return joined(bases, contents, sent), sent


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
