"""Which parts of a form are there, given what has been answered: conditions weighed, repeating parts in instances.

What hangs on an expression, which only the phone can work out, is there wherever it may be (`Node.hangs`).

The web app's twin is `domain/questionnaire/places.ts`; `tests/cases/places.json` is run by both.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from viktig.domain.questionnaire.form import Condition, Form, Node
from viktig.domain.questionnaire.values import holds
from viktig.domain.questionnaire_response import Answer, ResponseItem

Items = tuple[ResponseItem, ...]
FAR: Final = 50
"""Where more wait for each other than this, they are weighed one after another, not one inside another."""


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
        self._met: dict[tuple[Condition, str], bool] = {}
        self._near: dict[tuple[str, int], dict[str, list[str]]] = {}
        self._instances: dict[Node, dict[str, list[str]]] = {}
        for node in form.order if form.longest > FAR else ():
            for within in self.said.get(node.item.link_id, ()):
                self.enabled(node, cut(within, node.above))

    def enabled(self, node: Node, above: str) -> bool:
        """Whether the node is asked at all, in the instances `above` it."""
        if not node.conditions and node.parent is None:
            return True
        key = (node, above)
        if key not in self._known:
            self._known[key] = not node.lost and self._weighed(node, above)
        return self._known[key]

    def _weighed(self, node: Node, above: str) -> bool:
        if node.parent and not self.enabled(node.parent, cut(above, node.parent.above)):
            return False
        if not node.conditions:
            return True
        if len(node.conditions) == 1:
            (one,) = node.conditions
            return self._holds(one, cut(above, one.shared))
        met = (self._holds(one, cut(above, one.shared)) for one in node.conditions)
        return any(met) if node.item.enable_behavior == "any" else all(met)

    def _holds(self, condition: Condition, shared: str) -> bool:
        key = (condition, shared)
        if key not in self._met:
            # Of a question that may not be there, nothing may have been answered either
            met = holds(condition.when, self._answers(condition, shared))
            self._met[key] = met or (condition.source.hangs and holds(condition.when, []))
        return self._met[key]

    def _answers(self, condition: Condition, shared: str) -> list[Answer]:
        """What was answered to the item that is asked about, in the instances that both stand in."""
        source = condition.source
        there = self.said.get(source.item.link_id, {})
        near = (source.item.link_id, condition.shared)
        if near not in self._near:
            self._near[near] = _by_outer(there, condition.shared)
        return [
            answer
            for within in self._near[near].get(shared, ())
            if self.enabled(source, cut(within, source.above))
            for item in there[within]
            for answer in item.answer
        ]

    def instances(self, node: Node, above: str) -> list[str]:
        """The instances of a repeating node that something was said in, older before newer."""
        if node not in self._instances:
            inside = {w for one in node.below() for w in self.said.get(one.item.link_id, ()) if cut(w, node.above) != w}
            found = _by_outer({cut(within, node.where) for within in inside}, node.above)
            self._instances[node] = {outer: sorted(inner) for outer, inner in found.items()}
        return self._instances[node].get(above, [])

    def places(self) -> tuple[Place, ...]:
        found: list[Place] = []
        for node in self.form.roots:
            self._placed(node, "", found)
        return tuple(found)

    def _placed(self, node: Node, above: str, found: list[Place]) -> None:
        if node.conditions and not self.enabled(node, above):
            return
        there = self.said.get(node.item.link_id)
        for within in self.instances(node, above) if node.many else (above,):
            below: list[Place] = []
            for child in node.children:
                self._placed(child, within, below)
            found.append(Place(node, within, there.get(within, ()) if there else (), tuple(below)))


def _by_outer(places: Iterable[str], length: int) -> dict[str, list[str]]:
    """Places by the outermost instances they stand in."""
    grouped: dict[str, list[str]] = {}
    for within in places:
        grouped.setdefault(cut(within, length), []).append(within)
    return grouped


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
