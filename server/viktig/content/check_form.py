"""The gate for how a text is laid out: headings, pictures, links, numbers."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from viktig.content.check_text import line_of
from viktig.content.drawing import OF_TEN
from viktig.content.finding import Finding
from viktig.content.markdown import ATTRIBUTES, DRAWN
from viktig.content.reading import written

UNDERLINED: Final = re.compile(r" {0,3}(=+|-+) *")
PICTURE: Final = re.compile(r"!\[([^][]*)]\(([^)(\s]*)\)")
LINK: Final = re.compile(r"(?<!!)\[([^][]*)]\(([^)(\n]*)\)")
TELEPHONE: Final = re.compile(r"tel:\+?\d{3,15}")
SO_MANY: Final = re.compile(r"\b(\d+) (?:av|of) (\d+)\b")
PER_CENT: Final = re.compile(r"\d[\d.,]*\s*(?:%|prosent|per ?cent)", re.IGNORECASE)
LEAST_TOLD: Final = 15
"""Letters: "a house" tells nobody what the picture is for."""
ELEMENT: Final = re.compile(r"<([A-Za-z]+)((?:\s+[\w:-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)")
SIZE: Final = re.compile(r"<svg\s[^>]*\bviewBox\s*=")
DRAWABLE: Final = tuple(name for name, allowed in ATTRIBUTES.items() if allowed >= DRAWN)
ATTRIBUTE: Final = re.compile(r"([\w:-]+)\s*=")


def headings(file: str, text: str) -> Iterator[Finding]:
    before, said, seen, above = "", True, False, ""
    for number, line in enumerate([*text.splitlines(), "## "], start=1):
        mark = re.match(r"#+(?= |$)", line)
        if not mark:
            if UNDERLINED.fullmatch(line) and above.strip():
                yield Finding("mend", "heading", file, "a heading begins with ##; a line below it makes none", number)
            above = line
            said = said or bool(line.strip())
            if line.strip() and before in ("", "#"):
                yield Finding("mend", "heading", file, "words before the first screen. A screen begins with ##", number)
                before = "##"
            continue
        if before == "##" and not said:
            yield Finding("mend", "heading", file, "a screen without words", number - 1)
        if (mark[0] == "#") == seen or len(mark[0]) > 2:
            says = "begin with one title under #; every screen after it under ##, and nothing deeper"
            yield Finding("mend", "heading", file, says, number)
        before, said, seen, above = mark[0][:2], False, True, ""


def pictures(file: str, text: str, folder: Path) -> Iterator[Finding]:
    for told, name in PICTURE.findall(text):
        line = line_of(text, f"]({name})")
        counted = OF_TEN.fullmatch(name)
        if len(told) < LEAST_TOLD:
            says = f"the picture {name} is not told in words. Say what it shows, for those who do not see it"
            yield Finding("mend", "picture", file, says, line)
        elif counted and not re.search(rf"\b{counted[1]}\b", told):
            yield Finding("mend", "picture", file, f"the words beside {name} do not say {counted[1]}", line)
        if not counted:
            for says in faults_of_drawing(folder / name):
                yield Finding("mend", "picture", file, f"{name} {says}", line)


def faults_of_drawing(path: Path) -> Iterator[str]:
    if path.suffix != ".svg" or not path.is_file():
        yield "is not here: a drawing is an SVG file beside the text" if path.suffix == ".svg" else "is not an SVG file"
        return
    drawn = written(path)
    if not SIZE.search(drawn):
        yield "does not say how large it is: viewBox in <svg>"
    for name, attributes in ELEMENT.findall(drawn):
        if name not in DRAWABLE:
            yield f"holds <{name}>, which the app takes away. Draw with {', '.join(DRAWABLE)}"
            continue
        lost = set(ATTRIBUTE.findall(attributes)) - ATTRIBUTES[name] - {"xmlns"}
        if lost:
            yield f"uses {', '.join(sorted(lost))} in <{name}>, which the app takes away"


def links(file: str, text: str) -> Iterator[Finding]:
    for words, address in LINK.findall(text):
        fault = fault_of_address(address)
        if fault or not words.strip():
            says = f"the link to {address or 'nothing'} {fault or 'has no words'}"
            yield Finding("mend", "broken-link", file, says, line_of(text, f"]({address})"))


def fault_of_address(address: str) -> str:
    """Only whether it can lead anywhere: the gate works without a network."""
    if TELEPHONE.fullmatch(address):
        return ""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return "is not an address"
    if parts.scheme != "https":
        return "leads nowhere: use tel: and a number, or https:// and an address"
    return "" if re.fullmatch(r"[\w-]+(\.[\w-]+)+", host) else "is not an address"


def numbers(file: str, text: str) -> Iterator[Finding]:
    for screen in re.split(r"^## ", text, flags=re.MULTILINE):
        drawn = {found[1] for _, name in PICTURE.findall(screen) if (found := OF_TEN.fullmatch(name))}
        words = PICTURE.sub("", screen)
        for told in (*SO_MANY.finditer(words), *PER_CENT.finditer(words)):
            if told.re is PER_CENT or told[2] != "10":
                says = f"«{told[0]}» is hard to picture. Say it as so many of 10"
            elif told[1] not in drawn:
                says = f"«{told[0]}» has no picture. Write ![what it shows]({told[1]}-of-10) below it"
            else:
                continue
            yield Finding("look", "number", file, says, line_of(text, told[0]))


def calls(file: str, text: str) -> Iterator[Finding]:
    missing = [number for number in ("116117", "113") if f"](tel:{number})" not in text]
    if missing:
        says = f"does not say when to call {' and '.join(missing)}. Write [{missing[-1]}](tel:{missing[-1]})"
        yield Finding("look", "whom-to-call", file, says)
