"""The glossary: whole in every language, found in running text, and gated like the modules."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from viktig.__main__ import main
from viktig.content import glossary
from viktig.content.check import OWN
from viktig.content.library import Library
from viktig.content.reading import LANGUAGES, BadContent
from viktig.domain.module import Module

TODAY = "2026-11-29"
OURS = glossary.read(OWN)
LIBRARY = Library(drafts=True)
Spoil = Callable[[str], str]


def modules(library: Library) -> Iterator[Module]:
    for path, body in library.files().items():
        if path.startswith("modules/"):
            yield msgspec.json.decode(body, type=Module)


def swap(old: str, new: str) -> Spoil:
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_words_are_explained_in_every_language_briefly(language: str) -> None:
    words = OURS[language].words
    assert [word.term.id for word in words] == [word.term.id for word in OURS["nb"].words]
    assert 80 <= len(words) <= 100
    assert max(len(word.term.means) for word in words) <= 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_found_as_its_headword_is_written(language: str) -> None:
    terms = OURS[language]
    # An English discharge may be from a wound, too; only the longer ways to say it are found.
    lost = {word.term.id for word in terms.words if terms.called(word.term.word) != word.term}
    assert lost == ({"discharge", "stroke"} if language == "en" else set())


@pytest.mark.parametrize(
    ("language", "written", "id"),
    [
        ("nb", "epikrisen", "epikrise"),
        ("nb", "Fastlegens", "fastlege"),
        ("nb", "bivirkningene", "bivirkning"),
        ("nb", "samtykket", "samtykke"),
        ("nb", "individuelle planer", "individuell plan"),
        ("nb", "pasient- og brukerombudet", "pasient- og brukerombud"),
        ("nb", "legemiddelsamstemmingen", "legemiddelsamstemming"),
        ("nb", "operert", "operasjon"),
        ("nn", "biverknadene", "biverknad"),
        ("nn", "heimesjukepleia", "heimesjukepleie"),
        ("nn", "fastlegane", "fastlege"),
        ("nn", "Statsforvaltaren", "Statsforvaltaren"),
        ("nn", "kuren", "kur"),
        ("nn", "tilvisinga", "tilvising"),
        ("en", "X-rays", "X-ray"),
        ("en", "family doctor", "family doctor"),
        ("en", "blood thinners", "blood thinner"),
        ("en", "diagnoses", "diagnosis"),
    ],
)
def test_a_word_is_found_in_its_forms(language: str, written: str, id: str) -> None:
    term = OURS[language].called(written)
    assert term is not None
    assert term.word == id


@pytest.mark.parametrize(
    ("language", "written"),
    [("nb", "kurs"), ("nb", "Rop"), ("nb", "reseptfri"), ("nb", "fastlegekontor"), ("nn", "rop"), ("en", "course")],
)
def test_another_word_is_not(language: str, written: str) -> None:
    assert OURS[language].called(written) is None


def test_a_module_carries_what_its_links_lead_to_and_nothing_else() -> None:
    for module in modules(LIBRARY):
        shown = "".join(step.html for step in module.steps)
        assert {term.id for term in module.terms} == {
            part.partition('"')[0] for part in shown.split('<a class="term" href="#word-')[1:]
        }
        assert len(module.terms) == len(set(module.terms))


def test_a_word_is_explained_where_it_first_stands_on_each_screen() -> None:
    told = next(one for one in modules(LIBRARY) if (one.id, one.language) == ("sudden-confusion", "nb"))
    links = [step.html.count('href="#word-delirium"') for step in told.steps]
    assert max(links) == 1
    assert "delirium" in {term.id for term in told.terms}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """An organisation's folder."""
    for room in ("modules/sudden-confusion", "glossary", "questionnaires", "prompts"):
        shutil.copytree(OWN / room, tmp_path / room)
    return tmp_path


def spoil(path: Path, how: Spoil) -> None:
    good = path.read_text("utf-8")
    path.write_text(how(good), "utf-8")
    assert path.read_text("utf-8") != good


OWN_WORD = '[terms.delirium]\nword = "delirium"\nmeans = "Brå forvirring. Ring oss på 55."\n'
ABOUT = "glossary.toml"


def test_an_organisation_says_it_in_its_own_words(house: Path) -> None:
    for language in ("nn", "en"):
        (house / f"glossary/{language}.toml").unlink()
    (house / "glossary/nb.toml").write_text(OWN_WORD, "utf-8")
    told = next(one for one in modules(Library(house, drafts=True)) if one.language == "nb")
    means = {term.id: term.means for term in told.terms}
    assert means["delirium"] == "Brå forvirring. Ring oss på 55."
    assert means["dementia"] == OURS["nb"].called("demens").means  # type: ignore[union-attr]


def test_a_reviewed_module_is_not_explained_by_a_draft(house: Path) -> None:
    about = house / "modules/sudden-confusion/module.toml"
    spoil(about, swap('state = "draft"', 'state = "reviewed"\nby = "Astrid Lie"\nrole = "doctor"\ndate = "2026-11-20"'))
    spoil(about, lambda text: text.replace('author = "Viktig"', 'author = "Viktig"\nchecker = "Ida Moe"'))
    assert all(one.terms == () for one in modules(Library(house, drafts=True)))
    reviewed = '"reviewed"\nby = "Astrid Lie"\nrole = "doctor"\ndate = "2026-11-20"'
    spoil(house / "glossary" / ABOUT, swap('"draft"', reviewed))
    spoil(
        house / "glossary" / ABOUT, lambda text: text.replace('author = "Viktig"', 'author = "Viktig"\nchecker = "Ida"')
    )
    assert all(one.terms for one in modules(Library(house, drafts=True)))


MORE = '\n[terms.stoma]\nword = "stoma"\nmeans = "En åpning på magen."\n'


@pytest.mark.parametrize(
    ("file", "how", "reason"),
    [
        ("nb.toml", lambda text: text + MORE, "does not explain stoma"),
        ("nn.toml", swap('means = "', 'mean = "'), "unknown field"),
        ("nn.toml", swap("admission = ", "Admission = "), "matching regex"),
        ("en.toml", lambda text: text + MORE.replace('"stoma"', '"prognosis"'), "both"),
        ("nb.toml", swap('word = "epikrise"', 'word = "-"'), "word"),
        (ABOUT, swap("licence", "license"), "unknown field"),
        (ABOUT, swap('"draft"', '"reviewed"'), "reviewed, but not by whom"),
        (ABOUT, lambda text: text[: text.index("[[sources]]")], "no sources"),
        (ABOUT, swap("[language.nn]", "[language.se]"), "languages are nb, nn, en"),
    ],
)
def test_a_bad_glossary_is_refused_with_the_file_and_the_reason(
    house: Path, file: str, how: Spoil, reason: str
) -> None:
    spoil(house / "glossary" / file, how)
    with pytest.raises(BadContent, match=rf"glossary/\w+\.toml: .*{reason}"):
        Library(house, drafts=True)


def check(folder: Path, capsys: pytest.CaptureFixture[str], on: str = TODAY) -> tuple[int, str]:
    status = main(["content", "check", str(folder), "--on", on])
    told = capsys.readouterr()
    return status, told.out + told.err


LONG = "Du får " + "og du får " * 6 + "det."


@pytest.mark.parametrize(
    ("file", "how", "told"),
    [
        ("nb.toml", lambda text: text + MORE, "glossary/nn.toml\n    - does not explain stoma"),
        ("nb.toml", swap("Beskjed fra legen", LONG + " Fra legen"), "sentences of more than 20 words"),
        ("nb.toml", swap('means = "', 'means = 1, mean = "'), "means"),
        (ABOUT, lambda text: text[: text.index("[[sources]]")], "names no source"),
        (ABOUT, swap("https://", "http://"), "leads nowhere"),
        (ABOUT, swap("2027-05-01", "2026-11-28"), "should have been looked at again by 2026-11-28"),
        (ABOUT, swap('"draft"', '"reviewed"'), "not by whom, in which role and when"),
    ],
)
def test_a_glossary_made_worse_is_refused(
    house: Path, capsys: pytest.CaptureFixture[str], file: str, how: Spoil, told: str
) -> None:
    spoil(house / "glossary" / file, how)
    status, said = check(house, capsys)
    assert status == 1
    assert told in said.partition("Must be mended before it is published:")[2]
    assert said.endswith("The glossary must not be published as it is.\n")


@pytest.mark.parametrize(
    ("file", "how", "told"),
    [
        ("nb.toml", swap("Navnet på det", "Indikasjon på det"), "diagnosis is explained by a hard word, «Indikasjon»"),
        (ABOUT, swap("opened =", "# opened ="), "nobody has opened the source"),
    ],
)
def test_what_somebody_should_look_at_stops_no_glossary(
    house: Path, capsys: pytest.CaptureFixture[str], file: str, how: Spoil, told: str
) -> None:
    spoil(house / "glossary" / file, how)
    status, said = check(house, capsys)
    assert status == 0
    assert told in said.partition("Look at this:")[2]


def test_the_glossary_has_its_lines_in_the_table(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [line.split() for line in check(house, capsys)[1].splitlines() if line.startswith("glossary ")]
    assert [row[1] for row in rows] == list(LANGUAGES)
    assert all(row[-2:] == ["2027-05-01", "draft"] for row in rows)
    shutil.rmtree(house / "glossary")
    assert "glossary " not in check(house, capsys)[1]
