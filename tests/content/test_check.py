"""The gate: `viktig content check`. A module made worse on purpose is refused, with the reason and the place."""

import re
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


HARD = "Legemiddelbehandlingen forutsetter kontinuerlig oppfølgingsansvar gjennom spesialisthelsetjenesten. "
LONG = "Ta " + "og ta " * 15 + "den."
LONGEST = "Take " + "and take " * 15 + "it."
BUSY = '<svg viewBox="0 0 9 9"><path d="M1 1h1" style="fill:red"/><image href="x.png"/></svg>'
HEAVY = (
    '<svg viewBox="0 0 9 9">' + "".join(f'<path d="M{n * n * 7919} {n * n * 104729}"/>' for n in range(3000)) + "</svg>"
)


def test_our_own_modules_may_be_published_and_nothing_in_them_has_to_be_looked_at(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["content", "check", "--on", TODAY]) == 0
    told = capsys.readouterr().out
    assert "Look at this" not in told
    assert "Must be mended" not in told
    texts = len([*(OWN / "modules").glob("*/*.md"), *(OWN / "glossary").glob("??.toml")])
    assert told.count(" draft\n") + told.count(" held back\n") == texts


@pytest.mark.parametrize(
    ("file", "spoil", "told"),
    [
        ("nb.md", add(HARD * 40), "going-home/nb.md\n    - hard to read: LIX"),
        ("nb.md", add(HARD * 40), "Begin with these sentences:\n        Legemiddelbehandlingen forutsetter"),
        ("en.md", add(LONGEST), "going-home/en.md\n    - sentences of more than 30 words. Make two or three of each:"),
        (
            "nb.toml",
            swap("Venter, de kommer nok", LONGEST),
            "going-home/nb.toml\n    - sentences of more than 30 words",
        ),
        ("module.toml", without("[[sources]]"), "names no source"),
        ("module.toml", swap("2027-05-01", "2026-11-22"), "should have been looked at again by 2026-11-22"),
        ("module.toml", swap("[language.nn]", "[language.se]"), "does not say who wrote it in nn"),
        ("module.toml", swap('author = "Viktig"', 'author = ""'), "does not say who wrote it in nb"),
        ("module.toml", swap('"MIT"', '""'), "under which licence"),
        ("nn.toml", swap("Ventar, dei kjem nok", "…"), "is not written yet"),
        ("module.toml", swap("https://", "http://"), "leads nowhere"),
        ("module.toml", swap('state = "draft"', 'state = "reviewed"'), "not by whom, in which role and when"),
        ("module.toml", swap('"draft"', '"finished"'), "finished"),
        ("nn.md", swap("[113](tel:113)", "[113](113)"), "line 74: the link to 113 leads nowhere"),
        ("nn.md", swap("[113](tel:113)", "[](tel:113)"), "the link to tel:113 has no words"),
        ("nn.md", swap("tel:113", "https://helse"), "the link to https://helse is not an address"),
        ("nn.md", swap("## Kven", "Kven"), "has 8 screens, nb has 9"),
        (
            "nn.md",
            swap("Eit hus med ei trapp, eit rekkverk og ei dør som står open.", ""),
            "drawing.svg is not told in words",
        ),
        ("nn.md", swap("4 av dei", "Nokre av dei"), "the words beside 4-of-10-people do not say 4"),
        ("nn.md", swap("drawing.svg", "photo.jpg"), "photo.jpg is not an SVG file"),
        ("nn.md", swap("drawing.svg", "none.svg"), "none.svg is not here"),
        ("drawing.svg", lambda _: BUSY, "uses style in <path>, which the app takes away"),
        (
            "drawing.svg",
            lambda _: BUSY,
            "holds <image>, which the app takes away. Draw with svg, g, path, circle, rect",
        ),
        ("drawing.svg", lambda _: HEAVY, "12,000 is the most"),
        ("nn.md", swap("## Byrj", "### Byrj"), "line 3: begin with one title under #"),
        ("nn.md", swap("## Byrj", "# Byrj"), "line 3: begin with one title under #"),
        ("nn.md", swap("# Trygt heim", "Trygt heim"), "words before the first screen"),
        ("nn.md", swap("## Byrj i dag", "## Tom\n\n## Byrj i dag"), "line 4: a screen without words"),
        ("nn.md", add("Mange får tilbakefall."), "speaks of a crisis («tilbakefall»)"),
        ("en.toml", swap("Wait, they", "A relapse? They"), "speaks of a crisis («relapse»)"),
        ("en.toml", swap("explain", "# explain"), "explain: You have an old list"),
        ("en.toml", swap("ask =", "asked ="), "missing required field `ask`"),
    ],
)
def test_a_module_made_worse_is_refused_with_the_reason_and_the_place(
    gate: Gate, file: str, spoil: Spoil, told: str
) -> None:
    gate.spoil(f"{HOME}/{file}", spoil)
    status, said = gate.check()
    assert status == 1
    assert told in said.partition("Must be mended before it is published:")[2]
    assert "1 of 1 modules must not be published as they are." in said


@pytest.mark.parametrize(
    ("file", "spoil", "told"),
    [
        ("nb.md", add(HARD * 30), "hard to read: LIX 40"),
        ("nb.md", add(LONG), "sentences of more than 30 words"),
        ("en.md", add("Take it " * 11 + "."), "sentences of more than 20 words. Can they be shorter?"),
        ("nb.md", add("Legen vil seponere noe."), "line 88: «seponere» is not explained. Plain words: slutte med"),
        ("nn.md", add("Du får rehabilitering."), "«rehabilitering» is not explained. Plain words: trening"),
        ("en.md", add("You get therapy here."), "«therapy» is not explained. Plain words: treatment"),
        ("nb.md", add("Dette hjelper 7 av 10."), "«7 av 10» has no picture. Write ![what it shows](7-of-10) below it"),
        ("en.md", add("It helps 70 percent."), "«70 percent» is hard to picture"),
        ("en.md", add("It helps 3 of 4."), "«3 of 4» is hard to picture. Say it as so many of 10"),
        ("module.toml", swap('opened = "', '# opened = "'), "nobody has opened the source «Trygg utskrivning»"),
    ],
)
def test_what_a_person_should_look_at_is_told_and_stops_nothing(gate: Gate, file: str, spoil: Spoil, told: str) -> None:
    gate.spoil(f"{HOME}/{file}", spoil)
    status, said = gate.check()
    assert status == 0
    assert told in said.partition("Look at this:")[2]


@pytest.mark.parametrize(
    "words",
    [
        "Legen vil seponere en medisin. Å seponere betyr å slutte.",
        "Legen slutter med en medisin. Det kalles å seponere.",
        "Legen vil seponere (slutte med) en medisin.",
    ],
)
def test_a_hard_word_may_stand_where_it_is_explained(gate: Gate, words: str) -> None:
    gate.spoil(f"{HOME}/nb.md", add(words))
    assert "seponere" not in gate.check()[1]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_language_that_is_missing_is_named(gate: Gate, language: str) -> None:
    (gate.folder / HOME / f"{language}.md").unlink()
    status, said = gate.check()
    assert status == 1
    assert f"going-home/{language}.md\n    - is not written" in said


def test_everything_that_is_wrong_is_told_at_once(gate: Gate) -> None:
    gate.spoil(f"{HOME}/nn.md", swap("[113](tel:113)", "[113](113)"))
    gate.spoil(f"{HOME}/module.toml", without("[[sources]]"))
    (gate.folder / HOME / "en.toml").unlink()
    said = gate.check()[1]
    assert all(
        told in said for told in ("leads nowhere", "names no source", "going-home/en.toml\n    - is not written")
    )


def test_a_day_to_come_shows_what_will_be_overdue_by_then(gate: Gate) -> None:
    assert gate.check("--on", "2027-05-01")[0] == 0
    assert gate.check("--on", "2027-05-02")[0] == 1


def test_an_organisation_brings_its_own_list_of_hard_words(gate: Gate) -> None:
    (gate.folder / "words").mkdir()
    (gate.folder / "words/nb.toml").write_text('explained_by = ["betyr"]\n[hard]\nrekkverk = "noe å holde i"\n')
    gate.spoil(f"{HOME}/nb.md", add("Vi setter opp et rekkverk og vil seponere noe."))
    said = gate.check()[1]
    assert "«rekkverk» is not explained. Plain words: noe å holde i" in said
    assert "seponere" not in said.replace("Vi setter opp et rekkverk og vil seponere noe.", "")


def test_a_mark_before_the_first_letter_is_no_fault(gate: Gate) -> None:
    for file in ("nb.md", "nb.toml", "module.toml"):
        gate.spoil(f"{HOME}/{file}", lambda text: f"\ufeff{text}")
    assert gate.check()[0] == 0


@pytest.mark.parametrize(("reader", "told"), [("carer", True), ("staff", False)])
def test_a_text_says_when_to_call_but_not_to_those_who_work_here(gate: Gate, reader: str, told: bool) -> None:
    gate.spoil(f"{HOME}/module.toml", swap('["patient", "carer"]', f'["{reader}"]'))
    for language in ("nb", "nn", "en"):
        gate.spoil(f"{HOME}/{language}.md", lambda text: text.replace("[116117](tel:116117)", "116117"))
    status, said = gate.check()
    assert status == 0
    assert ("does not say when to call 116117. Write [116117](tel:116117)" in said) == told


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


def test_a_new_module_begins_with_bones_and_the_gate_says_what_is_still_to_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "modules/clean-hands"
    assert main(["content", "new", str(place), "--on", TODAY]) == 0
    assert str(place / "nn.md") in capsys.readouterr().out
    assert 'next = "2027-05-24"' in (place / "module.toml").read_text("utf-8")
    assert main(["content", "check", str(tmp_path), "--on", TODAY]) == 1
    told = capsys.readouterr().out
    assert all(
        one in told for one in ("names no source", "who wrote it in nn", "licence", "en.toml\n    - is not written")
    )
    assert "line " not in told


@pytest.mark.parametrize(
    ("name", "told"),
    [("modules/rene hender", "is no name"), ("modules", "is there already"), ("", "what it is called")],
)
def test_a_new_module_overwrites_nothing_and_has_a_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, told: str
) -> None:
    (tmp_path / "modules").mkdir()
    assert main(["content", "new", str(tmp_path / name) if name else ""]) == 1
    assert told in capsys.readouterr().err


def test_a_folder_without_modules_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "check", str(tmp_path)]) == 1
    assert "holds no modules" in capsys.readouterr().err


@pytest.mark.parametrize(("words", "stopped"), [(HARD, 0), (LONG, 1)])
def test_a_short_text_is_measured_by_its_sentences(gate: Gate, words: str, stopped: int) -> None:
    for language in ("nb", "nn", "en"):
        (gate.folder / HOME / f"{language}.md").write_text(f"# Trygt hjem\n\n## Nå\n{words}\n", "utf-8")
    status, said = gate.check()
    assert status == stopped
    assert "hard to read" not in said
