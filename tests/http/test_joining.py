"""What two phones wrote at the same time, as the nurse sees it."""

from __future__ import annotations

import pytest

from tests.asking import Json, Phone
from tests.people import Town


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


@pytest.fixture
def tone(town: Town, ingrid: Phone) -> Phone:
    return town.phone(ingrid.stay, "tonesphone", role="related")


def said(town: Town, stay: str) -> dict[str, list[str]]:
    """question -> what was said, in the order it is shown."""
    (answers,) = town.kari.page(stay)["answers"]
    found: dict[str, list[str]] = {}
    for item in answers["response"]["item"]:
        found.setdefault(item["linkId"], []).extend(answer["valueString"] for answer in item["answer"])
    return found


def unsettled(town: Town, stay: str) -> list[str]:
    (answers,) = town.kari.page(stay)["answers"]
    return [item["linkId"] for item in answers["response"]["item"] if item.get("unsettled")]


def shown(town: Town, stay: str) -> Json:
    (answers,) = town.kari.page(stay)["answers"]
    return dict(answers)


def test_different_questions_are_put_together(town: Town, ingrid: Phone, tone: Phone) -> None:
    first = ingrid.send({"matters": "Hjem"})
    left, right = (
        ingrid.send({"matters": "Hjem", "worry": "Trappen"}, base=(first,)),
        tone.send({"matters": "Hjem", "home": "Jeg handler for henne"}, base=(first,)),
    )
    assert said(town, ingrid.stay) == {
        "matters": ["Hjem"],
        "worry": ["Trappen"],
        "home": ["Jeg handler for henne"],
    }
    assert unsettled(town, ingrid.stay) == []
    assert shown(town, ingrid.stay)["versions"] == sorted([left, right])


def test_the_same_question_with_other_words_keeps_both_and_says_so(town: Town, ingrid: Phone, tone: Phone) -> None:
    first = ingrid.send({"talk": "Rolig"})
    ingrid.send({"talk": "Rolig", "matters": "Hjem"}, base=(first,))
    tone.send({"talk": "Rolig", "matters": "Bli her"}, base=(first,))
    assert sorted(said(town, ingrid.stay)["matters"]) == ["Bli her", "Hjem"]
    assert unsettled(town, ingrid.stay) == ["matters", "matters"]
    speakers = {item["saidBy"]["name"] for item in shown(town, ingrid.stay)["response"]["item"]}
    assert speakers == {"Ingrid", "Tone"}


def test_the_next_version_names_both_and_settles_it(town: Town, ingrid: Phone, tone: Phone) -> None:
    left, right = ingrid.send({"matters": "Hjem"}), tone.send({"matters": "Bli her"})
    chosen = ingrid.send({"matters": "Hjem"}, base=(left, right))
    assert said(town, ingrid.stay) == {"matters": ["Hjem"]}
    assert unsettled(town, ingrid.stay) == []
    assert shown(town, ingrid.stay)["versions"] == [chosen]


def test_an_answer_that_was_taken_away_stays_away(town: Town, ingrid: Phone) -> None:
    tablet = town.phone(ingrid.stay, "ingridstablet")
    first = ingrid.send({"matters": "Hjem", "worry": "Trappen"})
    ingrid.send({"matters": "Hjem"}, base=(first,))
    tablet.send({"matters": "Hjem", "worry": "Trappen", "home": "Katten"}, base=(first,))
    assert said(town, ingrid.stay) == {"matters": ["Hjem"], "home": ["Katten"]}


def test_a_draft_of_one_does_not_hold_back_what_the_other_sent(town: Town, ingrid: Phone, tone: Phone) -> None:
    first = ingrid.send({"matters": "Hjem"})
    ingrid.draft({"matters": "Hjem, kanskje"}, base=(first,))
    sent = tone.send({"matters": "Hjem", "home": "Katten"}, base=(first,))
    assert said(town, ingrid.stay) == {"matters": ["Hjem"], "home": ["Katten"]}
    assert shown(town, ingrid.stay)["versions"] == [sent]


def test_a_version_that_comes_late_on_an_old_base_loses_nothing(town: Town, ingrid: Phone, tone: Phone) -> None:
    first = ingrid.send({"matters": "Hjem"})
    offline = tone.version(tone.answers({"matters": "Hjem", "home": "Katten"}, "amended"), base=(first,))
    second = ingrid.send({"matters": "Hjem", "worry": "Trappen"}, base=(first,))
    ingrid.send({"matters": "Hjem", "worry": "Trappen og isen"}, base=(second,))
    tone.sync(offline)
    assert said(town, ingrid.stay) == {"matters": ["Hjem"], "worry": ["Trappen og isen"], "home": ["Katten"]}


def test_answers_for_staff_alone_stand_beside_the_shared_ones(town: Town, ingrid: Phone) -> None:
    ingrid.send({"matters": "Hjem"})
    ingrid.send_to_staff({"worry": "Datteren min"})
    shown = {answers["response"].get("audience", "all") for answers in town.kari.page(ingrid.stay)["answers"]}
    assert shown == {"all", "staff"}
