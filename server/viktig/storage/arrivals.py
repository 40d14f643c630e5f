"""The ward's list, read from the facts; and Vaktarket, a line for each patient."""

from collections import Counter, defaultdict
from itertools import takewhile

import msgspec

from viktig.domain.arrivals import AnswerState, Arrival, Arrivals, Handover, HandoverRow, Helped
from viktig.domain.asking import Forms
from viktig.domain.encounter import Unit
from viktig.domain.questionnaire_response import QuestionnaireResponse, ResponseItem
from viktig.storage import attentions, encounters, tasks, units
from viktig.storage.clock import day
from viktig.storage.connection import Connection, Row

TO_RESPONSE = msgspec.json.Decoder(QuestionnaireResponse)
OPEN = ("requested", "in-progress", "completed")


def arrivals(connection: Connection, unit: Unit, forms: Forms, leaders: bool) -> Arrivals:
    """Who is here and how far each answer has come. `leaders`: just what has become the leader's to see to."""
    where = {"organization": unit.organization, "unit": unit.id}
    rows = connection.sql.arrivals(today=day(connection.now, unit.timezone), **where)
    wishes = {row["encounter"]: attentions.shape(row, None) for row in connection.sql.attentions_of_unit(**where)}
    begun = {row["encounter"]: row["questionnaire"] for row in connection.sql.begun_on_unit(**where)}
    names = Counter(row["family"].casefold() for row in rows if row["status"] == "in-progress")
    found = []
    for row in rows:
        gone = row["status"] == "finished"
        wish = wishes.get(row["encounter"])
        if leaders and not gone and not (wish and attentions.late(connection, wish)):
            continue
        found.append(
            Arrival(
                encounter=row["encounter"],
                given=row["given"],
                family=row["family"],
                birth_date=row["birth_date"],
                room=row["room"],
                bed=row["bed"],
                admitted=row["admitted"],
                ended=row["ended"],
                ending=row["ending"],
                state=state(row),
                answered=row["changed_at"],
                helped_by=row["helped_by"],
                begun=row["begun"],
                questions=forms.questions(begun.get(row["encounter"], ""), unit.organization),
                asked=bool(row["asked_at"]),
                read_at=row["read_at"],
                open_tasks=row["open_tasks"],
                visit_questions=row["visit_questions"],
                listed_at=row["listed_at"],
                attention=wish,
                postponement=encounters.postponement(row),
                invited=row["invitations"] > 0,
                interpreter=row["interpreter"],
                similar_name=not gone and names[row["family"].casefold()] > 1,
                ask_alone=bool(row["ask_alone"]),
                carers_unread=row["carers_unread"],
                look_again=row["look_again"] or "",
                owner="leader" if gone else "shift",
                from_unit=unit_name(connection, unit, row["answered_unit"]),
            )
        )
    n = units.change_number(connection, unit.organization, unit.id)
    return Arrivals(unit=unit, n=n, as_of=connection.now, stays=tuple(found))


def state(row: Row) -> AnswerState:
    """How far the answer has come: what wants doing stands before what is done."""
    if row["unread"]:
        return "unread" if row["unread"] == 1 else "changed"
    if row["sent_documents"]:
        return "read"
    if row["postponement"]:
        return "postponed"
    return "begun" if row["begun"] else "not-answered"


def unit_name(connection: Connection, here: Unit, answered: str) -> str:
    """The name of the unit where the answer was written, when that was another one."""
    return units.unit(connection, here.organization, answered).name if answered not in ("", here.id) else ""


def handover(connection: Connection, unit: Unit) -> Handover:
    """One line for each who has answered or has something agreed: room numbers, no names."""
    where = {"organization": unit.organization, "unit": unit.id}
    said: dict[str, list[ResponseItem]] = defaultdict(list)
    for row in connection.sql.sent_on_unit(**where):
        said[row["encounter"]] += TO_RESPONSE.decode(row["sent"]).item
    agreed: dict[str, list[Row]] = defaultdict(list)
    for row in connection.sql.tasks_on_unit(**where):
        agreed[row["encounter"]].append(row)
    rows = [
        HandoverRow(
            encounter=row["encounter"],
            room=row["room"],
            bed=row["bed"],
            matters=words(said[row["encounter"]], "matters"),
            talk=words(said[row["encounter"]], "talk"),
            please_not=words(said[row["encounter"]], "please-not"),
            agreed=tuple(one["description"] for one in agreed[row["encounter"]] if one["status"] in OPEN),
            helped=tuple(
                helped(connection, unit.organization, one) for one in agreed[row["encounter"]] if one["helped"] == "yes"
            ),
            unread=bool(row["unread"]),
        )
        for row in connection.sql.arrivals(today=day(connection.now, unit.timezone), **where)
        if row["status"] == "in-progress" and (said[row["encounter"]] or agreed[row["encounter"]])
    ]
    return Handover(unit=unit, as_of=connection.now, rows=tuple(sorted(rows, key=along_the_corridor)))


def helped(connection: Connection, organization: str, task: Row) -> Helped:
    mark = tasks.mark(connection, organization, task)
    if mark is None:
        return Helped(task["description"])
    return Helped(task["description"], mark.words, mark.thanks)


def along_the_corridor(row: HandoverRow) -> tuple[int, str, str]:
    """3, 3B, 12: rooms by their number, then by what stands after it."""
    digits = "".join(takewhile(str.isdecimal, row.room))
    return int(digits or 0), row.room, row.bed


def words(items: list[ResponseItem], link: str) -> str:
    """Everything that was said to one question, in the person's own words."""
    given = [answer for item in items if item.link_id == link for answer in item.answer]
    told = [one.value_string or (one.value_coding.display if one.value_coding else "") for one in given]
    return " / ".join(one for one in told if one)
