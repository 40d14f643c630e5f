"""Sound and films beside the texts of a module: `nb.mp3` tells nb.md, `nb.mp4` shows it (as in sign language)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

from viktig.content.reading import LANGUAGES
from viktig.domain.questionnaire.media import SUFFIX, known

KINDS: Final[dict[str, Literal["sound", "film"]]] = {
    ".mp3": "sound",
    ".m4a": "sound",
    ".ogg": "sound",
    ".mp4": "film",
    ".webm": "film",
}
OTHERS: Final = {".aac", ".avi", ".flac", ".m4v", ".mkv", ".mov", ".oga", ".opus", ".wav", ".wma", ".wmv"}
"""Sound and films that not every phone plays, or that are heavy: refused, not left out in silence."""
LARGEST: Final = 20_000_000
"""Bytes of one file."""


def beside(place: Path) -> list[Path]:
    """Every sound and film that lies beside the texts, also where its name says no language."""
    return sorted(path for path in place.iterdir() if path.suffix.lower() in {*KINDS, *OTHERS})


def of_language(place: Path, language: str, *, easy: bool = False) -> Iterator[Path]:
    stem = f"{language}.easy" if easy else language
    return (path for path in beside(place) if path.stem == stem and path.suffix in KINDS)


def fault(path: Path) -> str:
    """Why it cannot be taken; empty when it can."""
    if path.suffix.lower() in OTHERS:
        return f"cannot be taken: make {', '.join(KINDS)} of it"
    if path.stem.removesuffix(".easy") not in LANGUAGES or path.suffix not in KINDS:
        return f"belongs to no text. Name it by its language, such as {LANGUAGES[0]}{path.suffix.lower()}"
    if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST:
        return f"is larger than {LARGEST // 1_000_000} MB, or lies elsewhere"
    with path.open("rb") as source:
        kind = known(source.read(64))
    return "" if SUFFIX.get(kind) == path.suffix else "is not what its name says (mp3, m4a, ogg, mp4, webm are taken)"
