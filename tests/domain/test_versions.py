"""Which versions stand: heads, the newest of some, what came before what. Versions may arrive in any order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viktig.domain.join import joined
from viktig.domain.mark import CommunicationRequest, TalkMark
from viktig.domain.questionnaire_response import QuestionnaireResponse
from viktig.domain.version import (
    ancestors,
    audience_of,
    heads,
    newest,
    oldest_first,
)

UNHURRIED = settings(deadline=None, max_examples=60)
Bases = dict[str, tuple[str, ...]]
LINE: Bases = {"a": (), "b": ("a",), "c": ("b",)}
FORK: Bases = {"a": (), "b": ("a",), "c": ("a",)}
MENDED: Bases = FORK | {"d": ("b", "c")}
RING: Bases = {"a": (), "b": ("a", "c"), "c": ("b",)}


@pytest.mark.parametrize(
    ("bases", "expected"),
    [
        ({}, ()),
        (LINE, ("c",)),
        (FORK, ("b", "c")),
        (MENDED, ("d",)),
        ({"b": ("never seen",), "c": ()}, ("b", "c")),
        ({"c": (), "b": ("c",), "a": ("b",)}, ("a",)),
    ],
)
def test_heads_are_the_versions_that_nothing_was_written_on(bases: Bases, expected: tuple[str, ...]) -> None:
    assert heads(bases) == expected


@pytest.mark.parametrize(
    ("bases", "expected"),
    [({"a": ("a",)}, ("a",)), ({"a": (), "b": ("b", "a")}, ("b",)), (RING, ("b", "c")), (RING | {"d": ("c",)}, ("d",))],
)
def test_versions_that_name_each_other_do_not_hide_a_document(bases: Bases, expected: tuple[str, ...]) -> None:
    assert heads(bases) == expected


def test_versions_that_name_each_other_can_be_ordered_and_joined() -> None:
    empty = QuestionnaireResponse(questionnaire="f|1", status="completed", encounter="stay", language="nb")
    assert sorted(oldest_first(RING, heads(RING))) == ["a", "b", "c"]
    assert joined(RING, dict.fromkeys(RING, empty), heads(RING)) == empty


def test_of_chosen_versions_the_newest_are_those_no_other_chosen_was_written_on() -> None:
    assert newest(LINE, ["a", "b"]) == ("b",)
    assert newest(LINE, ["a", "c"]) == ("c",)
    assert newest(MENDED, ["a", "b", "c"]) == ("b", "c")
    assert newest(MENDED, []) == ()


def test_a_base_that_is_not_known_is_no_ancestor() -> None:
    assert ancestors({"b": ("lost",)}, "b") == {"b"}
    assert ancestors(LINE, "lost") == set()


@st.composite
def written(draw: st.DrawFn) -> Bases:
    """A history whose ids say nothing of time."""
    names = draw(st.permutations("abcdefgh"))
    return {
        name: tuple(draw(st.permutations(names[:number]))[: draw(st.integers(0, 3))])
        for number, name in enumerate(names)
    }


@UNHURRIED
@given(written())
def test_the_order_of_arrival_does_not_matter(bases: Bases) -> None:
    other = dict(sorted(bases.items()))
    assert heads(other) == heads(bases)
    assert newest(other, sorted(other)) == newest(bases, bases) == heads(bases)


@UNHURRIED
@given(written())
def test_every_version_is_below_some_head_and_no_head_below_another(bases: Bases) -> None:
    ends = heads(bases)
    below = [ancestors(bases, head) for head in ends]
    assert set().union(*below) == set(bases)
    assert not any(head in older for head in ends for older in below if older != ancestors(bases, head))


@UNHURRIED
@given(written())
def test_oldest_first_puts_every_version_after_what_it_was_written_on(bases: Bases) -> None:
    order = oldest_first(bases, heads(bases))
    assert set(order) == set(bases)
    assert all(order.index(base) < order.index(version) for version in order for base in bases[version])


def test_a_wish_to_talk_alone_is_for_staff_and_other_things_are_for_all() -> None:
    wish = CommunicationRequest(encounter="stay", wish="during-the-day")
    form = QuestionnaireResponse(questionnaire="f|1", status="completed", encounter="stay", language="nb")
    assert (audience_of(wish), audience_of(TalkMark(encounter="stay", talked="yes"))) == ("staff", "all")
    assert audience_of(form) == "all"
