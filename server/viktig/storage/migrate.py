"""Numbered SQL, applied once each, in a transaction."""

from pathlib import Path

from viktig.domain.problems import Problem
from viktig.storage import planner
from viktig.storage.clock import uuid7
from viktig.storage.connection import Connection
from viktig.storage.database import Database
from viktig.storage.facts import RULES

MIGRATIONS = Path(__file__).parent / "migrations"


def known() -> list[str]:
    return sorted(path.stem for path in MIGRATIONS.glob("*.sql"))


def applied(connection: Connection) -> list[str]:
    connection.raw.execute("create table if not exists migration (name text primary key, at text not null)")
    return [row["name"] for row in connection.sql.migrations()]


def migrate(database: Database) -> list[str]:
    """Brings the database up to date; gives the names of what was applied. A newer database is refused."""

    def work(connection: Connection) -> list[str]:
        done = applied(connection)
        newer = [name for name in done if name not in known()]
        if newer:
            raise Problem("not-available", f"the database is newer than this server: {', '.join(newer)}")
        missing = [name for name in known() if name not in done]
        for name in missing:
            for statement in statements((MIGRATIONS / f"{name}.sql").read_text()):
                connection.raw.execute(statement)
            connection.sql.add_migration(name=name, at=connection.now)
        connection.sql.set_meta_once(key="epoch", value=uuid7())
        if not done:
            connection.sql.set_meta_once(key="counted_by", value=RULES)
        if connection.mark == "?":  # SQLite
            planner.tell(connection)
        return missing

    return database.write_now(work)


def statements(text: str) -> list[str]:
    """The statements of a migration: comments away, split at the semicolon that ends a line."""
    lines = [line for line in text.splitlines() if not line.strip().startswith("--")]
    return [part.strip() for part in "\n".join([*lines, ""]).split(";\n") if part.strip()]
