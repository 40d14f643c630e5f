"""The gate as it is typed, and ways to make a module worse."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from viktig.__main__ import main
from viktig.content.check import OWN

TODAY = "2026-11-23"
HOME = "modules/going-home"
Spoil = Callable[[str], str]


class Gate:
    """The command as it is typed, over a copy of our modules."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def spoil(self, file: str, spoil: Spoil) -> None:
        path = self.folder / file
        good = path.read_text("utf-8")
        path.write_text(spoil(good), "utf-8")
        assert path.read_text("utf-8") != good

    def check(self, *words: str) -> tuple[int, str]:
        status = main(["content", "check", str(self.folder), "--on", TODAY, *words])
        told = self._capsys.readouterr()
        return status, told.out + told.err


@pytest.fixture
def gate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Gate:
    shutil.copytree(OWN / HOME, tmp_path / HOME)
    return Gate(tmp_path, capsys)


def swap(old: str, new: str) -> Spoil:
    return lambda text: text.replace(old, new, 1)


def without(start: str) -> Spoil:
    return lambda text: text[: text.index(start)]


def add(words: str) -> Spoil:
    return lambda text: f"{text}\n{words}\n"
