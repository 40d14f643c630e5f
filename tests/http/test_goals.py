"""A person's own goals: what each is said to be about leads to something to read."""

from __future__ import annotations

import pytest

from tests.asking import Json, Phone
from tests.http.carers import everything, joined
from tests.people import Town

NEWEST, BEFORE = (f"https://viktig.example/Questionnaire/activities|{version}" for version in ("1.1.0", "1.0.0"))
SHOP, SLEEP = "Gå til butikken", "Sove en hel natt"


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


def form(phone: Phone) -> Json:
    return next(one for one in phone.welcome["stay"]["forms"] if one["name"] == "activities")


def goals(
    phone: Phone, *named: tuple[str, str], base: tuple[str, ...] = (), audience: str = "all", canonical: str = ""
) -> str:
    """Sends these, each with what it is about, where that is said."""
    said = phone.answers({"activity": ""}, "amended" if base else "completed", audience)
    (item,) = said["item"]
    items = []
    for n, (words, about) in enumerate(named):
        items.append({**item, "within": f"goal-{n}", "answer": [{"valueString": words}]})
        if about:
            choice = {"valueCoding": {"code": about, "display": "Smerter"}}
            items.append({**item, "linkId": "activity-about", "within": f"goal-{n}", "answer": [choice]})
    content = {**said, "questionnaire": canonical or form(phone)["questionnaire"], "item": items}
    return phone.write(content, form(phone)["staff" if audience == "staff" else "shared"], base)


def offered(town: Town, phone: Phone) -> list[tuple[str, str]]:
    return [(one["module"], one["offered"]["reason"]) for one in town.kari.page(phone.stay).get("modules", [])]


def test_two_goals_about_the_same_offer_it_once_until_both_are_taken_away(either_town: Town) -> None:
    town = either_town
    ingrid = town.phone(town.admit())
    both = goals(ingrid, (SHOP, "pain"), (SLEEP, "pain"))
    assert offered(town, ingrid) == [("pain", "activity-about-pain")]
    one = goals(ingrid, (SLEEP, "pain"), base=(both,))
    assert offered(town, ingrid) == [("pain", "activity-about-pain")]
    goals(ingrid, base=(one,))
    assert offered(town, ingrid) == []


def test_a_goal_that_is_said_to_be_about_nothing_of_this_leads_nowhere_whatever_its_words(
    town: Town, ingrid: Phone
) -> None:
    goals(ingrid, ("Bli kvitt smerter, pain", ""), (SHOP, "something-else"))
    assert offered(town, ingrid) == []


def test_a_goal_for_health_personnel_alone_is_told_to_no_helper_and_is_a_reason_for_the_nurse(
    town: Town, ingrid: Phone
) -> None:
    goals(ingrid, (SHOP, "pain"), audience="staff")
    helper, _ = joined(town, ingrid, "answers")
    assert SHOP not in everything(helper) + str(helper.welcome)
    assert "activity-about" not in everything(helper) + str(helper.welcome)
    assert offered(town, ingrid) == [("pain", "activity-about-pain")]


def test_answers_to_the_form_before_are_received_and_the_newer_one_is_offered(town: Town, ingrid: Phone) -> None:
    assert form(ingrid)["questionnaire"] == NEWEST
    goals(ingrid, (SHOP, ""), canonical=BEFORE)
    (stay,) = [change["stay"] for change in ingrid.sync(since={})["changed"] if "stay" in change]
    (now,) = [one for one in stay["forms"] if one["name"] == "activities"]
    assert (now["questionnaire"], now["newer"]) == (BEFORE, NEWEST)
