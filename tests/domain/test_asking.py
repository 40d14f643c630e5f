"""Which forms a stay asks."""

from __future__ import annotations

from typing import Any

import pytest

from viktig.content.library import Library
from viktig.domain.asking import (
    Asked,
    Begun,
    Forms,
    Situation,
    later,
    of_carer,
    of_patient,
    of_team,
)
from viktig.domain.library import FormEntry

SHIPPED = Library().forms
KINDS = ("medical", "surgical", "mental-health", "addiction", "home-care")
MATTERS = "https://viktig.example/Questionnaire/what-matters"
STILL = "https://viktig.example/Questionnaire/still-right"
OUR_OWN = FormEntry("ours", "https://fjordbyen.example/ours", "1.0", "forms/ours", workflow="what-matters")


def stay(kind: str = "medical", age: int = 60, **more: Any) -> Situation:
    born = f"{2026 - age}-01-31"
    found = {"organization": "fjordbyen", "born": born, "admitted": "2026-11-02", "today": "2026-11-04", **more}
    return Situation(kind=kind, **found)


def names(asked: tuple[Asked, ...]) -> list[str]:
    return [one.form.name for one in asked]


def asks(forms: Forms, where: Situation, *begun: Begun) -> list[str]:
    return names(of_patient(forms, where, begun))


def with_form(form: FormEntry, **how: Any) -> Forms:
    made = FormEntry(**{name: getattr(form, name) for name in form.__struct_fields__} | how)
    return Forms(now=(*SHIPPED.now, made), ever={**SHIPPED.ever, made.canonical: made})


def in_two_versions(newer: str = "1.10.0") -> Forms:
    """The form that is asked now, and the one that was asked before it."""
    new = {
        one.name: FormEntry(one.name, one.url, newer, f"forms/new-{one.name}", one.about, one.workflow)
        for one in SHIPPED.now
    }
    now = tuple(new[one.name] if one.name in ("what-matters", "carer") else one for one in SHIPPED.now)
    return Forms(now=now, ever={**SHIPPED.ever, **{one.canonical: one for one in now}})


@pytest.mark.parametrize(
    ("kind", "age", "first"),
    [
        ("medical", 60, "what-matters"),
        ("surgical", 60, "what-matters"),
        ("mental-health", 60, "what-matters-mental-health"),
        ("addiction", 60, "what-matters-addiction"),
        ("home-care", 60, "what-matters-home"),
        ("a-kind-of-later", 60, "what-matters"),
        ("medical", 0, "what-matters-parent"),
        ("medical", 6, "what-matters-parent"),
        ("medical", 7, "what-matters-child"),
        ("home-care", 11, "what-matters-child"),
        ("mental-health", 12, "what-matters-young"),
        ("surgical", 15, "what-matters-young"),
        ("mental-health", 16, "what-matters-mental-health"),
        ("medical", 104, "what-matters"),
        ("medical", -1, "what-matters-parent"),
    ],
)
def test_the_age_decides_before_the_place(kind: str, age: int, first: str) -> None:
    assert asks(SHIPPED, stay(kind, age))[0] == first


@pytest.mark.parametrize("kind", KINDS)
def test_everybody_is_asked_one_form_that_counts_and_what_may_be_left_out_only_from_16(kind: str) -> None:
    for age in range(111):
        asked = of_patient(SHIPPED, stay(kind, age), ())
        assert [one.form.workflow for one in asked] == ["what-matters", "activities"][: 1 + (age >= 16)]


def test_the_age_is_that_of_the_day_of_admission() -> None:
    eleven: dict[str, Any] = {"born": "2014-11-03", "admitted": "2026-11-02", "today": "2026-11-05"}
    assert asks(SHIPPED, stay(**eleven)) == ["what-matters-child"]
    assert asks(SHIPPED, stay(**{**eleven, "admitted": "2026-11-03"})) == ["what-matters-young"]
    leap: dict[str, Any] = {"born": "2016-02-29", "today": "2027-03-05"}
    assert stay(admitted="2027-02-28", **leap).age == 10
    assert stay(admitted="2027-03-01", **leap).age == 11


SENT, DRAFT = Begun(f"{MATTERS}|1.0.0", sent=True), Begun(f"{MATTERS}|1.0.0")


@pytest.mark.parametrize(
    ("more", "begun", "asked_anew"),
    [
        ({"moved": True}, [SENT], True),
        ({"leaves": "2026-11-04"}, [SENT], True),
        ({"leaves": "2026-11-05"}, [SENT], True),
        ({"leaves": "2026-11-01"}, [SENT], True),
        ({"leaves": "2026-11-06"}, [SENT], False),
        ({}, [SENT], False),
        ({"moved": True}, [DRAFT], False),
        ({"moved": True}, [], False),
        ({"moved": True, "running": False}, [SENT], False),
        ({}, [SENT, Begun(f"{STILL}|1.0.0")], True),
        ({"running": False}, [SENT, Begun(f"{STILL}|1.0.0", sent=True)], True),
    ],
)
def test_whether_it_is_still_right_is_asked_at_a_transition_when_there_is_an_answer(
    more: dict[str, Any], begun: list[Begun], asked_anew: bool
) -> None:
    expected = ["what-matters", "still-right", "activities"] if asked_anew else ["what-matters", "activities"]
    assert asks(SHIPPED, stay(**more), *begun) == expected


def test_what_was_begun_goes_on_where_another_form_would_be_asked_now() -> None:
    moved = stay("mental-health", moved=True)
    assert asks(SHIPPED, moved, SENT) == ["what-matters", "still-right", "activities"]
    assert asks(SHIPPED, moved, DRAFT) == ["what-matters", "activities"]
    assert asks(SHIPPED, moved) == ["what-matters-mental-health", "activities"]


def test_a_draft_stays_on_its_version_and_is_offered_the_newer_one() -> None:
    forms = in_two_versions()
    (begun, *_) = of_patient(forms, stay(), [DRAFT])
    assert (begun.form.canonical, begun.newer and begun.newer.canonical) == (f"{MATTERS}|1.0.0", f"{MATTERS}|1.10.0")
    (fresh, *_) = of_patient(forms, stay(), [])
    assert (fresh.form.canonical, fresh.newer) == (f"{MATTERS}|1.10.0", None)
    (taken_along, *_) = of_patient(forms, stay(), [DRAFT, Begun(f"{MATTERS}|1.10.0")])
    assert (taken_along.form.canonical, taken_along.newer) == (f"{MATTERS}|1.10.0", None)
    (carer,) = of_carer(forms, stay(), [Begun("https://viktig.example/Questionnaire/carer|1.0.0")])
    assert (carer.form.version, carer.newer and carer.newer.version) == ("1.0.0", "1.10.0")


def test_a_server_put_back_to_an_older_form_offers_no_older_one() -> None:
    (begun, *_) = of_patient(in_two_versions("0.9.0"), stay(), [DRAFT])
    assert (begun.form.version, begun.newer) == ("1.0.0", None)


def test_a_form_that_we_do_not_know_is_not_asked() -> None:
    assert asks(SHIPPED, stay(), Begun(f"{MATTERS}|9.0.0"), Begun("")) == ["what-matters", "activities"]


def test_the_houses_own_form_goes_before_ours_for_the_same_place_in_its_own_stays() -> None:
    own = with_form(OUR_OWN, organization="fjordbyen", venues=("medical",))
    assert asks(own, stay("medical"))[0] == "ours"
    assert asks(own, stay("surgical"))[0] == "what-matters"
    assert asks(own, stay("medical", 9))[0] == "what-matters-child"
    assert asks(own, stay("medical", organization="storlia"))[0] == "what-matters"
    for_children = with_form(OUR_OWN, organization="fjordbyen", youngest=7, oldest=11)
    assert asks(for_children, stay("medical", 9))[0] == "ours"


def test_those_who_help_are_asked_about_themselves_wherever_they_are() -> None:
    for kind in KINDS:
        for age in (4, 9, 60):
            assert names(of_carer(SHIPPED, stay(kind, age), ())) == ["carer"]


def test_the_talks_are_the_teams_and_of_hospitals() -> None:
    assert names(of_team(SHIPPED, stay("mental-health"), ())) == ["admission-talk", "discharge-talk"]
    assert names(of_team(SHIPPED, stay("home-care"), ())) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("1.0.0", "1.0.1"), ("1.9.0", "1.10.0"), ("", "1"), ("2-draft", "2.0"), ("draft", "1"), ("1", "1.0")],
)
def test_the_later_of_two_versions_is_found_by_its_numbers(one: str, other: str) -> None:
    assert later(f"u|{one}", f"u|{other}") == later(f"u|{other}", f"u|{one}") == f"u|{other}"
