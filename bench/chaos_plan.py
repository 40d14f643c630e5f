"""What happens, in order: made from the seed alone, whatever comes of it. Same seed, same plan."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Literal, NamedTuple

from e2e.proxy import How

Deed = Literal[
    "write", "leave", "send", "lose the network", "find the network", "fault", "close the tab", "kill the browser",
    "restart without a network", "expire the login", "other tab", "wrong clock", "kill the server", "stop the server",
    "start the server", "back up", "restore",
]  # fmt: skip
LIKELY: dict[Deed, int] = {
    "write": 30,
    "leave": 18,
    "fault": 12,
    "send": 6,
    "lose the network": 5,
    "find the network": 8,
    "close the tab": 4,
    "kill the browser": 4,
    "restart without a network": 3,
    "expire the login": 3,
    "other tab": 3,
    "wrong clock": 3,
    "kill the server": 3,
    "stop the server": 2,
    "start the server": 4,
    "back up": 2,
    "restore": 2,
}
FAULTS: tuple[How, ...] = ("delay", "cut-request", "cut-answer", "drop-answer", "hang")
QUESTIONS = (("talk", "matters", "home", "involve"), ("please", "please-not", "worry", "else"))
"""Each phone has questions of its own: what two people say differently is a choice for them, not a loss."""
SIGNS = ("å gå til postkassen", "vinduet åpent om natta", 'å bli kalt "Inga"', "🙂 ro", "ikke \\ sukker", "<b>søvn</b>")


class Step(NamedTuple):
    number: int
    deed: Deed
    phone: int
    question: str
    words: str
    fault: How


def plan(seed: int, phones: int) -> Iterator[Step]:
    """Without end. The first steps write something to be lost."""
    chance = random.Random(seed)
    deeds, weights = list(LIKELY), list(LIKELY.values())
    number = 0
    while True:
        number += 1
        (deed,) = chance.choices(deeds, weights)
        phone = chance.randrange(phones)
        if number <= phones:
            deed, phone = "write", number - 1
        question = chance.choice(QUESTIONS[phone])
        words = f"{chance.choice(SIGNS)} nr. {number}."
        fault = chance.choice(FAULTS)
        yield Step(number, deed, phone, question, words, fault)
