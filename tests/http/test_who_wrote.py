"""Who wrote an answer is told by who handed it in, whatever the answer itself says."""

from __future__ import annotations

import pytest

from tests.asking import Json, Phone, answers
from tests.people import Town


@pytest.fixture
def ingrid(town: Town) -> Phone:
    return town.phone(town.admit())


@pytest.fixture
def tone(town: Town, ingrid: Phone) -> Phone:
    return town.phone(ingrid.stay, "tonesphone", role="related")


def writers(town: Town, stay: str) -> dict[str, Json]:
    (shown,) = town.kari.page(stay)["answers"]
    return {item["linkId"]: item["writtenBy"] for item in shown["response"]["item"]}


def test_a_helper_cannot_pass_for_the_patient(town: Town, ingrid: Phone, tone: Phone) -> None:
    tone.write(answers(tone.form, tone.stay, ingrid.speaker(), {"matters": "Jeg vil ikke hjem"}, "completed"))
    assert writers(town, ingrid.stay)["matters"] == {"kind": "related", "name": "Tone"}


def test_neither_can_anybody_pass_for_staff(town: Town, ingrid: Phone) -> None:
    ingrid.write(answers(ingrid.form, ingrid.stay, town.kari.speaker(), {"matters": "Avtalt"}, "completed"))
    assert writers(town, ingrid.stay)["matters"] == {"kind": "patient", "name": "Ingrid"}


def test_the_patients_words_are_theirs_also_in_the_helpers_version(town: Town, ingrid: Phone, tone: Phone) -> None:
    first = ingrid.send({"matters": "Hjem"})
    both = tone.answers({"worry": "Trappa"}, "amended")
    both["item"] += ingrid.answers({"matters": "Hjem"})["item"]
    tone.write(both, base=(first,))
    told = writers(town, ingrid.stay)
    assert (told["matters"]["kind"], told["worry"]["kind"]) == ("patient", "related")
