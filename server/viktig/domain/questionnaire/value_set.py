"""The options of a value set that a form contains."""

from collections.abc import Iterator

from viktig.domain.questionnaire.extensions import TRANSLATION
from viktig.domain.questionnaire.resource import AnswerOption, Coding, Concept, Contained, Element, Extension


def offered(contained: Contained) -> tuple[AnswerOption, ...]:
    """What a contained value set offers: its expansion where it has one, else what its definition lists."""
    listed = list(_flat(contained.expansion.contains, "")) if contained.expansion else []
    if not listed and contained.compose:
        listed = [one for part in contained.compose.include for one in _flat(part.concept, part.system)]
    return tuple(AnswerOption(value_coding=one) for one in listed)


def _flat(concepts: tuple[Concept, ...], system: str) -> Iterator[Coding]:
    for one in concepts:
        told = tuple(_translation(each.language, each.value) for each in one.designation if each.language)
        more = Element(extension=(*(one.more.extension if one.more else ()), *told))
        if one.code:
            yield Coding(
                system=one.system or system, code=one.code, display=one.display, more=more, extension=one.extension
            )
        yield from _flat(one.contains, system)


def _translation(language: str, words: str) -> Extension:
    parts = (Extension(url="lang", value_code=language), Extension(url="content", value_string=words))
    return Extension(url=TRANSLATION, extension=parts)
