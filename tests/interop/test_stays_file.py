"""Stays from a file: what can be read, and how a wrong row is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from viktig.domain.encounter import Unit
from viktig.interop.stays_file import LARGEST, Reading, read_stays

UNITS = {"medisin-2": Unit(id="medisin-2", name="Medisin 2", kind="medical")}
HEADINGS = "unit,given,family,birthDate,admitted,room"
INGRID = "medisin-2,Ingrid,Nilsen,1942-04-12,2026-11-23T08:40+01:00,12"
AASE = "medisin-2,Åse,Sørbø,1950-01-31,2026-11-23T09:00+01:00,3B"


def reading(tmp_path: Path, content: str | bytes, name: str = "stays.csv") -> Reading:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_stays(path, UNITS)


def table(*rows: str, between: str = ",", end: str = "\n") -> str:
    return end.join(row.replace(",", between) for row in (HEADINGS, *rows)) + end


def names(found: Reading) -> list[str]:
    assert found.wrong == []
    return [f"{stay.given} {stay.family}" for _, _, stay in found.good]


def reasons(found: Reading) -> list[tuple[int, str]]:
    return [(row.line, row.reason) for row in found.wrong]


@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_is_read_whatever_stands_between_its_cells(tmp_path: Path, between: str, end: str) -> None:
    assert names(reading(tmp_path, table(INGRID, AASE, between=between, end=end))) == ["Ingrid Nilsen", "Åse Sørbø"]


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16"])
def test_norwegian_letters_survive_however_they_were_saved(tmp_path: Path, letters: str) -> None:
    assert names(reading(tmp_path, table(AASE, between=";").encode(letters))) == ["Åse Sørbø"]


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig"])
def test_json_is_read(tmp_path: Path, letters: str) -> None:
    row = dict(zip(HEADINGS.split(","), AASE.split(","), strict=True))
    found = reading(tmp_path, json.dumps([row, row], ensure_ascii=False).encode(letters), "stays.json")
    assert names(found) == ["Åse Sørbø"] * 2
    assert [line for line, _, _ in found.good] == [1, 2]


def test_every_field_of_a_stay_may_stand_in_a_row(tmp_path: Path) -> None:
    row = {
        "unit": "medisin-2",
        "given": "Ingrid",
        "family": "Nilsen",
        "birthDate": "1942-04-12",
        "admitted": "2026-11-23T07:40:00Z",
        "identifier": "10915596784",
        "language": "nn",
        "interpreter": "polsk",
        "phone": "41234567",
        "room": "12",
        "bed": "2",
        "plannedDischarge": "2026-11-27",
    }
    ((_, unit, stay),) = reading(tmp_path, json.dumps([row])).good
    assert unit == "medisin-2"
    assert (stay.identifier, stay.language, stay.interpreter, stay.phone) == ("10915596784", "nn", "polsk", "41234567")
    assert (stay.room, stay.bed, stay.planned_discharge) == ("12", "2", "2026-11-27")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2026-11-23T08:40+01:00", "2026-11-23T07:40:00.000Z"),
        ("2026-11-23T07:40:00Z", "2026-11-23T07:40:00.000Z"),
        ("2026-11-23T08:40", "2026-11-23T07:40:00.000Z"),
        ("2026-11-23 08:40:00", "2026-11-23T07:40:00.000Z"),
        ("2026-06-23T08:40", "2026-06-23T06:40:00.000Z"),
        ("2026-11-23", "2026-11-22T23:00:00.000Z"),
    ],
)
def test_a_time_without_a_zone_is_norwegian_time(tmp_path: Path, said: str, meant: str) -> None:
    ((_, _, stay),) = reading(tmp_path, table(INGRID.replace("2026-11-23T08:40+01:00", said))).good
    assert stay.admitted == meant


def test_spaces_around_words_and_headings_do_not_count(tmp_path: Path) -> None:
    found = reading(tmp_path, table(INGRID.replace(",", " , ")).replace("unit,given", " unit , given "))
    assert names(found) == ["Ingrid Nilsen"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("medisin-2", "", "missing: unit"),
        ("Ingrid", " ", "missing: given"),
        ("1942-04-12", "12.04.1942", "birthDate"),
        ("1942-04-12", "1942-02-30", "day is out of range"),
        ("2026-11-23T08:40+01:00", "23.11.2026", "admitted is not a time such as 2026-11-23T08:40+01:00"),
        (",12", ",12,too much", "it has more cells than there are headings"),
        ("Ingrid", "x" * 201, "given"),
    ],
)
def test_a_wrong_row_is_named_with_its_line_and_its_reason(tmp_path: Path, old: str, new: str, reason: str) -> None:
    found = reading(tmp_path, table(AASE, INGRID.replace(old, new), AASE))
    ((line, said),) = reasons(found)
    assert line == 3
    assert reason in said
    assert len(found.good) == 2


def test_a_heading_that_we_do_not_know_is_named_with_those_we_do(tmp_path: Path) -> None:
    ((line, said),) = reasons(reading(tmp_path, table(INGRID).replace("room", "rom")))
    assert line == 2
    assert said.startswith("unknown column: rom (known: unit, given, family, birthDate,")


def test_a_reason_names_the_field_and_does_not_repeat_the_person(tmp_path: Path) -> None:
    found = reading(tmp_path, table(INGRID.replace("1942-04-12", "Hemmelig")))
    assert "birthDate" in found.wrong[0].reason
    assert "Hemmelig" not in found.wrong[0].reason


def test_lines_are_the_files_own_past_empty_lines_and_cells_of_several_lines(tmp_path: Path) -> None:
    wide = INGRID.replace("Ingrid", '"Ingrid\nMarie"')
    wrong = INGRID.replace("Nilsen", "")
    found = reading(tmp_path, table("", wide, "", wrong, "", AASE, wrong))
    assert [line for line, _ in reasons(found)] == [6, 9]
    assert [line for line, _, _ in found.good] == [3, 8]


def test_in_json_the_number_of_the_stay_is_told(tmp_path: Path) -> None:
    good = dict(zip(HEADINGS.split(","), INGRID.split(","), strict=True))
    found = reading(tmp_path, json.dumps([good, {**good, "family": ""}, "Ingrid", None, [], 5]))
    assert [line for line, _ in reasons(found)] == [2, 3, 4, 5, 6]
    assert len(found.good) == 1


@pytest.mark.parametrize("content", ["", "\n\n", HEADINGS, HEADINGS + "\n", "[]"])
def test_a_file_without_stays_holds_none(tmp_path: Path, content: str) -> None:
    assert reading(tmp_path, content) == Reading([], [])


@pytest.mark.parametrize("content", [b"[{", b'{"a": ', b"[1, 2", b"\xff\xfe\x00\xd8", b"[" * 100_000])
def test_what_is_no_table_is_said_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(ValueError, match="it is neither CSV, TSV nor JSON"):
        reading(tmp_path, content)


def test_a_picture_is_no_list_of_stays(tmp_path: Path) -> None:
    try:
        found = reading(tmp_path, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    except ValueError:
        return
    assert found.good == []


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "stays.csv"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(ValueError, match="larger than 20 MB"):
        read_stays(path, UNITS)
