"""Joining: the cases that the web app runs too, and what must hold for any history of versions."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from viktig.domain.join import by_spot, joined, meaning
from viktig.domain.person import Speaker
from viktig.domain.questionnaire_response import Answer, QuestionnaireResponse, ResponseItem
from viktig.domain.version import ancestors, heads

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parents[1] / "cases/join.json").read_text("utf-8"))
UNHURRIED = settings(deadline=None, max_examples=60)
INGRID = Speaker(kind="patient", name="Ingrid")

History = tuple[dict[str, tuple[str, ...]], dict[str, QuestionnaireResponse]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_joining(case: Mapping[str, Any]) -> None:
    contents = msgspec.convert(case["contents"], dict[str, QuestionnaireResponse])
    bases = {version: tuple(names) for version, names in case["bases"].items()}
    expected = msgspec.convert(case["expected"], tuple[ResponseItem, ...])
    assert joined(bases, contents, case["heads"]).item == expected


def test_what_is_joined_is_a_draft_as_long_as_one_of_them_is() -> None:
    sent, changed, draft = (response({}, status) for status in ("completed", "amended", "in-progress"))
    bases: dict[str, tuple[str, ...]] = {"a": (), "b": (), "c": ()}
    assert joined(bases, {"a": sent, "b": changed}, ["a", "b"]).status == "amended"
    assert joined(bases, {"a": sent, "b": changed, "c": draft}, ["a", "b", "c"]).status == "in-progress"


def response(words: Mapping[str, str], status: Any = "in-progress") -> QuestionnaireResponse:
    """A response with one statement for each question, written at the same moment by the same person."""
    items = tuple(
        ResponseItem(
            link_id=link,
            answer=(Answer(value_string=said),),
            said_by=INGRID,
            written_by=INGRID,
            authored="2026-11-02T08:00:00Z",
        )
        for link, said in words.items()
    )
    return QuestionnaireResponse(questionnaire="f|1", status=status, encounter="stay", language="nb", item=items)


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Phones that write on what they have: some have joined before, some are behind, ids say nothing of time."""
    names = draw(st.permutations("abcdefgh"))
    bases: dict[str, tuple[str, ...]] = {}
    contents: dict[str, QuestionnaireResponse] = {}
    for number, name in enumerate(names):
        size = st.integers(min_value=0, max_value=min(number, 2))
        base = tuple(draw(st.permutations(names[:number]))[: draw(size)]) if number else ()
        change = draw(st.dictionaries(st.sampled_from("pqr"), st.sampled_from(["", "x", "y", "z"]), max_size=2))
        bases[name] = base
        contents[name] = write(joined(bases, contents, base) if base else response({}), change)
    return bases, contents


def write(on: QuestionnaireResponse, change: Mapping[str, str]) -> QuestionnaireResponse:
    """Somebody changes, or with no words takes away, the answers to some questions; the rest is carried along."""
    kept = tuple(item for item in on.item if item.link_id not in change)
    new = response({link: words for link, words in change.items() if words}).item
    return msgspec.structs.replace(on, item=kept + new)


def said(of: QuestionnaireResponse) -> dict[str, tuple[object, ...]]:
    return {link: meaning(items) for link, items in by_spot(of.item).items()}


def statements(of: QuestionnaireResponse) -> set[tuple[str, str | None]]:
    return {(item.link_id, item.answer[0].value_string) for item in of.item}


@UNHURRIED
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_heads_does_not_matter(history: History, chance: Any) -> None:
    bases, contents = history
    mixed = list(heads(bases))
    chance.shuffle(mixed)
    assert joined(bases, contents, mixed) == joined(bases, contents, heads(bases))


@UNHURRIED
@given(histories())
def test_the_names_of_versions_do_not_matter(history: History) -> None:
    bases, contents = history
    other = {name: f"{ord('z') - ord(name):02}" for name in bases}
    renamed = {other[name]: tuple(other[base] for base in names) for name, names in bases.items()}
    moved = {other[name]: content for name, content in contents.items()}
    assert said(joined(renamed, moved, heads(renamed))) == said(joined(bases, contents, heads(bases)))


@UNHURRIED
@given(histories())
def test_writing_down_what_was_joined_settles_it_and_joining_again_changes_nothing(history: History) -> None:
    bases, contents = history
    result = joined(bases, contents, heads(bases))
    bases["new"], contents["new"] = heads(bases), result
    assert heads(bases) == ("new",)
    assert said(joined(bases, contents, [*bases["new"], "new"])) == said(result)


@UNHURRIED
@given(histories())
def test_nothing_said_since_the_base_is_lost(history: History) -> None:
    """Words are gone only when a version that was written on them no longer says them."""
    bases, contents = history
    result = statements(joined(bases, contents, heads(bases)))
    for version, content in contents.items():
        before = {each for base in bases[version] for each in statements(contents[base])}
        after = [later for later in bases if version in ancestors(bases, later)]
        for new in statements(content) - before:
            assert new in result or any(new not in statements(contents[later]) for later in after)


@UNHURRIED
@given(histories())
def test_nothing_is_made_up(history: History) -> None:
    bases, contents = history
    ends = heads(bases)
    assert statements(joined(bases, contents, ends)) <= {each for head in ends for each in statements(contents[head])}


@UNHURRIED
@given(histories())
def test_a_question_that_every_head_answers_is_answered(history: History) -> None:
    bases, contents = history
    ends = heads(bases)
    answered = set.intersection(*(set(said(contents[head])) for head in ends))
    assert answered <= set(said(joined(bases, contents, ends)))


@UNHURRIED
@given(histories())
def test_a_statement_that_stands_alone_is_never_unsettled(history: History) -> None:
    bases, contents = history
    for items in by_spot(joined(bases, contents, heads(bases)).item).values():
        assert not items[0].unsettled or len(items) > 1


@UNHURRIED
@given(histories())
def test_joining_two_first_and_the_third_later_is_the_same_when_nothing_was_unsettled(history: History) -> None:
    bases, contents = history
    ends = heads(bases)
    assume(len(ends) > 2)
    first = joined(bases, contents, ends[:2])
    assume(not any(item.unsettled for item in first.item))
    at_once = joined(bases, contents, ends)
    bases["two"], contents["two"] = ends[:2], first
    assert said(joined(bases, contents, ["two", *ends[2:]])) == said(at_once)
