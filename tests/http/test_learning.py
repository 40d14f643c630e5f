"""Whether learning helped: a month that is counted by hand."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from tests.asking import Json, slug, told
from tests.http.nameless import feedback, tell_all
from tests.http.reading_month import MEDICINES, MODULE, NEXT_TO_KNOW, SCREENS, Month, Reading, november
from tests.people import HOSPITAL, MEDICINE, MUNICIPALITY, SURGERY, Town
from viktig.domain.person import Practitioner
from viktig.storage import facts, units
from viktig.storage.connection import Connection


@pytest.fixture
def month(town: Town) -> Month:
    return november(town)


@pytest.fixture
def either_month(either_town: Town) -> Month:
    return november(either_town)


def learning(town: Town, of: str = "unit", unit: str = MEDICINE, who: str = "liv") -> Json:
    found: Json = told(town.sign_in(who).get(f"/api/units/{unit}/learning?of={of}"))
    return found


def cell(found: Json, language: str = "nb", module: str = MODULE) -> Json:
    return next(one for one in found["modules"] if (one["module"], one["language"]) == (module, language))


def december(month: Month) -> None:
    """November is over."""
    month.town.clock.set("2026-12-01T00:00:00Z")


def boss(month: Month) -> str:
    """Who leads every unit."""
    solveig = Practitioner("solveig", "Solveig", "Lie", "leader", "leader", (MEDICINE, SURGERY))
    month.town.database.write_now(lambda c: units.add_practitioner(c, HOSPITAL, solveig))
    return solveig.id


def of(share: Json) -> tuple[int | None, int | None]:
    return share.get("numerator"), share.get("denominator")


def test_the_month_is_as_counted_by_hand(either_month: Month) -> None:
    found = cell(learning(either_month.town))
    # Anna, Birger (who ticked it off), Cecilie, Eva, Frode, Guri
    assert found["reach"]["offered"] == 6
    # not Cecilie
    assert of(found["reach"]["taken"]) == (5, 6)
    # Anna, Birger, David, Eva, Frode, Guri, Hans, Tone, the five of the 5th; not Jon (a mistake), not Ida (English)
    assert found["reach"]["opened"] == 13
    # Anna, Birger, David, Guri, Tone, and the five
    assert of(found["reach"]["finished"]) == (10, 13)
    # each question was answered wrongly by one: Birger, David, Guri
    assert [of(one["right"]) for one in found["questions"]] == [(9, 10), (9, 10), (9, 10)]
    assert of(found["understood"]) == (27, 30)
    # Anna and Guri
    assert of(found["sure"]) == (2, 10)
    # Eva on the third screen, Frode at the talk; Hans has begun two days ago
    assert found["stopped"] == 2
    assert [(one["screen"], one["count"]) for one in found["stops"]] == [(3, 1), (SCREENS + 1, 1)]
    # Guri and the five
    assert found["asked"] == 6
    # Birger, David and the five; David and Tone are too few to be told
    assert found["unsure"] == [{"text": NEXT_TO_KNOW, "count": 7}, {"text": MEDICINES}]


def test_what_was_told_without_a_name_counts_once_it_is_released_and_the_month_is_over(month: Month) -> None:
    assert of(cell(learning(month.town))["judged"]["useful"]) == (None, None)
    december(month)
    judged = cell(learning(month.town))["judged"]
    assert of(judged["useful"]) == (4, 5)
    assert of(judged["understandable"]) == (3, 5)
    assert sorted(judged["lines"]) == ["=for mange ord", "Fint og kort"]


def test_the_language_in_which_it_was_read_counts_and_one_reader_is_no_share(month: Month) -> None:
    found = cell(learning(month.town), "en")
    assert found["reach"]["offered"] == found["reach"]["opened"] == 1
    assert of(found["reach"]["finished"]) == (1, 1)
    assert found["sure"] == {"hidden": True}
    assert [one["right"] for one in found["questions"]] == [{"hidden": True}] * 3
    assert "lines" not in found["judged"]


def test_all_modules_together_are_the_sum(month: Month) -> None:
    """What Birger ticked off leads to two more modules, which he did not open."""
    total = learning(month.town)["total"]
    assert (total["offered"], total["opened"]) == (9, 14)
    assert (of(total["taken"]), of(total["finished"])) == ((6, 9), (11, 14))


def test_what_any_question_leads_to_is_offered_as_the_patient_page_says(month: Month) -> None:
    month.comes("Stig")
    month.ticks("Stig", "language-help", "interpreter")
    assert cell(learning(month.town), module="your-rights")["reach"]["offered"] == 1


def test_every_module_says_how_hard_it_is_and_when_it_is_looked_at_again(month: Month) -> None:
    found = learning(month.town)
    assert 10 < cell(found)["lix"] < 35
    assert "lix" not in cell(found, "en")
    assert cell(found, "en")["sentence"] < 12
    assert (cell(found)["state"], cell(found)["next"], cell(found).get("overdue")) == ("draft", "2027-05-01", None)
    month.town.clock.set("2027-05-02T08:00:00Z")
    assert cell(learning(month.town))["overdue"] is True


def test_of_the_whole_house_a_leader_finds_out_nothing_of_the_one_reader_of_another_unit(either_month: Month) -> None:
    december(either_month)
    found = learning(either_month.town, "organization")
    reach = cell(found)["reach"]
    # seven with Per, of whom six are known: he would be alone
    assert "offered" not in reach
    assert "opened" not in reach
    assert reach["taken"] == reach["finished"] == {"hidden": True}
    assert cell(found)["sure"] == {"hidden": True}
    assert [one["right"] for one in cell(found)["questions"]] == [{"hidden": True}] * 3
    assert "offered" not in found["total"]


def test_who_leads_every_unit_sees_the_house_whole_as_counted_by_hand(either_month: Month) -> None:
    who = boss(either_month)
    december(either_month)
    told = learning(either_month.town, "organization", who=who)
    found = cell(told)
    assert (told["first"], told["until"]) == ("2025-11", "2026-11-30")
    # with Per
    assert found["reach"]["offered"] == 7
    assert of(found["reach"]["taken"]) == (6, 7)
    assert of(found["reach"]["finished"]) == (11, 14)
    assert of(found["understood"]) == (30, 33)
    assert of(found["sure"]) == (3, 11)
    # Hans, too, by now
    assert [(one["screen"], one["count"]) for one in found["stops"]] == [(2, 1), (3, 1), (SCREENS + 1, 1)]
    assert found["asked"] == 6
    assert cell(learning(either_month.town, unit=SURGERY, who=who))["reach"]["opened"] == 1


def test_a_unit_has_its_own_figures_now_and_those_of_the_house_when_the_month_is_over(month: Month) -> None:
    who, town = boss(month), month.town
    assert cell(learning(town, "organization", who=who))["reach"]["opened"] == 0
    assert cell(learning(town, who=who))["reach"]["opened"] == 13
    assert [learning(town, whose, who=who)["until"] for whose in ("unit", "organization")] == ["2026-10-31"] * 2
    town.clock.set("2026-11-30T22:59:59Z")  # a second before midnight
    assert cell(learning(town, "organization", who=who))["reach"]["opened"] == 0
    town.clock.set("2026-11-30T23:00:00Z")
    assert cell(learning(town, "organization", who=who))["reach"]["opened"] == 14


def test_the_month_is_over_when_it_is_over_in_every_unit(month: Month) -> None:
    def further_west(connection: Connection) -> None:
        here = units.unit(connection, HOSPITAL, SURGERY)
        units.add_unit(connection, replace(here, id="island", name="Island", timezone="Atlantic/Reykjavik"))

    month.town.database.write_now(further_west)
    month.town.clock.set("2026-11-30T23:30:00Z")
    assert learning(month.town, "organization")["until"] == "2026-10-31"
    month.town.clock.set("2026-12-01T00:00:00Z")
    assert learning(month.town, "organization")["until"] == "2026-11-30"


def surgery(month: Month) -> dict[str, Reading]:
    """Six more in another unit have begun, and no more, when November ends; six have asked."""
    month.town.clock.set("2026-11-30T20:00:00Z")
    begun = {}
    for name in ("Rolf", "Siri", "Truls", "Unni", "Vidar", "Wenche"):
        month.comes(name, SURGERY)
        month.offered(name, SURGERY)
        begun[name] = month.opens(name)
        begun[name].at(2)
        month.asks(name)
    return begun


def told_of_the_house(month: Month, who: str) -> Json:
    found = learning(month.town, "organization", who=who)
    return {name: told for name, told in found.items() if name != "asOf"}


def test_what_happens_in_another_unit_today_changes_no_figure_of_the_house_until_the_month_is_over(
    either_month: Month,
) -> None:
    month, town = either_month, either_month.town
    who, begun = boss(month), surgery(either_month)
    town.clock.set("2026-12-01T00:30:00Z")
    whoever = (who, "liv")
    before = [told_of_the_house(month, one) for one in whoever]
    assert before[1]["total"]["opened"] == 21  # shown to Liv: the fourteen of her own unit, and seven
    for one in begun.values():  # each begun before and finished after
        one.tells(("old", "wait", "drive"), [MEDICINES])
    month.comes("Ylva", SURGERY)
    month.offered("Ylva", SURGERY)
    month.opens("Ylva").tells()
    month.asks("Ylva")
    month.takes_back("Rolf")
    month.nurse(SURGERY).transfer(month.phones["Siri"].stay, MEDICINE)
    month.nurse(SURGERY).transfer(month.phones["Per"].stay, MEDICINE, at="2026-11-30T21:00:00Z")
    town.clock.forward(hours=1)
    mistake = {"ending": "wrong-patient", "at": "2026-11-30T21:00:00Z"}
    nurse, stay = month.nurse(SURGERY), month.phones["Truls"].stay
    told(nurse.post(f"/api/encounters/{stay}/end", mistake, nurse.tag(stay)))
    tell_all(town, *(feedback(useful="no", understandable="no", words="i dag") for _ in range(5)))
    town.clock.forward(days=9)
    assert [told_of_the_house(month, one) for one in whoever] == before
    town.clock.set("2027-01-02T09:00:00Z")
    after = cell(learning(town, "organization", who=who))
    # not Truls any more, but Ylva
    assert after["reach"]["offered"] == 13
    assert of(after["reach"]["finished"]) == (17, 20)
    assert (after["asked"], of(after["sure"])) == (11, (4, 17))
    assert of(after["judged"]["useful"]) == (4, 10)
    assert {"text": MEDICINES, "count": 7} in after["unsure"]


def test_what_was_kept_before_it_said_when_something_last_happened_counts_too(either_month: Month) -> None:
    def older(connection: Connection) -> None:
        for row in list(connection.raw.execute("select organization, encounter, latest, learned from stay_learning")):
            learned = {name: said for name, said in json.loads(row["learned"]).items() if name != "latest"}
            connection.sql.put_stay_learning(**{**dict(row), "learned": json.dumps(learned)})

    who = boss(either_month)
    december(either_month)
    before = told_of_the_house(either_month, who)
    either_month.town.database.write_now(older)
    assert told_of_the_house(either_month, who) == before


@pytest.mark.parametrize("whose", ["unit", "organization"])
def test_it_is_of_thirteen_months_whatever_is_asked(month: Month, whose: str) -> None:
    """The difference between two months' answers would be what one reader said."""
    asked = month.town.sign_in("liv").get(f"/api/units/{MEDICINE}/learning?months=1&of={whose}")
    assert told(asked)["first"] == "2025-10"


def test_what_began_more_than_thirteen_whole_months_ago_is_not_counted(month: Month) -> None:
    month.town.clock.set("2027-12-31T09:00:00Z")
    assert cell(learning(month.town))["reach"]["opened"] == 13
    month.town.clock.set("2028-01-02T09:00:00Z")
    assert cell(learning(month.town))["reach"]["opened"] == 0


def test_what_was_said_of_an_earlier_version_is_not_held_against_this_one(month: Month) -> None:
    month.comes("Stig")
    before = month.opens("Stig", version="0.9.0")
    before.tells(("old", "wait", "drive"), ["Noe annet"])
    found = cell(learning(month.town))
    assert found["reach"]["opened"] == 14
    assert of(found["questions"][0]["right"]) == (9, 10)
    assert "Noe annet" not in str(found)


def test_only_a_leader_of_the_unit_is_told(month: Month) -> None:
    town = month.town
    assert slug(town.sign_in("kari").get(f"/api/units/{MEDICINE}/learning")) == "not-allowed"
    assert slug(town.sign_in("liv").get(f"/api/units/{SURGERY}/learning")) == "not-found"
    assert slug(town.sign_in("liv").get(f"/api/units/{MEDICINE}/learning?of=everybody")) == "not-valid"


def test_another_organisation_counts_its_own(month: Month) -> None:
    boss = Practitioner("hilde", "Hilde", "Lie", "leader", "leader", ("hjemmetjenesten",))
    month.town.database.write_now(lambda c: units.add_practitioner(c, MUNICIPALITY, boss))
    hilde = month.town.sign_in("hilde", MUNICIPALITY)
    found = told(hilde.get("/api/units/hjemmetjenesten/learning?of=organization"))
    assert found["total"] == {"offered": 0, "taken": {"numerator": 0, "denominator": 0}, "opened": 0,
                              "finished": {"numerator": 0, "denominator": 0}}  # fmt: skip
    assert "lines" not in cell(found)["judged"]


def test_no_figure_names_anybody(month: Month) -> None:
    text = str(learning(month.town))
    for name in ("Anna", "Berg", "Kari", "kari", month.phones["Anna"].stay, month.phones["Anna"].patient):
        assert name not in text


def test_counted_again_from_what_was_written_it_is_the_same(either_month: Month) -> None:
    assert either_month.town.database.write_now(facts.rebuild)[1] == 0
    either_month.town.database.write_now(lambda c: c.raw.execute("delete from stay_learning"))
    assert either_month.town.database.write_now(facts.rebuild)[1] == 16
    assert cell(learning(either_month.town))["reach"]["opened"] == 13
