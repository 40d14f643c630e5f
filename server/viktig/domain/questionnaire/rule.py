"""What one question allows of a single answer. The web app's twin is `broken` in `domain/questionnaire/rules.ts`."""

import re
from collections.abc import Mapping
from typing import Final, Literal

from msgspec.structs import astuple

from viktig.domain.questionnaire import extensions as ext
from viktig.domain.questionnaire.extensions import first, named, whole
from viktig.domain.questionnaire.form import CHOICES, Node
from viktig.domain.questionnaire.resource import ItemType
from viktig.domain.questionnaire.values import decimals, number
from viktig.domain.questionnaire_response import Answer

Remark = Literal[
    "unknown-form",
    "unknown-item",
    "wrong-type",
    "too-long",
    "too-short",
    "wrong-pattern",
    "too-small",
    "too-large",
    "too-many-decimals",
    "unknown-option",
    "unknown-unit",
    "not-together",
    "too-many-answers",
    "too-few-answers",
    "not-enabled",
    "missing",
]
FIELD: Final[Mapping[ItemType, str]] = {
    "boolean": "value_boolean",
    "decimal": "value_decimal",
    "integer": "value_integer",
    "date": "value_date",
    "dateTime": "value_date_time",
    "time": "value_time",
    "string": "value_string",
    "text": "value_string",
    "url": "value_uri",
    "choice": "value_coding",
    "open-choice": "value_coding",
    "quantity": "value_quantity",
}
"""Where the answer to a question of each type stands; the other types are not answered."""
FIELDS: Final = Answer.__struct_fields__
LONGEST_MATCHED: Final = 1_000
"""Characters: a longer text is not held against a pattern."""
INTEGER: Final = (-(2.0**31), 2.0**31 - 1)
"""The smallest and the greatest of FHIR's integers."""
PLAIN_OPTIONS: Final = {"value_integer", "value_date", "value_time", "value_string"}


class Rule:
    """What one question allows of a single answer, read once."""

    def __init__(self, node: Node) -> None:
        item = node.item
        self.type = item.type
        self.field = FIELDS.index(FIELD[item.type]) if item.type in FIELD else -1
        self.open = item.type == "open-choice"
        self.several = item.repeats and not node.many
        self.longest = item.max_length
        self.shortest = whole(item.extension, ext.MIN_LENGTH)
        self.pattern = pattern_of(node)
        least, most = INTEGER if item.type == "integer" else (None, None)
        self.least = _or(number(first(item.extension, *ext.MIN_VALUE)), least)
        self.most = _or(number(first(item.extension, *ext.MAX_VALUE)), most)
        self.decimals = whole(item.extension, ext.MAX_DECIMALS)
        self.codes = frozenset(one.value_coding.code for one in node.options if one.value_coding)
        self.plain = frozenset(
            (name, value) for one in node.options for name in PLAIN_OPTIONS if (value := getattr(one, name)) is not None
        )
        self.chosen = item.type in CHOICES or bool(node.options)
        self.elsewhere = item.type in CHOICES and first(item.extension, ext.ANSWER_EXPRESSION) is not None
        """What is offered only the phone knows, where an expression tells it."""
        self.units = frozenset(
            one.value_coding.code
            for one in named(item.extension, ext.UNIT_OPTION)
            if one.value_coding and one.value_coding.code
        )
        self.alone = frozenset(
            one.value_coding.code
            for one in node.options
            if one.value_coding
            and (found := first((*one.extension, *one.value_coding.extension), ext.EXCLUSIVE))
            and found.value_boolean
        )
        self.fewest = whole(item.extension, ext.MIN_OCCURS) or 0
        self.at_most = whole(item.extension, ext.MAX_OCCURS)
        self.counted = self.several and (self.fewest > 0 or self.at_most is not None)
        texts = self.longest is not None or self.shortest is not None or self.pattern is not None
        limits = self.least is not None or self.most is not None or self.decimals is not None
        self.simple = not (texts or limits or self.chosen or item.type in ("date", "dateTime", "time", "quantity"))

    def broken(self, answer: Answer) -> Remark | None:
        """The first rule that the answer breaks."""
        values = astuple(answer)
        if values.count(None) != len(values) - 1:
            return "wrong-type"
        if self.chosen and (answer.value_coding is None or not self.codes or self.elsewhere):
            return self._broken_plain(answer)
        if self.field < 0 or values[self.field] is None:
            return "wrong-type"
        if self.simple or answer.value_boolean is not None:
            return None
        if answer.value_coding is not None:
            return None if answer.value_coding.code in self.codes else "unknown-option"
        if answer.value_string is not None or answer.value_uri is not None:
            return self._broken_words(answer.value_string or answer.value_uri or "")
        return self._broken_amount(answer)

    def _broken_plain(self, answer: Answer) -> Remark | None:
        if self.open and answer.value_string is not None:
            return self._broken_words(answer.value_string)
        given = next((name for name in FIELDS if getattr(answer, name) is not None), "")
        if self.elsewhere and (given in PLAIN_OPTIONS or given == "value_coding"):
            return None
        if given in PLAIN_OPTIONS and (given, getattr(answer, given)) in self.plain:
            return None
        fits = given == "value_coding" or any(name == given for name, _ in self.plain)
        return "unknown-option" if fits else "wrong-type"

    def _broken_words(self, words: str) -> Remark | None:
        if self.longest is not None and len(words) > self.longest:
            return "too-long"
        if self.shortest is not None and len(words) < self.shortest:
            return "too-short"
        if self.pattern is not None and len(words) <= LONGEST_MATCHED and not self.pattern.fullmatch(words):
            return "wrong-pattern"
        return None

    def _broken_amount(self, answer: Answer) -> Remark | None:
        amount = number(answer)
        if amount is None:
            return "wrong-type"  # a day or time that no calendar or clock has
        if self.least is not None and amount < self.least:
            return "too-small"
        if self.most is not None and amount > self.most:
            return "too-large"
        if self.decimals is not None and decimals(amount) > self.decimals:
            return "too-many-decimals"
        quantity = answer.value_quantity
        if quantity is not None and self.units and (quantity.code or quantity.unit) not in self.units:
            return "unknown-unit"
        return None


def _or(limit: float | None, otherwise: float | None) -> float | None:
    return otherwise if limit is None else limit


def pattern_of(node: Node) -> re.Pattern[str] | None:
    """The regular expression that a text must match as a whole; one that Python cannot read asks nothing."""
    found = first(node.item.extension, ext.REGEX)
    if found is None or not found.value_string:
        return None
    try:
        return re.compile(found.value_string, re.ASCII)
    except (re.error, OverflowError, RecursionError):
        return None
