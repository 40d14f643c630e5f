"""What a helper with a program of their own tries: to find what is hidden, to stand in the way, to be another."""

from __future__ import annotations

import pytest

from tests.asking import Json, Phone, next_id, slug, told
from tests.people import Town
from viktig.storage import versions


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


@pytest.fixture
def tone(town: Town, ingrid: Phone) -> Phone:
    return town.phone(ingrid.stay, "tonesphone", role="related")


def receipt(phone: Phone, version: Json) -> Json:
    (given,) = phone.sync(version)["receipts"]
    return dict(given)


def test_a_made_up_cursor_does_not_tell_that_there_are_hidden_documents(ingrid: Phone, tone: Phone) -> None:
    ingrid.send_to_staff({"worry": "Datteren min"})
    ingrid.wish()
    tone.sync()
    assert "gone" not in tone.sync(since={tone.patient: {**tone.since[tone.patient], "access": "made-up"}})


def test_asking_for_a_history_does_not_tell_whether_there_are_hidden_answers(ingrid: Phone, tone: Phone) -> None:
    hidden = f"/api/documents/{ingrid.form['staff']}/versions"
    before = tone.get(hidden)
    ingrid.send_to_staff({"worry": "Datteren min"})
    assert slug(tone.get(hidden)) == slug(before) == "not-found"


def test_the_place_of_the_hidden_answers_cannot_be_taken_beforehand(ingrid: Phone, tone: Phone) -> None:
    taken = receipt(tone, tone.version(tone.answers({"worry": "Mor"}), ingrid.form["staff"]))
    assert (taken["outcome"], taken["problem"]) == ("refused", "not-allowed")
    assert ingrid.send_to_staff({"worry": "Datteren min"})


def test_the_place_of_the_shared_answers_cannot_be_taken_by_something_else(ingrid: Phone, tone: Phone) -> None:
    module = {"resourceType": "ModuleProgress", "encounter": tone.stay, "module": "home", "moduleVersion": "1"}
    taken = receipt(tone, tone.version({**module, "language": "nb"}, ingrid.form["shared"]))
    assert (taken["outcome"], taken["problem"]) == ("refused", "not-allowed")
    assert ingrid.send({"matters": "Hjem"})


def test_whether_it_helped_is_the_patients_word(town: Town, ingrid: Phone, tone: Phone) -> None:
    task = town.kari.act(ingrid.stay)["id"]
    for mark in (
        {"resourceType": "TaskMark", "encounter": tone.stay, "task": task, "helped": "yes"},
        {"resourceType": "TalkMark", "encounter": tone.stay, "talked": "yes"},
    ):
        assert receipt(tone, tone.version(mark, next_id()))["problem"] == "not-allowed"
    assert "helped" not in town.kari.page(ingrid.stay)["tasks"][0]
    assert town.fact(ingrid.stay)["talked"] == ""


def test_versions_that_name_each_other_do_not_hide_the_document_from_a_new_phone(
    town: Town, ingrid: Phone, tone: Phone
) -> None:
    own = ingrid.send({"matters": "Hjem"})
    one, other = next_id(), next_id()
    tone.sync(tone.version(tone.answers({"matters": "A"}), base=(other, own), version=one))
    tone.sync(tone.version(tone.answers({"matters": "B"}), base=(one,), version=other))
    heard = town.phone(ingrid.stay, "secondphone").sync()["changed"]
    assert {change["version"]["version"] for change in heard if change["kind"] == "version"} == {own, one, other}


def test_a_ring_of_three_stands_whole(town: Town, ingrid: Phone, tone: Phone) -> None:
    names = [next_id() for _ in range(3)]
    for place, name in enumerate(names):
        tone.sync(tone.version(tone.answers({"matters": str(place)}), base=(names[place - 1],), version=name))
    heard = ingrid.sync(since={})["changed"]
    assert {change["version"]["version"] for change in heard if change["kind"] == "version"} == set(names)


def test_wrong_codes_of_others_do_not_shut_out_who_holds_a_link(town: Town, ingrid: Phone) -> None:
    link, code = (town.kari.invite(ingrid.stay)[what] for what in ("link", "code"))
    for _ in range(200):
        town.redeem("AAAA BBBB", "guessersphone")
    assert slug(town.redeem(code, "latephone")) == "too-many-tries"
    told(town.redeem(link.partition("#")[2], "latephone"), 201)


@pytest.mark.parametrize("way", ["redeem", "renew"])
def test_a_profile_that_no_cookie_can_be_named_after_is_not_valid(town: Town, ingrid: Phone, way: str) -> None:
    code = town.kari.invite(ingrid.stay)["code"]
    profile = "latephone\n"
    if way == "redeem":
        assert slug(town.redeem(code, profile)) == "not-valid"
        told(town.redeem(code, "latephone"), 201)
    else:
        renewal = {"device": "d", "nonce": "n", "signature": "s", "profile": profile}
        assert slug(town.stranger().post("/api/session/renew", renewal)) == "not-valid"


@pytest.mark.parametrize("door", ["end", "transfer"])
def test_nothing_happened_next_year(town: Town, ingrid: Phone, door: str) -> None:
    body = {"end": {"ending": "discharged"}, "transfer": {"unit": "kirurgi-1"}}[door]
    answer = town.kari.post(
        f"/api/encounters/{ingrid.stay}/{door}", {**body, "at": "2099-01-01T00:00:00Z"}, town.kari.tag(ingrid.stay)
    )
    assert slug(answer) == "not-valid"


def test_nobody_fills_the_patients_phone_with_what_was_taken_from_the_list_again(
    ingrid: Phone, tone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "MOST_DOCUMENTS", 3)
    gone = {"resourceType": "VisitQuestion", "encounter": tone.stay, "text": "?", "removed": True}
    for _ in range(3):
        tone.write(gone, next_id())
    assert receipt(tone, tone.version(gone, next_id()))["problem"] == "list-full"
    ingrid.write({**gone, "removed": False}, next_id())


def test_nobody_writes_one_document_full_for_the_others(
    ingrid: Phone, tone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "MOST_BY_ONE", 3)
    base: tuple[str, ...] = ()
    for number in range(3):
        base = (tone.write(tone.answers({"matters": str(number)}), base=base),)
    given = receipt(tone, tone.version(tone.answers({"matters": "more"}), base=base))
    assert given["problem"] == "changed-meanwhile"
    ingrid.write(ingrid.answers({"matters": "Hjem"}), base=base)


def test_nobody_fills_a_document_with_versions_that_know_nothing_of_each_other(
    town: Town, ingrid: Phone, tone: Phone
) -> None:
    side_by_side = [tone.version(tone.answers({"matters": str(number)})) for number in range(12)]
    outcomes = [given["outcome"] for given in tone.sync(*side_by_side)["receipts"]]
    assert outcomes == ["stored"] * 10 + ["refused"] * 2
    assert ingrid.send({"matters": "Hjem"})
    told(tone.get(f"/api/documents/{tone.form['shared']}/versions"))
    assert town.kari.read(ingrid.stay)
    named = tuple(one["version"] for one in side_by_side[:10])
    assert tone.send({"matters": "Til sist"}, base=named)
