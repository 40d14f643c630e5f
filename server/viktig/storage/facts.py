"""The row of times that a stay leaves behind: kept beside every write, and countable again from the events."""

from collections.abc import Callable, Sequence
from functools import partial

import msgspec

from viktig.domain.encounter import Unit
from viktig.domain.fact import Doing, Fact, Reading, StayEvent, Writing, fact, unread
from viktig.domain.mark import TalkMark, TaskMark
from viktig.domain.questionnaire_response import QuestionnaireResponse
from viktig.domain.version import Content
from viktig.storage import learning
from viktig.storage.connection import Connection, Row
from viktig.storage.database import Database

TO_CONTENT = msgspec.json.Decoder(Content)
TO_NAMES = msgspec.json.Decoder(tuple[str, ...])
TO_UNIT = msgspec.json.Decoder(Unit)
END_OF_TIME = "9999"
# Raised whenever a stay would be counted otherwise than before from the same events
RULES = "2"
AT_ONCE = 300


def drafted(connection: Connection, organization: str, encounter: str, response: QuestionnaireResponse) -> None:
    connection.sql.fact_drafted(
        organization=organization, encounter=encounter, received=connection.now, said=said(response)
    )


def sent(connection: Connection, organization: str, encounter: str, helper: str) -> None:
    connection.sql.fact_sent(organization=organization, encounter=encounter, received=connection.now, helper=helper)


def said(response: QuestionnaireResponse) -> int:
    """How many questions hold something: an answer, or that the person would rather not say."""
    return len({item.link_id for item in response.item if item.answer or item.declined})


def recount(connection: Connection, organization: str, encounter: str, as_of: str = END_OF_TIME) -> Fact:
    """Counts one stay from its events up to a time (all of them by default) and keeps the result."""
    stay = connection.sql.stay_for_fact(organization=organization, encounter=encounter)
    counted = count(connection, organization, encounter, stay, as_of)
    told_of_themselves(connection, organization, encounter)
    connection.sql.put_fact(
        organization=organization,
        encounter=encounter,
        patient=stay["patient"],
        **msgspec.structs.asdict(counted),
    )
    return counted


def count(connection: Connection, organization: str, encounter: str, stay: Row, as_of: str) -> Fact:
    """The fact of one stay as it was at a time, from the events alone."""
    where = {"organization": organization, "encounter": encounter, "as_of": as_of}
    writings: list[Writing] = []
    helped: dict[str, str] = {}
    talked = ""
    for row in connection.sql.writings_of_stay(about="", **where):
        match TO_CONTENT.decode(row["content"]):
            case QuestionnaireResponse() as response:
                writings.append(_writing(row, response))
            case TaskMark(task=task, helped=word):
                helped[task] = word
            case TalkMark(talked=word):
                talked = word
    return fact(
        stay["admitted"],
        [StayEvent(**dict(row)) for row in connection.sql.events_of_stay(**where)],
        writings,
        [
            Reading(at=row["at"], versions=TO_NAMES.decode(row["versions"]))
            for row in connection.sql.readings_of_stay(**where)
        ],
        [
            Doing(at=row["made_at"], helped=helped.get(row["task"], ""))
            for row in connection.sql.doings_of_stay(**where)
        ],
        talked,
        TO_UNIT.decode(stay["settings"]).timezone,
    )


def told_of_themselves(connection: Connection, organization: str, encounter: str) -> None:
    """Whether somebody has read what each who helps has told of themselves: never counted as the patient's answer."""
    where = {"organization": organization, "encounter": encounter}
    for carer in connection.sql.carers_of_stay(**where):
        author = f"RelatedPerson/{carer['related']}"
        rows = connection.sql.writings_of_stay(about=author, as_of=END_OF_TIME, **where)
        said = [(row, TO_CONTENT.decode(row["content"])) for row in rows]
        writings = [_writing(row, response) for row, response in said if isinstance(response, QuestionnaireResponse)]
        if not writings:
            continue
        readings = [
            Reading(at=row["at"], versions=TO_NAMES.decode(row["versions"]))
            for row in connection.sql.readings_of_stay(as_of=END_OF_TIME, **where)
        ]
        left = unread(writings, readings)
        connection.sql.set_carer_unread(organization=organization, related=carer["related"], unread=left)


def _writing(row: Row, response: QuestionnaireResponse) -> Writing:
    return Writing(
        document=row["document"],
        version=row["version"],
        base=TO_NAMES.decode(row["base"]),
        received=row["received"],
        sent=response.sent,
        counted=response.sent and not row["remark"],
        said=said(response),
        helper=helper_in(response),
        workflow=row["workflow"],
    )


def helper_in(response: QuestionnaireResponse) -> str:
    """The helper's own word for who they are (or their name), when somebody who helps wrote an answer."""
    return next(
        (
            item.written_by.relation or item.written_by.name
            for item in response.item
            if item.written_by.kind == "related"
        ),
        "",
    )


def rebuild(connection: Connection) -> tuple[int, int]:
    """Counts every stay again. Gives how many there are and how many differed from what was kept, and are set right."""
    stays = every_stay(connection)
    return len(stays), counted_again(connection, stays)


def every_stay(connection: Connection) -> list[tuple[str, str]]:
    return [(row["organization"], row["encounter"]) for row in connection.sql.all_encounters(as_of=END_OF_TIME)]


def counted_again(connection: Connection, stays: Sequence[tuple[str, str]]) -> int:
    """Gives how many of these differed from what was kept."""
    differing = 0
    for organization, encounter in stays:
        kept = connection.sql.fact(organization=organization, encounter=encounter)
        counted = recount(connection, organization, encounter)
        learned = learning.recount(connection, organization, encounter, END_OF_TIME)
        moved = kept is None or any(kept[name] != value for name, value in msgspec.structs.asdict(counted).items())
        differing += moved or learned
    return differing


def brought_up(database: Database, tell: Callable[[str], object], at_once: int = AT_ONCE) -> None:
    """Counts all stays again where they were counted by older rules: some in each transaction, so that others can
    write between, and all of them anew when it was stopped on the way."""
    kept = database.read_now(lambda connection: connection.sql.meta(key="counted_by"))
    if kept is not None and kept["value"] == RULES:
        return
    stays = database.read_now(every_stay)
    if stays:
        tell(f"Counting {len(stays)} stays again, as this version counts them ...")
    for start in range(0, len(stays), at_once):
        database.write_now(partial(counted_again, stays=stays[start : start + at_once]))
    database.write_now(lambda connection: connection.sql.set_meta(key="counted_by", value=RULES))


def as_it_was(connection: Connection, as_of: str) -> dict[tuple[str, str], list[dict[str, object]]]:
    """The facts of every stay as they stood at a time, by organisation and unit. Nothing is changed."""
    units: dict[tuple[str, str], list[dict[str, object]]] = {}
    for row in connection.sql.all_encounters(as_of=as_of):
        organization, encounter = row["organization"], row["encounter"]
        stay = connection.sql.stay_for_fact(organization=organization, encounter=encounter)
        counted = count(connection, organization, encounter, stay, as_of)
        units.setdefault((organization, counted.unit), []).append(msgspec.structs.asdict(counted))
    return units
