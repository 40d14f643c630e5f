"""Modules: a folder each, with module.toml, and for each language the text (.md) and the talk at its end (.toml).

`<language>.easy.md` tells the same in short sentences; the talk at its end is the same.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal

import msgspec

from viktig.content.markdown import plain, screen
from viktig.content.pemat import Pemat
from viktig.content.readability import Count, count
from viktig.content.reading import LANGUAGES, Written, demand, reading, toml, written
from viktig.content.terms import Terms
from viktig.domain.module import (
    Module,
    ModuleReview,
    ModuleVersion,
    Reader,
    Source,
    Step,
    Tag,
    TeachBackTalk,
    Trial,
)
from viktig.domain.shape import Day, Id, Line

WORDS_A_MINUTE: Final = 160
"""A calm reader. People are told how long a text takes, so it is better to say too much."""


class ReviewWritten(Written, frozen=True):
    """`by`, `role`, `date`: the health professional who answers for a reviewed text. `next`: when to look again."""

    state: Literal["draft", "reviewed"]
    next: Day
    by: Line = ""
    role: Line = ""
    date: Day | Literal[""] = ""


class LanguageWritten(Written, frozen=True):
    """`checker`: who has held this language against the one it was written in. `sound`, `film`: their titles."""

    author: Line
    translator: Line = ""
    checker: Line = ""
    sound: Line = ""
    film: Line = ""


class SourceWritten(Source, frozen=True, forbid_unknown_fields=True):
    """As it is told, but a word that we do not know is a mistake."""


class ModuleWritten(Written, frozen=True):
    id: Id
    version: ModuleVersion
    tags: tuple[Tag, ...]
    for_whom: tuple[Reader, ...]
    level: Line
    licence: Line
    review: ReviewWritten
    language: dict[str, LanguageWritten] = {}
    sources: tuple[SourceWritten, ...] = ()
    tested_with: tuple[Trial, ...] = ()
    pemat: tuple[Pemat, ...] = ()
    crisis: bool = False
    """Speaks of suicide, violence or relapse: a draft of it is held back."""


class Told(msgspec.Struct, frozen=True):
    """A module whole: in each language, and where it is written, in short sentences."""

    tags: tuple[Tag, ...]
    languages: dict[str, Module]
    easy: dict[str, Module] = {}
    crisis: bool = False

    @property
    def first(self) -> Module:
        return self.languages[LANGUAGES[0]]

    @property
    def for_people(self) -> bool:
        """Not for those who work here alone."""
        return set(self.first.for_whom) != {"staff"}

    @property
    def held_back(self) -> bool:
        """Never shown to anybody: it speaks of a crisis, and nobody has reviewed it."""
        return self.crisis and self.first.draft


def screens(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The title, and each screen's heading and markdown."""
    opening, *parts = re.split(r"^## ", text, flags=re.MULTILINE)
    demand(opening.startswith("# ") and len(opening.strip().splitlines()) == 1, "begins with a title alone")
    demand(not re.search(r"^#(##| )", "".join(parts), re.MULTILINE), "has one title, and screens under ##")
    told = [(title.strip(), body.strip()) for title, _, body in (part.partition("\n") for part in parts)]
    demand(told and all(title and body for title, body in told), "every screen has a heading and words")
    return opening[2:].strip(), told


def words(text: str) -> Count:
    return count(plain(text))


def minutes(text: str) -> int:
    return max(1, round(words(text).words / WORDS_A_MINUTE))


def read(folder: Path, glossary: Mapping[str, Terms]) -> Told:
    about = toml(folder / "module.toml", ModuleWritten)
    with reading(folder / "module.toml"):
        demand(about.id == folder.name, "id is not the folder's name")
        demand(about.sources, "no sources")
        demand(set(about.language) == set(LANGUAGES), f"languages are {', '.join(LANGUAGES)}")
        demand_review(about.review, about.language)
        demand(all(sheet.whole() for sheet in about.pemat), "a PEMAT sheet holds each of its numbers once")
        easy = [language for language in LANGUAGES if (folder / easy_file(language)).is_file()]
        demand(len(easy) in (0, len(LANGUAGES)), f"easy to read only in {', '.join(easy)}")
    words = may_explain(about, glossary)
    return Told(
        tags=about.tags,
        languages={language: _in(folder, about, language, words[language]) for language in LANGUAGES},
        easy={language: _in(folder, about, language, words[language], easy=True) for language in easy},
        crisis=about.crisis,
    )


def easy_file(language: str) -> str:
    return f"{language}.easy.md"


def may_explain(about: ModuleWritten, glossary: Mapping[str, Terms]) -> dict[str, Terms]:
    """A reviewed text explains nothing by a draft."""
    reviewed = about.review.state == "reviewed"
    return {language: terms.reviewed if reviewed else terms for language, terms in glossary.items()}


def demand_review(review: ReviewWritten, languages: Mapping[str, LanguageWritten]) -> bool:
    """Whether it is reviewed."""
    reviewed = review.state == "reviewed"
    demand(
        not reviewed or (review.by and review.role and review.date), "reviewed, but not by whom, in which role and when"
    )
    checked = all(language.checker for language in languages.values())
    demand(not reviewed or checked, "reviewed, but not every language has a checker")
    return reviewed


def _in(folder: Path, about: ModuleWritten, language: str, terms: Terms, *, easy: bool = False) -> Module:
    talk = toml(folder / f"{language}.toml", TeachBackTalk)
    with reading(folder / f"{language}.toml"):
        for question in talk.questions:
            demand(sum(option.right for option in question.options) == 1, f"one right option: {question.text}")
            demand(all(option.right or option.explain for option in question.options), f"explain: {question.text}")
            codes = {option.code for option in question.options}
            demand(len(codes) == len(question.options), f"codes differ: {question.text}")
    path = folder / (easy_file(language) if easy else f"{language}.md")
    with reading(path):
        text = written(path)
        title, told = screens(text)
        shown = [(heading, *screen(body, folder, terms)) for heading, body in told]
    people = about.language[language]
    return Module(
        id=about.id,
        version=about.version,
        language=language,
        title=title,
        minutes=minutes(text),
        draft=about.review.state == "draft",
        easy=easy,
        for_whom=about.for_whom,
        level=about.level,
        licence=about.licence,
        review=ModuleReview(
            state=about.review.state,
            next=about.review.next,
            by=about.review.by,
            role=about.review.role,
            date=about.review.date,
            author=people.author,
            translator=people.translator,
            checker=people.checker,
            tested_with=about.tested_with,
        ),
        sources=tuple(Source(**msgspec.structs.asdict(source)) for source in about.sources),
        steps=tuple(Step(title=heading, html=html) for heading, html, _ in shown),
        teach_back=talk,
        terms=tuple(dict.fromkeys(term for *_, met in shown for term in met)),
    )
