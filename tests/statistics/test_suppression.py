"""Small counts: hidden, and not to be found from their sum."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viktig.statistics.suppression import FEWEST, small, suppressed


@pytest.mark.parametrize(("count", "hidden"), [(0, False), (1, True), (4, True), (5, False)])
def test_one_to_four_are_small(count: int, hidden: bool) -> None:
    assert small(count) is hidden


def test_what_is_left_to_others_must_not_be_small_either() -> None:
    assert small(9, known=7)
    assert not small(9, known=9)
    assert not small(9, known=4)


def test_nothing_small_is_shown_as_it_is() -> None:
    assert suppressed([5, 0, 12]) == ((5, 0, 12), 17)


def test_one_hidden_cell_takes_the_smallest_other_along() -> None:
    assert suppressed([3, 9, 6, 0]) == ((None, 9, None, 0), 18)


def test_two_hidden_cells_hide_each_other() -> None:
    assert suppressed([3, 2, 9]) == ((None, None, 9), 14)


def test_all_of_them_ones_follow_from_their_sum_and_take_another_along() -> None:
    assert suppressed([1, 1, 9]) == ((None, None, None), 11)


def test_ones_that_are_left_when_the_known_are_taken_away_follow_too() -> None:
    assert suppressed([5, 5, 9], known=[4, 4, 0]) == ((None, None, None), 19)


def test_where_there_is_no_other_the_sum_is_hidden() -> None:
    assert suppressed([3, 0, 0]) == ((None, 0, 0), None)
    assert suppressed([9, 0], known=[6, 0]) == ((None, 0), None)


@given(st.lists(st.integers(0, 12), min_size=1, max_size=4))
def test_whoever_sees_the_sum_finds_at_least_two_values_for_every_hidden_cell(counts: list[int]) -> None:
    cells, total = suppressed(counts)
    hidden = [count for count, cell in zip(counts, cells, strict=True) if cell is None]
    if not hidden or total is None:
        return
    left = total - sum(cell for cell in cells if cell is not None)
    small_ones = sum(count < FEWEST for count in hidden)
    # The reader knows how hiding goes: as many as there are may be small, the others are not.
    fits = [
        found for found in product(range(1, left + 1), repeat=len(hidden)) if sum(found) == left and min(found) < FEWEST
    ]
    assert small_ones
    for place in range(len(hidden)):
        assert len({found[place] for found in fits}) > 1
