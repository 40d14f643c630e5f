"""The glossary: for each language a file of terms, and glossary.toml, which says whose words they are."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from viktig.content import hard_words
from viktig.content.modules import LanguageWritten, ReviewWritten, SourceWritten, demand_review
from viktig.content.reading import LANGUAGES, Written, demand, reading, toml
from viktig.content.terms import Terms, Word
from viktig.domain.module import Sentence, Term
from viktig.domain.shape import Line

OWN: Final = Path(__file__).parent
ROOM: Final = "glossary"

Form = Annotated[str, Meta(pattern=r"^\w.*[\w-]$", max_length=60)]
NONE: Final = {language: Terms((), (), words) for language, words in hard_words.lists(OWN).items()}


class TermWritten(Written, frozen=True):
    """`forms`: how it is written in a text, see `Word`; without any it is the word with each of the endings."""

    word: Form
    means: Sentence
    forms: tuple[Form, ...] = ()


class TermsWritten(Written, frozen=True):
    """`endings`: what may follow a form that ends in `-`."""

    terms: dict[str, TermWritten]
    endings: tuple[Line, ...] = ()


class GlossaryWritten(Written, frozen=True):
    """How far the terms have been tried, who wrote them, where they come from: as in module.toml."""

    licence: Line
    review: ReviewWritten
    language: dict[str, LanguageWritten] = {}
    sources: tuple[SourceWritten, ...] = ()


def read(folder: Path) -> dict[str, Terms]:
    """Ours for each language; a folder laid out like this one may bring more, or ours in other words."""
    found: dict[str, dict[str, Word]] = {language: {} for language in LANGUAGES}
    endings: dict[str, tuple[str, ...]] = {}
    rooms = [place / ROOM for place in dict.fromkeys((OWN, folder)) if (place / ROOM).is_dir()]
    for room in rooms:
        reviewed = _reviewed(room)
        for path in (room / f"{language}.toml" for language in LANGUAGES):
            if room.parent == OWN or path.is_file():
                written = toml(path, TermsWritten)
                endings[path.stem] = written.endings or endings[path.stem]
                with reading(path):
                    found[path.stem] |= {id: _word(id, term, reviewed) for id, term in written.terms.items()}
                    _demand_each_form_once(found[path.stem])
    for room in rooms[-1:]:
        for language in LANGUAGES:
            with reading(room / f"{language}.toml"):
                missing = sorted({id for words in found.values() for id in words} - set(found[language]))
                demand(not missing, f"does not explain {', '.join(missing)}")
    lists = hard_words.lists(folder)
    return {language: Terms(found[language].values(), endings[language], lists[language]) for language in LANGUAGES}


def _reviewed(room: Path) -> bool:
    about = toml(room / "glossary.toml", GlossaryWritten)
    with reading(room / "glossary.toml"):
        demand(about.sources, "no sources")
        demand(set(about.language) == set(LANGUAGES), f"languages are {', '.join(LANGUAGES)}")
        return demand_review(about.review, about.language)


def _word(id: str, written: TermWritten, reviewed: bool) -> Word:
    term = msgspec.convert({"id": id, "word": written.word, "means": written.means}, Term)
    return Word(term, written.forms or (f"{written.word}-",), reviewed)


def _demand_each_form_once(words: Mapping[str, Word]) -> None:
    whose: dict[str, str] = {}
    for id, word in words.items():
        for form in word.forms:
            other = whose.setdefault(form.removesuffix("-").lower(), id)
            demand(other == id, f"{form} is both {other} and {id}")
