"""The browser's engine of forms, asked by Python: one Node process for many questions."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from viktig.domain.questionnaire.nested import About
from viktig.domain.questionnaire_response import ResponseItem

Json = dict[str, Any]
PWA = Path(__file__).parents[1] / "pwa"
NODE = Path(sys.executable).with_name("node")


class Told(NamedTuple):
    places: list[tuple[str, str]]
    flaws: list[tuple[str, str, str]]
    nested: Json


class Bridge:
    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process

    def asked(self, line: bytes) -> Json:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()
        answer: Json = json.loads(self.process.stdout.readline())
        return answer

    def told(self, form: Json, items: Iterable[ResponseItem], about: About) -> Told:
        """What the browser makes of a form and answers to it."""
        answer = self.asked(msgspec.json.encode({"form": form, "items": list(items), "about": about}))
        assert "problem" not in answer, answer
        return Told([(a, b) for a, b in answer["places"]], [(a, b, c) for a, b, c in answer["flaws"]], answer["nested"])


@contextmanager
def running() -> Iterator[Bridge]:
    command = [NODE, PWA / "bridge/questionnaire.ts"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield Bridge(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(10) == 0


@pytest.fixture(scope="session")
def bridge() -> Iterator[Bridge]:
    with running() as one:
        yield one
