"""The commands of `viktig`, each with its help and its arguments. Sentences here are for administrators, in English."""

import argparse
import asyncio
from datetime import UTC
from pathlib import Path

from viktig import contents, questionnaires
from viktig.command import Command
from viktig.domain.counting import months
from viktig.domain.problems import Problem
from viktig.settings import read_settings
from viktig.shell import fail, opened, say
from viktig.storage.backup import read_backup, write_backup
from viktig.storage.clock import instant, moment
from viktig.storage.connection import Connection
from viktig.storage.demo_links import is_demo
from viktig.storage.facts import as_it_was, brought_up, rebuild


def run_serve(_: argparse.Namespace) -> int:
    from viktig.serving import serve

    settings = read_settings()
    database = opened()
    if database.read_now(is_demo):
        database.close()
        return fail("This database holds demo people. Set VIKTIG_DATABASE to one of your own, or run `viktig demo`.")
    brought_up(database, say)
    say("Staff cannot sign in yet: OpenID Connect is not set up in this version.")
    say(f"Viktig listens on {settings.host}:{settings.port}. Links begin with {settings.base}.")
    return serve(settings, database)


def run_demo(asked: argparse.Namespace) -> int:
    from viktig.demo import run_demo as show

    return show(asked.database, fresh=asked.fresh)


def run_migrate(_: argparse.Namespace) -> int:
    database = opened()
    try:
        brought_up(database, say)
    finally:
        database.close()
    say("The database is up to date.")
    return 0


def run_backup(asked: argparse.Namespace) -> int:
    database, target = opened(), Path(asked.file)
    try:
        manifest = database.read_now(lambda connection: write_backup(connection, target))
        database.write_now(lambda connection: connection.sql.set_meta(key="backup", value=manifest["made"]))
    except OSError as wrong:
        return fail(f"Not backed up to {target}: {wrong.strerror}.")
    finally:
        database.close()
    rows = sum(table["rows"] for table in manifest["tables"].values())
    say(
        f"{target}: {rows} rows as of {manifest['made']}. It holds health information: keep it as safe as the database."
    )
    return 0


def run_restore(asked: argparse.Namespace) -> int:
    database = opened()
    try:
        manifest = database.write_now(lambda connection: read_backup(connection, Path(asked.file)))
    except Problem as problem:
        return fail(f"Not restored from {asked.file}: {problem.detail or problem.slug}.")
    except OSError as missing:
        return fail(f"Not restored from {asked.file}: {missing.strerror}.")
    finally:
        database.close()
    say(f"Restored as of {manifest['made']}. A new epoch has begun: phones hand in again what they hold.")
    return 0


def run_import(asked: argparse.Namespace) -> int:
    from viktig.importing import run_import as load

    return load(asked)


def run_push(asked: argparse.Namespace) -> int:
    """Never over an older key: every phone that said yes to that one would have to say so again."""
    from viktig.interop.push import new_key

    if not asked.file:
        say(f"VIKTIG_VAPID_KEY={new_key()}")
        return 0
    target = Path(asked.file)
    try:
        target.touch(mode=0o600, exist_ok=False)
        target.write_text(new_key() + "\n")
    except OSError as wrong:
        return fail(f"No key was written to {asked.file}: {wrong.strerror}.")
    say(
        f"{asked.file}: a key for web push. Set VIKTIG_VAPID_KEY_FILE to it, and keep it: phones know the server by it."
    )
    return 0


def point_in_time(said: str) -> str:
    """As stored, so that it compares with what is stored: UTC unless it says otherwise."""
    try:
        at = moment(said)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{said!r} is not a time such as 2026-11-23T08:40:00Z") from None
    return instant(at if at.tzinfo else at.replace(tzinfo=UTC))


def run_rebuild(asked: argparse.Namespace) -> int:
    database = opened()
    try:
        if asked.as_of:
            for line in database.read_now(lambda connection: figures_then(connection, asked.as_of)):
                say(line)
            return 0
        stays, differing = database.write_now(rebuild)
    finally:
        database.close()
    say(f"{stays} stays counted again from their events, {differing} differed from what was kept.")
    return 0


def figures_then(connection: Connection, as_of: str) -> list[str]:
    """The figures of all closed stays as they stood at a time, a line for each unit."""
    lines = [f"Counted from the events as of {as_of}; nothing was changed."]
    for (organization, unit), facts in sorted(as_it_was(connection, as_of).items()):
        _, total = months(facts, as_of)
        told = ", ".join(f"{count.measure} {count.numerator}/{count.denominator}" for count in total.counts)
        lines.append(f"{organization} {unit}: {told}")
    return lines


def run_check(_: argparse.Namespace) -> int:
    from viktig.http.health import health_of
    from viktig.storage.sqlite import SAFE_SQLITE, library_version

    settings = read_settings()
    database = opened()
    found = asyncio.run(health_of(database))
    reminders = database.read_now(lambda c: {row["state"]: row["n"] for row in c.sql.reminder_states()})
    database.close()
    say(f"can write: {'yes' if found.can_write else 'NO'}")
    say(f"free disk: {'unknown' if found.free_bytes is None else f'{found.free_bytes / 1e9:.1f} GB'}")
    say(f"last backup: {'never' if found.backup_age is None else f'{found.backup_age:.1f} hours ago'}")
    say(f"clock: {found.clock}")
    told = ", ".join(f"{n} {state}" for state, n in reminders.items())
    say(f"reminders: {told or 'none'}")
    if not settings.database.startswith("postgres") and library_version() < SAFE_SQLITE:
        say("warning: this SQLite is older than 3.51.3 and can lose a reset write-ahead log")
    if not settings.url.startswith("https://"):
        say("note: VIKTIG_URL is not https; real phones need it")
    return 0 if found.ok else 1


ALL: dict[str, Command] = {
    "serve": Command("Run the server for real people.", run_serve),
    "demo": Command(
        "Run the server with invented people.",
        run_demo,
        [
            (("--database",), {"default": "", "help": "where it lies (default: a folder of the user's)"}),
            (("--fresh",), {"action": "store_true", "help": "begin anew, with people who came today"}),
        ],
    ),
    "migrate": Command("Bring the database up to date.", run_migrate),
    "backup": Command("Write everything to one file.", run_backup, [(("file",), {})]),
    "restore": Command("Load a backup into an empty database; a new epoch begins.", run_restore, [(("file",), {})]),
    "import": Command(
        "Load units from a TOML file, or stays from a CSV, TSV or JSON file.",
        run_import,
        [
            (("what",), {"choices": ["units", "stays"]}),
            (("file",), {}),
            (("--organization",), {"default": "", "help": "whose stays they are"}),
            (("--rest",), {"action": "store_true", "help": "load the good rows although others are wrong"}),
        ],
    ),
    "push": Command(
        "Make the key for web push, once.",
        run_push,
        [(("what",), {"choices": ["keys"]}), (("file",), {"nargs": "?", "default": ""})],
    ),
    "rebuild": Command(
        "Count every stay again from its events.",
        run_rebuild,
        [
            (
                ("--as-of",),
                {
                    "type": point_in_time,
                    "help": "only what had happened by this time (UTC, ISO 8601)",
                },
            )
        ],
    ),
    "content": Command("Learning modules: check, load, list, answer for them.", verbs=contents.VERBS),
    "questionnaire": Command("Forms: check, load, list, show and count them.", verbs=questionnaires.VERBS),
    "check": Command("Say whether the house stands: writing, disk, backup, clock.", run_check),
}
