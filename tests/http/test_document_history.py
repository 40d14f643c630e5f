"""The history of an answer, for the person who wrote it and for the team."""

from __future__ import annotations

import pytest

from tests.asking import Phone, next_id, slug, told
from tests.people import Town


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


def path(phone: Phone, document: str = "") -> str:
    return f"/api/encounters/{phone.stay}/documents/{document or phone.form['shared']}/versions"


def test_a_person_sees_every_version_oldest_first_with_who_wrote_it(town: Town, ingrid: Phone) -> None:
    tone = town.phone(ingrid.stay, "tonesphone", role="related")
    first = ingrid.draft({"matters": "Hj"})
    second = ingrid.send({"matters": "Hjem"}, base=(first,))
    third = tone.send({"matters": "Hjem til katten"}, base=(second,))
    kept = told(ingrid.get(f"/api/documents/{ingrid.form['shared']}/versions"))["versions"]
    assert [one["version"] for one in kept] == [first, second, third]
    assert [one["authorName"] for one in kept] == ["Ingrid", "Ingrid", "Tone"]
    assert [one.get("base", []) for one in kept] == [[], [first], [second]]
    assert told(tone.get(f"/api/documents/{ingrid.form['shared']}/versions"))["versions"] == kept


def test_a_new_phone_of_who_helps_with_the_answers_hears_the_draft_and_finds_what_was_sent(
    town: Town, ingrid: Phone
) -> None:
    sent = ingrid.send({"matters": "Hjem"})
    draft = ingrid.draft({"matters": "Hjem, men ikke ennå"}, base=(sent,))
    for new in (town.phone(ingrid.stay, "tonesphone", role="related"), town.phone(ingrid.stay, "ingridstablet")):
        heard = [change["version"] for change in new.sync()["changed"] if change["kind"] == "version"]
        kept = told(new.get(f"/api/documents/{ingrid.form['shared']}/versions"))["versions"]
        assert [one["version"] for one in heard] == [draft]
        assert [one["version"] for one in kept] == [sent, draft]


def test_the_team_sees_what_was_sent_and_no_draft(town: Town, ingrid: Phone) -> None:
    ingrid.draft({"matters": "Jeg vil egentlig"})
    sent = ingrid.send({"matters": "Hjem"})
    ingrid.draft({"matters": "Hjem, men ikke ennå"}, base=(sent,))
    kept = told(town.kari.get(path(ingrid)))["versions"]
    assert [one["version"] for one in kept] == [sent]


def test_looking_at_the_history_stands_in_the_access_log(town: Town, ingrid: Phone) -> None:
    ingrid.send({"matters": "Hjem"})
    told(town.kari.get(path(ingrid)))
    assert "history" in [entry["verb"] for entry in told(ingrid.get("/api/access-log"))["entries"]]


def test_a_document_that_nobody_wrote_is_not_found(town: Town, ingrid: Phone) -> None:
    assert slug(ingrid.get(f"/api/documents/{next_id()}/versions")) == "not-found"
    assert slug(town.kari.get(path(ingrid, next_id()))) == "not-found"


def test_a_document_of_another_stay_is_not_reached_through_this_one(town: Town, ingrid: Phone) -> None:
    olav = town.phone(town.admit("Olav", "Berg"), "olavsphoneno")
    olav.send({"matters": "Fiske"})
    assert slug(town.kari.get(path(ingrid, olav.form["shared"]))) == "not-found"
    assert slug(ingrid.get(f"/api/documents/{olav.form['shared']}/versions")) == "not-found"


def test_the_team_reads_answers_only_not_the_patients_other_documents(town: Town, ingrid: Phone) -> None:
    document = ingrid.wish()
    assert slug(town.kari.get(path(ingrid, document))) == "not-found"
