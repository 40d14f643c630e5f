"""One page per patient: everything a nurse needs, read in one go."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from viktig.domain.access import Actor
from viktig.domain.arrivals import AnswersOnPage, ModuleOnPage, PatientPage
from viktig.domain.asking import Forms, of_carer, of_patient, of_team
from viktig.domain.join import by_spot, meaning
from viktig.domain.mark import ModuleProgress
from viktig.domain.module import modules_for
from viktig.domain.person import RelatedPerson, Speaker
from viktig.domain.questionnaire_response import Coding, QuestionnaireResponse, ResponseItem
from viktig.domain.translation import TranslationOnPage, translation_document
from viktig.storage import (
    asking,
    attentions,
    consents,
    earlier_answers,
    encounters,
    entries,
    invitations,
    reminders,
    reviews,
    tasks,
    translations,
    units,
)
from viktig.storage.connection import Connection, Row

KINDS: dict[str, Literal["patient", "related", "staff"]] = {
    "Patient": "patient",
    "RelatedPerson": "related",
    "Practitioner": "staff",
}
TO_RESPONSE = msgspec.json.Decoder(QuestionnaireResponse)
TO_PROGRESS = msgspec.json.Decoder(ModuleProgress)
TO_NAMES = msgspec.json.Decoder(tuple[str, ...])
Tags = Mapping[str, Iterable[str]]


def page(connection: Connection, actor: Actor, encounter: str, forms: Forms, tags: Tags) -> PatientPage:
    """`tags`: module id -> what somebody may have ticked that leads there."""
    organization = actor.organization
    where = {"organization": organization, "encounter": encounter}
    stay = encounters.encounter(connection, organization, encounter)
    row = encounters.row(connection, organization, encounter)
    fact = connection.sql.fact(**where)
    read = [one for one in connection.sql.reviews_of_stay(**where) if not one["undone"]]
    documents = connection.sql.documents_of_encounter(**where)
    begun, here = asking.begun_in(connection, row), asking.situation(connection, row)
    asked = of_patient(forms, here, asking.by(begun))
    own = [asking.for_stay(row, one) for one in asked]
    carers, others = [], dict.fromkeys(one.form.path for one in of_carer(forms, here, ()))
    for carer in consents.of_stay(connection, organization, encounter):
        author = f"RelatedPerson/{carer.id}"
        for one in of_carer(forms, here, asking.by(begun, author)):
            form = asking.for_stay(row, one, author)
            carer = msgspec.structs.replace(carer, shared=form.shared, staff=form.staff)
            others[form.path] = None
        carers.append(carer)
    translated = translations.of_stay(connection, organization, documents)
    people = {f"RelatedPerson/{one.id}": one for one in stay.related}
    return PatientPage(
        encounter=stay,
        answers=tuple(
            answers(connection, actor, row, one, read, people.get(one["about"]), translated.get(one["document"], ()))
            for one in documents
            if one["sent"]
        ),
        begun=fact["begun"],
        questions=asked[0].form.questions if asked else 0,
        reviews=tuple(reviews.shape(one, None) for one in read),
        tasks=tuple(tasks.shape(connection, organization, one, None) for one in connection.sql.tasks_of_stay(**where)),
        attention=attentions.of_stay(connection, organization, encounter),
        postponement=encounters.postponement(row),
        modules=modules(connection, row, documents, tags),
        invitations=invitations.rows(connection, organization, encounter),
        talked=fact["talked"],
        colleagues=tuple(
            Coding(code=one.id, display=f"{one.given} {one.family}")
            for one in units.colleagues(connection, organization, stay.unit.id)
        ),
        forms=tuple(form.path for form in own),
        talks=tuple(asking.for_stay(row, one) for one in of_team(forms, here, asking.by(begun))),
        carers=tuple(carers),
        carer_forms=tuple(others),
        shared_documents=tuple(form.shared for form in own),
        staff_documents=tuple(form.staff for form in own),
        reminders=reminders.addresses(connection, organization, encounter),
        entries=entries.of_stay(connection, organization, encounter),
    )


def answers(
    connection: Connection,
    actor: Actor,
    stay: Row,
    document: Row,
    read: Sequence[Row],
    about: RelatedPerson | None,
    translated: Sequence[TranslationOnPage] = (),
) -> AnswersOnPage:
    """What was sent, as it stands; and what the changed questions said when it was last read, or in the last stay."""
    organization = actor.organization
    response = TO_RESPONSE.decode(document["sent"])
    sent = TO_NAMES.decode(document["sent_versions"])
    seen = {version for review in read for version in TO_NAMES.decode(review["versions"])}
    unread = not set(sent) <= seen
    rows = connection.sql.versions_of_document(organization=organization, document=document["document"])
    before = [row for row in rows if row["version"] in seen]
    last = None if before or not unread else in_last_stay(connection, actor, stay, document)
    was, since = (TO_RESPONSE.decode(last["sent"]).item, last["received"]) if last else ((), "")
    if unread and before:
        was, since = TO_RESPONSE.decode(before[-1]["content"]).item, before[-1]["received"]
    authors = {row["version"]: row["author_name"] for row in rows}
    return AnswersOnPage(
        document=document["document"],
        response=msgspec.structs.replace(response, item=tuple(signed(item, rows) for item in response.item)),
        versions=sent,
        received=document["received"],
        author_name=authors[sent[-1]],
        about=about,
        read=not unread,
        drafting=bool(document["drafting"]),
        remark=TO_NAMES.decode(document["remark"]),
        changed=changed(was, response.item) if since else (),
        since=since,
        last_stay=last is not None,
        workflow=document["workflow"],
        translated=translation_document(document["document"]),
        translations=translations.beside(
            translated, sent, response, {row["version"]: TO_RESPONSE.decode(row["content"]) for row in rows}
        )
        if translated
        else (),
    )


def in_last_stay(connection: Connection, actor: Actor, stay: Row, document: Row) -> Row | None:
    """The same form's answers in the last stay, when that was on a unit where the reader works: what was said to
    others of the house is not theirs to read."""
    url = earlier_answers.url_of(document["questionnaire"])
    rows = earlier_answers.newest(connection, stay, url, document["about"], lambda row: row["unit"] in actor.units)
    return next((row for row in rows if row["audience"] == document["audience"]), None)


def signed(item: ResponseItem, rows: Sequence[Row]) -> ResponseItem:
    """With who wrote it. What an item says of that counts when somebody of that kind has handed in these words; else
    it is whoever brought them."""
    claimed = item.written_by.kind
    if all(KINDS[row["author"].partition("/")[0]] == claimed for row in rows):
        return item
    words = meaning((item,))
    brought = [
        row
        for row in sorted(rows, key=lambda row: (row["received"], row["version"]))
        if any(meaning((one,)) == words for one in by_spot(TO_RESPONSE.decode(row["content"]).item).get(item.spot, ()))
    ]
    kinds = [KINDS[row["author"].partition("/")[0]] for row in brought]
    if not brought or claimed in kinds:
        return item
    return msgspec.structs.replace(item, written_by=Speaker(kind=kinds[0], name=brought[0]["author_name"]))


def changed(was: Sequence[ResponseItem], now: Sequence[ResponseItem]) -> tuple[ResponseItem, ...]:
    """What each question that says something else now said before; without answer where nothing was said."""
    before, after = by_spot(was), by_spot(now)
    told: list[ResponseItem] = []
    for link in dict.fromkeys([*before, *after]):
        if meaning(before.get(link, ())) != meaning(after.get(link, ())):
            told += before.get(link) or (msgspec.structs.replace(after[link][0], answer=(), declined=False),)
    return tuple(told)


def modules(connection: Connection, row: Row, documents: Sequence[Row], tags: Tags) -> tuple[ModuleOnPage, ...]:
    """Every module that was offered, pointed to or opened, with how far each reader's newest word on it goes."""
    said = [
        item for one in documents if one["sent"] and not one["about"] for item in TO_RESPONSE.decode(one["sent"]).item
    ]
    offered = {one.module: one for one in (*modules_for(said, tags), *encounters.modules(row))}
    read: dict[str, list[ModuleOnPage]] = {name: [] for name in offered}
    for document in sorted(documents, key=lambda one: one["about"]):  # the patient's own word stands first
        if document["kind"] != "ModuleProgress":
            continue
        rows: Sequence[Mapping[str, str]] = connection.sql.versions_of_document(
            organization=row["organization"], document=document["document"]
        )
        progress = [TO_PROGRESS.decode(one["content"]) for one in rows]
        last = progress[-1]
        finished = next((one["received"] for one, made in zip(rows, progress, strict=True) if made.finished), "")
        readers = read.setdefault(last.module, [])
        one = ModuleOnPage(
            module=last.module,
            offered=None if readers else offered.get(last.module),
            opened=rows[0]["received"],
            finished=finished,
            teach_back=next((made.teach_back for made in reversed(progress) if made.teach_back), None),
            by=rows[-1]["author_name"],
        )
        readers.append(one)
    return tuple(
        one for name, readers in read.items() for one in readers or (ModuleOnPage(module=name, offered=offered[name]),)
    )
