"""`viktig content` in a folder of an organisation, and the server that shows what came of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import httpx
import pytest
from litestar.testing import TestClient
from litestar.types import ASGIApp

from tests.asking import ORIGIN, Json, Person, told
from tests.people import BORN, seed
from viktig.__main__ import main
from viktig.app import create_app
from viktig.content.library import FOLDER, Library
from viktig.domain.encounter import NewStay
from viktig.settings import Settings
from viktig.storage import encounters, sessions
from viktig.storage.database import Database, open_database

Say = Callable[..., tuple[int, str]]


@pytest.fixture
def say(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    """`viktig content ...` in a folder of the organisation's, over a database with two organisations."""
    monkeypatch.setenv("VIKTIG_DATABASE", sqlite_url)
    (tmp_path / "ours").mkdir()
    monkeypatch.chdir(tmp_path / "ours")
    opened = open_database(sqlite_url)
    opened.write_now(seed)
    opened.close()

    def say(*words: str) -> tuple[int, str]:
        status = main(["content", *words])
        heard = capsys.readouterr()
        return status, heard.out + heard.err

    return say


def written(id: str = "our-ward", *swaps: tuple[str, str], version: str = "1.0.0") -> Path:
    """A module that passes the gate, in the folder where one stands."""
    place = Path("modules") / id
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(FOLDER / "modules/going-home", place)
    about = place / "module.toml"
    text = about.read_text("utf-8")
    for old, new in (("going-home", id), ('version = "1.1.0"', f'version = "{version}"'), *swaps):
        assert old in text
        text = text.replace(old, new)
    about.write_text(text, "utf-8")
    return place


@cache
def library(drafts: bool) -> Library:
    return Library(drafts=drafts)


class Site:
    """`viktig serve` over the database."""

    def __init__(self, url: str, *, drafts: bool = False) -> None:
        self.database: Database = open_database(url)
        self.library = library(drafts)
        app = create_app(Settings(url=ORIGIN), self.database, self.library)
        self.http: TestClient[ASGIApp] = TestClient(app, base_url=ORIGIN)

    def modules(self) -> list[Json]:
        found: list[Json] = told(self.http.get("/content/index.json")).get("modules", [])
        return found

    def readers(self) -> list[tuple[str, str]]:
        return [(one["id"], one.get("organization", "")) for one in self.modules()]

    def read(self, id: str, language: str = "nb", *, easy: bool = False) -> Json:
        (entry,) = [one for one in self.modules() if one["id"] == id]
        found: Json = told(self.get(entry["languages"][language]["easy" if easy else "path"]))
        return found

    def offer(self, nurse: str, organization: str, unit: str, offer: Json) -> httpx.Response:
        """By a nurse, to somebody who has just come."""
        new = NewStay(given="Ingrid", family="Nilsen", birth_date=BORN, admitted="2026-11-23T08:00:00Z")
        stay = self.database.write_now(lambda c: encounters.admit(c, organization, unit, new))
        profile = f"{nurse}sdesktop"
        token, _ = self.database.write_now(lambda c: sessions.start_staff(c, organization, nurse, profile, "a browser"))
        return Person(self.http, profile, token).post(f"/api/encounters/{stay}/modules", offer)

    def get(self, path: str) -> httpx.Response:
        return self.http.get(f"/content/{path}")


@pytest.fixture
def open_site(sqlite_url: str) -> Iterator[Callable[..., Site]]:
    sites: list[Site] = []

    def opened(*, drafts: bool = False) -> Site:
        sites.append(Site(sqlite_url, drafts=drafts))
        return sites[-1]

    yield opened
    for site in sites:
        site.database.close()


OpenSite = Callable[..., Site]
