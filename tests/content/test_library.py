"""What is served to read; and that bad content is refused with the file and the reason."""

import gzip
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from viktig.content.library import FOLDER, Library
from viktig.content.reading import LANGUAGES, BadContent
from viktig.domain.library import NOBODY_OLDER
from viktig.domain.questionnaire import DESIGN_NOTE

LIBRARY = Library(drafts=True)
CANONICAL = "https://viktig.example/Questionnaire/what-matters|1.0.0"


def test_every_path_of_the_index_is_served_and_beside_it_only_forms_that_were_asked_before() -> None:
    index = json.loads(LIBRARY.files()["index.json"])
    entries = index["modules"] + index["prompts"]
    told = [language["path"] for entry in entries for language in entry["languages"].values()]
    easy = [language["easy"] for entry in entries for language in entry["languages"].values() if language.get("easy")]
    named = {entry["path"] for entry in index["forms"] + index["modules"]} | {*told, *easy}
    before = {form.path for form in LIBRARY.forms.ever.values()} - named
    assert before == {"forms/activities@1.0.0.json"}
    assert named | before == set(LIBRARY.files()) - {"index.json"}
    assert len(told) == len(LANGUAGES) * len(entries)


def test_a_path_carries_the_version_and_the_language() -> None:
    paths = "\n".join(LIBRARY.files())
    assert "forms/what-matters@1.0.0.json" in paths
    assert re.search(r"^modules/going-home@1\.1\.0\.nn\.[0-9a-f]{8}\.json$", paths, re.MULTILINE)
    assert "prompts/asking@1.0.0.nb.json" in paths


def test_other_words_are_another_path_even_when_nobody_thought_of_the_version(house: Path) -> None:
    (house / "glossary").mkdir()
    for file in (FOLDER / "glossary").iterdir():
        text = file.read_text("utf-8")
        (house / "glossary" / file.name).write_text(text.replace("kroppen er syk", "du er syk"), "utf-8")
    paths = {entry.id: entry.path for entry in LIBRARY.index().modules}
    changed = {entry.id for entry in Library(house, drafts=True).index().modules if entry.path != paths[entry.id]}
    assert changed == {"sudden-confusion"}


def test_a_body_compressed_is_the_same_body() -> None:
    for path, body in LIBRARY.files().items():
        assert gzip.decompress(LIBRARY.packed(path)["gzip"]) == body


def test_a_form_is_found_by_its_canonical_and_no_other_name() -> None:
    form = LIBRARY.questionnaire(CANONICAL)
    assert form is not None
    assert form.canonical == CANONICAL
    assert LIBRARY.questionnaire(CANONICAL + "1") is None
    assert LIBRARY.forms.ever[CANONICAL].path == "forms/what-matters@1.0.0.json"
    assert LIBRARY.forms.questions(CANONICAL, "") == 12
    assert LIBRARY.forms.questions(CANONICAL + "1", "") == 0
    assert (LIBRARY.workflow(CANONICAL, ""), LIBRARY.workflow(CANONICAL + "1", "")) == ("what-matters", "")


def test_a_form_says_for_whom_and_where_it_is_meant() -> None:
    found = {one.name: one for one in LIBRARY.forms.now}
    assert found["what-matters"].venues == ("medical", "surgical")
    child = found["what-matters-child"]
    assert (child.workflow, child.venues, child.youngest, child.oldest) == ("what-matters", (), 7, 11)
    assert (found["activities"].youngest, found["activities"].oldest) == (16, NOBODY_OLDER)
    assert not found["carer"].of_an_age
    assert all(one.workflow for one in LIBRARY.forms.now)


def test_notes_on_why_a_question_is_asked_stay_at_home() -> None:
    assert DESIGN_NOTE.encode() in (FOLDER / "questionnaires/what-matters.json").read_bytes()
    assert DESIGN_NOTE.encode() not in LIBRARY.files()["forms/what-matters@1.0.0.json"]


def test_a_form_or_a_module_weighs_little() -> None:
    sizes = {path: len(LIBRARY.packed(path)["gzip"]) for path in LIBRARY.files()}
    assert max(size for path, size in sizes.items() if path.startswith("forms/")) <= 6_000
    assert max(size for path, size in sizes.items() if path.startswith("modules/")) <= 12_000


def test_an_earlier_version_of_a_form_is_still_known_and_served_but_not_asked(house: Path) -> None:
    form = json.loads((house / "questionnaires/what-matters.json").read_bytes()) | {"version": "0.9.0"}
    (house / "questionnaires/what-matters@0.9.0.json").write_bytes(msgspec.json.encode(form))
    library = Library(house, drafts=True)
    assert library.questionnaire("https://viktig.example/Questionnaire/what-matters|0.9.0") is not None
    assert "forms/what-matters@0.9.0.json" in library.files()
    assert library.forms.now == LIBRARY.forms.now


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the content, to be spoilt; of the modules only those that are."""
    for room in ("questionnaires", "modules/going-home", "modules/sudden-confusion", "prompts"):
        shutil.copytree(FOLDER / room, tmp_path / room)
    return tmp_path


Spoil = Callable[[str], str]


EXAMPLE = '{\n     "url": "https://viktig.example/StructureDefinition/example"'
EXPLODES = '{"url": "http://hl7.org/fhir/StructureDefinition/regex", "valueString": "(a+)+"},'


def swap(old: str, new: str) -> Spoil:
    return lambda text: text.replace(old, new, 1)


def untranslated(link: str) -> Spoil:
    def spoil(text: str) -> str:
        before, mark, after = text.partition(f'"linkId": "{link}"')
        return before + mark + after.replace('"valueCode": "en"', '"valueCode": "se"', 1)

    return spoil


signed = swap('"draft"', '"reviewed"\nby = "Astrid Lie"\nrole = "doctor"\ndate = "2026-11-20"')

FORM, HOME, ASKING = "questionnaires/what-matters.json", "modules/going-home", "prompts/asking.toml"


@pytest.mark.parametrize(
    ("file", "spoil", "reason"),
    [
        (FORM, lambda text: text[:-9], "truncated"),
        (FORM, swap('"linkId": "talk"', '"linkId": "matters"'), "two questions with one linkId"),
        (FORM, swap('"type": "text"', '"type": "poem"'), "Invalid enum value 'poem'"),
        (FORM, swap('"type": "text"', '"type": "choice"'), "talk has no options"),
        (FORM, swap('"valueCode": "nn"', '"valueCode": "se"'), "title is not told in nb, nn, en"),
        (FORM, swap("/designNote", "/designnote"), "talk does not say why it is asked"),
        (FORM, swap(EXAMPLE, f"{EXPLODES} {EXAMPLE}"), "talk has a regular expression not to be used"),
        (FORM, untranslated("matters-help"), "matters-help is not told in nb, nn, en"),
        (FORM, untranslated("matters"), "matters is not told in nb, nn, en"),
        (FORM, swap('"id": "what-matters"', '"id": "else"'), "id is not the file's name"),
        (FORM, swap('"language": "nb"', '"language": "en"'), "written in nb"),
        (f"{HOME}/module.toml", swap("going-home", "gone-home"), "id is not the folder's name"),
        (f"{HOME}/module.toml", swap("licence", "license"), "unknown field `license`"),
        (f"{HOME}/module.toml", swap('"draft"', '"reviewed"'), "reviewed, but not by whom, in which role and when"),
        (f"{HOME}/module.toml", signed, "reviewed, but not every language has a checker"),
        (f"{HOME}/module.toml", swap("agree = [1, 2,", "agree = [2,"), "each of its numbers once"),
        (f"{HOME}/module.toml", lambda text: text[: text.index("[[sources]]")], "sources"),
        (f"{HOME}/module.toml", lambda text: text.replace("publisher", "# publisher"), "publisher"),
        (f"{HOME}/module.toml", swap("[language.nn]", "[language.se]"), "languages are nb, nn, en"),
        (f"{HOME}/nn.md", swap("# Trygt heim", "Trygt heim"), "begins with a title alone"),
        (f"{HOME}/nn.md", swap("## Byrj", "### Byrj"), "begins with a title alone"),
        (f"{HOME}/nn.md", swap("## Tenk deg", "### Tenk deg"), "one title, and screens under ##"),
        (f"{HOME}/nn.md", swap("![Eit hus", "![](drawing.svg) ![Eit hus"), "a drawing needs a text alternative"),
        (f"{HOME}/nn.md", swap("drawing.svg", "missing.svg"), "missing.svg"),
        (f"{HOME}/en.toml", swap("right = true\n", ""), "one right option: You have an old list"),
        (f"{HOME}/en.toml", swap("explain", "# explain"), "explain: You have an old list"),
        (f"{HOME}/en.toml", swap('code = "old"', 'code = "new"'), "codes differ: You have an old list"),
        (ASKING, swap('id = "asking"', 'id = "telling"'), "id is not the file's name"),
        (ASKING, swap("[prompts.en]", "[prompts.uk]"), "prompts"),
        (ASKING, swap('nn = "', 'se = "'), "a title in nb, nn, en"),
    ],
)
def test_bad_content_is_refused_with_the_file_and_the_reason(house: Path, file: str, spoil: Spoil, reason: str) -> None:
    path = house / file
    good = path.read_text("utf-8")
    path.write_text(spoil(good), "utf-8")
    assert path.read_text("utf-8") != good
    with pytest.raises(BadContent) as told:
        Library(house, drafts=True)
    assert file.removeprefix("modules/") in str(told.value)
    assert reason in str(told.value)


def test_two_files_with_one_version_are_refused(house: Path) -> None:
    shutil.copy(house / FORM, house / "questionnaires/what-matters@1.json")
    with pytest.raises(BadContent, match="two files with one version"):
        Library(house, drafts=True)


def test_a_file_that_is_not_there_is_named(house: Path) -> None:
    (house / f"{HOME}/nn.md").unlink()
    with pytest.raises(BadContent, match=r"going-home/nn\.md"):
        Library(house, drafts=True)
