"""The server is restored from an older backup, and the phones come back: every version they hold is there again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.clock import Clock
from tests.drills.reference_phone import ReferencePhone, stored
from tests.people import Town
from viktig.storage import facts
from viktig.storage.backup import read_backup, write_backup
from viktig.storage.database import open_database


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock().hang(monkeypatch)


@pytest.fixture(params=["sqlite", "postgres"])
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """The address of a fresh database, migrated but empty."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")

        def copy() -> str:
            target = tmp_path / f"{len(list(tmp_path.iterdir()))}.db"
            target.write_bytes(template.read_bytes())
            return f"sqlite:///{target}"

        return copy
    cluster, made = request.getfixturevalue("postgres"), request.getfixturevalue("postgres_template")
    return lambda: str(cluster.create(f"restored_{tmp_path.name}_{len(list(tmp_path.iterdir()))}".lower(), made))


def restored(source: Path, url: str, clock: Clock) -> Town:
    database = open_database(url)
    database.write_now(lambda connection: read_backup(connection, source))
    database.close()
    return Town(url, clock)


def on_page(town: Town, stay: str) -> list[tuple[str, str]]:
    """What the nurse reads: question and words."""
    items = (item for answers in town.kari.page(stay)["answers"] for item in answers["response"]["item"])
    return sorted((item["linkId"], item["answer"][0]["valueString"]) for item in items)


def test_what_the_phones_hold_is_there_again(new_database: Callable[[], str], clock: Clock, tmp_path: Path) -> None:
    town = Town(new_database(), clock)
    stay = town.admit()
    ingrid = ReferencePhone(town, stay, "ingridsphone")
    tone = ReferencePhone(town, stay, "tonesphone1", role="related", name="Tone", relation="datter")
    ingrid.answer({"matters": "Å få sove"}, "completed")
    ingrid.sync()
    town.database.read_now(lambda connection: write_backup(connection, tmp_path / "yesterday.viktig"))

    tone.sync()
    tone.answer({"involve": "Ring meg"}, "amended")
    tone.sync()
    ingrid.sync()
    ingrid.answer({"worry": "Å være alene", "home": "Trappa"}, "amended")
    ingrid.answer({"worry": "Bare for dere"}, "completed", "staff")
    ingrid.sync()
    tone.sync()
    ingrid.answer({"else": "Skrevet uten nett"}, "in-progress")
    before = stored(town)
    town.close()

    again = restored(tmp_path / "yesterday.viktig", new_database(), clock)
    assert len(stored(again)) == 1
    for phone in (tone, ingrid, tone, ingrid):
        phone.moved(again)
        phone.sync()
    after = stored(again)
    assert set(after) == set(ingrid.own) | set(tone.own)
    assert {version: row["content"] for version, row in before.items()} == {
        version: after[version]["content"] for version in before
    }
    assert ingrid.parked == tone.parked == {}
    assert on_page(again, stay) == [
        ("home", "Trappa"),
        ("involve", "Ring meg"),
        ("matters", "Å få sove"),
        ("worry", "Bare for dere"),
        ("worry", "Å være alene"),
    ]
    assert again.database.write_now(lambda connection: facts.rebuild(connection)) == (1, 0)
    again.close()
