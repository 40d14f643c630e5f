"""Every sentence is there in every language, in the words that we have agreed on."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages import Message

from tools.locales import check, languages, read
from tools.messages import identity, messages, parts, team_files, texts
from viktig.domain.problems import PROBLEMS
from viktig.language import LANGUAGES
from viktig.sentences import SENTENCES

ROOT = Path(__file__).resolve().parent.parent
WORDS: dict[str, Any] = tomllib.loads((ROOT / "locales/words.toml").read_text("utf-8"))
NORWEGIAN = ("nb", "nn")


@cache
def catalogue(language: str) -> list[Message]:
    return messages(read(ROOT, language))


def reaches_patients(message: Message) -> bool:
    return parts(message) != {"team"}


def test_the_team_loads_the_words_of_what_its_pages_import_also_for_its_effect_alone(tmp_path: Path) -> None:
    for file, text in {
        "view/team/Team.tsx": 'import type { Page } from "./Page.tsx";\nimport "../parts/Rare.tsx";',
        "view/parts/Rare.tsx": 'import {\n  Amount,\n} from "./Amount.tsx";',
        "view/parts/Amount.tsx": "",
        "view/team/Page.tsx": "",
    }.items():
        path = tmp_path / "pwa/src" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    reached = {path.rsplit("/", 1)[1] for path in team_files(tmp_path)}
    assert reached == {"Team.tsx", "Rare.tsx", "Amount.tsx"}


def unwanted(text: str, language: str, *, patient: bool) -> list[str]:
    """Words of the text that the list replaces by others."""
    lists = [WORDS.get(language, {}), WORDS["people"][language]]
    lists += [WORDS["norwegian"]] if language in NORWEGIAN else []
    lists += [WORDS["patient"][language]] if patient else []
    plain = re.sub(r"\{\w+\}|Hjem-skjerm", "", text)  # an iPhone has no nynorsk: its buttons are quoted as they are
    return [
        f"{wrong} -> {right}"
        for wrong, right in {word: better for words in lists for word, better in words.items()}.items()
        if re.search(rf"(?<!\w){re.escape(wrong)}(?!\w)", plain, re.IGNORECASE)
    ]


def lix(sentences: list[str]) -> float:
    """Björnsson's readability index: words per sentence, and the share of words longer than six letters."""
    plain = [re.sub(r"\{\w+\}", "x", sentence) for sentence in sentences]
    words = [word for sentence in plain for word in re.findall(r"[^\W\d_]+", sentence)]
    stops = sum(max(1, len(re.findall(r"[.!?:]+(?=\s|$)", sentence))) for sentence in plain)
    return len(words) / stops + 100 * sum(len(word) > 6 for word in words) / len(words)


def test_every_sentence_is_translated_and_none_is_left_over() -> None:
    check(ROOT)


def test_the_server_and_the_catalogues_know_the_same_languages() -> None:
    assert set(languages(ROOT)) == set(LANGUAGES)


def test_every_problem_has_a_sentence() -> None:
    assert SENTENCES.keys() == PROBLEMS.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_interface_keeps_to_the_word_list(language: str) -> None:
    found = [
        (text, words)
        for message in catalogue(language)
        for text in texts(message.string)
        if (words := unwanted(text, language, patient=reaches_patients(message)))
    ]
    assert found == []


@pytest.mark.parametrize("language", NORWEGIAN)
def test_no_sentence_is_english_still(language: str) -> None:
    same = [
        text
        for message in catalogue(language)
        for text in texts(message.string)
        if text in texts(message.id) and len(re.findall(r"[^\W\d_]{2,}", re.sub(r"\{\w+\}", "", text))) > 1
    ]
    assert same == []


@pytest.mark.parametrize("language", NORWEGIAN)
def test_what_patients_read_is_easy_to_read(language: str) -> None:
    said = [text for message in catalogue(language) if reaches_patients(message) for text in texts(message.string)]
    assert lix(said) < 35


def test_no_sentence_is_said_in_two_ways_to_the_server_and_the_web_app() -> None:
    for language in LANGUAGES:
        keys = [identity(message) for message in catalogue(language)]
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Ring når klokken er ti.", "nb", ["klokken -> klokka"]),
        ("Lista ligger ved senga. Klokka er ti. Spør datteren og posten.", "nb", []),
        ("Spesialisten kommer kl. 10.", "nb", ["kl. -> klokka"]),
        ("Han har svart.", "nb", ["han -> pasienten, du"]),
        ("Hannah kom heim.", "nb", ["heim -> hjem"]),
        ("Kva er viktig for deg når du ikke får sove?", "nn", ["ikke -> ikkje"]),
        ("Saved på telefonen", "nn", ["saved -> lagret"]),
        ("{her} has read it", "en", []),
        ("Ask her", "en", ["her -> them, their, you"]),
    ],
)
def test_the_word_list_finds_what_it_should(text: str, language: str, found: list[str]) -> None:
    assert unwanted(text, language, patient=False) == found


def test_only_patients_are_spared_the_word_for_an_action() -> None:
    assert unwanted("Nytt tiltak", "nb", patient=True) == ["tiltak -> dette gjør vi"]
    assert unwanted("Nytt tiltak", "nb", patient=False) == []


def test_readability_is_counted_as_bjornsson_did() -> None:
    # 7 words, 2 sentences, 1 long word
    assert lix(["Vi leser svaret. Det kommer til sykepleieren."]) == pytest.approx(7 / 2 + 100 / 7)
