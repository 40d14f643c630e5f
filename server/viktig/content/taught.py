"""What is offered now, as the figures on learning need it: titles, talks, and how hard each text is."""

import re
from html import unescape
from typing import Final
from weakref import WeakKeyDictionary

import msgspec

from viktig.content.check_text import MEASURED
from viktig.content.library import Library
from viktig.content.readability import LEAST_WORDS, Count, count
from viktig.domain.learning import Taught
from viktig.domain.module import Module

PARAGRAPH: Final = re.compile(r"</?(?:p|ul|ol|blockquote)[^>]*>")
DRAWING: Final = re.compile(r"<svg.*?</svg>", re.DOTALL)
MARK: Final = re.compile(r"<[^>]+>")
KEPT: Final = WeakKeyDictionary[Module, Taught]()
"""Counting the words takes time, so it is done once for as long as a module is on any shelf."""


def taught(library: Library, organization: str) -> tuple[Taught, ...]:
    """Every module that may be read there, in every language; the text in short sentences is told with the other."""
    shelf = library.shelf(organization).values()
    return tuple(
        msgspec.structs.replace(_kept(module), tags=told.tags) for told in shelf for module in told.languages.values()
    )


def _kept(module: Module) -> Taught:
    known = KEPT.get(module)
    if known is None:
        known = KEPT[module] = _taught(module)
    return known


def _taught(module: Module) -> Taught:
    counted = words(module)
    fits = module.language in MEASURED and counted.words >= LEAST_WORDS
    return Taught(
        module=module.id,
        language=module.language,
        title=module.title,
        version=module.version,
        state=module.review.state,
        next=module.review.next,
        for_staff=set(module.for_whom) == {"staff"},
        screens=tuple(step.title for step in module.steps),
        talk=module.teach_back,
        lix=round(counted.lix, 1) if fits else None,
        sentence=round(counted.words / max(counted.sentences, 1), 1),
    )


def words(module: Module) -> Count:
    """Title, headings and text, counted as the gate does."""
    parts = [module.title, *(f"{step.title}\n\n{plain(step.html)}" for step in module.steps)]
    return count("\n\n".join(parts))


def plain(html: str) -> str:
    return unescape(MARK.sub("", PARAGRAPH.sub("\n\n", DRAWING.sub("", html))))
