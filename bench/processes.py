"""Server processes to be measured: the real one, the one without group commit, and a bare echo."""

from __future__ import annotations

import contextlib
import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from e2e.server import free_port

ALONE = (
    "import viktig.storage.group_commit as g; g.MOST_IN_ONE_COMMIT = 1; import viktig.__main__ as m; m.main(['serve'])"
)
"""The same server with one transaction for each request."""
SERVE = "import viktig.__main__ as m; m.main(['serve'])"
ECHO = "import bench.echo as e; e.main()"


class Running:
    """`ready` is the seconds from start to the first good answer."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process, self.port, self.ready = process, port, 0.0

    def processor(self) -> float:
        """Seconds of processor so far, in the program and in the kernel for it."""
        after_name = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")

    def pss(self) -> float:
        """Memory in MB: proportional set size, as the kernel counts it."""
        lines = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


@contextlib.contextmanager
def running(program: str, url: str) -> Iterator[Running]:
    port = free_port()
    own = {name: value for name, value in os.environ.items() if not name.startswith("VIKTIG_")}
    settings = {"VIKTIG_DATABASE": url, "VIKTIG_PORT": str(port), "VIKTIG_HOST": "127.0.0.1"}
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        env={**own, **settings},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    server = Running(process, port)
    try:
        while not answers(port):
            if process.poll() is not None:
                raise RuntimeError(f"{program}: it did not start")
        server.ready = time.perf_counter() - begun
        yield server
    finally:
        process.terminate()
        process.wait()


def answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    try:
        connection.request("GET", "/api/health")
        return connection.getresponse().status == 200
    except OSError:
        time.sleep(0.005)
        return False
    finally:
        connection.close()
