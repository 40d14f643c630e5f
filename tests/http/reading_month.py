"""November on Medisin 2: who was offered a module, opened it, stopped, read to the end, answered and was unsure."""

from __future__ import annotations

from collections.abc import Sequence

from tests.asking import Json, Phone, Staff, next_id, told
from tests.http.nameless import feedback, tell_all
from tests.people import MEDICINE, SURGERY, Town

MODULE = "going-home"
RIGHT = ("new", "call", "113")
SCREENS = 9
NEXT_TO_KNOW = "Når jeg kan reise hjem"
MEDICINES = "Hvilke medisiner jeg skal ta"


class Reading:
    """One person's way through the module, on their phone."""

    def __init__(self, phone: Phone, language: str, version: str) -> None:
        self.phone, self.language, self.version = phone, language, version
        self.document = next_id()
        self.base: tuple[str, ...] = ()

    def at(self, step: int, **more: object) -> None:
        content = {"resourceType": "ModuleProgress", "encounter": self.phone.stay, "module": MODULE}
        place = {"moduleVersion": self.version, "language": self.language, "step": step}
        self.base = (self.phone.write({**content, **place, **more}, self.document, self.base),)

    def tells(self, chosen: Sequence[str] = RIGHT, unsure: Sequence[str] = ()) -> None:
        self.at(SCREENS, finished=True, teachBack={"chosen": list(chosen), "unsure": list(unsure)})


class Month:
    def __init__(self, town: Town) -> None:
        self.town = town
        self.phones: dict[str, Phone] = {}
        self.questions: dict[str, tuple[Json, str, str]] = {}

    def day(self, day: int) -> None:
        self.town.clock.set(f"2026-11-{day:02}T09:00:00Z")

    def nurse(self, unit: str = MEDICINE) -> Staff:
        return self.town.sign_in("kari" if unit == MEDICINE else "sigrid")

    def comes(self, name: str, unit: str = MEDICINE, language: str = "nb") -> Phone:
        self.phones[name] = self.town.phone(
            self.town.admit(name, "Berg", unit, language=language), f"{name.lower()}sownphone"
        )
        return self.phones[name]

    def offered(self, name: str, unit: str = MEDICINE) -> None:
        told(self.nurse(unit).post(f"/api/encounters/{self.phones[name].stay}/modules", {"module": MODULE}), 201)

    def ticks(self, name: str, question: str = "learn", code: str = "going-home") -> None:
        phone = self.phones[name]
        response = phone.answers({question: "x"})
        response["item"][0]["answer"] = [{"valueCoding": {"code": code, "display": "Å reise hjem"}}]
        phone.write(response)

    def opens(self, name: str, language: str = "nb", version: str = "") -> Reading:
        reading = Reading(self.phones[name], language, version or self.town.library.module_version(MODULE))
        reading.at(0)
        return reading

    def asks(self, name: str) -> None:
        phone = self.phones[name]
        question = {"resourceType": "VisitQuestion", "encounter": phone.stay, "text": "Hvem ringer jeg?"}
        question["module"], document = MODULE, next_id()
        self.questions[name] = question, document, phone.write(question, document)

    def takes_back(self, name: str) -> None:
        """The question that was asked."""
        question, document, version = self.questions[name]
        self.phones[name].write({**question, "removed": True}, document, (version,))


def november(town: Town) -> Month:
    month = Month(town)
    month.day(2)
    for name in ("Anna", "Birger", "Cecilie", "David", "Eva", "Frode", "Guri"):
        month.comes(name)
    for name in ("Anna", "Cecilie", "Eva", "Frode", "Guri"):
        month.offered(name)
    month.ticks("Birger")
    month.day(3)
    month.opens("Anna").tells()
    month.phones["Tone"] = town.phone(month.phones["Anna"].stay, "tonesownphone", role="related")
    month.opens("Tone").tells(unsure=[MEDICINES])
    first = month.opens("Birger")
    first.tells(("old", "call", "113"), [NEXT_TO_KNOW])
    first.tells()  # read again: the first word stands
    month.opens("David").tells(("new", "wait", "113"), [NEXT_TO_KNOW, MEDICINES])
    month.opens("Eva").at(2)
    month.opens("Frode").at(SCREENS)
    month.opens("Guri").tells(("new", "call", "drive"))
    month.asks("Guri")
    month.day(5)
    for name in ("Kjell", "Liv", "Mons", "Nora", "Olav"):
        month.comes(name)
        month.opens(name).tells(unsure=[NEXT_TO_KNOW])
        month.asks(name)
    month.comes("Ida", language="en")
    month.offered("Ida")
    month.opens("Ida", "en").tells()
    wrong = month.comes("Jon")
    month.offered("Jon")
    month.opens("Jon").tells()
    month.nurse().end(wrong.stay, "wrong-patient")
    month.comes("Per", SURGERY)
    month.offered("Per", SURGERY)
    month.opens("Per").tells()
    month.day(22)
    month.comes("Hans")
    month.opens("Hans").at(1)
    thinks(town)
    month.day(24)
    return month


def thinks(town: Town) -> None:
    """Seven without a name: five are released, two wait."""
    yes: Json = {"useful": "yes", "understandable": "yes"}
    tell_all(
        town,
        feedback(**yes, words="Fint og kort"),
        feedback(**yes),
        feedback(**yes),
        feedback(useful="yes", understandable="partly"),
        feedback(useful="no", understandable="no", words="=for mange ord"),
        feedback(useful="no", understandable="no", words="venter"),
        feedback(useful="no", understandable="no"),
    )
