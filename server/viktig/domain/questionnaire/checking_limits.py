"""What an answer may be: limits that agree with each other and with the type of the question."""

from collections.abc import Iterator
from typing import Final

from viktig.domain.questionnaire import extensions as ext
from viktig.domain.questionnaire.checking_found import Found, a, difference, error, short
from viktig.domain.questionnaire.extensions import first, whole
from viktig.domain.questionnaire.form import SHOWN_ONLY, Form, Node
from viktig.domain.questionnaire.regex import judge
from viktig.domain.questionnaire.resource import Extension, Item
from viktig.domain.questionnaire.rule import FIELD
from viktig.domain.questionnaire.values import number

NUMBERS: Final = frozenset(("integer", "decimal", "quantity"))
TEXTS: Final = frozenset(("string", "text", "url", "open-choice"))
AMOUNTS: Final = NUMBERS | {"date", "dateTime", "time"}
LENGTHS: Final = TEXTS | {"boolean", "decimal", "integer"}
"""Where FHIR R4 allows maxLength."""
MOST_ANSWERS: Final = 50
MOST_PATTERNS: Final = 20_000
DEEPEST_REPEAT: Final = 8


def too_many(form: Form) -> Iterator[Found]:
    """Each regular expression takes a while to judge."""
    patterns = {first(node.item.extension, ext.REGEX) for node in form.nodes.values()}
    if sum(len(one.value_string) for one in patterns if one) > MOST_PATTERNS:
        yield error("", f"has regular expressions of more than {MOST_PATTERNS:,} characters in all")


def found(node: Node) -> Iterator[Found]:
    item, link = node.item, node.item.link_id
    asks = any(each.type != "display" for each in item.item)
    if item.type == "display" and item.item and (asks or ext.SAID.isdisjoint(ext.controls(item))):
        yield error(link, "is only shown, and yet has items below it")
    if item.type == "group" and not item.item:
        yield difference(link, "is a group with nothing in it: it is not shown")
    if item.type in ("attachment", "reference"):
        yield difference(
            link,
            f"asks for {'a file' if item.type == 'attachment' else 'a reference'}, which is not "
            "supported: it is not asked",
        )
    if node.where > DEEPEST_REPEAT:
        yield error(link, f"stands in repeating parts more than {DEEPEST_REPEAT} deep")
    if len(item.text) > 10_000:
        yield error(link, "has a text longer than 10,000 characters")
    yield from _shown_only(item)
    yield from _occurs(node)
    yield from _lengths(item)
    yield from _values(item)
    if item.required and ext.hidden(item) and not _filled(node):
        yield error(link, "must be answered, and is hidden with nothing that fills it in: nobody could send the form")


def _shown_only(item: Item) -> Iterator[Found]:
    if item.type not in SHOWN_ONLY or not ext.SAID.isdisjoint(ext.controls(item)):
        return  # a text that was written as a question may have what questions have
    given = {
        "initial": item.initial,
        "maxLength": item.max_length is not None,
        "answerOption": item.answer_option,
        "answerValueSet": item.answer_value_set,
    }
    if item.type == "display":
        given |= {"required": item.required, "repeats": item.repeats, "readOnly": item.read_only}
    for name in (name for name, there in given.items() if there):
        yield error(item.link_id, f"has {name}, although nobody answers {a(item.type)}")


def _occurs(node: Node) -> Iterator[Found]:
    item, link = node.item, node.item.link_id
    fewest, most = whole(item.extension, ext.MIN_OCCURS), whole(item.extension, ext.MAX_OCCURS)
    if _impossible(fewest, most):
        yield error(link, f"can occur {_between(fewest, most)} times, which cannot be")
    if not item.repeats and max(fewest or 0, most or 0) > 1:
        yield difference(link, "may occur several times, but does not repeat: it is asked once")
    if max(fewest or 0, most or 0) > MOST_ANSWERS and not node.many:
        yield difference(link, f"can have more than {MOST_ANSWERS} answers: the first {MOST_ANSWERS} are kept")


def _impossible(least: int | None, most: int | None) -> bool:
    return (least or 0) < 0 or (most is not None and most < max(1, least or 0))


def _between(least: int | None, most: int | None) -> str:
    return f"at least {least or 0}" + ("" if most is None else f" and at most {most}")


def _lengths(item: Item) -> Iterator[Found]:
    link = item.link_id
    shortest, longest = whole(item.extension, ext.MIN_LENGTH), item.max_length
    if _impossible(shortest, longest):
        yield error(link, f"must be {_between(shortest, longest)} characters long, which cannot be")
    if longest is not None and item.type not in TEXTS and item.type not in SHOWN_ONLY:
        allowed = item.type in LENGTHS
        says = (
            "has a maxLength, which counts for texts only"
            if allowed
            else f"has a maxLength, although it is {a(item.type)}"
        )
        yield difference(link, says) if allowed else error(link, says)
    if shortest is not None and item.type not in TEXTS:
        yield difference(link, "has a minLength, which counts for texts only")
    regex = first(item.extension, ext.REGEX)
    if regex and item.type not in TEXTS:
        yield difference(link, "has a regular expression, which counts for texts only")
    elif regex:
        judged = judge(regex.value_string, lines=item.type == "text")
        if judged.refused:
            yield error(link, f"has a regular expression that {judged.refused}: {short(regex.value_string)}")
        for what in judged.differs:
            yield difference(link, f"has a regular expression that phones and the server read differently ({what})")


def _values(item: Item) -> Iterator[Found]:
    link = item.link_id
    limits = (first(item.extension, *ext.MIN_VALUE), first(item.extension, *ext.MAX_VALUE))
    least, most = (number(one) for one in limits)
    for limit in (one for one in limits if one):
        yield from _limit(item, limit)
    if least is not None and most is not None and least > most:
        yield error(link, "has a lowest value above its highest")
    places = whole(item.extension, ext.MAX_DECIMALS)
    if places is not None and not 0 <= places <= 12:
        yield error(link, f"allows {places} decimal places; 0 to 12 can be")
    step = first(item.extension, ext.SLIDER_STEP)
    if step and (step.value_integer or 0) < 1:
        yield error(link, "has a slider whose step is not a whole number above 0")


def _limit(item: Item, limit: Extension) -> Iterator[Found]:
    link, name = item.link_id, limit.url.rpartition("/")[2]
    if item.type not in AMOUNTS:
        yield difference(link, f"has {name}, which does not count for {a(item.type)}")
    elif number(limit) is None:
        given = next((field for field in FIELD.values() if getattr(limit, field, None)), "")
        if given and given != "value_string":
            yield error(link, f"has {name} with a value that no calendar or clock has")
        else:
            yield difference(link, f"has {name} as a calculation: it is not worked out, and no limit is set")
    elif getattr(limit, FIELD[item.type], None) is None and not (item.type in NUMBERS and _number(limit)):
        yield error(link, f"has {name} of another type than its answers")


def _number(limit: Extension) -> bool:
    return any(getattr(limit, name, None) is not None for name in ("value_integer", "value_decimal", "value_quantity"))


def _filled(node: Node) -> bool:
    item = node.item
    told = first(item.extension, *ext.CALCULATED, ext.INITIAL_EXPRESSION)
    return bool(item.initial or told or any(one.initial_selected for one in item.answer_option))
