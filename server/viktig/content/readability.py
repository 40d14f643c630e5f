"""How hard a text is to read: LIX (Björnsson 1968). A pointer only; readers are the proof."""

import re
from typing import Final

import msgspec

from viktig.content.sentences import sentences

GOAL: Final = 35
"""Shipped texts in bokmål and nynorsk reach this."""
LIMIT: Final = 45
"""A harder text is not published."""
EASY_GOAL: Final = 25
"""What calls itself easy to read reaches this."""
LEAST_WORDS: Final = 100
"""LIX says nothing about shorter texts."""
LONG: Final = 6
"""A word with more letters than this is long."""

WORD: Final = re.compile(r"\d+(?:[.,:]\d+)+|[^\W_]+(?:[-’'][^\W_]+)*")


class Count(msgspec.Struct, frozen=True):
    words: int
    sentences: int
    long_words: int

    @property
    def lix(self) -> float:
        """words / sentences + 100 * long words / words; 0 for a text without words."""
        if not self.words:
            return 0.0
        return self.words / max(self.sentences, 1) + 100 * self.long_words / self.words


def count(text: str) -> Count:
    """Plain text. A paragraph is a sentence even without a full stop (a heading); a point of a list is not."""
    told = [words for sentence in sentences(text) if (words := WORD.findall(sentence))]
    return Count(
        words=sum(map(len, told)),
        sentences=len(told),
        long_words=sum(len(word) > LONG for words in told for word in words),
    )


def lix(text: str) -> float:
    return count(text).lix
