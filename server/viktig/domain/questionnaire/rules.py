"""The form's rules and what a response breaks of them. Such content is kept and shown, never refused.

What hangs on an expression, which only the phone can work out, is neither demanded nor held to be too much.

The web app's twin is `domain/questionnaire/rules.ts`; `tests/cases/rules.json` is run by both.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from msgspec.structs import astuple

from viktig.domain.questionnaire import extensions as ext
from viktig.domain.questionnaire.extensions import first, named, whole
from viktig.domain.questionnaire.form import CHOICES, Form, Node, form_of
from viktig.domain.questionnaire.places import Place, Weighing, answered, walked
from viktig.domain.questionnaire.resource import ItemType, Questionnaire
from viktig.domain.questionnaire.values import decimals, number
from viktig.domain.questionnaire_response import Answer, QuestionnaireResponse, ResponseItem

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


class Flaw(NamedTuple):
    link_id: str
    within: str
    remark: Remark


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


class Rules:
    """A form's rules, made ready once."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.by_node = {node: Rule(node) for root in form.roots for node in root.below() if node.asked}
        self.by_link = {link: self.by_node[node] for link, node in form.nodes.items() if node.asked}
        needed = {node for root in form.roots for node in root.below() if node.item.required}
        self.counted = needed | {node for node, rule in self.by_node.items() if rule.counted}
        """Where it matters how many answers there are."""

    def of_items(self, items: Iterable[ResponseItem]) -> Iterator[Flaw]:
        """What single answers break, whatever the others say."""
        for said in items:
            rule = self.by_link.get(said.link_id)
            if rule is None:
                yield Flaw(said.link_id, said.within, "unknown-item")
                continue
            answers = said.answer
            if len(answers) > 1:
                if not rule.several:
                    yield Flaw(said.link_id, said.within, "too-many-answers")
                elif rule.alone and any(one.value_coding and one.value_coding.code in rule.alone for one in answers):
                    yield Flaw(said.link_id, said.within, "not-together")
            for answer in answers:
                remark = rule.broken(answer)
                if remark:
                    yield Flaw(said.link_id, said.within, remark)

    def of_whole(self, items: tuple[ResponseItem, ...]) -> Iterator[Flaw]:
        """What the answers break together: what is missing, too much, or was not asked at all."""
        weighing = Weighing(self.form, items)
        found = weighing.places()
        there: set[tuple[str, str]] = set()
        for place in walked(found):
            there.add((place.node.item.link_id, place.within))
            if place.node in self.counted:
                yield from self._of_place(place)
        if self.form.repeating:
            yield from _of_instances(weighing, found, self.form.roots, "")
        for said in items:
            if said.answer and (said.link_id, said.within) not in there and said.link_id in self.by_link:
                yield Flaw(said.link_id, said.within, "not-enabled")

    def _of_place(self, place: Place) -> Iterator[Flaw]:
        node, item = place.node, place.node.item
        if not node.asked:
            if item.type == "group" and item.required and not node.hangs and not answered(place):
                yield Flaw(item.link_id, place.within, "missing")
            return
        n = sum(len(said.answer) for said in place.said)
        declined = any(said.declined for said in place.said)
        rule = self.by_node[node]
        demanded = not declined and not node.hangs
        if item.required and not n and demanded:
            yield Flaw(item.link_id, place.within, "missing")
        if rule.several:
            if n < rule.fewest and (n or item.required) and demanded:
                yield Flaw(item.link_id, place.within, "too-few-answers")
            if rule.at_most is not None and n > rule.at_most:
                yield Flaw(item.link_id, place.within, "too-many-answers")


def _of_instances(weighing: Weighing, found: Iterable[Place], nodes: tuple[Node, ...], above: str) -> Iterator[Flaw]:
    """How many instances each repeating part has, in each place where it stands."""
    by_node: dict[Node, list[Place]] = {}
    for place in found:
        by_node.setdefault(place.node, []).append(place)
    for node in nodes:
        own = by_node.get(node, [])
        if node.many:
            fewest = whole(node.item.extension, ext.MIN_OCCURS) or 0
            most = whole(node.item.extension, ext.MAX_OCCURS)
            if node.item.required and not own and not node.hangs and weighing.enabled(node, above):
                yield Flaw(node.item.link_id, above, "missing")
            if own and len(own) < fewest and not node.hangs:
                yield Flaw(node.item.link_id, above, "too-few-answers")
            if most is not None and len(own) > most:
                yield Flaw(node.item.link_id, above, "too-many-answers")
        for place in own:
            yield from _of_instances(weighing, place.children, node.children, place.within)


@lru_cache(maxsize=256)
def rules_of(questionnaire: Questionnaire) -> Rules:
    return Rules(form_of(questionnaire))


def flaws(questionnaire: Questionnaire, items: tuple[ResponseItem, ...]) -> tuple[Flaw, ...]:
    """Everything that a whole response breaks, single answers first, then what they break together."""
    rules = rules_of(questionnaire)
    crossed = rules.of_whole(items) if rules.form.crossed else ()
    return (*rules.of_items(items), *crossed)


def remarks(
    questionnaire: Questionnaire | None, response: QuestionnaireResponse, beside: tuple[ResponseItem, ...] = ()
) -> tuple[Remark, ...]:
    """The form's rules that a response breaks, each once.

    `beside`: the answers to the same form that lie in the document for health personnel, or in the one for all. What
    answers break together is asked only of what was sent: a draft may well be half done.
    """
    if questionnaire is None or questionnaire.canonical != response.questionnaire:
        return ("unknown-form",)
    rules = rules_of(questionnaire)
    found = dict.fromkeys(flaw.remark for flaw in rules.of_items(response.item))
    if response.sent and rules.form.crossed:
        found |= dict.fromkeys(flaw.remark for flaw in rules.of_whole((*response.item, *beside)))
    return tuple(found)
