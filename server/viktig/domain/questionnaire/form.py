"""A form made ready for use: its items as a tree that knows what repeats, what is offered, and what depends on what."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

import msgspec
from msgspec import structs

from viktig.domain.questionnaire.extensions import (
    ENABLE_WHEN_EXPRESSION,
    MAX_OCCURS,
    MIN_OCCURS,
    first,
    only_said,
)
from viktig.domain.questionnaire.resource import (
    AnswerOption,
    EnableWhen,
    Item,
    Questionnaire,
)
from viktig.domain.questionnaire.value_set import offered

SHOWN_ONLY: Final = frozenset(("group", "display"))
UNSUPPORTED: Final = frozenset(("attachment", "reference"))
DEEPEST: Final = 100
CHOICES: Final = frozenset(("choice", "open-choice"))


class Condition:
    """An `enableWhen` with the item it asks about. `shared`: how many repeating parts both stand in."""

    __slots__ = ("shared", "source", "when")

    def __init__(self, when: EnableWhen, source: "Node", shared: int) -> None:
        self.when = when
        self.source = source
        self.shared = shared


class Node:
    """An item where it stands in the form.

    `lost`: it waits for itself, or for such a one, and is never there. `hangs`: whether it is there hangs on an
    expression, its own or that of one it waits for; those run on the phone, so here it may be there or not.
    `many`: it comes in instances of its own, being a group that repeats, or a question that repeats and has questions
    below it. `above`: how many such stand above it, so a place of it is named by that many instance ids.
    """

    __slots__ = ("above", "asked", "children", "conditions", "hangs", "item", "lost", "many", "options", "parent")

    def __init__(self, item: Item, parent: "Node | None", options: tuple[AnswerOption, ...]) -> None:
        self.item = item
        self.parent = parent
        self.options = options
        self.asked = item.type not in SHOWN_ONLY and item.type not in UNSUPPORTED
        below = any(child.type != "display" and not only_said(child) for child in item.item)
        self.many = item.repeats and (item.type == "group" or (below and item.type not in CHOICES))
        self.above: int = parent.above + parent.many if parent else 0
        self.children: tuple[Node, ...] = ()
        self.conditions: tuple[Condition, ...] = ()
        self.lost = True
        self.hangs = first(item.extension, ENABLE_WHEN_EXPRESSION) is not None

    @property
    def where(self) -> int:
        """How many instance ids name the place of an answer to it."""
        return self.above + self.many

    def line(self) -> Iterator["Node"]:
        """Itself, what it stands in, and so on outwards."""
        one: Node | None = self
        while one:
            yield one
            one = one.parent

    def below(self) -> Iterator["Node"]:
        """Itself and all that stands in it, in order."""
        yield self
        for child in self.children:
            yield from child.below()


class Form:
    """A questionnaire and its nodes. Of two items with one linkId the first counts; `check` refuses such a form.

    Raises msgspec.ValidationError for items more than 100 deep.
    """

    def __init__(self, questionnaire: Questionnaire) -> None:
        self.questionnaire = questionnaire
        self.nodes: dict[str, Node] = {}
        self._sets = {f"#{one.id}": offered(one) for one in questionnaire.contained if one.resource_type == "ValueSet"}
        self.roots = tuple(self._grown(item, None, 1) for item in questionnaire.item)
        for node in self.nodes.values():
            node.conditions = tuple(self._conditions(node))
        every = [node for root in self.roots for node in root.below()]
        self.crossed = any(_crosses(node) for node in every)
        """Whether what may be answered depends on other answers, or something must be, or is counted."""
        self.repeating = any(node.many for node in every)
        self.order, self.longest = _in_order(every)
        """The nodes, each after all that it waits for, and how many wait for each other at most."""
        for node in self.order:
            node.lost = False
            node.hangs |= any(one.hangs for one in _needs(node))
        for node in reversed(self.order):
            inside = [one for one in node.children if one.item.type != "display"]
            node.hangs |= not node.asked and bool(inside) and all(one.hangs for one in inside)

    def _grown(self, item: Item, parent: Node | None, depth: int) -> Node:
        if depth > DEEPEST:
            raise msgspec.ValidationError(f"items are more than {DEEPEST} deep")
        item = structs.replace(item, type="display") if only_said(item) else item
        options = item.answer_option or self._sets.get(item.answer_value_set, ())
        node = Node(item, parent, options)
        self.nodes.setdefault(item.link_id, node)
        node.children = tuple(self._grown(child, node, depth + 1) for child in item.item)
        return node

    def _conditions(self, node: Node) -> Iterator[Condition]:
        own = [one for one in node.line() if one.many and one is not node]
        for when in node.item.enable_when:
            source = self.nodes.get(when.question)
            if source:
                theirs = {one for one in source.line() if one.many}
                yield Condition(when, source, sum(one in theirs for one in own))


def _needs(node: Node) -> set[Node]:
    """What it waits for: the part it stands in, and what its conditions ask about."""
    return {one.source for one in node.conditions} | ({node.parent} if node.parent else set())


def _in_order(every: list[Node]) -> tuple[list[Node], int]:
    """What waits for itself, or for such a one, is left out."""
    waits: dict[Node, int] = {}
    freed: dict[Node, list[Node]] = {}
    for node in every:
        needs = _needs(node)
        waits[node] = len(needs)
        for one in needs:
            freed.setdefault(one, []).append(node)
    order = [node for node in every if not waits[node]]
    reach = dict.fromkeys(order, 1)
    for node in order:
        for one in freed.get(node, ()):
            waits[one] -= 1
            if not waits[one]:
                reach[one] = reach[node] + 1
                order.append(one)
    return order, max(reach.values(), default=0)


@lru_cache(maxsize=256)
def form_of(questionnaire: Questionnaire) -> Form:
    return Form(questionnaire)


def questions(items: tuple[Item, ...]) -> Iterator[Item]:
    """Everything that can be answered, in the order it is asked."""
    for item in items:
        if item.type not in SHOWN_ONLY and item.type not in UNSUPPORTED and not only_said(item):
            yield item
        yield from questions(item.item)


def by_link(questionnaire: Questionnaire) -> Mapping[str, Node]:
    return form_of(questionnaire).nodes


def _crosses(node: Node) -> bool:
    counted = first(node.item.extension, MIN_OCCURS, MAX_OCCURS) is not None
    return bool(node.item.enable_when) or node.item.required or node.many or counted
