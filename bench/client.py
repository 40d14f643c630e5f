"""The load client, in a process of its own: so many connections, each asks again as soon as it is answered.

Reads its order (JSON) from standard input and prints what it saw (JSON).
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from itertools import count
from typing import cast

import msgspec
import uvloop

from bench.phones import Crowd, Phone, body

MARK_DOCUMENT, MARK_VERSION = "0" * 36, "1" * 36
MARK_N = 999_999


class Order(msgspec.Struct, frozen=True):
    port: int
    path: str
    connections: int
    seconds: float
    crowd: Crowd
    expected: str
    """What every good answer contains."""
    warm: float = 0.4
    salt: int = 0
    """Keeps the ids of two runs apart."""


class Seen(msgspec.Struct, frozen=True):
    rate: float
    """Requests a second."""
    p50: float
    p99: float
    """Milliseconds."""
    requests: int


class Letters:
    """The requests of one phone, one after the other; made by filling a text, since this machine is shared."""

    def __init__(self, order: Order, phone: Phone) -> None:
        self.n = phone.n
        text = body(phone, order.crowd.form, MARK_DOCUMENT, MARK_VERSION, MARK_N)
        head = (
            f"POST {order.path} HTTP/1.1\r\nhost: 127.0.0.1:{order.port}\r\norigin: http://127.0.0.1:{order.port}\r\n"
            f"content-type: application/json\r\nviktig-profile: {phone.profile}\r\n"
            f"cookie: __Host-viktig-{phone.profile}={phone.token}\r\ncontent-length: "
        )
        self.head = head.encode()
        self.before, rest = text.split(str(MARK_N).encode())
        self.between, rest = rest.split(MARK_DOCUMENT.encode())
        self.middle, self.after = rest.split(MARK_VERSION.encode())

    def next(self, document: bytes, version: bytes) -> bytes:
        parts = (self.before, b"%d" % self.n, self.between, document, self.middle, version, self.after)
        self.n += 1
        text = b"".join(parts)
        return b"%s%d\r\n\r\n%s" % (self.head, len(text), text)


class Connection(asyncio.Protocol):
    """Goes through its phones, one request each, round and round."""

    def __init__(self, order: Order, phones: list[Letters], ids: count[int], until: float) -> None:
        self.order, self.phones, self.ids, self.until = order, phones, ids, until
        self.expected = order.expected.encode()
        self.turn = 0
        self.buffer = b""
        self.times: list[tuple[float, float]] = []
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        self.ask()

    def connection_lost(self, reason: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(reason or ConnectionError("the server hung up"))

    def ask(self) -> None:
        number = next(self.ids)
        now = int(time.time() * 1000)
        document = b"%08x-%04x-7%03x-8%03x-%012x" % (now >> 16, now & 0xFFFF, 1, self.order.salt, number)
        version = b"%08x-%04x-7%03x-8%03x-%012x" % (now >> 16, now & 0xFFFF, 2, self.order.salt, number)
        self.turn = (self.turn + 1) % len(self.phones)
        self.asked = time.perf_counter()
        self.transport.write(self.phones[self.turn].next(document, version))

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return
        head = self.buffer[:end].lower()
        at = head.index(b"content-length:") + 15
        length = int(head[at:].split(b"\r\n", 1)[0])
        if len(self.buffer) < end + 4 + length:
            return
        now = time.perf_counter()
        if not head.startswith(b"http/1.1 200") or self.expected not in self.buffer[end:]:
            self.done.set_exception(RuntimeError(self.buffer.decode(errors="replace")[:2000]))
            self.transport.close()
            return
        self.times.append((now, now - self.asked))
        self.buffer = b""
        if now < self.until:
            self.ask()
        else:
            self.transport.close()
            self.done.set_result(None)


async def loaded(order: Order) -> Seen:
    letters = [Letters(order, phone) for phone in order.crowd.phones]
    assert len(letters) >= order.connections
    ids = count()
    begin = time.perf_counter() + order.warm
    until = begin + order.seconds
    loop = asyncio.get_running_loop()
    connections: list[Connection] = []
    for number in range(order.connections):
        own = letters[number :: order.connections]
        _, protocol = await loop.create_connection(
            lambda own=own: Connection(order, own, ids, until),  # type: ignore[misc]
            "127.0.0.1",
            order.port,
        )
        connections.append(protocol)
    async with asyncio.timeout(order.warm + order.seconds + 30):
        await asyncio.gather(*(one.done for one in connections))
    took = sorted(span for one in connections for at, span in one.times if at > begin)
    last = max(at for one in connections for at, _ in one.times)
    at = [1000 * took[min(len(took) - 1, int(len(took) * share))] for share in (0.5, 0.99)]
    return Seen(rate=len(took) / (last - begin), p50=at[0], p99=at[1], requests=len(took))


def load(order: Order) -> Seen:
    """Runs it in a process of its own."""
    run = subprocess.run(
        [sys.executable, "-m", "bench.client"], input=msgspec.json.encode(order), stdout=subprocess.PIPE, check=True
    )
    return msgspec.json.decode(run.stdout, type=Seen)


if __name__ == "__main__":
    seen = uvloop.run(loaded(msgspec.json.decode(sys.stdin.buffer.read(), type=Order)))
    sys.stdout.buffer.write(msgspec.json.encode(seen))
