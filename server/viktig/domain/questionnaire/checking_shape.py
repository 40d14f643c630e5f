"""The second look at a form: is it made of items with names, and is each element of the kind that FHIR R4 says?

What is not is told and left out, so that the rest of the form can be looked at in the same round.
"""

import re
from collections.abc import Iterator
from math import isinf
from typing import Any, Final, get_args

import msgspec

from viktig.domain.questionnaire.checking_found import Found, error, short
from viktig.domain.questionnaire.checking_json import MOST_TOLD, Json
from viktig.domain.questionnaire.resource import Item, ItemType, Operator, Questionnaire

DEEPEST: Final = 40
MOST: Final = 2_000
LONGEST_LINK: Final = 200
TYPES: Final = frozenset(get_args(ItemType))
OPERATORS: Final = frozenset(get_args(Operator))
OTHER_RELEASES: Final = {
    "question": "a type of FHIR R5",
    "coding": "a type of FHIR R5: in R4 it is choice",
}
"""What tells that a form was written for another release of FHIR."""
OTHER_ELEMENTS: Final = {
    "option": "STU3",
    "options": "STU3",
    "answerConstraint": "R5",
    "disabledDisplay": "R5",
    "versionAlgorithmString": "R5",
    "versionAlgorithmCoding": "R5",
    "copyrightLabel": "R5",
}
INTEGERS: Final = frozenset(("maxLength", "valueInteger", "answerInteger"))
FARTHEST: Final = 2**31
DEMANDED: Final = frozenset(("url", "version", "status"))
STEP: Final = re.compile(r"\.(\w+)|\[(\d+)\]")


class Readable:
    """A form as far as it can be read (`rest`; None where it is beyond what we serve), and what is wrong with it."""

    def __init__(self, raw: Json) -> None:
        self.found: list[Found] = []
        self.unsure: set[str] = set()
        """linkIds of items that are not in `rest` as they were written, or not told apart; empty: the form's own."""
        self._lost: set[str | int] = set()
        self._times: dict[str, int] = {}
        self._count = 0
        self._beyond = False
        head = self._readable({**raw, "item": []}, Questionnaire, "")
        items = self._items(raw.get("item"), 1, "")
        for link, times in self._times.items():
            if times > 1:
                self._wrong(link, f"{times} items have this linkId")
        if self._lost & DEMANDED or (raw.get("item") and not items):
            self.unsure.add("")
        self.rest: Json | None = None if self._beyond else {**head, "item": items}

    def _wrong(self, link: str, says: str, lost: bool = True) -> None:
        """`lost`: something of the item is left out, and what else would be said of it may only follow from that."""
        self.found.append(error(link, says))
        if link and lost:
            self.unsure.add(link)

    def _items(self, items: Any, depth: int, above: str) -> list[Json]:
        if items is None:
            return []
        if not isinstance(items, list):
            self._wrong(above, "item is not a list")
            return []
        if depth > DEEPEST:
            self._beyond = True
            self._wrong(above, f"holds items more than {DEEPEST} deep")
            return []
        kept: list[Json] = []
        for item in items:
            self._count += 1
            if self._count > MOST:
                if self._count == MOST + 1:
                    self._beyond = True
                    self._wrong("", f"has more than {MOST:,} items")
                break
            if isinstance(item, dict):
                kept += self._item(item, depth, above)
            else:
                self._wrong(above, "has an item that is no object")
        return kept

    def _item(self, item: Json, depth: int, above: str) -> Iterator[Json]:
        link, kind = item.get("linkId"), item.get("type")
        if not isinstance(link, str) or not link.strip():
            says = f"has no linkId ({short(str(item.get('text', 'without a text')))})"
            self._wrong(above, f"an item below it {says}" if above else f"an item {says}")
            yield from self._items(item.get("item"), depth + 1, above)
            return
        self._times[link] = self._times.get(link, 0) + 1
        if len(link) > LONGEST_LINK:
            self._wrong(link, f"has a linkId longer than {LONGEST_LINK} characters", lost=False)
        if len(link.splitlines()) > 1 or not link.isprintable():
            self._wrong(link, "has a line break or a hidden character in its linkId", lost=False)
        if not isinstance(kind, str) or kind not in TYPES:
            why = OTHER_RELEASES.get(str(kind), "not one of FHIR R4's")
            self._wrong(link, f"has the type {short(str(kind))}, {why}" if kind is not None else "has no type")
            item = {**item, "type": "group"}
        if "contained" in self._lost and "answerValueSet" in item:
            self.unsure.add(link)
        conditions = self._conditions(item.get("enableWhen"), link)
        own = self._readable({**item, "item": [], "enableWhen": conditions}, Item, link)
        yield {**own, "item": self._items(item.get("item"), depth + 1, link)}

    def _conditions(self, conditions: Any, link: str) -> list[Json]:
        if conditions is not None and not isinstance(conditions, list):
            self._wrong(link, "enableWhen is not a list", lost=False)
            return []
        wrong = [(when, _fault(when)) for when in conditions or ()]
        for _, says in wrong:
            if says:
                self._wrong(link, says, lost=False)
        return [when for when, says in wrong if not says]

    def _readable(self, given: Json, kind: type[Item | Questionnaire], link: str) -> Json:
        """The form or an item, without what stands below, and without what is not of the kind that it should be."""
        for name, release in OTHER_ELEMENTS.items():
            if name in given:
                self._wrong(link, f"has the element {name} of FHIR {release}, not of R4")
        own = {name: value for name, value in given.items() if name not in OTHER_ELEMENTS}
        for says, lost in dict.fromkeys(_numbers(own)):
            self._wrong(link, says, lost)
        for _ in range(MOST_TOLD):
            try:
                msgspec.convert(own, kind)
            except msgspec.ValidationError as fault:
                says, _, path = str(fault).partition(" - at `$")
                last = path.rstrip("`").rpartition(".")[2]
                self._wrong(link, f"is not FHIR R4: {last}: {says}" if last else f"is not FHIR R4: {says}")
                steps = [name or int(number) for name, number in STEP.findall(path)]
                if not link:
                    self._lost.update(steps)
                if not steps or not _cut(own, steps):
                    break
            except RecursionError:
                self._wrong(link, "is nested too deep")
                break
            else:
                return own
        if not link:
            self._lost.update(own)
        return {name: own[name] for name in ("resourceType", "linkId", "type") if name in own}


def _fault(when: Any) -> str:
    """What makes a condition none."""
    if not isinstance(when, dict):
        return "has a condition that is no object"
    if "hasAnswer" in when:
        return "has a condition of FHIR STU3 (hasAnswer): in R4 it is the operator exists"
    if "operator" not in when:
        return "has a condition without an operator"
    if not isinstance(when["operator"], str) or when["operator"] not in OPERATORS:
        return f"has a condition with the operator {short(str(when['operator']))}, which R4 lacks"
    return (
        ""
        if isinstance(when.get("question"), str)
        else "has a condition that does not say which question it asks about"
    )


def _numbers(own: Json) -> Iterator[tuple[str, bool]]:
    """Numbers that are beyond FHIR's, and whether one is lost: what cannot even be read is 0 from then on."""
    waiting: list[Any] = [own]
    while waiting:
        one = waiting.pop()
        for name, value in list(one.items() if isinstance(one, dict) else enumerate(one)):
            if isinstance(value, dict | list):
                waiting.append(value)
            elif isinstance(value, float) and isinf(value):
                one[name] = 0
                yield f"has {short(str(name))} beyond all numbers", True
            elif name in INTEGERS and isinstance(value, int) and not -FARTHEST <= value < FARTHEST:
                yield f"has {name} {short(str(value))}, beyond FHIR's integers (32 bits)", False


def _cut(own: Any, steps: list[str | int]) -> bool:
    """Whether it is gone now."""
    try:
        for step in steps[:-1]:
            own = own[step]
        del own[steps[-1]]
    except (LookupError, TypeError):
        return False
    return True
