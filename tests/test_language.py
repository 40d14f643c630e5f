"""What the server itself says, on paper and when something went wrong."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from viktig.language import Language, clock, day, negotiate, ngettext, sentence, when

OSLO = ZoneInfo("Europe/Oslo")
AT = datetime(2026, 3, 3, 7, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "nb"),
        ("", "nb"),
        ("no", "nb"),
        ("nb-NO", "nb"),
        ("nn-NO,nn;q=0.9,nb;q=0.8", "nn"),
        ("en-GB,en;q=0.9", "en"),
        ("pl, en;q=0.3, nn;q=0.7", "nn"),
        ("nb;q=0, en;q=0.1", "en"),
        ("NN", "nn"),
        ("*", "nb"),
        ("en;q=much, nn;q=0.2", "nn"),
        (",;;q=,=;" * 1000, "nb"),
        ("q" * 100_000, "nb"),
    ],
)
def test_the_language_is_the_best_of_those_that_are_wished_for(header: str | None, language: str) -> None:
    assert negotiate(header) == language


def test_the_unit_decides_the_language_when_no_wish_can_be_met() -> None:
    assert negotiate("pl, uk", "nn") == "nn"


def test_a_problem_is_told_in_the_persons_language() -> None:
    assert sentence("code-used", "nb") == "Denne koden er brukt før. Be om en ny."
    assert sentence("code-used", "nn") == "Denne koden er brukt før. Be om ein ny."
    assert sentence("code-used", "en") == "This code has been used before. Ask for a new one."


def test_a_sentence_without_a_translation_is_said_in_english() -> None:
    assert sentence("Room {room}", "nb", room=12) == "Room 12"


def test_a_value_is_never_read_as_part_of_the_sentence() -> None:
    assert sentence("{a} and {b}", "en", a="{b} {a.__class__}", b="x") == "{b} {a.__class__} and x"
    assert sentence("{a.__class__} {missing}", "en", a="x") == "{a.__class__} {missing}"


def test_numbers_have_the_form_of_the_language() -> None:
    assert [ngettext("{n} hour", "{n} hours", n, "nn") for n in (1, 26)] == ["1 time", "26 timar"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", ("3. mars 2026", "8.05", "3. mars 2026 klokka 8.05")),
        ("nn", ("3. mars 2026", "8.05", "3. mars 2026 klokka 8.05")),
        ("en", ("3 March 2026", "8:05", "3 March 2026 at 8:05")),
    ],
)
def test_paper_says_the_whole_date_in_the_units_time(language: Language, said: tuple[str, str, str]) -> None:
    assert (day(date(2026, 3, 3), language), clock(AT, language, OSLO), when(AT, language, OSLO)) == said


def test_the_day_on_paper_is_the_units_day() -> None:
    assert when(datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "nb", OSLO) == "1. januar 2027 klokka 0.30"
