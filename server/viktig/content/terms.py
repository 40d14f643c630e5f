"""Words of the glossary in a text: the first place on a screen where one stands opens what it means."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

import msgspec
from markdown_it.token import Token

from viktig.content.hard_words import HardWords
from viktig.content.sentences import sentences
from viktig.domain.module import Term

BREAKS: Final = {"softbreak": "\n", "hardbreak": "\n", "image": " "}
BETWEEN: Final = "\n\n"
"""Between two paragraphs; `sentences` reads it so."""
WORD: Final = re.compile(r"\w[\w-]*")


class Word(msgspec.Struct, frozen=True):
    """`forms`: as it is written in a text. When one ends in `-`, any of the language's endings may follow.

    A form with a capital letter is found only so: ROP is not what somebody does who needs help.
    """

    term: Term
    forms: tuple[str, ...]
    reviewed: bool


class Place(NamedTuple):
    start: int
    end: int
    term: Term


class Piece(NamedTuple):
    """What a screen is made of, and where its words begin in the text of the screen. `free`: may become a link."""

    token: Token
    start: int
    free: bool

    @property
    def words(self) -> str:
        return BREAKS.get(self.token.type, self.token.content)


class Terms:
    """The glossary in one language."""

    def __init__(self, words: Iterable[Word], endings: Sequence[str], hard: HardWords) -> None:
        self.words = tuple(words)
        self._endings, self._hard = endings, hard
        self._by_form = {
            written: word.term for word in self.words for form in word.forms for written in _written(form, endings)
        }
        """A regular expression of so many words would take a second to read a dozen modules."""
        self._longest: dict[str, int] = {}
        for written in self._by_form:
            first, *more = written.lower().split()
            self._longest[first] = max(self._longest.get(first, 0), 1 + len(more))

    @cached_property
    def reviewed(self) -> "Terms":
        """What may stand in a reviewed text."""
        return Terms((word for word in self.words if word.reviewed), self._endings, self._hard)

    def called(self, written: str) -> Term | None:
        """The term that is written so."""
        plain = " ".join(written.split())
        return self._by_form.get(plain) or self._by_form.get(plain.lower())

    def link(self, tokens: Sequence[Token]) -> tuple[Term, ...]:
        """Makes links in one screen of markdown, and tells the terms they lead to in the order of the text.

        No heading or drawing gets one, no sentence with a link of its own, nor a word which the sentence where it first
        stands explains.
        """
        blocks = [
            block for before, block in pairwise(tokens) if block.type == "inline" and before.type != "heading_open"
        ]
        pieces, start = [], 0
        for block in blocks:
            pieces.append(list(_pieces(block, start)))
            start += sum(len(piece.words) for piece in pieces[-1]) + len(BETWEEN)
        places = list(self._places([piece for some in pieces for piece in some], _text(pieces)))
        for block, some in zip(blocks, pieces, strict=True):
            block.children = [token for piece in some for token in _cut(piece, places)]
        return tuple(place.term for place in places)

    def _places(self, pieces: list[Piece], text: str) -> Iterator[Place]:
        free = [(piece.start, piece.start + len(piece.words)) for piece in pieces if piece.free]
        links = [piece.start for piece in pieces if piece.token.type == "text" and not piece.free]
        told = list(_placed(text))
        met: set[str] = set()
        for place in self._found(text):
            if place.term.id in met or not any(begin <= place.start and place.end <= end for begin, end in free):
                continue
            at = max(at for at, (begin, _) in enumerate(told) if begin <= place.start)
            begin, sentence = told[at]
            # Who is to call somebody must not hit a word beside the number.
            if any(begin <= link < begin + len(sentence) for link in links):
                continue
            met.add(place.term.id)
            if not self._hard.explained([sentence for _, sentence in told[at : at + 2]]):
                yield place

    def _found(self, text: str) -> Iterator[Place]:
        """Every place, of several terms that begin with one word the longest."""
        words, at = list(WORD.finditer(text)), 0
        while at < len(words):
            begin, step = words[at].start(), 1
            for count in range(min(self._longest.get(words[at][0].lower(), 0), len(words) - at), 0, -1):
                end = words[at + count - 1].end()
                if term := self.called(text[begin:end]):
                    yield Place(begin, end, term)
                    step = count
                    break
            at += step


def _written(form: str, endings: Iterable[str]) -> Iterator[str]:
    stem = form.removesuffix("-")
    yield stem
    if form != stem:
        yield from (stem + ending for ending in endings)


def _pieces(block: Token, start: int) -> Iterator[Piece]:
    inside = 0
    for token in block.children or ():
        inside += token.nesting if token.tag == "a" else 0
        yield (piece := Piece(token, start, free=token.type == "text" and not inside))
        start += len(piece.words)


def _text(pieces: list[list[Piece]]) -> str:
    return BETWEEN.join("".join(piece.words for piece in some) for some in pieces)


def _placed(text: str) -> Iterator[tuple[int, str]]:
    """The sentences, each with the place where it begins."""
    end = 0
    for sentence in sentences(text):
        start = text.index(sentence, end)
        end = start + len(sentence)
        yield start, sentence


def _cut(piece: Piece, places: list[Place]) -> Iterator[Token]:
    token, words, done = piece.token, piece.words, 0
    if not piece.free:
        yield token
        return
    for place in places:
        begin, end = place.start - piece.start, place.end - piece.start
        if begin >= 0 and end <= len(words):
            yield Token("text", "", 0, content=words[done:begin])
            yield Token("link_open", "a", 1, attrs={"class": "term", "href": f"#word-{place.term.id}"})
            yield Token("text", "", 0, content=words[begin:end])
            yield Token("link_close", "a", -1)
            done = end
    yield Token("text", "", 0, content=words[done:])
