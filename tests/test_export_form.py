"""`viktig questionnaire export`: what came in comes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.people import HOSPITAL, MUNICIPALITY
from tests.test_own_forms import Load, load
from tests.test_questionnaires import Write, form, write
from viktig.__main__ import main
from viktig.content.library import FOLDER

__all__ = ["load", "write"]
Out = pytest.CaptureFixture[bytes]


def export(*words: str) -> int:
    return main(["questionnaire", "export", *words])


def test_what_comes_out_is_what_came_in_byte_for_byte(load: Load, write: Write, capfdbinary: Out) -> None:
    odd = (
        b"\xef\xbb\xbf"
        + json.dumps(form(x=1, extension=[{"url": "https://x.example/y"}]), indent=5).encode()
        + b"\r\n\r\n"
    )
    load(write("a.json", odd), "--accept-differences")
    capfdbinary.readouterr()
    assert export("https://a.example/q|1") == 0
    assert capfdbinary.readouterr().out == odd


def test_what_is_printed_in_the_dialect_can_be_loaded_again(load: Load, write: Write, capfdbinary: Out) -> None:
    limit = {"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueDate": "2026-01-01"}
    load(write("a.json", form({"linkId": "d", "type": "date", "text": "Når?", "extension": [limit]})))
    capfdbinary.readouterr()
    assert export("https://a.example/q|1", "--dialect", "helsenorge") == 0
    written = capfdbinary.readouterr().out
    assert b"ehelse.no/fhir/StructureDefinition/sdf-minvalue" in written
    assert "Når?".encode() in written
    assert load(write("b.json", written), organization=MUNICIPALITY) == 0


def test_without_a_version_it_is_the_newest_and_who_confirmed_it_is_said_beside(
    load: Load, write: Write, capfdbinary: Out
) -> None:
    for version in ("1.9", "1.10"):
        load(write("a.json", form(version=version, copyright="©")), "--confirm-licence", "Astrid Lie, adviser")
    capfdbinary.readouterr()
    assert export("https://a.example/q") == 0
    told = capfdbinary.readouterr()
    assert json.loads(told.out)["version"] == "1.10"
    assert told.err.startswith(b"The right to use it was confirmed by Astrid Lie, adviser, 20")


def test_of_two_organisations_with_one_name_one_has_to_say_whose(load: Load, write: Write, capfdbinary: Out) -> None:
    load(write("a.json", form(title="Her")))
    load(write("a.json", form(title="Der")), organization=MUNICIPALITY)
    capfdbinary.readouterr()
    assert export("https://a.example/q|1") == 1
    assert b"fjordbyen, fjordbyen-kommune have a form of this name" in capfdbinary.readouterr().err
    assert export("https://a.example/q|1", "--organization", HOSPITAL) == 0
    assert json.loads(capfdbinary.readouterr().out)["title"] == "Her"


def test_our_own_come_with_their_notes_and_one_that_there_is_not_is_said(load: Load, capfdbinary: Out) -> None:
    assert export("https://viktig.example/Questionnaire/carer|1.0.0") == 0
    assert capfdbinary.readouterr().out == Path(FOLDER / "questionnaires/carer.json").read_bytes()
    assert export("https://a.example/other|1") == 1
    assert b"There is no form https://a.example/other|1" in capfdbinary.readouterr().err
