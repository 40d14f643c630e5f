"""Whether the house stands."""

from __future__ import annotations

from tests.asking import told
from tests.people import Town
from viktig import __version__


def test_a_sound_house_says_so(either_town: Town) -> None:
    health = told(either_town.http.get("/api/health"))
    assert (health["ok"], health["canWrite"], health["version"]) == (True, True, __version__)
    assert health["clock"].startswith("2026-11-23T08:00")
    assert health["backupAge"] is None
    if either_town.database.url.startswith("sqlite"):
        assert health["freeBytes"] > 0
    else:
        assert health["freeBytes"] is None


def test_the_age_of_the_last_backup_is_told_in_hours(town: Town) -> None:
    made = town.clock.text
    town.database.write_now(lambda connection: connection.sql.set_meta(key="backup", value=made))
    town.clock.forward(hours=30)
    assert round(told(town.http.get("/api/health"))["backupAge"], 1) == 30.0


def test_it_names_nobody_and_no_place_on_the_disk(town: Town) -> None:
    town.admit()
    text = town.http.get("/api/health").text
    assert "Ingrid" not in text
    assert "viktig.db" not in text


def test_a_house_that_cannot_write_says_so_and_still_answers(town: Town) -> None:
    town.database.write_now(lambda connection: connection.raw.execute("pragma max_page_count = 1"))
    town.database.write_now(lambda connection: connection.raw.execute("pragma query_only = on"))
    response = town.http.get("/api/health")
    assert response.status_code == 503
    assert response.json()["canWrite"] is False
    town.database.read_now(lambda connection: connection.sql.organizations())
