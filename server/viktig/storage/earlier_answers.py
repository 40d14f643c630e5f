"""What somebody sent in an earlier stay, so that they need only say what has changed."""

from collections.abc import Callable, Iterable

import msgspec

from viktig.domain.access import Actor
from viktig.domain.encounter import EarlierAnswers, FormForStay
from viktig.domain.questionnaire_response import QuestionnaireResponse
from viktig.storage import papers
from viktig.storage.connection import Connection, Row

TO_RESPONSE = msgspec.json.Decoder(QuestionnaireResponse)
Seen = Callable[[Row], bool]


def of_phone(
    connection: Connection, actor: Actor, stay: Row, asked: Iterable[FormForStay]
) -> tuple[EarlierAnswers, ...]:
    """To each form that a running stay asks and has no answer to yet, as far as this person may know of either."""
    if stay["status"] != "in-progress" or stay["encounter"] != actor.encounter:
        return ()

    def seen(row: Row) -> bool:
        return papers.recalls(actor, row)

    here = connection.sql.begun_in_stay(organization=stay["organization"], encounter=stay["encounter"])
    told: list[EarlierAnswers] = []
    for form in asked:
        url, about = url_of(form.questionnaire), actor.author if form.about == "related" else ""
        answered = (row for row in here if row["received"] and row["about"] == about and seen(row))
        if url not in {url_of(row["questionnaire"]) for row in answered}:
            told += [shape(row) for row in newest(connection, stay, url, about, seen)]
    return tuple(told)


def newest(connection: Connection, stay: Row, url: str, about: str, seen: Seen) -> list[Row]:
    """The documents of the newest earlier stay in which this form was sent, in any version: one for each audience."""
    rows = connection.sql.sent_in_other_stays(
        organization=stay["organization"],
        patient=stay["patient"],
        encounter=stay["encounter"],
        admitted=stay["admitted"],
        about=about,
    )
    found = [row for row in rows if url_of(row["questionnaire"]) == url and seen(row)]
    return [row for row in found if row["encounter"] == found[0]["encounter"]]


def url_of(canonical: str) -> str:
    return canonical.partition("|")[0]


def shape(row: Row) -> EarlierAnswers:
    response = TO_RESPONSE.decode(row["sent"])
    return EarlierAnswers(
        questionnaire=response.questionnaire,
        audience=row["audience"],
        received=row["received"],
        item=tuple(item for item in response.item if item.answer),
    )
