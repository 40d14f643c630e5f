"""The gate: `viktig content check`. A module made worse on purpose is refused, with the reason and the place."""

from pathlib import Path

import pytest

from tests.content import gate as fixtures
from tests.content.gate import HOME, TODAY, Gate, Spoil, add, swap, without
from viktig.__main__ import main
from viktig.content import glossary, modules
from viktig.content.check import OWN

gate = fixtures.gate

HARD = "Legemiddelbehandlingen forutsetter kontinuerlig oppfølgingsansvar gjennom spesialisthelsetjenesten. "
LONG = "Ta " + "og ta " * 15 + "den."
LONGEST = "Take " + "and take " * 15 + "it."
BUSY = '<svg viewBox="0 0 9 9"><path d="M1 1h1" style="fill:red"/><image href="x.png"/></svg>'
HEAVY = (
    '<svg viewBox="0 0 9 9">' + "".join(f'<path d="M{n * n * 7919} {n * n * 104729}"/>' for n in range(1500)) + "</svg>"
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
        ("nb.md", add("Noen opplever vold hjemme."), "speaks of a crisis («vold»)"),
        ("en.toml", swap("Wait, they", "A relapse? They"), "speaks of a crisis («relapse»)"),
        ("nb.toml", swap("Venter, de", "Tar livet av meg, de"), "speaks of a crisis («Tar livet av»)"),
        ("en.md", add("Do you want to kill yourself?"), "speaks of a crisis («kill yourself»)"),
        ("nn.md", add("Under\n-----"), "a heading begins with ##; a line below it makes none"),
        ("nn.md", swap("drawing.svg", "../../drawing.svg"), "../../drawing.svg is not here"),
        ("drawing.svg", lambda _: "<svg><path d='M1 1h1'/></svg>", "does not say how large it is"),
        ("drawing.svg", lambda _: "<svg viewBox='0 0 9 9' style='fill:red'/>", "uses style in <svg>"),
        ("drawing.svg", add(" " * 60_000), "drawing.svg\n    - is larger than 60,000 bytes"),
        ("nb.md", add("Ord. " * 2_000_000), "nb.md\n    - is larger than 60,000 bytes"),
        ("module.toml", add(f"x = {'[' * 20_000}"), "module.toml\n    - brackets stand in brackets, hundreds deep"),
        (
            "module.toml",
            add(f"# a note\nx = {{y{'.y' * 20_000} = 1}}"),
            ": more than 20 names with dots between them",
        ),
        ("nb.toml", swap('explain = "', 'explain = "Si "hei". '), ": something more stands behind it on the line"),
        ("module.toml", swap('version = "1.1.0"', 'version = ""'), "$.version"),
        ("module.toml", swap("opened =", "opend ="), "unknown field `opend`"),
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
        ("nn.md", add("Du får sedasjon."), "«sedasjon» is not explained. Plain words: å få medisin"),
        (
            "nn.md",
            swap("## Byrj i dag", "## Delirium i dag"),
            "line 3: «Delirium» is not explained. Plain words: brå forvirring",
        ),
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


def test_a_hard_word_that_the_glossary_explains_in_place_is_explained(gate: Gate) -> None:
    gate.spoil(f"{HOME}/nn.md", add("Du får rehabilitering og ein rehabiliteringsplan."))
    said = gate.check()[1]
    assert "«rehabilitering»" not in said
    gate.spoil(f"{HOME}/nn.md", swap("Du får rehabilitering og", "Du får"))
    assert "«rehabiliteringsplan» is not explained" in gate.check()[1]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_language_that_is_missing_is_named(gate: Gate, language: str) -> None:
    (gate.folder / HOME / f"{language}.md").unlink()
    status, said = gate.check()
    assert status == 1
    assert f"going-home/{language}.md\n    - is not written" in said


@pytest.mark.parametrize("file", ["nb.md", "nb.toml", "module.toml", "drawing.svg"])
def test_a_file_that_is_no_text_or_lies_elsewhere_is_refused_without_being_read(gate: Gate, file: str) -> None:
    path = gate.folder / HOME / file
    path.write_bytes("æ".encode("latin-1"))
    status, said = gate.check()
    assert status == 1
    assert f"going-home/{file}\n    - is not written in UTF-8" in said
    path.unlink()
    path.symlink_to(OWN / HOME / file)
    status, said = gate.check()
    assert status == 1
    assert f"going-home/{file}\n    - only points to another place" in said


def test_a_drawing_is_told_in_words_however_its_file_begins(gate: Gate) -> None:
    gate.spoil(f"{HOME}/drawing.svg", lambda text: "<!-- <svg -->\n" + text.replace("<svg ", "<svg\n  ", 1))
    assert gate.check()[0] == 0
    told = modules.read(gate.folder / HOME, glossary.NONE).first
    assert any('aria-label="Et hus med ei trapp' in step.html for step in told.steps)


def test_everything_that_is_wrong_is_told_at_once(gate: Gate) -> None:
    gate.spoil(f"{HOME}/nn.md", swap("[113](tel:113)", "[113](113)"))
    gate.spoil(f"{HOME}/module.toml", without("[[sources]]"))
    (gate.folder / HOME / "en.toml").unlink()
    said = gate.check()[1]
    assert all(
        told in said for told in ("leads nowhere", "names no source", "going-home/en.toml\n    - is not written")
    )


def test_great_pain_is_no_violence(gate: Gate) -> None:
    gate.spoil(f"{HOME}/nb.md", add("Gjør det voldsomt vondt?"))
    assert gate.check()[0] == 0


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
