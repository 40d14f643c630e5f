"""The disk is full at any write: no receipt without a commit, reading goes on, and writing begins again by itself.

On a small disk of its own where the machine allows one (a tmpfs in a mount namespace of ours), and with the size that
SQLite may grow to where it does not. The second runs everywhere.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.drills.full_disk import Drill
from viktig.storage.sqlite import SqliteDatabase

ROOT = Path(__file__).resolve().parents[2]
OWN_DISK = ["unshare", "-rm", "sh", "-c", 'mount -t tmpfs -o size=$1 tmpfs "$0" && shift && shift && exec "$@"']
"""Arguments: the folder, the size, a word that is dropped, the program."""


def on_own_disk(folder: Path, size: str, *program: str) -> subprocess.CompletedProcess[str]:
    command = [*OWN_DISK, str(folder), size, "then", *program]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def allowed(folder: Path) -> bool:
    """Whether this machine lets us have a disk of our own."""
    try:
        return on_own_disk(folder, "1m", "true").returncode == 0
    except FileNotFoundError:
        return False


def test_a_full_disk(tmp_path: Path, sqlite_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    if allowed(tmp_path):
        done = on_own_disk(tmp_path, "6m", sys.executable, "-m", "tests.drills.full_disk", str(tmp_path))
        assert done.returncode == 0, done.stderr[-4000:]
        seen = json.loads(done.stdout)
        assert seen["receipts"] > 20
        assert seen["refused"] > 5
        how = f"a tmpfs of its own: {seen}"
    else:
        full_database(sqlite_url)
        how = "max_page_count, since this machine allows no disk of our own"
    with capsys.disabled():
        print(f"\nfull disk tried on {how}")


def test_a_database_that_may_not_grow(sqlite_url: str) -> None:
    full_database(sqlite_url)


def full_database(url: str) -> None:
    def pages(most: int) -> None:
        database = drill.town.database
        assert isinstance(database, SqliteDatabase)
        database.write_now(lambda c: c.raw.execute(f"pragma max_page_count = {most}").fetchone())

    def fill(left: int) -> None:
        count = drill.town.database.read_now(lambda c: c.raw.execute("pragma page_count").fetchone()[0])
        pages(count + left)

    drill = Drill(url, fill, lambda: pages(1 << 30))
    drill.run()
