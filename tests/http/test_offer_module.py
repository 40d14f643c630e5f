"""A nurse points to a module, and says why."""

from __future__ import annotations

from tests.asking import next_id, slug, told
from tests.http.carers import everything, joined
from tests.people import SURGERY, Town


def test_the_patient_is_offered_it_with_the_reason(town: Town) -> None:
    phone = town.phone(town.admit())
    phone.sync()
    body = {"module": "going-home", "reason": "Du spurte om trappen", "by": "Somebody"}
    offered = told(town.kari.post(f"/api/encounters/{phone.stay}/modules", body), 201)
    assert offered == {"module": "going-home", "by": "Kari", "reason": "Du spurte om trappen"}
    assert phone.sync()["changed"][0]["stay"]["modules"] == [offered]
    assert town.kari.page(phone.stay)["modules"] == [{"module": "going-home", "offered": offered}]


def test_why_is_told_to_nobody_who_may_not_see_the_answers_it_speaks_of(town: Town) -> None:
    ingrid = town.phone(town.admit())
    body = {"module": "going-home", "reason": "Du spurte om trappen"}
    told(town.kari.post(f"/api/encounters/{ingrid.stay}/modules", body), 201)
    (learning, _), (answers, _) = joined(town, ingrid, "learning"), joined(town, ingrid, "answers")
    assert "trappen" in everything(answers)
    assert "going-home" in everything(learning)
    assert "trappen" not in everything(learning) + str(learning.welcome)


def test_the_newest_word_of_why_stands(town: Town) -> None:
    stay = town.admit()
    for reason in ("Først", "Så"):
        told(town.kari.post(f"/api/encounters/{stay}/modules", {"module": "going-home", "reason": reason}), 201)
    (module,) = town.kari.page(stay)["modules"]
    assert module["offered"]["reason"] == "Så"


def test_a_module_that_there_is_not_is_not_valid(town: Town) -> None:
    stay = town.admit()
    assert slug(town.kari.post(f"/api/encounters/{stay}/modules", {"module": "juggling"})) == "not-valid"


def test_a_unit_that_shows_roles_only_does_not_say_who_pointed_to_it(town: Town) -> None:
    per = town.phone(town.admit("Per", "Haugen", SURGERY), "perstelephone")
    told(town.sigrid.post(f"/api/encounters/{per.stay}/modules", {"module": "going-home"}), 201)
    assert per.sync(since={})["changed"][0]["stay"]["modules"] == [{"module": "going-home"}]


def test_it_stands_in_the_access_log(town: Town) -> None:
    phone = town.phone(town.admit())
    told(town.kari.post(f"/api/encounters/{phone.stay}/modules", {"module": "going-home"}), 201)
    assert "offered" in [entry["verb"] for entry in told(phone.get("/api/access-log"))["entries"]]


def test_what_a_carer_is_unsure_about_stands_beside_the_patients_own_word(town: Town) -> None:
    ingrid = town.phone(town.admit())
    per, _ = joined(town, ingrid, "learning")
    told(town.kari.post(f"/api/encounters/{ingrid.stay}/modules", {"module": "going-home"}), 201)
    for reader, unsure in ((per, "Hvem som ringer"), (ingrid, "Når jeg skal ringe")):
        progress = {"resourceType": "ModuleProgress", "encounter": ingrid.stay, "module": "going-home"}
        more = {"moduleVersion": "1.0.0", "language": "nb", "step": 3, "teachBack": {"unsure": [unsure]}}
        reader.write({**progress, **more}, next_id())
    own, carers = town.kari.page(ingrid.stay)["modules"]
    assert (own["teachBack"]["unsure"], own["offered"]["by"]) == (["Når jeg skal ringe"], "Kari")
    assert (carers["teachBack"]["unsure"], carers.get("offered")) == (["Hvem som ringer"], None)
