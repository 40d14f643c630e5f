"""What came of learning in each stay: kept beside every write, and countable again from what was written."""

import msgspec

from viktig.domain.counting import NOT_A_STAY
from viktig.domain.fact import StayEvent, ending_of, unit_at
from viktig.domain.learning import Opinion
from viktig.domain.learning_cases import StayRow
from viktig.domain.stay_learning import StayLearning, Wrote, stay_learning
from viktig.domain.version import Content
from viktig.storage.connection import Connection

TO_CONTENT = msgspec.json.Decoder(Content)
TO_LEARNED = msgspec.json.Decoder(StayLearning)
OFFERED = "module-offered"
MONTH = len("2026-11")


def count(connection: Connection, organization: str, encounter: str, as_of: str) -> StayLearning:
    """As it was at a time, from the events and the versions alone."""
    return as_it_stood(connection, organization, encounter, as_of)[2]


def as_it_stood(connection: Connection, organization: str, encounter: str, as_of: str) -> tuple[str, str, StayLearning]:
    """Where one stay was at a time, how it had ended, and what had come of learning, as was known by then."""
    where = {"organization": organization, "encounter": encounter, "as_of": as_of}
    events = [StayEvent(**dict(row)) for row in connection.sql.events_of_stay(**where)]
    offers = [(event.body, event.at) for event in events if event.kind == OFFERED]
    written = [
        Wrote(row["document"], row["about"], row["received"], TO_CONTENT.decode(row["content"]))
        for row in connection.sql.written_about_learning(**where)
    ]
    return unit_at(events, as_of), ending_of(events), stay_learning(offers, written)


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


def of_unit(connection: Connection, organization: str, unit: str, first: str) -> list[StayRow]:
    """Every stay of a unit in which something of learning happened since a month (YYYY-MM), as it is now."""
    return [
        StayRow(row["unit"], row["language"], TO_LEARNED.decode(row["learned"]))
        for row in connection.sql.learning_of_unit(organization=organization, unit=unit, first=first)
        if row["ending"] not in NOT_A_STAY
    ]


def of_house(connection: Connection, organization: str, first: str, until: str) -> list[StayRow]:
    """Every stay of the organisation as it stood at a time: where something came after that, it is counted again."""
    found: list[StayRow] = []
    for row in connection.sql.learning_of_house(organization=organization, first=first, until=until):
        if row["went_on"]:
            unit, ending, learned = as_it_stood(connection, organization, row["encounter"], until)
            if not learned.latest:
                continue
        else:
            unit, ending, learned = row["unit"], row["ending"], TO_LEARNED.decode(row["learned"])
        if ending not in NOT_A_STAY:
            found.append(StayRow(unit, row["language"], learned))
    return found


def opinions(connection: Connection, organization: str, first: str, last: str) -> list[Opinion]:
    """What was told without a name and released from one month to another (YYYY-MM), in an order that tells nothing.

    A month of release is UTC's, and is told of when it is over there, too.
    """
    rows = connection.sql.feedback_of_months(
        organization=organization, first=first, last=last, running=connection.now[:MONTH]
    )
    told = [Opinion(row["module"], row["language"], row["useful"], row["understandable"], row["words"]) for row in rows]
    return sorted(told, key=msgspec.structs.astuple)
