"""The server's clock in a test's hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from typing import Self

import pytest

from viktig.storage.clock import instant

MONDAY = "2026-11-23T08:00:00.000Z"
"""When the tests begin: nine in the morning in Oslo."""


class Clock:
    """The server's clock in the test's hand: a millisecond passes when it is looked at, the rest when it is moved."""

    def __init__(self, at: str = MONDAY) -> None:
        self.at = datetime.fromisoformat(at)

    def look(self) -> datetime:
        self.at += timedelta(milliseconds=1)
        return self.at

    def forward(self, **span: float) -> None:
        self.at += timedelta(**span)

    def set(self, at: str) -> None:
        self.at = datetime.fromisoformat(at)

    @property
    def text(self) -> str:
        return instant(self.at)

    def hang(self, monkeypatch: pytest.MonkeyPatch) -> Self:
        clock = self

        class Held(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> Held:
                return cls.fromtimestamp(clock.look().timestamp(), tz or UTC)

        monkeypatch.setattr("viktig.storage.clock.datetime", Held)
        return self
