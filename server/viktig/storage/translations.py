"""Translations: what may be kept as one, and what the team sees of them beside the original."""

from collections.abc import Mapping, Sequence

import msgspec

from viktig.domain.join import by_spot, meaning
from viktig.domain.problems import Problem
from viktig.domain.questionnaire_response import QuestionnaireResponse
from viktig.domain.translation import Translation, TranslationOnPage
from viktig.storage import units
from viktig.storage.connection import Connection, Row

TO_TRANSLATION = msgspec.json.Decoder(Translation)


def check(connection: Connection, organization: str, translation: Translation) -> None:
    """Raises the problem, if there is one: it belongs to what was sent in this stay, and is for the same people."""
    row = connection.sql.document(organization=organization, document=translation.document)
    if row is None or row["kind"] != "QuestionnaireResponse":
        raise Problem("not-found")
    belongs = (row["encounter"], row["audience"], row["about"])
    if belongs != (translation.encounter, translation.audience, translation.subject):
        raise Problem("not-allowed")
    sent = connection.sql.sent_versions_of_document(organization=organization, document=translation.document)
    if not set(translation.versions) <= {one["version"] for one in sent}:
        raise Problem("not-valid", "versions")


def of_stay(
    connection: Connection, organization: str, documents: Sequence[Row]
) -> Mapping[str, Sequence[TranslationOnPage]]:
    """The newest translations of each document, by its id, in the order in which they came."""
    found: dict[str, list[TranslationOnPage]] = {}
    for document in documents:
        if document["kind"] != "Translation":
            continue
        rows = connection.sql.versions_of_document(organization=organization, document=document["document"])
        for row in sorted((row for row in rows if row["head"]), key=lambda row: (row["received"], row["version"])):
            made = TO_TRANSLATION.decode(row["content"])
            title = units.practitioner(connection, organization, row["author"].partition("/")[2]).title
            told = TranslationOnPage(
                version=row["version"], translation=made, at=row["received"], by=row["author_name"], title=title
            )
            found.setdefault(made.document, []).append(told)
    return found


def beside(
    translations: Sequence[TranslationOnPage],
    standing: Sequence[str],
    now: QuestionnaireResponse,
    was: Mapping[str, QuestionnaireResponse],
) -> tuple[TranslationOnPage, ...]:
    """With what was translated before the original changed. `standing`: the newest sent versions, joined in `now`;
    `was`: the versions of the original by their ids."""
    return tuple(
        msgspec.structs.replace(one, earlier=earlier(one.translation, standing, now, was)) for one in translations
    )


def earlier(
    translation: Translation,
    standing: Sequence[str],
    now: QuestionnaireResponse,
    was: Mapping[str, QuestionnaireResponse],
) -> tuple[str, ...]:
    """Spots where the original says something else now."""
    if set(standing) <= set(translation.versions):
        return ()
    after = by_spot(now.item)
    seen = [by_spot(was[version].item) for version in translation.versions if version in was]
    return tuple(
        spot
        for spot in dict.fromkeys(item.spot for item in translation.item)
        if not any(meaning(before.get(spot, ())) == meaning(after.get(spot, ())) for before in seen)
    )
