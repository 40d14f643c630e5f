"""Taking in one version: read it, ask whether it may be written, keep it once, and bring the projections along."""

import msgspec

from viktig.content.library import Library
from viktig.domain.access import Actor, Paper, may
from viktig.domain.mark import CommunicationRequest, TalkMark, TaskMark
from viktig.domain.problems import Problem
from viktig.domain.questionnaire import remarks
from viktig.domain.questionnaire_response import QuestionnaireResponse
from viktig.domain.sync import LARGEST_CONTENT
from viktig.domain.version import SHAPE, Content, Receipt, Version, audience_of
from viktig.storage import attentions, audit_events, encounters, facts, tasks, units, versions
from viktig.storage.connection import Connection, Row

TO_VERSION = msgspec.json.Decoder(Version)
TO_CONTENT = msgspec.json.Decoder(Content)
TO_NAMED = msgspec.json.Decoder(dict[str, msgspec.Raw])


def receive(connection: Connection, library: Library, actor: Actor, raw: bytes, stay: Row | None = None) -> Receipt:
    """Never raises for what is wrong with one version: a broken one fails alone, with its reason on the receipt."""
    try:
        version = TO_VERSION.decode(raw)
        content_text = bytes(version.content)
        if len(content_text) > LARGEST_CONTENT:
            raise Problem("too-large")
        content = TO_CONTENT.decode(content_text)
    except msgspec.ValidationError:
        return _refused(name_of(raw), "not-valid")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _refused(name_of(raw), "unreadable")
    except Problem as problem:
        return _refused(name_of(raw), problem.slug)
    if version.shape > SHAPE:
        return _refused(version.version, "not-valid")
    digest = versions.hash_of(content_text)
    known = versions.earlier(connection, actor.organization, version, digest)
    if known is not None:
        return known
    try:
        document, place = allowed(connection, actor, version, content, stay)
    except Problem as problem:
        audit_events.refused(connection, actor, "version", problem.slug)
        return _refused(version.version, problem.slug)
    broken = remarks_on(library, content)
    keep(connection, actor, version, content, digest, document, broken)
    units.touch(connection, actor.organization, place["unit"])
    return Receipt(version=version.version, outcome="stored", hash=digest, received=connection.now, remark=broken)


def _refused(version: str, slug: str) -> Receipt:
    return Receipt(version=version, outcome="refused", problem=slug)


def name_of(raw: bytes) -> str:
    """The version's own name, even of one that is otherwise unreadable; empty when there is none."""
    try:
        return msgspec.json.decode(TO_NAMED.decode(raw)["version"], type=str)[:64]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, KeyError):
        return ""


def allowed(
    connection: Connection, actor: Actor, version: Version, content: Content, stay: Row | None
) -> tuple[Row | None, Row]:
    """The document it goes to (None for a new one) and the stay; or the problem. `stay`: where staff may write."""
    if version.author != actor.author:
        raise Problem("wrong-author")
    place = encounters.row(connection, actor.organization, content.encounter)
    if place["patient"] != version.patient or (stay is not None and stay["encounter"] != content.encounter):
        raise Problem("not-allowed")
    audience = audience_of(content)
    if stay is None:
        decision = may(
            actor,
            "write",
            Paper(
                organization=actor.organization, patient=version.patient, encounter=content.encounter, audience=audience
            ),
        )
        if isinstance(decision, Problem):
            raise decision
    elif not isinstance(content, QuestionnaireResponse):
        raise Problem("not-allowed")
    document: Row | None = connection.sql.document(organization=actor.organization, document=version.id)
    if document is not None and (
        document["patient"] != version.patient
        or document["encounter"] != content.encounter
        or document["audience"] != audience
        or document["kind"] != type(content).__name__
    ):
        raise Problem("not-allowed")
    return document, place


def remarks_on(library: Library, content: Content) -> tuple[str, ...]:
    if not isinstance(content, QuestionnaireResponse):
        return ()
    form = library.questionnaire(content.questionnaire)
    return ("unknown-form",) if form is None else remarks(form, content)


def keep(
    connection: Connection,
    actor: Actor,
    version: Version,
    content: Content,
    digest: str,
    document: Row | None,
    broken: tuple[str, ...],
) -> None:
    """The version and everything that is told by it, in this transaction."""
    organization, encounter = actor.organization, content.encounter
    versions.add(connection, actor, version, content, digest, document, broken)
    match content:
        case QuestionnaireResponse() if content.sent:
            current, sent = versions.sent_now(connection, organization, version.id, content, document is None)
            connection.sql.set_document_sent(
                organization=organization,
                document=version.id,
                sent=msgspec.json.encode(current).decode(),
                sent_versions=msgspec.json.encode(sent).decode(),
                remark=msgspec.json.encode(broken).decode(),
                received=connection.now,
            )
            if document is None and not broken:
                facts.sent(connection, organization, encounter, facts.helper_in(content))
            else:
                facts.recount(connection, organization, encounter)
        case QuestionnaireResponse():
            facts.drafted(connection, organization, encounter, content)
        case TaskMark():
            tasks.marked(connection, organization, version.patient, content.task, content.helped)
            facts.recount(connection, organization, encounter)
        case TalkMark():
            facts.recount(connection, organization, encounter)
        case CommunicationRequest():
            attentions.wished(connection, organization, version, content)
        case _:
            pass
