"""Entries of the list in several places at once: the cases that the web app runs too, and what always holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viktig.domain.entry import Confirmation, ContactPoint, Entry, MedicationStatement, VisitQuestion
from viktig.domain.entry_join import Statement, joined, may_confirm, words_of
from viktig.domain.version import ancestors, heads

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parents[1] / "cases/entries.json").read_text("utf-8"))
UNHURRIED = settings(deadline=None, max_examples=60)
KARI = Confirmation(by="Kari", title="nurse", at="2026-11-02T09:00:00Z")

History = tuple[dict[str, tuple[str, ...]], dict[str, MedicationStatement]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_joining(case: Mapping[str, Any]) -> None:
    contents = msgspec.convert(case["contents"], dict[str, Entry])
    bases = {version: tuple(names) for version, names in case["bases"].items()}
    entry, differing = joined(bases, contents, case["heads"])
    assert entry == msgspec.convert(case["expected"], Entry)
    assert differing == msgspec.convert(case["differing"], tuple[Statement, ...])


def medicine(words: Mapping[str, str], **flags: object) -> MedicationStatement:
    return msgspec.structs.replace(MedicationStatement(encounter="stay", medication=""), **words, **flags)


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Two phones and a nurse, each behind the others now and then; somebody settles, removes, confirms."""
    names = draw(st.permutations("abcdefgh"))
    bases: dict[str, tuple[str, ...]] = {}
    contents: dict[str, MedicationStatement] = {}
    for number, name in enumerate(names):
        size = st.integers(min_value=0, max_value=min(number, 2))
        base = tuple(draw(st.permutations(names[:number]))[: draw(size)]) if number else ()
        before = joined(bases, contents, base)[0] if base else medicine({})
        change = draw(
            st.dictionaries(
                st.sampled_from(["medication", "dosage", "note"]), st.sampled_from(["", "x", "y", "z"]), max_size=2
            )
        )
        flags: list[dict[str, object]] = [{}, {"removed": True}, {"removed": False}, {"confirmed": KARI}]
        said: dict[str, object] = {**change, "confirmed": None} if change else draw(st.sampled_from(flags))
        bases[name] = base
        contents[name] = msgspec.structs.replace(before, **said)
    return bases, contents


def statements(bases: Mapping[str, tuple[str, ...]], contents: Mapping[str, MedicationStatement]) -> set[Any]:
    """Every field and words that stand when all heads are joined."""
    entry, differing = joined(bases, contents, heads(bases))
    several = {one.field for one in differing}
    alone = {pair for pair in words_of(entry).items() if pair[0] not in several}
    return alone | {(one.field, one.words) for one in differing}


@UNHURRIED
@given(histories())
def test_no_words_vanish_that_nobody_took_away(history: History) -> None:
    """Words are gone only when a version that was written on them no longer says them."""
    bases, contents = history
    result = statements(bases, contents)
    for version, content in contents.items():
        before = {pair for base in bases[version] for pair in words_of(contents[base]).items()}
        after = [later for later in bases if version in ancestors(bases, later)]
        for field, words in words_of(content).items() - before:
            kept = any(field == each and words in said for each, said in result)
            assert kept or any(words != words_of(contents[later]).get(field) for later in after)


@UNHURRIED
@given(histories())
def test_nothing_is_removed_or_confirmed_that_those_who_said_so_had_not_seen(history: History) -> None:
    bases, contents = history
    entry, _ = joined(bases, contents, heads(bases))
    ends = [contents[head] for head in heads(bases)]
    for flag in ("removed", "confirmed"):
        if getattr(entry, flag):
            seen = {pair for end in ends if getattr(end, flag) for pair in words_of(end).items()}
            assert statements(bases, contents) <= seen


@UNHURRIED
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_heads_does_not_matter(history: History, chance: Any) -> None:
    bases, contents = history
    mixed = list(heads(bases))
    chance.shuffle(mixed)
    assert joined(bases, contents, mixed) == joined(bases, contents, heads(bases))


@UNHURRIED
@given(histories())
def test_writing_down_what_was_joined_settles_it(history: History) -> None:
    bases, contents = history
    entry, _ = joined(bases, contents, heads(bases))
    bases["new"], contents["new"] = heads(bases), entry
    assert joined(bases, contents, [*bases["new"], "new"]) == (entry, ())


def test_only_staff_confirm_and_only_under_their_own_name() -> None:
    before, confirmed = medicine({"dosage": "50 mg"}), medicine({"dosage": "50 mg"}, confirmed=KARI)
    assert may_confirm(confirmed, [before], "Kari", staff=True, title="nurse")
    assert not may_confirm(confirmed, [before], "Kari", staff=True, title="student")
    assert not may_confirm(confirmed, [before], "Ingrid", staff=False)
    assert not may_confirm(confirmed, [confirmed], "Ingrid", staff=False)
    assert not may_confirm(confirmed, [before], "Ahmed", staff=True)


def test_another_members_confirmation_is_carried_on_only_with_the_same_words() -> None:
    confirmed = medicine({"dosage": "50 mg"}, confirmed=KARI)
    assert may_confirm(confirmed, [confirmed], "Ahmed", staff=True)
    assert not may_confirm(medicine({"dosage": "100 mg"}, confirmed=KARI), [confirmed], "Ahmed", staff=True)


def test_what_bears_no_confirmation_is_anybodys_to_write() -> None:
    for entry in (medicine({}), VisitQuestion(encounter="stay", text="?"), ContactPoint(encounter="stay", name="Mona")):
        assert may_confirm(entry, [], "Ingrid", staff=False)
