"""A disk that can be filled and emptied, with the real server over it; run inside a mount namespace of its own.

`python -m tests.drills.full_disk FOLDER` expects FOLDER to be a small disk, and says what it saw; it fails by raising.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import httpx
from litestar.testing import TestClient
from litestar.types import ASGIApp

from tests.asking import Phone, Staff, slug
from tests.clock import Clock
from tests.databases import migrated
from tests.drills.reference_phone import stored
from tests.people import Town
from viktig.storage import facts
from viktig.storage.ballast import Ballast
from viktig.storage.database import open_database
from viktig.storage.sqlite import SqliteDatabase

BALLAST = 512_000
WORDS = "Å få sove om natta. " * 100
LEFT = (0, 1, 2, 4, 9, 16, 33, 70)
"""Pages of 4 KB that are left when the disk is nearly full: where it is full depends on them."""


class Drill:
    """Ingrid writes, Kari reads. `fill` takes all room there is but so many pages, `free` gives it back."""

    def __init__(self, url: str, fill: Callable[[int], None], free: Callable[[], None]) -> None:
        self.town = Town(url, Clock())
        self.fill, self.free = fill, free
        self.http: TestClient[ASGIApp] = self.town.http
        self.stay = self.town.admit()
        self.phone: Phone = self.town.phone(self.stay)
        self.kari: Staff = self.town.kari
        self.receipts: dict[str, str] = {}
        self.refused: set[str] = set()

    def write(self) -> httpx.Response:
        """One version in a document of its own; what is answered is remembered."""
        content = {"resourceType": "TalkMark", "encounter": self.stay, "talked": "yes", "padding": WORDS}
        made = self.phone.version(content, document=hashed(f"document {len(self.receipts) + len(self.refused)}"))
        made["version"] = hashed(f"version {len(self.receipts) + len(self.refused)}")
        response = self.phone.post("/api/sync", {"put": [made], "since": self.phone.since})
        if response.status_code == 200:
            (receipt,) = response.json()["receipts"]
            assert receipt["outcome"] == "stored", receipt
            self.receipts[receipt["version"]] = receipt["hash"]
            self.phone.since = response.json()["at"]
        else:
            assert slug(response) == "disk-full"
            self.refused.add(made["version"])
        return response

    def write_until_it_stays_full(self, left: int) -> None:
        """What the server can tidy away by itself is taken too."""
        while True:
            self.fill(left)
            while self.write().status_code == 200:
                pass
            if self.write().status_code == 507:
                return

    def run(self) -> None:
        for left in LEFT:
            for _ in range(10):
                assert self.write().status_code == 200
            self.write_until_it_stays_full(left)
            self.nothing_is_promised_that_is_not_kept()
            for _ in range(3):
                self.write()
            self.reading_goes_on()
            self.free()
            assert self.write().status_code == 200, "it did not begin again by itself"
            assert self.ballast.path.exists() == self.ballast.wanted
            self.nothing_is_promised_that_is_not_kept()
        assert self.town.database.write_now(lambda c: facts.rebuild(c)) == (1, 0)
        with closing(open_database(self.town.database.url)) as fresh:
            (verdict,) = fresh.read_now(lambda c: c.raw.execute("pragma integrity_check").fetchall())
            assert verdict[0] == "ok"
        print(json.dumps({"receipts": len(self.receipts), "refused": len(self.refused)}))
        self.town.close()

    def nothing_is_promised_that_is_not_kept(self) -> None:
        rows = {version: row["hash"] for version, row in stored(self.town).items()}
        assert {version: rows.get(version) for version in self.receipts} == self.receipts
        assert not self.refused & set(rows)

    def reading_goes_on(self) -> None:
        """What asks for no log, and what does: opening a page is written down as long as there is room for that."""
        assert self.phone.post("/api/sync", {"since": self.phone.since}).status_code == 200
        assert self.phone.get("/api/access-log").status_code == 200
        opened = self.kari.get(f"/api/encounters/{self.stay}").status_code
        assert opened == 200 or (opened == 507 and not self.ballast.wanted)
        assert any(event["verb"] == "opened" for event in self.town.events()) == (opened == 200)
        if self.ballast.wanted:
            refused = self.kari.post(f"/api/encounters/{self.stay}/postponements", {"reason": "too-ill"})
            assert slug(refused) == "disk-full"
            assert self.http.get("/api/health").status_code == 503

    @property
    def ballast(self) -> Ballast:
        assert isinstance(self.town.database, SqliteDatabase)
        return self.town.database.ballast


def hashed(text: str) -> str:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return f"{digest[:8]}-{digest[8:12]}-7{digest[13:16]}-8{digest[17:20]}-{digest[20:32]}"


def on_a_real_disk(folder: Path) -> None:
    url, filler = f"sqlite:///{folder / 'viktig.db'}", folder / "somebody-elses-file"

    def fill(left: int) -> None:
        """To the last byte, by ever smaller pieces; then so much is given back."""
        with filler.open("ab", buffering=0) as file:
            size = 1 << 20
            while size:
                try:
                    file.write(b"x" * size)
                except OSError:
                    size //= 2
            file.truncate(file.tell() - left * 4096)

    migrated(url)
    drill = Drill(url, fill, filler.unlink)
    drill.ballast.size = BALLAST
    drill.town.database.keep_room()
    assert drill.ballast.path.exists()
    drill.run()


if __name__ == "__main__":
    on_a_real_disk(Path(sys.argv[1]))
