"""The gate: easy texts, drafts that are held back, sound and films."""

import re

import pytest

from tests.content import gate as fixtures
from tests.content.gate import HOME, Gate, add, swap

gate = fixtures.gate

EASY = {
    "nb": "# Hjem\n\n## Når det haster\nRing [113](tel:113). Eller ring [116117](tel:116117).\n",
    "nn": "# Heim\n\n## Når det hastar\nRing [113](tel:113). Eller ring [116117](tel:116117).\n",
    "en": "# Home\n\n## When it is urgent\nCall [113](tel:113). Or call [116117](tel:116117).\n",
}
EASY_WORDS = "Du kan spørre oss når du vil. "
NOT_EASY = "Du kan alltid spørre legene og sykepleierne dersom noe er vanskelig. "


def with_easy(gate: Gate, add: str = "", **others: str) -> tuple[int, str]:
    for language, text in (EASY | others).items():
        (gate.folder / HOME / f"{language}.easy.md").write_text(text + (add if language == "nb" else ""), "utf-8")
    return gate.check()


def test_an_easy_text_may_have_other_screens_and_is_told_by_itself(gate: Gate) -> None:
    status, said = with_easy(gate, EASY_WORDS * 20)
    assert status == 0
    assert re.search(r"going-home +nb easy +\d+ +\d+ ", said)
    assert "going-home/nb.easy.md" not in said


@pytest.mark.parametrize(
    ("add", "others", "told"),
    [
        (NOT_EASY * 20, {}, "The goal is 25. Begin with these sentences:\n        Du kan alltid"),
        ("", {"en": EASY["en"] + "Take " + "and take " * 10 + "it.\n"}, "en.easy.md\n    - sentences of more than 20"),
        ("### Mer\nMer.", {}, "nb.easy.md\n    - line 5: begin with one title"),
        ("![Et hus](drawing.svg)", {}, "nb.easy.md\n    - line 5: the picture drawing.svg is not told in words"),
        ("[113](113)", {}, "nb.easy.md\n    - line 5: the link to 113 leads nowhere"),
        ("Et selvmord.", {}, "nb.easy.md\n    - line 5: speaks of a crisis"),
    ],
)
def test_an_easy_text_passes_the_same_gate_with_narrower_bounds(
    gate: Gate, add: str, others: dict[str, str], told: str
) -> None:
    status, said = with_easy(gate, add, **others)
    assert status == 1
    assert told in said


def test_an_easy_text_says_whom_to_call(gate: Gate) -> None:
    status, said = with_easy(gate, nn="# Heim\n\n## No\nRing oss.\n")
    assert status == 0
    assert "nn.easy.md\n    - does not say when to call 116117 and 113" in said


def test_every_language_has_an_easy_text_or_none(gate: Gate) -> None:
    (gate.folder / HOME / "en.easy.md").unlink()
    status, said = gate.check()
    assert status == 1
    assert "going-home/en.easy.md\n    - is not written: either every language has an easy text, or none" in said


def test_a_draft_marked_as_speaking_of_a_crisis_is_held_back_and_no_fault(gate: Gate) -> None:
    gate.spoil(f"{HOME}/module.toml", swap("[review]", "crisis = true\n[review]"))
    gate.spoil(f"{HOME}/nn.md", add("Mange får tilbakefall."))
    status, said = gate.check()
    assert status == 0
    assert said.count(" held back\n") == 6
    assert "Must be mended" not in said
    assert "Held back until somebody has reviewed them: 1." in said


@pytest.mark.parametrize(
    ("name", "body", "told"),
    [
        ("nb.mp3", b"ID3\x04", ""),
        ("nn.easy.mp4", b"\0\0\0\x18ftypmp42", ""),
        ("nb.WAV", b"RIFF", "nb.WAV\n    - cannot be taken: make .mp3, .m4a, .ogg, .mp4, .webm of it"),
        ("nb.mp4", b"<html>", "nb.mp4\n    - is not what its name says"),
        ("film.mp4", b"\0\0\0\x18ftypmp42", "belongs to no text. Name it by its language, such as nb.mp4"),
        ("nb.mp3", b"ID3\x04" + b"\0" * 20_000_000, "is larger than 20 MB"),
    ],
)
def test_sound_and_films_beside_a_text_are_looked_at(gate: Gate, name: str, body: bytes, told: str) -> None:
    (gate.folder / HOME / name).write_bytes(body)
    status, said = gate.check()
    assert status == (1 if told else 0)
    assert told in said
