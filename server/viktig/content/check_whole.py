"""The gate for the whole: everything is there in every language."""

from collections.abc import Iterator
from pathlib import Path

from viktig.content.finding import Finding
from viktig.content.modules import ModuleWritten, easy_file
from viktig.content.reading import LANGUAGES


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
