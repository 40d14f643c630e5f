"""The gate: may a module be published? It looks at everything and tells all it finds, never only the first fault."""

import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from viktig.content import (
    check_about,
    check_files,
    check_form,
    check_glossary,
    check_text,
    check_whole,
    glossary,
    hard_words,
    media_files,
    modules,
)
from viktig.content.check_text import COMMON, EASY, Bounds
from viktig.content.finding import Checked, Finding, LanguageFigures
from viktig.content.hard_words import HardWords
from viktig.content.modules import ModuleWritten, easy_file
from viktig.content.pemat import ACT, UNDERSTAND, Pemat
from viktig.content.reading import LANGUAGES, BadContent, toml
from viktig.content.terms import Terms
from viktig.domain.module import TeachBackTalk
from viktig.domain.shape import Day

OWN: Final = Path(__file__).parent
HEAVIEST: Final = 12_000
"""Bytes of a module in one language as it is sent, drawings within."""
CRISIS: Final = re.compile(
    r"\b(?:selvmord|sjølvmord|suicid|selvskad|sjølvskad|self-harm|voldtekt|valdtekt|rape\b"
    r"|vold(?:en\b|elig|s(?!om)|\b)|vald(?:eleg|s(?!am))|violen|mishand|overgrep\b"
    r"|overdose|tilbakefall|relapse|ta(?:r|tt|k)? (?:livet av|(?:sitt|ditt|mitt|sit|dit|mit) (?:eget|eige) liv)"
    r"|skad\w* (?:deg|seg|meg) (?:selv|sjølv)|ikk(?:e|je) (?:å )?leve|kill(?:ing)? (?:your|my|him|her|one|them)sel"
    r"|(?:end|tak)\w* (?:your|my|his|her|their) (?:own )?life|want(?:s|ed)? to die)\w*",
    re.IGNORECASE,
)
"""Words, not meanings: a writer who knows better writes `crisis = true` without being asked."""


def check(folder: Path, today: Day) -> list[Checked]:
    """`folder` is laid out like this one; BadContent when it holds no modules."""
    rooms = folder / "modules"
    places = sorted(path for path in rooms.iterdir() if path.is_dir()) if rooms.is_dir() else []
    if not places:
        raise BadContent(f"{rooms} holds no modules: each lies in a folder of its own there")
    hard = hard_words.lists(folder)
    theirs = [check_glossary.check(folder, hard, today)] if (folder / glossary.ROOM).is_dir() else []
    try:
        terms = glossary.read(folder)
    except BadContent:
        terms = glossary.NONE
    return [*theirs, *(check_module(place, hard, terms, today) for place in places)]


def check_module(place: Path, hard: dict[str, HardWords], terms: dict[str, Terms], today: Day) -> Checked:
    faults = check_files.files(place)
    if faults:
        return Checked(module=place.name, findings=tuple(faults))
    texts, easy = texts_of(place, "{}.md"), texts_of(place, easy_file("{}"))
    about_file = f"{place.name}/module.toml"
    try:
        about = toml(place / "module.toml", ModuleWritten)
    except BadContent as bad:
        return Checked(module=place.name, findings=(check_about.unread(about_file, bad),))
    terms = modules.may_explain(about, terms)

    def words(language: str, text: str, bounds: Bounds = COMMON) -> Iterator[Finding]:
        return _text(place, about, language, text, hard[language], terms[language], bounds)

    findings = [
        *check_whole.whole(place, about, texts),
        *check_about.sources(about_file, about),
        *check_about.dates(about_file, about, today),
        *(one for language, text in texts.items() for one in words(language, text)),
        *(one for language, text in easy.items() for one in words(language, text, EASY)),
        *(finding for language in LANGUAGES for finding in _talk(place, language)),
        *_crisis(place, about),
        *_media(place),
    ]
    if not any(finding.weight == "mend" for finding in findings):
        findings += _served(place, terms)
    return Checked(
        module=place.name,
        state="held back" if about.crisis and about.review.state == "draft" else about.review.state,
        next=about.review.next,
        readers=sum(trial.readers for trial in about.tested_with),
        pemat=_shares(about.pemat),
        languages=(
            *(check_text.figures(text, language) for language, text in texts.items()),
            *(_easy_figures(text, language) for language, text in easy.items()),
        ),
        findings=tuple(findings),
    )


def texts_of(place: Path, name: str) -> dict[str, str]:
    paths = {language: place / name.format(language) for language in LANGUAGES}
    return {language: path.read_text("utf-8-sig", "replace") for language, path in paths.items() if path.is_file()}


def _easy_figures(text: str, language: str) -> LanguageFigures:
    return msgspec.structs.replace(check_text.figures(text, language), language=f"{language} easy")


def _text(
    place: Path, about: ModuleWritten, language: str, text: str, hard: HardWords, terms: Terms, bounds: Bounds
) -> Iterator[Finding]:
    file = f"{place.name}/{easy_file(language) if bounds is EASY else f'{language}.md'}"
    yield from check_form.headings(file, text)
    yield from check_form.pictures(file, text, place)
    yield from check_form.links(file, text)
    yield from check_form.numbers(file, text)
    yield from check_text.hardness(file, text, language, bounds)
    yield from check_text.explaining(file, text, hard, terms)
    if set(about.for_whom) != {"staff"}:  # those who work here know whom to call
        yield from check_form.calls(file, text)


def _talk(place: Path, language: str) -> Iterator[Finding]:
    file = f"{place.name}/{language}.toml"
    if not (place / f"{language}.toml").is_file():
        return
    try:
        talk = toml(place / f"{language}.toml", TeachBackTalk)
    except BadContent as bad:
        yield check_about.unread(file, bad)
        return
    options = (option for question in talk.questions for option in question.options)
    said = [talk.ask, *talk.points, *(question.text for question in talk.questions)]
    said += [words for option in options for words in (option.text, option.explain)]
    if not all(check_text.spoken(words) for words in said if words):
        yield Finding("mend", "missing-language", file, "is not written yet: somewhere there is only …")
    yield from check_text.hardness(file, "\n\n".join(said), "")


def _crisis(place: Path, about: ModuleWritten) -> Iterator[Finding]:
    """With its mark it is held back, which is no fault."""
    if about.review.state != "draft" or about.crisis:
        return
    for language in LANGUAGES:
        for path in (place / f"{language}.md", place / easy_file(language), place / f"{language}.toml"):
            text = path.read_text("utf-8", "replace") if path.is_file() else ""
            found = CRISIS.search(text)
            if found:
                says = f"speaks of a crisis («{found[0]}»). Write crisis = true: it is held back until it is reviewed"
                line = check_text.line_of(text, found[0])
                yield Finding("mend", "crisis", f"{place.name}/{path.name}", says, line)


def _media(place: Path) -> Iterator[Finding]:
    for path in media_files.beside(place):
        says = media_files.fault(path)
        if says:
            yield Finding("mend", "media", f"{place.name}/{path.name}", says)


def _served(place: Path, terms: dict[str, Terms]) -> Iterable[Finding]:
    """Read as strictly as the server does."""
    try:
        told = modules.read(place, terms)
    except BadContent as bad:
        yield check_about.unread(place.name, bad)
        return
    files = {f"{language}.md": module for language, module in told.languages.items()}
    files |= {easy_file(language): module for language, module in told.easy.items()}
    for file, module in files.items():
        weight = len(zlib.compress(msgspec.json.encode(module), level=9))
        if weight > HEAVIEST:
            says = f"weighs {weight:,} bytes as it is sent, {HEAVIEST:,} is the most. Make the drawings simpler"
            yield Finding("mend", "weight", f"{place.name}/{file}", says)


def _shares(sheets: tuple[Pemat, ...]) -> str:
    """The lowest of the raters: to understand / to act on, per cent."""
    parts = ([share for sheet in sheets if (share := sheet.share(part)) is not None] for part in (UNDERSTAND, ACT))
    return "/".join(str(min(part)) for part in parts if part)
