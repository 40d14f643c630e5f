"""Where a patient wants to be reminded: said on the phone, or noted by a nurse with the patient's yes."""

from datetime import timedelta

import msgspec
from litestar import delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from viktig.domain.access import Actor, Chart, granted
from viktig.domain.problems import Problem
from viktig.domain.reminder import (
    AgreedReminder,
    NewReminderAddress,
    ReminderAddress,
    Reminders,
    ReminderStop,
    tidy_target,
)
from viktig.http.charts import chart
from viktig.http.house import House, Visit
from viktig.reminding import channels_of, push_of
from viktig.settings import Settings
from viktig.storage import audit_events, encounters, reminders, sessions
from viktig.storage.connection import Connection


def own(connection: Connection, actor: Actor) -> None:
    """Only a patient, about themselves, while the stay may be read on the phone."""
    granted(actor, "see-own-log", Chart(organization=actor.organization, patient=actor.patient, unit="", open=True))


def device_of(connection: Connection, visit: Visit) -> str:
    return str(connection.sql.session_by_token(token_hash=sessions.hash_of(visit.token))["device"])


def usable(settings: Settings, new: NewReminderAddress) -> NewReminderAddress:
    """With the address as it is kept; or the problem, when this server cannot reach it."""
    if new.channel not in channels_of(settings):
        raise Problem("not-valid", "channel")
    push = push_of(settings)
    to = tidy_target(new.channel, new.to)
    if new.channel == "push" and not (push and push.knows(to) and new.keys):
        raise Problem("not-valid", "to")
    if not to:
        raise Problem("not-valid", "to")
    return msgspec.structs.replace(new, to=to, keys=new.keys if new.channel == "push" else None)


@get("/api/reminders", name="reminders", opt={"who": "patient"})
async def my_reminders(visit: NamedDependency[Visit]) -> Reminders:
    settings = visit.house.settings
    push = push_of(settings)

    def work(connection: Connection, actor: Actor) -> Reminders:
        own(connection, actor)
        unit = encounters.TO_UNIT.decode(encounters.row(connection, actor.organization, actor.encounter)["settings"])
        return Reminders(
            channels=channels_of(settings),
            key=push.public if push else "",
            addresses=reminders.addresses(
                connection, actor.organization, actor.encounter, device_of(connection, visit), unit
            ),
        )

    return await visit.read(work)


@post("/api/reminders", name="remind", opt={"who": "patient"})
async def remind(data: JSONBody[NewReminderAddress], visit: NamedDependency[Visit]) -> ReminderAddress:
    settings = visit.house.settings

    def work(connection: Connection, actor: Actor) -> ReminderAddress:
        own(connection, actor)
        if encounters.row(connection, actor.organization, actor.encounter)["ending"] not in ("", "discharged"):
            raise Problem("stay-ended")
        after, new = timedelta(hours=settings.remind_after), usable(settings, data)
        device = device_of(connection, visit)
        return reminders.add_address(connection, actor.organization, actor.encounter, new, after, device)

    return await visit.write(work)


@delete("/api/reminders/{address:str}", name="stop-reminding", opt={"who": "patient"})
async def stop_reminding(address: FromPath[str], visit: NamedDependency[Visit]) -> None:
    def work(connection: Connection, actor: Actor) -> None:
        own(connection, actor)
        if not reminders.forget(connection, actor.organization, actor.encounter, address):
            raise Problem("not-found")

    await visit.write(work)


@post("/api/reminders/stop", name="stop-by-link", status_code=204, opt={"who": "anybody"})
async def stop_by_link(data: JSONBody[ReminderStop], house: NamedDependency[House]) -> None:
    """Without signing in, at any time. It never tells whether there was such a link."""
    await house.database.write(lambda connection: reminders.stop(connection, data.stop))


@post("/api/encounters/{encounter:str}/reminders", name="agree-reminder", opt={"who": "nurse"})
async def agree(
    encounter: FromPath[str], data: JSONBody[AgreedReminder], visit: NamedDependency[Visit]
) -> ReminderAddress:
    settings = visit.house.settings

    def work(connection: Connection, actor: Actor) -> ReminderAddress:
        found, basis = chart(connection, actor, "write", encounter)
        if found["status"] != "in-progress":
            raise Problem("stay-ended")
        asked = NewReminderAddress(channel=data.channel, to=data.to, language=found["language"])
        audit_events.did(connection, actor, found["patient"], found["unit"], "reminder-agreed", basis)
        after = timedelta(hours=settings.remind_after)
        return reminders.add_address(
            connection, actor.organization, encounter, usable(settings, asked), after, agreed_with=actor.name
        )

    return await visit.write(work)


@delete("/api/encounters/{encounter:str}/reminders/{address:str}", name="end-reminder", opt={"who": "nurse"})
async def end_reminder(encounter: FromPath[str], address: FromPath[str], visit: NamedDependency[Visit]) -> None:
    def work(connection: Connection, actor: Actor) -> None:
        found, basis = chart(connection, actor, "write", encounter)
        audit_events.did(connection, actor, found["patient"], found["unit"], "reminder-ended", basis)
        if not reminders.forget(connection, actor.organization, encounter, address):
            raise Problem("not-found")

    await visit.write(work)


ROUTES = (my_reminders, remind, stop_reminding, stop_by_link, agree, end_reminder)
