"""POST /api/module-feedback: what readers think, without a name, five at a time."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.asking import next_id, slug
from tests.http.nameless import feedback, released, tell, tell_all, waiting
from tests.people import MUNICIPALITY, Town, library
from viktig.domain.problems import Problem
from viktig.http.flood import MOST_FROM_ONE, MOST_IN_ALL, Flood


def test_four_wait_and_the_fifth_takes_them_along(either_town: Town) -> None:
    told = [feedback(words=f"line {n}") for n in range(5)]
    tell_all(either_town, *told[:4])
    assert (len(waiting(either_town)), released(either_town)) == (4, [])
    tell_all(either_town, told[4])
    assert waiting(either_town) == []
    assert {row["words"] for row in released(either_town)} == {f"line {n}" for n in range(5)}


def test_what_comes_after_a_release_waits_anew(town: Town) -> None:
    tell_all(town, *(feedback() for _ in range(9)))
    assert (len(waiting(town)), len(released(town))) == (4, 5)
    tell_all(town, feedback())
    assert (len(waiting(town)), len(released(town))) == (0, 10)


@pytest.mark.parametrize("other", [{"language": "en"}, {"module": "pain"}, {"organization": MUNICIPALITY}])
def test_each_organisation_module_and_language_waits_for_its_own_five(town: Town, other: dict[str, str]) -> None:
    tell_all(town, *(feedback() for _ in range(4)), feedback(**other))
    assert (len(waiting(town)), released(town)) == (5, [])


def test_sent_ten_times_it_waits_once(either_town: Town) -> None:
    tell_all(either_town, *[feedback()] * 10)
    assert len(waiting(either_town)) == 1


def test_the_month_is_all_that_is_kept_of_the_time(town: Town) -> None:
    tell_all(town, *(feedback(id=f"00000000-0000-4000-8000-00000000000{n}") for n in range(5)))
    row = released(town)[0]
    assert row["month"] == "2026-11"
    assert not [value for value in row.values() if "2026-11-" in str(value) or ":" in str(value)]


def test_whoever_was_alone_in_a_month_or_with_an_old_text_is_released_as_one_of_five(either_town: Town) -> None:
    tell_all(either_town, feedback(moduleVersion="0.9.0", words="alone"))
    either_town.clock.set("2026-12-02T09:00:00Z")
    tell_all(either_town, *(feedback() for _ in range(4)))
    assert {(row["month"], row["module_version"]) for row in released(either_town)} == {("2026-12", "")}
    tell_all(either_town, *(feedback() for _ in range(5)))
    assert {row["module_version"] for row in released(either_town)} == {"", library().module_version("going-home")}


def test_whatever_versions_are_named_but_the_one_that_is_offered_now_they_are_one(either_town: Town) -> None:
    tell_all(either_town, *(feedback(moduleVersion=f"0.{n}.bed-12") for n in range(4)))
    assert [row["module_version"] for row in waiting(either_town)] == [""] * 4
    tell_all(either_town, feedback(moduleVersion="Kari"), *(feedback() for _ in range(5)))
    now = library().module_version("going-home")
    assert sorted(row["module_version"] for row in released(either_town)) == [""] * 5 + [now] * 5


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": next_id()},
        {"id": str(uuid.uuid1())},
        {"id": str(uuid.uuid4()).upper()},
        {"module": "juggling"},
        {"language": "xx"},
        {"organization": "nowhere"},
        {"useful": "perhaps"},
        {"words": "x" * 501},
        {"moduleVersion": ""},
        {"moduleVersion": "the one of bed 12"},
        {"moduleVersion": "1" * 21},
    ],
    ids=lambda wrong: "-".join(wrong),
)
def test_an_id_that_tells_the_time_and_what_there_is_not_are_refused(town: Town, wrong: dict[str, str]) -> None:
    assert slug(tell(town, feedback(**wrong))) == "not-valid"
    assert waiting(town) == []


def test_two_that_come_at_once_are_released_once(either_town: Town) -> None:
    tell_all(either_town, *(feedback() for _ in range(3)))
    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(lambda _: tell(either_town, feedback()).status_code, range(6)))
    assert answers == [204] * 6
    rows = released(either_town)
    assert len(rows) + len(waiting(either_town)) == 9
    assert len({row["id"] for row in rows}) == len(rows) >= 5


def test_one_address_may_tell_so_many_in_an_hour_and_no_more() -> None:
    now = [0.0]
    flood = Flood(lambda: now[0])
    for _ in range(MOST_FROM_ONE):
        flood.pass_one("192.0.2.7")
    with pytest.raises(Problem, match="too-many-tries"):
        flood.pass_one("192.0.2.7")
    flood.pass_one("192.0.2.8")
    now[0] = 3601.0
    flood.pass_one("192.0.2.7")


def test_many_addresses_together_are_limited_too() -> None:
    flood = Flood(lambda: 0.0)
    for number in range(MOST_IN_ALL):
        flood.pass_one(str(number))
    with pytest.raises(Problem, match="too-many-tries"):
        flood.pass_one("another")


def test_who_is_held_back_is_told_so_and_nothing_is_kept(town: Town) -> None:
    body = feedback()
    for _ in range(MOST_FROM_ONE):
        tell(town, body)
    assert slug(tell(town, feedback())) == "too-many-tries"
    assert len(waiting(town)) == 1
