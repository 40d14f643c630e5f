"""Answers that stand there from the start: each one that the question itself would take."""

from collections.abc import Iterator

import msgspec

from viktig.domain.questionnaire.checking_found import Found, difference, error
from viktig.domain.questionnaire.extensions import REGEX, named
from viktig.domain.questionnaire.form import Node
from viktig.domain.questionnaire.regex import judge
from viktig.domain.questionnaire.rule import Rule
from viktig.domain.questionnaire_response import Answer


def found(node: Node) -> Iterator[Found]:
    item, link = node.item, node.item.link_id
    if not node.asked:
        return
    if node.where and (item.initial or any(option.initial_selected for option in node.options)):
        yield difference(link, "has an initial answer within what comes several times: it is not suggested there")
    if not item.initial:
        return
    if len(item.initial) > 1 and not item.repeats:
        yield error(link, "has several initial answers, and can have one only")
    if item.answer_option:
        yield difference(link, "has initial beside answerOption; FHIR R4 wants initialSelected on the option")
    rule = Rule(node) if not _unsafe(node) else None
    for value in item.initial:
        told = msgspec.to_builtins(value)
        if not told:
            yield difference(link, "has an initial answer of a kind that is not supported (a file or a reference)")
            continue
        try:
            answer = msgspec.convert(told, Answer)
        except msgspec.ValidationError:
            yield error(link, "has an initial answer that is too long to be one")
            continue
        remark = rule.broken(answer) if rule else None
        if remark:
            yield error(link, f"has an initial answer that its own rules refuse ({remark})")


def _unsafe(node: Node) -> bool:
    """Whether its regular expression must not be tried."""
    return any(judge(one.value_string).refused for one in named(node.item.extension, REGEX))
