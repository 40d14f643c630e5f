"""The patient decides who helps, what they see, and until when."""

from __future__ import annotations

import pytest

from tests.asking import Phone, next_id, slug, told
from tests.clock import Clock
from tests.http.carers import EVERYTHING, come, consent, end, everything, invite, joined, kinds
from tests.people import Town


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


def test_who_was_invited_comes_under_the_name_that_the_patient_gave(either_town: Town) -> None:
    ingrid = either_town.phone(either_town.admit())
    per, version = joined(either_town, ingrid, "answers")
    assert (per.welcome["person"]["name"], per.welcome["person"]["relation"]) == ("Per", "sønn")
    assert per.welcome["stay"]["sharing"] == ["answers", "learning"]
    assert either_town.kari.row(ingrid.stay)["state"] == "not-answered"
    assert [carer["name"] for carer in either_town.kari.page(ingrid.stay)["carers"]] == ["Per"]
    end(ingrid, per.author.partition("/")[2], version)
    assert per.sync()["changed"][0]["stay"]["sharing"] == ["learning"]


def test_a_carer_without_any_scope_sees_nothing_of_the_patients(town: Town, ingrid: Phone) -> None:
    ingrid.send({"matters": "Hjem til katten"})
    town.kari.act(ingrid.stay, description="Gåtrening")
    told(town.kari.put(f"/api/encounters/{ingrid.stay}/today", {"next": {"text": "Røntgen"}}))
    town.kari.read(ingrid.stay)
    per, _ = joined(town, ingrid, "learning")
    heard = everything(per)
    theirs = ("katten", "Gåtrening", "Røntgen", "forms/what-matters", "Questionnaire/what-matters")
    assert not [secret for secret in theirs if secret in heard]
    assert kinds(per.sync(since={})) == ["stay"]


@pytest.mark.parametrize(
    ("scope", "secret"),
    [("answers", "Hjem til katten"), ("plan", "Gåtrening"), ("today", "Røntgen"), ("list", "Marevan")],
)
def test_a_carer_sees_just_what_was_ticked(town: Town, ingrid: Phone, scope: str, secret: str) -> None:
    ingrid.send({"matters": "Hjem til katten"})
    medicine = {"resourceType": "MedicationStatement", "encounter": ingrid.stay, "medication": "Marevan"}
    ingrid.write(medicine, next_id())
    town.kari.act(ingrid.stay, description="Gåtrening")
    told(town.kari.put(f"/api/encounters/{ingrid.stay}/today", {"next": {"text": "Røntgen"}}))
    per, _ = joined(town, ingrid, scope)
    heard = everything(per)
    assert [one for one in ("Hjem til katten", "Gåtrening", "Røntgen", "Marevan") if one in heard] == [secret]


def test_an_action_is_told_without_the_words_that_are_not_shared(town: Town, ingrid: Phone) -> None:
    version = ingrid.send({"matters": "Hjem til katten"})
    town.kari.act(
        ingrid.stay, description="Gåtrening", quote={"version": version, "linkId": "matters", "text": "Hjem til katten"}
    )
    per, _ = joined(town, ingrid, "plan")
    heard = everything(per)
    assert "Gåtrening" in heard
    assert "katten" not in heard


def test_who_may_not_see_the_answers_may_not_write_them(town: Town, ingrid: Phone) -> None:
    per, _ = joined(town, ingrid, "plan", "list", "today")
    written = ingrid.version(ingrid.answers({"matters": "x"})) | {"author": per.author}
    (receipt,) = per.sync(written)["receipts"]
    assert receipt["problem"] == "not-allowed"


def test_ending_takes_everything_from_the_carers_phone_and_tells_it_nothing(town: Town, ingrid: Phone) -> None:
    ingrid.send({"matters": "Hjem til katten"})
    task = town.kari.act(ingrid.stay, description="Gåtrening")["id"]
    review = town.kari.read(ingrid.stay)["id"]
    per, version = joined(town, ingrid, *EVERYTHING)
    per.sync()
    end(ingrid, per.author.partition("/")[2], version)
    answer = per.sync()
    assert set(answer["gone"]) == {ingrid.form["shared"], task, review}
    assert kinds(answer) == ["stay"]
    assert answer["changed"][0]["stay"]["sharing"] == ["learning"]
    assert "Consent" not in str(answer)
    assert "Per" not in str(answer["changed"])


def test_what_goes_is_what_was_shared_and_nothing_tells_that_there_was_more(town: Town, ingrid: Phone) -> None:
    ingrid.send({"matters": "Hjem til katten"})
    ingrid.write({"resourceType": "MedicationStatement", "encounter": ingrid.stay, "medication": "Marevan"}, next_id())
    town.kari.act(ingrid.stay, description="Gåtrening")
    per, version = joined(town, ingrid, "answers")
    per.sync()
    end(ingrid, per.author.partition("/")[2], version)
    assert per.sync()["gone"] == [ingrid.form["shared"]]


def test_a_phone_that_names_a_reach_which_nobody_knows_lets_go_of_all_that_is_not_its_own(
    town: Town, ingrid: Phone
) -> None:
    ingrid.send({"matters": "Hjem til katten"})
    per, version = joined(town, ingrid, "answers")
    end(ingrid, per.author.partition("/")[2], version)
    at = {**per.sync()["at"][per.patient], "access": "of an older program"}
    assert per.sync(since={per.patient: at})["gone"] == [ingrid.form["shared"]]


def test_ended_looks_like_learning_only(town: Town, ingrid: Phone) -> None:
    """Whoever compares the two finds no difference: nobody is told that something was taken from them."""
    per, version = joined(town, ingrid, *EVERYTHING)
    consent(ingrid, per.author.partition("/")[2], "learning", base=(version,))
    less = per.sync(since={})["changed"][0]["stay"]
    per, version = joined(town, ingrid, *EVERYTHING)
    end(ingrid, per.author.partition("/")[2], version)
    over = per.sync(since={})["changed"][0]["stay"]
    for stay in (less, over):
        for form in stay.get("forms", []):
            form.pop("shared"), form.pop("staff")
    assert less == over


def test_after_the_last_day_it_is_over_by_itself(town: Town, ingrid: Phone, clock: Clock) -> None:
    ingrid.send({"matters": "Hjem til katten"})
    related = next_id()
    consent(ingrid, related, "answers", until=clock.text[:10])
    per = come(town, invite(ingrid, related)["code"], role="related")
    assert "katten" in everything(per)
    clock.forward(days=1)
    assert ingrid.form["shared"] in per.sync()["gone"]
    assert "katten" not in everything(per)


def test_who_was_ended_and_invited_again_is_the_same_person_and_their_queue_goes_on(town: Town, ingrid: Phone) -> None:
    per, version = joined(town, ingrid, "answers")
    related = per.author.partition("/")[2]
    ended = end(ingrid, related, version)
    assert slug(ingrid.post(f"/api/consents/{related}/invitation")) == "not-allowed"
    consent(ingrid, related, "answers", base=(ended,))
    again = come(town, invite(ingrid, related)["code"], "persnewphone", role="related")
    assert again.author == per.author
    written = per.version(per.answers({"matters": "Hun vil hjem"}), ingrid.form["shared"])
    (receipt,) = again.sync(written)["receipts"]
    assert receipt["outcome"] == "stored"


def test_of_two_phones_that_did_not_know_of_each_other_the_one_that_ended_it_counts(town: Town, ingrid: Phone) -> None:
    per, version = joined(town, ingrid, *EVERYTHING)
    related = per.author.partition("/")[2]
    end(ingrid, related, version)
    second = town.phone(ingrid.stay, "secondphone")
    consent(second, related, *EVERYTHING, base=(version,))
    assert per.sync()["changed"][0]["stay"]["sharing"] == ["learning"]


def test_an_ended_carers_code_is_good_for_nothing(town: Town, ingrid: Phone) -> None:
    related = next_id()
    version = consent(ingrid, related, "answers")
    code = invite(ingrid, related)["code"]
    end(ingrid, related, version)
    assert slug(town.redeem(code, "persownphone", role="related")) == "code-expired"


def test_the_patient_sees_who_helps_and_the_log_says_when_it_was_given_and_ended(town: Town, ingrid: Phone) -> None:
    per, version = joined(town, ingrid, "plan")
    related = per.author.partition("/")[2]
    (carer,) = (change["carer"] for change in ingrid.sync(since={})["changed"] if change["kind"] == "carer")
    assert (carer["name"], carer["status"], carer["scopes"], carer["ground"]) == ("Per", "active", ["plan"], "patient")
    end(ingrid, related, version)
    verbs = [entry["verb"] for entry in told(ingrid.get("/api/access-log"))["entries"]]
    assert verbs[:1] == ["unshared"]
    assert {"shared", "carer-invited", "redeemed"} <= set(verbs)


def test_somebody_with_the_sheet_is_seen_by_the_patient_and_can_be_ended(town: Town, ingrid: Phone) -> None:
    tone = town.phone(ingrid.stay, "tonesphone", role="related")
    related = tone.author.partition("/")[2]
    (carer,) = (change["carer"] for change in ingrid.sync()["changed"] if change["kind"] == "carer")
    assert (carer["id"], carer["ground"], carer["scopes"]) == (related, "sheet", list(EVERYTHING))
    consent(ingrid, related, status="inactive")
    assert tone.sync()["changed"][0]["stay"]["sharing"] == ["learning"]


def test_no_helper_sees_or_writes_what_is_shared_with_whom(town: Town, ingrid: Phone) -> None:
    per, version = joined(town, ingrid, *EVERYTHING)
    tone = town.phone(ingrid.stay, "tonesphone", role="related")
    related = tone.author.partition("/")[2]
    said = {"resourceType": "Consent", "encounter": per.stay, "related": related, "name": "T", "status": "inactive"}
    (receipt,) = per.sync(per.version(said, related))["receipts"]
    assert receipt["problem"] == "not-allowed"
    assert version not in everything(per) + everything(tone)
    assert slug(per.get(f"/api/documents/{per.author.partition('/')[2]}/versions")) == "not-found"


def test_a_consent_lies_under_the_name_of_whom_it_is_about(ingrid: Phone) -> None:
    said = {"resourceType": "Consent", "encounter": ingrid.stay, "related": next_id(), "name": "T", "status": "active"}
    (receipt,) = ingrid.sync(ingrid.version(said, next_id()))["receipts"]
    assert receipt["problem"] == "not-allowed"


def test_a_consent_about_one_carer_is_not_written_under_anothers_name(town: Town, ingrid: Phone) -> None:
    (per, version), tone = joined(town, ingrid, "answers"), next_id()
    said = {"resourceType": "Consent", "encounter": ingrid.stay, "related": tone, "name": "T", "status": "inactive"}
    (receipt,) = ingrid.sync(ingrid.version(said, per.author.partition("/")[2], (version,)))["receipts"]
    assert receipt["problem"] == "not-allowed"


def test_the_last_day_ends_at_midnight_where_the_unit_is(town: Town, ingrid: Phone, clock: Clock) -> None:
    clock.set("2026-07-01T10:00:00Z")
    per, version = joined(town, ingrid, "answers")
    ingrid.send({"matters": "Hjem til katten"})
    consent(ingrid, per.author.partition("/")[2], "answers", base=(version,), until="2026-07-02")
    clock.set("2026-07-02T21:59:00Z")
    assert "katten" in everything(per)
    clock.set("2026-07-02T22:01:00Z")
    assert "katten" not in str(per.sync(since={}))


def test_nobody_is_invited_to_another_patients(town: Town, ingrid: Phone) -> None:
    related = next_id()
    consent(ingrid, related, "answers")
    olav = town.phone(town.admit("Olav", "Berg"), "olavsphoneno")
    assert slug(olav.post(f"/api/consents/{related}/invitation")) == "not-found"
    said = {"resourceType": "Consent", "encounter": olav.stay, "related": related, "name": "O", "status": "active"}
    (receipt,) = olav.sync(olav.version(said, related))["receipts"]
    assert receipt["problem"] == "not-allowed"


def test_nobody_decides_about_somebody_who_helps_another_patient(town: Town, ingrid: Phone) -> None:
    tone = town.phone(ingrid.stay, "tonesphone", role="related")
    related = tone.author.partition("/")[2]
    olav = town.phone(town.admit("Olav", "Berg"), "olavsphoneno")
    said = {"resourceType": "Consent", "encounter": olav.stay, "related": related, "name": "T", "status": "inactive"}
    (receipt,) = olav.sync(olav.version(said, related))["receipts"]
    assert receipt["problem"] == "not-allowed"
    assert "answers" in tone.sync(since={})["changed"][0]["stay"]["sharing"]
