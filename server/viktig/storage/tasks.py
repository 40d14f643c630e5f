"""What the team does about an answer."""

import msgspec

from viktig.domain.access import Actor
from viktig.domain.encounter import Unit
from viktig.domain.mark import TaskMark
from viktig.domain.problems import Problem
from viktig.domain.task import NewTask, Quote, Task, TaskChange
from viktig.storage import changes, facts, reminders, units
from viktig.storage.clock import uuid7
from viktig.storage.connection import Connection, Row

TO_QUOTE = msgspec.json.Decoder(Quote)
TO_MARK = msgspec.json.Decoder(TaskMark)
STATUS = {"planned": "requested", "done-at-once": "completed", "cannot": "rejected"}


def add(connection: Connection, actor: Actor, stay: Row, new: NewTask) -> Task:
    if new.owner:
        units.practitioner(connection, actor.organization, new.owner)
    task = uuid7()
    changes.note(connection, actor.organization, stay["patient"], "task", task)
    connection.sql.add_task(
        organization=actor.organization,
        task=task,
        encounter=new.encounter,
        patient=stay["patient"],
        status=STATUS[new.outcome],
        outcome=new.outcome,
        description=new.description,
        quote=msgspec.json.encode(new.quote).decode() if new.quote else "",
        owner=new.owner,
        due=new.due,
        made_at=connection.now,
        made_by=actor.author.partition("/")[2],
        changed_at=connection.now,
    )
    reminders.happened(connection, actor.organization, new.encounter, "agreed", task)
    facts.recount(connection, actor.organization, new.encounter)
    units.touch(connection, actor.organization, stay["unit"])
    return shape(connection, actor.organization, found(connection, actor.organization, task), None)


def change(connection: Connection, actor: Actor, stay: Row, task: str, to: TaskChange, tag: str) -> Task:
    changes.note(connection, actor.organization, stay["patient"], "task", task)
    row = found(connection, actor.organization, task)
    if not tag:
        raise Problem("missing-if-match")
    if tag.strip('"') != str(row["tag"]):
        raise Problem("changed-meanwhile")
    if to.owner:
        units.practitioner(connection, actor.organization, to.owner)
    connection.sql.set_task(
        organization=actor.organization,
        task=task,
        status=to.status,
        description=to.description,
        owner=to.owner,
        due=to.due,
        changed_at=connection.now,
    )
    units.touch(connection, actor.organization, stay["unit"])
    return shape(connection, actor.organization, found(connection, actor.organization, task), None)


def found(connection: Connection, organization: str, task: str) -> Row:
    row: Row | None = connection.sql.task(organization=organization, task=task)
    if row is None:
        raise Problem("not-found")
    return row


def marked(connection: Connection, organization: str, patient: str, task: str, helped: str) -> None:
    """The patient's word on it, from a TaskMark."""
    connection.sql.set_task_helped(organization=organization, task=task, patient=patient, helped=helped)


def mark(connection: Connection, organization: str, row: Row) -> TaskMark | None:
    """The newest of them, with its words and thanks, where the patient has said whether it helped."""
    if not row["helped"]:
        return None
    rows = connection.sql.marks_of_patient(organization=organization, patient=row["patient"])
    marks = (TO_MARK.decode(one["content"]) for one in rows)
    return next((one for one in marks if one.task == row["task"]), None)


def shape(connection: Connection, organization: str, row: Row, seen_by_patient_of: Unit | None) -> Task:
    """With names as staff see them, or (given the unit) as that unit lets its patients see them: on a phone, where what
    the patient said of it is left out, since others may read there."""
    hidden = seen_by_patient_of is not None and seen_by_patient_of.reader == "role"
    said = None if seen_by_patient_of else mark(connection, organization, row)
    return Task(
        id=row["task"],
        encounter=row["encounter"],
        patient=row["patient"],
        status=row["status"],
        outcome=row["outcome"],
        description=row["description"],
        quote=TO_QUOTE.decode(row["quote"]) if row["quote"] else None,
        owner="" if seen_by_patient_of else row["owner"],
        owner_name="" if hidden else _name(connection, organization, row["owner"]),
        due=row["due"],
        made_at=row["made_at"],
        made_by="" if hidden else _name(connection, organization, row["made_by"]),
        changed_at=row["changed_at"],
        helped=row["helped"],
        helped_words=said.words if said else "",
        thanks=said is not None and said.thanks,
        tag=str(row["tag"]),
    )


def _name(connection: Connection, organization: str, practitioner: str) -> str:
    return units.practitioner(connection, organization, practitioner).given if practitioner else ""
