"""What holds of what a patient shares."""

from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from viktig.domain.consent import Consent, Scope, shared_now, strictest

scopes = st.lists(st.sampled_from(get_args(Scope)), unique=True).map(tuple)
consents = st.builds(
    Consent,
    encounter=st.just("stay"),
    related=st.just("per"),
    name=st.just("Per"),
    scopes=scopes,
    until=st.sampled_from(("", "2026-12-01", "2026-12-24")),
    status=st.sampled_from(("active", "inactive")),
)


@given(st.lists(consents, min_size=1, max_size=4), st.sampled_from(("2026-11-23", "2026-12-10")))
def test_what_several_phones_wrote_together_shares_no_more_than_each_of_them(heads: list[Consent], today: str) -> None:
    standing = strictest(heads)
    shared = shared_now(" ".join(standing.scopes), standing.until, standing.status, today)
    for head in heads:
        assert set(shared) <= set(shared_now(" ".join(head.scopes), head.until, head.status, today))


def test_one_phones_word_stands_as_it_is() -> None:
    said = Consent(encounter="s", related="per", name="Per", relation="sønn", scopes=("plan",), status="active")
    assert strictest([said]).scopes == ("plan",)
    assert (strictest([said]).until, strictest([said]).status, strictest([said]).relation) == ("", "active", "sønn")


def test_the_last_day_is_a_whole_day() -> None:
    assert shared_now("plan", "2026-11-23", "active", "2026-11-23") == ("plan", "learning")
    assert shared_now("plan", "2026-11-23", "active", "2026-11-24") == ("learning",)


def test_who_was_ended_has_just_what_everybody_has_who_learns() -> None:
    assert shared_now("answers plan", "", "inactive", "2026-11-23") == shared_now("learning", "", "active", "")
