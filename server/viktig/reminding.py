"""The one worker of a server that sends reminders: takes what is due, sends it, and notes what came of it."""

import asyncio
import contextlib
import logging
from datetime import timedelta

from viktig.domain.reminder import Channel, Limits, Outcome
from viktig.interop.mail import Mail
from viktig.interop.push import Push
from viktig.interop.sms import Sms
from viktig.language import _, negotiate, sentence
from viktig.settings import Settings
from viktig.storage import reminders
from viktig.storage.clock import moment, now
from viktig.storage.database import Database
from viktig.storage.reminders import Address, Due

LOG = logging.getLogger("viktig")
EVERY_SECONDS = 30.0
NEUTRAL = _("There is something for you in Viktig.")
"""Tells neither where somebody is nor why. The same for every occasion."""
NO_MORE = _("No more of these:")


def push_of(settings: Settings) -> Push | None:
    if not settings.vapid_key:
        return None
    hosts = tuple(name.strip().lower() for name in settings.push_hosts.split(",") if name.strip())
    return Push(settings.vapid_key, settings.vapid_contact or settings.base, hosts, settings.push_test)


def limits_of(settings: Settings) -> Limits:
    begin, _dash, end = settings.quiet_hours.partition("-")
    return Limits(quiet=(int(begin), int(end)), a_day=settings.reminders_a_day, a_stay=settings.reminders_a_stay)


def channels_of(settings: Settings) -> tuple[Channel, ...]:
    """What this server can remind by."""
    there: dict[Channel, str] = {"push": settings.vapid_key, "sms": settings.sms_hook, "email": settings.smtp}
    return tuple(channel for channel, setting in there.items() if setting)


class Reminding:
    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._base = settings.base
        self._limits = limits_of(settings)
        self._push = push_of(settings)
        self._sms = Sms(settings.sms_hook, settings.sms_secret) if settings.sms_hook else None
        self._mail = Mail(settings.smtp, settings.smtp_from) if settings.smtp else None
        self._wanted = bool(channels_of(settings))
        self._closed = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def step(self) -> int:
        """One round; gives how many went out. What is leased here is committed before anything is sent."""
        taken = await self._database.write(lambda connection: reminders.take(connection, self._limits))
        sent = 0
        for due in taken:
            tried = await self._tried(due)
            await self._database.write(lambda c, due=due, tried=tried: reminders.note(c, due, tried))  # type: ignore[misc]
            sent += any(outcome == "sent" for _address, outcome in tried)
            if tried and tried[-1][1] == "failed":
                LOG.warning("a reminder was not sent by %s, try %d", tried[-1][0].channel, due.tries)
        return sent

    async def _surely(self, due: Due, address: Address) -> Outcome:
        """An address that makes our own code stumble costs nobody else a reminder."""
        try:
            return await self._one(due, address)
        except Exception as error:  # noqa: BLE001 - it stumbled before anything was sent, or nobody knows
            LOG.warning("a reminder by %s stumbled: %s", address.channel, type(error).__name__)
            return "unknown"

    async def _tried(self, due: Due) -> tuple[tuple[Address, Outcome], ...]:
        """The addresses one after the other, until one took it. Those before it in the round may have taken minutes."""
        tried: list[tuple[Address, Outcome]] = []
        for address in await self._database.read(lambda connection: reminders.still(connection, due)):
            tried.append((address, await self._surely(due, address)))
            if tried[-1][1] in ("sent", "unknown"):
                break
        return tuple(tried)

    async def _one(self, due: Due, address: Address) -> Outcome:
        language = negotiate(address.language)
        text, stop = sentence(NEUTRAL, language), f"{self._base}/stop#{address.stop}"
        body = f"{text} {self._base}\n\n{sentence(NO_MORE, language)} {stop}"
        if address.channel == "push" and self._push and address.keys:
            seconds = int(moment(now()).timestamp())
            return await self._push.send(address.target, address.keys, text, seconds)
        if address.channel == "sms" and self._sms:
            return await self._sms.send(due.id, address.target, body)
        if address.channel == "email" and self._mail:
            return await self._mail.send(due.id, address.target, text, body, stop)
        return "failed"  # this way is no longer set up

    def start(self) -> None:
        if self._wanted:
            self._task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        while not self._closed.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._closed.wait(), EVERY_SECONDS)
                return
            try:
                await self.step()
            except Exception as error:  # noqa: BLE001 - the next round is tried all the same
                LOG.warning("no reminders this round: %s", type(error).__name__)

    async def close(self) -> None:
        """Waits for what is being sent, so that it is noted."""
        self._closed.set()
        if self._task is not None:
            await asyncio.wait([self._task], timeout=timedelta(seconds=25).total_seconds())
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
