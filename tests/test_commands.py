"""The commands as they are typed: each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.people import HOSPITAL, MEDICINE, seed
from viktig import __version__, commands
from viktig.domain.encounter import NewStay
from viktig.storage import demo_links, encounters
from viktig.storage.database import Database, open_database

ROOT = Path(__file__).resolve().parent.parent
FORMS = str(ROOT / "tests/fhir/forms")
HEADINGS = "unit,given,family,birthDate,admitted,identifier\n"
INGRID = f"{MEDICINE},Ingrid,Nilsen,1942-04-12,2026-11-23T08:40+01:00,10915596784\n"
OLAV = f"{MEDICINE},Olav,Berg,1950-01-31,2026-11-23T09:00+01:00,\n"
ASTRAY = "no-such-ward,Per,Haugen,1950-01-31,2026-11-23T09:00+01:00,\n"
TORN = f"{MEDICINE},Per,Haugen,31.01.1950,2026-11-23T09:00+01:00,\n"


class Shell:
    """`viktig` over one database."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = f"sqlite:///{folder / 'viktig.db'}"

    def viktig(self, *words: str, database: str = "") -> subprocess.CompletedProcess[str]:
        own = {name: value for name, value in os.environ.items() if not name.startswith("VIKTIG_")}
        return subprocess.run(
            [sys.executable, "-m", "viktig", *words],
            cwd=self.folder,
            env={**own, "VIKTIG_DATABASE": database or self.url},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    def open(self, database: str = "") -> Database:
        return open_database(database or self.url)

    def names(self, database: str = "") -> list[str]:
        opened = self.open(database)
        rows = opened.read_now(lambda c: [dict(row) for row in c.raw.execute("select given from patient order by 1")])
        opened.close()
        return [row["given"] for row in rows]

    def file(self, name: str, text: str) -> str:
        (self.folder / name).write_text(text, "utf-8")
        return name


@pytest.fixture
def shell(sqlite_url: str, tmp_path: Path) -> Shell:
    """With a hospital in it, and nobody yet."""
    shell = Shell(tmp_path)
    assert shell.url == sqlite_url
    opened = shell.open()
    opened.write_now(seed)
    opened.close()
    return shell


def admit_ingrid(shell: Shell) -> None:
    opened = shell.open()
    new = NewStay(given="Ingrid", family="Nilsen", birth_date="1942-04-12", admitted="2026-11-23T08:00:00Z")
    opened.write_now(lambda connection: encounters.admit(connection, HOSPITAL, MEDICINE, new))
    opened.close()


def test_help_names_every_command_and_its_purpose(shell: Shell) -> None:
    told = shell.viktig("--help")
    assert told.returncode == 0
    for name, command in commands.ALL.items():
        assert f"\n    {name}" in told.stdout
        assert command.help.split()[0] in told.stdout


def test_the_version_is_told(shell: Shell) -> None:
    assert shell.viktig("--version").stdout == f"viktig {__version__}\n"


def test_a_command_that_there_is_not_is_said(shell: Shell) -> None:
    told = shell.viktig("dance")
    assert told.returncode == 2
    assert "dance" in told.stderr


def test_migrate_makes_a_database_and_then_finds_it_up_to_date(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    first, second = shell.viktig("migrate"), shell.viktig("migrate")
    assert "migrated: 0001_loop" in first.stdout
    assert second.stdout == "The database is up to date.\n"
    assert (first.returncode, second.returncode) == (0, 0)


def test_a_database_of_a_kind_that_there_is_not_is_said(shell: Shell) -> None:
    done = shell.viktig("migrate", database="mysql://me:secret@somewhere/viktig")
    assert done.returncode == 1
    assert "none at mysql://" in done.stderr
    assert "secret" not in done.stderr
    assert not list(shell.folder.glob("mysql*"))


@pytest.mark.parametrize("name", ["notes.txt", "notes.txt/viktig.db", "."])
def test_a_database_where_something_else_lies_is_said_and_that_is_left_alone(tmp_path: Path, name: str) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Husk melk, og dette er ikke en database.\n" * 20)
    done = Shell(tmp_path).viktig("questionnaire", "list", database=f"sqlite:///{tmp_path / name}")
    assert done.returncode == 1
    assert "There is no database at sqlite:///" in done.stderr
    assert "Traceback" not in done.stderr
    assert notes.read_text().startswith("Husk melk")


@pytest.mark.parametrize("command", [("check", FORMS), ("export", "https://viktig.example/Questionnaire/what-matters")])
def test_a_disk_without_room_for_what_is_told_is_said_in_a_sentence(shell: Shell, command: tuple[str, str]) -> None:
    asked = [sys.executable, "-m", "viktig", "questionnaire", *command]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(asked, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "Not all could be written: No space left on device.\n")


def test_who_reads_the_first_line_and_goes_away_leaves_no_traceback(shell: Shell) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "viktig", "questionnaire", "check", FORMS],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()
        assert running.wait() == 1


def test_a_database_that_is_newer_than_the_program_is_left_alone(shell: Shell) -> None:
    opened = shell.open()
    opened.write_now(lambda connection: connection.sql.add_migration(name="9999_future", at="2099-01-01T00:00:00.000Z"))
    opened.close()
    told = shell.viktig("migrate")
    assert told.returncode == 1
    assert "9999_future" in told.stderr
    assert "Traceback" not in told.stderr


def test_serve_does_not_serve_a_demo(shell: Shell) -> None:
    opened = shell.open()
    opened.write_now(lambda connection: demo_links.mark(connection, []))
    opened.close()
    told = shell.viktig("serve")
    assert told.returncode == 1
    assert "demo people" in told.stderr


def test_demo_does_not_move_in_with_real_people(shell: Shell) -> None:
    admit_ingrid(shell)
    told = shell.viktig("demo", "--database", shell.url)
    assert told.returncode == 1
    assert "holds people of its own" in told.stderr
    assert shell.names() == ["Ingrid"]


def test_demo_begins_anew_only_over_a_demo(shell: Shell) -> None:
    admit_ingrid(shell)
    told = shell.viktig("demo", "--fresh", "--database", shell.url)
    assert told.returncode == 1
    assert shell.names() == ["Ingrid"]


def test_stays_come_in_from_a_file(shell: Shell) -> None:
    told = shell.viktig(
        "import", "stays", shell.file("stays.csv", HEADINGS + INGRID + OLAV), "--organization", HOSPITAL
    )
    assert (told.returncode, told.stderr) == (0, "")
    assert "2 stays loaded, 0 left out." in told.stdout
    assert shell.names() == ["Ingrid", "Olav"]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [(TORN, "birthDate"), (ASTRAY, "there is no unit 'no-such-ward'"), (INGRID, "already has a running stay")],
)
def test_a_wrong_row_is_named_and_nothing_is_half_loaded(shell: Shell, wrong: str, reason: str) -> None:
    file = shell.file("stays.csv", HEADINGS + INGRID + OLAV + wrong)
    told = shell.viktig("import", "stays", file, "--organization", HOSPITAL)
    assert told.returncode == 1
    assert "line 4: " in told.stdout
    assert reason in told.stdout
    assert "Nothing was loaded. 2 rows are good: --rest loads them." in told.stderr
    assert shell.names() == []


def test_the_rest_is_loaded_when_asked_for(shell: Shell) -> None:
    file = shell.file("stays.csv", HEADINGS + TORN + INGRID + ASTRAY + OLAV)
    told = shell.viktig("import", "stays", file, "--organization", HOSPITAL, "--rest")
    assert told.returncode == 1
    assert [line.partition(":")[0] for line in told.stdout.splitlines()[:2]] == ["line 2", "line 4"]
    assert "2 stays loaded, 2 left out." in told.stdout
    assert shell.names() == ["Ingrid", "Olav"]


def test_the_same_file_twice_changes_nothing(shell: Shell) -> None:
    file = shell.file("stays.csv", HEADINGS + INGRID)
    shell.viktig("import", "stays", file, "--organization", HOSPITAL)
    told = shell.viktig("import", "stays", file, "--organization", HOSPITAL)
    assert told.returncode == 1
    assert "already has a running stay" in told.stdout
    assert shell.names() == ["Ingrid"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "stays", "missing.csv", "--organization", HOSPITAL), "missing.csv"),
        (("import", "stays", "stays.csv", "--organization", "no-such-house"), "no-such-house"),
        (("import", "stays", "stays.csv"), "--organization"),
        (("restore", "missing.zip"), "missing.zip"),
        (("backup", "no-such-folder/backup.zip"), "no-such-folder"),
        (("import", "units", "missing.toml"), "missing.toml"),
        (("rebuild", "--as-of", "yesterday"), "yesterday"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else None,
)
def test_what_cannot_be_done_is_said_in_a_sentence(shell: Shell, words: tuple[str, ...], said: str) -> None:
    shell.file("stays.csv", HEADINGS + INGRID)
    told = shell.viktig(*words)
    assert told.returncode in (1, 2)
    assert said in told.stderr
    assert "Traceback" not in told.stderr
    assert shell.names() == []


def test_a_backup_is_restored_into_an_empty_database_only(shell: Shell) -> None:
    admit_ingrid(shell)
    told = shell.viktig("backup", "backup.zip")
    assert told.returncode == 0
    assert "keep it as safe as the database" in told.stdout
    there = f"sqlite:///{shell.folder / 'another.db'}"
    assert shell.viktig("restore", "backup.zip", database=there).returncode == 0
    assert shell.names(there) == ["Ingrid"]
    again = shell.viktig("restore", "backup.zip", database=there)
    assert again.returncode == 1
    assert "not empty" in again.stderr


def test_what_is_no_backup_is_not_restored(shell: Shell) -> None:
    there = f"sqlite:///{shell.folder / 'another.db'}"
    told = shell.viktig("restore", shell.file("backup.zip", "not a backup"), database=there)
    assert told.returncode == 1
    assert told.stderr.startswith("Not restored")
    assert "Traceback" not in told.stderr


def test_rebuild_finds_every_stay_as_it_was_kept(shell: Shell) -> None:
    admit_ingrid(shell)
    told = shell.viktig("rebuild")
    assert told.stdout == "1 stays counted again from their events, 0 differed from what was kept.\n"


def test_rebuild_mends_what_was_kept_wrongly(shell: Shell) -> None:
    admit_ingrid(shell)
    opened = shell.open()
    opened.write_now(lambda connection: connection.raw.execute("update stay_fact set answered_at = 'never'"))
    opened.close()
    assert "1 differed" in shell.viktig("rebuild").stdout
    assert "0 differed" in shell.viktig("rebuild").stdout


def test_check_tells_how_the_house_stands(shell: Shell) -> None:
    told = shell.viktig("check")
    assert told.returncode == 0
    for word in ("can write: yes", "free disk: ", "last backup: never", "clock: 20", "VIKTIG_URL is not https"):
        assert word in told.stdout
    shell.viktig("backup", "backup.zip")
    assert "last backup: 0.0 hours ago" in shell.viktig("check").stdout


def test_a_key_for_push_is_made_once_and_never_written_over(shell: Shell) -> None:
    assert shell.viktig("push", "keys", "vapid.key").returncode == 0
    made = (shell.folder / "vapid.key").read_text()
    assert len(made.strip()) == 43
    assert (shell.folder / "vapid.key").stat().st_mode & 0o077 == 0
    again = shell.viktig("push", "keys", "vapid.key")
    assert (again.returncode, (shell.folder / "vapid.key").read_text()) == (1, made)
    assert shell.viktig("push", "keys").stdout.startswith("VIKTIG_VAPID_KEY=")
