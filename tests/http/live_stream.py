"""A live stream as a browser holds it open: the application is driven directly, since such an answer never ends."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from tests.asking import Person
from tests.people import Town

PATIENCE = 30.0


class Stream:
    """One open connection; `next` waits for the next event, `ended` for the end of the answer."""

    def __init__(self, town: Town, person: Person, path: str) -> None:
        named = {**person.headers, "host": "viktig.example"}
        headers = [(name.encode(), value.encode()) for name, value in named.items()]
        self.scope: dict[str, Any] = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "https",
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "headers": headers,
            "server": ("viktig.example", 443),
            "client": ("127.0.0.1", 1),
            "root_path": "",
        }
        self.heard: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.hung_up = asyncio.Event()
        self.asked = False
        self.started: dict[str, Any] = {}
        self.task = asyncio.create_task(town.app(self.scope, self.receive, self.heard.put))  # type: ignore[arg-type]

    async def receive(self) -> dict[str, Any]:
        if not self.asked:
            self.asked = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await self.hung_up.wait()
        return {"type": "http.disconnect"}

    async def message(self) -> dict[str, Any]:
        async with asyncio.timeout(PATIENCE):
            return await self.heard.get()

    async def start(self) -> dict[str, Any]:
        self.started = await self.message()
        return self.started

    async def next(self) -> int:
        """The number that the next event carries."""
        while True:
            message = await self.message()
            assert message.get("more_body", False), "the stream has ended"
            for line in message["body"].decode().splitlines():
                if line.startswith("data:"):
                    return int(json.loads(line.removeprefix("data:"))["n"])

    async def ended(self) -> None:
        while (await self.message()).get("more_body", False):
            pass

    async def hang_up(self) -> None:
        self.hung_up.set()
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)
