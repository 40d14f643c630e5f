"""The gate for words: how hard a text is, how long its sentences are, which words nobody explains."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from viktig.content.finding import Finding, LanguageFigures, Weight
from viktig.content.hard_words import HardWords
from viktig.content.markdown import MARKDOWN, plain
from viktig.content.modules import words
from viktig.content.readability import EASY_GOAL, GOAL, LEAST_WORDS, LIMIT, LONG, WORD
from viktig.content.sentences import sentences
from viktig.content.terms import Terms

MEASURED: Final = ("nb", "nn")
"""LIX is made for the Scandinavian languages."""


class Bounds(NamedTuple):
    """Of LIX, and of the words in a sentence: what is worth a look, and what is too much."""

    goal: int
    limit: int
    long: int
    longest: int


COMMON: Final = Bounds(GOAL, LIMIT, 20, 30)
EASY: Final = Bounds(EASY_GOAL, EASY_GOAL, 15, 20)
"""For what calls itself easy to read, its goal is its limit."""
SHOWN: Final = 3
"""So many sentences are shown: more than one mends at a sitting only discourages."""
POINT: Final = re.compile(r"^(?=([-+*]|\d+\.) )", re.MULTILINE)


def spoken(text: str) -> list[str]:
    """The sentences of a text; every point of a list is one."""
    return [sentence for sentence in sentences(plain(POINT.sub("\n", text))) if WORD.search(sentence)]


def figures(text: str, language: str) -> LanguageFigures:
    counted = words(text)
    fits = language in MEASURED and counted.words >= LEAST_WORDS
    return LanguageFigures(
        language=language,
        words=counted.words,
        lix=counted.lix if fits else None,
        longest=max(map(length, spoken(text)), default=0),
    )


def length(sentence: str) -> int:
    return len(WORD.findall(sentence))


def effort(sentence: str) -> int:
    """What a sentence adds to LIX: its length, and its long words above all."""
    found = WORD.findall(sentence)
    return len(found) + 3 * sum(len(word) > LONG for word in found)


def hardness(file: str, text: str, language: str, bounds: Bounds = COMMON) -> Iterator[Finding]:
    told, counted = spoken(text), figures(text, language)
    if counted.lix is not None and counted.lix > bounds.goal:
        weight: Weight = "mend" if counted.lix > bounds.limit else "look"
        limit = f", above {bounds.limit} is not published" if bounds.limit > bounds.goal else ""
        says = f"hard to read: LIX {counted.lix:.1f}. The goal is {bounds.goal}{limit}"
        hardest = sorted(told, key=effort, reverse=True)[:SHOWN]
        yield Finding(weight, "hard-text", file, f"{says}. Begin with these sentences:", mend=tuple(hardest))
    by_length = sorted(told, key=length, reverse=True)
    much = [sentence for sentence in by_length if length(sentence) > bounds.longest]
    some = [sentence for sentence in by_length if bounds.long < length(sentence) <= bounds.longest]
    if much:
        weight = "look" if counted.lix is not None else "mend"
        says = f"sentences of more than {bounds.longest} words. Make two or three of each:"
        yield Finding(weight, "long-sentence", file, says, mend=tuple(much[:SHOWN]))
    if some:
        says = f"sentences of more than {bounds.long} words. Can they be shorter?"
        yield Finding("look", "long-sentence", file, says, mend=tuple(some[:SHOWN]))


def explaining(file: str, text: str, hard: HardWords, terms: Terms) -> Iterator[Finding]:
    in_place = terms.link(MARKDOWN.parse(text, {}))
    for word, easier, sentence in hard.unexplained(spoken(text)):
        if terms.called(word) in in_place:
            continue
        says = f"«{word}» is not explained. Plain words: {easier}"
        yield Finding("look", "hard-word", file, says, line_of(text, word), (sentence,))


def line_of(text: str, fragment: str) -> int:
    at = text.find(fragment)
    return text.count("\n", 0, at) + 1 if at >= 0 else 0
