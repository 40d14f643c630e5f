"""Forms and answers made to break something: refused, or kept with a remark; never a hang, never another exception."""

import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bridge import Bridge
from tests.forms import SPEAKERS, Json, answered, form, read
from viktig.domain.questionnaire import Questionnaire
from viktig.domain.questionnaire.form import DEEPEST, Form
from viktig.domain.questionnaire.nested import About, response
from viktig.domain.questionnaire.nested_read import items
from viktig.domain.questionnaire.places import places, walked
from viktig.domain.questionnaire.rules import flaws
from viktig.domain.questionnaire_response import Answer, ResponseItem

ABOUT = About(questionnaire="f|1", status="completed", language="nb")
MANY, LONG = 10_000, 2_000
NAMES = ["linkId", "type", "item", "answer", "valueString", "enableWhen", "extension", "url"]
TREE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(NAMES), below, max_size=4),
    max_leaves=12,
)  # fmt: skip


def of(*items: Json) -> Json:
    return {"resourceType": "Questionnaire", "url": "f", "version": "1", "language": "nb", "item": list(items)}


def ask(link: str, *, when: str = "", **more: Any) -> Json:
    condition = {"enableWhen": [{"question": when, "operator": "exists", "answerBoolean": True}]} if when else {}
    return {"linkId": link, "type": "string", **condition, **more}


def say(link: str, within: str = "", **answer: Any) -> ResponseItem:
    given = Answer(**answer) if answer else Answer(value_string="x")
    return ResponseItem(link_id=link, within=within, answer=(given,), said_by=SPEAKERS[0], written_by=SPEAKERS[0],
                        authored="2026-11-02T08:00:00Z")  # fmt: skip


def both(bridge: Bridge, made: Json, said: tuple[ResponseItem, ...]) -> tuple[int, list[tuple[str, str, str]]]:
    """How many places there are, and what is broken; in both engines the same."""
    questionnaire = read(made)
    found = list(walked(places(Form(questionnaire), said)))
    broken = [(one.link_id, one.within, str(one.remark)) for one in flaws(questionnaire, said)]
    told = bridge.told(made, said, ABOUT)
    assert told.places == [(one.node.item.link_id, one.within) for one in found]
    assert told.flaws == broken
    assert told.nested == response(Form(questionnaire), said, ABOUT)
    return len(found), broken


def chain(back: bool) -> Iterator[Json]:
    """Each question waits for the one before it, or for the one after it."""
    for n in range(LONG):
        yield ask(f"q{n}", when=f"q{n + 1}" if back else f"q{n - 1}" if n else "")
    yield ask(f"q{LONG}", when="" if back else f"q{LONG - 1}")


def deep(levels: int) -> Json:
    made = ask("end")
    for level in range(levels - 1):
        made = {"linkId": f"g{level}", "type": "group", "item": [made]}
    return made


@pytest.mark.parametrize("back", [False, True], ids=["forward", "backward"])
def test_two_thousand_questions_that_wait_for_each_other(bridge: Bridge, back: bool) -> None:
    said = tuple(say(f"q{n}") for n in range(LONG + 1))
    assert both(bridge, of(*chain(back)), said) == (LONG + 1, [])
    there, broken = both(bridge, of(*chain(back)), said[:-1] if back else said[1:])
    assert (there, len(broken)) == (1, LONG)


def test_a_circle_of_ten_thousand_and_all_that_waits_for_it_is_never_there(bridge: Bridge) -> None:
    circle = [ask(f"q{n}", when=f"q{(n + 1) % MANY}") for n in range(MANY)]
    assert both(bridge, of(*circle, ask("after", when="q5"), ask("free")), (say("q1"), say("free"))) == (
        1,
        [("q1", "", "not-enabled")],
    )


def test_two_thousand_instances_with_conditions_on_each_other(bridge: Bridge) -> None:
    inner = [ask("a"), ask("b", when="a"), ask("c", when="out"), ask("d", when="all")]
    made = of(
        {"linkId": "g", "type": "group", "repeats": True, "item": inner},
        {"linkId": "h", "type": "group", "repeats": True, "item": [ask("all"), ask("e", when="a")]},
        ask("out", when="a"),
    )
    said = tuple(say(link, f"i{n:04d}") for n in range(1_000) for link in ("a", "all"))
    assert both(bridge, made, said) == (1_000 * 4 + 1_000 * 3 + 1, [])


def test_a_hundred_levels_are_asked_and_more_are_refused(bridge: Bridge) -> None:
    assert both(bridge, of(deep(DEEPEST)), (say("end"),)) == (DEEPEST, [])
    for levels in (DEEPEST + 1, 400):
        with pytest.raises(msgspec.ValidationError, match="deep"):
            Form(read(of(deep(levels))))


def test_instances_within_instances_to_the_end_of_what_a_place_can_name(bridge: Bridge) -> None:
    made = ask("end")
    for level in range(8):
        made = {"linkId": f"g{level}", "type": "group", "repeats": True, "item": [made]}
    assert both(bridge, of(made), (say("end", "/".join("a" * 8)), say("end", "a"))) == (
        9,
        [("end", "a", "not-enabled")],
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "string"},
        {"linkId": None, "type": "string"},
        {"linkId": "a", "type": "essay"},
        {"linkId": "a"},
        {"linkId": "a", "type": "string", "enableWhen": [{"question": "b", "operator": "~"}]},
        {"linkId": "a", "type": "string", "enableWhen": [{"operator": "exists"}]},
        {"linkId": "a", "type": "string", "enableWhen": {}},
        {"linkId": "a", "type": "string", "enableBehavior": "some"},
        {"linkId": "a", "type": "string", "maxLength": "ten"},
        {"linkId": "a", "type": "string", "extension": [{"valueInteger": 1}]},
        {"linkId": "a", "type": "integer", "extension": [{"url": "u", "valueInteger": 1.5}]},
    ],
    ids=json.dumps,
)
def test_a_form_without_what_it_needs_is_refused(wrong: Json) -> None:
    with pytest.raises(msgspec.ValidationError):
        read(of(wrong))


@pytest.mark.parametrize(
    "text",
    ['"\\ud800"', '"\\udfff x"', "NaN", "Infinity", "1e999", "9" * 400 + ".5", '{"value": 1e999}', "[" * 100_000],
)
def test_what_json_cannot_say_never_becomes_an_answer(text: str) -> None:
    for field in ("valueString", "valueDecimal", "valueQuantity"):
        with pytest.raises((msgspec.DecodeError, RecursionError)):
            msgspec.json.decode(f'{{"{field}": {text}}}', type=Answer)


@pytest.mark.parametrize(
    "given",
    [
        {"value_string": "\u0000"},
        {"value_string": "\u202e\ufeff\u0301"},
        {"value_string": "<script>alert(1)</script>"},
        {"value_integer": 10**300},
        {"value_integer": -(10**300)},
        {"value_decimal": 1.7976931348623157e308},
        {"value_decimal": 5e-324},
        {"value_date": "9999-12-31"},
        {"value_date": "0000-00-00"},
        {"value_date": "2026-02-29\n"},
        {"value_date_time": "2026-11-02T08:30:00.123456789+99:99"},
        {"value_time": "08:30:00.000000000"},
        {"value_uri": "javascript:alert(1)"},
    ],
    ids=str,
)
def test_an_odd_answer_is_kept_and_judged_alike(bridge: Bridge, given: Json) -> None:
    limits = [{"url": f"http://hl7.org/fhir/StructureDefinition/{name}"} for name in ("minValue", "maxValue")]
    wide: dict[str, Json] = {
        "integer": {"valueInteger": 10**300},
        "decimal": {"valueDecimal": 0},
        "date": {"valueDate": "2026-02-30"},
    }
    for kind in ("string", "integer", "decimal", "date", "dateTime", "time", "url", "choice"):
        extension = [limit | wide[kind] for limit in limits] if kind in wide else []
        questionnaire = read(of(ask("q", type=kind, extension=extension)))
        said = (say("q", **given),)
        broken = [(one.link_id, one.within, str(one.remark)) for one in flaws(questionnaire, said)]
        if abs(given.get("value_integer", 0)) <= 2**53:  # beyond it JavaScript has no whole numbers
            assert bridge.told(of(ask("q", type=kind, extension=extension)), said, ABOUT).flaws == broken
        assert len(broken) <= 1
        assert response(Form(questionnaire), said, ABOUT)["item"]


@pytest.mark.parametrize("pattern", ["(", "[", "a{2,1}", "(" * 5_000, "(?P<a>", "\\", "*", "a)|(b"])
def test_a_pattern_that_cannot_be_read_asks_nothing(bridge: Bridge, pattern: str) -> None:
    regex = [{"url": "http://hl7.org/fhir/StructureDefinition/regex", "valueString": pattern}]
    assert both(bridge, of(ask("q", extension=regex)), (say("q", value_string="b"),)) == (1, [])


@settings(max_examples=100)
@given(tree=TREE)
def test_anything_at_all_is_a_form_or_is_refused(tree: Any) -> None:
    _read_or_refused(lambda: Form(msgspec.convert({**of(), "item": tree}, Questionnaire)))
    _read_or_refused(lambda: Form(msgspec.convert(tree, Questionnaire)))


@settings(max_examples=100)
@given(tree=TREE, chance=st.integers(0, 2**32).map(Random))
def test_anything_at_all_is_a_response_or_is_refused(tree: Any, chance: Random) -> None:
    ready = Form(read(form(chance)))
    _read_or_refused(lambda: items(ready, {"resourceType": "QuestionnaireResponse", "item": tree}, SPEAKERS[0], ""))
    whole = response(ready, answered(chance, ready), ABOUT)
    for _ in range(3):
        _spoil(chance, whole, tree)
    _read_or_refused(lambda: items(ready, whole, SPEAKERS[0], ""))


def test_a_response_that_is_too_deep_is_refused() -> None:
    nested: Json = {"resourceType": "QuestionnaireResponse"}
    at = nested
    for _ in range(5_000):
        at["item"] = [{"linkId": "a"}]
        at = at["item"][0]
    with pytest.raises(msgspec.ValidationError, match="deep"):
        items(Form(read(of(ask("a")))), nested, SPEAKERS[0], "")


def _read_or_refused(read_it: Callable[[], object]) -> None:
    try:
        read_it()
    except msgspec.ValidationError:
        return


def _spoil(chance: Random, at: Any, tree: Any) -> None:
    """Something else somewhere in it."""
    while isinstance(at, dict | list) and at:
        key = chance.choice(list(at)) if isinstance(at, dict) else chance.randrange(len(at))
        if chance.random() < 0.3 or not isinstance(at[key], dict | list):
            at[key] = tree
            return
        at = at[key]
