"""What the demo's people have read in thirteen months, told back, and thought of it."""

import random
import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec

from viktig.content.library import Library
from viktig.content.taught import taught
from viktig.demo.acting import at, phone, put
from viktig.domain.access import Actor
from viktig.domain.encounter import OfferedModule
from viktig.domain.learning import Taught
from viktig.domain.module_feedback import ModuleFeedback
from viktig.domain.person import Practitioner
from viktig.domain.staff_reading import ReadSoFar
from viktig.storage import encounters, module_feedback, staff_readings
from viktig.storage.clock import uuid7
from viktig.storage.connection import Connection

LANGUAGES = ("nb",) * 8 + ("nn", "en")
OFTEN = {"going-home": 12, "my-medicines": 8, "pain": 5, "say-what-matters": 5}
"""Some are given out much more than others."""
LINES = (
    "Fint å kunne lese det om igjen hjemme.",
    "Litt mye på én gang.",
    "Nå vet jeg hvem jeg skal ringe.",
    "Jeg skulle hatt dette første dagen.",
    "Tegningene hjalp.",
)


class Readers(msgspec.Struct, frozen=True):
    """Whoever reads on one ward, and the dice that say how."""

    connection: Connection
    library: Library
    organization: str
    texts: tuple[Taught, ...]
    dice: random.Random

    def chance(self, share: float) -> bool:
        return self.dice.random() < share


def readers(connection: Connection, library: Library, organization: str, seed: int) -> Readers:
    """With dice of their own, so that nothing else falls otherwise because of them."""
    texts = tuple(one for one in taught(library, organization) if not one.for_staff)
    return Readers(connection, library, organization, texts, random.Random(seed))  # noqa: S311


def learn(here: Readers, encounter: str, nurse: Actor, begin: datetime, until: datetime) -> None:
    """One stay: perhaps somebody points to a module; perhaps it is opened, read to the end and told back."""
    dice = here.dice
    language = dice.choice(LANGUAGES)
    texts = [one for one in here.texts if one.language == language]
    text = dice.choices(texts, [OFTEN.get(one.module, 1) for one in texts])[0]
    offered, opens = here.chance(0.5), here.chance(0.75)
    if not offered and not here.chance(0.2):
        return
    hour = min(begin + timedelta(hours=dice.uniform(3, 20)), until)
    at(here.connection, hour)
    if offered:
        module = OfferedModule(module=text.module, by=nurse.name)
        encounters.offer_module(here.connection, here.organization, encounter, module)
    if offered and not opens:
        return
    at(here.connection, min(hour + timedelta(hours=dice.uniform(0.5, 9)), until))
    read(here, text, phone(here.connection, here.organization, encounter))


def read(here: Readers, text: Taught, patient: Actor) -> None:
    dice, document = here.dice, uuid7()
    content: dict[str, Any] = {"resourceType": "ModuleProgress", "encounter": patient.encounter, "module": text.module}
    content |= {"moduleVersion": text.version, "language": text.language}
    first = put(here.connection, here.library, patient, document, {**content, "step": 0})
    if here.chance(0.3):
        step = min(len(text.screens), int(dice.expovariate(1 / 3)) + 1)
        put(here.connection, here.library, patient, document, {**content, "step": step}, [first])
        return
    end: dict[str, Any] = {"step": len(text.screens), "finished": True}
    put(here.connection, here.library, patient, document, {**content, **end, "teachBack": told(here, text)}, [first])
    if here.chance(0.25):
        question = {"resourceType": "VisitQuestion", "encounter": patient.encounter, "text": f"{text.title}?"}
        put(here.connection, here.library, patient, uuid7(), {**question, "module": text.module})
    if here.chance(0.7):
        module_feedback.add(here.connection, thought(here, text))


def told(here: Readers, text: Taught) -> dict[str, Any]:
    chosen = []
    for question in text.talk.questions:
        right = next(option.code for option in question.options if option.right)
        chosen.append(right if here.chance(0.82) else here.dice.choice(question.options).code)
    unsure = [point for place, point in enumerate(text.talk.points) if here.chance(0.25 / (place + 1))]
    return {"chosen": chosen, "unsure": unsure}


def thought(here: Readers, text: Taught) -> ModuleFeedback:
    dice = here.dice
    return ModuleFeedback(
        id=str(uuid.UUID(int=dice.getrandbits(128), version=4)),
        organization=here.organization,
        module=text.module,
        module_version=text.version,
        language=text.language,
        understandable=dice.choices(("yes", "partly", "no"), (8, 2, 1))[0],
        useful=dice.choices(("yes", "partly", "no"), (7, 3, 1))[0],
        words=dice.choice(LINES) if here.chance(0.2) else "",
    )


def staff_read(
    connection: Connection, library: Library, organization: str, crew: Sequence[Practitioner], seed: int
) -> None:
    """Some of the staff have read some of their own modules."""
    dice = random.Random(seed)  # noqa: S311
    texts = [one for one in taught(library, organization) if one.for_staff and one.language == "nb"]
    for person in crew:
        actor = Actor(organization, "staff", f"Practitioner/{person.id}", "demo", "demodemo")
        for text in texts:
            if dice.random() < 0.5:
                mark = ReadSoFar(text.version, "nb", len(text.screens), finished=True)
                staff_readings.keep(connection, actor, text.module, mark)
