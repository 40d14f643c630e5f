"""What the first answers to the questions at the end were."""

from viktig.domain.learning_counting import first_answers
from viktig.domain.module import Option, Question
from viktig.domain.stay_learning import Reading

QUESTIONS = [Question(text, (Option(code="one", text="a", right=True), Option(code="two", text="b"))) for text in "xyz"]


def answers(*chosen: str) -> list[bool | None]:
    when = "2026-11-02T08:00:00Z"
    return first_answers(QUESTIONS, Reading(module="m", version="1", language="nb", opened=when, chosen=chosen))


def test_each_stands_at_its_question_also_where_questions_share_their_codes() -> None:
    assert answers("one", "two", "one") == [True, False, True]
    assert answers("", "two", "one") == [None, False, True]


def test_what_was_skipped_or_is_unknown_counts_nowhere() -> None:
    assert answers() == [None, None, None]
    assert answers("three", "", "", "one") == [None, None, None]
