"""Modules made beforehand are those that would be made now, and never older ones."""

import shutil
from pathlib import Path

import pytest

from viktig.content import made
from viktig.content.reading import BadContent


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for room in ("modules/pain", "modules/clean-hands", "glossary"):
        shutil.copytree(made.OURS / room, tmp_path / room)
    return tmp_path


def beforehand(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(made, "MADE", folder / "made/modules.json")
    made.main(folder)


def test_what_was_made_beforehand_is_what_is_made_anew(monkeypatch: pytest.MonkeyPatch, house: Path) -> None:
    beforehand(monkeypatch, house)
    anew = made.make(house)
    monkeypatch.setattr(made, "make", lambda folder: pytest.fail("it was made once more"))
    assert made.read(house) == anew


def test_other_words_are_read_whatever_was_made_before(monkeypatch: pytest.MonkeyPatch, house: Path) -> None:
    beforehand(monkeypatch, house)
    path = house / "modules/pain/nb.md"
    path.write_text(path.read_text("utf-8").replace("# ", "# Ny: ", 1), "utf-8")
    assert made.read(house)["pain"].first.title.startswith("Ny: ")
    path.write_text("no title", "utf-8")
    with pytest.raises(BadContent, match="begins with a title"):
        made.read(house)


def test_without_anything_made_or_with_something_else_there_it_is_made(
    monkeypatch: pytest.MonkeyPatch, house: Path
) -> None:
    beforehand(monkeypatch, house)
    anew = made.make(house)
    made.MADE.write_text('{"digest": 3}', "utf-8")
    assert made.read(house) == anew
    made.MADE.unlink()
    assert made.read(house) == anew
