"""The gate: may a module be published? It looks at everything and tells all it finds, never only the first fault."""

import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from viktig.content import check_about, check_form, check_glossary, check_text, glossary, hard_words, modules
from viktig.content.finding import Checked, Finding
from viktig.content.hard_words import HardWords
from viktig.content.modules import ModuleWritten
from viktig.content.pemat import ACT, UNDERSTAND, Pemat
from viktig.content.reading import LANGUAGES, BadContent, toml
from viktig.content.terms import Terms
from viktig.domain.module import TeachBackTalk
from viktig.domain.shape import Day

OWN: Final = Path(__file__).parent
HEAVIEST: Final = 12_000
"""Bytes of a module in one language as it is sent, drawings within."""
CRISIS: Final = re.compile(
    r"\b(selvmord|sjølvmord|suicid|selvskad|sjølvskad|self-harm|voldtekt|valdtekt|rape\b|overdose|tilbakefall|relapse)\w*",
    re.IGNORECASE,
)


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
    paths = {language: place / f"{language}.md" for language in LANGUAGES}
    texts = {language: path.read_text("utf-8-sig", "replace") for language, path in paths.items() if path.is_file()}
    about_file = f"{place.name}/module.toml"
    try:
        about = toml(place / "module.toml", ModuleWritten)
    except BadContent as bad:
        return Checked(module=place.name, findings=(check_about.unread(about_file, bad),))
    terms = modules.may_explain(about, terms)
    findings = [
        *_whole(place, about, texts),
        *check_about.sources(about_file, about),
        *check_about.dates(about_file, about, today),
        *(
            finding
            for language, text in texts.items()
            for finding in _text(place, language, text, hard[language], terms[language])
        ),
        *(finding for language, text in texts.items() for finding in _calls(place, about, language, text)),
        *(finding for language in LANGUAGES for finding in _talk(place, language)),
        *_crisis(place, about),
    ]
    if not any(finding.weight == "mend" for finding in findings):
        findings += _served(place, terms)
    return Checked(
        module=place.name,
        state=about.review.state,
        next=about.review.next,
        readers=sum(trial.readers for trial in about.tested_with),
        pemat=_shares(about.pemat),
        languages=tuple(check_text.figures(text, language) for language, text in texts.items()),
        findings=tuple(findings),
    )


def _whole(place: Path, about: ModuleWritten, texts: dict[str, str]) -> Iterator[Finding]:
    for language in LANGUAGES:
        for name in (f"{language}.md", f"{language}.toml"):
            if not (place / name).is_file():
                yield Finding("mend", "missing-language", f"{place.name}/{name}", "is not written")
        if language not in about.language or not about.language[language].author:
            says = f"does not say who wrote it in {language}: author under [language.{language}]"
            yield Finding("mend", "missing-language", f"{place.name}/module.toml", says)
    first = texts.get(LANGUAGES[0], "")
    for language, text in texts.items():
        for mark, name in (("## ", "screens"), ("![", "pictures"), ("](", "links and pictures")):
            if first and text.count(mark) != first.count(mark):
                says = f"has {text.count(mark)} {name}, {LANGUAGES[0]} has {first.count(mark)}"
                yield Finding("mend", "missing-language", f"{place.name}/{language}.md", says)
                break


def _text(place: Path, language: str, text: str, hard: HardWords, terms: Terms) -> Iterator[Finding]:
    file = f"{place.name}/{language}.md"
    yield from check_form.headings(file, text)
    yield from check_form.pictures(file, text, place)
    yield from check_form.links(file, text)
    yield from check_form.numbers(file, text)
    yield from check_text.hardness(file, text, language)
    yield from check_text.explaining(file, text, hard, terms)


def _calls(place: Path, about: ModuleWritten, language: str, text: str) -> Iterable[Finding]:
    """Those who work here know whom to call."""
    to_us = set(about.for_whom) == {"staff"}
    return () if to_us else check_form.calls(f"{place.name}/{language}.md", text)


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
    if about.review.state != "draft":
        return
    never = "It is never shown before it is reviewed"
    if about.crisis:
        yield Finding("mend", "crisis", f"{place.name}/module.toml", f"speaks of a crisis. {never}")
    for language in LANGUAGES:
        for path in (place / f"{language}.md", place / f"{language}.toml"):
            text = path.read_text("utf-8", "replace") if path.is_file() else ""
            found = CRISIS.search(text)
            if found:
                says = f"speaks of a crisis («{found[0]}»). {never}"
                line = check_text.line_of(text, found[0])
                yield Finding("mend", "crisis", f"{place.name}/{path.name}", says, line)


def _served(place: Path, terms: dict[str, Terms]) -> Iterable[Finding]:
    """Read as strictly as the server does."""
    try:
        _, told = modules.read(place, terms)
    except BadContent as bad:
        yield check_about.unread(place.name, bad)
        return
    for language, module in told.items():
        weight = len(zlib.compress(msgspec.json.encode(module), level=9))
        if weight > HEAVIEST:
            says = f"weighs {weight:,} bytes as it is sent, {HEAVIEST:,} is the most. Make the drawings simpler"
            yield Finding("mend", "weight", f"{place.name}/{language}.md", says)


def _shares(sheets: tuple[Pemat, ...]) -> str:
    """The lowest of the raters: to understand / to act on, per cent."""
    parts = ([share for sheet in sheets if (share := sheet.share(part)) is not None] for part in (UNDERSTAND, ACT))
    return "/".join(str(min(part)) for part in parts if part)
