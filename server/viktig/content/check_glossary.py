"""The gate for the glossary: whole in each language, in short sentences, no hard word explained by another one."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from viktig.content import check_about, check_files, glossary
from viktig.content.check_text import COMMON, length, spoken
from viktig.content.finding import Checked, Finding, LanguageFigures
from viktig.content.glossary import GlossaryWritten, TermsWritten, TermWritten
from viktig.content.hard_words import HardWords
from viktig.content.reading import LANGUAGES, BadContent, toml
from viktig.domain.shape import Day

GLOSSARY: Final = "glossary"
"""Its name in the table of modules."""


def check(folder: Path, hard: Mapping[str, HardWords], today: Day) -> Checked:
    """An organisation's glossary explains what ours does not, or better."""
    room = folder / glossary.ROOM
    faults = check_files.files(room)
    if faults:
        return Checked(module=GLOSSARY, findings=tuple(faults))
    about_file = f"{GLOSSARY}/glossary.toml"
    try:
        about = toml(room / "glossary.toml", GlossaryWritten)
        written = {language: _written(room, language) for language in LANGUAGES}
        ours = {language: _written(glossary.OWN / glossary.ROOM, language) for language in LANGUAGES}
    except BadContent as bad:
        return Checked(module=GLOSSARY, findings=(check_about.unread(GLOSSARY, bad),))
    findings = [
        *check_about.sources(about_file, about),
        *check_about.dates(about_file, about, today),
        *(finding for language in LANGUAGES for finding in _missing(language, written, ours)),
        *(finding for language, terms in written.items() for finding in _long(language, terms)),
        *(finding for language, terms in written.items() for finding in _hard(language, terms, hard[language])),
    ]
    if not any(finding.weight == "mend" for finding in findings):
        findings += _served(folder)
    return Checked(
        module=GLOSSARY,
        state=about.review.state,
        next=about.review.next,
        languages=tuple(_figures(language, terms) for language, terms in written.items() if terms),
        findings=tuple(findings),
    )


def _written(room: Path, language: str) -> dict[str, TermWritten]:
    path = room / f"{language}.toml"
    return toml(path, TermsWritten).terms if path.is_file() else {}


def _sentences(terms: Mapping[str, TermWritten]) -> list[str]:
    return [sentence for term in terms.values() for sentence in spoken(term.means)]


def _figures(language: str, terms: Mapping[str, TermWritten]) -> LanguageFigures:
    lengths = [length(sentence) for sentence in _sentences(terms)]
    return LanguageFigures(language=language, words=sum(lengths), lix=None, longest=max(lengths, default=0))


Written = Mapping[str, Mapping[str, TermWritten]]


def _missing(language: str, written: Written, ours: Written) -> Iterator[Finding]:
    missing = {id for terms in written.values() for id in terms} - {*written[language], *ours[language]}
    if missing:
        says = f"does not explain {', '.join(sorted(missing))}"
        yield Finding("mend", "missing-language", f"{GLOSSARY}/{language}.toml", says)


def _long(language: str, terms: Mapping[str, TermWritten]) -> Iterator[Finding]:
    long = [sentence for sentence in _sentences(terms) if length(sentence) > COMMON.long]
    if long:
        says = f"sentences of more than {COMMON.long} words. Make two of each:"
        yield Finding("mend", "long-sentence", f"{GLOSSARY}/{language}.toml", says, mend=tuple(long))


def _hard(language: str, terms: Mapping[str, TermWritten], hard: HardWords) -> Iterator[Finding]:
    for id, term in terms.items():
        own = tuple(form.removesuffix("-").lower() for form in (term.word, *term.forms))
        for word, easier, sentence in hard.unexplained(spoken(term.means)):
            if not word.lower().startswith(own):
                says = f"{id} is explained by a hard word, «{word}». Plain words: {easier}"
                yield Finding("look", "hard-word", f"{GLOSSARY}/{language}.toml", says, mend=(sentence,))


def _served(folder: Path) -> Iterator[Finding]:
    """Read as strictly as the server does."""
    try:
        glossary.read(folder)
    except BadContent as bad:
        yield check_about.unread(GLOSSARY, bad)
