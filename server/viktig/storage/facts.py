"""The row of times that a stay leaves behind: kept beside every write, and countable again from the events."""

import msgspec

from viktig.domain.encounter import Unit
from viktig.domain.fact import Doing, Fact, Reading, StayEvent, Writing, fact, unread
from viktig.domain.mark import TalkMark, TaskMark
from viktig.domain.questionnaire_response import QuestionnaireResponse
from viktig.domain.version import Content
from viktig.storage import learning
from viktig.storage.connection import Connection, Row

TO_CONTENT = msgspec.json.Decoder(Content)
TO_NAMES = msgspec.json.Decoder(tuple[str, ...])
TO_UNIT = msgspec.json.Decoder(Unit)
END_OF_TIME = "9999"
# Raised whenever a stay would be counted otherwise than before from the same events
COUNTED = "2"


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
    stays = differing = 0
    for row in connection.sql.all_encounters(as_of=END_OF_TIME):
        kept = connection.sql.fact(organization=row["organization"], encounter=row["encounter"])
        counted = recount(connection, row["organization"], row["encounter"])
        learned = learning.recount(connection, row["organization"], row["encounter"], END_OF_TIME)
        stays += 1
        moved = kept is None or any(kept[name] != value for name, value in msgspec.structs.asdict(counted).items())
        differing += moved or learned
    return stays, differing


def brought_up(connection: Connection) -> int:
    """Counts all stays again where they were counted by older rules. Gives how many that were."""
    kept = connection.sql.meta(key="counted")
    if kept is not None and kept["value"] == COUNTED:
        return 0
    stays, _ = rebuild(connection)
    connection.sql.set_meta(key="counted", value=COUNTED)
    return stays


def as_it_was(connection: Connection, as_of: str) -> dict[tuple[str, str], list[dict[str, object]]]:
    """The facts of every stay as they stood at a time, by organisation and unit. Nothing is changed."""
    units: dict[tuple[str, str], list[dict[str, object]]] = {}
    for row in connection.sql.all_encounters(as_of=as_of):
        organization, encounter = row["organization"], row["encounter"]
        stay = connection.sql.stay_for_fact(organization=organization, encounter=encounter)
        counted = count(connection, organization, encounter, stay, as_of)
        units.setdefault((organization, counted.unit), []).append(msgspec.structs.asdict(counted))
    return units
