"""Where a patient wants to be reminded, and a queue of reminders that one worker leases: each goes out at most once."""

import secrets
from datetime import datetime, timedelta

import msgspec

from viktig.domain.encounter import Ending, Unit
from viktig.domain.problems import Problem
from viktig.domain.reminder import (
    MOST_ADDRESSES,
    PREFERRED,
    Channel,
    Limits,
    NewReminderAddress,
    Occasion,
    Outcome,
    PushKeys,
    ReminderAddress,
    Standing,
    again,
    shown_target,
    turn,
)
from viktig.storage.clock import instant, moment, uuid7
from viktig.storage.connection import Connection, Row

TO_UNIT = msgspec.json.Decoder(Unit)
TO_OCCASIONS = msgspec.json.Decoder(tuple[Occasion, ...])
TO_KEYS = msgspec.json.Decoder(PushKeys)
LEASE = timedelta(minutes=5)
TIME_TO_UNDO = timedelta(minutes=10)
"""A reading may be taken back, and several things are often agreed at once."""
NEXT_DAY = timedelta(days=1)


class Address(msgspec.Struct, frozen=True):
    id: str
    channel: Channel
    target: str
    keys: PushKeys | None
    language: str
    stop: str
    failures: int


class Due(msgspec.Struct, frozen=True):
    """A reminder whose turn it is, leased to who took it, with the addresses to try, the best first."""

    organization: str
    id: str
    encounter: str
    occasion: Occasion
    about: str
    tries: int
    addresses: tuple[Address, ...]


def add_address(
    connection: Connection,
    organization: str,
    encounter: str,
    new: NewReminderAddress,
    after: timedelta,
    device: str = "",
    agreed_with: str = "",
) -> ReminderAddress:
    """The same address again takes the place of the earlier one. `after`: how long unsent answers are left in peace."""
    known = connection.sql.reminder_addresses(organization=organization, encounter=encounter)
    same = [row["address"] for row in known if (row["channel"], row["target"]) == (new.channel, new.to)]
    for one in same:
        forget(connection, organization, encounter, one)
    if len(known) - len(same) >= MOST_ADDRESSES:
        raise Problem("not-valid", "to")
    address = uuid7()
    connection.sql.add_reminder_address(
        organization=organization,
        address=address,
        encounter=encounter,
        channel=new.channel,
        target=new.to,
        keys=msgspec.json.encode(new.keys).decode() if new.keys else "",
        language=new.language,
        occasions=msgspec.json.encode(new.occasions).decode(),
        device=device,
        agreed_with=agreed_with,
        stop=secrets.token_urlsafe(16),
        made=connection.now,
    )
    if "answer" in new.occasions:
        _wait_for_answer(connection, organization, encounter, after)
    rows = connection.sql.reminder_addresses(organization=organization, encounter=encounter)
    return next(_shape(row, device) for row in rows if row["address"] == address)


def addresses(
    connection: Connection, organization: str, encounter: str, device: str = "", seen_by_patient_of: Unit | None = None
) -> tuple[ReminderAddress, ...]:
    """As staff see them, or (given the unit) as that unit lets its patients see who noted their yes."""
    hidden = seen_by_patient_of is not None and seen_by_patient_of.reader == "role"
    rows = connection.sql.reminder_addresses(organization=organization, encounter=encounter)
    found = (_shape(row, device) for row in rows)
    return tuple(msgspec.structs.replace(one, agreed_with="") if hidden else one for one in found)


def _shape(row: Row, device: str) -> ReminderAddress:
    return ReminderAddress(
        id=row["address"],
        channel=row["channel"],
        to=shown_target(row["channel"], row["target"]),
        occasions=TO_OCCASIONS.decode(row["occasions"]),
        here=bool(device) and row["device"] == device and row["channel"] == "push",
        agreed_with=row["agreed_with"],
        since=row["made"],
    )


def forget(connection: Connection, organization: str, encounter: str, address: str) -> int:
    forgotten: int = connection.sql.forget_reminder_address(
        organization=organization, encounter=encounter, address=address
    )
    return forgotten


def stop(connection: Connection, token: str) -> None:
    """By the link in a message; one that nobody has changes nothing and is told nothing."""
    connection.sql.forget_reminder_address_by_stop(stop=token)


def device_left(connection: Connection, device: str) -> None:
    """A phone without a key shares its empty name with all others: nothing is forgotten then."""
    if device:
        connection.sql.forget_reminder_addresses_of_device(device=device)


def stay_ended(connection: Connection, organization: str, encounter: str, ending: Ending) -> None:
    """After a discharge nobody is asked to answer; after a death or a mistake nothing goes out, ever."""
    where = {"organization": organization, "encounter": encounter}
    if ending == "discharged":
        connection.sql.withdraw_reminders_to_answer(**where)
    else:
        connection.sql.withdraw_reminders(**where)
        connection.sql.forget_reminder_addresses_of_stay(**where)


def happened(connection: Connection, organization: str, encounter: str, occasion: Occasion, about: str) -> None:
    """Something that a patient may have asked to be told of. One that waits already tells of it too."""
    where = {"organization": organization, "encounter": encounter}
    rows = connection.sql.reminder_addresses(**where)
    if not any(occasion in TO_OCCASIONS.decode(row["occasions"]) for row in rows):
        return
    if not any(
        one["state"] == "waiting" and one["occasion"] == occasion for one in connection.sql.reminders_of_stay(**where)
    ):
        _wait(connection, organization, encounter, occasion, about, TIME_TO_UNDO)


def _wait_for_answer(connection: Connection, organization: str, encounter: str, after: timedelta) -> None:
    """One at a time; each has a number, so that none is taken for an earlier one."""
    rows = connection.sql.reminders_of_stay(organization=organization, encounter=encounter)
    states = [row["state"] for row in rows if row["occasion"] == "answer"]
    if "waiting" not in states:
        _wait(connection, organization, encounter, "answer", str(len(states) + 1), after)


def _wait(
    connection: Connection, organization: str, encounter: str, occasion: Occasion, about: str, after: timedelta
) -> None:
    connection.sql.add_reminder(
        organization=organization,
        reminder=uuid7(),
        encounter=encounter,
        occasion=occasion,
        about=about,
        made=connection.now,
        due=instant(moment(connection.now) + after),
    )


def take(connection: Connection, limits: Limits) -> tuple[Due, ...]:
    """Leases what may go out now; the rest is put off or left. What was leased by somebody who is gone stays lost."""
    connection.sql.lose_reminders(now=connection.now)
    rows = connection.sql.due_reminders(now=connection.now)
    return tuple(due for row in rows if (due := _leased(connection, row, limits)))


def _leased(connection: Connection, row: Row, limits: Limits) -> Due | None:
    where = {"organization": row["organization"], "reminder": row["reminder"]}
    stay = {"organization": row["organization"], "encounter": row["encounter"]}
    own = connection.sql.reminders_of_stay(**stay)
    if not any(one["reminder"] == row["reminder"] and one["state"] == "waiting" for one in own):
        return None  # another one of this round has covered it
    standing = Standing(
        status=row["status"],
        answered=bool(row["answered_at"]),
        excluded=row["excluded"],
        undone=bool(row["undone"]),
        sent=tuple(sorted(one["sent"] for one in own if one["sent"])),
        zone=TO_UNIT.decode(row["settings"]).timezone,
    )
    now = moment(connection.now)
    at = turn(row["occasion"], standing, limits, now)
    wanted = _wanted(connection, row)
    if at is None or not wanted:
        connection.sql.withdraw_reminder(**where)
        return None
    if at > now:
        connection.sql.put_off_reminder(due=instant(at), **where)
        return None
    if connection.sql.lease_reminder(now=connection.now, leased=instant(now + LEASE), **where) != 1:
        return None
    connection.sql.cover_reminders(now=connection.now, **stay)
    return Due(
        organization=row["organization"],
        id=row["reminder"],
        encounter=row["encounter"],
        occasion=row["occasion"],
        about=row["about"],
        tries=row["tries"] + 1,
        addresses=wanted,
    )


def _wanted(connection: Connection, row: Row) -> tuple[Address, ...]:
    rows = connection.sql.reminder_addresses(organization=row["organization"], encounter=row["encounter"])
    found = [
        Address(
            id=one["address"],
            channel=one["channel"],
            target=one["target"],
            keys=TO_KEYS.decode(one["keys"]) if one["keys"] else None,
            language=one["language"],
            stop=one["stop"],
            failures=one["failures"],
        )
        for one in rows
        if row["occasion"] in TO_OCCASIONS.decode(one["occasions"])
    ]
    return tuple(sorted(found, key=lambda one: PREFERRED.index(one.channel)))


def still(connection: Connection, due: Due) -> tuple[Address, ...]:
    """Those of its addresses that nobody has taken back since it was leased: by a stop, a death or a mistake."""
    rows = connection.sql.reminder_addresses(organization=due.organization, encounter=due.encounter)
    there = {row["address"] for row in rows}
    return tuple(one for one in due.addresses if one.id in there)


def note(connection: Connection, due: Due, tried: tuple[tuple[Address, Outcome], ...]) -> None:
    """What came of it: kept as sent, put off when it surely failed, and never tried again when nobody knows."""
    for address, outcome in tried:
        if outcome == "gone":
            forget(connection, due.organization, due.encounter, address.id)
        else:
            failures = address.failures + 1 if outcome == "failed" else 0
            connection.sql.set_reminder_failures(organization=due.organization, address=address.id, failures=failures)
    outcome = tried[-1][1] if tried else "gone"
    now = moment(connection.now)
    later: datetime | None = again(due.tries, now) if outcome == "failed" else None
    state = {"sent": "sent", "unknown": "lost", "gone": "withdrawn", "failed": "waiting" if later else "failed"}[
        outcome
    ]
    connection.sql.set_reminder(
        organization=due.organization,
        reminder=due.id,
        state=state,
        due=instant(later or now),
        tries=due.tries,
        sent=connection.now if outcome in ("sent", "unknown") else "",
    )
    if due.occasion == "answer" and outcome == "sent":
        _wait_for_answer(connection, due.organization, due.encounter, NEXT_DAY)
