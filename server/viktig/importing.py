"""`viktig import`: units, and stays from another system's file."""

import argparse
import sys
from pathlib import Path

from viktig.content.cast import houses
from viktig.content.reading import BadContent
from viktig.interop.stays_file import GoodRow, NotTaken, WrongRow, load_stays, read_stays
from viktig.interop.units_file import load_houses
from viktig.shell import fail, opened, say
from viktig.storage import units
from viktig.storage.database import Database


def run_import(asked: argparse.Namespace) -> int:
    if asked.what == "units":
        return import_units(asked)
    if not asked.organization:
        return fail("Say whose stays they are: --organization ID.")
    database = opened()
    try:
        return import_stays(database, asked)
    finally:
        database.close()


def import_units(asked: argparse.Namespace) -> int:
    try:
        found = houses(Path(asked.file))
    except BadContent as reason:
        return fail(f"Nothing was loaded: {reason}.")
    database = opened()
    database.write_now(lambda connection: load_houses(connection, found))
    database.close()
    say(f"{sum(len(house.units) for house in found)} units in {len(found)} organisations.")
    return 0


def import_stays(database: Database, asked: argparse.Namespace) -> int:
    """All rows or none; when some are wrong, the rest is offered (or, with --rest, loaded)."""
    places = {place.id: place for place in database.read_now(lambda c: units.everywhere(c, asked.organization))}
    if not places:
        return fail(f"There is no organisation {asked.organization!r} with units: `viktig import units` first.")
    try:
        good, wrong = read_stays(Path(asked.file), places)
    except (ValueError, OSError) as reason:
        return fail(f"{asked.file} cannot be read: {reason}.")
    if not good and not wrong:
        return fail(f"There are no stays in {asked.file}.")
    left_out, rest = 0, asked.rest
    while wrong or (wrong := load(database, asked.organization, good)):
        for row in wrong:
            say(f"line {row.line}: {row.reason}")
        lines = {row.line for row in wrong}
        good, wrong, left_out = [row for row in good if row.line not in lines], [], left_out + len(lines)
        rest = rest or agreed(len(good))
        if not rest:
            return fail(f"Nothing was loaded. {len(good)} rows are good: --rest loads them.")
    say(f"{len(good)} stays loaded, {left_out} left out.")
    return 1 if left_out else 0


def load(database: Database, organization: str, good: list[GoodRow]) -> list[WrongRow]:
    """The rows that stood in the way; none when all were loaded."""
    try:
        database.write_now(lambda connection: load_stays(connection, organization, good))
    except NotTaken as refused:
        return refused.wrong
    return []


def agreed(good: int) -> bool:
    """Asks at a terminal whether the rest shall be loaded; elsewhere the answer is no."""
    if not good or not sys.stdin.isatty():
        return False
    return input(f"Load the other {good} rows? [y/N] ").strip().lower() in ("y", "j")
