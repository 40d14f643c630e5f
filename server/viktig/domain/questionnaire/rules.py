"""The form's rules and what a response breaks of them. Such content is kept and shown, never refused.

What hangs on an expression, which only the phone can work out, is neither demanded nor held to be too much.

The web app's twin is `domain/questionnaire/rules.ts`; `tests/cases/rules.json` is run by both.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from viktig.domain.questionnaire import extensions as ext
from viktig.domain.questionnaire.extensions import whole
from viktig.domain.questionnaire.form import Form, Node, form_of
from viktig.domain.questionnaire.places import Place, Weighing, answered, walked
from viktig.domain.questionnaire.resource import Questionnaire
from viktig.domain.questionnaire.rule import Remark, Rule
from viktig.domain.questionnaire_response import QuestionnaireResponse, ResponseItem


class Flaw(NamedTuple):
    link_id: str
    within: str
    remark: Remark


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
