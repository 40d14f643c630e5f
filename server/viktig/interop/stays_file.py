"""Stays from a file: CSV, TSV or JSON. A wrong row is named with its line and reason; nothing is half loaded."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import msgspec
from sqlite_utils.utils import Format, rows_from_file

from viktig.domain.encounter import NewStay, Unit
from viktig.domain.problems import Problem
from viktig.storage import encounters
from viktig.storage.clock import instant, moment
from viktig.storage.connection import Connection

LARGEST = 20_000_000
COLUMNS = ("unit", *(field.encode_name for field in msgspec.structs.fields(NewStay)))
NEEDED = ("unit", "given", "family", "birthDate", "admitted")
CONFLICT = 409
TOO_MANY = "more cells than headings"


class Semicolons(csv.excel):
    delimiter = ";"


class WrongRow(NamedTuple):
    """`line` counts from 1; the line of the headings is 1, so the first stay of a CSV is on line 2."""

    line: int
    reason: str


class GoodRow(NamedTuple):
    line: int
    unit: str
    stay: NewStay


class Reading(NamedTuple):
    good: list[GoodRow]
    wrong: list[WrongRow]


class NotTaken(Exception):
    """Nothing was loaded: these are the rows that stood in the way."""

    def __init__(self, wrong: list[WrongRow]) -> None:
        super().__init__(len(wrong))
        self.wrong = wrong


def read_stays(path: Path, units: Mapping[str, Unit]) -> Reading:
    """Reads the whole file; raises ValueError with a plain reason when it cannot be read as a table at all.

    `units`: those there are, by id. A time without an offset is told on the clock of its unit.
    """
    if path.stat().st_size > LARGEST:
        raise ValueError(f"the file is larger than {LARGEST // 1_000_000} MB")
    reading = Reading([], [])
    try:
        table = rows(text_of(path.read_bytes()))
    except (ValueError, csv.Error, RecursionError) as unreadable:
        raise ValueError(f"it is neither CSV, TSV nor JSON ({type(unreadable).__name__})") from unreadable
    for line, row in table:
        try:
            reading.good.append(GoodRow(line, *one(row, units)))
        except ValueError as reason:
            reading.wrong.append(WrongRow(line, str(reason)))
    return reading


def text_of(content: bytes) -> str:
    """Record systems and spreadsheets write UTF-8, UTF-16, or the letters of Windows."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def rows(text: str) -> list[tuple[int, object]]:
    """Every row with the line on which it begins. The headings tell which sign stands between the columns."""
    source = io.BytesIO(text.encode())
    if text.lstrip().startswith(("[", "{")):
        return list(enumerate(rows_from_file(source, Format.JSON)[0], start=1))
    heading = text.lstrip().partition("\n")[0]
    dialect = max((csv.excel, Semicolons, csv.excel_tab), key=lambda one: heading.count(one.delimiter))
    table = rows_from_file(source, Format.CSV, dialect, extras_key=TOO_MANY)[0]
    return list(zip(lines(text, dialect), table, strict=True))


def lines(text: str, dialect: type[csv.Dialect]) -> list[int]:
    """The line on which each row begins: some are empty, and a cell may hold several."""
    reader = csv.reader(io.StringIO(text, newline=""), dialect)
    begins, last = [], 0
    for cells in reader:
        if cells:
            begins.append(last + 1)
        last = reader.line_num
    return begins[1:]


def one(row: object, units: Mapping[str, Unit]) -> tuple[str, NewStay]:
    """One row as a unit and a stay; ValueError names the column."""
    if not isinstance(row, dict):
        raise ValueError("it has no columns")
    if TOO_MANY in row:
        raise ValueError("it has more cells than there are headings")
    told = {str(key).strip(): str(value).strip() for key, value in row.items() if value is not None}
    said = {name: value for name, value in told.items() if value}
    unknown = [name for name in said if name not in COLUMNS]
    if unknown:
        raise ValueError(f"unknown column: {', '.join(unknown)} (known: {', '.join(COLUMNS)})")
    missing = [name for name in NEEDED if name not in said]
    if missing:
        raise ValueError(f"missing: {', '.join(missing)}")
    name = said.pop("unit")
    unit = units.get(name)
    if unit is None:
        raise ValueError(f"there is no unit {name!r}")
    try:
        came = moment(said["admitted"])
    except ValueError:
        raise ValueError("admitted is not a time such as 2026-11-23T08:40+01:00") from None
    said["admitted"] = instant(came if came.tzinfo else came.replace(tzinfo=ZoneInfo(unit.timezone)))
    try:
        return unit.id, msgspec.convert(said, NewStay)
    except (msgspec.ValidationError, ValueError) as reason:
        raise ValueError(str(reason).replace("`$.", "`")) from None


def load_stays(connection: Connection, organization: str, good: Sequence[GoodRow]) -> None:
    """Loads them all, or raises NotTaken: somebody already has a stay on that unit."""
    wrong = []
    for line, unit, stay in good:
        try:
            encounters.admit(connection, organization, unit, stay)
        except Problem as problem:
            if problem.status != CONFLICT:
                raise
            wrong.append(WrongRow(line, "already has a running stay on this unit"))
    if wrong:
        raise NotTaken(wrong)
