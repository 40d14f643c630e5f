"""The gate for the whole: every language there, every source named, and looked at again in time."""

from collections.abc import Iterator
from pathlib import Path

from viktig.content import check_form
from viktig.content.finding import Finding
from viktig.content.modules import ModuleWritten, easy_file
from viktig.content.reading import LANGUAGES
from viktig.domain.shape import Day


def whole(place: Path, about: ModuleWritten, texts: dict[str, str]) -> Iterator[Finding]:
    for language in LANGUAGES:
        for name in (f"{language}.md", f"{language}.toml"):
            if not (place / name).is_file():
                yield Finding("mend", "missing-language", f"{place.name}/{name}", "is not written")
        if language not in about.language or not about.language[language].author:
            says = f"does not say who wrote it in {language}: author under [language.{language}]"
            yield Finding("mend", "missing-language", f"{place.name}/module.toml", says)
    easy = [(place / easy_file(language)).is_file() for language in LANGUAGES]
    for language, written in zip(LANGUAGES, easy, strict=True):
        if any(easy) and not written:
            says = "is not written: either every language has an easy text, or none"
            yield Finding("mend", "missing-language", f"{place.name}/{easy_file(language)}", says)
    first = texts.get(LANGUAGES[0], "")
    for language, text in texts.items():
        for mark, name in (("## ", "screens"), ("![", "pictures"), ("](", "links and pictures")):
            if first and text.count(mark) != first.count(mark):
                says = f"has {text.count(mark)} {name}, {LANGUAGES[0]} has {first.count(mark)}"
                yield Finding("mend", "missing-language", f"{place.name}/{language}.md", says)
                break


def sources(file: str, about: ModuleWritten) -> Iterator[Finding]:
    if not about.licence:
        yield Finding("mend", "module", file, "does not say under which licence others may use it")
    if not about.sources:
        yield Finding("mend", "missing-source", file, "names no source. Say where the advice comes from: [[sources]]")
    for source in about.sources:
        fault = check_form.fault_of_address(source.address) if source.address else ""
        if fault:
            yield Finding("mend", "broken-link", file, f"the address of «{source.name}» {fault}")
        if not source.opened:
            says = f"nobody has opened the source «{source.name}». Open it, and write the day: opened"
            yield Finding("look", "unopened-source", file, says)


def dates(file: str, about: ModuleWritten, today: Day) -> Iterator[Finding]:
    if about.review.next < today:
        says = f"should have been looked at again by {about.review.next}. Read the sources anew, then set a new day"
        yield Finding("mend", "overdue", file, says)
