"""Which forms a stay asks: what decides it is read here, the rule is `domain/asking.py`."""

import hashlib
from collections.abc import Sequence

import msgspec

from viktig.domain.access import Actor
from viktig.domain.asking import WHAT_MATTERS, Asked, Begun, Forms, Situation, of_carer, of_patient
from viktig.domain.encounter import FormForStay, form_document
from viktig.storage import encounters, facts, papers
from viktig.storage.clock import day
from viktig.storage.connection import Connection, Row


def of_phone(connection: Connection, actor: Actor, stay: Row, forms: Forms) -> tuple[FormForStay, ...]:
    """Of the patient's own forms, whoever may help with the answers; of that about those who help, each of them. The
    form that counts is one for all; beyond that what a helper may not see does not show in what they are asked."""
    rows, here = begun_in(connection, stay), situation(connection, stay)
    asked: list[FormForStay] = []
    if actor.kind == "patient" or "answers" in actor.scopes:
        seen = {row["document"] for row in rows if papers.sees(actor, papers.paper(actor, row))}
        known = [
            Begun(row["questionnaire"], bool(row["received"]) and row["document"] in seen)
            for row in rows
            if not row["about"]
            and (actor.kind == "patient" or row["document"] in seen or row["workflow"] == WHAT_MATTERS)
        ]
        asked += [for_stay(stay, one) for one in of_patient(forms, here, known)]
    if actor.kind == "related":
        asked += [for_stay(stay, one, actor.author) for one in of_carer(forms, here, by(rows, actor.author))]
    return tuple(asked)


def begun_in(connection: Connection, stay: Row) -> Sequence[Row]:
    """The documents of the stay that hold answers to forms."""
    rows: Sequence[Row] = connection.sql.begun_in_stay(organization=stay["organization"], encounter=stay["encounter"])
    return rows


def by(rows: Sequence[Row], about: str = "") -> list[Begun]:
    """What has been begun about the patient, or about one who helps."""
    return [Begun(row["questionnaire"], bool(row["received"])) for row in rows if row["about"] == about]


def situation(connection: Connection, stay: Row) -> Situation:
    unit = encounters.TO_UNIT.decode(stay["settings"])
    events = connection.sql.events_of_stay(
        organization=stay["organization"], encounter=stay["encounter"], as_of=facts.END_OF_TIME
    )
    return Situation(
        organization=stay["organization"],
        kind=unit.kind,
        born=stay["birth_date"],
        admitted=day(stay["admitted"], unit.timezone),
        today=day(connection.now, unit.timezone),
        leaves=stay["planned_discharge"],
        moved=any(event["kind"] == "moved" for event in events),
        running=stay["status"] == "in-progress",
    )


def for_stay(stay: Row, asked: Asked, author: str = "") -> FormForStay:
    """With the ids of the two documents that hold its answers. `author`: of a form about themselves, whose."""
    form, newer = asked.form, asked.newer
    return FormForStay(
        questionnaire=form.canonical,
        name=form.name,
        path=form.path,
        shared=form_document(stay["encounter"], form.url, "all", author),
        staff=form_document(stay["encounter"], form.url, "staff", author),
        about=form.about,
        workflow=form.workflow,
        spoken_for=form.of_a_small_child,
        newer=newer.canonical if newer else "",
        newer_path=newer.path if newer else "",
    )


def digest(asked: tuple[FormForStay, ...]) -> str:
    """Short, and another one when anything that is asked is."""
    return hashlib.sha256(msgspec.json.encode(asked)).hexdigest()[:16]
