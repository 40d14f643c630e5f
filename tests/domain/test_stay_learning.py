"""What came of learning in one stay, from what was written in it."""

from __future__ import annotations

from typing import Any

import msgspec

from viktig.domain.stay_learning import Reading, StayLearning, Wrote, stay_learning
from viktig.domain.version import Content

DAYS = [f"2026-11-{day:02}T09:00:00.000Z" for day in range(1, 29)]


def progress(day: int, step: int = 0, about: str = "", document: str = "d", **more: Any) -> Wrote:
    kind = {"resourceType": "ModuleProgress", "encounter": "e", "module": "pain"}
    content = {**kind, "moduleVersion": "1.0.0", "language": "nb", "step": step, **more}
    return Wrote(document, about, DAYS[day], msgspec.convert(content, Content))


def question(day: int, document: str, **more: Any) -> Wrote:
    content = {"resourceType": "VisitQuestion", "encounter": "e", "text": "?", "module": "pain", **more}
    return Wrote(document, "", DAYS[day], msgspec.convert(content, Content))


def readings(*written: Wrote) -> tuple[Reading, ...]:
    return stay_learning((), written).readings


def test_nothing_comes_of_nothing() -> None:
    assert stay_learning((), ()) == StayLearning()


def test_the_furthest_screen_counts_and_the_first_time_it_was_finished() -> None:
    (one,) = readings(progress(1), progress(2, 4), progress(3, 2), progress(4, 9, finished=True), progress(5, 0))
    assert (one.opened, one.step, one.finished) == (DAYS[1], 9, DAYS[4])


def test_two_phones_of_one_person_are_one_reading_and_a_helper_is_another() -> None:
    found = readings(progress(1), progress(2, 3, document="other"), progress(3, about="RelatedPerson/tone"))
    assert [(one.opened, one.step) for one in found] == [(DAYS[1], 3), (DAYS[3], 0)]


def test_the_first_word_at_the_end_stands() -> None:
    first = {"chosen": ["a"], "unsure": ["x"]}
    (one,) = readings(progress(1), progress(2, teachBack=first), progress(3, teachBack={"chosen": ["b"]}))
    assert (one.told, one.chosen, one.unsure) == (True, ("a",), ("x",))


def test_a_reading_is_of_the_version_it_was_told_back_in() -> None:
    told = progress(2, 5, moduleVersion="1.1.0", teachBack={})
    (one,) = readings(progress(1, 8), told, progress(3, 1, moduleVersion="2.0.0"))
    assert (one.version, one.step) == ("1.1.0", 5)


def test_the_first_offer_stands() -> None:
    found = stay_learning([("pain", DAYS[3]), ("pain", DAYS[5])], ())
    assert found.offered == {"pain": DAYS[3]}
    assert found.latest == DAYS[5]


def test_also_what_leaves_no_other_trace_says_when_something_last_happened() -> None:
    assert stay_learning((), [question(1, "a"), question(2, "a", removed=True)]) == StayLearning(latest=DAYS[2])
    assert stay_learning((), [progress(1, 4), progress(3, 2)]).latest == DAYS[3]


def test_questions_that_were_taken_away_are_not_asked_and_changed_ones_once() -> None:
    gone = [question(1, "a"), question(2, "a", removed=True)]
    changed = [question(3, "b"), question(4, "b", text="??")]
    assert stay_learning((), [*gone, *changed]).asked == {"pain": (DAYS[3],)}


def test_what_was_ticked_is_of_what_was_sent_by_the_patient() -> None:
    def response(status: str, about: str, *codes: str) -> Wrote:
        answer = [{"valueCoding": {"code": code, "display": code}} for code in codes]
        item = {"linkId": "learn", "answer": answer, "saidBy": {"kind": "patient"}, "writtenBy": {"kind": "patient"}}
        head = {"resourceType": "QuestionnaireResponse", "questionnaire": "q|1", "status": status, "encounter": "e"}
        content = {**head, "language": "nb", "item": [{**item, "authored": DAYS[0]}]}
        return Wrote("f", about, DAYS[7], msgspec.convert(content, Content))

    found = stay_learning(
        (),
        [
            response("in-progress", "", "draft"),
            response("completed", "RelatedPerson/tone", "hers"),
            response("completed", "", "pain", "sleep"),
        ],
    )
    assert found.ticked == {"pain": DAYS[7], "sleep": DAYS[7]}
