"""Two phones and a nurse over a network that repeats, reorders, cuts and forgets, and a server that is restored.

`DRILL_STEPS` says how many steps are tried (200 without it).
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from tests.asking import Json, next_id
from tests.clock import Clock
from tests.drills.reference_phone import ReferencePhone, stored
from tests.people import Town
from viktig.domain.join import by_spot, joined, meaning
from viktig.domain.questionnaire_response import QuestionnaireResponse
from viktig.domain.version import ancestors, heads
from viktig.storage import facts
from viktig.storage.backup import read_backup, write_backup
from viktig.storage.database import open_database

STEPS = int(os.environ.get("DRILL_STEPS", "200"))
STEPS_IN_ONE = 40
WHO = st.sampled_from(["ingrid", "tone", "tablet"])
LINKS = st.sampled_from(["matters", "home", "worry"])
WORDS = st.dictionaries(LINKS, st.sampled_from(["a", "b", "æ 🧦", 'c"\\\n']), min_size=1, max_size=2)
STATUS = st.sampled_from(["in-progress", "completed", "amended"])
CHANCE = st.integers(0, 2**32).map(random.Random)
FAULTS = st.sampled_from(["none", "none", "not sent", "body cut", "answer dropped"])


class Ward(RuleBasedStateMachine):
    """One stay; Ingrid's own phone, her tablet and her daughter's phone. Its world comes from `test_...` below."""

    new_database: Callable[[], str]
    folder: Path
    clock: Clock

    @initialize()
    def arrive(self) -> None:
        self.town = Town(self.new_database(), self.clock)
        self.stay = self.town.admit()
        self.phones = {
            "ingrid": ReferencePhone(self.town, self.stay, "ingridsphone"),
            "tablet": ReferencePhone(self.town, self.stay, "ingridstablet"),
            "tone": ReferencePhone(self.town, self.stay, "tonesphone1", role="related", name="Tone", relation="datter"),
        }
        self.tone = self.phones["tone"].phone.author.partition("/")[2]
        self.backup: Path | None = None
        self.confirmed: dict[str, str] = {}

    @rule(who=WHO, words=WORDS, status=STATUS, secret=st.booleans())
    def somebody_writes(self, who: str, words: Mapping[str, str], status: str, secret: bool) -> None:
        self.phones[who].answer(words, status, "staff" if secret and who != "tone" else "all")

    @rule(who=st.sampled_from(["ingrid", "tablet"]), wish=st.sampled_from(["as-soon-as-possible", "no"]))
    def somebody_wishes_to_talk(self, who: str, wish: str) -> None:
        content = {"resourceType": "CommunicationRequest", "encounter": self.stay, "wish": wish}
        self.phones[who].write(next_id(), content)

    @rule(who=st.sampled_from(["ingrid", "tablet"]), helped=st.sampled_from(["yes", "no"]))
    def somebody_says_whether_it_helped(self, who: str, helped: str) -> None:
        for task in sorted(self.phones[who].tasks)[:1]:
            content = {"resourceType": "TaskMark", "encounter": self.stay, "task": task, "helped": helped}
            self.phones[who].write(next_id(), content)

    @rule(who=st.sampled_from(["ingrid", "tablet"]), given=st.booleans())
    def what_the_daughter_may_see_is_ended_or_given_again(self, who: str, given: bool) -> None:
        self.phones[who].share(self.tone, given)

    @rule(before=WORDS, words=WORDS, status=STATUS)
    def it_is_ended_while_the_daughter_writes_without_a_network(
        self, before: Mapping[str, str], words: Mapping[str, str], status: str
    ) -> None:
        ingrid, tone = self.phones["ingrid"], self.phones["tone"]
        ingrid.answer(before, status)
        for phone in (ingrid, tone):
            phone.sync()
        tone.answer(words, status)
        ingrid.share(self.tone, given=False)
        for phone in (ingrid, tone):
            phone.sync()
        self.the_daughter_holds_nothing_that_is_not_hers_to_see()

    @rule(who=WHO, fault=FAULTS, chance=CHANCE, packed=st.booleans())
    def a_phone_syncs(self, who: str, fault: str, chance: random.Random, packed: bool) -> None:
        """With some of what waits, in any order, and one of them twice."""
        phone = self.phones[who]
        chosen = chance.sample(phone.outbox, chance.randint(0, len(phone.outbox)))
        body = phone.request([*chosen, *chosen[:1]])
        match fault:
            case "body cut":
                assert phone.post(body[: chance.randrange(1, len(body))]).status_code == 400
            case "answer dropped":
                phone.post(body, packed)
            case "none":
                phone.hear(phone.post(body, packed))
        self.receipts_are_true()
        self.the_daughter_holds_nothing_that_is_not_hers_to_see()

    @rule(who=WHO, chance=CHANCE)
    def an_old_request_arrives_again(self, who: str, chance: random.Random) -> None:
        phone = self.phones[who]
        if phone.sent_bodies:
            assert phone.post(chance.choice(phone.sent_bodies)).status_code == 200
        self.receipts_are_true()

    @rule()
    def all_come_at_once(self) -> None:
        """Each phone, and one request a second time beside itself, while the nurse reads."""
        phones = list(self.phones.values())
        for phone in phones:
            if not phone.phone.token:  # of two renewals at once one ends the other's session
                phone.renew()
        bodies = [phone.request(phone.outbox) for phone in phones]
        with ThreadPoolExecutor(5) as threads:
            answers = [threads.submit(phone.post, body) for phone, body in zip(phones, bodies, strict=True)]
            again = threads.submit(phones[0].post, bodies[0])
            threads.submit(self.the_nurse_reads).result()
            assert again.result().status_code == 200
            for phone, answer in zip(phones, answers, strict=True):
                phone.hear(answer.result())
        self.receipts_are_true()

    @rule()
    def the_nurse_reads(self) -> None:
        if self.town.kari.page(self.stay).get("answers"):
            self.town.kari.read(self.stay)

    @rule()
    def the_nurse_acts(self) -> None:
        self.town.kari.act(self.stay, owner="kari")

    @rule()
    def a_backup_is_made(self) -> None:
        self.backup = self.folder / "backup.viktig"
        self.town.database.read_now(lambda connection: write_backup(connection, self.backup or Path()))

    @precondition(lambda self: self.backup is not None)
    @rule()
    def the_server_is_lost_and_restored(self) -> None:
        assert self.backup is not None
        source, url = self.backup, self.new_database()
        self.town.close()
        database = open_database(url)
        database.write_now(lambda connection: read_backup(connection, source))
        database.close()
        self.town = Town(url, self.clock)
        for phone in self.phones.values():
            phone.moved(self.town)

    def receipts_are_true(self) -> None:
        """What a phone holds a receipt for lies on the server, letter for letter; unless the server was restored."""
        rows, now = stored(self.town), epoch(self.town)
        for phone in self.phones.values():
            if phone.at.epoch == now:
                assert {version: rows[version]["hash"] for version in phone.receipts} == phone.receipts

    def the_daughter_holds_nothing_that_is_not_hers_to_see(self) -> None:
        tone = self.phones["tone"]
        if "answers" not in tone.sharing:
            held = [item for content in tone.view(tone.phone.form["shared"])[1].values() for item in content.item]
            assert all(item.written_by == tone.speaker for item in held)

    def teardown(self) -> None:
        if not hasattr(self, "phones"):
            return
        for phone in (*self.phones.values(), *self.phones.values()):
            phone.sync()
        self.the_daughter_holds_nothing_that_is_not_hers_to_see()
        self.phones["ingrid"].share(self.tone, given=True)
        for phone in (*self.phones.values(), *self.phones.values()):
            phone.sync()
        rows = stored(self.town)
        self.everything_written_is_there(rows)
        for document in {row["document"] for row in rows.values()}:
            self.nothing_said_is_lost(document, rows)
        assert self.town.database.write_now(lambda c: facts.rebuild(c)) == (1, 0)
        self.town.close()

    def everything_written_is_there(self, rows: Mapping[str, Json]) -> None:
        """Each version once, with its exact bytes, and nothing else; of what was taken apart at least its author's own
        words."""
        every = self.phones.values()
        written = {version: bytes(one.content).decode() for phone in every for version, one in phone.own.items()}
        apart = {version: bytes(one.content).decode() for phone in every for version, one in phone.withheld.items()}
        there = {version: row["content"] for version, row in rows.items()}
        assert there == written | {version: content for version, content in apart.items() if version in there}
        assert [(phone.outbox, phone.parked) for phone in every] == [([], {})] * 3
        said = {one for content in there.values() for one in spoken(content)}
        assert {one for content in apart.values() for one in spoken(content) if one[0] == "related"} <= said

    def nothing_said_is_lost(self, document: str, rows: Mapping[str, Json]) -> None:
        """Words are gone only when a version that was written on them no longer says them; what was taken apart on the
        daughter's phone says nothing about what others said."""
        own = {version: row for version, row in rows.items() if row["document"] == document}
        if "QuestionnaireResponse" not in next(iter(own.values()))["content"]:
            return
        bases = {version: tuple(msgspec.json.decode(row["base"])) for version, row in own.items()}
        contents = {
            version: msgspec.json.decode(row["content"], type=QuestionnaireResponse) for version, row in own.items()
        }
        assert set(heads(bases)) == {version for version, row in own.items() if row["head"]}
        result, tone = statements(joined(bases, contents, heads(bases))), self.phones["tone"]
        for version, content in contents.items():
            before = {one for base in bases[version] if base in contents for one in statements(contents[base])}
            after = [later for later in bases if version in ancestors(bases, later)]
            if version not in tone.own and version not in tone.withheld:
                after = [later for later in after if later not in tone.halves]
            for new in statements(content) - before:
                assert new in result or any(new not in statements(contents[later]) for later in after)
        for phone in self.phones.values():
            known, words = phone.view(document)
            if known:
                assert result <= statements(joined(known, words, heads(known)))


def statements(of: QuestionnaireResponse) -> set[tuple[str, object]]:
    return {(link, meaning((item,))) for link, items in by_spot(of.item).items() for item in items}


def spoken(content: str) -> set[tuple[str, str, object]]:
    """Who wrote what, of answers."""
    if "QuestionnaireResponse" not in content:
        return set()
    items = msgspec.json.decode(content, type=QuestionnaireResponse).item
    return {(item.written_by.kind, item.link_id, meaning((item,))) for item in items}


def epoch(town: Town) -> str:
    return str(town.database.read_now(lambda connection: connection.sql.meta(key="epoch"))["value"])


def run(new_database: Callable[[], str], folder: Path, clock: Clock, steps: int) -> None:
    world: dict[str, Any] = {"new_database": staticmethod(new_database), "folder": folder, "clock": clock}
    told = settings(
        max_examples=max(1, steps // STEPS_IN_ONE),
        stateful_step_count=STEPS_IN_ONE,
        derandomize="DRILL_STEPS" not in os.environ,
    )
    run_state_machine_as_test(type("ThisWard", (Ward,), world), settings=told)


def test_nothing_is_lost_between_two_phones_and_a_nurse(sqlite_template: Path, tmp_path: Path, clock: Clock) -> None:
    def copy() -> str:
        target = tmp_path / f"{next_id()}.db"
        target.write_bytes(sqlite_template.read_bytes())
        return f"sqlite:///{target}"

    run(copy, tmp_path, clock, STEPS)


def test_nor_on_postgresql(postgres: Any, postgres_template: str, tmp_path: Path, clock: Clock) -> None:
    def copy() -> str:
        return str(postgres.create(f"ward_{next_id()}", postgres_template))

    run(copy, tmp_path, clock, STEPS // 4)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock().hang(monkeypatch)
