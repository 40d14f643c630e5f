"""How an item is shown and what it works out: controls that we have, expressions that we can run."""

from collections.abc import Iterator
from typing import Final

from viktig.domain.questionnaire import extensions as ext
from viktig.domain.questionnaire.checking_found import Found, difference, error, note, short
from viktig.domain.questionnaire.checking_known import CONTROLS
from viktig.domain.questionnaire.extensions import first, named
from viktig.domain.questionnaire.fhirpath_reader import fault
from viktig.domain.questionnaire.form import Form, Node
from viktig.domain.questionnaire.resource import Extension, Item

EXPRESSIONS: Final = (
    *ext.CALCULATED,
    ext.INITIAL_EXPRESSION,
    ext.ENABLE_WHEN_EXPRESSION,
    ext.ANSWER_EXPRESSION,
    ext.VARIABLE,
)
LONGEST_EXPRESSION: Final = 5_000
MOST_EXPRESSIONS: Final = 1_000
"""The phone's own limits: `expressions/written.ts`."""
ON_THE_PHONE: Final = "is worked out on the phone only; the server keeps the result as it is sent"
TABLES: Final = frozenset(("table", "htable", "gtable", "atable", "grid"))
EDGES: Final = frozenset(("header", "footer"))


def found(node: Node) -> Iterator[Found]:
    item = node.item
    yield from _controls(item)
    yield from expressions(item.extension, item.link_id)
    if node.asked and first(item.extension, ext.ENABLE_WHEN_EXPRESSION) and item.enable_when:
        yield error(item.link_id, "has both enableWhen and enableWhenExpression; only one of them can decide")


def _controls(item: Item) -> Iterator[Found]:
    for code in ext.controls(item):
        if code not in CONTROLS:
            yield difference(item.link_id, f"is to be shown as {short(code)}, which is not known: it is shown as usual")
        elif item.type not in CONTROLS[code]:
            yield difference(item.link_id, f"is to be shown as {code}, which no {item.type} is: it is shown as usual")
        elif code in TABLES:
            yield note(item.link_id, "is shown as a list, not as a table, so that it fits a phone")
        elif code in EDGES:
            yield difference(item.link_id, f"is to be the {code} of every page: it is shown once, where it stands")


def too_many(form: Form) -> Iterator[Found]:
    every = (form.questionnaire.extension, *(node.item.extension for node in form.nodes.values()))
    if sum(1 for extensions in every for _ in named(extensions, *EXPRESSIONS)) > MOST_EXPRESSIONS:
        yield difference("", f"has more than {MOST_EXPRESSIONS:,} expressions: those after them are left out")


def expressions(extensions: tuple[Extension, ...], link: str) -> Iterator[Found]:
    for one in named(extensions, *EXPRESSIONS):
        name = one.url.rpartition("/")[2].removeprefix("sdc-questionnaire-")
        told = one.value_expression
        written = told.expression if told else one.value_string
        language = told.language if told else "text/fhirpath"
        if not written.strip():
            yield error(link, f"has {name} without an expression")
        elif language != "text/fhirpath":
            yield difference(
                link, f"has {name} in {short(language) or 'no language'}: only text/fhirpath is worked out"
            )
        elif one.url == ext.VARIABLE and not (told and told.name):
            yield error(link, "has a variable without a name")
        elif len(written) > LONGEST_EXPRESSION:
            yield difference(link, f"{name} is longer than {LONGEST_EXPRESSION:,} characters: it is left out")
        elif wrong := fault(written):
            yield difference(link, f"{name} {wrong}: it is left out")
        else:
            yield note(link, f"{name} {ON_THE_PHONE}")
