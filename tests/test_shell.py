"""What the README tells of the shell, and settings that cannot be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from viktig import commands
from viktig.settings import read_settings

README = Path(__file__).resolve().parent.parent / "README.md"


def test_the_readme_tells_every_command() -> None:
    assert set(re.findall(r"`viktig (\w+)", README.read_text())) == set(commands.ALL)


def test_a_settings_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="VIKTIG_URL_FILE"):
        read_settings({"VIKTIG_URL_FILE": str(tmp_path / "none")})
