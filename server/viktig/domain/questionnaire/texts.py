"""What a person reads of a form. Texts are whole in the form's own language, others are translations beside them."""

from collections.abc import Iterator

from viktig.domain.questionnaire.extensions import EXAMPLE, SUBLABEL, TRANSLATION, controls, first, named
from viktig.domain.questionnaire.resource import AnswerOption, Element, Item, Questionnaire


def languages(more: Element | None) -> set[str]:
    """The languages that a text is translated to."""
    told = named(more.extension, TRANSLATION) if more else ()
    return {part.value_code for extension in told for part in extension.extension if part.url == "lang"}


def translated(said: str, more: Element | None, language: str) -> str:
    """The words in a language, else in the form's own."""
    for extension in named(more.extension, TRANSLATION) if more else ():
        parts = {part.url: part for part in extension.extension}
        if "lang" in parts and parts["lang"].value_code == language and "content" in parts:
            return parts["content"].value_string or parts["content"].value_markdown
    return said


def text(item: Item, language: str) -> str:
    return translated(item.text, item.text_more, language)


def display(option: AnswerOption, language: str) -> str:
    """How an option reads."""
    if option.value_coding:
        return translated(option.value_coding.display, option.value_coding.more, language) or option.value_coding.code
    if option.value_string is not None:
        return translated(option.value_string, option.more, language)
    plain = (option.value_integer, option.value_date, option.value_time)
    return str(next((one for one in plain if one is not None), ""))


def title(questionnaire: Questionnaire, language: str) -> str:
    return translated(questionnaire.title, questionnaire.title_more, language)


def hint(item: Item, language: str) -> str:
    """The help that stands under a question: a text below it with the control `help`, or a sublabel."""
    for child in item.item:
        if child.type in ("display", "text") and "help" in controls(child):
            return text(child, language)
    below = first(item.extension, SUBLABEL)
    if below is None:
        return ""
    own = below.value_string or below.value_markdown
    return translated(own, below.value_string_more or below.value_markdown_more, language)


def examples(item: Item, language: str) -> tuple[str, ...]:
    """How somebody else might answer."""
    return tuple(translated(e.value_string, e.value_string_more, language) for e in named(item.extension, EXAMPLE))


def told(item: Item) -> Iterator[Element | None]:
    """All that a person reads of one item but what lies below it, as far as its translations go."""
    if item.text:
        yield item.text_more
    for option in item.answer_option:
        if option.value_coding and option.value_coding.display:
            yield option.value_coding.more
        elif option.value_string:
            yield option.more
    yield from (extension.value_string_more for extension in named(item.extension, EXAMPLE))
