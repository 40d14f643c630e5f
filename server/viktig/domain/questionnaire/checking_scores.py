"""How a form says it is to be counted: in a way that can be done."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from viktig.domain.questionnaire.checking_found import Found, error, short
from viktig.domain.questionnaire.form import Form, Node
from viktig.domain.questionnaire.scoring import DIRECTIONS, METHODS, Score, ordinal, scores, spread

COUNTED: Final = frozenset(("integer", "decimal"))


def found(form: Form) -> Iterator[Found]:
    all_scores = scores(form)
    for name, times in Counter(one.name for one in all_scores).items():
        if times > 1 or not name:
            yield error("", "has two scores with one name" if name else "has a score without a name")
    for score in all_scores:
        yield from _score(form, score)


def _score(form: Form, score: Score) -> Iterator[Found]:
    name = f"the score {short(score.name)}"
    if score.method not in METHODS:
        yield error(
            "", f"{name} is counted by {short(score.method) or 'nothing'}; {', '.join(sorted(METHODS))} are known"
        )
    if score.direction not in DIRECTIONS:
        yield error("", f"{name} has the direction {short(score.direction)}")
    if not 0 <= score.least <= 1:
        yield error("", f"{name} wants a share of answers that is not between 0 and 1")
    if not score.items:
        yield error("", f"{name} counts no item")
    for link, times in Counter(score.items).items():
        node = form.nodes.get(link)
        why = "is not in the form" if node is None else _uncountable(node, score.method)
        if why:
            yield error(link if node else "", f"{name} counts {short(link)}, which {why}")
        if times > 1:
            yield error(link, f"{name} counts {short(link)} twice")


def _uncountable(node: Node, method: str) -> str:
    if not any(ordinal(one) is not None for one in node.options) and node.item.type not in COUNTED:
        return "has no option with a value (ordinalValue)"
    if method not in ("mean-0-100", "top-box"):
        return ""
    if node.item.repeats and not node.many:
        return "can have several answers"
    return "" if spread(node) else "does not say its lowest and its highest value"
