"""A server that reminds by push and by SMS, whoever takes its messages, and Ingrid, who may be reminded."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from tests.asking import ORIGIN, Json, Phone, told
from tests.clock import Clock
from tests.interop.browser_keys import Browser
from tests.interop.receivers import Receiver
from tests.people import HOSPITAL, Town
from viktig.interop.push import new_key
from viktig.reminding import Reminding
from viktig.settings import Settings

TEXT = "Det ligger noe til deg i Viktig."
EVERYTHING = ["answer", "read", "agreed"]


class Post:
    """What goes out: by push and by SMS, from a server that knows both."""

    def __init__(self, url: str, clock: Clock) -> None:
        self.push, self.sms = Receiver(), Receiver()
        self.settings = Settings(
            url=ORIGIN,
            vapid_key=new_key(),
            vapid_contact="mailto:it@example.org",
            push_test=self.push.url,
            sms_hook=f"{self.sms.url}/sms",
            sms_secret="hemmelig",
        )
        self.town = Town(url, clock, self.settings)
        self.browser = Browser()
        self.ingrid: Phone = self.town.phone(self.town.admit(), device=None)

    def wish(self, **more: object) -> Json:
        """Ingrid says yes to being reminded on this phone, or as told."""
        keys = {"p256dh": self.browser.keys.p256dh, "auth": self.browser.keys.auth}
        body = {"channel": "push", "to": f"{self.push.url}/ingrid", "keys": keys, "language": "nb", **more}
        made: Json = told(self.ingrid.post("/api/reminders", body), 201)
        return made

    def by_sms(self, occasions: list[str]) -> Json:
        return self.wish(channel="sms", to="987 65 432", keys=None, occasions=occasions)

    def round(self, settings: Settings | None = None) -> int:
        return asyncio.run(Reminding(self.town.database, settings or self.settings).step())

    @property
    def count(self) -> int:
        return len(self.push.got) + len(self.sms.got)

    def states(self) -> list[str]:
        rows = self.town.database.read_now(
            lambda c: c.sql.reminders_of_stay(organization=HOSPITAL, encounter=self.ingrid.stay)
        )
        return [row["state"] for row in rows]


BOTH = pytest.mark.parametrize("post", ["sqlite", "postgres"], indirect=True)
"""Where the engine matters."""


@pytest.fixture
def post(request: pytest.FixtureRequest, clock: Clock) -> Iterator[Post]:
    engine = getattr(request, "param", "sqlite")
    made = Post(request.getfixturevalue(f"{engine}_url"), clock)
    with made.town.http:
        yield made
    made.push.close()
    made.sms.close()
