"""What SQLite's planner is told of the tables.

It knows nothing of them until they are analysed, and then takes an organisation, the first column of every key, for a
good way to find one row: some joins would go through every version there is. So it is given figures by hand, the same
for every database, and plans the same on an empty one as on a large one. PostgreSQL analyses by itself.
"""

from viktig.storage.connection import Connection

ROWS = 1_000_000
COARSE = {"organization": 500_000, "unit": 20_000, "status": 2_000, "ended": 2_000, "month": 2_000}
"""How many rows share a value of such a column (with those before it in the index)."""
FEW = 10
"""How many share a value of any other, where they are not unique."""


def tell(connection: Connection) -> None:
    raw = connection.raw
    raw.execute("analyze meta")  # makes the table that is filled here
    raw.execute("delete from sqlite_stat1")
    for (table,) in raw.execute("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"):
        for index in raw.execute(f"pragma index_list({table})").fetchall():
            columns = [row["name"] for row in raw.execute(f"pragma index_info({index['name']})")]
            raw.execute(
                "insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)",
                (table, index["name"], figures(columns, bool(index["unique"]))),
            )
    raw.execute("analyze sqlite_schema")  # has them read


def figures(columns: list[str], unique: bool) -> str:
    """How many rows there are, and how many are left when the first column is known, the first two, and so on."""
    left = [ROWS]
    for column in columns:
        left.append(min(left[-1], COARSE.get(column, FEW)))
    if unique:
        left[-1] = 1
    return " ".join(map(str, left))
