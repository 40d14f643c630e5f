"""May a form be used, and will it be what is written? Told to whoever loads it, item by item.

An error: the form cannot be used. A difference: something would be shown or behave differently from what is written. A
note: good to know. What is neither understood nor harmless (`checking_known.py`) is named: nothing is dropped silently.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import msgspec

from viktig.domain.questionnaire import (
    checking_conditions,
    checking_elements,
    checking_extensions,
    checking_initial,
    checking_limits,
    checking_options,
    checking_scores,
    checking_shape,
    checking_whole,
    checking_words,
    media,
)
from viktig.domain.questionnaire.checking_found import Found, difference, error
from viktig.domain.questionnaire.checking_shape import Json
from viktig.domain.questionnaire.form import Form
from viktig.domain.questionnaire.resource import Questionnaire

PLACE = re.compile(r"\[(\d+)\]")
MOST_STRANGE = 500


class Checked(NamedTuple):
    """`form` is None where it cannot even be read."""

    form: Questionnaire | None
    found: tuple[Found, ...]

    @property
    def errors(self) -> tuple[Found, ...]:
        return tuple(one for one in self.found if one.weight == "error")

    @property
    def differences(self) -> tuple[Found, ...]:
        return tuple(one for one in self.found if one.weight == "difference")


def check(body: bytes) -> Checked:
    """Never raises, whatever the bytes are; takes time in proportion to them."""
    raw, wrong = checking_shape.read(body)
    if raw is None or wrong:
        return Checked(None, wrong)
    try:
        questionnaire = msgspec.convert(raw, Questionnaire)
        return Checked(questionnaire, tuple(dict.fromkeys(_found(raw, questionnaire))))
    except msgspec.ValidationError as fault:
        return Checked(None, (error(_link(raw, str(fault)), f"is not FHIR R4: {_said(fault)}"),))
    except RecursionError:
        return Checked(None, (error("", "is nested too deep"),))


def _found(raw: Json, questionnaire: Questionnaire) -> Iterator[Found]:
    form = Form(questionnaire)
    yield from checking_whole.found(questionnaire)
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
    yield from checking_conditions.found(form)
    yield from checking_scores.found(form)
    yield from (error(link, wrong) for link, one in media.every(form) if (wrong := media.fault(one)))
    strange = checking_elements.found(raw)
    yield from islice(strange, MOST_STRANGE)
    if next(strange, None):
        yield difference("", f"holds more than {MOST_STRANGE:,} elements that are not understood; the rest is not told")


def _said(fault: msgspec.ValidationError) -> str:
    """In the words of the reader, with the last step of the way instead of the whole."""
    says, _, path = str(fault).partition(" - at `")
    return f"{path.rstrip('`').rpartition('.')[2]}: {says}" if path else says


def _link(raw: Json, fault: str) -> str:
    """The linkId of the innermost item on the way that the fault tells, as `$.item[0].item[2].type`."""
    link, at = "", raw
    for step in fault.partition("$.")[2].split("."):
        if not step.startswith("item["):
            break
        at = at["item"][int(PLACE.findall(step)[0])]
        link = at["linkId"]
    return link
