"""`viktig import`: units and stays from a file, at the shell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from viktig.__main__ import main
from viktig.storage.database import open_database

UNITS = """
[[organizations]]
id = "fjordbyen"
name = "Fjordbyen sykehus"
kind = "hospital"

[[organizations.units]]
id = "medisin-2"
name = "Medisin 2"
kind = "medical"
phone = "55 00 00 00"
helplines = []
"""
HEADINGS = "unit,given,family,birthDate,identifier,admitted"
INGRID = "medisin-2,Ingrid,Nilsen,1942-04-12,10915596784,2026-11-23 08:40"
OMAR = "medisin-2,Omar,Haddad,1961-01-30,47906701517,2026-11-23T09:00+01:00"

Load = Callable[..., int]


@pytest.fixture
def folder(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose database knows one ward."""
    monkeypatch.setenv("VIKTIG_DATABASE", sqlite_url)
    units = tmp_path / "units.toml"
    units.write_text(UNITS)
    assert main(["import", "units", str(units)]) == 0
    return tmp_path


@pytest.fixture
def load(folder: Path) -> Load:
    def load(text: str, *more: str, organization: str = "fjordbyen") -> int:
        path = folder / "stays"
        path.write_text(text)
        return main(["import", "stays", str(path), "--organization", organization, *more])

    return load


@pytest.fixture
def stays(folder: Path, sqlite_url: str) -> Callable[[], Sequence[dict[str, Any]]]:
    def stays() -> Sequence[dict[str, Any]]:
        database = open_database(sqlite_url)
        try:
            rows = database.read_now(
                lambda c: list(c.sql.arrivals(organization="fjordbyen", unit="medisin-2", today=""))
            )
            return [dict(row) for row in rows]
        finally:
            database.close()

    return stays


Stays = Callable[[], Sequence[dict[str, Any]]]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_table_is_read_whatever_stands_between_its_columns(load: Load, stays: Stays, sign: str) -> None:
    assert load("\n".join([HEADINGS, INGRID, OMAR]).replace(",", sign)) == 0
    assert [stay["given"] for stay in stays()] == ["Ingrid", "Omar"]


def test_a_time_without_an_offset_is_told_on_the_wards_clock(load: Load, stays: Stays) -> None:
    load(f"{HEADINGS}\n{INGRID}\n{OMAR}\n")
    assert [stay["admitted"] for stay in stays()] == ["2026-11-23T07:40:00.000Z", "2026-11-23T08:00:00.000Z"]


def test_json_is_read_too(load: Load, stays: Stays) -> None:
    said = dict(zip(HEADINGS.split(","), INGRID.split(","), strict=True))
    assert load(f"[{str(said).replace(chr(39), chr(34))}]") == 0
    assert [stay["family"] for stay in stays()] == ["Nilsen"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("kirurgi-9,Berit,Solli,1950-05-05,,2026-11-23 08:40", "there is no unit 'kirurgi-9'"),
        ("medisin-2,,Solli,1950-05-05,,2026-11-23 08:40", "missing: given"),
        ("medisin-2,Berit,Solli,1950-02-30,,2026-11-23 08:40", "day is out of range"),
        ("medisin-2,Berit,Solli,5.5.1950,,2026-11-23 08:40", "`birthDate`"),
        ("medisin-2,Berit,Solli,1950-05-05,,yesterday", "admitted is not a time"),
        ("medisin-2,Berit,Solli,1950-05-05,,2026-11-23 08:40,too,much", "more cells than there are headings"),
        (INGRID, "already has a running stay on this unit"),
    ],
)
def test_a_wrong_row_is_named_by_its_line_and_nothing_is_half_loaded(
    load: Load, stays: Stays, capsys: pytest.CaptureFixture[str], row: str, reason: str
) -> None:
    assert load(f"{HEADINGS}\n{INGRID}\n{row}\n") == 1
    told = capsys.readouterr()
    assert "line 3: " in told.out
    assert reason in told.out
    assert "1 rows are good" in told.err
    assert stays() == []


def test_the_rest_is_loaded_when_that_is_wished(load: Load, stays: Stays) -> None:
    assert load(f"{HEADINGS}\n{INGRID}\nkirurgi-9,Berit,Solli,1950-05-05,,2026-11-23 08:40\n{INGRID}\n", "--rest") == 1
    assert [stay["given"] for stay in stays()] == ["Ingrid"]


def test_a_row_that_was_left_out_changes_nobody(load: Load, stays: Stays) -> None:
    load(f"{HEADINGS}\n{INGRID}\n")
    assert load(f"{HEADINGS}\n{INGRID.replace('Ingrid', 'Inga')}\n", "--rest") == 1
    assert [stay["given"] for stay in stays()] == ["Ingrid"]


@pytest.mark.parametrize("text", ["[1, 2", '{"a": '])
def test_what_is_no_table_is_said_to_be_none(load: Load, capsys: pytest.CaptureFixture[str], text: str) -> None:
    assert load(text) == 1
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", HEADINGS])
def test_a_file_without_stays_is_said_to_hold_none(load: Load, capsys: pytest.CaptureFixture[str], text: str) -> None:
    assert load(text) == 1
    assert "There are no stays" in capsys.readouterr().err


def test_rows_that_are_no_rows_are_named(load: Load, capsys: pytest.CaptureFixture[str]) -> None:
    assert load("[1]") == 1
    assert "line 1: it has no columns" in capsys.readouterr().out


def test_stays_of_nobody_are_not_loaded(load: Load, capsys: pytest.CaptureFixture[str]) -> None:
    assert load(f"{HEADINGS}\n{INGRID}\n", organization="nowhere") == 1
    assert "no organisation 'nowhere'" in capsys.readouterr().err


def test_a_file_of_units_that_is_wrong_loads_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = folder / "wrong.toml"
    wrong.write_text(UNITS.replace('kind = "medical"', 'kind = "space"'))
    assert main(["import", "units", str(wrong)]) == 1
    assert "Nothing was loaded" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("id", "told"),
    [
        ("nn", "'nn' is a language: give the organisation another id"),
        ("pain", "'pain' is a learning module: give the organisation another id"),
    ],
)
def test_an_organisation_whose_public_pages_would_hide_those_of_a_module_or_language_is_not_loaded(
    folder: Path, capsys: pytest.CaptureFixture[str], id: str, told: str
) -> None:
    units = folder / "taken.toml"
    units.write_text(UNITS.replace('id = "fjordbyen"', f'id = "{id}"'))
    assert main(["import", "units", str(units)]) == 1
    assert f"Nothing was loaded: {folder.name}/taken.toml: {told}." in capsys.readouterr().err
    assert main(["import", "stays", str(units), "--organization", id]) == 1
