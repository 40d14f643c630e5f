"""Keeping versions: each once, exactly as sent, with its heads, in whatever order they come."""

import hashlib
import json
from itertools import permutations

import msgspec
import pytest

from tests.storage.ward import HOUSE, answers, give, heads, say, stay, version, ward
from viktig.domain.questionnaire_response import QuestionnaireResponse
from viktig.domain.version import StoredVersion
from viktig.storage import versions
from viktig.storage.clock import uuid7
from viktig.storage.connection import Connection
from viktig.storage.database import Database, open_database


def history(database: Database, document: str) -> tuple[StoredVersion, ...]:
    return database.read_now(lambda connection: versions.history(connection, HOUSE, document))


def sent(database: Database, document: str) -> QuestionnaireResponse:
    row = database.read_now(lambda connection: connection.sql.document(organization=HOUSE, document=document))
    return msgspec.json.decode(row["sent"], type=QuestionnaireResponse)


def words(response: QuestionnaireResponse) -> dict[str, list[str | None]]:
    found: dict[str, list[str | None]] = {}
    for item in response.item:
        found.setdefault(item.link_id, []).append(item.answer[0].value_string)
    return found


ODD = [
    pytest.param(lambda text: text, id="compact"),
    pytest.param(lambda text: json.dumps(json.loads(text), indent=3), id="escapes and line breaks"),
    pytest.param(lambda text: text.replace(",", " ,\t"), id="white space"),
    pytest.param(lambda text: text.replace("sove", "s\\u00f8ve \\ud83d\\ude00 \\u0000"), id="a nought and a smile"),
    pytest.param(lambda text: text.replace("sove", "é e\u0301 \u2028 ﷺ 🧦"), id="letters of every kind"),
    pytest.param(lambda text: text[:-1] + ',"later":{"z":1.0,"a":1e2}}', id="fields of a later shape"),
]


@pytest.mark.parametrize("made", ODD)
def test_content_comes_back_letter_for_letter(database: Database, made: object) -> None:
    assert callable(made)
    there = ward(database)
    plain = json.dumps(answers(there, {"matters": "Å få sove"}), ensure_ascii=False, separators=(",", ":"))
    one = version(there.ingrid, there.shared, made(plain))
    receipt = give(database, there.ingrid, one)
    (kept,) = history(database, there.shared)
    assert receipt.outcome == "stored"
    assert bytes(kept.content) == made(plain).encode()
    assert kept.hash == receipt.hash == hashlib.sha256(made(plain).encode()).hexdigest()


def test_the_same_version_again_changes_nothing_and_gets_the_same_receipt(database: Database) -> None:
    there = ward(database)
    one = version(there.ingrid, there.shared, answers(there, {"matters": "Å få sove"}))
    first = give(database, there.ingrid, one)
    for _ in range(3):
        again = give(database, there.ingrid, one)
        assert (again.outcome, again.hash, again.received) == ("already", first.hash, first.received)
    assert len(history(database, there.shared)) == 1


def test_another_content_under_a_known_version_is_refused_and_the_first_stands(database: Database) -> None:
    there = ward(database)
    one = version(there.ingrid, there.shared, answers(there, {"matters": "Å få sove"}))
    other = version(there.ingrid, there.shared, answers(there, {"matters": "Å få mat"}), id=one.version)
    give(database, there.ingrid, one)
    receipt = give(database, there.ingrid, other)
    assert (receipt.outcome, receipt.problem) == ("refused", "version-differs")
    assert [bytes(kept.content) for kept in history(database, there.shared)] == [bytes(one.content)]


def test_the_newest_of_a_line_is_its_head(database: Database) -> None:
    there = ward(database)
    first = say(database, there, {"matters": "sove"})
    second = say(database, there, {"matters": "sove godt"}, [first])
    assert heads(database, there.shared) == {second}


def test_two_that_did_not_know_each_other_are_both_heads_until_one_names_both(database: Database) -> None:
    there = ward(database)
    first = say(database, there, {"matters": "sove"})
    left = say(database, there, {"matters": "sove", "home": "trappa"}, [first])
    right = say(database, there, {"matters": "sove", "worry": "smerter"}, [first])
    assert heads(database, there.shared) == {left, right}
    assert words(sent(database, there.shared)) == {"matters": ["sove"], "home": ["trappa"], "worry": ["smerter"]}
    both = say(database, there, {"matters": "sove", "home": "trappa", "worry": "smerter"}, [left, right])
    assert heads(database, there.shared) == {both}


@pytest.mark.parametrize("order", list(permutations(range(4))), ids=lambda order: "".join(map(str, order)))
def test_heads_and_joined_answers_do_not_depend_on_the_order_of_arrival(
    sqlite_url: str, order: tuple[int, ...]
) -> None:
    """A base that comes after what was written on it is no head."""
    database = open_database(sqlite_url)
    there = ward(database)
    a, b, c, d = (uuid7() for _ in range(4))
    made = [
        version(there.ingrid, there.shared, answers(there, {"matters": "sove"}, "completed"), [], a),
        version(there.ingrid, there.shared, answers(there, {"matters": "sove", "home": "tur"}, "amended"), [a], b),
        version(there.ingrid, there.shared, answers(there, {"matters": "sove", "else": "katt"}, "amended"), [a], c),
        version(there.ingrid, there.shared, answers(there, {"matters": "sove nå", "else": "katt"}, "amended"), [c], d),
    ]
    for index in order:
        one = made[index]
        give(database, there.ingrid, one)
    assert heads(database, there.shared) == {b, d}
    assert words(sent(database, there.shared)) == {"matters": ["sove nå"], "home": ["tur"], "else": ["katt"]}
    database.close()


def test_a_base_that_nobody_knows_is_kept_as_it_was_said(database: Database) -> None:
    there = ward(database)
    unknown = uuid7()
    one = say(database, there, {"matters": "sove"}, [unknown])
    (kept,) = history(database, there.shared)
    assert kept.base == (unknown,)
    assert heads(database, there.shared) == {one}


def test_a_draft_leaves_what_was_sent_as_it_was(database: Database) -> None:
    there = ward(database)
    first = say(database, there, {"matters": "sove"})
    say(database, there, {"matters": "sove, og noe nytt"}, [first], "in-progress")
    assert words(sent(database, there.shared)) == {"matters": ["sove"]}

    def drafting(connection: Connection) -> int:
        return int(connection.sql.document(organization=HOUSE, document=there.shared)["drafting"])

    assert database.read_now(drafting) == 1
    say(database, there, {"matters": "sove, og noe nytt"}, [first])
    assert database.read_now(drafting) == 0


def test_what_was_kept_is_never_changed_by_what_comes_after(database: Database) -> None:
    there = ward(database)
    first = say(database, there, {"matters": "sove"})
    before = history(database, there.shared)
    second = say(database, there, {"matters": "spise"}, [first])
    say(database, there, {"matters": "gå"}, [second])
    assert history(database, there.shared)[:1] == before


def test_one_document_stays_in_one_stay_and_of_one_kind(database: Database) -> None:
    there = ward(database)
    say(database, there, {"matters": "sove"})
    wish = {"resourceType": "CommunicationRequest", "encounter": there.encounter, "wish": "during-the-day"}
    staff = answers(there, {"matters": "hemmelig"}, audience="staff")
    for content in (wish, staff):
        one = version(there.ingrid, there.shared, content)
        receipt = give(database, there.ingrid, one)
        assert (receipt.outcome, receipt.problem) == ("refused", "not-allowed")
    assert len(history(database, there.shared)) == 1
    assert database.read_now(lambda connection: stay(connection, there)["status"]) == "in-progress"
