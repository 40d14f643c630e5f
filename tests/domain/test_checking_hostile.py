"""Forms that are spoilt by chance or on purpose: told, never a traceback, never a hang."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.written import (
    CODE,
    YES,
    Json,
    checked,
    choice,
    ext,
    extended,
    form,
    has,
    item,
    when,
)
from viktig.domain.questionnaire.checking import Checked, check


def test_conditions_in_a_line_two_thousand_long_are_followed_to_the_end() -> None:
    chain = [item("i0", "boolean")]
    chain += [item(f"i{n}", "boolean", enableWhen=[when(f"i{n - 1}", **YES)]) for n in range(1, 2000)]
    assert checked(*chain).found == ()
    chain[0]["enableWhen"] = [when("i1999", **YES)]
    assert len(checked(*chain).errors) == 1


def test_more_options_and_patterns_than_can_be_gone_through_are_refused() -> None:
    many = {"compose": {"include": [{"concept": [{"code": str(n)} for n in range(6_000)]}]}}
    found = checked(
        *(item(f"i{n}", "choice", answerValueSet="#v") for n in range(9)),
        contained=[{"resourceType": "ValueSet", "id": "v", **many}],
    )
    assert has(found, "error", "", "more than 50,000 options in all")
    patterns = (extended(f"i{n}", "string", ext("regex", valueString=f"{n}" + "(a|b)?" * 80)) for n in range(50))
    assert has(checked(*patterns), "error", "", "regular expressions of more than 20,000 characters")


WHOLE = form(
    choice("a", "x", "y", repeats=True),
    item(
        "g",
        "group",
        repeats=True,
        enableWhen=[when("a", **CODE)],
        item=[extended("b", "string", ext("regex", valueString="a+"))],
    ),
    item(
        "c",
        "date",
        initial=[{"valueDate": "2026-11-29"}],
        _text={"extension": [ext("rendering-markdown", valueMarkdown="**a**")]},
    ),
    contained=[{"resourceType": "ValueSet", "id": "v", "compose": {"include": [{"concept": [{"code": "x"}]}]}}],
)
NAMES = st.sampled_from(["item", "enableWhen", "type", "extension", "linkId", "x"])
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Each container in it, with each key."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [place for key in keys for place in ((value, key), *places(value[key]))]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_is_spoilt_in_a_form_it_is_told_and_never_a_traceback(data: st.DataObject) -> None:
    whole = json.loads(json.dumps(WHOLE))
    for _ in range(data.draw(st.integers(1, 4))):
        container, key = data.draw(st.sampled_from(places(whole)))
        if data.draw(st.booleans()) and isinstance(container, dict):
            container[data.draw(st.sampled_from(["item", "enableWhen", "type", "extension", "linkId", "x"]))] = (
                data.draw(ANY)
            )
        else:
            container[key] = data.draw(ANY)
    for one in check(json.dumps(whole).encode()).found:
        assert one.says


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_whatever_bytes_come_in_they_are_refused_in_a_sentence(body: bytes) -> None:
    assert check(body).errors


MARKDOWN = "rendering-markdown"


@pytest.mark.parametrize("words", ["<a ", "&amp;", "<", "![", "< / ", "<x onx", "javascript  "])
def test_a_text_that_goes_on_for_ever_is_refused_before_it_is_looked_through(words: str) -> None:
    def of(length: int) -> Checked:
        text = (words * length)[:length]
        return checked(item("a", _text={"extension": [ext(MARKDOWN, valueMarkdown=text)]}))

    assert has(of(20_001), "error", "a", "longer than 20,000")
    assert not has(of(20_000), "error", "a", "longer than 20,000")


def test_of_very_many_strange_elements_the_first_are_told() -> None:
    strange: Json = {f"x{n}": 1 for n in range(100_000)}
    found = checked(item("a", **strange))
    assert has(found, "difference", "", "more than 500 elements that are not understood")
    assert len(found.found) == 501


def test_of_very_many_names_that_stand_twice_the_first_are_told() -> None:
    twice = ",".join(f'"k{n % 50_000}":1' for n in range(100_000))
    assert len(check(f'{{"resourceType":"Questionnaire",{twice}}}'.encode()).errors) >= 20
