"""A real server process for a test: on a free port of this machine, with a database of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

READY_WITHIN = 600.0


class Server:
    """`viktig` as people run it. `stop`, `kill` and `start` keep the port and the database."""

    def __init__(self, folder: Path, command: str = "demo", **settings: str) -> None:
        self.folder, self.command = folder, command
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "server.log"
        self.settings = {
            "VIKTIG_DATABASE": f"sqlite:///{folder / 'viktig.db'}",
            "VIKTIG_HOST": "127.0.0.1",
            "VIKTIG_PORT": str(self.port),
            **settings,
        }
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        own = {name: value for name, value in os.environ.items() if not name.startswith("VIKTIG_")}
        return {**own, **self.settings}

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "viktig", self.command],
                cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        self.await_ready(self.process)

    def await_ready(self, process: subprocess.Popen[bytes]) -> None:
        until = time.monotonic() + READY_WITHIN
        # One that asks again and again: to make one takes longer than to ask, and the server needs the processor
        with httpx.Client(base_url=self.url) as asking:
            while True:
                try:
                    if asking.get("/api/health").is_success:
                        return
                except httpx.TransportError:
                    pass
                try:
                    process.wait(0.05)
                except subprocess.TimeoutExpired:
                    if time.monotonic() < until:
                        continue
                raise RuntimeError(f"the server did not start:\n{self.log.read_text()}")

    def stop(self) -> None:
        self.end(signal.SIGTERM)

    def kill(self) -> None:
        self.end(signal.SIGKILL)

    def end(self, how: signal.Signals) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(READY_WITHIN)


def free_port() -> int:
    """A port that nobody else on this machine is given as long as this process lives, also while the server is down:
    a socket that never listens holds it, and does not stand in the server's way."""
    held = socket.socket()
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    held.bind(("127.0.0.1", 0))
    port = int(held.getsockname()[1])
    if sys.platform == "linux":
        held.detach()
    else:  # elsewhere it would stand in the way
        held.close()
    return port


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """The demo, freshly filled, for this test alone."""
    running = Server(tmp_path)
    try:
        running.start()
        yield running
    finally:
        running.stop()
