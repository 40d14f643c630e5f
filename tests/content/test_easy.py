"""The easy-read texts: short sentences, a drawing on each screen, less than the ordinary text, and whom to call."""

import re
import zlib

import msgspec
import pytest

from viktig.content import check_form
from viktig.content.check_text import length, spoken
from viktig.content.library import FOLDER, Library
from viktig.content.markdown import html
from viktig.content.modules import screens, words
from viktig.content.reading import LANGUAGES

ROOMS = FOLDER / "modules"
SHELF = Library(drafts=True).shelf()
EASY = ("being-a-carer", "going-home", "my-medicines", "say-what-matters")


def text(id: str, language: str) -> str:
    return (ROOMS / id / f"{language}.easy.md").read_text("utf-8")


def test_an_easy_text_is_there_in_every_language_or_in_none() -> None:
    there = sorted(path.relative_to(ROOMS).as_posix() for path in ROOMS.glob("*/*.easy.md"))
    assert there == sorted(f"{id}/{language}.easy.md" for id in EASY for language in LANGUAGES)


@pytest.mark.parametrize("id", EASY)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_easy_text_has_short_sentences_and_short_words(id: str, language: str) -> None:
    counted = words(text(id, language))
    assert counted.lix < 20
    assert counted.words / counted.sentences <= 6
    assert max(map(length, spoken(text(id, language)))) <= 10


@pytest.mark.parametrize("id", EASY)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_easy_text_says_less_than_the_ordinary_one_with_a_drawing_on_each_screen(id: str, language: str) -> None:
    ordinary = (ROOMS / id / f"{language}.md").read_text("utf-8")
    title, told = screens(text(id, language))
    assert title == screens(ordinary)[0]
    assert len(told) < len(screens(ordinary)[1])
    assert words(text(id, language)).words < 0.75 * words(ordinary).words
    assert all(html(body, ROOMS / id).count("<svg") == 1 for _, body in told)


@pytest.mark.parametrize("id", EASY)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_easy_text_is_laid_out_as_it_should_be_and_says_whom_to_call(id: str, language: str) -> None:
    told = text(id, language)
    file = f"{id}/{language}.easy.md"
    looked = (check_form.headings, check_form.links, check_form.numbers, check_form.calls)
    assert [finding for look in looked for finding in look(file, told)] == []
    assert list(check_form.pictures(file, told, ROOMS / id)) == []


@pytest.mark.parametrize("id", EASY)
@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_an_easy_text_has_the_same_screens_in_every_language(id: str, language: str) -> None:
    def shape(of: str) -> object:
        return [re.findall(r"^-|!\[|]\([^)]+\)", body, re.MULTILINE) for _, body in screens(text(id, of))[1]]

    assert shape(language) == shape(LANGUAGES[0])


@pytest.mark.parametrize("id", EASY)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_easy_text_weighs_little(id: str, language: str) -> None:
    assert len(zlib.compress(msgspec.json.encode(SHELF[id].easy[language]), level=9)) <= 6_000
