"""Words that many do not know, and whether a text explains them where they first stand."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from viktig.content.reading import LANGUAGES, Written, toml

LISTS: Final = Path(__file__).parent / "words"


class Words(Written, frozen=True):
    hard: dict[str, str]
    explained_by: tuple[str, ...]


class HardWords:
    """A list for one language, `words/<language>.toml`: beginnings of words, plain words for them, ways to explain."""

    def __init__(self, path: Path) -> None:
        read = toml(path, Words)
        self._plain = read.hard
        self._explained = re.compile("|".join(map(re.escape, read.explained_by)), re.IGNORECASE)
        stems = "|".join(map(re.escape, sorted(self._plain, key=len, reverse=True)))
        self._hard = re.compile(rf"\b(?P<stem>{stems})\w*", re.IGNORECASE)

    def explained(self, told: list[str]) -> bool:
        """Whether the first sentence explains its words, by itself or with the next one."""
        return "(" in told[0] or bool(self._explained.search(" ".join(told[:2])))

    def unexplained(self, told: list[str]) -> Iterator[tuple[str, str, str]]:
        """The word, plain words for it, and the sentence where it first stands without being explained."""
        met: set[str] = set()
        for at, sentence in enumerate(told):
            for found in self._hard.finditer(sentence):
                stem = found["stem"].lower()
                if stem not in met and not self.explained(told[at : at + 2]):
                    yield found[0], self._plain[stem], sentence
                met.add(stem)


def lists(folder: Path) -> dict[str, HardWords]:
    """An organisation may bring a list of words of its own, in a folder laid out like this one."""
    theirs = {language: folder / "words" / f"{language}.toml" for language in LANGUAGES}
    return {language: HardWords(path if path.is_file() else LISTS / path.name) for language, path in theirs.items()}
