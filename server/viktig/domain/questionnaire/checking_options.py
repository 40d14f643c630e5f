"""What can be chosen: there are options, and each is another than the rest."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from viktig.domain.questionnaire.checking_found import Found, a, difference, error, short
from viktig.domain.questionnaire.extensions import ANSWER_EXPRESSION, first
from viktig.domain.questionnaire.form import CHOICES, UNSUPPORTED, Form, Node
from viktig.domain.questionnaire.resource import AnswerOption

MOST_OPTIONS: Final = 50_000
LONGEST_CODE: Final = 200
LONGEST_WORDS: Final = 10_000
PLAIN: Final[dict[str, frozenset[str]]] = {
    "value_integer": frozenset(("integer",)),
    "value_date": frozenset(("date",)),
    "value_time": frozenset(("time",)),
    "value_string": frozenset(("string", "text")),
}
"""What an option may be of, beside a code, and for which types of question (any of them for a choice)."""
OFFERED: Final = frozenset((*CHOICES, *(kind for kinds in PLAIN.values() for kind in kinds)))


def too_many(form: Form) -> Iterator[Found]:
    if sum(len(node.options) for root in form.roots for node in root.below()) > MOST_OPTIONS:
        yield error("", f"offers more than {MOST_OPTIONS:,} options in all")


def found(form: Form, node: Node) -> Iterator[Found]:
    item, link = node.item, node.item.link_id
    if item.type in UNSUPPORTED:
        return
    if item.answer_option and item.answer_value_set:
        yield error(link, "has both answerOption and answerValueSet; FHIR R4 allows one of them")
    if (item.answer_option or item.answer_value_set) and item.type not in OFFERED:
        yield error(link, f"has options, although it is {a(item.type)}")
        return
    if item.answer_value_set and not item.answer_option:
        yield from _set(form, node)
    elif item.type in CHOICES and not node.options and not first(item.extension, ANSWER_EXPRESSION):
        if item.type == "choice":
            yield error(link, "is a choice without options")
        else:
            yield difference(link, "has no options to choose among: only own words can be written")
    yield from _each(node)
    if item.type in CHOICES and item.repeats and any(child.type != "display" for child in item.item):
        yield difference(
            link, "can have several answers and has questions below it: those are asked once, not per answer"
        )
    if sum(one.initial_selected for one in item.answer_option) > 1 and not item.repeats:
        yield error(link, "has several options chosen beforehand, and can have one answer only")


def _set(form: Form, node: Node) -> Iterator[Found]:
    link, name = node.item.link_id, node.item.answer_value_set
    contained = {one.id for one in form.questionnaire.contained if one.resource_type == "ValueSet"}
    if name.removeprefix("#") not in contained:
        where = "is not contained in the form" if name.startswith("#") else "lies outside the form: put it in contained"
        yield error(link, f"takes its options from {short(name)}, which {where}")
    elif not node.options:
        yield error(
            link,
            f"takes its options from {short(name)}, which lists none: a filter or a whole code system "
            "cannot be unfolded here",
        )


def _each(node: Node) -> Iterator[Found]:
    link, kind = node.item.link_id, node.item.type
    names: list[str] = []
    for option in node.options:
        name, wrong = _name(option)
        names.append(name)
        if wrong:
            yield error(link, wrong)
        elif option.value_coding is None and kind not in CHOICES and kind not in PLAIN[name.partition(" ")[0]]:
            yield error(link, f"offers {short(name.partition(' ')[2])}, which is no {kind}")
        elif option.value_coding is not None and kind not in CHOICES:
            yield error(link, f"offers a code, although it is {a(kind)}")
    for name in (name for name, times in Counter(names).items() if name and times > 1):
        yield error(link, f"offers {short(name.partition(' ')[2])} twice: answers could not be told apart")


def _name(option: AnswerOption) -> tuple[str, str]:
    """What tells an option from others, and what is wrong with it."""
    coding = option.value_coding
    if coding:
        if not coding.code:
            return "", f"has an option without a code ({short(coding.display)})"
        if max(len(coding.code), len(coding.system)) > LONGEST_CODE or len(coding.display) > LONGEST_WORDS:
            return "", f"has an option with too long a code, system or text ({short(coding.code)})"
        return f"code {coding.code}", ""
    given = [(name, value) for name in PLAIN if (value := getattr(option, name)) is not None]
    if len(given) != 1:
        return "", "has an option that is no code, text, whole number, date or time"
    return f"{given[0][0]} {given[0][1]}", ""
