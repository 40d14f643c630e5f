"""What a person wrote is kept byte for byte: the hash is over the text as it came."""

from __future__ import annotations

import hashlib
import json

from tests.asking import Phone, next_id, told
from tests.people import Town

ODD = {
    "odd white space": '{{"resourceType" :\t"TalkMark",\r\n  "encounter":"{stay}" , "talked":"yes"   }}',
    "keys in another order": '{{"talked":"yes","encounter":"{stay}","resourceType":"TalkMark"}}',
    "letters as escapes": '{{"resourceType":"TalkMark","encounter":"{stay}","talked":"\\u0079es"}}',
    "an escaped slash": '{{"resourceType":"TalkMark","encounter":"{stay}","talked":"yes","more":"a\\/b"}}',
    "fields that we do not know": '{{"resourceType":"TalkMark","encounter":"{stay}","talked":"yes","new":[1,{{}}]}}',
    "numbers as they were written": '{{"resourceType":"TalkMark","encounter":"{stay}","talked":"yes","n":1.50e+01}}',
    "a number that is too large": '{{"resourceType":"TalkMark","encounter":"{stay}","talked":"yes","n":1e999}}',
    "an escaped NUL": '{{"resourceType":"TalkMark","encounter":"{stay}","talked":"yes","more":"a\\u0000b"}}',
    "letters beyond the first plane": '{{"resourceType":"TalkMark","encounter":"{stay}","talked":"yes","more":"🐈ʼn"}}',
    "letters that could be composed": '{{"resourceType":"TalkMark","encounter":"{stay}","talked":"yes","m":"A\u030a"}}',
    "the same key twice": '{{"resourceType":"TalkMark","encounter":"{stay}","talked":"no","talked":"yes"}}',
}


def hand_in(phone: Phone, text: str, document: str = "") -> dict[str, str]:
    """One version whose content is exactly this text."""
    body = json.dumps({"put": [phone.version("CONTENT", document)]}).replace('"CONTENT"', text)
    (receipt,) = told(phone.raw(body.encode()))["receipts"]
    return dict(receipt)


def test_the_text_survives_and_comes_back_as_it_was(either_town: Town) -> None:
    phone = either_town.phone(either_town.admit())
    for name, text in ODD.items():
        sent, document = text.format(stay=phone.stay), next_id()
        receipt = hand_in(phone, sent, document)
        assert (receipt["outcome"], receipt["hash"]) == ("stored", hashlib.sha256(sent.encode()).hexdigest()), name
        for answer in (phone.raw(b"{}"), phone.get(f"/api/documents/{document}/versions")):
            assert sent.encode() in answer.content, name
            assert receipt["hash"].encode() in answer.content


def test_the_same_meaning_in_another_text_is_another_version(town: Town) -> None:
    phone = town.phone(town.admit())
    made = phone.version("CONTENT", next_id())
    texts = [ODD["keys in another order"].format(stay=phone.stay), ODD["odd white space"].format(stay=phone.stay)]
    bodies = [json.dumps({"put": [made]}).replace('"CONTENT"', text).encode() for text in texts]
    receipts = [told(phone.raw(body))["receipts"][0] for body in bodies]
    assert [receipt["outcome"] for receipt in receipts] == ["stored", "refused"]
    assert receipts[1]["problem"] == "version-differs"


def test_what_the_team_reads_of_sent_answers_is_that_text_too(town: Town) -> None:
    phone = town.phone(town.admit())
    text = json.dumps(phone.answers({"matters": "Blåbær \u2028 og fløte"}), indent=3, ensure_ascii=False)
    assert hand_in(phone, text)["outcome"] == "stored"
    answer = town.kari.get(f"/api/encounters/{phone.stay}/documents/{phone.form['shared']}/versions")
    assert text.encode() in answer.content
