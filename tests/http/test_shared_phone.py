"""A phone that several share, or the ward's tablet: what is for health personnel alone goes, and never comes back."""

from __future__ import annotations

import pytest

from tests.asking import Phone, slug
from tests.http.carers import everything
from tests.people import Town

SECRET = "Jeg er redd for svigersønnen min"


@pytest.fixture(params=["shared", "ward"])
def tablet(town: Town, request: pytest.FixtureRequest) -> Phone:
    return town.phone(town.admit(), "wardstablet", keeps=request.param)


def test_what_was_sent_to_health_personnel_alone_goes_with_the_receipt(tablet: Phone) -> None:
    made = tablet.version(tablet.answers({"worry": SECRET}, audience="staff"), tablet.form["staff"])
    answer = tablet.sync(made)
    assert answer["receipts"][0]["outcome"] == "stored"
    assert answer["gone"] == [tablet.form["staff"]]
    assert SECRET not in everything(tablet)
    assert slug(tablet.get(f"/api/documents/{tablet.form['staff']}/versions")) == "not-found"


def test_a_draft_stays_in_hand_until_it_is_sent(tablet: Phone) -> None:
    draft = tablet.version(tablet.answers({"worry": SECRET}, "in-progress", "staff"), tablet.form["staff"])
    assert "gone" not in tablet.sync(draft)
    sent = tablet.version(
        tablet.answers({"worry": SECRET}, audience="staff"), tablet.form["staff"], (draft["version"],)
    )
    assert tablet.sync(sent)["gone"] == [tablet.form["staff"]]


def test_other_answers_stay(tablet: Phone) -> None:
    tablet.send({"matters": "Hjem til katten"})
    assert "katten" in everything(tablet)


def test_the_wish_to_talk_alone_leaves_no_trace(town: Town, tablet: Phone) -> None:
    document = tablet.wish()
    town.kari.post(f"/api/attentions/{document}/take")
    assert document not in everything(tablet)


def test_the_words_an_action_was_made_from_stay_away(town: Town, tablet: Phone) -> None:
    version = tablet.send_to_staff({"worry": SECRET})
    town.kari.act(
        tablet.stay, description="Samtale i morgen", quote={"version": version, "linkId": "worry", "text": SECRET}
    )
    heard = everything(tablet)
    assert "Samtale i morgen" in heard
    assert SECRET not in heard


def test_ones_own_phone_shows_it_all_the_same(town: Town, tablet: Phone) -> None:
    tablet.send_to_staff({"worry": SECRET})
    assert SECRET in everything(town.phone(tablet.stay))
