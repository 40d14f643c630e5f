"""Conditions: they ask about a question that is there, in a way that can be answered, and not in a circle."""

from collections.abc import Collection, Iterator
from typing import Final

from viktig.domain.questionnaire.checking_found import Found, a, difference, error, short
from viktig.domain.questionnaire.form import CHOICES, SHOWN_ONLY, UNSUPPORTED, Form, Node
from viktig.domain.questionnaire.resource import EnableWhen
from viktig.domain.questionnaire.values import day_number, moment, second_of_day

ANSWERS: Final = tuple(name for name in EnableWhen.__struct_fields__ if name.startswith("answer_"))
ASKED: Final[dict[str, frozenset[str]]] = {
    "boolean": frozenset(("answer_boolean",)),
    "decimal": frozenset(("answer_decimal", "answer_integer")),
    "integer": frozenset(("answer_integer", "answer_decimal")),
    "date": frozenset(("answer_date",)),
    "dateTime": frozenset(("answer_date_time",)),
    "time": frozenset(("answer_time",)),
    "string": frozenset(("answer_string",)),
    "text": frozenset(("answer_string",)),
    "url": frozenset(("answer_string",)),
    "choice": frozenset(("answer_coding",)),
    "open-choice": frozenset(("answer_coding", "answer_string")),
    "quantity": frozenset(("answer_quantity",)),
}
"""What a question of each type can be compared with."""
OFFERED: Final = {"value_integer": "answer_integer", "value_date": "answer_date", "value_time": "answer_time"} | {
    "value_string": "answer_string",
    "value_coding": "answer_coding",
}
ORDERED: Final = frozenset(
    ("answer_decimal", "answer_integer", "answer_date", "answer_date_time", "answer_time", "answer_quantity")
)


def found(form: Form, unsure: Collection[str]) -> Iterator[Found]:
    """`unsure`: items of which not enough could be read to say what may be asked about them."""
    for node in (one for root in form.roots for one in root.below()):
        item = node.item
        if len(item.enable_when) > 1 and item.enable_behavior is None:
            yield error(item.link_id, "has several conditions and does not say whether all or any (enableBehavior)")
        for when in item.enable_when:
            if when.question not in unsure:
                yield from _condition(form, node, when)
    yield from _circles(form)


def _condition(form: Form, node: Node, when: EnableWhen) -> Iterator[Found]:
    link, asked = node.item.link_id, short(when.question)
    source = form.nodes.get(when.question)
    if source is None:
        yield error(link, f"depends on {asked}, which is not in the form")
        return
    if source is node:
        yield error(link, "depends on itself")
    kind = source.item.type
    if kind in SHOWN_ONLY:
        yield error(link, f"depends on {asked}, {a(kind)}, which nobody answers")
        return
    if kind in UNSUPPORTED:
        yield difference(link, f"depends on {asked}, which is not asked here")
    given = [name for name in ANSWERS if getattr(when, name) is not None]
    if when.operator == "exists":
        if given != ["answer_boolean"]:
            yield error(link, f"asks whether {asked} is answered (exists) without answerBoolean")
        return
    if len(given) != 1:
        yield error(link, f"compares {asked} with {'nothing' if not given else 'several values'}")
        return
    if kind not in UNSUPPORTED and given[0] not in _asked(source):
        yield error(link, f"compares {asked}, {a(kind)}, with {a(given[0].removeprefix('answer_').replace('_', ' '))}")
    elif when.operator not in ("=", "!=") and given[0] not in ORDERED:
        yield error(link, f"asks whether {asked} is {when.operator} something, but {a(kind)} has no order")
    elif not _real(when):
        yield error(link, f"compares {asked} with a day or time that no calendar or clock has")


def _asked(source: Node) -> frozenset[str]:
    """A question with options is answered by one of them, whatever its type."""
    own = ASKED[source.item.type]
    plain = {OFFERED[name] for option in source.options for name in OFFERED if getattr(option, name) is not None}
    return own | plain if source.item.type in CHOICES else own


def _real(when: EnableWhen) -> bool:
    said = ((when.answer_date, day_number), (when.answer_date_time, moment), (when.answer_time, second_of_day))
    return all(read(text) is not None for text, read in said if text is not None)


def _circles(form: Form) -> Iterator[Found]:
    """Whether a part is shown depends on what its conditions ask about, and on the part it stands in."""
    state: dict[Node, int] = {}
    for start in form.nodes.values():
        line: list[tuple[Node, Iterator[Node]]] = [(start, _needs(start))] if start not in state else []
        state.setdefault(start, 1)
        while line:
            node, needs = line[-1]
            need = next(needs, None)
            if need is None:
                state[node] = 2
                line.pop()
            elif need not in state:
                state[need] = 1
                line.append((need, _needs(need)))
            elif state[need] == 1 and need is not node:
                way = [one.item.link_id for one, _ in line]
                circle = " → ".join(map(short, (*way[way.index(need.item.link_id) :][:8], need.item.link_id)))
                yield error(need.item.link_id, f"depends on itself in a circle: {circle}")


def _needs(node: Node) -> Iterator[Node]:
    if node.parent:
        yield node.parent
    yield from (condition.source for condition in node.conditions)
