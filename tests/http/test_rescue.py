"""A rescue copy that a nurse reads in: what never left a phone, under its author's own name."""

from __future__ import annotations

import pytest

from tests.asking import Json, Phone, Staff, next_id, slug, told
from tests.http.carers import joined
from tests.people import Town


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


def read_in(staff: Staff, stay: str, *put: object) -> list[Json]:
    receipts: list[Json] = told(staff.post(f"/api/encounters/{stay}/rescued", {"put": list(put)}))["receipts"]
    return receipts


def outcomes(receipts: list[Json]) -> list[tuple[str, str]]:
    return [(receipt["outcome"], receipt.get("problem", "")) for receipt in receipts]


def test_an_answer_keeps_its_name_its_author_and_its_words(town: Town, ingrid: Phone) -> None:
    made = ingrid.version(ingrid.answers({"matters": "Hjem til katten"}))
    (receipt,) = read_in(town.kari, ingrid.stay, made)
    assert (receipt["outcome"], receipt["version"]) == ("stored", made["version"])
    (shown,) = town.ahmed.page(ingrid.stay)["answers"]
    assert (shown["versions"], shown["authorName"]) == ([made["version"]], "Ingrid")
    (change,) = [one for one in ingrid.sync()["changed"] if one["kind"] == "version"]
    assert (change["version"]["author"], change["version"]["recorded"]) == (ingrid.author, made["recorded"])


def test_reading_twice_and_a_phone_that_comes_back_change_nothing(town: Town, ingrid: Phone) -> None:
    made = ingrid.version(ingrid.answers({"matters": "Hjem til katten"}))
    read_in(town.kari, ingrid.stay, made)
    assert outcomes(read_in(town.kari, ingrid.stay, made)) == [("already", "")]
    (receipt,) = ingrid.sync(made)["receipts"]
    assert receipt["outcome"] == "already"
    assert len(town.kari.page(ingrid.stay)["answers"]) == 1


def test_it_comes_in_from_a_phone_that_was_signed_out_for_good(town: Town, ingrid: Phone) -> None:
    lost = ingrid.version(ingrid.answers({"matters": "Hjem til katten"}))
    told(ingrid.delete("/api/session"), 204)
    assert slug(ingrid.post("/api/sync", {"put": [lost]})) == "session-expired"
    assert outcomes(read_in(town.kari, ingrid.stay, lost)) == [("stored", "")]


def test_a_wish_to_talk_alone_comes_in_and_is_for_somebody_to_take(town: Town, ingrid: Phone) -> None:
    wish = {"resourceType": "CommunicationRequest", "encounter": ingrid.stay, "wish": "as-soon-as-possible"}
    assert outcomes(read_in(town.kari, ingrid.stay, ingrid.version(wish, next_id()))) == [("stored", "")]
    assert town.kari.page(ingrid.stay)["attention"]["wish"] == "as-soon-as-possible"


def test_a_draft_stays_a_draft_and_the_ward_sees_only_that_it_was_begun(town: Town, ingrid: Phone) -> None:
    draft = ingrid.version(ingrid.answers({"matters": "Hjem"}, "in-progress"))
    assert outcomes(read_in(town.kari, ingrid.stay, draft)) == [("stored", "")]
    page = town.kari.page(ingrid.stay)
    assert (page.get("answers"), page["begun"]) == (None, 1)


def test_what_a_helper_wrote_comes_in_as_the_helpers(town: Town, ingrid: Phone) -> None:
    tone = town.phone(ingrid.stay, "tonesphone", role="related")
    made = tone.version(tone.answers({"matters": "Hjem"}))
    assert outcomes(read_in(town.kari, ingrid.stay, made)) == [("stored", "")]
    (shown,) = town.kari.page(ingrid.stay)["answers"]
    assert shown["authorName"] == "Tone"


def test_a_helper_reaches_through_a_nurse_no_more_than_by_their_own_phone(town: Town, ingrid: Phone) -> None:
    tone = town.phone(ingrid.stay, "tonesphone", role="related")
    mark = {"resourceType": "TalkMark", "encounter": ingrid.stay, "talked": "yes"}
    hidden = tone.version(tone.answers({"worry": "x"}, audience="staff"), tone.form["staff"])
    refused = read_in(town.kari, ingrid.stay, hidden, tone.version(mark, next_id()))
    assert outcomes(refused) == [("refused", "not-allowed")] * 2
    assert {event["actor"] for event in town.events() if event["verb"] == "refused"} == {"Practitioner/kari"}


def test_by_a_file_something_is_ended_but_never_shared(town: Town, ingrid: Phone) -> None:
    """Whoever helps knows enough to write a file in the patient's name."""
    per, version = joined(town, ingrid, "learning")
    related = per.author.partition("/")[2]
    said = {"resourceType": "Consent", "encounter": ingrid.stay, "related": related, "name": "Per"}
    more = ingrid.version(said | {"scopes": ["answers"], "status": "active"}, related, (version,))
    assert outcomes(read_in(town.kari, ingrid.stay, more)) == [("refused", "not-allowed")]
    assert per.sync(since={})["changed"][0]["stay"]["sharing"] == ["learning"]
    over = ingrid.version(said | {"status": "inactive"}, related, (version,))
    assert outcomes(read_in(town.kari, ingrid.stay, over)) == [("stored", "")]


def test_who_helped_in_an_earlier_stay_hands_nothing_in_for_this_one(town: Town) -> None:
    earlier = town.admit(identifier="10915596784")
    tone = town.phone(earlier, "tonesphone", role="related")
    town.kari.end(earlier)
    now = town.phone(town.admit(identifier="10915596784"))
    assert now.patient == tone.patient
    said = tone.answers({"matters": "Hjem"}) | {"encounter": now.stay}
    refused = read_in(town.kari, now.stay, tone.version(said, now.form["shared"]))
    assert outcomes(refused) == [("refused", "not-allowed")]


def test_nothing_of_anybody_else_comes_in_and_the_rest_does(town: Town, ingrid: Phone) -> None:
    olav = town.phone(town.admit("Olav", "Berg"), "olavsphoneno")
    by_nurse = ingrid.version(ingrid.answers({"matters": "x"})) | {"author": "Practitioner/kari"}
    other_stay = ingrid.version(ingrid.answers({"matters": "x"}) | {"encounter": olav.stay})
    receipts = read_in(
        town.kari,
        ingrid.stay,
        olav.version(olav.answers({"matters": "Fiske"})),
        by_nurse,
        other_stay,
        ingrid.version(ingrid.answers({"matters": "x"})) | {"patient": olav.patient},
        {"version": "broken", "author": ingrid.author, "content": {"encounter": ingrid.stay}},
        "nothing",
        ingrid.version(ingrid.answers({"matters": "Hjem"})),
    )
    assert outcomes(receipts) == [
        ("refused", "wrong-author"),
        ("refused", "wrong-author"),
        ("refused", "not-allowed"),
        ("refused", "not-allowed"),
        ("refused", "not-valid"),
        ("refused", "unreadable"),
        ("stored", ""),
    ]
    assert not town.kari.page(olav.stay).get("answers")


def test_other_words_under_a_known_name_are_told_apart(town: Town, ingrid: Phone) -> None:
    made = ingrid.version(ingrid.answers({"matters": "Hjem"}))
    read_in(town.kari, ingrid.stay, made)
    changed = made | {"content": ingrid.answers({"matters": "Bort"})}
    assert outcomes(read_in(town.kari, ingrid.stay, changed)) == [("refused", "version-differs")]


def test_a_copy_that_turns_up_after_discharge_is_read_in(town: Town, ingrid: Phone) -> None:
    made = ingrid.version(ingrid.answers({"matters": "Hjem"}))
    town.kari.end(ingrid.stay)
    town.clock.forward(days=2)
    assert outcomes(read_in(town.sign_in("kari"), ingrid.stay, made)) == [("stored", "")]


def test_what_is_no_list_of_versions_is_refused_whole(town: Town, ingrid: Phone) -> None:
    path = f"/api/encounters/{ingrid.stay}/rescued"
    assert slug(town.kari.post(path, {"put": [{}] * 51})) == "not-valid"
    assert slug(town.kari.post(path, {"put": "x"})) == "not-valid"


def test_the_patient_sees_in_the_log_who_read_it_in(town: Town, ingrid: Phone) -> None:
    read_in(town.kari, ingrid.stay, ingrid.version(ingrid.answers({"matters": "Hjem"})))
    (entry,) = [one for one in told(ingrid.get("/api/access-log"))["entries"] if one["verb"] == "rescued"]
    assert (entry["who"], entry["basis"]) == ("Kari", "care-team")
