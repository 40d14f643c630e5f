"""May a form be used, and will it be what is written? Told to whoever loads it, item by item.

An error: the form cannot be used. A difference: something would be shown or behave differently from what is written. A
note: good to know. What is neither understood nor harmless (`checking_known.py`) is named: nothing is dropped silently.
"""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import NamedTuple

import msgspec

from viktig.domain.questionnaire import (
    checking_conditions,
    checking_elements,
    checking_extensions,
    checking_initial,
    checking_json,
    checking_limits,
    checking_options,
    checking_scores,
    checking_shape,
    checking_whole,
    checking_words,
    media,
)
from viktig.domain.questionnaire.checking_found import Found, difference, error, short
from viktig.domain.questionnaire.checking_json import Json
from viktig.domain.questionnaire.form import Form
from viktig.domain.questionnaire.resource import Questionnaire

MOST_STRANGE = 500


class Checked(NamedTuple):
    """`form` is None where it cannot be read whole; `canonical` is its name as far as it says one."""

    form: Questionnaire | None
    found: tuple[Found, ...]
    canonical: str = ""

    @property
    def errors(self) -> tuple[Found, ...]:
        return tuple(one for one in self.found if one.weight == "error")

    @property
    def differences(self) -> tuple[Found, ...]:
        return tuple(one for one in self.found if one.weight == "difference")


def check(body: bytes) -> Checked:
    """Never raises, whatever the bytes are; takes time in proportion to them."""
    raw, wrong = checking_json.read(body)
    if raw is None:
        return Checked(None, wrong)
    readable = checking_shape.Readable(raw)
    canonical = "|".join(short(raw[name], 200) for name in ("url", "version") if isinstance(raw.get(name), str))
    found = [*wrong, *readable.found]
    if readable.rest is None:
        return Checked(None, tuple(found), canonical)
    try:
        form = msgspec.convert(readable.rest, Questionnaire)
        found += (one for one in _found(readable.rest, form, readable.unsure) if one.link_id not in readable.unsure)
    except RecursionError:
        return Checked(None, (*found, error("", "is nested too deep")), canonical)
    return Checked(None if wrong or readable.found else form, tuple(dict.fromkeys(found)), canonical)


def _found(raw: Json, questionnaire: Questionnaire, unsure: Collection[str]) -> Iterator[Found]:
    form = Form(questionnaire)
    yield from checking_whole.found(questionnaire)
    yield from checking_extensions.too_many(form)
    yield from checking_extensions.expressions(questionnaire.extension, "")
    too_many = (*checking_options.too_many(form), *checking_limits.too_many(form))
    yield from too_many
    if too_many:
        return
    for node in (one for root in form.roots for one in root.below()):
        yield from checking_options.found(form, node)
        yield from checking_limits.found(node)
        yield from checking_initial.found(node)
        yield from checking_extensions.found(node)
        yield from checking_words.found(node)
    yield from checking_conditions.found(form, unsure)
    yield from () if unsure else checking_scores.found(form)
    yield from (error(link, wrong) for link, one in media.every(form) if (wrong := media.fault(one)))
    strange = checking_elements.found(raw)
    yield from islice(strange, MOST_STRANGE)
    if next(strange, None):
        yield difference("", f"holds more than {MOST_STRANGE:,} elements that are not understood; the rest is not told")
