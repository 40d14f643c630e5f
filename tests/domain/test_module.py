"""Which modules are offered: those that fit what a person ticked, for a reason that is true."""

from viktig.domain.encounter import OfferedModule
from viktig.domain.module import modules_for
from viktig.domain.person import Speaker
from viktig.domain.questionnaire_response import Answer, Coding, ResponseItem

INGRID = Speaker(kind="patient", name="Ingrid")
TAGS = {"going-home": ("going-home", "medicines"), "my-list": ("medicines",), "speak": ("speaking-up",)}


def said(link: str, *answer: Answer, within: str = "") -> ResponseItem:
    return ResponseItem(
        link_id=link,
        within=within,
        answer=answer,
        said_by=INGRID,
        written_by=INGRID,
        authored="2026-11-02T08:00:00Z",
    )


def ticked(*codes: str, link: str = "learn", within: str = "") -> ResponseItem:
    return said(link, *(Answer(value_coding=Coding(code=code)) for code in codes), within=within)


def goal(within: str, words: str, *codes: str) -> tuple[ResponseItem, ...]:
    """One of several, in the person's own words, and what it is mostly about."""
    about = ticked(*codes, link="activity-about", within=within)
    return said("activity", Answer(value_string=words), within=within), about


def test_nothing_ticked_offers_nothing() -> None:
    assert modules_for([], TAGS) == modules_for([ticked()], TAGS) == ()


def test_what_is_ticked_offers_every_module_about_it_with_the_reason() -> None:
    assert modules_for([ticked("medicines")], TAGS) == (
        OfferedModule(module="going-home", reason="learn-medicines"),
        OfferedModule(module="my-list", reason="learn-medicines"),
    )


def test_a_module_is_offered_once_for_the_first_thing_that_led_there() -> None:
    offered = modules_for([ticked("going-home", "medicines"), ticked("speaking-up", "medicines")], TAGS)
    assert [(one.module, one.reason) for one in offered] == [
        ("going-home", "learn-going-home"),
        ("my-list", "learn-medicines"),
        ("speak", "learn-speaking-up"),
    ]


def test_a_tick_in_any_other_question_leads_to_what_names_that_question() -> None:
    tags = {"rights": ("speaking-up", "language-help=interpreter"), "speak": ("interpreter",)}
    assert modules_for([ticked("interpreter", link="language-help")], tags) == (
        OfferedModule(module="rights", reason="language-help-interpreter"),
    )


def test_something_we_have_no_module_about_offers_nothing() -> None:
    assert modules_for([ticked("pain")], TAGS) == ()


def test_other_answers_offer_nothing_whatever_they_say() -> None:
    words = said("learn", Answer(value_string="medicines"))
    assert modules_for([ticked("medicines", link="hearing"), words], TAGS) == ()


GOALS = {"pain": ("pain", "activity-about=pain"), "moving": ("activity-about=moving",)}


def test_a_goal_leads_to_what_it_is_said_to_be_about_and_never_by_its_words() -> None:
    goals = (*goal("a", "pain"), *goal("b", "Gå til butikken", "moving"))
    assert modules_for(goals, GOALS) == (OfferedModule(module="moving", reason="activity-about-moving"),)


def test_two_goals_about_the_same_offer_it_once() -> None:
    goals = (*goal("a", "Gå til butikken", "pain"), *goal("b", "Sove", "pain"))
    assert modules_for(goals, GOALS) == (OfferedModule(module="pain", reason="activity-about-pain"),)


def test_a_goal_that_is_taken_away_offers_nothing() -> None:
    gone = (said("activity", within="a"), ticked(link="activity-about", within="a"))
    assert modules_for(gone, GOALS) == ()
