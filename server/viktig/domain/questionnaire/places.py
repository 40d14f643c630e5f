"""Which parts of a form are there, given what has been answered: conditions weighed, repeating parts in instances.

The web app's twin is `domain/questionnaire/places.ts`; `tests/cases/places.json` is run by both.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from viktig.domain.questionnaire.form import Condition, Form, Node
from viktig.domain.questionnaire.values import holds
from viktig.domain.questionnaire_response import Answer, ResponseItem

Items = tuple[ResponseItem, ...]


class Place(NamedTuple):
    """A node as it stands in one response, with what was said there. Of a node that is `many`, a place an instance."""

    node: Node
    within: str
    said: Items
    children: tuple["Place", ...]


class Weighing:
    """What has been answered, and what that makes of each condition; every condition is weighed once."""

    def __init__(self, form: Form, items: Iterable[ResponseItem]) -> None:
        self.form = form
        self.said: dict[str, dict[str, Items]] = {}
        """linkId -> within -> what was said there"""
        for item in items:
            there = self.said.setdefault(item.link_id, {})
            there[item.within] = (*there.get(item.within, ()), item)
        self._known: dict[tuple[Node, str], bool] = {}

    def enabled(self, node: Node, above: str) -> bool:
        """Whether the node is asked at all, in the instances `above` it. What waits for itself is not met."""
        if not node.conditions and node.parent is None:
            return True
        key = (node, above)
        if key not in self._known:
            self._known[key] = False
            self._known[key] = self._weighed(node, above)
        return self._known[key]

    def _weighed(self, node: Node, above: str) -> bool:
        if node.parent and not self.enabled(node.parent, cut(above, node.parent.above)):
            return False
        if not node.conditions:
            return True
        met = (holds(one.when, self._answers(one, above)) for one in node.conditions)
        return any(met) if node.item.enable_behavior == "any" else all(met)

    def _answers(self, condition: Condition, above: str) -> list[Answer]:
        source, shared = condition.source, cut(above, condition.shared)
        return [
            answer
            for within, items in self.said.get(source.item.link_id, {}).items()
            if cut(within, condition.shared) == shared and self.enabled(source, cut(within, source.above))
            for item in items
            for answer in item.answer
        ]

    def instances(self, node: Node, above: str) -> list[str]:
        """The instances of a repeating node that something was said in, older before newer."""
        found = {
            cut(within, node.where)
            for one in node.below()
            for within in self.said.get(one.item.link_id, ())
            if cut(within, node.above) == above and within != above
        }
        return sorted(found)

    def places(self) -> tuple[Place, ...]:
        return tuple(place for node in self.form.roots for place in self._placed(node, ""))

    def _placed(self, node: Node, above: str) -> Iterator[Place]:
        if not self.enabled(node, above):
            return
        there = self.said.get(node.item.link_id, {})
        for within in self.instances(node, above) if node.many else (above,):
            children = tuple(place for child in node.children for place in self._placed(child, within))
            yield Place(node, within, there.get(within, ()), children)


def cut(within: str, length: int) -> str:
    """The outermost instances of a place."""
    return "/".join(within.split("/")[:length]) if within and length else ""


def places(form: Form, items: Iterable[ResponseItem]) -> tuple[Place, ...]:
    """Everything that is asked or shown, as a tree in the form's order. What is not enabled is left out."""
    return Weighing(form, items).places()


def walked(found: Iterable[Place]) -> Iterator[Place]:
    """Every place, outer before inner."""
    for place in found:
        yield place
        yield from walked(place.children)


def answered(place: Place) -> bool:
    """Whether anything was said at a place or below it."""
    return any(said.answer or said.declined for said in place.said) or any(map(answered, place.children))
