"""Texts with a format: nothing in them runs, is fetched from elsewhere, or is shown as other than it is written."""

import html
import re
from collections.abc import Iterator
from typing import Final

from viktig.domain.questionnaire import extensions as ext
from viktig.domain.questionnaire.checking_found import Found, difference, error, short
from viktig.domain.questionnaire.extensions import named
from viktig.domain.questionnaire.form import Node
from viktig.domain.questionnaire.resource import AnswerOption, Element, Extension

RUNS: Final = re.compile(
    r"<[\s/]*(script|iframe|object|embed|applet|form|input|button|meta|base|link|style|svg|math|frame|template)\b"
    r"|<[^<>]{0,500}[\s\"'/]on\w+\s*="
    r"|(java|vb)script\s*:"
    r"|data\s*:\s*text/html",
    re.IGNORECASE,
)
"""No part of it can take more than some hundred steps a character."""
TAG: Final = re.compile(r"<[\s/]*[a-z][^<>]{0,500}>|<!--", re.IGNORECASE)
LONGEST: Final = 20_000
HIDDEN: Final = re.compile("[\\x00-\\x20\\x7f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]+")
DEEPEST: Final = 4


def found(node: Node) -> Iterator[Found]:
    link = node.item.link_id
    told = dict.fromkeys(_formatted(node))
    for words in told:
        if len(words) > LONGEST:
            yield error(link, f"has a text longer than {LONGEST:,} characters")
            continue
        runs = _runs(words)
        if runs:
            yield error(link, f"has a text that could run or fetch something: {short(runs)}")
        elif ("![" in words and "](" in words) or "<img" in words.lower():
            yield difference(link, "has a picture within a text: it is not shown")
        elif TAG.search(words):
            yield difference(link, "has HTML within a text: its tags do not count")


def _runs(words: str) -> str:
    """What in a text would run, however it is disguised; empty when nothing would."""
    plain = words
    for _ in range(DEEPEST):
        for seen in dict.fromkeys((plain, HIDDEN.sub("", plain))):
            hit = RUNS.search(seen)
            if hit:
                return hit[0]
        plain, before = html.unescape(plain), plain
        if plain == before:
            break
    return ""


def _formatted(node: Node) -> Iterator[str]:
    yield from _beside(node.item.text_more)
    for option in node.options:
        yield from _of_option(option)
    for one in named(node.item.extension, ext.SUBLABEL):
        yield from (one.value_markdown, one.value_string)
        yield from _beside(one.value_markdown_more)
        yield from _beside(one.value_string_more)


def _of_option(option: AnswerOption) -> Iterator[str]:
    yield from _beside(option.more)
    if option.value_coding:
        yield from _beside(option.value_coding.more)


def _beside(more: Element | None) -> Iterator[str]:
    for one in named(more.extension if more else (), ext.MARKDOWN, ext.XHTML):
        yield from (one.value_markdown, one.value_string)
        yield from _beside(one.value_markdown_more)
        yield from _beside(one.value_string_more)
    for one in named(more.extension if more else (), ext.TRANSLATION):
        yield from _content(one)


def _content(translation: Extension) -> Iterator[str]:
    for part in translation.extension:
        if part.url == "content":
            yield part.value_markdown
