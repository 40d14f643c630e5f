"""Values of answers as they can be compared. The web app's twin is `domain/questionnaire/values.ts`: the same cases."""

import math
import re
from datetime import date
from typing import Final

from viktig.domain.questionnaire.resource import EnableWhen, Extension, Operator
from viktig.domain.questionnaire_response import Answer

DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
TIME: Final = re.compile(r"(\d\d):(\d\d):(\d\d)(\.\d{1,9})?", re.ASCII)
ZONE: Final = re.compile(r"Z|([+-])(\d\d):(\d\d)", re.ASCII)
MOST_DECIMALS: Final = 12
DAY: Final = 86_400.0


def day_number(text: str) -> float | None:
    """Days since 1970 of a FHIR date; of a year or a month, its first day. None when no calendar has it."""
    found = DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        return float((date(year, month, day) - date(1970, 1, 1)).days)
    except ValueError:
        return None


def second_of_day(text: str) -> float | None:
    """Of a FHIR time, `hh:mm:ss` with or without a fraction."""
    found = TIME.fullmatch(text)
    if not found:
        return None
    hour, minute, second = (int(part) for part in found.groups()[:3])
    if hour > 23 or minute > 59 or second > 59:
        return None
    return hour * 3600.0 + minute * 60.0 + second + float(found[4] or 0)


def moment(text: str) -> float | None:
    """Seconds since 1970 of a FHIR dateTime; of a day, month or year, its beginning in UTC."""
    day, mark, rest = text.partition("T")
    days = day_number(day)
    if days is None or not mark:
        return None if days is None or text.endswith("T") else days * DAY
    zone = next(
        (found for at in (len(rest) - 1, len(rest) - 6) if at > 0 and (found := ZONE.fullmatch(rest[at:]))), None
    )
    if zone is None or len(day) != 10:
        return None
    seconds = second_of_day(rest[: -len(zone[0])])
    if seconds is None:
        return None
    away = 0.0 if zone[0] == "Z" else (int(zone[2]) * 60 + int(zone[3])) * 60 * (1.0 if zone[1] == "+" else -1.0)
    return days * DAY + seconds - away


def decimals(value: float) -> int:
    """How many decimal places a number is written with; 12 at most."""
    if math.isinf(value):
        return 0
    for places in range(MOST_DECIMALS):
        scaled = value * 10.0**places
        if math.floor(scaled + 0.5) / 10.0**places == value:
            return places
    return MOST_DECIMALS


def _real(integer: int) -> float:
    """An integer of any length as it is compared; JSON sets no limit to one."""
    try:
        return float(integer)
    except OverflowError:
        return math.inf if integer > 0 else -math.inf


def number(said: Answer | Extension | None) -> float | None:
    """What is greater and smaller in an answer or a limit: a number, or a point in time. None for what has no order."""
    if said is None:
        return None
    if said.value_integer is not None:
        return _real(said.value_integer)
    if said.value_decimal is not None:
        return said.value_decimal
    if said.value_quantity is not None:
        return said.value_quantity.value
    if said.value_date is not None:
        return day_number(said.value_date)
    if said.value_date_time is not None:
        return moment(said.value_date_time)
    if said.value_time is not None:
        return second_of_day(said.value_time)
    return None


def holds(when: EnableWhen, answers: list[Answer]) -> bool:
    """Whether the answers to the item that is asked about fulfil the condition (FHIR R4 `enableWhen.operator`).

    `!=` holds when no answer is equal, so also when there is none. What cannot be compared (a text and a number, two
    different units) is unequal, and neither greater nor smaller.
    """
    if when.operator == "exists":
        return (len(answers) > 0) == (when.answer_boolean is not False)
    if when.operator == "!=":
        return not any(_equal(answer, when) for answer in answers)
    return any(_stands(when.operator, answer, when) for answer in answers)


def _stands(operator: Operator, answer: Answer, when: EnableWhen) -> bool:
    if operator == "=":
        return _equal(answer, when)
    given, wanted = _pair(answer, when)
    if given is None or wanted is None:
        return False
    match operator:
        case ">":
            return given > wanted
        case "<":
            return given < wanted
        case ">=":
            return given >= wanted
        case _:
            return given <= wanted


def _equal(answer: Answer, when: EnableWhen) -> bool:
    if when.answer_boolean is not None:
        return answer.value_boolean is when.answer_boolean
    if when.answer_coding is not None:
        given = answer.value_coding
        if given is None or given.code != when.answer_coding.code:
            return False
        return not (given.system and when.answer_coding.system) or given.system == when.answer_coding.system
    if when.answer_string is not None:
        return when.answer_string in (answer.value_string, answer.value_uri)
    given_number, wanted = _pair(answer, when)
    return given_number is not None and given_number == wanted


def _pair(answer: Answer, when: EnableWhen) -> tuple[float | None, float | None]:
    """Both as numbers, where they are of one kind."""
    if when.answer_quantity is not None:
        given = answer.value_quantity
        if given is None or not _same_unit(
            given.code or given.unit, when.answer_quantity.code or when.answer_quantity.unit
        ):
            return None, None
        return given.value, when.answer_quantity.value
    if when.answer_date is not None:
        return (number(answer), day_number(when.answer_date)) if answer.value_date is not None else (None, None)
    if when.answer_date_time is not None:
        return (number(answer), moment(when.answer_date_time)) if answer.value_date_time is not None else (None, None)
    if when.answer_time is not None:
        return (number(answer), second_of_day(when.answer_time)) if answer.value_time is not None else (None, None)
    plain = answer.value_integer is not None or answer.value_decimal is not None
    wanted = None if when.answer_integer is None else _real(when.answer_integer)
    return (number(answer), wanted if when.answer_decimal is None else when.answer_decimal) if plain else (None, None)


def _same_unit(given: str, wanted: str) -> bool:
    return not given or not wanted or given == wanted
