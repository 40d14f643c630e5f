"""What the README tells of the shell, and settings that cannot be read."""

from __future__ import annotations

import re
from argparse import Namespace
from pathlib import Path

import pytest

from viktig import commands
from viktig.settings import read_settings
from viktig.shell import opened
from viktig.storage import facts

README = Path(__file__).resolve().parent.parent / "README.md"


def test_the_readme_tells_every_command() -> None:
    assert set(re.findall(r"`viktig (\w+)", README.read_text())) == set(commands.ALL)


def test_migrate_counts_again_what_older_rules_counted_and_other_commands_leave_that(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIKTIG_DATABASE", sqlite_url)

    def counted_by() -> str:
        database = opened()
        rules = database.read_now(lambda connection: str(connection.sql.meta(key="counted_by")["value"]))
        database.close()
        return rules

    database = opened()
    database.write_now(lambda connection: connection.sql.set_meta(key="counted_by", value="0"))
    database.close()
    assert counted_by() == "0"
    commands.run_migrate(Namespace())
    assert counted_by() == facts.RULES


def test_a_settings_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="VIKTIG_URL_FILE"):
        read_settings({"VIKTIG_URL_FILE": str(tmp_path / "none")})
