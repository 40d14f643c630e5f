"""`viktig demo`: the same server over a database of invented people."""

import os
import sys
import time
from pathlib import Path

from viktig.content.library import Library
from viktig.demo.people import people
from viktig.settings import Settings, read_settings
from viktig.storage import demo_links
from viktig.storage.database import Database, open_database
from viktig.storage.facts import brought_up
from viktig.storage.migrate import migrate


def place() -> str:
    """Where a demo's database lies when nobody says otherwise: the user's folder for such things."""
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return f"sqlite:///{home / 'viktig' / 'demo.db'}"


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def prepare(database: Database, library: Library) -> None:
    """Loads the demo's people into an empty database; one that holds real people is refused."""
    migrate(database)
    if database.read_now(demo_links.is_demo):
        brought_up(database, say)
        say("The demo's people are as you left them (--fresh begins anew, with people who came today).")
        return
    if database.read_now(lambda connection: connection.sql.organizations()):
        raise SystemExit("This database holds people of its own: a demo needs an empty one (--database).")
    say("Loading the demo's people and their thirteen months ...")
    started = time.monotonic()
    database.write_now(lambda connection: people(connection, library))
    say(f"... done in {time.monotonic() - started:.1f} s")


def away(url: str) -> None:
    """Takes a demo's SQLite file away, so that it begins anew; nothing else is ever taken away."""
    database = open_database(url)
    migrate(database)
    ours = database.read_now(demo_links.is_demo)
    database.close()
    if not ours or url.startswith("postgres"):
        raise SystemExit("--fresh begins a demo's SQLite database anew, and this is none.")
    for end in ("", "-wal", "-shm"):
        Path(url.removeprefix("sqlite:///") + end).unlink(missing_ok=True)


def run_demo(url: str, *, fresh: bool) -> int:
    from viktig.serving import serve

    settings = read_settings()
    url = url or (settings.database if "VIKTIG_DATABASE" in os.environ else place())
    if fresh and Path(url.removeprefix("sqlite:///")).exists():
        away(url)
    database = open_database(url)
    prepare(database, Library(drafts=True))
    greet(settings)
    return serve(settings, database)


def greet(settings: Settings) -> None:
    here = settings.base
    say(f"""
Viktig's demo. Everybody in it is invented.
  Start here       {here}/demo
  As a nurse       {here}/demo  and choose Kari
  As a leader      {here}/demo  and choose Solveig
  As a patient     {here}/demo  and open Ingrid's phone (a narrow window of 360 pixels looks like one)
  As anybody       {here}/learn  what there is to learn from, without signing in
""")
    if settings.url.startswith("https://"):
        import segno

        say(f"On a real phone: {settings.base}/demo")
        segno.make(f"{settings.base}/demo", error="m", micro=False).terminal(out=sys.stdout, compact=True)
    else:
        say("On a real phone it needs https: see README.md, and set VIKTIG_URL.")
    say("Ctrl-C stops it.")
