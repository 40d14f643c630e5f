"""Scores of a response, as the form itself says how (our extension `score`): pure numbers, no judgement.

An answer counts by the ordinal value (or item weight) of the option that was chosen, or by its own number. An option
without one, such as "does not apply to me", is missing, never 0; so is what was not asked, declined or not settled, and
what the question's own rules do not allow.
"""

from collections.abc import Iterable, Iterator
from math import isfinite
from statistics import fmean
from typing import Final, Literal, NamedTuple, get_args

from viktig.domain.questionnaire import extensions as ext
from viktig.domain.questionnaire.extensions import first, named
from viktig.domain.questionnaire.form import Form, Node
from viktig.domain.questionnaire.places import Place, places, walked
from viktig.domain.questionnaire.resource import AnswerOption, Extension
from viktig.domain.questionnaire.rule import Rule
from viktig.domain.questionnaire.values import number
from viktig.domain.questionnaire_response import Answer, ResponseItem

Method = Literal["sum", "mean", "mean-0-100", "top-box"]
METHODS: Final = frozenset(get_args(Method))
DIRECTIONS: Final = frozenset(("", "higher-is-better", "lower-is-better"))


class Score(NamedTuple):
    """How something is counted. `least`: the share of the items that must be answered."""

    name: str
    method: str
    items: tuple[str, ...]
    least: float
    direction: str


class Scored(NamedTuple):
    """`value` is None when too little was answered. Of a top box it is a share, 0 to 1."""

    score: Score
    value: float | None
    answered: int


def scores(form: Form) -> tuple[Score, ...]:
    return tuple(map(_read, named(form.questionnaire.extension, ext.SCORE)))


def _read(told: Extension) -> Score:
    def said(name: str) -> tuple[str, ...]:
        return tuple(one.value_string or one.value_code for one in told.extension if one.url == name)

    method = next(iter(said("method")), "")
    least = first(told.extension, "leastAnswered")
    share = None if least is None else least.value_decimal if least.value_decimal is not None else least.value_integer
    otherwise = 1.0 if method == "sum" else 0.5
    return Score(
        name=next(iter(said("name")), ""),
        method=method,
        items=said("item"),
        least=otherwise if share is None else float(share),
        direction=next(iter(said("direction")), ""),
    )


def scored(form: Form, items: Iterable[ResponseItem]) -> tuple[Scored, ...]:
    """Each score of the form, for one response. What is not enabled does not count."""
    there: dict[str, list[Place]] = {}
    for place in walked(places(form, items)):
        there.setdefault(place.node.item.link_id, []).append(place)
    return tuple(_scored(form, score, there) for score in scores(form))


def _scored(form: Form, score: Score, there: dict[str, list[Place]]) -> Scored:
    """Of a part that repeats, an item counts once: by the mean over its instances."""
    values = []
    for link in score.items:
        node = form.nodes.get(link)
        each = [one for place in there.get(link, ()) if (one := value(place)) is not None]
        if node and each:
            values.append(fmean(_turned(node, score, one) for one in each))
    enough = bool(values) and len(values) >= score.least * len(score.items) - 1e-9
    return Scored(score, (sum(values) if score.method == "sum" else fmean(values)) if enough else None, len(values))


def _turned(node: Node, score: Score, one: float) -> float:
    if score.method not in ("mean-0-100", "top-box"):
        return one
    least, most = spread(node) or (0.0, 0.0)
    if score.method == "top-box":
        return float(one == (least if score.direction == "lower-is-better" else most))
    return (one - least) / (most - least) * 100 if most > least else 0.0


def value(place: Place) -> float | None:
    """What a place counts. Several chosen options count their sum; two differing statements count nothing."""
    if len(place.said) != 1 or not place.said[0].answer:
        return None
    rule = Rule(place.node)
    weights = [_weight(place.node, one) for one in place.said[0].answer if not rule.broken(one)]
    known = [one for one in weights if one is not None]
    total = sum(known) if known else None
    return total if total is not None and isfinite(total) else None


def _weight(node: Node, answer: Answer) -> float | None:
    if answer.value_coding is None:
        return number(answer) if answer.value_integer is not None or answer.value_decimal is not None else None
    code = answer.value_coding.code
    return next((ordinal(one) for one in node.options if one.value_coding and one.value_coding.code == code), None)


def ordinal(option: AnswerOption) -> float | None:
    """The value of an option: on itself, or on its code."""
    beside = option.value_coding.extension if option.value_coding else ()
    return number(first((*option.extension, *beside), *ext.ORDINAL))


def spread(node: Node) -> tuple[float, float] | None:
    """The lowest and the highest that an answer can count; None when the form does not say."""
    known = list(_ordinals(node))
    if not known:
        limits = (number(first(node.item.extension, *urls)) for urls in (ext.MIN_VALUE, ext.MAX_VALUE))
        known = [one for one in limits if one is not None]
    return (min(known), max(known)) if len(known) > 1 and min(known) < max(known) else None


def _ordinals(node: Node) -> Iterator[float]:
    yield from (one for option in node.options if (one := ordinal(option)) is not None)
