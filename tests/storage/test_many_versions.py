"""Which versions stand is told alike, and soon, however many there are."""

import tracemalloc
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from viktig.domain.join import History
from viktig.domain.version import Bases, ancestors, newest

NAMES = "abcdefg"
webs = st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES + "z"), max_size=3).map(tuple))


def by_definition(bases: Bases, chosen: Iterable[str]) -> tuple[str, ...]:
    below = {version: ancestors(bases, version) for version in chosen}
    return tuple(
        sorted(
            version
            for version in below
            if not any(version in older and other not in below[version] for other, older in below.items())
        )
    )


@given(webs, st.data())
def test_the_newest_are_those_that_nothing_else_covers(bases: Bases, data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.sampled_from(sorted(bases) or ["a"]))) & bases.keys()
    assert newest(bases, chosen) == by_definition(bases, chosen)


def test_a_long_history_is_walked_once() -> None:
    """Each version's bases are looked at a few times, not once for every later version."""
    looks = 0

    class Counted(dict[str, tuple[str, ...]]):
        def __getitem__(self, name: str) -> tuple[str, ...]:
            nonlocal looks
            looks += 1
            return super().__getitem__(name)

    names = [f"{number:05}" for number in range(2000)]
    bases = Counted(zip(names, [(), *((name,) for name in names)], strict=False))
    assert newest(bases, names) == (names[-1],)
    assert looks < 3 * len(names)


def test_a_long_history_with_two_ends_is_joined_in_little_memory() -> None:
    names = [f"{number:05}" for number in range(2000)]
    bases = {**dict(zip(names, [(), *((name,) for name in names)], strict=False)), "other": (names[0],)}
    said = {name: {"matters": name} for name in bases}
    tracemalloc.start()
    history = History(bases, said, (names[-1], "other"))
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert history.standing((names[-1], "other"), "matters").keys() == {names[-1], "other"}
    assert most < 10_000_000
