"""What a helper's phone never holds."""

from __future__ import annotations

import pytest

from tests.asking import Phone, slug, told
from tests.people import Town

SECRET = "Jeg er redd for svigersønnen min"


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


@pytest.fixture
def tone(town: Town, ingrid: Phone) -> Phone:
    tone = town.phone(ingrid.stay, "tonesphone", role="related")
    tone.sync()
    return tone


def everything(phone: Phone) -> str:
    """All that this phone is told, from where it stands and from the start."""
    return phone.raw(b"{}").text + str(phone.sync()) + str(phone.sync(since={}))


def test_answers_for_staff_alone_are_not_told_to_the_helper(ingrid: Phone, tone: Phone) -> None:
    version = ingrid.send_to_staff({"worry": SECRET})
    heard = everything(tone)
    assert SECRET not in heard
    assert version not in heard
    assert SECRET in everything(ingrid)


def test_their_history_is_not_told_either(ingrid: Phone, tone: Phone) -> None:
    ingrid.send_to_staff({"worry": SECRET})
    assert slug(tone.get(f"/api/documents/{ingrid.form['staff']}/versions")) == "not-found"
    assert told(ingrid.get(f"/api/documents/{ingrid.form['staff']}/versions"))["versions"]


def test_that_they_were_read_does_not_show_that_they_are_there(town: Town, ingrid: Phone, tone: Phone) -> None:
    version = ingrid.send_to_staff({"worry": SECRET})
    town.kari.read(ingrid.stay)
    assert version not in everything(tone)


def test_an_action_made_from_them_is_not_told_to_the_helper(town: Town, ingrid: Phone, tone: Phone) -> None:
    version = ingrid.send_to_staff({"worry": SECRET})
    town.kari.act(
        ingrid.stay, description="Snakke med sosionom", quote={"version": version, "linkId": "worry", "text": SECRET}
    )
    heard = everything(tone)
    assert SECRET not in heard
    assert "sosionom" not in heard
    assert "sosionom" in everything(ingrid)


def test_an_action_made_from_shared_words_is_told_to_the_helper(town: Town, ingrid: Phone, tone: Phone) -> None:
    version = ingrid.send({"matters": "Gå til postkassen"})
    quote = {"version": version, "linkId": "matters", "text": "Gå til postkassen"}
    town.kari.act(ingrid.stay, quote=quote)
    assert "Gå til postkassen" in str([change.get("task") for change in tone.sync(since={})["changed"]])


def test_the_wish_to_talk_alone_is_not_told_to_the_helper(town: Town, ingrid: Phone, tone: Phone) -> None:
    document = ingrid.wish()
    told(town.kari.post(f"/api/attentions/{document}/take"))
    heard = everything(tone)
    assert document not in heard
    assert "CommunicationRequest" not in heard
    assert "attention" not in heard
    assert slug(tone.get(f"/api/documents/{document}/versions")) == "not-found"


def test_the_access_log_is_the_patients_own(tone: Phone) -> None:
    assert slug(tone.get("/api/access-log")) == "not-found"
