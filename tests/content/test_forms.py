"""Every form that we ship: it passes the check that others' forms pass, and what we demand of our own."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from viktig.content import forms
from viktig.content.library import FOLDER
from viktig.domain.questionnaire import DESIGN_NOTE, questions
from viktig.domain.questionnaire.checking import check
from viktig.domain.questionnaire.extensions import TRANSLATION

SHIPPED = sorted((FOLDER / "questionnaires").glob("*.json"))
READ_BY_PEOPLE = ("title", "text", "prefix", "display", "valueString")
form = pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        if value.get("url") not in (TRANSLATION, DESIGN_NOTE):
            yield from (inner for each in value.values() for inner in objects(each))
    elif isinstance(value, list):
        yield from (inner for each in value for inner in objects(each))


@form
def test_a_shipped_form_is_what_is_written_and_so_is_what_phones_are_given(path: Path) -> None:
    _, served = forms.read(path)
    for body in (path.read_bytes(), served):
        checked = check(body)
        assert (checked.errors, checked.differences) == ((), ())


@form
def test_whatever_a_person_reads_is_there_in_bokmal_nynorsk_and_english(path: Path) -> None:
    whole = json.loads(path.read_bytes())
    assert whole["language"] == "nb"
    for one in objects({**whole, "extension": []}):
        for name in (name for name in READ_BY_PEOPLE if name in one):
            told = one.get(f"_{name}", {}).get("extension", [])
            assert {part["extension"][0]["valueCode"] for part in told} == {"nn", "en"}, one[name]


@form
def test_every_question_says_why_it_is_asked_and_that_stays_at_home(path: Path) -> None:
    read, served = forms.read(path)
    notes = [one["valueMarkdown"] for one in objects(json.loads(path.read_bytes())) if one.get("url") == DESIGN_NOTE]
    assert len(notes) >= len(list(questions(read.item)))
    assert all(len(note) > 20 and note.endswith(".") for note in notes)
    assert DESIGN_NOTE.encode() not in served
