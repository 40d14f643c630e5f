"""What came of learning in each stay: kept beside every write, and countable again from what was written."""

import msgspec

from viktig.domain.learning import Opinion
from viktig.domain.learning_cases import StayRow
from viktig.domain.stay_learning import StayLearning, Wrote, stay_learning
from viktig.domain.version import Content
from viktig.storage.connection import Connection

TO_CONTENT = msgspec.json.Decoder(Content)
TO_LEARNED = msgspec.json.Decoder(StayLearning)
OFFERED = "module-offered"


def count(connection: Connection, organization: str, encounter: str, as_of: str) -> StayLearning:
    """As it was at a time, from the events and the versions alone."""
    where = {"organization": organization, "encounter": encounter, "as_of": as_of}
    offers = [(row["body"], row["at"]) for row in connection.sql.events_of_stay(**where) if row["kind"] == OFFERED]
    written = [
        Wrote(row["document"], row["about"], row["received"], TO_CONTENT.decode(row["content"]))
        for row in connection.sql.written_about_learning(**where)
    ]
    return stay_learning(offers, written)


def recount(connection: Connection, organization: str, encounter: str, as_of: str) -> bool:
    """Counts one stay and keeps the result; whether that differs from what was kept."""
    learned = count(connection, organization, encounter, as_of)
    kept = connection.sql.stay_learning(organization=organization, encounter=encounter)
    if (TO_LEARNED.decode(kept["learned"]) if kept else StayLearning()) == learned:
        return False
    text = msgspec.json.encode(learned).decode()
    connection.sql.put_stay_learning(
        organization=organization, encounter=encounter, latest=learned.latest, learned=text
    )
    return True


def since(connection: Connection, organization: str, first: str) -> list[StayRow]:
    """Every stay of the organisation in which something of learning happened since a month (YYYY-MM)."""
    return [
        StayRow(row["unit"], row["language"], TO_LEARNED.decode(row["learned"]))
        for row in connection.sql.learning_since(organization=organization, first=first)
    ]


def opinions(connection: Connection, organization: str, first: str) -> list[Opinion]:
    """What was told without a name and has been released, in an order that tells nothing."""
    rows = connection.sql.feedback_since(organization=organization, first=first)
    return [
        Opinion(row["module"], row["language"], row["useful"], row["understandable"], row["words"])
        for row in sorted(rows, key=lambda row: str(row["id"]))
    ]
