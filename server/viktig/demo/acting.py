"""The demo's people act through the verbs that real people's requests end in, at times of their own."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from viktig.content import happenings as done
from viktig.content.cast import Close
from viktig.content.library import Library
from viktig.domain.access import Actor
from viktig.domain.asking import WHAT_MATTERS, of_carer, of_patient
from viktig.domain.consent import SHEET
from viktig.domain.encounter import form_document
from viktig.domain.library import FormEntry
from viktig.domain.person import Practitioner
from viktig.domain.questionnaire import AnswerOption, Item, by_link
from viktig.http.receiving import receive
from viktig.storage import asking, consents, encounters
from viktig.storage.clock import instant, uuid7
from viktig.storage.connection import Connection

Said = Sequence[tuple[str, str]]
"""Link id and words (or an option's code) of each answer."""


def at(connection: Connection, moment: datetime) -> None:
    """What follows happens then."""
    connection.now = instant(moment)


def phone(connection: Connection, organization: str, encounter: str, helper: Close | None = None) -> Actor:
    """Whoever holds the phone: the patient, or a helper who is made known."""
    row = encounters.row(connection, organization, encounter)
    author, name, relation = f"Patient/{row['patient']}", row["given"], ""
    if helper is not None:
        related, name, relation = uuid7(), helper.name, helper.relation
        author = f"RelatedPerson/{related}"
        consents.by_sheet(connection, organization, row, related, name, relation, helper.phone)
    return Actor(
        organization=organization,
        kind="related" if helper else "patient",
        author=author,
        session="demo",
        profile="demodemo",
        patient=row["patient"],
        encounter=encounter,
        scopes=SHEET if helper else (),
        name=name,
        relation=relation,
    )


def staff(organization: str, one: Practitioner, encounter: str = "", patient: str = "") -> Actor:
    """A member of staff; with a stay, when they write at its bedside."""
    return Actor(
        organization=organization,
        kind="staff",
        author=f"Practitioner/{one.id}",
        session="demo",
        profile="demodemo",
        name=one.given,
        title=one.title,
        role=one.role,
        units=one.units,
        encounter=encounter,
        patient=patient,
    )


def put(
    connection: Connection,
    library: Library,
    actor: Actor,
    document: str,
    content: dict[str, Any],
    base: Sequence[str] = (),
) -> str:
    """Hands in one version as a phone does; gives its id."""
    version = uuid7()
    whole = {
        "id": document,
        "version": version,
        "base": list(base),
        "patient": actor.patient,
        "author": actor.author,
        "recorded": connection.now,
        "content": content,
    }
    stay = encounters.row(connection, actor.organization, actor.encounter) if actor.kind == "staff" else None
    receipt = receive(connection, library, actor, json.dumps(whole, ensure_ascii=False).encode(), stay)
    if receipt.outcome != "stored" or receipt.remark:
        raise ValueError(f"the demo's people write what the form does not take: {receipt}")
    return version


def flat(said: done.Said) -> Said:
    """Link id and words, one by one."""
    return [(link, one) for link, words in said.items() for one in ((words,) if isinstance(words, str) else words)]


def form_asked(connection: Connection, library: Library, actor: Actor, workflow: str = WHAT_MATTERS) -> FormEntry:
    """The form that the stay asks the patient in this work."""
    row = encounters.row(connection, actor.organization, actor.encounter)
    known = asking.by(asking.begun_in(connection, row))
    forms = of_patient(library.forms, asking.situation(connection, row), known)
    return next(one.form for one in forms if one.form.workflow == workflow)


def answer(
    connection: Connection,
    library: Library,
    actor: Actor,
    form: FormEntry,
    said: Said,
    language: str,
    status: str = "completed",
    base: Sequence[str] = (),
    audience: str = "all",
    origin: str = "app",
    said_by: str = "patient",
    declined: Sequence[str] = (),
) -> str:
    """Answers to a form: said by the patient or a helper, written by whoever acts."""
    patient = {"kind": "patient", "name": encounters.row(connection, actor.organization, actor.encounter)["given"]}
    writer = (
        patient if actor.kind == "patient" else {"kind": actor.kind, "name": actor.name, "relation": actor.relation}
    )
    marks = {"saidBy": writer if said_by == "helper" else patient, "writtenBy": writer, "authored": connection.now}
    content = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": form.canonical,
        "status": status,
        "encounter": actor.encounter,
        "language": language,
        "audience": audience,
        "origin": origin,
        "item": [
            *items(library, form, said, marks),
            *({"linkId": link, "declined": True, **marks} for link in declined),
        ],
    }
    document = form_document(actor.encounter, form.url, "staff" if audience == "staff" else "all")
    return put(connection, library, actor, document, content, base)


def told_of_self(connection: Connection, library: Library, actor: Actor, event: done.ToldOfSelf, language: str) -> None:
    """What matters to somebody who helps: said and written by themselves, in their own form."""
    row = encounters.row(connection, actor.organization, actor.encounter)
    form = of_carer(library.forms, asking.situation(connection, row), ())[0].form
    me = {"kind": "related", "name": actor.name, "relation": actor.relation}
    marks = {"saidBy": me, "writtenBy": me, "authored": connection.now}
    content = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": form.canonical,
        "status": "completed",
        "encounter": actor.encounter,
        "language": language,
        "subject": actor.author,
        "audience": event.audience,
        "item": items(library, form, flat(event.said), marks),
    }
    put(connection, library, actor, form_document(actor.encounter, form.url, event.audience, actor.author), content)


def items(library: Library, form: FormEntry, said: Said, marks: dict[str, Any]) -> list[dict[str, Any]]:
    """One item for each question; of a part that repeats, one for each time, in the order they are said."""
    nodes = by_link(library.written(form.canonical))
    told: dict[tuple[str, str], dict[str, Any]] = {}
    times: Counter[str] = Counter()
    for link, words in said:
        times[link] += 1
        within = {"within": str(times[link])} if nodes[link].above else {}
        item = told.setdefault((link, within.get("within", "")), {"linkId": link, **within, "answer": [], **marks})
        item["answer"].append(value(nodes[link].item, words))
    return list(told.values())


def value(item: Item, words: str) -> dict[str, Any]:
    """A number, free text, or the option of a closed question by its code."""
    if item.type == "integer":
        return {"valueInteger": int(words)}
    codings = (one.value_coding for one in item.answer_option if one.value_coding)
    option = next((one for one in codings if one.code == words), None)
    if option is not None:
        return {"valueCoding": {"code": option.code, "display": option.display}}
    return {"valueString": words}


def understood(library: Library, form: FormEntry, said: Said) -> Said:
    """What of it this form asks."""
    nodes = by_link(library.written(form.canonical))
    codes = {link: {code for one in node.item.answer_option if (code := coded(one))} for link, node in nodes.items()}
    return [(link, words) for link, words in said if link in nodes and (not codes[link] or words in codes[link])]


def coded(option: AnswerOption) -> str:
    return option.value_coding.code if option.value_coding else ""
