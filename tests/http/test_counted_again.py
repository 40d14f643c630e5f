"""Whatever happens in a ward: the facts that are kept beside every write are those that counting again gives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.asking import Json, Phone, Staff, next_id, told
from tests.people import HOSPITAL, MEDICINE, SURGERY, Town
from viktig.domain.fact import Fact
from viktig.domain.learning_cases import StayRow
from viktig.domain.stay_learning import StayLearning
from viktig.storage import facts, learning
from viktig.storage.clock import instant
from viktig.storage.connection import Connection

LINKS = ("talk", "matters", "home", "worry")
MODULES = ("going-home", "pain")
REASONS = ("too-ill", "confused", "language", "declined")


class Story:
    """One stay to which things happen; each step takes a number that chooses among what can be chosen."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.stay = town.admit()
        self.ingrid = town.phone(self.stay)
        self.tone = town.phone(self.stay, "tonesphone", role="related")
        self.written: list[str] = []
        self.reviews: list[tuple[Staff, str]] = []
        self.tasks: list[Json] = []
        self.questions: list[tuple[Json, Json]] = []

    @property
    def nurse(self) -> Staff:
        """Whoever looks after the patient now."""
        return self.town.sign_in("sigrid" if self.town.fact(self.stay)["unit"] == SURGERY else "kari")

    def base(self, number: int) -> tuple[str, ...]:
        return (self.written[number % len(self.written)],) if self.written and number % 4 else ()

    def write(self, phone: Phone, number: int, status: str, links: tuple[str, ...]) -> None:
        content = phone.answers({link: str(number) for link in links}, status)
        made = phone.version(content, base=self.base(number))
        assert phone.sync(made)["receipts"][0]["outcome"] == "stored"
        self.written.append(made["version"])

    def draft(self, number: int) -> None:
        self.write(self.ingrid, number, "in-progress", LINKS[: number % 4 + 1])

    def send(self, number: int) -> None:
        self.write(self.ingrid, number, "completed", LINKS[: number % 4 + 1])

    def helper_sends(self, number: int) -> None:
        self.write(self.tone, number, "amended", LINKS[: number % 4 + 1])

    def send_what_breaks_the_rules(self, number: int) -> None:
        self.write(self.ingrid, number, "completed", ("shoe-size",))

    def take_back(self, number: int) -> None:
        self.write(self.ingrid, number, "entered-in-error", ())

    def send_to_staff(self, number: int) -> None:
        made = self.ingrid.version(self.ingrid.answers({"worry": "x"}, audience="staff"), self.ingrid.form["staff"])
        self.ingrid.sync(made)

    def read(self, number: int) -> None:
        nurse = self.nurse
        page = nurse.get(f"/api/encounters/{self.stay}")
        answers = page.json().get("answers", []) if page.is_success else []
        versions = [version for one in answers for version in one["versions"]][: number % 3 + 1]
        if versions:
            review = told(nurse.post("/api/reviews", {"encounter": self.stay, "versions": versions}), 201)
            self.reviews.append((nurse, review["id"]))

    def take_the_reading_back(self, number: int) -> None:
        if self.reviews:
            nurse, review = self.reviews.pop()
            nurse.delete(f"/api/reviews/{review}")

    def act(self, number: int) -> None:
        body = {
            "encounter": self.stay,
            "description": "x",
            "outcome": ("planned", "done-at-once", "cannot")[number % 3],
        }
        made = self.nurse.post("/api/tasks", body)
        if made.is_success:
            self.tasks.append(made.json())

    def say_whether_it_helped(self, number: int) -> None:
        if self.tasks:
            task = self.tasks[number % len(self.tasks)]["id"]
            helped = ("yes", "little", "no", "unknown")[number % 4]
            mark = {"resourceType": "TaskMark", "encounter": self.stay, "task": task, "helped": helped}
            self.ingrid.sync(self.ingrid.version(mark, next_id()))

    def say_whether_somebody_talked(self, number: int) -> None:
        mark = {"resourceType": "TalkMark", "encounter": self.stay, "talked": ("yes", "little", "no")[number % 3]}
        self.ingrid.sync(self.ingrid.version(mark, next_id()))

    def wish(self, number: int) -> None:
        content = {"resourceType": "CommunicationRequest", "encounter": self.stay, "wish": "during-the-day"}
        self.ingrid.sync(self.ingrid.version(content, next_id()))

    def postpone(self, number: int) -> None:
        self.nurse.post(f"/api/encounters/{self.stay}/postponements", {"reason": REASONS[number % 4]})

    def resume(self, number: int) -> None:
        self.nurse.delete(f"/api/encounters/{self.stay}/postponements")

    def invite(self, number: int) -> None:
        self.nurse.post(f"/api/encounters/{self.stay}/invitations", {})

    def transfer(self, number: int) -> None:
        """Now, or earlier: then it is refused where the patient had not come yet."""
        nurse = self.nurse
        page = nurse.get(f"/api/encounters/{self.stay}")
        if page.is_success:
            body = {"unit": MEDICINE if nurse.unit == SURGERY else SURGERY}
            if number % 2:
                body["at"] = instant(self.town.clock.at - timedelta(minutes=number % 30))
            nurse.post(f"/api/encounters/{self.stay}/transfer", body, page.json()["encounter"]["tag"])

    def end(self, number: int) -> None:
        nurse = self.nurse
        page = nurse.get(f"/api/encounters/{self.stay}")
        if page.is_success:
            ending = ("discharged", "died", "wrong-patient", "cancelled")[number % 4]
            nurse.post(f"/api/encounters/{self.stay}/end", {"ending": ending}, page.json()["encounter"]["tag"])

    def offer_something_to_read(self, number: int) -> None:
        self.nurse.post(f"/api/encounters/{self.stay}/modules", {"module": MODULES[number % 2]})

    def read_in_a_module(self, number: int) -> None:
        """The patient or the helper, always on a new document, as from another phone."""
        phone = (self.ingrid, self.tone)[number % 2]
        way: Json = {"resourceType": "ModuleProgress", "encounter": self.stay, "module": MODULES[number % 2]}
        way |= {"moduleVersion": "1.0.0", "language": "nb", "step": number % 7, "finished": number % 3 == 0}
        if number % 3 == 0:
            way["teachBack"] = {"chosen": [str(number)], "unsure": ["x"] * (number % 2)}
        phone.sync(phone.version(way, next_id()))

    def ask_about_a_module(self, number: int) -> None:
        question = {"resourceType": "VisitQuestion", "encounter": self.stay, "text": "x", "module": MODULES[number % 2]}
        made = self.ingrid.version(question, next_id())
        self.ingrid.sync(made)
        self.questions.append((made, question))

    def take_a_question_back(self, number: int) -> None:
        if self.questions:
            made, question = self.questions.pop()
            again = self.ingrid.version({**question, "removed": True}, made["id"], (made["version"],))
            self.ingrid.sync(again)

    def wait(self, number: int) -> None:
        self.town.clock.forward(minutes=number % 50)


STEPS: tuple[Callable[[Story, int], None], ...] = tuple(
    step for name, step in vars(Story).items() if callable(step) and name not in ("__init__", "base", "write")
)
MOST = 14


def counted(town: Town, stay: str, as_of: str = facts.END_OF_TIME) -> dict[str, Any]:
    def work(connection: Connection) -> dict[str, Any]:
        row = connection.sql.stay_for_fact(organization=HOSPITAL, encounter=stay)
        return msgspec.structs.asdict(facts.count(connection, HOSPITAL, stay, row, as_of))

    return town.database.read_now(work)


def kept(town: Town, stay: str) -> dict[str, Any]:
    return {name: value for name, value in town.fact(stay).items() if name in Fact.__struct_fields__}


def learned(town: Town, stay: str) -> StayLearning:
    row = town.database.read_now(lambda c: c.sql.stay_learning(organization=HOSPITAL, encounter=stay))
    return learning.TO_LEARNED.decode(row["learned"]) if row else StayLearning()


def learned_anew(town: Town, stay: str, as_of: str = facts.END_OF_TIME) -> StayLearning:
    return town.database.read_now(lambda c: learning.count(c, HOSPITAL, stay, as_of))


def house(town: Town, until: str) -> list[StayRow]:
    return town.database.read_now(lambda c: learning.of_house(c, HOSPITAL, "2026", until))


def test_every_thing_that_can_happen_is_told_here() -> None:
    assert len(STEPS) == 22


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 99)), min_size=2, max_size=MOST), st.integers(1, MOST))
def test_the_facts_are_those_that_counting_again_gives_now_and_as_of_then(
    town: Town, happenings: list[tuple[Callable[[Story, int], None], int]], stop: int
) -> None:
    story = Story(town)
    then, fact_then, learned_then, house_then = "", {}, StayLearning(), house(town, "")
    for number, (step, choice) in enumerate(happenings):
        step(story, choice)
        assert kept(town, story.stay) == counted(town, story.stay), step.__name__
        assert learned(town, story.stay) == learned_anew(town, story.stay), step.__name__
        if number < stop:
            then, fact_then, learned_then = town.clock.text, kept(town, story.stay), learned(town, story.stay)
            house_then = house(town, then)
    assert counted(town, story.stay, then) == fact_then
    assert learned_anew(town, story.stay, then) == learned_then
    assert sorted(house(town, then), key=str) == sorted(house_then, key=str)
    stays, differing = town.database.write_now(lambda connection: facts.rebuild(connection))
    assert (stays > 0, differing) == (True, 0)
