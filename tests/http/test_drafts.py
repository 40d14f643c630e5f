"""Until Send, the team sees that something was begun, and nothing of what."""

from __future__ import annotations

import pytest

from tests.asking import Phone, told
from tests.people import Town

SECRET = "Jeg er redd for å dø"


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


def team_sees(town: Town, stay: str) -> str:
    unit = town.kari.unit
    paths = (f"/api/encounters/{stay}", f"/api/units/{unit}/arrivals", f"/api/units/{unit}/handover")
    return "".join(town.kari.get(path).text for path in paths)


def test_a_draft_is_seen_as_begun_and_how_far(town: Town, ingrid: Phone) -> None:
    first = ingrid.draft({"talk": SECRET})
    ingrid.draft({"talk": SECRET, "matters": SECRET, "home": SECRET}, base=(first,))
    row = town.kari.row(ingrid.stay)
    assert (row["state"], row["begun"], row["questions"]) == (
        "begun",
        3,
        town.library.forms.questions(ingrid.form["questionnaire"], ""),
    )
    page = town.kari.page(ingrid.stay)
    assert (page["begun"], page["questions"]) == (3, town.library.forms.questions(ingrid.form["questionnaire"], ""))
    assert SECRET not in team_sees(town, ingrid.stay)


def test_after_send_the_words_are_there_and_begun_is_gone(town: Town, ingrid: Phone) -> None:
    first = ingrid.draft({"talk": SECRET})
    ingrid.send({"talk": SECRET}, base=(first,))
    assert town.kari.row(ingrid.stay)["state"] == "unread"
    assert "begun" not in town.kari.row(ingrid.stay)
    assert SECRET in team_sees(town, ingrid.stay)


def test_a_change_that_is_not_sent_shows_only_that_somebody_is_writing(town: Town, ingrid: Phone) -> None:
    sent = ingrid.send({"talk": "Rolig"})
    ingrid.draft({"talk": SECRET}, base=(sent,))
    (answers,) = town.kari.page(ingrid.stay)["answers"]
    assert answers["drafting"] is True
    assert answers["versions"] == [sent]
    assert SECRET not in team_sees(town, ingrid.stay)


def test_sending_the_change_ends_the_drafting(town: Town, ingrid: Phone) -> None:
    sent = ingrid.send({"talk": "Rolig"})
    draft = ingrid.draft({"talk": "Rolig og"}, base=(sent,))
    ingrid.send({"talk": "Rolig og tydelig"}, base=(draft,))
    (answers,) = town.kari.page(ingrid.stay)["answers"]
    assert "drafting" not in answers


def test_a_draft_is_a_question_asked(town: Town, ingrid: Phone) -> None:
    assert not town.fact(ingrid.stay)["asked_at"]
    ingrid.draft({"talk": "R"})
    assert town.fact(ingrid.stay)["asked_at"]


def test_the_draft_of_one_phone_is_a_safe_copy_for_the_persons_other_phone(town: Town, ingrid: Phone) -> None:
    draft = ingrid.draft({"talk": SECRET})
    second = town.phone(ingrid.stay, "ingridstablet")
    told_versions = [change["version"] for change in second.sync()["changed"] if change["kind"] == "version"]
    assert [(one["version"], SECRET in str(one["content"])) for one in told_versions] == [(draft, True)]


def test_a_draft_cannot_be_read_for_its_id(town: Town, ingrid: Phone) -> None:
    draft = ingrid.draft({"talk": SECRET})
    told(town.kari.post("/api/reviews", {"encounter": ingrid.stay, "versions": [draft]}), 422)
