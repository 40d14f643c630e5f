"""Taking in one version: read it, ask whether it may be written, keep it once, and bring the projections along."""

import msgspec

from viktig.content.library import Library
from viktig.domain.access import Actor, Paper, may
from viktig.domain.consent import Consent
from viktig.domain.encounter import form_document
from viktig.domain.entry import ContactPoint, MedicationStatement, VisitQuestion
from viktig.domain.fact import COUNTED
from viktig.domain.mark import CommunicationRequest, ModuleProgress, TalkMark, TaskMark
from viktig.domain.module import ticked
from viktig.domain.problems import Problem
from viktig.domain.questionnaire import Questionnaire, remarks
from viktig.domain.questionnaire.form import form_of
from viktig.domain.questionnaire_response import Audience, QuestionnaireResponse, ResponseItem
from viktig.domain.sync import LARGEST_CONTENT
from viktig.domain.translation import Translation, translation_document
from viktig.domain.version import SCOPE, SHAPE, Content, Receipt, Version, about, audience_of
from viktig.storage import (
    attentions,
    audit_events,
    consents,
    encounters,
    entries,
    facts,
    learning,
    tasks,
    translations,
    units,
    versions,
)
from viktig.storage.connection import Connection, Row

BY_STAFF = QuestionnaireResponse | VisitQuestion | MedicationStatement | ContactPoint | Translation
"""What staff may write beside the patient."""
TO_VERSION = msgspec.json.Decoder(Version)
TO_CONTENT = msgspec.json.Decoder(Content)
TO_NAMED = msgspec.json.Decoder(dict[str, msgspec.Raw])


def receive(
    connection: Connection,
    library: Library,
    actor: Actor,
    raw: bytes,
    stay: Row | None = None,
    by: Actor | None = None,
) -> Receipt:
    """Never raises for what is wrong with one version: a broken one fails alone, with its reason on the receipt.

    `by`: who hands it in, where that is not its author.
    """
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
    there = versions.standing(connection, actor.organization, version, content.encounter)
    known = versions.earlier(there, version, digest)
    if known is not None:
        return known
    try:
        allow(connection, library, actor, version, content, there, stay)
        if isinstance(content, VisitQuestion | MedicationStatement | ContactPoint):
            entries.check(connection, actor, version, content, there["document"] is None)
        if there["document"] is None:
            if versions.flooded(connection, actor.organization, content.encounter, actor.author):
                raise Problem("list-full")
        elif versions.scattered(connection, actor.organization, version):
            raise Problem("changed-meanwhile")
    except Problem as problem:
        audit_events.refused(connection, by or actor, "version", problem.slug)
        return _refused(version.version, problem.slug)
    broken = remarks_on(connection, library, actor.organization, content)
    keep(connection, library, actor, version, content, digest, there, broken)
    units.touch(connection, actor.organization, there["unit"])
    return Receipt(version=version.version, outcome="stored", hash=digest, received=connection.now, remark=broken)


def _refused(version: str, slug: str) -> Receipt:
    return Receipt(version=version, outcome="refused", problem=slug)


def name_of(raw: bytes) -> str:
    """The version's own name, even of one that is otherwise unreadable; empty when there is none."""
    try:
        return msgspec.json.decode(TO_NAMED.decode(raw)["version"], type=str)[:64]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, KeyError):
        return ""


def kind_of(raw: bytes) -> str:
    """What the version says it holds; empty when that cannot be read."""
    try:
        content = TO_NAMED.decode(TO_NAMED.decode(raw)["content"])
        return msgspec.json.decode(content["resourceType"], type=str)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, KeyError):
        return ""


def fits(library: Library, organization: str, document: str, content: Content) -> bool:
    """Whether the document may hold this. The ids of a form's documents can be computed by anybody, and are kept for
    that form's answers, about that person, with that audience, so that nobody stands in their way."""
    if isinstance(content, Consent):
        return document == content.related  # one document for each who helps, the same from every phone
    if isinstance(content, Translation):
        return document == translation_document(content.document)
    if not isinstance(content, QuestionnaireResponse):
        return document[14] != "8"  # such ids are UUIDs of version 8, the others of version 7
    url = content.questionnaire.partition("|")[0]
    form = library.questionnaire(content.questionnaire, organization)
    if form is not None and (form.about == "related") != bool(content.subject):
        return False
    computed = form_document(content.encounter, url, content.audience, content.subject)
    return document == computed or (document[14] != "8" and not content.subject)


def allow(
    connection: Connection,
    library: Library,
    actor: Actor,
    version: Version,
    content: Content,
    there: Row,
    stay: Row | None,
) -> None:
    """Raises the problem, if there is one. `stay`: where staff may write."""
    if version.author != actor.author:
        raise Problem("wrong-author")
    if there["patient"] is None:
        raise Problem("not-found")
    if there["patient"] != version.patient or (stay is not None and stay["encounter"] != content.encounter):
        raise Problem("not-allowed")
    audience = audience_of(content)
    if actor.kind == "related" and isinstance(content, TaskMark | TalkMark):
        raise Problem("not-allowed")  # whether it helped, and whether somebody talked with them, is the patient's word
    if isinstance(content, Translation):
        if stay is None:
            raise Problem("not-allowed")  # by the unit's staff alone, under their own name
        translations.check(connection, actor.organization, content)
    if not fits(library, actor.organization, version.id, content):
        raise Problem("not-allowed")
    if isinstance(content, Consent) and not consents.free(connection, actor.organization, content):
        raise Problem("not-allowed")
    whose = about(content, actor.author)
    if stay is None:
        scope = SCOPE.get(there["kind"] or type(content).__name__, "")
        paper = Paper(actor.organization, version.patient, content.encounter, audience, scope, whose)
        decision = may(actor, "write", paper)
        if isinstance(decision, Problem):
            raise decision
    elif not isinstance(content, BY_STAFF):
        raise Problem("not-allowed")
    elif whose:
        consents.found(connection, actor.organization, content.encounter, whose.partition("/")[2])
    kind = type(content).__name__
    document = (there["document_patient"], there["document_encounter"], there["audience"], there["kind"])
    same = (*document, there["about"]) == (version.patient, content.encounter, audience, kind, whose)
    if there["document"] is not None and not same:
        raise Problem("not-allowed")


def remarks_on(connection: Connection, library: Library, organization: str, content: Content) -> tuple[str, ...]:
    if not isinstance(content, QuestionnaireResponse):
        return ()
    form = library.questionnaire(content.questionnaire, organization)
    if form is None:
        return ("unknown-form",)
    beside = answers_beside(connection, organization, form, content) if content.sent and form_of(form).crossed else ()
    return remarks(form, content, beside)


def answers_beside(
    connection: Connection, organization: str, form: Questionnaire, content: QuestionnaireResponse
) -> tuple[ResponseItem, ...]:
    """What was sent to the same form for other eyes: what a form asks may depend on it."""
    other: Audience = "all" if content.audience == "staff" else "staff"
    document = form_document(content.encounter, form.url, other, content.subject)
    row = connection.sql.document(organization=organization, document=document)
    return versions.TO_QUESTIONNAIRE_RESPONSE.decode(row["sent"]).item if row and row["sent"] else ()


def keep(
    connection: Connection,
    library: Library,
    actor: Actor,
    version: Version,
    content: Content,
    digest: str,
    there: Row,
    broken: tuple[str, ...],
) -> None:
    """The version and everything that is told by it, in this transaction. `there`: what stood before."""
    organization, encounter = actor.organization, content.encounter
    workflow = (
        library.workflow(content.questionnaire, organization) if isinstance(content, QuestionnaireResponse) else ""
    )
    versions.add(connection, actor, version, content, digest, there, broken, workflow)
    match content:
        case QuestionnaireResponse() if content.subject:
            facts.told_of_themselves(connection, organization, encounter)
        case QuestionnaireResponse() if not content.sent and workflow not in COUNTED:
            pass  # only what matters counts as asked and begun
        case QuestionnaireResponse() if not content.sent:
            facts.drafted(connection, organization, encounter, content)
        case QuestionnaireResponse() if there["document"] is None and not broken and workflow in COUNTED:
            facts.sent(connection, organization, encounter, facts.helper_in(content))
        case CommunicationRequest():
            attentions.wished(connection, organization, version, content)
        case QuestionnaireResponse() | TalkMark():
            facts.recount(connection, organization, encounter)
        case TaskMark():
            tasks.marked(connection, organization, version.patient, content.task, content.helped)
            facts.recount(connection, organization, encounter)
        case Consent():
            stay = encounters.row(connection, organization, encounter)
            consents.by_patient(connection, organization, stay, content)
            verb = "shared" if content.status == "active" else "unshared"
            audit_events.did(connection, actor, version.patient, stay["unit"], verb, "own")
        case _:
            pass
    if about_learning(content):
        learning.recount(connection, organization, encounter, facts.END_OF_TIME)


def about_learning(content: Content) -> bool:
    """Whether the figures on learning may be others by it."""
    match content:
        case QuestionnaireResponse():
            return content.sent and any(ticked(content.item))
        case VisitQuestion():
            return bool(content.module)
        case _:
            return isinstance(content, ModuleProgress)
