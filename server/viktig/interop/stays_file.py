"""Stays from a file: CSV, TSV or JSON. A wrong row is named with its line and reason; nothing is half loaded."""

from pathlib import Path
from typing import Any

import msgspec
from sqlite_utils.utils import rows_from_file

from viktig.domain.encounter import NewStay
from viktig.domain.problems import Problem
from viktig.storage import encounters, units
from viktig.storage.clock import instant, moment
from viktig.storage.connection import Connection

LARGEST = 20_000_000
COLUMNS = ("unit", *(field.encode_name for field in msgspec.structs.fields(NewStay)))
NEEDED = ("unit", "given", "family", "birthDate", "admitted")


class WrongRow(msgspec.Struct, frozen=True):
    """`line` counts from 1; the line of the headings is 1, so the first stay of a CSV is on line 2."""

    line: int
    reason: str


class Reading(msgspec.Struct, frozen=True):
    good: list[tuple[int, str, NewStay]]
    """Line, unit and stay."""
    wrong: list[WrongRow]


def read_stays(path: Path) -> Reading:
    """Reads the whole file; raises ValueError with a plain reason when it cannot be read as a table at all."""
    if path.stat().st_size > LARGEST:
        raise ValueError(f"the file is larger than {LARGEST // 1_000_000} MB")
    try:
        with path.open("rb") as source:
            rows, kind = rows_from_file(source)
            table = list(rows)
    except Exception as unreadable:  # sqlite-utils has many names for it
        raise ValueError(f"it is neither CSV, TSV nor JSON ({type(unreadable).__name__})") from unreadable
    first = 1 if kind.name == "JSON" else 2
    good: list[tuple[int, str, NewStay]] = []
    wrong: list[WrongRow] = []
    for line, row in enumerate(table, start=first):
        try:
            unit, stay = one(row)
            good.append((line, unit, stay))
        except ValueError as reason:
            wrong.append(WrongRow(line, str(reason)))
    return Reading(good, wrong)


def one(row: dict[str, Any]) -> tuple[str, NewStay]:
    """One row as a unit and a stay; ValueError names the column."""
    said = {str(key).strip(): str(value).strip() for key, value in row.items() if key and value}
    unknown = [name for name in said if name not in COLUMNS]
    if unknown:
        raise ValueError(f"unknown column: {', '.join(unknown)} (known: {', '.join(COLUMNS)})")
    missing = [name for name in NEEDED if not said.get(name)]
    if missing:
        raise ValueError(f"missing: {', '.join(missing)}")
    unit = said.pop("unit")
    try:
        said["admitted"] = instant(moment(said["admitted"]).astimezone())
    except ValueError:
        raise ValueError("admitted is not a time such as 2026-11-23T08:40+01:00") from None
    try:
        moment(said["birthDate"])
        return unit, msgspec.convert(said, NewStay)
    except (msgspec.ValidationError, ValueError) as reason:
        raise ValueError(str(reason).replace("`$.", "`")) from None


def load_stays(connection: Connection, organization: str, reading: Reading) -> tuple[int, list[WrongRow]]:
    """Loads the good rows in this one transaction; gives how many, and the rows that the database would not take."""
    loaded, wrong = 0, []
    for line, unit, stay in reading.good:
        try:
            units.unit(connection, organization, unit)
            encounters.admit(connection, organization, unit, stay)
            loaded += 1
        except Problem as problem:
            reason = (
                f"there is no unit {unit!r}"
                if problem.slug == "unit-unknown"
                else "already has a running stay on this unit"
            )
            wrong.append(WrongRow(line, reason))
    return loaded, wrong
