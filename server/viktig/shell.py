"""What every command needs: speaking to whoever sits at the shell, and the database of the settings."""

import sys
from collections.abc import Callable

from viktig.settings import read_settings
from viktig.storage.database import Database, open_database
from viktig.storage.migrate import migrate


def say(text: str) -> None:
    print(text, flush=True)


def fail(text: str) -> int:
    """The exit status of a command that did not do what it was asked."""
    print(text, file=sys.stderr, flush=True)
    return 1


def opened(tell: Callable[[str], object] = say) -> Database:
    """The database of the settings, brought up to date. `tell`: where what was done to it is said."""
    database = open_database(read_settings().database)
    try:
        for name in migrate(database):
            tell(f"migrated: {name}")
    except BaseException:
        database.close()
        raise
    return database
