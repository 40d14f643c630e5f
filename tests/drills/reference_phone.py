"""A phone as ARCHITECTURE.md asks for it, said as plainly as possible: what the web app has to be as good as."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable, Mapping

import httpx
import msgspec

from tests.asking import Json, Phone, next_id, told
from tests.clock import MONDAY
from tests.http.device_key import DeviceKey
from tests.people import Town
from viktig.domain.consent import SHEET
from viktig.domain.join import joined, meaning
from viktig.domain.person import Speaker
from viktig.domain.questionnaire_response import Answer, QuestionnaireResponse, ResponseItem
from viktig.domain.sync import MOST_PUT, Change, Cursor, SyncAnswer, SyncRequest
from viktig.domain.version import Bases, Version, heads

TO_ANSWER = msgspec.json.Decoder(SyncAnswer)
TO_RESPONSE = msgspec.json.Decoder(QuestionnaireResponse)
Received = tuple[str, tuple[str, ...], bytes]
"""Document, base and content of a version that this phone knows."""


class ReferencePhone:
    """`own` is all it ever wrote, `outbox` what has no receipt yet, `known` what it can show."""

    def __init__(self, town: Town, stay: str, profile: str, **person: str) -> None:
        self.key = DeviceKey()
        self.phone: Phone = town.phone(stay, profile, device=self.key.public, **person)  # type: ignore[arg-type]
        self.town = town
        self.own: dict[str, Version] = {}
        self.outbox: list[str] = []
        self.parked: dict[str, str] = {}
        self.receipts: dict[str, str] = {}
        """version -> hash, as receipted in this epoch."""
        self.known: dict[str, Received] = {}
        self.withheld: dict[str, Version] = {}
        """Written here, refused, and taken apart: its author's own words go on in another version."""
        self.halves: set[str] = set()
        """What became of those."""
        self.tasks: set[str] = set()
        self.sharing: tuple[str, ...] = SHEET
        """Of somebody who helps: what the patient shares with them, as far as this phone has heard."""
        self.at = Cursor()
        self.sent_bodies: list[bytes] = []

    @property
    def speaker(self) -> Speaker:
        return msgspec.convert(self.phone.speaker(), Speaker)

    def view(self, document: str) -> tuple[Bases, dict[str, QuestionnaireResponse]]:
        """What it knows of a document: who was written on whom, and the words."""
        mine = {version: one for version, one in self.known.items() if one[0] == document}
        bases = {version: base for version, (_, base, _) in mine.items()}
        return bases, {version: TO_RESPONSE.decode(content) for version, (_, _, content) in mine.items()}

    def answer(self, words: Mapping[str, str], status: str, audience: str = "all") -> None:
        """Writes on all it knows of the form's document: some questions replaced, the others carried along."""
        document = self.phone.form["shared" if audience == "all" else "staff"]
        bases, contents = self.view(document)
        ends = heads(bases)
        before = joined(bases, contents, ends).item if ends else ()
        speaker = self.speaker
        new = (
            ResponseItem(link_id=link, answer=(Answer(said),), said_by=speaker, written_by=speaker, authored=MONDAY)
            for link, said in words.items()
        )
        content = {
            "resourceType": "QuestionnaireResponse",
            "questionnaire": self.phone.form["questionnaire"],
            "status": status,
            "encounter": self.phone.stay,
            "language": "nb",
            "audience": audience,
            "item": (*(item for item in before if item.link_id not in words), *new),
        }
        self.write(document, content, ends)

    def write(
        self, document: str, content: Mapping[str, object], base: tuple[str, ...] = (), version_id: str = ""
    ) -> None:
        """The text that is hashed is made once, here, and never again."""
        version = Version(
            id=document,
            version=version_id or next_id(),
            base=base,
            patient=self.phone.patient,
            author=self.phone.author,
            recorded=MONDAY,
            content=msgspec.Raw(msgspec.json.encode(content)),
        )
        self.own[version.version] = version
        self.outbox.append(version.version)
        self.known[version.version] = (document, base, bytes(version.content))

    def share(self, related: str, given: bool) -> None:
        """A patient's phone decides what somebody who helps may see, on all it knows of that."""
        ends = heads({version: base for version, (document, base, _) in self.known.items() if document == related})
        status = "active" if given else "inactive"
        scopes = SHEET if given else ()
        consent = {"resourceType": "Consent", "encounter": self.phone.stay, "related": related, "name": "Tone"}
        self.write(related, consent | {"relation": "datter", "scopes": scopes, "status": status}, ends)

    def request(self, chosen: Iterable[str]) -> bytes:
        put = [msgspec.Raw(msgspec.json.encode(self.own[version])) for version in chosen]
        body = msgspec.json.encode(SyncRequest(since={self.phone.patient: self.at}, put=put[:MOST_PUT]))
        self.sent_bodies.append(body)
        return body

    def post(self, body: bytes, packed: bool = False) -> httpx.Response:
        """These bytes, whatever they are; signs in again when the login ran out."""
        coding = {"content_encoding": "gzip"} if packed else {}
        response = self.phone.raw(gzip.compress(body) if packed else body, **coding)
        if response.status_code != 401:
            return response
        self.renew()
        return self.phone.raw(gzip.compress(body) if packed else body, **coding)

    def renew(self) -> None:
        answer = self.key.renew(self.town, self.phone.welcome["device"], self.phone.profile)
        told(answer)
        self.phone.token = answer.headers["set-cookie"].partition(";")[0].partition("=")[2]

    def moved(self, town: Town) -> None:
        """The server was restored elsewhere: the address is the same for a phone, the session is gone."""
        self.town, self.phone.http, self.phone.token = town, town.http, ""

    def hear(self, response: httpx.Response) -> bool:
        """Takes in an answer; says whether there is more to fetch or to put."""
        answer = TO_ANSWER.decode(told_bytes(response))
        at = answer.at[self.phone.patient]
        if self.at.epoch not in ("", at.epoch):
            self.begin_again()
        elif self.at.access not in ("", at.access):
            self.known = {version: one for version, one in self.known.items() if version in self.own}
            self.outbox += self.parked
            self.parked = {}
        for receipt in answer.receipts:
            self.receipted(receipt.version, receipt.outcome, receipt.hash, receipt.problem)
        for change in answer.changed:
            self.take(change)
        for document in answer.gone:
            self.let_go(document)
        self.at = at
        return answer.more or bool(self.outbox)

    def begin_again(self) -> None:
        """A new epoch: nothing is sure any more but what this phone holds, and that is put again."""
        self.receipts, self.tasks = {}, set()
        self.known = {version: (one.id, tuple(one.base), bytes(one.content)) for version, one in self.own.items()}
        self.outbox, self.parked = list(self.own), {}

    def receipted(self, version: str, outcome: str, digest: str, problem: str) -> None:
        if outcome == "refused":
            self.parked[version] = problem
            self.outbox = [one for one in self.outbox if one != version]
        elif digest == hashlib.sha256(bytes(self.own[version].content)).hexdigest():
            self.receipts[version] = digest
            self.outbox = [one for one in self.outbox if one != version]

    def let_go(self, document: str) -> None:
        """What may no longer be held here: of what was not received the person's own words stay, based on each other
        and on nothing else."""
        waiting = [one for one in sorted({*self.outbox, *self.parked}) if self.own[one].id == document]
        received = [one for version, one in self.known.items() if one[0] == document and version not in waiting]
        self.known = {version: one for version, one in self.known.items() if one[0] != document}
        said = {version: self.own_words(version, received) for version in waiting}
        if any(said.values()):
            names = {version: next_id() for version in waiting}
            self.halves.update(names.values())
            for version in waiting:
                one = self.own[version]
                base = tuple(names[base] for base in one.base if base in names)
                content = msgspec.structs.replace(TO_RESPONSE.decode(one.content), item=said[version])
                self.write(document, msgspec.to_builtins(content), base, names[version])
                self.outbox.remove(names[version])
                self.parked[names[version]] = "not-allowed"
        for version in waiting:
            self.withheld[version] = self.own.pop(version)
            self.known.pop(version, None)
            self.parked.pop(version, None)
        self.outbox = [version for version in self.outbox if version not in waiting]

    def own_words(self, version: str, received: list[Received]) -> tuple[ResponseItem, ...]:
        told = {(item.link_id, meaning((item,))) for one in received for item in TO_RESPONSE.decode(one[2]).item}
        items = TO_RESPONSE.decode(self.own[version].content).item
        mine = [item for item in items if (item.link_id, meaning((item,))) not in told]
        return tuple(item for item in mine if item.written_by == self.speaker)

    def take(self, change: Change) -> None:
        if change.version is not None:
            one = change.version
            self.known[one.version] = (one.id, tuple(one.base), bytes(one.content))
        elif change.stay is not None:
            self.sharing = change.stay.sharing
        elif change.task is not None:
            self.tasks.add(change.task.id)

    def sync(self) -> None:
        """Over a good network: until nothing waits on either side."""
        while self.hear(self.post(self.request(self.outbox))):
            pass


def told_bytes(response: httpx.Response) -> bytes:
    assert response.status_code == 200, (response.status_code, response.text)
    return response.content


def stored(town: Town) -> dict[str, Json]:
    """Every version that the server holds, by its id."""
    rows: list[Json] = town.database.read_now(
        lambda connection: [
            dict(row)
            for row in connection.raw.execute("select version, document, base, hash, content, head from version")
        ]
    )
    found = {row["version"]: row for row in rows}
    assert len(found) == len(rows)
    return found
