"""The other commands, at the shell; and that the README tells of all of them and of every setting."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from viktig import commands
from viktig.__main__ import main
from viktig.settings import Settings, read_settings
from viktig.storage.database import open_database
from viktig.storage.demo_links import mark

README = (Path(__file__).resolve().parent.parent / "README.md").read_text()


@pytest.fixture
def url(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("VIKTIG_DATABASE", sqlite_url)
    return sqlite_url


def test_the_readme_tells_every_setting_with_its_default() -> None:
    rows = re.findall(r"^\| `(VIKTIG_\w+)` \| (?:`([^`]*)`)? ?\|", README, re.MULTILINE)
    ours = {f"VIKTIG_{name.upper()}": str(value) for name, value in Settings().__rich_repr__()}
    assert dict(rows) == ours


def test_the_readme_tells_every_command() -> None:
    assert set(re.findall(r"`viktig (\w+)", README)) == set(commands.ALL)


def test_a_setting_can_lie_in_a_file_of_its_own(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("postgresql://somewhere/viktig\n")
    assert read_settings({"VIKTIG_DATABASE_FILE": str(secret)}).database == "postgresql://somewhere/viktig"


@pytest.mark.parametrize(
    ("environment", "name"),
    [({"VIKTIG_PORT": "many"}, "port"), ({"VIKTIG_URL_FILE": "/no/such/file"}, "VIKTIG_URL_FILE")],
)
def test_a_setting_that_cannot_be_used_is_named(environment: dict[str, str], name: str) -> None:
    with pytest.raises(SystemExit, match=name):
        read_settings(environment)


def test_the_server_for_real_people_refuses_a_demo(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    database = open_database(url)
    database.write_now(lambda connection: mark(connection, []))
    database.close()
    assert main(["serve"]) == 1
    assert "demo people" in capsys.readouterr().err


def test_a_newer_database_is_left_alone(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    database = open_database(url)
    database.write_now(lambda connection: connection.sql.add_migration(name="9999_later", at=connection.now))
    database.close()
    assert main(["migrate"]) == 1
    assert "9999_later" in capsys.readouterr().err


def test_a_backup_is_restored_into_an_empty_database(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", str(tmp_path / "all.zip")]) == 0
    monkeypatch.setenv("VIKTIG_DATABASE", f"sqlite:///{tmp_path / 'new.db'}")
    assert main(["restore", str(tmp_path / "all.zip")]) == 0
    assert "new epoch" in capsys.readouterr().out


def test_a_backup_that_is_not_there_is_not_restored(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["restore", str(tmp_path / "none.zip")]) == 1
    assert "none.zip" in capsys.readouterr().err


def test_check_says_how_the_house_stands(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check"])
    told = capsys.readouterr().out
    assert "can write: yes" in told
    assert "last backup: never" in told


def test_counting_again_says_how_many_stays_there_are(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rebuild"]) == 0
    assert "0 stays counted again" in capsys.readouterr().out
