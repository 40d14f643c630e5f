"""The demo's people: invented, at work at the right hours, and within what the form takes."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from viktig.content.cast import FOLDER, MONTHS, Guest, load
from viktig.content.happenings import (
    Acted,
    Answered,
    Ended,
    Happening,
    Learned,
    Listed,
    Moved,
    Offered,
    Said,
    ToldOfSelf,
)
from viktig.content.library import Library
from viktig.content.reading import BadContent
from viktig.domain.asking import Begun, Situation, of_patient
from viktig.domain.questionnaire import Questionnaire, by_link, together

T = TypeVar("T", bound=Happening)

CAST = load()
LIBRARY = Library(drafts=True)
SYNTHETIC = {"", "10915596784", "50846202355", "47906701517"}
"""The only national numbers that may stand in this project: made for tests, of nobody."""


KINDS = {unit.id: unit.kind for house in CAST.organizations for unit in house.units}


def form(stay: Guest | None = None, workflow: str = "what-matters") -> Questionnaire:
    """What this guest is asked, on their first day; without a guest, what is asked on a medical ward."""
    came = (datetime.now(UTC) - timedelta(hours=stay.hours_ago if stay else 0)).date()
    where = Situation(
        organization=stay.organization if stay else "",
        kind=KINDS[stay.unit] if stay else "medical",
        born=stay.birth_date if stay else "1960-01-01",
        admitted=f"{came}",
        today=f"{came}",
        moved=True,
    )
    sent = [Begun(one.canonical, sent=True) for one in LIBRARY.forms.now if one.name == "what-matters"]
    begun = sent if workflow == "still-right" else []
    asked = of_patient(LIBRARY.forms, where, begun)
    return LIBRARY.written(next(one.form.canonical for one in asked if one.form.workflow == workflow))


def happenings(kind: type[T]) -> list[T]:
    return [event for stay in CAST.stays for event in stay.events if isinstance(event, kind)]


def all_said() -> list[tuple[Said, Questionnaire]]:
    present = [
        (event.said, form(stay, event.form))
        for stay in CAST.stays
        for event in stay.events
        if isinstance(event, Answered)
    ]
    return present + [(voice.said, form()) for voice in CAST.answers]


def name(stay: Guest) -> str:
    return f"{stay.given} {stay.family}"


@pytest.mark.parametrize(
    ("said", "asked"), all_said(), ids=lambda one: " ".join(one) if isinstance(one, dict) else one.id
)
def test_everything_said_is_what_the_form_takes(said: Said, asked: Questionnaire) -> None:
    must_fit(said, asked)


def test_what_is_told_of_oneself_is_what_that_form_takes() -> None:
    own = LIBRARY.written(next(one.canonical for one in LIBRARY.forms.now if one.name == "carer"))
    told = happenings(ToldOfSelf)
    assert told
    for event in told:
        must_fit(event.said, own)


def must_fit(said: Said, form: Questionnaire) -> None:
    asked = by_link(form)
    assert said
    for link, words in said.items():
        item = asked[link].item
        many = (words,) if isinstance(words, str) else words
        assert len(many) == 1 or item.repeats or asked[link].above
        codes = {option.value_coding.code for option in item.answer_option if option.value_coding}
        own_words = item.type != "choice"
        assert all(one in codes or (own_words and one.strip() == one != "") for one in many)


def test_national_numbers_are_synthetic_and_of_one_person() -> None:
    numbers = {(stay.identifier, name(stay), stay.birth_date) for stay in CAST.stays if stay.identifier}
    assert all(number in SYNTHETIC or re.fullmatch(r"F-\d{5}", number) for number, _, _ in numbers)
    assert len({number for number, _, _ in numbers}) == len(numbers)


def test_no_file_of_the_demo_holds_any_other_number_of_identity() -> None:
    for path in Path(FOLDER).glob("*.toml"):
        assert set(re.findall(r"\b\d{11}\b", path.read_text("utf-8"))) <= SYNTHETIC


def test_telephones_are_invented_but_for_the_helplines() -> None:
    people = {stay.phone for stay in CAST.stays} | {stay.helper.phone for stay in CAST.stays if stay.helper}
    people |= {number.phone for event in happenings(Listed) for number in event.numbers}
    wards = {unit.phone for house in CAST.organizations for unit in house.units}
    lines = {line.number for house in CAST.organizations for unit in house.units for line in unit.helplines}
    assert all(number == "" or number.startswith("900 00 0") for number in people)
    assert all(number.startswith("55 00 00 ") for number in wards)
    assert lines == {"113", "116117", "116123", "116006"}


def test_every_unit_has_somebody_at_work_and_a_leader() -> None:
    for house in CAST.organizations:
        for unit in house.units:
            at_work = [one for one in CAST.staff if one.organization == house.id and unit.id in one.units]
            assert {one.role for one in at_work} == {"nurse", "leader"}


def test_staff_work_in_units_that_there_are() -> None:
    units = {(house.id, unit.id) for house in CAST.organizations for unit in house.units}
    assert {(one.organization, unit) for one in CAST.staff for unit in one.units} == units


def left(stay: Guest) -> bool:
    return any(isinstance(event, Ended | Moved) for event in stay.events)


def test_every_kind_of_form_is_answered_by_somebody_who_is_there() -> None:
    now = [(event, stay) for stay in CAST.stays for event in stay.events if isinstance(event, Answered)]
    assert {form(stay, event.form).id for event, stay in now} == {
        "what-matters", "what-matters-home", "what-matters-mental-health", "what-matters-addiction",
        "what-matters-child", "activities", "still-right",
    }  # fmt: skip


def test_two_have_been_here_before_one_of_them_has_not_answered_yet() -> None:
    stays = [(name(stay), left(stay), any(isinstance(one, Answered) for one in stay.events)) for stay in CAST.stays]
    again = {one for one, over, _ in stays if over} & {one for one, over, _ in stays if not over}
    assert {one: said for one, over, said in stays if one in again and not over} == {
        "Ragnhild Sæther": False,
        "Harald Nes": True,
    }


def test_the_ward_of_the_tour_has_every_kind_of_arrival() -> None:
    there = [stay for stay in CAST.stays if stay.unit == "medisin-2" and not left(stay)]
    assert 14 <= len(there) <= 18
    kinds = {type(event).__name__ for stay in CAST.stays for event in stay.events}
    assert kinds == {
        "Answered", "WasRead", "Acted", "Finished", "WasHelped", "Talked", "Wished", "Taken",
        "Postponed", "TodaySet", "Offered", "Learned", "Invited", "Moved", "Ended", "Listed", "WentThrough",
            "ToldOfSelf",
    }  # fmt: skip
    assert [name(stay) for stay in there if not stay.events] == ["Berit Solberg"]


def test_answers_come_in_all_the_ways_they_can_come() -> None:
    events = happenings(Answered)
    assert {event.origin for event in events} == {"app", "paper", "conversation"}
    assert {event.audience for event in events} == {"all", "staff"}
    assert {event.said_by for event in events} == {"patient", "helper"}
    assert {event.status for event in events} == {"in-progress", "completed", "amended"}
    assert any(event.declined for event in events)
    assert {"nb", "nn", "en", "pl", "ar"} == {stay.language for stay in CAST.stays}


def test_what_a_nurse_asked_aloud_is_the_three_questions() -> None:
    three = {item.link_id for item in together(form())}  # the same on every ward
    spoken = [event for event in happenings(Answered) if event.origin == "conversation"]
    assert spoken
    assert all(three <= set(event.said) for event in spoken)


def test_an_action_quotes_what_the_person_said() -> None:
    for stay in CAST.stays:
        said = {link for event in stay.events if isinstance(event, Answered) for link in event.said}
        assert {event.quote for event in stay.events if isinstance(event, Acted)} <= said
    assert all(event.owner for event in happenings(Acted) if event.outcome == "planned")


def test_modules_are_ours() -> None:
    named = [event.module for event in happenings(Offered)] + [event.module for event in happenings(Learned)]
    assert {"going-home", "say-what-matters"} <= set(named) <= set(LIBRARY.tags(""))


def test_stays_of_hospital_wards_have_rooms_when_there_are_beds() -> None:
    kinds = {unit.id: unit.kind for house in CAST.organizations for unit in house.units}
    assert all(stay.room for stay in CAST.stays if kinds[stay.unit] in ("medical", "surgical"))


def test_the_past_covers_every_unit_and_thirteen_months() -> None:
    assert {past.unit for past in CAST.history} == {unit.id for house in CAST.organizations for unit in house.units}
    assert all(len(past.stays) == MONTHS for past in CAST.history)
    assert [past.stays for past in CAST.history if sum(past.stays) < 40] == []


def test_habits_change_in_the_month_that_says_so() -> None:
    past = next(past for past in CAST.history if past.unit == "medisin-2")
    assert past.changed is not None
    assert past.habits(past.changed - 1) == past.first
    assert past.habits(past.changed) == past.later != past.first
    steady = next(past for past in CAST.history if past.later is None)
    assert steady.habits(MONTHS - 1) == steady.first


def test_there_are_some_forty_answers_to_draw_from_and_no_two_alike() -> None:
    assert len(CAST.answers) >= 40
    assert len({str(voice.said) for voice in CAST.answers}) == len(CAST.answers)
    assert {voice.language for voice in CAST.answers} == {"nb", "nn", "en"}
    assert all("matters" in voice.said for voice in CAST.answers)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (
            'unit = "medisin-2"\ngiven = "Ingrid"',
            'unit = "medisin-9"\ngiven = "Ingrid"',
            "Ingrid: there is no unit medisin-9",
        ),
        ('do = "invite"\nhours_ago = 3.3', 'do = "invite"\nhours_ago = 33', "comes before what stands above it"),
        ('by = "kari"', 'by = "marit"', "Ingrid: there is no marit"),
        ("birth_date", "born", "unknown field `born`"),
        ('do = "today"', 'do = "tomorrow"', "tomorrow"),
    ],
)
def test_people_who_cannot_be_are_refused(tmp_path: Path, old: str, new: str, reason: str) -> None:
    for path in FOLDER.glob("*.toml"):
        text = path.read_text("utf-8")
        changed = text.replace(old, new, 1) if path.name == "patients-1-medisin-2-unread.toml" else text
        (tmp_path / path.name).write_text(changed, "utf-8")
    with pytest.raises(BadContent) as told:
        load(tmp_path)
    assert reason in str(told.value)
