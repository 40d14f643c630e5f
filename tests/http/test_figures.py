"""The ward's figures: a month that is counted by hand."""

from __future__ import annotations

import pytest

from tests.asking import Json, Phone, Staff, next_id, told
from tests.people import MEDICINE, SURGERY, Town


class Month:
    """November on Medisin 2, stay by stay; `at` is a day and a time in UTC."""

    def __init__(self, town: Town) -> None:
        self.town = town

    def at(self, time: str) -> None:
        self.town.clock.set(f"2026-11-{time}:00Z")

    @property
    def kari(self) -> Staff:
        return self.town.sign_in("kari")

    def arrives(self, time: str, profile: str) -> Phone:
        self.at(time)
        return self.town.phone(self.town.admit(profile, "Berg"), profile)

    def leaves(self, phone: Phone, time: str, ending: str = "discharged") -> None:
        self.at(time)
        self.kari.end(phone.stay, ending)

    def mark(self, phone: Phone, **content: str) -> None:
        phone.write({"encounter": phone.stay, **content}, next_id())


@pytest.fixture
def november(town: Town) -> Month:
    month = Month(town)
    # asked after 2 hours, answered, read after 4, acted, helped, talked
    anna = month.arrives("02T08:00", "annasphone")
    month.at("02T10:00")
    draft = anna.draft({"matters": "Hj"})
    month.at("02T11:00")
    anna.send({"matters": "Hjem"}, base=(draft,))
    month.at("02T15:00")
    month.kari.read(anna.stay)
    task = month.kari.act(anna.stay)["id"]
    month.mark(anna, resourceType="TaskMark", task=task, helped="yes")
    month.mark(anna, resourceType="TalkMark", talked="yes")
    month.leaves(anna, "05T08:00")
    # answered after 36 hours, read after another 36, done at once, talked a little
    birger = month.arrives("03T08:00", "birgersphone")
    month.at("04T20:00")
    birger.send({"matters": "Ro"})
    month.at("06T08:00")
    month.kari.read(birger.stay)
    month.kari.act(birger.stay, outcome="done-at-once")
    month.mark(birger, resourceType="TalkMark", talked="little")
    month.leaves(birger, "07T08:00")
    # declined
    cecilie = month.arrives("04T08:00", "ceciliesphone")
    told(month.kari.post(f"/api/encounters/{cecilie.stay}/postponements", {"reason": "declined"}), 201)
    month.leaves(cecilie, "08T08:00")
    # never asked
    month.leaves(month.arrives("05T08:00", "davidsphone"), "08T09:00")
    # twenty hours only
    month.leaves(month.arrives("06T08:00", "evasphoneno"), "07T04:00")
    # another person after all
    month.leaves(month.arrives("06T09:00", "frodesphone"), "08T10:00", "wrong-patient")
    # began within a day, never sent
    guri = month.arrives("07T08:00", "gurisphoneno")
    month.at("08T07:00")
    guri.draft({"matters": "H"})
    month.leaves(guri, "10T08:00")
    # answered, never read
    hans = month.arrives("08T08:00", "hanssphoneno")
    month.at("08T09:00")
    hans.send({"matters": "Hjem"})
    month.leaves(hans, "12T08:00", "died")
    # too ill to be asked
    ida = month.arrives("09T08:00", "idasphoneno")
    told(month.kari.post(f"/api/encounters/{ida.stay}/postponements", {"reason": "too-ill"}), 201)
    month.leaves(ida, "13T08:00")
    # still here
    month.arrives("10T08:00", "jonsphoneno")
    month.at("20T08:00")
    return month


BY_HAND = {
    "eligible": (5, 8),  # Anna, Birger, David, Guri, Hans; all but Frode and Jon
    "asked": (4, 5),  # not David
    "asked-24h": (3, 5),  # not Birger
    "answered": (3, 5),  # Anna, Birger, Hans
    "read-24h": (1, 3),  # Anna
    "responded": (2, 3),  # Anna, Birger
    "helped": (1, 2),  # Anna
    "helped-unanswered": (1, 2),  # Birger
    "talked": (1, 2),  # Anna; Birger a little
    "talked-unanswered": (1, 3),  # Hans
}


def figures(person: Staff, unit: str = MEDICINE, months: int = 13) -> Json:
    found: Json = told(person.get(f"/api/units/{unit}/figures?months={months}"))
    return found


def counts(month: Json) -> dict[str, tuple[int, int]]:
    return {one["measure"]: (one["numerator"], one["denominator"]) for one in month["counts"]}


def test_the_waterfall_is_as_counted_by_hand(november: Month) -> None:
    found = figures(november.kari)
    (month,) = found["months"]
    assert month["month"] == "2026-11"
    assert counts(month) == BY_HAND == counts(found["total"])
    assert month["excluded"] == {"declined": 1, "too-ill": 1}
    assert month["medianHoursToRead"] == 20.0  # between 4 and 36
    assert found["measures"] == list(BY_HAND)


def test_each_share_is_its_numerator_over_its_denominator(november: Month) -> None:
    for one in figures(november.kari)["total"]["counts"]:
        assert one["share"] == pytest.approx(one["numerator"] / one["denominator"])


def test_a_month_without_stays_has_no_share(town: Town) -> None:
    found = figures(town.kari)
    assert "months" not in found
    assert all("share" not in one for one in found["total"]["counts"])
    assert {(one["numerator"], one["denominator"]) for one in found["total"]["counts"]} == {(0, 0)}


def test_a_leader_sees_the_same_figures(november: Month) -> None:
    kari, liv = figures(november.kari), figures(november.town.sign_in("liv"))
    assert kari["months"] == liv["months"]


def test_no_figure_names_anybody(november: Month) -> None:
    text = november.kari.get(f"/api/units/{MEDICINE}/figures").text
    for hidden in ("annasphone", "kari", "Kari", "Berg", "ahmed"):
        assert hidden not in text


def test_the_oldest_unread_answer_is_told(november: Month) -> None:
    assert figures(november.kari)["oldestUnread"].startswith("2026-11-08T09:00")
    (hans,) = november.town.sign_in("liv").arrivals()["stays"]
    november.town.sign_in("liv").read(hans["encounter"])
    assert "oldestUnread" not in figures(november.kari)


def test_a_stay_counts_where_it_ended(town: Town) -> None:
    phone = town.phone(town.admit())
    town.clock.forward(days=2)
    town.sign_in("kari").transfer(phone.stay, SURGERY)
    town.sign_in("sigrid").end(phone.stay)
    assert counts(figures(town.sign_in("sigrid"), SURGERY)["total"])["eligible"] == (1, 1)
    assert counts(figures(town.sign_in("kari"))["total"])["eligible"] == (0, 0)


def test_an_answer_of_the_last_day_is_not_yet_counted_as_unread(town: Town) -> None:
    phone = town.phone(town.admit())
    town.clock.forward(days=2)
    phone.send({"matters": "Hjem"})
    town.sign_in("kari").end(phone.stay)
    assert counts(figures(town.sign_in("kari"))["total"])["read-24h"] == (0, 0)
    town.clock.forward(hours=25)
    assert counts(figures(town.sign_in("kari"))["total"])["read-24h"] == (0, 1)


def test_what_was_read_before_it_was_mended_has_waited_no_negative_hours(town: Town) -> None:
    phone = town.phone(town.admit())
    broken = phone.send({"shoe-size": "42"})
    town.clock.forward(hours=2)
    town.sign_in("kari").read(phone.stay)
    town.clock.forward(hours=30)
    phone.send({"matters": "Hjem"}, base=(broken,))
    town.sign_in("kari").end(phone.stay)
    assert figures(town.sign_in("kari"))["total"]["medianHoursToRead"] >= 0


@pytest.mark.parametrize(
    ("ended", "month"),
    [
        ("2026-12-31T22:59:59Z", "2026-12"),
        ("2026-12-31T23:00:00Z", "2027-01"),
        ("2026-03-31T21:59:59Z", "2026-03"),
        ("2026-03-31T22:00:00Z", "2026-04"),
        ("2026-10-31T22:59:59Z", "2026-10"),
        ("2026-10-31T23:00:00Z", "2026-11"),
    ],
)
def test_a_month_begins_at_midnight_in_oslo_in_winter_and_in_summer(town: Town, ended: str, month: str) -> None:
    town.clock.set("2026-03-01T08:00:00Z")
    stay = town.admit()
    town.clock.set(ended)
    kari = town.sign_in("kari")
    kari.end(stay, at=ended)
    assert [one["month"] for one in figures(kari)["months"]] == [month]


def one_a_month(town: Town, *ends: str) -> None:
    for number, end in enumerate(ends):
        town.clock.set(end)
        town.clock.forward(days=-3)
        stay = town.admit(f"Berg{number}")
        town.clock.set(end)
        town.sign_in("kari").end(stay)


@pytest.mark.parametrize(
    ("now", "months", "first"),
    [
        ("2026-12-31T22:00:00Z", 1, "2026-12"),
        ("2026-12-31T23:30:00Z", 1, "2027-01"),
        ("2026-12-31T23:30:00Z", 2, "2026-12"),
        ("2026-12-31T22:00:00Z", 13, "2025-12"),
        ("2026-12-31T23:30:00Z", 13, "2026-01"),
    ],
)
def test_so_many_months_are_told_as_were_asked_for(town: Town, now: str, months: int, first: str) -> None:
    one_a_month(town, *(f"{year}-{month:02}-15T12:00:00Z" for year in (2025, 2026) for month in range(1, 13)))
    one_a_month(town, "2026-12-31T23:10:00Z")
    town.clock.set(now)
    found = [month["month"] for month in figures(town.sign_in("kari"), months=months)["months"]]
    assert found[0] == first
    assert len(found) <= months


def test_every_month_is_told_by_itself_oldest_first(town: Town) -> None:
    one_a_month(town, "2026-09-15T12:00:00Z", "2026-10-15T12:00:00Z", "2026-10-16T12:00:00Z")
    found = figures(town.sign_in("kari"))
    assert [(month["month"], counts(month)["eligible"]) for month in found["months"]] == [
        ("2026-09", (1, 1)),
        ("2026-10", (2, 2)),
    ]
    assert counts(found["total"])["eligible"] == (3, 3)
