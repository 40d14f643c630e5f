"""What somebody who helps tells of themselves: theirs; shown to the patient only if they say so; never the patient's
answer."""

from __future__ import annotations

from typing import Any, Literal

import pytest

from tests.asking import Json, Phone, answers, next_id, slug, told, version
from tests.http.carers import EVERYTHING, end, everything, joined
from tests.people import Town

TIRED = "Jeg er utslitt"


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


@pytest.fixture
def per(town: Town, ingrid: Phone) -> Phone:
    return joined(town, ingrid, *EVERYTHING)[0]


def own_form(phone: Phone) -> Json:
    forms = told(phone.get("/api/session"))["stay"]["forms"]
    form: Json = next(form for form in forms if form.get("about") == "related")
    return form


def tell(
    per: Phone, words: str, audience: Literal["all", "staff"] = "staff", status: str = "completed", **more: Any
) -> str:
    form = own_form(per)
    content = answers(form, per.stay, per.speaker(), {"carer-now": words}, status, audience)
    document = form["shared" if audience == "all" else "staff"]
    return per.write({**content, "subject": per.author}, document, **more)


def test_the_care_team_sees_it_marked_as_the_carers(town: Town, ingrid: Phone, per: Phone) -> None:
    tell(per, TIRED)
    (found,) = town.kari.page(ingrid.stay)["answers"]
    assert (found["about"]["name"], found["about"]["relation"]) == ("Per", "sønn")
    assert found["response"]["item"][0]["answer"] == [{"valueString": TIRED}]


def test_the_patient_sees_it_only_when_the_carer_says_so(ingrid: Phone, per: Phone) -> None:
    tell(per, TIRED)
    assert TIRED not in everything(ingrid)
    assert slug(ingrid.get(f"/api/documents/{own_form(per)['staff']}/versions")) == "not-found"
    tell(per, "Jeg vil bli ringt", "all")
    assert "Jeg vil bli ringt" in everything(ingrid)


def test_what_is_not_sent_is_the_carers_alone(ingrid: Phone, per: Phone) -> None:
    tell(per, TIRED, "all", "in-progress")
    assert TIRED not in everything(ingrid)
    assert TIRED not in str(told(ingrid.get(f"/api/documents/{own_form(per)['shared']}/versions")))
    assert TIRED in everything(per)


def told_from_start(phone: Phone) -> list[Json]:
    told = [change["version"] for change in phone.sync(since={})["changed"] if change["kind"] == "version"]
    return [one for one in told if one["content"]["resourceType"] == "QuestionnaireResponse"]


def test_a_new_phone_of_the_patient_sees_what_was_sent_also_while_the_carer_changes_it(
    ingrid: Phone, per: Phone
) -> None:
    first = tell(per, "Jeg vil bli ringt", "all")
    sent = tell(per, "Ring meg etter fire", "all", "amended", base=(first,))
    tell(per, TIRED, "all", "in-progress", base=(sent,))
    assert [one["version"] for one in told_from_start(ingrid)] == [sent]
    assert TIRED in str(told_from_start(per))


def test_what_was_sent_anew_stands_on_what_was_sent_before_also_with_a_draft_between(ingrid: Phone, per: Phone) -> None:
    ingrid.sync()
    first = tell(per, "Jeg vil bli ringt", "all")
    draft = tell(per, TIRED, "all", "in-progress", base=(first,))
    sent = tell(per, "Ring meg etter fire", "all", "amended", base=(draft,))
    heard = [change["version"] for change in ingrid.sync()["changed"] if change["kind"] == "version"]
    assert [(one["version"], one.get("base", [])) for one in heard] == [(first, []), (sent, [first])]
    assert [one["version"] for one in told_from_start(ingrid)] == [sent]
    kept = told(ingrid.get(f"/api/documents/{own_form(per)['shared']}/versions"))["versions"]
    assert [one.get("base", []) for one in kept] == [[], [first]]


def test_what_two_phones_of_the_carer_sent_is_told_whole_to_a_new_phone(ingrid: Phone, per: Phone) -> None:
    first = tell(per, "Jeg vil bli ringt", "all")
    beside = [tell(per, words, "all", "amended", base=(first,)) for words in ("Etter fire", "Før åtte")]
    assert {one["version"] for one in told_from_start(ingrid)} == {first, *beside}


def test_other_helpers_never_see_it(town: Town, ingrid: Phone, per: Phone) -> None:
    tone = town.phone(ingrid.stay, "tonesphone", role="related")
    tell(per, TIRED)
    tell(per, "Jeg vil bli ringt", "all")
    heard = everything(tone)
    assert "Jeg" not in heard
    assert own_form(tone)["shared"] != own_form(per)["shared"]
    assert slug(tone.get(f"/api/documents/{own_form(per)['shared']}/versions")) == "not-found"


def test_nobody_writes_it_in_the_carers_place(town: Town, ingrid: Phone, per: Phone) -> None:
    form = own_form(per)
    content = answers(form, per.stay, ingrid.speaker(), {"carer-now": "x"}, "completed") | {"subject": per.author}
    tone = town.phone(ingrid.stay, "tonesphone", role="related")
    for other in (ingrid, tone):
        (receipt,) = other.sync(other.version(content, form["shared"]))["receipts"]
        assert receipt["problem"] == "not-allowed"


def test_it_is_not_the_patients_answer_in_any_count(town: Town, ingrid: Phone, per: Phone) -> None:
    before = town.fact(ingrid.stay)
    tell(per, TIRED)
    tell(per, TIRED, "all", "in-progress")
    assert town.fact(ingrid.stay) == before
    row = town.kari.row(ingrid.stay)
    assert (row["state"], row["carersUnread"]) == ("not-answered", 1)
    assert "rows" not in told(town.kari.get(f"/api/units/{town.kari.unit}/handover"))


def test_it_cannot_pass_for_the_patients_form_nor_the_patients_for_it(ingrid: Phone, per: Phone) -> None:
    form = own_form(per)
    unsigned = answers(form, per.stay, per.speaker(), {"carer-now": "x"}, "completed")
    signed = {**per.answers({"matters": "x"}), "subject": per.author}
    for content, document in ((unsigned, form["shared"]), (unsigned, next_id()), (signed, next_id())):
        (receipt,) = per.sync(per.version(content, document))["receipts"]
        assert receipt["problem"] == "not-allowed"


def test_it_is_unread_until_somebody_reads_it_also_after_the_stay(town: Town, ingrid: Phone, per: Phone) -> None:
    sent = tell(per, TIRED)
    town.kari.end(ingrid.stay)
    assert town.kari.row(ingrid.stay)["carersUnread"] == 1
    assert town.liv.page(ingrid.stay)
    told(town.liv.post("/api/reviews", {"encounter": ingrid.stay, "versions": [sent]}), 201)
    assert town.kari.row(ingrid.stay) == {}
    assert sent in str(per.sync()["changed"])


def test_an_action_from_it_is_told_to_the_carer_and_not_to_the_patient(town: Town, ingrid: Phone, per: Phone) -> None:
    sent = tell(per, TIRED)
    quote = {"version": sent, "linkId": "carer-now", "text": TIRED}
    town.kari.act(ingrid.stay, description="Ringe om avlastning", quote=quote)
    assert "avlastning" in everything(per)
    assert "avlastning" not in everything(ingrid)


def test_after_it_was_ended_the_carers_own_words_stay_theirs(town: Town, ingrid: Phone) -> None:
    per, consent = joined(town, ingrid, *EVERYTHING)
    ingrid.send({"matters": "Hjem"})
    tell(per, TIRED)
    end(ingrid, per.author.partition("/")[2], consent)
    assert own_form(per)["shared"] not in per.sync().get("gone", [])
    assert TIRED in everything(per)
    assert tell(per, "Jeg har det bedre", base=())


def test_staff_fill_it_in_together_with_the_carer(town: Town, ingrid: Phone, per: Phone) -> None:
    (carer,) = town.kari.page(ingrid.stay)["carers"]
    form = own_form(per)
    assert (carer["shared"], carer["staff"]) == (form["shared"], form["staff"])
    said = answers(form, ingrid.stay, per.speaker(), {"carer-now": TIRED}, "completed", "staff")
    content = {**said, "subject": per.author, "origin": "conversation"}
    made = version("Practitioner/kari", ingrid.patient, content, form["staff"], ())
    (receipt,) = told(town.kari.post(f"/api/encounters/{ingrid.stay}/versions", {"put": [made]}))["receipts"]
    assert receipt["outcome"] == "stored"
    assert TIRED in everything(per)
    stranger = {**content, "subject": f"RelatedPerson/{next_id()}"}
    made = version("Practitioner/kari", ingrid.patient, stranger, next_id(), ())
    (receipt,) = told(town.kari.post(f"/api/encounters/{ingrid.stay}/versions", {"put": [made]}))["receipts"]
    assert receipt["problem"] in ("not-allowed", "not-found")
