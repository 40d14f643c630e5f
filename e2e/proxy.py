"""A bad network on purpose: stands between phone and server, and breaks what it is told to break, byte by byte.

`cut-request`: half of the request arrives. `cut-answer`: half of the answer comes back. `drop-answer`: the server has
done its work, and nobody hears of it. `hang`: nothing ever comes back. `delay`: everything comes late.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import socket
import ssl
import struct
import threading
from collections import deque
from collections.abc import Iterator
from typing import Literal

How = Literal["delay", "cut-request", "cut-answer", "drop-answer", "hang"]
LATE = 0.3
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
RESET = struct.pack("ii", 1, 0)


class Proxy:
    """`url` is where the phone goes instead. Faults meet the next requests that begin with `on`, one each, in order."""

    def __init__(self, port: int, on: bytes = b"POST /api/sync", tls: ssl.SSLContext | None = None) -> None:
        self.target, self.on, self.tls = port, on, tls
        self.gone = False
        self.planned: deque[How] = deque()
        self.changed = threading.Condition()
        self.ways: set[asyncio.StreamWriter] = set()
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listening.getsockname()[1]
        self.url = f"https://localhost:{self.port}" if tls else f"http://127.0.0.1:{self.port}"
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self) -> None:
        """In a thread of its own, with a loop of its own: the browser's driver has one in this thread."""
        asyncio.set_event_loop(self.loop)
        server = self.loop.run_until_complete(asyncio.start_server(self.way, sock=self.listening, ssl=self.tls))
        self.loop.run_forever()
        server.close()
        # Who had just been let in is shown out, too.
        self.loop.run_until_complete(self.end())
        self.loop.run_until_complete(self.end())
        self.loop.close()

    def plan(self, *faults: How) -> None:
        with self.changed:
            self.planned.extend(faults)

    def all_met(self, within: float = 30) -> None:
        """Returns when every planned fault has happened."""
        with self.changed:
            assert self.changed.wait_for(lambda: not self.planned, within), f"never met: {list(self.planned)}"

    def go_away(self) -> None:
        """Nothing answers here any more, until `come_back`."""
        self.gone = True
        asyncio.run_coroutine_threadsafe(self.end(), self.loop).result(10)

    def come_back(self) -> None:
        self.gone = False

    def close(self) -> None:
        asyncio.run_coroutine_threadsafe(self.end(), self.loop).result(10)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()

    async def end(self) -> None:
        own = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for writer in list(self.ways):
            broken(writer)
        if own:
            await asyncio.wait(own)

    def next_fault(self, beginning: bytes) -> How | None:
        if not beginning.startswith(self.on):
            return None
        with self.changed:
            fault = self.planned.popleft() if self.planned else None
            self.changed.notify_all()
            return fault

    async def way(self, from_phone: asyncio.StreamReader, to_phone: asyncio.StreamWriter) -> None:
        """One connection, until either end hangs up or it is broken."""
        if self.gone:
            broken(to_phone)
            return
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            from_server, to_server = await asyncio.open_connection("127.0.0.1", self.target)
            both = {to_phone, to_server}
            self.ways |= both
            way = Way(self, from_phone, to_phone, from_server, to_server)
            ends = [asyncio.ensure_future(way.requests()), asyncio.ensure_future(way.answers())]
            try:
                await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for end in ends:
                    end.cancel()
                await asyncio.gather(*ends, return_exceptions=True)
                self.ways -= both
                broken(to_server)
        broken(to_phone)


class Way:
    def __init__(
        self,
        proxy: Proxy,
        from_phone: asyncio.StreamReader,
        to_phone: asyncio.StreamWriter,
        from_server: asyncio.StreamReader,
        to_server: asyncio.StreamWriter,
    ) -> None:
        self.proxy = proxy
        self.from_phone, self.to_phone = from_phone, to_phone
        self.from_server, self.to_server = from_server, to_server
        self.answer_fault: How | None = None

    async def requests(self) -> None:
        while data := await self.from_phone.read(65536):
            fault = self.proxy.next_fault(data)
            if fault == "delay":
                await asyncio.sleep(LATE)
            elif fault == "hang":
                await self.from_phone.read()
                return
            elif fault == "cut-request":
                head, body = await whole(self.from_phone, data)
                self.to_server.write(head + body[: len(body) // 2])
                await self.to_server.drain()
                return
            elif fault is not None:
                self.answer_fault = fault
            self.to_server.write(data)
            await self.to_server.drain()

    async def answers(self) -> None:
        while data := await self.from_server.read(65536):
            if self.answer_fault is not None:
                head, body = await whole(self.from_server, data)
                if self.answer_fault == "cut-answer":
                    self.to_phone.write(head + body[: len(body) // 2])
                    await self.to_phone.drain()
                return
            self.to_phone.write(data)
            await self.to_phone.drain()


async def whole(reader: asyncio.StreamReader, data: bytes) -> tuple[bytes, bytes]:
    """Head and body of the message that begins with `data`."""
    while b"\r\n\r\n" not in data:
        data += await some(reader)
    head, _, body = data.partition(b"\r\n\r\n")
    told = LENGTH.search(head)
    while told and len(body) < int(told[1]):
        body += await some(reader)
    return head + b"\r\n\r\n", body


async def some(reader: asyncio.StreamReader) -> bytes:
    data = await reader.read(65536)
    if not data:
        raise asyncio.IncompleteReadError(b"", None)
    return data


def broken(writer: asyncio.StreamWriter) -> None:
    """As a network breaks: without a good-bye."""
    line = writer.get_extra_info("socket")
    with contextlib.suppress(OSError):
        if line is not None:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    writer.transport.abort()


@contextlib.contextmanager
def proxy_to(port: int, tls: ssl.SSLContext | None = None) -> Iterator[Proxy]:
    proxy = Proxy(port, tls=tls)
    try:
        yield proxy
    finally:
        proxy.close()
