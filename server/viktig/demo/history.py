"""Thirteen months of stays that are over, so that a ward's figures have something to show."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from viktig.content.cast import Cast, Habits
from viktig.content.library import Library
from viktig.demo.acting import answer, at, flat, form_asked, phone, put, staff, understood
from viktig.demo.learning import Readers, learn
from viktig.domain.access import Actor
from viktig.domain.encounter import EndOfStay, NewStay, Postponement
from viktig.domain.person import Practitioner
from viktig.domain.review import NewReview
from viktig.domain.task import NewTask, TaskOutcome
from viktig.storage import encounters, reviews, tasks
from viktig.storage.clock import instant, uuid7
from viktig.storage.connection import Connection

TO_NAMES = msgspec.json.Decoder(tuple[str, ...])


class Stage(msgspec.Struct, frozen=True):
    """Everything that one ward's past needs."""

    connection: Connection
    library: Library
    organization: str
    unit: str
    nurses: Sequence[Practitioner]
    leader: Practitioner
    cast: Cast
    dice: random.Random
    readers: Readers


def live_through(stage: Stage, habits: Habits, admitted: datetime) -> None:
    """One stay from arrival to discharge, as the ward's habits have it."""
    connection, dice, organization = stage.connection, stage.dice, stage.organization
    ended = admitted + timedelta(hours=dice.uniform(14, 150))
    given, family = dice.choice(stage.cast.given), dice.choice(stage.cast.family)
    born = datetime(dice.randint(1932, 1998), dice.randint(1, 12), dice.randint(1, 28), tzinfo=admitted.tzinfo)
    at(connection, admitted)
    encounter = encounters.admit(
        connection,
        organization,
        stage.unit,
        NewStay(
            given=given,
            family=family,
            birth_date=f"{born:%Y-%m-%d}",
            admitted=instant(admitted),
            room=str(dice.randint(1, 24)),
        ),
    )
    nurse = staff(organization, dice.choice(stage.nurses))
    if dice.random() < habits.excluded:
        why = Postponement(reason=dice.choice(("too-ill", "confused", "language")))
        encounters.postpone(connection, organization, encounter, why)
    elif dice.random() < habits.asked:
        asked = admitted + timedelta(hours=dice.expovariate(1 / habits.hours_to_ask))
        if asked < ended:
            _answered(stage, habits, encounter, nurse, asked, ended)
    learn(stage.readers, encounter, nurse, admitted, ended)
    at(connection, ended)
    row = encounters.row(connection, organization, encounter)
    encounters.end(connection, organization, encounter, EndOfStay(ending="discharged"), str(row["tag"]))
    at(connection, ended + timedelta(hours=dice.uniform(4, 36)))
    _left_unread(stage, encounter)


def _left_unread(stage: Stage, encounter: str) -> None:
    """What nobody read before the stay ended is the leader's, who reads it."""
    where = {"organization": stage.organization, "encounter": encounter}
    if stage.connection.sql.fact(**where)["unread"]:
        documents = stage.connection.sql.documents_of_encounter(**where)
        sent = tuple(version for row in documents for version in TO_NAMES.decode(row["sent_versions"]))
        stay = encounters.row(stage.connection, stage.organization, encounter)
        leader = staff(stage.organization, stage.leader)
        reviews.add(stage.connection, leader, stay, NewReview(encounter=encounter, versions=sent))


def _answered(stage: Stage, habits: Habits, encounter: str, nurse: Actor, asked: datetime, ended: datetime) -> None:
    connection, dice = stage.connection, stage.dice
    at(connection, asked)
    patient = phone(connection, stage.organization, encounter)
    voice = dice.choice(stage.cast.answers)
    form = form_asked(connection, stage.library, patient)
    said = understood(stage.library, form, flat(voice.said))
    draft = answer(connection, stage.library, patient, form, said[:1], voice.language, "in-progress")
    if dice.random() > habits.answered:
        return
    at(connection, asked + timedelta(minutes=9))
    sent = answer(connection, stage.library, patient, form, said, voice.language, base=[draft])
    read = asked + timedelta(hours=dice.expovariate(1 / habits.hours_to_read))
    if dice.random() > habits.read or read > ended:
        return
    at(connection, read)
    stay = encounters.row(connection, stage.organization, encounter)
    reviews.add(connection, nurse, stay, NewReview(encounter=encounter, versions=(sent,), together=dice.random() < 0.4))
    if dice.random() > habits.responded:
        return
    outcomes: Sequence[TaskOutcome] = ("planned", "planned", "done-at-once", "cannot")
    outcome = dice.choice(outcomes)
    made = tasks.add(
        connection,
        nurse,
        stay,
        NewTask(encounter=encounter, outcome=outcome, description=dice.choice(stage.cast.tasks)),
    )
    if dice.random() < habits.marked:
        at(connection, min(read + timedelta(hours=20), ended))
        mark = {"resourceType": "TaskMark", "encounter": encounter, "task": made.id}
        put(
            connection, stage.library, patient, uuid7(), {**mark, "helped": dice.choice(("yes", "yes", "little", "no"))}
        )
    if dice.random() < habits.talked:
        at(connection, min(read + timedelta(hours=26), ended))
        mark = {
            "resourceType": "TalkMark",
            "encounter": encounter,
            "talked": dice.choice(("yes", "yes", "little", "no")),
        }
        put(connection, stage.library, patient, uuid7(), mark)
