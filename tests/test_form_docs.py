"""What docs/questionnaires.md and docs/forms.md tell of forms is what the check and the engine know."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from viktig import importing_forms
from viktig.content import form_files
from viktig.domain.questionnaire import (
    checking_extensions,
    checking_json,
    checking_limits,
    checking_options,
    checking_shape,
    checking_whole,
    checking_words,
    regex,
    rule,
    values,
)
from viktig.domain.questionnaire.checking_known import CONTROLS, UNDERSTOOD
from viktig.domain.questionnaire.rule import Remark

DOCS = Path(__file__).resolve().parent.parent / "docs"
HOLD = (DOCS / "questionnaires.md").read_text("utf-8")
FORMS = (DOCS / "forms.md").read_text("utf-8")


def table(text: str, head: str) -> list[list[str]]:
    """The rows of the table that begins so."""
    rows = text.partition(head)[2].partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def words(cell: str) -> frozenset[str]:
    return frozenset(re.sub(r" of a value set|\(.*\)", "", cell).replace(" ", "").split(","))


def test_every_item_control_is_told_with_its_types() -> None:
    told = {code: words(types) for codes, types in table(HOLD, "| item control |") for code in names(codes)}
    assert told == CONTROLS


def test_every_extension_that_is_understood_is_told_with_where_it_stands() -> None:
    told: dict[str, frozenset[str]] = {}
    base = ""
    for begins, where, ends in table(HOLD, "| extension |"):
        base = "".join(names(begins)) or base
        told |= {base + name: words(where) for name in names(ends)}
    assert told == {url: where for url, (where, _) in UNDERSTOOD.items()}


@pytest.mark.parametrize(
    ("of", "most"),
    [
        ("a form", [checking_json.LARGEST // 1_000_000]),
        ("files in a folder", [form_files.MOST_FILES]),
        ("items", [checking_shape.MOST]),
        ("items within items", [checking_shape.DEEPEST]),
        ("repeating parts within each other", [checking_limits.DEEPEST_REPEAT]),
        ("options in all", [checking_options.MOST_OPTIONS]),
        ("a linkId; url and version together; a code", [checking_shape.LONGEST_LINK]),
        ("a text of an item, of an option", [checking_options.LONGEST_WORDS]),
        ("a text with a format", [checking_words.LONGEST]),
        ("a regular expression, all of them", [regex.LONGEST, checking_limits.MOST_PATTERNS, rule.LONGEST_MATCHED]),
        ("answers to a question that repeats", [checking_limits.MOST_ANSWERS]),
        ("whole numbers", [checking_shape.FARTHEST.bit_length()]),
        ("decimal places", [values.MOST_DECIMALS]),
        (
            "an expression; expressions in a form",
            [checking_extensions.LONGEST_EXPRESSION, checking_extensions.MOST_EXPRESSIONS],
        ),
        ("a sound or a film", [importing_forms.LARGEST_MEDIA // 1_000_000]),
    ],
)
def test_every_limit_is_told(of: str, most: list[int]) -> None:
    told = dict(table(HOLD, "| | at most |"))
    assert [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", told[of])] == most


def test_the_three_lengths_that_are_told_as_one_are_one() -> None:
    assert checking_shape.LONGEST_LINK == checking_whole.LONGEST_CANONICAL == checking_options.LONGEST_CODE


def test_every_remark_is_told() -> None:
    told = [name for names_, _ in table(FORMS, "| remark |") for name in names(names_)]
    assert sorted(told) == sorted([*get_args(Remark), "several-times"])
